import type { AreaFacts } from './area-facts.ts'
import { clear, type Looked, ofAll, rarityWords, signal, unknown } from './signal.ts'
import { binomialAtLeast, binomialAtMost } from './tails.ts'
import { thresholds } from './thresholds.ts'

type Sheet = Readonly<Record<string, number>>

/** Nearly every household has the same points on every line: more alike than households are. */
export function sameScores({ considered }: AreaFacts): Looked {
  const code = 'same-scores'
  const { leastDiffering, leastLines, rarity: limit } = thresholds.sameScores
  const scored = scoredSheets(considered)
  const lines = linesOf(scored)
  if (scored.length < 2) return unknown(code, 'chưa ghi điểm từng dòng')
  if (lines.length < leastLines) return unknown(code, `bảng điểm chỉ có ${lines.length} dòng`)
  const same = commonest(scored, lines).length
  const rarity = binomialAtMost(scored.length - same, scored.length, 1 - (1 - leastDiffering) ** lines.length)
  if (rarity > limit) return clear(code)
  const says = `${ofAll(same, scored.length)} có điểm giống hệt nhau ở cả ${lines.length} dòng; ${rarityWords(rarity, 'bản')}.`
  return signal(code, says, { rarity })
}

/**
 * Totals of sheets filled in line by line end in round numbers too often: the total was there first. What the steps of the
 * sheet itself make round is allowed for.
 */
export function roundedTotals({ considered }: AreaFacts): Looked {
  const code = 'rounded-totals'
  const { mostShare, leastLines, rarity: limit } = thresholds.roundedTotals
  const scored = scoredSheets(considered)
  const lines = linesOf(scored)
  if (scored.length < 2) return unknown(code, 'chưa ghi điểm từng dòng')
  if (lines.length < leastLines) return unknown(code, `bảng điểm chỉ có ${lines.length} dòng`)
  const usual = commonest(scored, lines)[0] ?? {}
  const own = scored.filter(sheet => lines.filter(line => sheet[line] !== usual[line]).length >= leastLines)
  const round = own.filter(sheet => totalOf(sheet, lines) % roundStep === 0).length
  if (round <= own.length * mostShare) return clear(code)
  const rarity = binomialAtLeast(round, own.length, Math.max(mostShare, roundBySteps(own, lines)))
  if (rarity > limit) return clear(code)
  const says = `${ofAll(round, own.length)} chấm riêng từng dòng có tổng điểm tròn 0 hoặc 5; ${rarityWords(rarity, 'bản')}.`
  return signal(code, says, { rarity })
}

/** In hundredths of a point, the finest there is. */
const roundStep = 500

/** How often totals would be round if every line were given as it was, each apart from the others. */
function roundBySteps(sheets: readonly Sheet[], lines: readonly string[]): number {
  let chances: ReadonlyMap<number, number> = new Map([[0, 1]])
  for (const line of lines) {
    const given = Map.groupBy(sheets, sheet => hundredths(sheet[line]))
    const next = new Map<number, number>()
    for (const [rest, chance] of chances)
      for (const [points, own] of given) {
        const sum = (rest + points) % roundStep
        next.set(sum, (next.get(sum) ?? 0) + (chance * own.length) / sheets.length)
      }
    chances = next
  }
  return chances.get(0) ?? 0
}

/** The households with the commonest sheet, as their sheets. */
function commonest(sheets: readonly Sheet[], lines: readonly string[]): readonly Sheet[] {
  const alike = Map.groupBy(sheets, sheet => lines.map(line => hundredths(sheet[line])).join(' '))
  return [...alike.values()].reduce((most, group) => (group.length > most.length ? group : most), [])
}

function scoredSheets(considered: AreaFacts['considered']): Sheet[] {
  return considered.map(({ points }) => points).filter(points => Object.keys(points).length > 0)
}

function linesOf(sheets: readonly Sheet[]): string[] {
  return [...new Set(sheets.flatMap(sheet => Object.keys(sheet)))].toSorted()
}

function totalOf(sheet: Sheet, lines: readonly string[]): number {
  return lines.reduce((total, line) => total + hundredths(sheet[line]), 0)
}

function hundredths(points: number | undefined): number {
  return Math.round((points ?? 0) * 100)
}
