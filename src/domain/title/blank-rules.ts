import type { PlainDate } from '../calendar/plain-date.ts'
import type { RuleBook } from './rule-book.ts'
import { ruleBooks } from './rule-books.ts'
import { addPoints, nothingSaidOfYears, type ProvincialRules, type ScoredStandard, type ScoreSheet } from './score-sheet.ts'

/** Rule books of a day, and those that follow with the same standards, of which something is the province's to say. */
export function booksForProvince(on: PlainDate): RuleBook[][] {
  const open = ruleBooks.filter(book => leavesOpen(book) && (book.valid.until === null || book.valid.until > on))
  const groups = new Map<string, RuleBook[]>()
  for (const book of open) {
    const key = [book.honour, ...book.standards.map(({ code }) => code)].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), book])
  }
  return [...groups.values()]
}

/** Points are the province's to give, and steps where nobody read them. */
function leavesOpen({ scoring, steps }: RuleBook): boolean {
  return scoring?.kind === 'points' || steps.length === 0
}

/** An empty form for a province: every standard the law names, no points yet. */
export function blankRules(on: PlainDate): ProvincialRules {
  return {
    province: '',
    basis: '',
    valid: { from: on, until: null },
    confirmation: null,
    levelNames: [],
    extraTitles: [],
    sheets: booksForProvince(on).map(blankSheet),
    yearsKept: nothingSaidOfYears,
  }
}

function blankSheet(books: readonly RuleBook[]): ScoreSheet {
  const [book] = books
  const scoring = book?.scoring?.kind === 'points' ? book.scoring : undefined
  const isScored = scoring !== undefined && scoring.thresholds.length === 0
  return {
    ruleBooks: books.map(({ id }) => id),
    standards: (scoring ? (book?.standards ?? []) : []).map(({ code, criteria }) => ({
      code,
      most: 0,
      says: null,
      criteria: criteria.map(criterion => ({ code: criterion.code, most: 0, says: null })),
    })),
    thresholds: isScored ? [{ code: 'chung', traits: [], least: 0 }] : [],
    leastShare: null,
    whenSeveral: null,
    mustRegister: null,
    quorum: null,
    consent: null,
    authority: null,
    whenVotesAreEqual: null,
    steps: [],
  }
}

/** What was filled in: sheets without any point or step are not the province's yet; a standard is the sum of its criteria. */
export function filledRules(rules: ProvincialRules): ProvincialRules {
  const sheets = rules.sheets.map(sheet => ({ ...sheet, standards: sheet.standards.map(filledStandard) }))
  return { ...rules, sheets: sheets.filter(({ standards, steps }) => steps.length > 0 || standards.some(({ most }) => most > 0)) }
}

/** The other way round: what the province has said, among all that it could say. */
export function openedRules(rules: ProvincialRules, on: PlainDate): ProvincialRules {
  const isSaid = (blank: ScoreSheet): boolean => rules.sheets.some(({ ruleBooks: said }) => said.some(id => blank.ruleBooks.includes(id)))
  const sheets = rules.sheets.map(sheet => ({ ...sheet, standards: sheet.standards.map(standard => openedStandard(standard, sheet)) }))
  return { ...rules, sheets: [...sheets, ...blankRules(on).sheets.filter(blank => !isSaid(blank))] }
}

function filledStandard(standard: ScoredStandard): ScoredStandard {
  const criteria = standard.criteria.filter(({ most }) => most > 0)
  return { ...standard, criteria, most: criteria.length > 0 ? addPoints(criteria.map(({ most }) => most)) : standard.most }
}

function openedStandard(standard: ScoredStandard, { ruleBooks: ids }: ScoreSheet): ScoredStandard {
  const book = ruleBooks.find(({ id }) => ids.includes(id))
  const named = book?.standards.find(({ code }) => code === standard.code)?.criteria ?? []
  const unsaid = named.filter(({ code }) => !standard.criteria.some(one => one.code === code))
  return { ...standard, criteria: [...standard.criteria, ...unsaid.map(({ code }) => ({ code, most: 0, says: null }))] }
}
