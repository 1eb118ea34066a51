import { addDays, daysBetween, monthOf, type PlainDate, plainDate, yearOf } from '#domain/calendar/plain-date.ts'

/** The months drawn side by side, and where a day lies among them in hundredths of the width. */
export type Scale = {
  readonly from: PlainDate
  /** The first day that is not drawn any more. */
  readonly until: PlainDate
  readonly months: readonly { readonly label: string; readonly at: number; readonly width: number }[]
  readonly at: (day: PlainDate) => number
}

type Spanned = { readonly startsOn: PlainDate; readonly dueOn: PlainDate }

/** The months of the plan's year, and those before and after that its tasks reach into. */
export function scaleOf(year: number, tasks: readonly Spanned[]): Scale {
  const from = monthStart(tasks.reduce((first, task) => (task.startsOn < first ? task.startsOn : first), plainDate(`${year}-01-01`)))
  const last = tasks.reduce((end, task) => (task.dueOn > end ? task.dueOn : end), plainDate(`${year}-12-31`))
  const until = nextMonth(monthStart(last))
  const days = daysBetween(from, until)
  const at = (day: PlainDate): number => (Math.min(Math.max(daysBetween(from, day), 0), days) / days) * 100
  const months = []
  for (let month = from; month < until; month = nextMonth(month))
    months.push({
      label: yearOf(month) === year ? `${monthOf(month)}` : `${monthOf(month)}/${yearOf(month)}`,
      at: at(month),
      width: at(nextMonth(month)) - at(month),
    })
  return { from, until, months, at }
}

/** One bar: from the first day to the end of the last, and the late part after it. */
export type Bar = { readonly at: number; readonly width: number; readonly lateAt: number; readonly lateWidth: number }

/** `lateUntil` is the last late day: today while it is not done, the day of the last answer when that came late; null in time. */
export function barOf({ startsOn, dueOn }: Spanned, lateUntil: PlainDate | null, scale: Scale): Bar {
  const end = scale.at(addDays(dueOn, 1))
  const at = scale.at(startsOn)
  const lateEnd = lateUntil !== null && lateUntil > dueOn ? scale.at(addDays(lateUntil, 1)) : end
  return { at, width: end - at, lateAt: end, lateWidth: lateEnd - end }
}

function monthStart(day: PlainDate): PlainDate {
  return plainDate(`${day.slice(0, 8)}01`)
}

function nextMonth(day: PlainDate): PlainDate {
  return monthStart(addDays(monthStart(day), 31))
}
