import type { PlainDate } from '../calendar/plain-date.ts'

/** What came of a person's letter on a day; one cut off while it was being sent is not sent again. */
export type DigestDay = {
  readonly onDay: PlainDate
  readonly outcome: 'sending' | 'sent' | 'nothingToSay' | 'failed'
  readonly tries: number
  /** Instant in UTC. */
  readonly at: string
}

/** The hour in Vietnam from which the letters of a day go out. */
export const digestHour = 7
const mostTries = 5
const waitMinutes = 15

/** One letter a day and person: none before seven, none after one was sent or there was nothing to say; a failed one is tried again, five times in all. */
export function isDigestDue(
  last: DigestDay | undefined,
  clock: { readonly today: PlainDate; readonly hour: number; readonly now: string },
): boolean {
  if (clock.hour < digestHour) return false
  if (last?.onDay !== clock.today) return true
  if (last.outcome !== 'failed' || last.tries >= mostTries) return false
  return Date.parse(clock.now) - Date.parse(last.at) >= waitMinutes * 60_000
}

/** The hour by the clock in Vietnam (UTC+7, no summer time). */
export function hourInVietnam(instant: string): number {
  return (Number(instant.slice(11, 13)) + 7) % 24
}
