import type { CandidateFacts } from './candidate-facts.ts'
import type { Prepared, PreparedStandard, Rule } from './prepared.ts'
import type { Trait } from './rule-book.ts'
import { hold, miss, type Verdict, warn } from './verdict.ts'

/** The total, or null while points are missing; each standard and the total against what they must reach. */
export function judgePoints(prepared: Prepared, facts: CandidateFacts, verdict: Verdict): number | null {
  if (!prepared.judgesPoints) return null
  if (!prepared.sheet) {
    miss(verdict, 'score-sheet')
    return null
  }
  if (!prepared.sheet.isConfirmed) miss(verdict, 'confirmed-sheet')
  let total = 0
  let isWhole = true
  for (const standard of prepared.standards) {
    const sum = sumOf(standard, { points: facts.points, clause: prepared.sheet.basis }, verdict)
    if (sum === null) isWhole = false
    else {
      total += sum
      if (standard.rule && sum < standard.least)
        hold(verdict, standard.rule, 'standard-too-low', { standard: standard.code, points: sum, least: standard.least })
    }
  }
  if (!isWhole) return null
  const points = toHundredths(total)
  judgeTotal(prepared, { points, traits: facts.traits }, verdict)
  return points
}

function sumOf(
  { lines }: PreparedStandard,
  { points, clause }: { readonly points: CandidateFacts['points']; readonly clause: string },
  verdict: Verdict,
): number | null {
  let sum = 0
  let isWhole = true
  for (const { code, most } of lines) {
    const given = points[code]
    if (given === undefined || !(given >= 0)) {
      miss(verdict, 'points', code)
      isWhole = false
    } else if (given > most) {
      warn(verdict, { key: code, clause, value: most, blocks: false }, 'points-over-most', { line: code, points: given, most })
      sum += most
    } else sum += given
  }
  return isWhole ? toHundredths(sum) : null
}

/** 122/2018/NĐ-CP, Art. 5: one threshold counts, and where several might, the order of choice is open (M3): between them nothing is certain. */
function judgeTotal(
  { thresholds, whenSeveral, unclearThreshold }: Prepared,
  { points, traits }: { readonly points: number; readonly traits: readonly Trait[] | null },
  verdict: Verdict,
): void {
  const possible = traits === null ? thresholds : thresholdsFor(thresholds, traits)
  const [first] = possible
  if (!first) return thresholds.length === 0 ? miss(verdict, 'score-sheet') : undefined
  let lowest: Rule<number> = first.rule
  let highest: Rule<number> = first.rule
  for (const { rule } of possible) {
    if (rule.value < lowest.value) lowest = rule
    if (rule.value > highest.value) highest = rule
  }
  const certain = traits !== null && whenSeveral ? (whenSeveral.value === 'lowest' ? lowest : highest) : null
  const least = certain ?? lowest
  if (points < least.value) hold(verdict, least, 'total-too-low', { points, least: least.value })
  else if (certain === null && points < highest.value) {
    if (traits === null) miss(verdict, 'traits')
    else if (unclearThreshold) warn(verdict, unclearThreshold, 'threshold-unclear', { points, least: lowest.value, most: highest.value })
  }
}

function thresholdsFor(thresholds: Prepared['thresholds'], traits: readonly Trait[]): Prepared['thresholds'] {
  const named = thresholds.filter(threshold => threshold.traits.some(trait => traits.includes(trait)))
  return named.length > 0 ? named : thresholds.filter(threshold => threshold.traits.length === 0)
}

function toHundredths(points: number): number {
  return Math.round(points * 100) / 100
}
