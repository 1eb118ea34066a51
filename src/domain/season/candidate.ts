import type { PlainDate } from '../calendar/plain-date.ts'
import type { HouseholdContent, PovertyStanding } from '../household/household.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { SeasonRefusal } from './season.ts'

/** A household of one residential area, considered in a season. Name and address are those of the day it was registered. */
export type Candidate = {
  readonly id: string
  readonly seasonId: string
  readonly areaUnitId: string
  readonly householdId: string
  /** Where the household was first entered in the register; see `Household`. */
  readonly partitionId: string
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

/** One standing registration per household and season, wherever in the commune it lives. */
export function registerCandidate(
  candidate: Candidate,
  facts: { readonly existing: readonly Candidate[]; readonly openedOn: PlainDate; readonly isClosed: boolean },
  today: PlainDate,
): Result<Candidate, SeasonRefusal> {
  const { headName, registeredOn, householdId } = candidate
  if (registeredOn > today) return refuse('season.in-future', { on: registeredOn })
  if (registeredOn < facts.openedOn) return refuse('season.before-opening', { on: facts.openedOn })
  if (facts.isClosed) return refuse('season.list-closed')
  const rival = facts.existing.find(other => other.householdId === householdId && isStanding(other))
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

/** A household as the register knows it on a day. */
export type HouseholdNow = { readonly householdId: string; readonly partitionId: string } & Pick<
  HouseholdContent,
  'headName' | 'address' | 'poverty'
>

const told = ['headName', 'address', 'poverty'] as const
export type ToldChange = { readonly what: (typeof told)[number]; readonly was: string | null; readonly is: string | null }

/** Last year's list held against the register of today: who goes on, what changed, who is gone, who is there already. */
export type CarriedOver = {
  readonly goingOn: readonly { readonly household: HouseholdNow; readonly changes: readonly ToldChange[] }[]
  readonly gone: readonly Candidate[]
  readonly alreadyRegistered: readonly Candidate[]
}

export function carryOver(
  lastYear: readonly Candidate[],
  facts: { readonly living: readonly HouseholdNow[]; readonly existing: readonly Candidate[] },
): CarriedOver {
  const living = new Map(facts.living.map(household => [household.householdId, household]))
  const registered = new Set(facts.existing.filter(isStanding).map(({ householdId }) => householdId))
  const stood = lastYear.filter(isStanding)
  const free = stood.filter(({ householdId }) => !registered.has(householdId))
  return {
    goingOn: free.flatMap(before => {
      const household = living.get(before.householdId)
      return household ? [{ household, changes: changesSince(before, household) }] : []
    }),
    gone: free.filter(({ householdId }) => !living.has(householdId)),
    alreadyRegistered: stood.filter(({ householdId }) => registered.has(householdId)),
  }
}

function changesSince(before: Candidate, now: HouseholdNow): ToldChange[] {
  return told.filter(what => before[what] !== now[what]).map(what => ({ what, was: before[what], is: now[what] }))
}
