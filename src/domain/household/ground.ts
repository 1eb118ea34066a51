import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { HouseholdRefusal } from './household.ts'

/**
 * A fact that bars a household from a title: which case of the rule book, on which day, by which text. What happened
 * is not told: Law 91/2025/QH15 treats the private life and offences of people as sensitive.
 */
export type ExclusionGround = {
  readonly id: string
  readonly householdId: string
  readonly caseCode: string
  readonly on: PlainDate
  /** The text that establishes it: its number and day, never its story. */
  readonly basis: string
  readonly documentId: string | null
  readonly recordedBy: string
  readonly withdrawal: { readonly on: PlainDate; readonly reason: string } | null
}

export function recordGround(ground: ExclusionGround, today: PlainDate): Result<ExclusionGround, HouseholdRefusal> {
  return ground.on > today ? refuse('household.in-future', { on: ground.on }) : ok(ground)
}

/** Recorded by mistake, or the text it rests on was annulled: it stays to be seen and bars nobody. */
export function withdrawGround(
  ground: ExclusionGround,
  withdrawal: { readonly on: PlainDate; readonly reason: string },
): Result<ExclusionGround, HouseholdRefusal> {
  if (ground.withdrawal) return refuse('household.ground-withdrawn', { on: ground.withdrawal.on })
  return ok({ ...ground, withdrawal })
}
