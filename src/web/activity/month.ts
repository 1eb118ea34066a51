import type { Activity } from '#domain/activity/activity.ts'
import { addDays, type PlainDate, plainDate, weekday } from '#domain/calendar/plain-date.ts'

/** `2022-03`, as the address says it. */
export type Month = string

export function isMonth(text: string): text is Month {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)
}

export function monthOfDay(day: PlainDate): Month {
  return day.slice(0, 7)
}

/** Some months on, or back. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** `tháng 3 năm 2022`. */
export function sayMonth(month: Month): string {
  return `tháng ${Number(month.slice(5))} năm ${month.slice(0, 4)}`
}

/** The weeks that hold a month, Monday first, each whole. */
export function weeksOf(month: Month): PlainDate[][] {
  const first = plainDate(`${month}-01`)
  const after = plainDate(`${addMonths(month, 1)}-01`)
  const weeks: PlainDate[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday < after; monday = addDays(monday, 7)) {
    const start = monday
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(start, i)))
  }
  return weeks
}

/** One activity within one week: from which day on, over how many, in which row. */
export type Bar<Shown> = {
  readonly activity: Shown
  readonly column: number
  readonly span: number
  readonly row: number
  /** It began before this week, or goes on after it. */
  readonly isFromBefore: boolean
  readonly isGoingOn: boolean
}

type Days = Pick<Activity, 'startsOn' | 'endsOn'>

/** The bars of a week: what lasts longest on top, no two over each other; days with more than fit say how many more. */
export function barsOf<Shown extends Days>(
  week: readonly PlainDate[],
  activities: readonly Shown[],
  most: number,
): { readonly bars: readonly Bar<Shown>[]; readonly more: readonly number[] } {
  const [first, last] = [week[0], week.at(-1)]
  if (!first || !last) return { bars: [], more: [] }
  const taken: boolean[][] = []
  const bars = activities
    .filter(activity => activity.startsOn <= last && activity.endsOn >= first)
    .map(activity => {
      const column = Math.max(week.indexOf(activity.startsOn), 0)
      const end = activity.endsOn > last ? 6 : week.indexOf(activity.endsOn)
      return { activity, column, span: end - column + 1, isFromBefore: activity.startsOn < first, isGoingOn: activity.endsOn > last }
    })
    .toSorted((a, b) => a.column - b.column || b.span - a.span)
    .map((bar): Bar<Shown> => {
      const days = Array.from({ length: bar.span }, (_, i) => bar.column + i)
      let row = 0
      while (days.some(day => taken[row]?.[day])) row++
      const line = taken[row] ?? []
      taken[row] = line
      for (const day of days) line[day] = true
      return { ...bar, row }
    })
  const hidden = bars.filter(bar => bar.row >= most)
  const more = week.map((_, day) => hidden.filter(bar => bar.column <= day && day < bar.column + bar.span).length)
  return { bars: bars.filter(bar => bar.row < most), more }
}
