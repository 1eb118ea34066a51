import type { Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'

/**
 * Who a household is, whoever heads it and wherever it lives. `partitionId` is the residential area it was first
 * entered in; it never changes, also when the household moves.
 */
export type Household = {
  readonly id: string
  readonly partitionId: string
  /** As the commune numbers its households; null where it does not. */
  readonly code: string | null
  readonly revision: number
}

export const povertyStandings = ['poor', 'nearPoor', 'none'] as const
/** Hộ nghèo · hộ cận nghèo · không thuộc hai diện ấy. */
export type PovertyStanding = (typeof povertyStandings)[number]

/** What is recorded of a household: no more than a title asks for, and nothing about single members. */
export type HouseholdContent = {
  readonly headName: string
  /** Null: nobody counted. */
  readonly memberCount: number | null
  readonly address: string
  readonly areaUnitId: string
  /** Null: not known. Never "none" by default. */
  readonly poverty: PovertyStanding | null
}

export const versionCauses = ['entered', 'imported', 'amended', 'moved', 'split', 'merged'] as const
export type VersionCause = (typeof versionCauses)[number]

export const endCauses = ['movedAway', 'dissolved', 'merged', 'recordedByMistake'] as const
/** Chuyển khỏi địa bàn · không còn hộ · nhập vào hộ khác · ghi nhầm. */
export type EndCause = (typeof endCauses)[number]

/** What a household was during a range of days. Two standing versions of one household never overlap. */
export type HouseholdVersion = Versioned &
  HouseholdContent & {
    readonly id: string
    readonly householdId: string
    readonly cause: VersionCause
    readonly reason: string
    /** Why the household ended with it; null while it goes on. */
    readonly endCause: EndCause | null
    /** Found wrong from its first day: kept to be seen, counted nowhere. */
    readonly isStruck: boolean
  }

/** A split or a merger: `from` gave members to `to` on that day. */
export type HouseholdSuccession = {
  readonly fromHouseholdId: string
  readonly toHouseholdId: string
  readonly on: PlainDate
  readonly kind: 'split' | 'merger'
}

export type HouseholdRefusal =
  | 'household.unknown'
  | 'household.stale'
  | 'household.in-future'
  | 'household.no-residential-area'
  | 'household.looks-known'
  | 'household.code-taken'
  | 'household.before-last-change'
  | 'household.ended'
  | 'household.same-area'
  | 'household.merges-itself'
  | 'household.not-one-area'
  | 'household.unknown-ground'
  | 'household.ground-not-named'
  | 'household.ground-withdrawn'
  | 'household.unknown-document'
  | 'household.bad-list'
  | 'household.unknown-list'
  | 'household.list-at-work'
  | 'household.list-taken'
  | 'household.list-not-tried'
  | 'household.list-busy'
  | 'household.list-too-large'
  | 'household.list-gone'
  | 'household.list-broke-off'

/** What becomes of the versions there are when another takes over: one ends or, wrong from its first day, is struck. */
export type Change = { readonly version: HouseholdVersion; readonly before: HouseholdVersion; readonly after: HouseholdVersion }

/** What is known of a household from a day on. Nothing is overwritten: what ran until then ends on that day. */
export function change(
  version: HouseholdVersion,
  versions: readonly HouseholdVersion[],
  today: PlainDate,
): Result<Change, HouseholdRefusal> {
  const last = lastStanding(versions)
  const from = version.valid.from
  if (!last || from === null) return refuse('household.unknown')
  if (from > today) return refuse('household.in-future', { on: from })
  if (last.valid.until !== null) return refuse('household.ended', { on: last.valid.until })
  if (last.valid.from !== null && from < last.valid.from) return refuse('household.before-last-change', { on: last.valid.from })
  const after = from === last.valid.from ? { ...last, isStruck: true } : { ...last, valid: { from: last.valid.from, until: from } }
  return ok({ version, before: last, after })
}

/** A move is a change of place alone: who the household is goes with it. */
export function move(version: HouseholdVersion, versions: readonly HouseholdVersion[], today: PlainDate): Result<Change, HouseholdRefusal> {
  if (lastStanding(versions)?.areaUnitId === version.areaUnitId) return refuse('household.same-area')
  return change(version, versions, today)
}

/** From a day on there is no such household here. Ended on its first day, it never was. */
export function end(
  versions: readonly HouseholdVersion[],
  { on, cause }: { readonly on: PlainDate; readonly cause: EndCause },
  today: PlainDate,
): Result<{ readonly before: HouseholdVersion; readonly after: HouseholdVersion }, HouseholdRefusal> {
  const last = lastStanding(versions)
  if (!last) return refuse('household.unknown')
  if (on > today) return refuse('household.in-future', { on })
  if (last.valid.until !== null) return refuse('household.ended', { on: last.valid.until })
  if (last.valid.from !== null && on < last.valid.from) return refuse('household.before-last-change', { on: last.valid.from })
  const isStruck = on === last.valid.from
  const valid = isStruck ? last.valid : { from: last.valid.from, until: on }
  return ok({ before: last, after: { ...last, valid, isStruck, endCause: cause } })
}

/** The latest version that stands. */
export function lastStanding<Version extends Pick<HouseholdVersion, 'isStruck' | 'valid'>>(
  versions: readonly Version[],
): Version | undefined {
  return versions.filter(version => !version.isStruck).toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? 1 : -1))[0]
}
