import { daysBetween, type PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { formatCount, formatNumber } from '../kit/text.ts'
import type { TaskTheme } from '../plan/plan.ts'

/** What was done, once, on some days, at some place: the raw material of figures and sentences. */
export type Activity = {
  readonly id: string
  readonly hostUnitId: string
  readonly kind: ActivityKind
  readonly name: string
  readonly startsOn: PlainDate
  readonly endsOn: PlainDate
  readonly place: string
  /** Null: nobody recorded how many took part. Never 0 by default. */
  readonly participants: Participants | null
  readonly money: readonly MoneyEntry[]
  readonly campaign: Campaign
  readonly taskIds: readonly string[]
  readonly documentIds: readonly string[]
  /** A clause or sentences in the office's own words, as the report will say it. */
  readonly narrative: string
  readonly revision: number
}

/** `counted`: somebody counted. `estimated`: the source says "trên", "gần" or "khoảng", and print keeps that word. */
export type Participants =
  | { readonly quality: 'counted'; readonly count: number }
  | { readonly quality: 'estimated'; readonly count: number; readonly qualifier: Qualifier }
export const qualifiers = ['trên', 'gần', 'khoảng'] as const
export type Qualifier = (typeof qualifiers)[number]

/** Đồng, whole; by source, since a report names who paid. */
export type MoneyEntry = { readonly source: MoneySource; readonly amount: number; readonly note: string }
export const moneySources = ['stateBudget', 'unitFund', 'donation', 'poorFund', 'other'] as const
export type MoneySource = (typeof moneySources)[number]

export const activityKinds = [
  'direction',
  'advice',
  'dissemination',
  'supervision',
  'registration',
  'sport',
  'runDay',
  'festival',
  'contest',
  'training',
  'communeAid',
  'commendation',
  'reporting',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** The part of a report each kind speaks to when no task says otherwise. */
export const themeOf: Record<ActivityKind, TaskTheme> = {
  direction: 'direction',
  advice: 'advice',
  dissemination: 'dissemination',
  supervision: 'supervision',
  registration: 'registration',
  sport: 'sport',
  runDay: 'sport',
  festival: 'festival',
  contest: 'sport',
  training: 'dissemination',
  communeAid: 'communeAid',
  commendation: 'leadership',
  reporting: 'reporting',
}

/** The seven movements within the movement, and the movement as a whole. Which activity counts for which is the office's word. */
export const campaigns = [
  'whole',
  'family',
  'residentialArea',
  'newCountryside',
  'standards',
  'exercise',
  'creativeWork',
  'goodPeople',
] as const
export type Campaign = (typeof campaigns)[number]

/** More days than this are a campaign, not an activity; usually a mistyped year. */
const longestDays = 366

export type ActivityRefusal =
  | 'activity.unknown'
  | 'activity.ends-before-start'
  | 'activity.too-long'
  | 'activity.in-future'
  | 'activity.no-participants'
  | 'activity.unknown-task'
  | 'activity.unknown-document'
  | 'activity.stale'
  | 'activity.removed'

/** An activity is recorded after it began, with its days in order; nobody is not a number of participants. */
export function recordActivity(activity: Activity, today: PlainDate): Result<Activity, ActivityRefusal> {
  if (activity.endsOn < activity.startsOn)
    return refuse('activity.ends-before-start', { startsOn: activity.startsOn, endsOn: activity.endsOn })
  if (daysBetween(activity.startsOn, activity.endsOn) > longestDays) return refuse('activity.too-long', { days: longestDays })
  if (activity.startsOn > today) return refuse('activity.in-future', { startsOn: activity.startsOn })
  if (activity.participants?.count === 0) return refuse('activity.no-participants')
  return ok(activity)
}

/** `trên 3.000`, `58`: an estimate keeps its word. */
export function participantsText(participants: Participants): string {
  return participants.quality === 'counted'
    ? formatCount(participants.count)
    : `${participants.qualifier} ${formatNumber(participants.count)}`
}

/** Money of all sources together, in đồng; null when none was recorded. */
export function totalMoney(money: readonly MoneyEntry[]): number | null {
  return money.length === 0 ? null : money.reduce((total, entry) => total + entry.amount, 0)
}
