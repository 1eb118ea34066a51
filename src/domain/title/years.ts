import type { Honour, PraiseRule, RecognitionYears } from './rule-book.ts'
import { type Confirmations, mayBlock, noConfirmations } from './sourced.ts'

/** What one year of merit came to, under the rule book it was measured by. No entry: nobody knows, and unknown is not reached. */
export type YearResult = {
  readonly honour: Honour
  readonly year: number
  readonly outcome: 'reached' | 'notReached' | 'revoked'
  readonly ruleBook: string
}

/** Years reached in a row up to one year, and the year that ended the row backwards. */
export type Chain = {
  readonly years: readonly number[]
  readonly brokenBy: { readonly year: number; readonly why: 'notReached' | 'revoked' | 'unknown' | 'notKept' | 'unsettled' }
  /** By which rule book each of these years was measured. */
  readonly ruleBooks: readonly string[]
}

/** A lost, revoked or unknown year breaks the row; of two entries of one year the worse counts, in whatever order. */
export function chainEnding(results: readonly YearResult[], year: number): Chain {
  const years: number[] = []
  const ruleBooks: string[] = []
  for (let at = year; ; at--) {
    const ofYear = results.filter(result => result.year === at)
    const why = brokenBy(ofYear)
    if (why) return { years, brokenBy: { year: at, why }, ruleBooks }
    years.unshift(at)
    ruleBooks.unshift(ofYear.map(({ ruleBook }) => ruleBook).join(', '))
  }
}

function brokenBy(ofYear: readonly YearResult[]): Chain['brokenBy']['why'] | null {
  const outcomes = ofYear.map(({ outcome }) => outcome)
  if (outcomes.length === 0) return 'unknown'
  if (outcomes.includes('revoked')) return 'revoked'
  return outcomes.includes('notReached') ? 'notReached' : null
}

/** Whether years suffice, and which. `unsure`: they would not, by law nobody has verified. */
export type YearsStanding = {
  readonly verdict: 'due' | 'notDue' | 'unsure'
  readonly years: readonly number[]
  readonly needed: number | null
  readonly reasons: readonly YearsFinding[]
  readonly warnings: readonly YearsFinding[]
}
export type YearsFinding =
  | { readonly code: 'too-few-years'; readonly clause: string; readonly brokenBy: Chain['brokenBy'] }
  | { readonly code: 'years-used'; readonly clause: string; readonly years: readonly number[] }
  | { readonly code: 'crosses-rule-books'; readonly clause: string; readonly ruleBooks: readonly string[] }
  | { readonly code: 'years-unknown'; readonly clause: string }
  /** Of whom came before a split or a merger, where nobody has settled whether they count on. */
  | { readonly code: 'years-unsettled'; readonly clause: string; readonly years: readonly number[] }

export type RecognitionHistory = {
  readonly results: readonly YearResult[]
  /** The year of merit first registered for. */
  readonly registeredFor: number
  /** The last years of merit of recognitions that still stand. */
  readonly recognisedFor: readonly number[]
}

/**
 * 08/2014/TT-BVHTTDL, Art. 3(2): reached two years in a row since registration, then five since the last recognition.
 * Registered and reached for 2015 and 2016: first in 2016; 2017 to 2021: again in 2021.
 */
export function recognitionFor(
  year: number,
  { results, registeredFor, recognisedFor }: RecognitionHistory,
  { recognition, confirmations = noConfirmations }: { readonly recognition: RecognitionYears; readonly confirmations?: Confirmations },
): YearsStanding & { readonly round: 'first' | 'again' } {
  const before = recognisedFor.filter(other => other < year)
  const round = before.length === 0 ? 'first' : 'again'
  const since = round === 'first' ? registeredFor : Math.max(...before) + 1
  const chain = chainEnding(
    results.filter(result => result.year >= since),
    year,
  )
  return { round, ...standing(chain, { fact: recognition[round], confirmations }) }
}

/** A letter of praise for years in a row of its title, none of them used for an earlier letter. */
export function praiseFor(
  year: number,
  { results, praised }: { readonly results: readonly YearResult[]; readonly praised: readonly (readonly number[])[] },
  { rule, confirmations = noConfirmations }: { readonly rule: PraiseRule; readonly confirmations?: Confirmations },
): YearsStanding {
  const ofTitle = results.filter(result => result.honour === rule.of)
  const found = standing(chainEnding(ofTitle, year), { fact: rule.years, confirmations })
  const window = found.years.slice(-rule.years.value)
  const used = praised.find(years => years.some(other => window.includes(other)))
  if (!used || !rule.yearsCountOnce.value) return { ...found, years: window }
  const overlap: YearsFinding = { code: 'years-used', clause: rule.yearsCountOnce.clause, years: used }
  const stops = mayBlock(rule.yearsCountOnce, confirmations)
  return stops
    ? { ...found, years: window, verdict: 'notDue', reasons: [...found.reasons, overlap] }
    : { ...found, years: window, warnings: [...found.warnings, overlap] }
}

function standing(
  chain: Chain,
  { fact, confirmations }: { readonly fact: RecognitionYears['first']; readonly confirmations: Confirmations },
): YearsStanding {
  const { value: needed, clause } = fact
  const { years } = chain
  if (needed === null) return { verdict: 'unsure', years, needed, reasons: [], warnings: [{ code: 'years-unknown', clause }] }
  const ruleBooks = [...new Set(chain.ruleBooks.slice(-needed))]
  const crossing: readonly YearsFinding[] = ruleBooks.length > 1 ? [{ code: 'crosses-rule-books', clause, ruleBooks }] : []
  if (years.length >= needed) return { verdict: 'due', years, needed, reasons: [], warnings: crossing }
  const short: YearsFinding = { code: 'too-few-years', clause, brokenBy: chain.brokenBy }
  return mayBlock(fact, confirmations)
    ? { verdict: 'notDue', years, needed, reasons: [short], warnings: crossing }
    : { verdict: 'unsure', years, needed, reasons: [], warnings: [...crossing, short] }
}
