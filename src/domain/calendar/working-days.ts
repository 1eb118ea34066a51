import { addDays, type PlainDate, weekday, yearOf } from './plain-date.ts'

/** A day off, or a day of rest worked instead, as somebody announced it for a year. */
export type SpecialDay = { readonly on: PlainDate; readonly kind: 'off' | 'worked'; readonly name: string; readonly basis: string }

/** What is known of days off: the four that fall on the same date every year, and those announced year by year. */
export type WorkCalendar = {
  readonly off: ReadonlyMap<PlainDate, string>
  readonly worked: ReadonlySet<PlainDate>
  /** Years whose Tết, anniversary of the Kings and second day of the national holiday are entered. */
  readonly knownYears: ReadonlySet<number>
}

/** Law 45/2019/QH14, Art. 112: days off on a fixed date. The others follow the moon or are chosen each year. */
const fixedDaysOff: Readonly<Record<string, string>> = {
  '01-01': 'Tết Dương lịch',
  '04-30': 'Ngày Chiến thắng',
  '05-01': 'Ngày Quốc tế Lao động',
  '09-02': 'Quốc khánh',
}

export function workCalendar(special: readonly SpecialDay[]): WorkCalendar {
  return {
    off: new Map(special.filter(({ kind }) => kind === 'off').map(({ on, name }) => [on, name])),
    worked: new Set(special.filter(({ kind }) => kind === 'worked').map(({ on }) => on)),
    knownYears: new Set(special.filter(({ kind }) => kind === 'off').map(({ on }) => yearOf(on))),
  }
}

/** Why a day is no working day: the name of the holiday, or the end of the week; null where people work. */
export function restOn(day: PlainDate, { off, worked }: WorkCalendar): string | null {
  if (worked.has(day)) return null
  return off.get(day) ?? fixedDaysOff[day.slice(5)] ?? (weekday(day) > 5 ? 'ngày nghỉ cuối tuần' : null)
}

/** The day itself where people work, or the first one after on which they do. */
export function workingDayFrom(day: PlainDate, calendar: WorkCalendar): PlainDate {
  return restOn(day, calendar) === null ? day : workingDayFrom(addDays(day, 1), calendar)
}

/** The day on which so many working days after a day have gone by; the day itself does not count. */
export function addWorkingDays(day: PlainDate, count: number, calendar: WorkCalendar): PlainDate {
  let at = day
  for (let left = count; left > 0; left--) at = workingDayFrom(addDays(at, 1), calendar)
  return at
}
