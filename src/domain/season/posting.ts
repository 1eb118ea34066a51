import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Rule } from '../title/prepared.ts'
import type { SeasonRefusal } from './season.ts'

/** The list hangs out for people to look at, from a day to its last day. */
export type Posting = { readonly from: PlainDate; readonly lastOn: PlainDate; readonly place: string }

export const opinionKinds = ['objection', 'remark'] as const
/** Không đồng tình với một hộ · góp ý chung. */
export type OpinionKind = (typeof opinionKinds)[number]

/** What somebody said of the posted list. Who said it is not kept. */
export type Opinion = {
  readonly id: string
  readonly seasonId: string
  readonly areaUnitId: string
  /** Null for a remark on the list as a whole. */
  readonly candidateId: string | null
  readonly kind: OpinionKind
  readonly receivedOn: PlainDate
  readonly says: string
  readonly answer: OpinionAnswer | null
}
export const opinionOutcomes = ['dismissed', 'upheld'] as const
/** Giữ hộ trong danh sách · đưa hộ ra khỏi danh sách. */
export type OpinionOutcome = (typeof opinionOutcomes)[number]
export type OpinionAnswer = { readonly on: PlainDate; readonly outcome: OpinionOutcome; readonly reason: string; readonly by: string }

/** Posted no shorter than verified law asks: 86/2023/NĐ-CP gives ten days. A term nobody verified is not held against it. */
export function checkPosting(
  posting: Posting,
  { least, metOn }: { readonly least: Rule<number> | null; readonly metOn: PlainDate },
  today: PlainDate,
): Result<Posting, SeasonRefusal> {
  if (posting.from > today) return refuse('season.in-future', { on: posting.from })
  if (posting.from < metOn) return refuse('season.day-before-step', { on: metOn })
  if (posting.lastOn < posting.from) return refuse('season.posting-backwards')
  const days = postedDays(posting)
  if (least?.blocks && days < least.value) return refuse('season.posting-too-short', { days, least: least.value, clause: least.clause })
  return ok(posting)
}

/** Civil code 2015, Art. 147(2): the day it is put up does not count, the last day does. */
export function postedDays({ from, lastOn }: Pick<Posting, 'from' | 'lastOn'>): number {
  return daysBetween(from, lastOn)
}

/** An objection is against one household, and comes from the day the list was posted on. */
export function receiveOpinion(
  opinion: Opinion,
  { posting, candidateIds }: { readonly posting: Posting | null; readonly candidateIds: readonly string[] },
  today: PlainDate,
): Result<Opinion, SeasonRefusal> {
  if (!posting) return refuse('season.not-posted')
  if (opinion.receivedOn > today) return refuse('season.in-future', { on: opinion.receivedOn })
  if (opinion.receivedOn < posting.from) return refuse('season.day-before-step', { on: posting.from })
  const isNamed = opinion.candidateId !== null && candidateIds.includes(opinion.candidateId)
  if (!isNamed && (opinion.kind === 'objection' || opinion.candidateId !== null)) return refuse('season.unknown-candidate')
  return ok(opinion)
}

export function answerOpinion(opinion: Opinion, answer: OpinionAnswer, today: PlainDate): Result<Opinion, SeasonRefusal> {
  if (opinion.answer) return refuse('season.answered-already', { on: opinion.answer.on })
  if (answer.on > today) return refuse('season.in-future', { on: answer.on })
  if (answer.on < opinion.receivedOn) return refuse('season.day-before-step', { on: opinion.receivedOn })
  return ok({ ...opinion, answer })
}

/** An objection holds back this household alone, until it is answered with a reason. */
export function isHeldBack(candidateId: string, opinions: readonly Opinion[]): boolean {
  return objectionsTo(candidateId, opinions).some(({ answer }) => answer === null)
}

export function isObjectedAway(candidateId: string, opinions: readonly Opinion[]): boolean {
  return objectionsTo(candidateId, opinions).some(({ answer }) => answer?.outcome === 'upheld')
}

function objectionsTo(candidateId: string, opinions: readonly Opinion[]): Opinion[] {
  return opinions.filter(opinion => opinion.kind === 'objection' && opinion.candidateId === candidateId)
}
