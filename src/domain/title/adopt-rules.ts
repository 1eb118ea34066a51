import { overlaps } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { OrgUnitVersion } from '../org/org-unit.ts'
import type { ProvincialRules } from './score-sheet.ts'

/** Rules on record with what became of them: never changed, ended by those that follow, or withdrawn as if never adopted. */
export type AdoptedRules = {
  readonly id: string
  readonly rules: ProvincialRules
  /** Whether the file named no last day: what ends them then is only what follows. */
  readonly isOpenAsLoaded: boolean
  readonly withdrawnOn: PlainDate | null
}

export type AdoptRefusal =
  | 'rules.unknown'
  | 'rules.not-of-province'
  | 'rules.no-first-day'
  | 'rules.overlap'
  | 'rules.confirmed-already'
  | 'rules.withdrawn-already'
  | 'rules.confirm-own'

/** What is adopted, and the day up to which the rules before it stand. */
export type Adoption = { readonly rules: ProvincialRules; readonly ends: { readonly id: string; readonly until: PlainDate } | null }

/** What the law leaves to the province is the province's: nobody below or beside it adopts rules. */
export function mayAdoptAt({ kind, calledInText }: Pick<OrgUnitVersion, 'kind' | 'calledInText'>): Result<undefined, AdoptRefusal> {
  return kind === 'province' ? ok() : refuse('rules.not-of-province', { name: calledInText })
}

/**
 * New rules follow the open ones of the same place from their first day on; between two of them no day is in doubt.
 * Nobody's word comes along with a file: what counts is confirmed here, by somebody who compared it.
 */
export function adoptRules(rules: ProvincialRules, before: readonly AdoptedRules[]): Result<Adoption, AdoptRefusal> {
  const { from } = rules.valid
  if (from === null) return refuse('rules.no-first-day')
  const standing = before.filter(other => other.withdrawnOn === null)
  const open = standing.find(({ rules: { valid } }) => valid.until === null && (valid.from === null || valid.from < from))
  const rival = standing.find(other => other !== open && overlaps(other.rules.valid, rules.valid))
  if (rival) return refuse('rules.overlap', { basis: rival.rules.basis })
  return ok({ rules: { ...rules, confirmation: null }, ends: open ? { id: open.id, until: from } : null })
}

/** Four eyes: whoever loaded the file does not vouch for it. */
export function confirmRules(
  { rules, withdrawnOn, adoptedBy }: AdoptedRules & { readonly adoptedBy: string },
  { by, on, accountId }: { readonly by: string; readonly on: PlainDate; readonly accountId: string },
): Result<ProvincialRules, AdoptRefusal> {
  if (withdrawnOn !== null) return refuse('rules.withdrawn-already', { on: withdrawnOn })
  if (rules.confirmation) return refuse('rules.confirmed-already', { by: rules.confirmation.by, on: rules.confirmation.on })
  if (adoptedBy === accountId) return refuse('rules.confirm-own')
  return ok({ ...rules, confirmation: { by, on } })
}

/** Which rules go on again where the withdrawn ones never counted, and until when. */
export type Resumption = { readonly id: string; readonly until: PlainDate | null }

/** Loaded by mistake: they stay on record and count no more; those they had ended go on in their place. */
export function withdrawRules(
  { id, rules, withdrawnOn }: AdoptedRules,
  all: readonly AdoptedRules[],
): Result<Resumption | null, AdoptRefusal> {
  if (withdrawnOn !== null) return refuse('rules.withdrawn-already', { on: withdrawnOn })
  const ended = all.find(
    other => other.id !== id && other.withdrawnOn === null && other.isOpenAsLoaded && other.rules.valid.until === rules.valid.from,
  )
  return ok(ended ? { id: ended.id, until: rules.valid.until } : null)
}
