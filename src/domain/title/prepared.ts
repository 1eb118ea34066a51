import type { Versioned } from '../calendar/date-range.ts'
import type { Exclusion, RuleBook, Share, Threshold, ThresholdChoice, Trait } from './rule-book.ts'
import { type Criterion, stepOf } from './rule-book.ts'
import { fallbackConsentOn } from './rule-books/law-10-2022.ts'
import type { AdoptedSheet, ScoredStandard } from './score-sheet.ts'
import { type Confirmations, mayBlock, noConfirmations, type Sourced, unverified } from './sourced.ts'
import type { Term } from './term.ts'

/** One rule to judge by: its value, where it stands, and whether breaking it stops somebody or only warns. */
export type Rule<Value> = { readonly key: string; readonly clause: string; readonly value: Value; readonly blocks: boolean }

/** The parts of a rule book a candidate is judged by. */
export type JudgedBook = Pick<
  RuleBook,
  | 'id'
  | 'subjects'
  | 'mustRegister'
  | 'prerequisites'
  | 'standards'
  | 'scoring'
  | 'contentment'
  | 'exclusions'
  | 'exclusionsRead'
  | 'steps'
  | 'praise'
> &
  Versioned

export type PreparedStandard = {
  readonly code: string
  readonly rule: Rule<number> | null
  /** The least points of the standard; 0 where no share is asked. */
  readonly least: number
  readonly lines: readonly { readonly code: string; readonly most: number }[]
}

/** A rule book and a score sheet made ready once, to judge hundreds of thousands by. */
export type Prepared = {
  readonly book: JudgedBook
  /** Null where no sheet of the province is there to give points a meaning. */
  readonly sheet: AdoptedSheet | null
  readonly judgesPoints: boolean
  readonly mustRegister: Rule<true> | null
  readonly registerBefore: Rule<string> | null
  readonly standards: readonly PreparedStandard[]
  readonly thresholds: readonly { readonly traits: readonly Trait[]; readonly rule: Rule<number> }[]
  readonly whenSeveral: Rule<ThresholdChoice> | null
  readonly unclearThreshold: Rule<null> | null
  readonly mustBeMet: readonly Rule<string>[]
  /** Where nobody can read how the standards are measured, whoever decides says whether they are met. */
  readonly ownFinding: Rule<null> | null
  readonly exclusions: readonly { readonly exclusion: Exclusion; readonly rule: Rule<string> }[]
  /** The step in which the candidate is reviewed, where the text has one. */
  readonly meeting: Rule<string> | null
  readonly quorum: Rule<Share> | null
  readonly consent: Rule<Share> | null
  readonly posting: Rule<number> | null
  readonly contentment: Rule<Share> | null
  /** Unverified facts of the rule book that bear on the verdict: said once, not with every household. */
  readonly caveats: readonly Sourced<unknown>[]
}

export function preparedFor(book: JudgedBook, sheet: AdoptedSheet | null, confirmations: Confirmations = noConfirmations): Prepared {
  const scoring = book.scoring
  const byPoints = scoring?.kind === 'points' ? scoring : null
  const meet = stepOf(book, 'meet')
  const settle = <Value>(fact: Sourced<Value | null> | null | undefined, provincial: Value | null | undefined): Rule<Value> | null =>
    settled({ fact, provincial, sheet, confirmations })
  const mustRegister = settle(book.mustRegister, sheet?.mustRegister)
  const consent = settle(meet?.consent, sheet?.consent)
  return {
    book,
    sheet,
    judgesPoints: byPoints !== null,
    mustRegister: mustRegister?.value === true ? { ...mustRegister, value: true } : null,
    registerBefore: yearlyDay(settle<Term>(stepOf(book, 'register')?.within, null)),
    standards: byPoints && sheet ? preparedStandards(sheet, settle(byPoints.leastShare, sheet.leastShare)) : [],
    thresholds: byPoints ? preparedThresholds({ id: book.id, thresholds: byPoints.thresholds }, sheet, confirmations) : [],
    whenSeveral: byPoints ? settle(byPoints.whenSeveral, sheet?.whenSeveral) : null,
    unclearThreshold: byPoints ? { key: byPoints.whenSeveral.key, clause: byPoints.whenSeveral.clause, value: null, blocks: false } : null,
    mustBeMet: requirementsOf(book).map(({ code, says }) => ({ ...ruleOf(says, confirmations), value: code })),
    ownFinding:
      scoring || book.praise ? null : { key: `${book.id}/standards`, clause: book.exclusionsRead.clause, value: null, blocks: true },
    exclusions: book.exclusions.map(exclusion => ({ exclusion, rule: ruleOf(exclusion.says, confirmations) })),
    meeting: meet ? ruleOf(meet.does, confirmations) : null,
    quorum: settle(meet?.quorum, sheet?.quorum),
    consent: consent ?? (meet && book.subjects.includes('household') ? fallbackConsent(book) : null),
    posting: postedDays(settle<Term>(stepOf(book, 'post')?.lasts, null)),
    contentment: settle<Share>(book.contentment, null),
    caveats: caveatsOf(book, confirmations),
  }
}

/** Verified or confirmed law first, then the province, then what the law is said to be, which only warns. */
function settled<Value>({
  fact,
  provincial,
  sheet,
  confirmations,
}: {
  readonly fact: Sourced<Value | null> | null | undefined
  readonly provincial: Value | null | undefined
  readonly sheet: AdoptedSheet | null
  readonly confirmations: Confirmations
}): Rule<Value> | null {
  if (fact && fact.value !== null && mayBlock(fact, confirmations))
    return { key: fact.key, clause: fact.clause, value: fact.value, blocks: true }
  if (fact && sheet && provincial !== null && provincial !== undefined)
    return { key: fact.key, clause: sheet.basis, value: provincial, blocks: sheet.isConfirmed }
  return fact && fact.value !== null ? { key: fact.key, clause: fact.clause, value: fact.value, blocks: false } : null
}

function ruleOf<Value>(fact: Sourced<Value>, confirmations: Confirmations): Rule<Value> {
  return { key: fact.key, clause: fact.clause, value: fact.value, blocks: mayBlock(fact, confirmations) }
}

/** Points mean something only by the sheet, so what is said of them stops nobody before the sheet is confirmed. */
function preparedStandards(sheet: AdoptedSheet, share: Rule<number> | null): PreparedStandard[] {
  return sheet.standards.map((standard: ScoredStandard) => ({
    code: standard.code,
    rule: share && { ...share, blocks: share.blocks && sheet.isConfirmed },
    // To the ten-thousandth, so that half of 33.3 points is 16.65 and no binary crumb more.
    least: share ? Math.round(standard.most * share.value * 100) / 10_000 : 0,
    lines: standard.criteria.length > 0 ? standard.criteria : [standard],
  }))
}

function preparedThresholds(
  { id, thresholds }: { readonly id: string; readonly thresholds: readonly Threshold[] },
  sheet: AdoptedSheet | null,
  confirmations: Confirmations,
): { readonly traits: readonly Trait[]; readonly rule: Rule<number> }[] {
  const isConfirmed = sheet?.isConfirmed ?? false
  if (thresholds.length > 0)
    return thresholds.map(({ traits, least }) => {
      const rule = ruleOf(least, confirmations)
      return { traits, rule: { ...rule, blocks: rule.blocks && isConfirmed } }
    })
  return (sheet?.thresholds ?? []).map(({ code, traits, least }) => ({
    traits,
    rule: { key: `${id}/threshold.${code}`, clause: sheet?.basis ?? '', value: least, blocks: isConfirmed },
  }))
}

function requirementsOf({ scoring, prerequisites, standards }: JudgedBook): readonly Criterion[] {
  return scoring?.kind === 'allMet' ? [...prerequisites, ...standards] : prerequisites
}

function yearlyDay(rule: Rule<Term> | null): Rule<string> | null {
  return rule?.value.kind === 'beforeDay' ? { ...rule, value: rule.value.monthDay } : null
}

function postedDays(rule: Rule<Term> | null): Rule<number> | null {
  return rule && rule.value.kind !== 'beforeDay' ? { ...rule, value: rule.value.days } : null
}

/** Where the text of the title is silent the general law on meetings is a measure to warn by, whatever its mark. */
function fallbackConsent(book: JudgedBook): Rule<Share> | null {
  const rule = book.valid.from && fallbackConsentOn(book.valid.from)
  return rule && rule.share ? { key: rule.says.key, clause: rule.says.clause, value: rule.share, blocks: false } : null
}

function caveatsOf(book: JudgedBook, confirmations: Confirmations): Sourced<unknown>[] {
  const scoring = book.scoring?.kind === 'points' ? [book.scoring.leastShare, book.scoring.whenSeveral] : []
  const meet = stepOf(book, 'meet')
  const bearing = [book.mustRegister, ...scoring, meet?.quorum, meet?.consent].filter(fact => fact !== null && fact !== undefined)
  const cases = book.exclusionsRead.value === true ? [] : [book.exclusionsRead]
  return [...unverified(bearing, confirmations), ...cases]
}
