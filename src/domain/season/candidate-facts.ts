import type { Ground } from '../title/candidate-facts.ts'
import type { Trait } from '../title/rule-book.ts'
import type { Candidate } from './candidate.ts'

/** A ground as the register keeps it. It names no text, so each rule book judges it by its own cases. */
export type RecordedGround = Ground & { readonly householdId: string }

/** What the place bears, and what the household is. Where nobody knows whether it is poor, nothing is made of it. */
export function traitsOf(
  { poverty, subjectKind }: Pick<Candidate, 'poverty' | 'subjectKind'>,
  placeTraits: readonly Trait[],
): Trait[] | null {
  if (subjectKind === 'unit') return [...placeTraits]
  if (poverty === null) return placeTraits.length > 0 ? [...placeTraits] : null
  return poverty === 'none' ? [...placeTraits] : [...placeTraits, poverty]
}
