import type { Rule } from './prepared.ts'

export type FindingCode =
  | 'not-registered'
  | 'registered-late'
  | 'excluded'
  | 'ground-after-the-year'
  | 'not-met'
  | 'standard-too-low'
  | 'total-too-low'
  | 'threshold-unclear'
  | 'points-over-most'
  | 'no-quorum'
  | 'too-few-votes'
  | 'posted-too-short'
  | 'too-few-content'

/** One thing said against a candidate, with the clause it rests on and the figures compared. */
export type Finding = {
  readonly code: FindingCode
  readonly factKey: string
  readonly clause: string
  readonly figures: Readonly<Record<string, string | number>>
}

export type MissingCode =
  | 'score-sheet'
  | 'confirmed-sheet'
  | 'points'
  | 'standards'
  | 'traits'
  | 'met'
  | 'grounds'
  | 'meeting'
  | 'votes'
  | 'households'
  | 'posting'
  | 'content'

/** What nobody has recorded yet, and for which line. */
export type Missing = { readonly code: MissingCode; readonly of: string | null }

/** What is being written down while one candidate is judged. */
export type Verdict = { reasons: readonly Finding[]; warnings: readonly Finding[]; missing: readonly Missing[] }

const none: readonly never[] = []

/** Most candidates have nothing said against them: they share one empty list. */
export function openVerdict(): Verdict {
  return { reasons: none, warnings: none, missing: none }
}

/** A broken rule is a reason where the rule may block, and a warning where nobody has verified it. */
export function hold(verdict: Verdict, rule: Rule<unknown>, code: FindingCode, figures: Finding['figures']): void {
  const finding = { code, factKey: rule.key, clause: rule.clause, figures }
  if (rule.blocks) verdict.reasons = [...verdict.reasons, finding]
  else verdict.warnings = [...verdict.warnings, finding]
}

export function warn(verdict: Verdict, rule: Rule<unknown>, code: FindingCode, figures: Finding['figures']): void {
  hold(verdict, { ...rule, blocks: false }, code, figures)
}

export function miss(verdict: Verdict, code: MissingCode, of: string | null = null): void {
  verdict.missing = [...verdict.missing, { code, of }]
}

/** What only a warning could come of holds nobody up. */
export function missFor(rule: Rule<unknown>, verdict: Verdict, missing: Missing): void {
  if (rule.blocks) miss(verdict, missing.code, missing.of)
}
