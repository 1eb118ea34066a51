import { ok, type Result, refuse } from '../kit/result.ts'
import { type PraiseCandidate, withinCap } from '../title/praise.ts'
import type { PraiseRule } from '../title/rule-book.ts'
import type { TieRule } from '../title/score-sheet.ts'
import type { Candidate } from './candidate.ts'
import type { Proposal, Reason } from './decision.ts'
import type { SeasonRefusal } from './season.ts'

/** What the cap of a letter of praise is reckoned from. */
export type CapFacts = {
  readonly rule: PraiseRule
  /** All at the place that have the years, proposed or not. */
  readonly withAllYears: number
  /** Praised for this year of merit by earlier decisions. */
  readonly taken: number
  readonly tieRule: TieRule | null
  readonly votesFor: ReadonlyMap<string, number>
  readonly points: ReadonlyMap<string, number>
}

/** 122/2018/NĐ-CP, on praise: of all who have the years at most 15 % are praised, those with the most votes. */
export function withinPraiseCap(proposal: Proposal, facts: CapFacts): Proposal {
  const { rule, withAllYears, taken, tieRule } = facts
  const candidates = proposal.recognised.map(
    ({ id }): PraiseCandidate => ({
      id,
      votes: facts.votesFor.get(id) ?? 0,
      points: facts.points.get(id) ?? null,
    }),
  )
  const { places, chosen, undecided } = withinCap(candidates, { withAllYears, taken, rule, tieRule })
  const reason = (code: 'over-cap' | 'tied'): Reason => ({ code, clause: rule.capPercent.clause, figures: { places, of: withAllYears } })
  const isChosen = isAmong(chosen)
  const isTied = isAmong(undecided)
  return {
    ...proposal,
    recognised: proposal.recognised.filter(isChosen),
    failed: [
      ...proposal.failed,
      ...proposal.recognised
        .filter(candidate => !isChosen(candidate) && !isTied(candidate))
        .map(candidate => ({ candidate, reasons: [reason('over-cap')] })),
    ],
    open: [
      ...proposal.open,
      ...proposal.recognised.filter(isTied).map(candidate => ({ candidate, missing: [], doubts: [reason('tied')] })),
    ],
  }
}

function isAmong(ids: readonly string[]): (candidate: Candidate) => boolean {
  const known = new Set(ids)
  return ({ id }) => known.has(id)
}

/** Also who the leader answers for has a place to take. */
export function checkCap(
  { recognised }: Pick<Proposal, 'recognised'>,
  { rule, withAllYears, taken }: CapFacts,
): Result<undefined, SeasonRefusal> {
  const { places } = withinCap([], { withAllYears, taken, rule, tieRule: null })
  const { value: percent, clause } = rule.capPercent
  return recognised.length <= places
    ? ok()
    : refuse('season.over-cap', { told: recognised.length, places, percent, of: withAllYears, taken, clause })
}
