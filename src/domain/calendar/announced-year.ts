import { ok, type Result, refuse } from '../kit/result.ts'
import { announcedDays } from './announced-days.ts'
import { type PlainDate, weekday, yearOf } from './plain-date.ts'
import { type SpecialDay, type WorkCalendar, workCalendar } from './working-days.ts'

/** The days off of a year and the days worked instead, as a text announced them and a person entered them. */
export type AnnouncedYear = {
  readonly year: number
  /** The text that announces them, as the person cites it. */
  readonly basis: string
  readonly days: readonly { readonly on: PlainDate; readonly kind: SpecialDay['kind']; readonly name: string }[]
}

export type AnnounceRefusal =
  | 'calendar.no-days'
  | 'calendar.other-year'
  | 'calendar.day-twice'
  | 'calendar.off-at-weekend'
  | 'calendar.worked-on-workday'

/** Each day in its year, once; what is off is a day of work otherwise, what is worked the end of a week. */
export function checkAnnounced({ year, days }: AnnouncedYear): Result<undefined, AnnounceRefusal> {
  if (!days.some(({ kind }) => kind === 'off')) return refuse('calendar.no-days', { year })
  for (const [at, { on, kind }] of days.entries()) {
    const isWeekend = weekday(on) > 5
    if (yearOf(on) !== year) return refuse('calendar.other-year', { on, year })
    if (days.findIndex(day => day.on === on) !== at) return refuse('calendar.day-twice', { on })
    if (kind === 'off' && isWeekend) return refuse('calendar.off-at-weekend', { on })
    if (kind === 'worked' && !isWeekend) return refuse('calendar.worked-on-workday', { on })
  }
  return ok()
}

/** What the house knows, year by year. */
export const announcedYears: readonly AnnouncedYear[] = [...Map.groupBy(announcedDays, ({ on }) => yearOf(on))].map(([year, days]) => ({
  year,
  basis: days[0]?.basis ?? '',
  days: days.map(({ on, kind, name }) => ({ on, kind, name })),
}))

/** What is counted by: a year somebody entered stands for what the house knew of it; the last entry of a year counts. */
export function calendarWith(entered: readonly AnnouncedYear[]): WorkCalendar {
  const last = new Map(entered.map(year => [year.year, year]))
  const known = announcedDays.filter(({ on }) => !last.has(yearOf(on)))
  return workCalendar([...known, ...[...last.values()].flatMap(({ days, basis }) => days.map(day => ({ ...day, basis })))])
}
