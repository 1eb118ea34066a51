import { addDays, type PlainDate, plainDate, weekday, yearOf } from './plain-date.ts'

/** A day off, or a day of rest worked instead, as somebody announced it for a year. */
export type SpecialDay = { readonly on: PlainDate; readonly kind: 'off' | 'worked'; readonly name: string; readonly basis: string }

/** What is known of days off: those of a fixed date every year, and those announced year by year. */
export type WorkCalendar = {
  readonly off: ReadonlyMap<PlainDate, string>
  readonly worked: ReadonlySet<PlainDate>
  /** Years whose Tết, anniversary of the Kings and second day of the national holiday are entered. */
  readonly knownYears: ReadonlySet<number>
}

/** Law 45/2019/QH14, Art. 112: days off on a fixed date. The others follow the moon or are chosen each year. */
const fixedDaysOff = [
  ['01-01', 'Tết Dương lịch'],
  ['04-30', 'Ngày Chiến thắng'],
  ['05-01', 'Ngày Quốc tế Lao động'],
  ['09-02', 'Quốc khánh'],
] as const

/** Days that make up for a fixed date at the end of a week follow by rule, and are not announced. */
export function workCalendar(announced: readonly SpecialDay[]): WorkCalendar {
  const off = announced.filter(({ kind }) => kind === 'off')
  return {
    off: new Map(off.map(({ on, name }) => [on, name])),
    worked: new Set(announced.filter(({ kind }) => kind === 'worked').map(({ on }) => on)),
    knownYears: new Set(off.map(({ on }) => yearOf(on))),
  }
}

/** Why a day is no working day: the name of the holiday, or the end of the week; null where people work. */
export function restOn(day: PlainDate, calendar: WorkCalendar): string | null {
  if (calendar.worked.has(day)) return null
  const holiday = holidayOn(day, calendar)
  if (holiday) return holiday
  if (isWeekend(day)) return 'ngày nghỉ cuối tuần'
  return madeUpOn(day, calendar)
}

function holidayOn(day: PlainDate, { off }: WorkCalendar): string | undefined {
  return off.get(day) ?? fixedDaysOff.find(([monthDay]) => day.endsWith(`-${monthDay}`))?.[1]
}

/** Law 45/2019/QH14, Art. 111(3): a holiday at the end of a week is made up for on the next working day, each in its turn. */
function madeUpOn(day: PlainDate, calendar: WorkCalendar): string | null {
  const taken = new Set<PlainDate>()
  for (const [monthDay, name] of fixedDaysOff) {
    const holiday = plainDate(`${yearOf(day)}-${monthDay}`)
    if (!isWeekend(holiday)) continue
    let next = addDays(holiday, 1)
    while (isWeekend(next) || holidayOn(next, calendar) || taken.has(next)) next = addDays(next, 1)
    if (next === day) return `nghỉ bù ${name}`
    taken.add(next)
  }
  return null
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

function isWeekend(day: PlainDate): boolean {
  return weekday(day) > 5
}
