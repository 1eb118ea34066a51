import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Handling, Matter } from './conduct.ts'
import type { HouseholdRefusal } from './household.ts'

/**
 * A fact that bars a household from a title: which conduct, what became of it, on which day, by which text. It names no
 * case of one rule book, so that each text judges it by itself. What happened is not told: Law 91/2025/QH15 treats the
 * private life and offences of people as sensitive.
 */
export type ExclusionGround = {
  readonly id: string
  readonly householdId: string
  readonly matter: Matter
  readonly handling: Handling
  /** The day of the penalty, or of the act where there was none. */
  readonly on: PlainDate
  /** The text that establishes it: its number and day, never its story. */
  readonly basis: string
  readonly documentId: string | null
  readonly recordedBy: string
  readonly withdrawal: { readonly on: PlainDate; readonly reason: string } | null
}

/** What no text names is nobody's business: it is not kept. */
export function recordGround(
  ground: ExclusionGround,
  { isNamed, today }: { readonly isNamed: boolean; readonly today: PlainDate },
): Result<ExclusionGround, HouseholdRefusal> {
  if (ground.on > today) return refuse('household.in-future', { on: ground.on })
  return isNamed ? ok(ground) : refuse('household.ground-not-named', { on: ground.on })
}

/** Recorded by mistake, or the text it rests on was annulled: it stays to be seen and bars nobody. */
export function withdrawGround(
  ground: ExclusionGround,
  withdrawal: { readonly on: PlainDate; readonly reason: string },
): Result<ExclusionGround, HouseholdRefusal> {
  if (ground.withdrawal) return refuse('household.ground-withdrawn', { on: ground.withdrawal.on })
  return ok({ ...ground, withdrawal })
}
