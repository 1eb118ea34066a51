import { ok, type Result, refuse } from '../kit/result.ts'
import type { Grant } from './access.ts'

// Data-protection practice for systems without a second factor (TCVN 14423:2026 as reported, not yet verified):
// passwords from 14 characters, at most 5 wrong tries.

export const passwordLength = { min: 14, max: 128 } as const

/** Long enough to be a sentence, short enough to be hashed at once. */
export function isAcceptablePassword(password: string): boolean {
  return password.length >= passwordLength.min && password.length <= passwordLength.max
}

/** Wrong passwords in a row for one account or from one address, and when the last was tried (ISO 8601, UTC). */
export type Attempts = { readonly failures: number; readonly lastAt: string }

/** A whole office may share one address, so an address may err more often than an account. */
export const attemptLimits = { account: 5, address: 20 } as const

const pauseMs = 60_000

/** The count after one more try, which counts as failed until it succeeds; refused during the minute after the last one allowed. */
export function tryOnce(before: Attempts | undefined, limit: number, now: string): Result<Attempts, 'account.too-many-attempts'> {
  const isRested = before === undefined || Date.parse(now) - Date.parse(before.lastAt) >= pauseMs
  if (isRested) return ok({ failures: 1, lastAt: now })
  if (before.failures >= limit) return refuse('account.too-many-attempts')
  return ok({ failures: before.failures + 1, lastAt: now })
}

/** Whether units would be left without anyone to administer them once these grants are gone. `others` are what remains. */
export function leavesNoAdmin(leaving: readonly Grant[], others: readonly Grant[]): boolean {
  const remaining = others.filter(grant => grant.role === 'admin')
  return leaving.some(grant => grant.role === 'admin' && !remaining.some(other => covers(other, grant)))
}

function covers(other: Grant, leaving: Grant): boolean {
  if (other.withSubtree) return leaving.unitPath.includes(other.unitId)
  return other.unitId === leaving.unitId && !leaving.withSubtree
}
