import type { PlainDate } from '../calendar/plain-date.ts'
import type { PovertyStanding } from '../household/household.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { SeasonRefusal } from './season.ts'

export const subjectKinds = ['household', 'unit'] as const
/** Whom an honour is for: households, or units such as villages, communes and offices. */
export type SubjectKind = (typeof subjectKinds)[number]

/** A household or a unit considered in a season. Name and address are those of the day it was registered. */
export type Candidate = {
  readonly id: string
  readonly seasonId: string
  readonly areaUnitId: string
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  /** Where the household was first entered in the register, see `Household`; of a unit, the unit itself. */
  readonly partitionId: string
  /** Of a unit: its name. */
  readonly headName: string
  readonly address: string
  readonly poverty: PovertyStanding | null
  readonly registeredOn: PlainDate
  readonly withdrawal: { readonly on: PlainDate; readonly reason: string } | null
}

/** Whoever withdrew was registered all the same; from then on nobody reviews it. */
export function isStanding({ withdrawal }: Pick<Candidate, 'withdrawal'>): boolean {
  return withdrawal === null
}

/** One standing registration per household or unit and season, wherever in the commune. */
export function registerCandidate(
  candidate: Candidate,
  facts: { readonly existing: readonly Candidate[]; readonly openedOn: PlainDate; readonly isClosed: boolean },
  today: PlainDate,
): Result<Candidate, SeasonRefusal> {
  const { headName, registeredOn, subjectId } = candidate
  if (registeredOn > today) return refuse('season.in-future', { on: registeredOn })
  if (registeredOn < facts.openedOn) return refuse('season.before-opening', { on: facts.openedOn })
  if (facts.isClosed) return refuse('season.list-closed')
  const rival = facts.existing.find(other => other.subjectId === subjectId && isStanding(other))
  return rival ? refuse('season.already-registered', { headName }) : ok(candidate)
}

/** Nothing is taken out of the book: from a day on the registration no longer stands. */
export function withdrawCandidate(
  candidate: Candidate,
  withdrawal: NonNullable<Candidate['withdrawal']>,
  { isDecided, today }: { readonly isDecided: boolean; readonly today: PlainDate },
): Result<Candidate, SeasonRefusal> {
  if (candidate.withdrawal) return refuse('season.withdrawn-already', { on: candidate.withdrawal.on })
  if (withdrawal.on > today) return refuse('season.in-future', { on: withdrawal.on })
  if (withdrawal.on < candidate.registeredOn) return refuse('season.withdrawn-before-registered', { on: candidate.registeredOn })
  return isDecided ? refuse('season.decided-already', { headName: candidate.headName }) : ok({ ...candidate, withdrawal })
}

/** Who may be registered: a household or a unit as it is known on a day. */
export type Applicant = Pick<Candidate, 'subjectKind' | 'subjectId' | 'partitionId' | 'headName' | 'address' | 'poverty'>

const told = ['headName', 'address', 'poverty'] as const
export type ToldChange = { readonly what: (typeof told)[number]; readonly was: string | null; readonly is: string | null }

/** Last year's list held against the register of today: who goes on, what changed, who is gone, who is there already. */
export type CarriedOver = {
  readonly goingOn: readonly { readonly applicant: Applicant; readonly changes: readonly ToldChange[] }[]
  readonly gone: readonly Candidate[]
  readonly alreadyRegistered: readonly Candidate[]
}

export function carryOver(
  lastYear: readonly Candidate[],
  facts: { readonly living: readonly Applicant[]; readonly existing: readonly Candidate[] },
): CarriedOver {
  const living = new Map(facts.living.map(applicant => [applicant.subjectId, applicant]))
  const registered = new Set(facts.existing.filter(isStanding).map(({ subjectId }) => subjectId))
  const stood = lastYear.filter(isStanding)
  const free = stood.filter(({ subjectId }) => !registered.has(subjectId))
  return {
    goingOn: free.flatMap(before => {
      const applicant = living.get(before.subjectId)
      return applicant ? [{ applicant, changes: changesSince(before, applicant) }] : []
    }),
    gone: free.filter(({ subjectId }) => !living.has(subjectId)),
    alreadyRegistered: stood.filter(({ subjectId }) => registered.has(subjectId)),
  }
}

function changesSince(before: Candidate, now: Applicant): ToldChange[] {
  return told.filter(what => before[what] !== now[what]).map(what => ({ what, was: before[what], is: now[what] }))
}
