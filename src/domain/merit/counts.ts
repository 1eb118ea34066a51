import type { ReasonCode } from '../season/decision.ts'
import type { PeriodYear } from '../season/period-years.ts'

/** Which year in a row was reached, of the period a recognition follows from: together they are all who reached the year. */
export const periodMeasures = ['firstYear', 'secondYear', 'thirdYear', 'fourthYear', 'fifthYear'] as const
export type PeriodMeasure = (typeof periodMeasures)[number]

export function isPeriodMeasure(measure: Measure): measure is PeriodMeasure {
  return periodMeasures.some(known => known === measure)
}

export function periodMeasureOf(nth: PeriodYear): PeriodMeasure {
  return periodMeasures[nth - 1] ?? 'fifthYear'
}

/** The sets a household or unit is counted in, on a day, for an honour of one year of merit. */
export const measures = [
  'registered',
  'reviewed',
  'reached',
  ...periodMeasures,
  'recognised',
  'handedOver',
  'notCollected',
  'threeYears',
  'fiveYears',
  'praised',
  'notReached',
  'revoked',
  'undecided',
  'withdrawn',
] as const
export type Measure = (typeof measures)[number]

/** What else the counts need so that no share loses what it is of: recognised where the years before, or a season of praise, are on record. */
const wholes = ['threeYearsOf', 'fiveYearsOf', 'praisedOf'] as const

/**
 * Every number counts holders once. reached: the year is won, whether or not a decision has followed yet. registered = recognised + revoked + notReached + undecided; whoever withdrew stands
 * beside them. One who failed for several reasons is counted under each.
 */
export type MeritCounts = Readonly<Record<Measure | (typeof wholes)[number], number>> & {
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>
}

export const noCounts: MeritCounts = {
  registered: 0,
  reviewed: 0,
  reached: 0,
  firstYear: 0,
  secondYear: 0,
  thirdYear: 0,
  fourthYear: 0,
  fifthYear: 0,
  recognised: 0,
  handedOver: 0,
  notCollected: 0,
  threeYears: 0,
  fiveYears: 0,
  praised: 0,
  notReached: 0,
  revoked: 0,
  undecided: 0,
  withdrawn: 0,
  threeYearsOf: 0,
  fiveYearsOf: 0,
  praisedOf: 0,
  reasons: {},
}

export function addCounts(a: MeritCounts, b: MeritCounts): MeritCounts {
  const sums = Object.fromEntries([...measures, ...wholes].map(key => [key, a[key] + b[key]])) as Record<Measure, number>
  const codes = [...new Set([...Object.keys(a.reasons), ...Object.keys(b.reasons)])] as ReasonCode[]
  const reasons = Object.fromEntries(codes.map(code => [code, (a.reasons[code] ?? 0) + (b.reasons[code] ?? 0)]))
  return { ...noCounts, ...sums, reasons }
}

/** What a measure is a part of, besides all there are. */
export const bases = [
  'all',
  'enlisted',
  'registered',
  'reached',
  'recognised',
  'conferred',
  'recognisedThree',
  'recognisedFive',
  'recognisedPraise',
] as const
export type Base = (typeof bases)[number]

export const baseOf: Record<Measure, Base> = {
  registered: 'all',
  reviewed: 'registered',
  reached: 'registered',
  firstYear: 'reached',
  secondYear: 'reached',
  thirdYear: 'reached',
  fourthYear: 'reached',
  fifthYear: 'reached',
  recognised: 'registered',
  handedOver: 'recognised',
  notCollected: 'recognised',
  threeYears: 'recognisedThree',
  fiveYears: 'recognisedFive',
  praised: 'recognisedPraise',
  notReached: 'registered',
  revoked: 'conferred',
  undecided: 'registered',
  withdrawn: 'enlisted',
}

/** How large a base is; all there are is known apart. */
export function sizeOf(base: Exclude<Base, 'all'>, counts: MeritCounts): number {
  switch (base) {
    case 'enlisted':
      return counts.registered + counts.withdrawn
    case 'conferred':
      return counts.recognised + counts.revoked
    case 'recognisedThree':
      return counts.threeYearsOf
    case 'recognisedFive':
      return counts.fiveYearsOf
    case 'recognisedPraise':
      return counts.praisedOf
    case 'registered':
    case 'reached':
    case 'recognised':
      return counts[base]
  }
}

/** Whether anybody wrote down what a measure counts: only then is its zero a zero. */
export function isRecorded(measure: Measure, counts: MeritCounts): boolean {
  const { registered, withdrawn, reviewed, reached, recognised, notReached, revoked, handedOver, notCollected } = counts
  switch (measure) {
    case 'registered':
    case 'withdrawn':
      return registered + withdrawn > 0
    case 'reviewed':
      return reviewed > 0
    case 'reached':
      return reached + recognised + notReached + revoked > 0
    case 'firstYear':
    case 'secondYear':
    case 'thirdYear':
    case 'fourthYear':
    case 'fifthYear':
      return reached > 0
    case 'recognised':
    case 'notReached':
    case 'revoked':
    case 'undecided':
      return recognised + notReached + revoked > 0
    case 'handedOver':
    case 'notCollected':
      return handedOver + notCollected > 0
    case 'threeYears':
    case 'fiveYears':
    case 'praised':
      return counts[`${measure}Of`] > 0
  }
}
