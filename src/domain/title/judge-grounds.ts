import { yearOf } from '../calendar/plain-date.ts'
import type { CandidateFacts, Ground } from './candidate-facts.ts'
import type { Prepared } from './prepared.ts'
import type { Exclusion } from './rule-book.ts'
import { hold, miss, type Verdict, warn } from './verdict.ts'

/** Whether the text bars it: the conduct it names, dealt with as it says. */
export function bars(exclusion: Exclusion, { matter, handling }: Pick<Ground, 'matter' | 'handling'>): boolean {
  return exclusion.bars.some(
    ({ matters, handlings }) => (matters === 'any' || matters.includes(matter)) && (handlings === 'any' || handlings.includes(handling)),
  )
}

/** The ground must lie in the year of merit; one between its end and the decision deserves a look, an older one counts no more. */
export function judgeGrounds({ exclusions }: Prepared, { grounds, year }: CandidateFacts, verdict: Verdict): void {
  if (exclusions.length === 0) return
  if (grounds === null) return exclusions.some(({ rule }) => rule.blocks) ? miss(verdict, 'grounds') : undefined
  if (grounds.length === 0) return
  for (const { exclusion, rule } of exclusions) {
    const held = grounds.filter(ground => bars(exclusion, ground)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    const inYear = held.find(({ on }) => yearOf(on) === year)
    const after = held.find(({ on }) => yearOf(on) > year)
    if (inYear) hold(verdict, rule, 'excluded', { case: exclusion.code, on: inYear.on })
    else if (after) warn(verdict, rule, 'ground-after-the-year', { case: exclusion.code, on: after.on })
  }
}
