import type { PlainDate } from '../calendar/plain-date.ts'
import type { Handling, Matter } from '../household/conduct.ts'
import type { Trait } from './rule-book.ts'

/** Under this code stands what whoever decides found of all standards together, where the text gives no measure. */
export const standardsAsFound = 'standards'

/** What is known of one candidate in one year of merit. What nobody recorded is null or absent: never 0, never yes. */
export type CandidateFacts = {
  readonly year: number
  /** Null: no registration is on record. */
  readonly registeredOn: PlainDate | null
  readonly traits: readonly Trait[] | null
  /** By the code of a line of the score sheet. */
  readonly points: Readonly<Record<string, number>>
  /** By the code of a standard or prerequisite that is met or not. */
  readonly met: Readonly<Record<string, boolean>>
  /** Null: nobody has looked; empty: looked, and there is none. */
  readonly grounds: readonly Ground[] | null
  readonly meeting: ReviewMeeting | null
  readonly votesFor: number | null
  /** Whole days the list hung out. */
  readonly postedDays: number | null
  readonly content: { readonly agree: number; readonly asked: number } | null
}

/** Conduct of somebody of the household, what became of it, and the day of the penalty, or of the act where there was none. */
export type Ground = { readonly matter: Matter; readonly handling: Handling; readonly on: PlainDate }

/** A meeting counts for every candidate it spoke of. */
export type ReviewMeeting = { readonly convened: number; readonly present: number; readonly households: number | null }
