import { monthOf, plainDate, yearOf } from '../calendar/plain-date.ts'
import type { ActivityTally, Participation } from './activity-tally.ts'
import { type Days, daysOfMonth } from './compared-periods.ts'
import type { PeriodCounts } from './period-sums.ts'

/** Activities of one kind and campaign that began within a span of days. */
export type SpanTally = Omit<ActivityTally, 'year' | 'month'> & { readonly days: Days }

/** Days in order, cut wherever one of the ranges begins or ends: a span lies in each of them whole or not at all. */
export function spansOf(ranges: readonly Days[]): Days[] {
  const cuts = [...new Set(ranges.flatMap(({ from, until }) => [from, until]))].toSorted()
  return cuts.slice(1).map((until, i) => ({ from: cuts[i] ?? until, until }))
}

export function monthsOf(year: number): Days[] {
  return Array.from({ length: 12 }, (_, i) => daysOfMonth(year, i + 1))
}

/** The year a half-open range ends in. */
export function yearAround({ until }: Days): Days {
  const year = yearOf(until)
  return { from: plainDate(`${year}-01-01`), until: plainDate(`${year + 1}-01-01`) }
}

/** Of spans that end with every month, those within the days, month by month. */
export function talliesByMonth(spans: readonly SpanTally[], days: Days): ActivityTally[] {
  const byMonth = Map.groupBy(spans.filter(within(days)), ({ days: { from }, kind, campaign }) =>
    [from.slice(0, 7), kind, campaign].join(' '),
  )
  return [...byMonth.values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const {
      days: { from },
      kind,
      campaign,
    } = first
    return [{ year: yearOf(from), month: monthOf(from), kind, campaign, ...together(own) }]
  })
}

/** Of spans cut where the days begin and end, the sum of those within. */
export function tallyWithin(spans: readonly SpanTally[], days: Days): Pick<PeriodCounts, 'activities' | 'counted' | 'estimated'> {
  return together(spans.filter(within(days)))
}

function within(days: Days) {
  return ({ days: { from, until } }: SpanTally): boolean => days.from <= from && until <= days.until
}

function together(tallies: readonly SpanTally[]): Pick<PeriodCounts, 'activities' | 'counted' | 'estimated'> {
  const sumOf = (valueOf: (tally: SpanTally) => number): number => tallies.reduce((sum, tally) => sum + valueOf(tally), 0)
  const people = (quality: 'counted' | 'estimated'): Participation => ({
    activities: sumOf(tally => tally[quality].activities),
    people: sumOf(tally => tally[quality].people),
  })
  return { activities: sumOf(tally => tally.activities), counted: people('counted'), estimated: people('estimated') }
}
