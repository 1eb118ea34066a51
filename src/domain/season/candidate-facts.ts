import type { PlainDate } from '../calendar/plain-date.ts'
import type { Ground } from '../title/candidate-facts.ts'
import type { RuleBook, Trait } from '../title/rule-book.ts'
import type { Candidate } from './candidate.ts'

/** A ground as the register keeps it: which case of a text, and the day. */
export type RecordedGround = { readonly householdId: string; readonly caseCode: string; readonly on: PlainDate }

/**
 * The conduct a recorded case stands for under this rule book. A case of another text tells nothing here: null, so that
 * somebody looks at it before anybody is recognised.
 */
export function groundsUnder(book: RuleBook, recorded: readonly RecordedGround[]): Ground[] | null {
  const grounds: Ground[] = []
  for (const { caseCode, on } of recorded) {
    const bar = book.exclusions.find(({ code }) => code === caseCode)?.bars[0]
    if (!bar) return null
    const matter = bar.matters === 'any' ? 'other' : (bar.matters[0] ?? 'other')
    const handling = bar.handlings === 'any' ? 'found' : (bar.handlings[0] ?? 'found')
    grounds.push({ matter, handling, on })
  }
  return grounds
}

/** What the place bears, and what the household is. Where nobody knows whether it is poor, nothing is made of it. */
export function traitsOf({ poverty }: Pick<Candidate, 'poverty'>, placeTraits: readonly Trait[]): Trait[] | null {
  if (poverty === null) return placeTraits.length > 0 ? [...placeTraits] : null
  return poverty === 'none' ? [...placeTraits] : [...placeTraits, poverty]
}
