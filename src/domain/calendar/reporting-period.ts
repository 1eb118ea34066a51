import { contains, type DateRange } from './date-range.ts'
import { addDays, formatDay, isPlainDate, type PlainDate, plainDate, yearOf } from './plain-date.ts'

/**
 * `2022-H1`, or the first and the last day of a request's own such as `2022-10-01_2022-12-15`, with the days its figures cover;
 * the day the report is due is a separate fact of the request.
 */
export type ReportingPeriod = {
  readonly name: string
  /** Of the last day. */
  readonly year: number
  /** Null: days no text names. */
  readonly part: PeriodPart | null
  /** Half-open, like every range. */
  readonly covers: DateRange & { readonly from: PlainDate; readonly until: PlainDate }
}
export const periodParts = ['H1', 'H2', 'Y', 'Q1', 'Q2', 'Q3', 'Q4'] as const
export type PeriodPart = (typeof periodParts)[number]

/** First and last day by part, as month and day; the year before is marked −1. Decree 09/2019/NĐ-CP, Art. 12. */
const cutOffs: Record<PeriodPart, { from: readonly [yearOffset: -1 | 0, monthDay: string]; last: string }> = {
  Q1: { from: [-1, '12-15'], last: '03-14' },
  Q2: { from: [0, '03-15'], last: '06-14' },
  Q3: { from: [0, '06-15'], last: '09-14' },
  Q4: { from: [0, '09-15'], last: '12-14' },
  H1: { from: [-1, '12-15'], last: '06-14' },
  H2: { from: [0, '06-15'], last: '12-14' },
  Y: { from: [-1, '12-15'], last: '12-14' },
}

/** Shape of a period's name. */
export const periodNames = /^\d{4}-(?:H1|H2|Y|Q[1-4]|\d{2}-\d{2}_\d{4}-\d{2}-\d{2})$/u

/** The period of a name, or undefined when there is no such period. */
export function periodNamed(name: string): ReportingPeriod | undefined {
  const match = /^(\d{4})-(H1|H2|Y|Q[1-4])$/u.exec(name)
  if (!match) return periodOfOwnDays(name)
  const year = Number(match[1])
  const part = match[2] as PeriodPart
  const { from, last } = cutOffs[part]
  const covers = { from: plainDate(`${year + from[0]}-${from[1]}`), until: addDays(plainDate(`${year}-${last}`), 1) }
  return { name, year, part, covers }
}

function periodOfOwnDays(name: string): ReportingPeriod | undefined {
  const [from = '', last = '', ...rest] = name.split('_')
  if (rest.length > 0 || !isPlainDate(from) || !isPlainDate(last) || last < from) return undefined
  return { name, year: yearOf(last), part: null, covers: { from, until: addDays(last, 1) } }
}

/** The period that covers exactly these days: the one a text names, else one of its own. */
export function periodOfDays({ from, until }: ReportingPeriod['covers']): ReportingPeriod {
  const last = addDays(until, -1)
  const named = periodParts.flatMap(part => periodNamed(`${yearOf(last)}-${part}`) ?? [])
  const name = `${from}_${last}`
  const own: ReportingPeriod = { name, year: yearOf(last), part: null, covers: { from, until } }
  return named.find(({ covers }) => covers.from === from && covers.until === until) ?? own
}

/** The last day whose facts count. */
export function cutoffOn(period: ReportingPeriod): PlainDate {
  return addDays(period.covers.until, -1)
}

/** The period whose figures include a day. Exactly one per family of parts. */
export function periodContaining(day: PlainDate, parts: readonly PeriodPart[]): ReportingPeriod | undefined {
  const year = Number(day.slice(0, 4))
  for (const y of [year, year + 1])
    for (const part of parts) {
      const period = periodNamed(`${y}-${part}`)
      if (period && contains(period.covers, day)) return period
    }
  return undefined
}

const partWords: Record<PeriodPart, string> = {
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
  Y: 'năm',
  Q1: 'quý I năm',
  Q2: 'quý II năm',
  Q3: 'quý III năm',
  Q4: 'quý IV năm',
}

/** `6 tháng đầu năm 2022`; `từ ngày 1/10/2022 đến ngày 15/12/2022`. */
export function periodTitle(period: ReportingPeriod): string {
  if (period.part === null) return `từ ngày ${formatDay(period.covers.from)} đến ngày ${formatDay(cutoffOn(period))}`
  return `${partWords[period.part]} ${period.year}`
}

/** The part of the year that follows, as a report announces it; undefined after a whole year. */
export function nextPeriod(period: ReportingPeriod): ReportingPeriod | undefined {
  const following: Partial<Record<PeriodPart, [PeriodPart, 0 | 1]>> = {
    H1: ['H2', 0],
    H2: ['H1', 1],
    Y: ['Y', 1],
    Q1: ['Q2', 0],
    Q2: ['Q3', 0],
    Q3: ['Q4', 0],
    Q4: ['Q1', 1],
  }
  const next = period.part === null ? undefined : following[period.part]
  return next && periodNamed(`${period.year + next[1]}-${next[0]}`)
}

/** `6 tháng cuối năm`, without its year; only the halves can stand so: `quý II năm` alone says nothing. */
export function partTitle(period: ReportingPeriod): string {
  return period.part === 'H1' || period.part === 'H2' ? partWords[period.part] : periodTitle(period)
}
