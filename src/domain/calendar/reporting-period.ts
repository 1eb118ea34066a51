import { contains, type DateRange } from './date-range.ts'
import { addDays, formatDay, isPlainDate, type PlainDate, plainDate, yearOf } from './plain-date.ts'

/**
 * `2022-H1`, or the first and the last day of a request's own such as `2022-10-01_2022-12-15`, with what a regime calls such
 * days where one does, and the days its figures cover; the day the report is due is a separate fact of the request.
 */
export type ReportingPeriod = {
  readonly name: string
  /** Of the last day. */
  readonly year: number
  /** Null: days the decree does not set. */
  readonly part: PeriodPart | null
  /** What the regime that set the days calls them in any year, `9 tháng đầu năm`; null where none did. */
  readonly words: string | null
  /** Half-open, like every range. */
  readonly covers: DateRange & { readonly from: PlainDate; readonly until: PlainDate }
}
export const months = ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12'] as const
export const periodParts = ['H1', 'H2', 'Y', 'Q1', 'Q2', 'Q3', 'Q4', ...months] as const
export type PeriodPart = (typeof periodParts)[number]

/** Days that come again each year, as a text sets them: month and day, the first also of the year before. */
export type PeriodRule = {
  /** `9 tháng đầu năm`: the year stands after it. */
  readonly words: string
  readonly fromYear: -1 | 0
  readonly from: MonthDay
  readonly last: MonthDay
}
/** `12-15`; `02-29` is the last day of any February. */
export type MonthDay = string

type Days = Omit<PeriodRule, 'words'>

/** Decree 09/2019/NĐ-CP, Art. 12. */
const lawful = {
  Q1: { fromYear: -1, from: '12-15', last: '03-14' },
  Q2: { fromYear: 0, from: '03-15', last: '06-14' },
  Q3: { fromYear: 0, from: '06-15', last: '09-14' },
  Q4: { fromYear: 0, from: '09-15', last: '12-14' },
  H1: { fromYear: -1, from: '12-15', last: '06-14' },
  H2: { fromYear: 0, from: '06-15', last: '12-14' },
  Y: { fromYear: -1, from: '12-15', last: '12-14' },
} as const satisfies Partial<Record<PeriodPart, Days>>

/** A month runs from the 15th of the one before to its 14th (Art. 12 as well). */
function daysOf(part: PeriodPart): Days {
  if (part in lawful) return lawful[part as keyof typeof lawful]
  const month = Number(part.slice(1))
  const before = month === 1 ? 12 : month - 1
  return { fromYear: month === 1 ? -1 : 0, from: `${two(before)}-15`, last: `${two(month)}-14` }
}

const two = (n: number): string => String(n).padStart(2, '0')

const partNames = periodParts.join('|')
/** What a regime calls days of its own has no underscore, by which its parts are told. */
const ownName = /^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})(?:_([^_\p{Cc}]{1,80}))?$/u
const partName = new RegExp(`^(\\d{4})-(${partNames})$`, 'u')

/** Whether something has the shape of a period's name. */
export function isPeriodName(name: string): boolean {
  return partName.test(name) || ownName.test(name)
}

/** The period of a name, or undefined when there is no such period. */
export function periodNamed(name: string): ReportingPeriod | undefined {
  const [, year, part] = partName.exec(name) ?? []
  if (year === undefined) return periodOfOwnDays(name)
  const known = part as PeriodPart
  return { name, year: Number(year), part: known, words: null, covers: coversIn(daysOf(known), Number(year)) }
}

function periodOfOwnDays(name: string): ReportingPeriod | undefined {
  const [, from = '', last = '', words = null] = ownName.exec(name) ?? []
  if (!isPlainDate(from) || !isPlainDate(last) || last < from) return undefined
  return { name, year: yearOf(last), part: null, words, covers: { from, until: addDays(last, 1) } }
}

/** The days of a rule in the year it ends. */
function coversIn({ fromYear, from, last }: Days, year: number): ReportingPeriod['covers'] {
  return { from: dayIn(year + fromYear, from), until: addDays(dayIn(year, last), 1) }
}

function dayIn(year: number, monthDay: MonthDay): PlainDate {
  const day = `${year}-${monthDay}`
  return isPlainDate(day) ? day : plainDate(`${year}-02-28`)
}

/** The period of a regime's own in a year. */
export function periodOfRule(rule: PeriodRule, year: number): ReportingPeriod {
  return ownPeriod(coversIn(rule, year), rule.words)
}

function ownPeriod(covers: ReportingPeriod['covers'], words: string | null): ReportingPeriod {
  const last = addDays(covers.until, -1)
  const name = [covers.from, last, ...(words === null ? [] : [words])].join('_')
  return { name, year: yearOf(last), part: null, words, covers }
}

/** The period that covers exactly these days: one the decree sets, one of a regime's own, else one the days alone name. */
export function periodOfDays(covers: ReportingPeriod['covers'], rules: readonly PeriodRule[] = []): ReportingPeriod {
  const { from, until } = covers
  const year = yearOf(addDays(until, -1))
  const lawfulOnes = periodParts.flatMap(part => periodNamed(`${year}-${part}`) ?? [])
  const known = [...lawfulOnes, ...rules.map(rule => periodOfRule(rule, year))]
  return known.find(one => one.covers.from === from && one.covers.until === until) ?? ownPeriod({ from, until }, null)
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

const partWords = {
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
  Y: 'năm',
  Q1: 'quý I năm',
  Q2: 'quý II năm',
  Q3: 'quý III năm',
  Q4: 'quý IV năm',
} as const

function wordsOf(part: PeriodPart): string {
  return part in partWords ? partWords[part as keyof typeof partWords] : `tháng ${Number(part.slice(1))} năm`
}

/** `6 tháng đầu năm 2022`; `9 tháng đầu năm 2022` as a regime calls it; `từ ngày 1/10/2022 đến ngày 15/12/2022`. */
export function periodTitle(period: ReportingPeriod): string {
  if (period.part !== null) return `${wordsOf(period.part)} ${period.year}`
  if (period.words !== null) return `${period.words} ${period.year}`
  return `từ ngày ${formatDay(period.covers.from)} đến ngày ${formatDay(cutoffOn(period))}`
}

const families: readonly (readonly PeriodPart[])[] = [['H1', 'H2'], ['Y'], ['Q1', 'Q2', 'Q3', 'Q4'], months]

/** The part of the year that follows, as a report announces it; undefined after days of a regime's or a request's own. */
export function nextPeriod({ part, year }: ReportingPeriod): ReportingPeriod | undefined {
  const family = families.find(parts => part !== null && parts.includes(part))
  if (!family || part === null) return undefined
  const next = family[family.indexOf(part) + 1]
  return periodNamed(next ? `${year}-${next}` : `${year + 1}-${family[0]}`)
}

/** `6 tháng cuối năm`, without its year; only the halves can stand so: `quý II năm` alone says nothing. */
export function partTitle(period: ReportingPeriod): string {
  return period.part === 'H1' || period.part === 'H2' ? partWords[period.part] : periodTitle(period)
}
