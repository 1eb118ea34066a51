import type { MoneySource } from '../activity/activity.ts'
import type { Participation } from './activity-tally.ts'

/** What stands in the books for some days, as counted. */
export type PeriodCounts = {
  readonly activities: number
  readonly counted: Participation
  readonly estimated: Participation
  /** Đồng. */
  readonly money: readonly { readonly source: MoneySource; readonly amount: number }[]
  readonly documents: number
}

/** Whether anything of the kind was recorded in the year the days lie in. */
export type RecordedInYear = { readonly activities: boolean; readonly documents: boolean }

/** The same as it may be said: null is missing. Nobody recorded is not none. */
export type PeriodSums = {
  readonly activities: number | null
  readonly countedPeople: number | null
  readonly estimatedPeople: number | null
  readonly money: Readonly<Partial<Record<MoneySource, number>>>
  readonly documents: number | null
}

/** Zero is said only of what was recorded at some time in the year; of people and money, only what somebody wrote down. */
export function periodSums({ activities, counted, estimated, money, documents }: PeriodCounts, recorded: RecordedInYear): PeriodSums {
  return {
    activities: recorded.activities ? activities : null,
    countedPeople: counted.activities > 0 ? counted.people : null,
    estimatedPeople: estimated.activities > 0 ? estimated.people : null,
    money: Object.fromEntries(money.map(({ source, amount }) => [source, amount])),
    documents: recorded.documents ? documents : null,
  }
}
