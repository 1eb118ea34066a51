import { type PlainDate, yearOf } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'

/** Decree 30/2020/NĐ-CP, Art. 10–18: drafted, content checked (12.1), form checked (12.2), submitted, signed (13), numbered and registered (14–15), issued (18). */
export const reportStates = ['draft', 'contentChecked', 'formChecked', 'submitted', 'signedOff', 'numbered', 'issued'] as const
export type ReportState = (typeof reportStates)[number]

/** What happened to a report, in order; never overwritten. */
export type ReportEvent = {
  readonly reportId: string
  readonly sequence: number
  readonly type: ReportEventType
  readonly byName: string
  readonly byAccountId: string
  readonly at: string
  readonly on: PlainDate
  /** Why it was sent back; remarks kept as they are ("giữ nguyên vì …"); empty otherwise. */
  readonly reason: string
  /** sha256 of the text the event was about: a check or signature stands for this text only. */
  readonly contentHash: string
  readonly version: number
}
export const reportEventTypes = [
  'composed',
  'edited',
  'contentChecked',
  'formChecked',
  'submitted',
  'signedOff',
  'numbered',
  'issued',
  'sentBack',
] as const
export type ReportEventType = (typeof reportEventTypes)[number]

const stateAfter: Record<ReportEventType, ReportState> = {
  composed: 'draft',
  edited: 'draft',
  contentChecked: 'contentChecked',
  formChecked: 'formChecked',
  submitted: 'submitted',
  signedOff: 'signedOff',
  numbered: 'numbered',
  issued: 'issued',
  sentBack: 'draft',
}

export function stateOf(events: readonly Pick<ReportEvent, 'type'>[]): ReportState {
  const last = events.at(-1)
  return last ? stateAfter[last.type] : 'draft'
}

/** From submission on the text is the one that was submitted, whatever its sources say since. */
export function isSealed(state: ReportState): boolean {
  return reportStates.indexOf(state) >= reportStates.indexOf('submitted')
}

/** The step that leads on from each state; issued leads nowhere: an issued document is immutable (Decree 30, Art. 18(3)). */
export const nextStep: Record<ReportState, Exclude<ReportEventType, 'composed' | 'edited' | 'sentBack'> | null> = {
  draft: 'contentChecked',
  contentChecked: 'formChecked',
  formChecked: 'submitted',
  submitted: 'signedOff',
  signedOff: 'numbered',
  numbered: 'issued',
  issued: null,
}

export type ReportRefusal =
  | 'report.unknown'
  | 'report.unknown-period'
  | 'report.no-duty'
  | 'report.unknown-form'
  | 'report.symbol'
  | 'report.duty-overlaps'
  | 'report.unknown-request'
  | 'report.already-composed'
  | 'report.sealed'
  | 'report.wrong-step'
  | 'report.form-fails'
  | 'report.text-changed'
  | 'report.unknown-paragraph'
  | 'report.empty-paragraph'
  | 'report.unknown-figure'
  | 'report.paragraph-changed'
  | 'report.unknown-remark'
  | 'report.unknown-origin'
  | 'report.unknown-section'
  | 'report.number-without-signature'
  | 'report.day-before-signature'
  | 'report.day-before-last-number'
  | 'report.day-in-future'
  | 'report.unnumbered'
  | 'report.nothing-to-send-back'
  | 'report.not-issued'
  | 'report.unprintable'
  | 'report.period-not-begun'
  | 'report.stale'

/** A step may follow only its own forerunner, and only on the very text that was checked before. */
export function takeStep(
  step: Exclude<ReportEventType, 'composed' | 'edited' | 'sentBack'>,
  events: readonly Pick<ReportEvent, 'type' | 'contentHash'>[],
  contentHash: string,
): Result<ReportState, 'report.wrong-step' | 'report.text-changed'> {
  const state = stateOf(events)
  if (nextStep[state] !== step) return refuse('report.wrong-step', { state })
  const last = events.at(-1)
  if (state !== 'draft' && last && last.contentHash !== contentHash) return refuse('report.text-changed')
  return ok(stateAfter[step])
}

/** Text changes in a draft only: once checked it must first be sent back, once submitted it is sealed. */
export function mayEdit(events: readonly Pick<ReportEvent, 'type'>[]): Result<undefined, 'report.sealed'> {
  const state = stateOf(events)
  return state === 'draft' ? ok() : refuse('report.sealed', { state })
}

/** From here on the document bears its number and day; a draft it was returned to does not. */
export function isNumbered(state: ReportState): boolean {
  return state === 'numbered' || state === 'issued'
}

/** Sending back leads to the draft from every state before the issue; after submission the text becomes a new version. */
export function sendBack(
  events: readonly Pick<ReportEvent, 'type'>[],
  version: number,
): Result<{ version: number }, 'report.nothing-to-send-back'> {
  const state = stateOf(events)
  if (state === 'draft' || state === 'issued') return refuse('report.nothing-to-send-back', { state })
  return ok({ version: isSealed(state) ? version + 1 : version })
}

/** The last number given in a series and the day it carries; null when the year has none yet. */
export type LastNumber = { readonly number: number; readonly on: PlainDate } | null

/** Of two sources of numbers in one series, the one that has come further. */
export function latestOf(a: LastNumber, b: LastNumber): LastNumber {
  return (b?.number ?? 0) > (a?.number ?? 0) ? b : a
}

/** Numbers run from 01 per issuer, series and year without a gap; the day never goes back within a series (Decree 30, Art. 15; K11). */
export function nextNumber(
  last: LastNumber,
  facts: { readonly on: PlainDate; readonly signedOn: PlainDate | null; readonly today: PlainDate },
): Result<number, ReportRefusal> {
  const { on, signedOn, today } = facts
  if (signedOn === null) return refuse('report.number-without-signature')
  if (on > today) return refuse('report.day-in-future', { on })
  if (on < signedOn) return refuse('report.day-before-signature', { on, signedOn })
  if (last && on < last.on) return refuse('report.day-before-last-number', { on, lastOn: last.on, number: last.number })
  return ok((last?.number ?? 0) + 1)
}

/**
 * A document returned after it was numbered keeps its number while no later one was given in its series: for it the
 * series ends one before. Else it takes the next, and the old number is given up: no number is used twice (Art. 15).
 */
export function numbersBefore(given: NonNullable<LastNumber>, last: LastNumber, on: PlainDate): LastNumber {
  const isLast = given.number === last?.number && yearOf(given.on) === yearOf(on)
  return isLast ? { number: given.number - 1, on: given.on } : last
}
