import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'

/**
 * What happened to what one unit handed in, in order; never overwritten. `sent` and `corrected` seal a version; the others
 * speak of one.
 */
export type ReturnEvent = {
  readonly sequence: number
  readonly type: ReturnEventType
  readonly version: number
  readonly byName: string
  readonly byAccountId: string
  readonly at: string
  readonly on: PlainDate
  /** Why it was sent back, or corrected after it had been accepted; empty otherwise. */
  readonly reason: string
  /** At which cell or paragraph something is to be mended. */
  readonly remarks: readonly ReturnRemark[]
}
export const returnEventTypes = ['sent', 'sentBack', 'accepted', 'corrected'] as const
export type ReturnEventType = (typeof returnEventTypes)[number]

/** A remark sits at an indicator or at a part of the narrative. */
export type ReturnRemark = { readonly at: { readonly kind: 'cell' | 'part'; readonly key: string }; readonly text: string }

/** open: nothing handed in yet. corrected: accepted once, and changed since. */
export const returnStates = ['open', 'sent', 'sentBack', 'accepted', 'corrected'] as const
export type ReturnState = (typeof returnStates)[number]

export type ReturnRefusal =
  | 'return.waits-for-answer'
  | 'return.needs-reason'
  | 'return.unchanged'
  | 'return.nothing-to-answer'
  | 'return.other-version'
  | 'return.before-cutoff'

type Told = Pick<ReturnEvent, 'type' | 'version' | 'on'>

export function stateOfReturn(events: readonly Told[]): ReturnState {
  const last = events.at(-1)
  if (!last) return 'open'
  // A correction sent back leaves what was accepted before it.
  if (last.type === 'sentBack' && acceptedVersion(events) !== null) return 'accepted'
  return last.type
}

/** The same as it was on a day. */
export function returnOn<Event extends Told>(events: readonly Event[], day: PlainDate): Event[] {
  return events.filter(({ on }) => on <= day)
}

/**
 * The version whose figures count: what was accepted last; before that what was sent and not sent back. A correction counts
 * only once it is accepted.
 */
export function standingVersion(events: readonly Told[]): number | null {
  const last = events.at(-1)
  return acceptedVersion(events) ?? (last?.type === 'sent' ? last.version : null)
}

function acceptedVersion(events: readonly Told[]): number | null {
  return events.findLast(({ type }) => type === 'accepted')?.version ?? null
}

/** Handing in: nothing before the cut-off, nothing while somebody is looking at it; after acceptance only with a reason. */
export function handIn(
  events: readonly Told[],
  facts: { readonly today: PlainDate; readonly cutoff: PlainDate; readonly reason: string; readonly isChanged: boolean },
): Result<{ readonly type: 'sent' | 'corrected'; readonly version: number }, ReturnRefusal> {
  const { today, cutoff, reason, isChanged } = facts
  if (today <= cutoff) return refuse('return.before-cutoff', { cutoff })
  const state = stateOfReturn(events)
  const version = (events.at(-1)?.version ?? 0) + 1
  if (state === 'open' || state === 'sentBack') return ok({ type: 'sent', version })
  if (state !== 'accepted') return refuse('return.waits-for-answer')
  if (!isChanged) return refuse('return.unchanged')
  if (reason.trim() === '') return refuse('return.needs-reason')
  return ok({ type: 'corrected', version })
}

/** An answer is about the very version that was looked at. */
export function answerReturn(events: readonly Told[], version: number): Result<undefined, ReturnRefusal> {
  const last = events.at(-1)
  if (last?.type !== 'sent' && last?.type !== 'corrected') return refuse('return.nothing-to-answer')
  return last.version === version ? ok() : refuse('return.other-version', { version: last.version })
}

/** Sending back says what is to be mended, at a place or in words. */
export function sendReturnBack(
  events: readonly Told[],
  { version, reason, remarks }: Pick<ReturnEvent, 'version' | 'reason' | 'remarks'>,
): Result<undefined, ReturnRefusal> {
  const answer = answerReturn(events, version)
  if (!answer.ok) return answer
  return reason.trim() === '' && remarks.length === 0 ? refuse('return.needs-reason') : ok()
}

/** When a unit first handed in what it owed; whatever was sent back does not unmake the day it came. */
export function firstSentOn(events: readonly Told[]): PlainDate | null {
  return events.find(({ type }) => type === 'sent')?.on ?? null
}
