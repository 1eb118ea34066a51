import type { ActivityKind, Campaign } from '../activity/activity.ts'
import { monthOf, type PlainDate, yearOf } from '../calendar/plain-date.ts'

/**
 * Activities of one kind and campaign that began in one month: each is counted once, in the month of its first day.
 * Who was counted and who was estimated is never added up; activities for which nobody said how many came are neither.
 */
export type ActivityTally = {
  readonly year: number
  readonly month: number
  readonly kind: ActivityKind
  readonly campaign: Campaign
  readonly activities: number
  readonly counted: Participation
  readonly estimated: Participation
}

/** In how many activities, how many people together. */
export type Participation = { readonly activities: number; readonly people: number }

export const groupings = ['kind', 'campaign'] as const
export type Grouping = (typeof groupings)[number]

/** Twelve months: a number where the month can be known, null where it lies ahead or the whole year has nothing recorded. */
export type Months = readonly (number | null)[]

/** One kind or campaign through the year. */
export type GroupMonths = { readonly key: ActivityKind | Campaign; readonly months: Months; readonly total: number }

/** All activities by month. A year with nothing recorded is missing, not twelve times zero. */
export function activitiesByMonth(tallies: readonly ActivityTally[], year: number, today: PlainDate): Months {
  return byMonth(tallies, { year, today, valueOf: tally => tally.activities })
}

/** The same for each kind or campaign that occurs in the year, most first. */
export function groupsByMonth(
  tallies: readonly ActivityTally[],
  { grouping, year, today }: { readonly grouping: Grouping; readonly year: number; readonly today: PlainDate },
): GroupMonths[] {
  return [...Map.groupBy(tallies.filter(inYear(year)), tally => tally[grouping])]
    .map(([key, own]) => ({ key, months: activitiesByMonth(own, year, today), total: sumOf(own, tally => tally.activities) }))
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1))
}

/** People by month, of one quality; null where nobody wrote a number down, even if something was held. */
export function peopleByMonth(
  tallies: readonly ActivityTally[],
  { quality, year }: { readonly quality: 'counted' | 'estimated'; readonly year: number },
): Months {
  const own = tallies.filter(inYear(year)).filter(tally => tally[quality].activities > 0)
  return twelve(month => {
    const inMonth = own.filter(tally => tally.month === month)
    return inMonth.length === 0 ? null : sumOf(inMonth, tally => tally[quality].people)
  })
}

/** Activities of a year for which nobody wrote down how many took part. */
export function uncountedIn(tallies: readonly ActivityTally[], year: number): { readonly uncounted: number; readonly of: number } {
  const own = tallies.filter(inYear(year))
  const of = sumOf(own, tally => tally.activities)
  return { uncounted: of - sumOf(own, tally => tally.counted.activities + tally.estimated.activities), of }
}

/** How many activities of a year; null when nothing was recorded. */
export function yearTotal(tallies: readonly ActivityTally[], year: number): number | null {
  const own = tallies.filter(inYear(year))
  return own.length === 0 ? null : sumOf(own, tally => tally.activities)
}

function byMonth(
  tallies: readonly ActivityTally[],
  { year, today, valueOf }: { readonly year: number; readonly today: PlainDate; readonly valueOf: (tally: ActivityTally) => number },
): Months {
  const own = tallies.filter(inYear(year))
  if (own.length === 0) return twelve(() => null)
  return twelve(month => {
    if (year > yearOf(today) || (year === yearOf(today) && month > monthOf(today))) return null
    return sumOf(
      own.filter(tally => tally.month === month),
      valueOf,
    )
  })
}

function twelve(valueOf: (month: number) => number | null): Months {
  return Array.from({ length: 12 }, (_, i) => valueOf(i + 1))
}

const inYear = (year: number) => (tally: ActivityTally) => tally.year === year

function sumOf<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0)
}
