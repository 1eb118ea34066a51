import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { type AreaEvent, standingEvents } from '../season/area.ts'
import type { Candidate } from '../season/candidate.ts'
import type { Posting } from '../season/posting.ts'

export type PostedRefusal =
  | 'posted.unknown'
  | 'posted.not-begun'
  | 'posted.over'
  | 'posted.too-many'
  | 'posted.too-many-today'
  | 'posted.busy'

/** A line of the posted list as anybody reads it. */
export type PostedRow = {
  readonly candidateId: string
  readonly number: number
  readonly name: string
  /** Only where two on the list bear one name. */
  readonly address: string
}

/** How many opinions one posting takes from its page in a day: a village says less, a machine would say more. */
export const mostOpinionsADay = 50

/**
 * The list as it may be shown: names in their order and nothing else. Why somebody is not on it, points, votes and
 * numbers of persons are shown to nobody (Law 91/2025/QH15, Art. 3: no more than the purpose needs).
 */
export function postedRows(candidates: readonly Pick<Candidate, 'id' | 'headName' | 'address'>[]): PostedRow[] {
  const bearers = Map.groupBy(candidates, ({ headName }) => headName)
  return candidates.map(({ id, headName, address }, at) => ({
    candidateId: id,
    number: at + 1,
    name: headName,
    address: (bearers.get(headName)?.length ?? 0) > 1 ? address : '',
  }))
}

/** The posting with this place among the events of its area, if it still stands and hangs out on this day. */
export function openPosting(events: readonly AreaEvent[], sequence: number, today: PlainDate): Result<Posting, PostedRefusal> {
  const event = standingEvents(events).find(each => each.sequence === sequence)
  if (event?.type !== 'post') return refuse('posted.over', { on: null })
  const { from, lastOn } = event.posting
  if (today < from) return refuse('posted.not-begun', { on: from })
  return today <= lastOn ? ok(event.posting) : refuse('posted.over', { on: lastOn })
}

/** Where the posted list of an area is read without an account. The id is that of the posting: nobody guesses it. */
export function postedAddress(address: string, postingId: string): string {
  return `${address}/niem-yet/${postingId}`
}
