import type { Honour } from '../title/rule-book.ts'
import { type CountedYear, recognitionStanding } from './years.ts'

export const periodYears = [1, 2, 3, 4, 5] as const
/** Which year in a row a year of merit is, of the period a recognition is reckoned by; five and more are one class. */
export type PeriodYear = (typeof periodYears)[number]

/** One of those considered, with all that is known of its years, by the law of the honour. */
export type WithYears = { readonly subjectId: string; readonly years: readonly CountedYear[] }

type Asked = {
  readonly honour: Honour
  readonly year: number
  readonly recognition: Parameters<typeof recognitionStanding>[2]['recognition']
}

/**
 * The year in a row, counted from the first registration or from the year after the last recognition (08/2014/TT-BVHTTDL,
 * Art. 3(2)), apart from whether a decision of the period has followed; null where the year itself is not reached.
 */
export function periodYearOf({ years }: WithYears, { honour, year, recognition }: Asked): PeriodYear | null {
  const { length } = recognitionStanding(year, years, { honour, recognition }).years
  return length === 0 ? null : (periodYears[Math.min(length, periodYears.length) - 1] ?? null)
}

/** Everybody who reached the year, each in one class. */
export function classesOf(
  subjects: readonly WithYears[],
  asked: Asked,
): { readonly nth: PeriodYear; readonly subjectIds: readonly string[] }[] {
  return periodYears.map(nth => ({
    nth,
    subjectIds: subjects.filter(subject => periodYearOf(subject, asked) === nth).map(({ subjectId }) => subjectId),
  }))
}
