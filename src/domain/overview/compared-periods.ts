import { addDays, type PlainDate, plainDate, yearOf } from '../calendar/plain-date.ts'
import { type PeriodPart, periodNamed } from '../calendar/reporting-period.ts'

/** Half-open, both ends known. */
export type Days = { readonly from: PlainDate; readonly until: PlainDate }

/** Two ranges of days that may be set side by side. */
export type ComparedPeriods = {
  readonly now: Days
  readonly before: Days
  /** The period still runs: of both years only the days up to the same day are counted. */
  readonly isRunning: boolean
}

/** A period beside the same one last year; one that still runs, beside the same days. Undefined before it has begun. */
export function comparedPeriods(year: number, part: PeriodPart, today: PlainDate): ComparedPeriods | undefined {
  const covers = periodNamed(`${year}-${part}`)?.covers
  if (!covers || today < covers.from) return undefined
  const tomorrow = addDays(today, 1)
  const isRunning = tomorrow < covers.until
  const now = { from: covers.from, until: isRunning ? tomorrow : covers.until }
  return { now, before: { from: sameDayLastYear(now.from), until: sameDayLastYear(now.until) }, isRunning }
}

/** 29 February has none a year before: as a first day in or out it becomes 1 March, so that February stays whole. */
export function sameDayLastYear(day: PlainDate): PlainDate {
  const year = yearOf(day) - 1
  return day.endsWith('-02-29') ? plainDate(`${year}-03-01`) : plainDate(`${year}${day.slice(4)}`)
}

/** The last day of a year whose facts can be known: its end, or today while it runs. */
export function lastKnownDay(year: number, today: PlainDate): PlainDate {
  const end = plainDate(`${year}-12-31`)
  return end < today ? end : today
}

/** One month of a year. */
export function daysOfMonth(year: number, month: number): Days {
  return { from: firstOfMonth(year, month), until: month === 12 ? firstOfMonth(year + 1, 1) : firstOfMonth(year, month + 1) }
}

function firstOfMonth(year: number, month: number): PlainDate {
  return plainDate(`${year}-${String(month).padStart(2, '0')}-01`)
}
