import type { MeritFiguresView } from '#contract/merit.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { Measure } from '#domain/merit/counts.ts'
import { type FiguredHonour, measuresOf } from '#domain/merit/holders.ts'
import { baseWords, missingBecause } from '#domain/merit/merit-words.ts'
import { figureOf, type MeritFigure, type MeritSum } from '#domain/merit/sum.ts'
import { type Share, shareDifferenceText } from '#domain/overview/difference.ts'
import { ratioText } from '#domain/report/from-tasks.ts'

/** One measure of a unit, as it is said: the number with its base, the share of all, and the year before. */
export type FigureLine = {
  readonly measure: Measure
  readonly count: number | null
  /** `90/120 hộ đăng ký (75%)`; null: missing, and `because` says why. */
  readonly ofBase: string | null
  readonly because: string
  /** `90/150 hộ trong sổ (60%)`; null where the base is all of them already. */
  readonly ofAll: string | null
  readonly share: number | null
  readonly shareBefore: number | null
  /** `năm 2021: 80/110 hộ đăng ký (72,7%)` */
  readonly before: string | null
  readonly difference: string | null
}

export function linesOf({ honour, total }: MeritFiguresView): FigureLine[] {
  return measuresOf(honour).map(measure => lineOf(honour, { measure, sum: total.sum, before: total.before }))
}

type Sides = { readonly measure: Measure; readonly sum: MeritSum; readonly before: MeritSum }

export function lineOf(honour: FiguredHonour, { measure, sum, before }: Sides): FigureLine {
  const [now, past] = [figureOf(measure, sum), figureOf(measure, before)]
  const [share, pastShare] = [shareOf(now), shareOf(past)]
  return {
    measure,
    count: now.count,
    ofBase: sayShare(share, now, honour),
    because: missingText(measure, sum),
    ofAll: now.base === 'all' || now.count === null || now.all === 0 ? null : sayOf(now.count, now.all, baseWords('all', honour)),
    share: part(share),
    shareBefore: part(pastShare),
    before: sayShare(pastShare, past, honour),
    difference: shareDifferenceText(share, pastShare),
  }
}

/** Null where the number is missing, or what it is of is empty. */
export function shareOf({ count, of }: MeritFigure): Share | null {
  return count === null || of === 0 ? null : { numerator: count, denominator: of }
}

/** The share of all there are, whatever the measure's own base. */
export function shareOfAll({ count, all }: MeritFigure): Share | null {
  return count === null || all === 0 ? null : { numerator: count, denominator: all }
}

export function percentText({ numerator, denominator }: Share): string {
  const rounded = Math.round((numerator / denominator) * 1000) / 10
  return `${formatNumber(numerator < denominator ? Math.min(rounded, 99.9) : rounded, 1)}%`
}

const beforeDecision: ReadonlySet<Measure> = new Set(['registered', 'reviewed', 'reached', 'withdrawn'])

/** Why nothing is said: no season at all comes before whatever else is missing. */
export function missingText(measure: Measure, { communes, counts }: MeritSum): string {
  const isDecided = counts.recognised + counts.notReached + counts.revoked > 0
  if (communes.of > 0 && communes.recorded === 0 && counts.registered + counts.withdrawn === 0) return 'chưa có đợt bình xét'
  return beforeDecision.has(measure) || isDecided ? missingBecause[measure] : missingBecause.recognised
}

/** `69/75 xã, phường, thị trấn có đợt bình xét; 11/12 bản, thôn, tổ dân phố có hộ đăng ký`. */
export function coverageText({ communes, areas }: MeritSum): string {
  const told = [
    communes.of > 0 && `${formatNumber(communes.recorded)}/${formatNumber(communes.of)} xã, phường, thị trấn có đợt bình xét`,
    areas.of > 0 && `${formatNumber(areas.recorded)}/${formatNumber(areas.of)} bản, thôn, tổ dân phố có đăng ký`,
  ]
  return told.filter(Boolean).join('; ')
}

function sayShare(share: Share | null, { count, base }: MeritFigure, honour: FiguredHonour): string | null {
  if (count === null) return null
  return share ? sayOf(share.numerator, share.denominator, baseWords(base, honour)) : formatNumber(count)
}

function sayOf(numerator: number, denominator: number, baseName: string): string {
  return ratioText({ numerator, denominator, baseName })
}

function part(share: Share | null): number | null {
  return share && share.numerator / share.denominator
}
