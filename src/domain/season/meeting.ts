import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Prepared, Rule } from '../title/prepared.ts'
import { reaches, type Share } from '../title/rule-book.ts'
import type { SeasonRefusal } from './season.ts'

export type Votes = { readonly for: number; readonly against: number; readonly other: number }

export const gatheringForms = ['whole', 'cluster', 'doorToDoor'] as const
/** Họp cả bản · họp theo cụm · phát phiếu từng hộ. */
export type GatheringForm = (typeof gatheringForms)[number]
export const votingWays = ['hands', 'secret'] as const
/** Giơ tay · phiếu kín. */
export type VotingWay = (typeof votingWays)[number]

/**
 * One part of the meeting of an area: where people came together, or ballots carried from door to door. The vote is on
 * the list as a whole, on each household, or on the list with exceptions.
 */
export type Gathering = {
  readonly id: string
  readonly seasonId: string
  readonly areaUnitId: string
  /** A meeting sent back is held again: only the gatherings of the last sitting count. */
  readonly sitting: number
  readonly heldOn: PlainDate
  readonly place: string
  /** `19:30`, as the minutes write the hours; null where they do not. */
  readonly startClock: string | null
  readonly endClock: string | null
  readonly form: GatheringForm
  readonly way: VotingWay
  /** Of door to door: handed a ballot. */
  readonly convened: number
  /** Of door to door: gave it back. */
  readonly present: number
  /** Those convened who did not come, by name, as far as written down. */
  readonly absent: readonly string[]
  readonly list: Votes | null
  readonly exceptions: readonly (Votes & { readonly candidateId: string })[]
  /** What was said, as the minutes tell it; empty where nobody wrote it down. */
  readonly proceedings: string
}

/** What cannot be is refused, whoever wrote it down. */
export function checkGathering(gathering: Gathering, candidateIds: readonly string[]): Result<Gathering, SeasonRefusal> {
  const { convened, present, absent, list, exceptions } = gathering
  if (present > convened) return refuse('season.more-present-than-convened', { present, convened })
  if ((minutesHeld(gathering) ?? 1) <= 0) return refuse('season.ended-before-begun')
  if (absent.length > convened - present)
    return refuse('season.more-absent-than-missing', { absent: absent.length, missing: convened - present })
  const known = new Set(candidateIds)
  const seen = new Set<string>()
  for (const { candidateId } of exceptions) {
    if (!known.has(candidateId)) return refuse('season.unknown-candidate')
    if (seen.has(candidateId)) return refuse('season.voted-twice')
    seen.add(candidateId)
  }
  for (const votes of list ? [list, ...exceptions] : exceptions)
    if (cast(votes) > present) return refuse('season.more-votes-than-present', { votes: cast(votes), present })
  return ok(gathering)
}

/** From beginning to end; null where the minutes lack either. */
export function minutesHeld({ startClock, endClock }: Pick<Gathering, 'startClock' | 'endClock'>): number | null {
  return startClock === null || endClock === null ? null : minuteOfDay(endClock) - minuteOfDay(startClock)
}

function minuteOfDay(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** What a rule asks of a meeting and what came of it. */
export type Measured = {
  readonly share: Share
  readonly part: number
  readonly whole: number
  readonly isReached: boolean
  /** Verified law stops; an unverified rule and the general law on meetings only warn. */
  readonly blocks: boolean
  readonly clause: string
}

export type CountedCandidate = {
  readonly candidateId: string
  /** Null: some gathering did not vote on it. */
  readonly votes: Votes | null
  readonly consent: Measured | null
}

export type MeetingCount = {
  readonly convened: number
  readonly present: number
  /** Null where nothing is asked. */
  readonly quorum: Measured | null
  readonly candidates: readonly CountedCandidate[]
}

/** What the law of the day and the province ask of a meeting, and how many households the area has. */
export type MeetingRules = Pick<Prepared, 'quorum' | 'consent'> & { readonly households: number }

/** All gatherings of one sitting added up; quorum and consent measured in whole numbers. */
export function count(gatherings: readonly Gathering[], candidateIds: readonly string[], rules: MeetingRules): MeetingCount {
  const convened = convenedTo(gatherings)
  const present = sum(gatherings.map(gathering => gathering.present))
  const wholes: Wholes = { convened, asked: convened, present, households: rules.households }
  return {
    convened,
    present,
    quorum: measured(present, wholes, rules.quorum),
    candidates: candidateIds.map(candidateId => {
      const votes = votesOn(candidateId, gatherings)
      return { candidateId, votes, consent: votes && measured(votes.for, wholes, rules.consent) }
    }),
  }
}

/** Not reached, and the rule may stop somebody. */
export function isStopped(measure: Measured | null): measure is Measured {
  return measure !== null && measure.blocks && !measure.isReached
}

/**
 * Ballots go from door to door to those who did not come (59/2023/NĐ-CP, Art. 4): they were convened before and are not
 * convened twice. Where there were ballots only, those who got one are the convened.
 */
function convenedTo(gatherings: readonly Gathering[]): number {
  const held = gatherings.filter(({ form }) => form !== 'doorToDoor')
  return sum((held.length > 0 ? held : gatherings).map(({ convened }) => convened))
}

function votesOn(candidateId: string, gatherings: readonly Gathering[]): Votes | null {
  const each = gatherings.map(({ list, exceptions }) => exceptions.find(votes => votes.candidateId === candidateId) ?? list)
  const whole = each.filter(votes => votes !== null)
  if (whole.length === 0 || whole.length < each.length) return null
  return { for: sum(whole.map(v => v.for)), against: sum(whole.map(v => v.against)), other: sum(whole.map(v => v.other)) }
}

type Wholes = Readonly<Record<Share['of'], number>>

function measured(part: number, wholes: Wholes, rule: Rule<Share> | null): Measured | null {
  if (!rule) return null
  const { value: share, blocks, clause } = rule
  const whole = wholes[share.of]
  return { share, part, whole, isReached: whole > 0 && reaches(share, part, whole), blocks, clause }
}

function cast(votes: Votes): number {
  return votes.for + votes.against + votes.other
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
