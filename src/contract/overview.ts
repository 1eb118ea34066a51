import { z } from 'zod'
import { type Activity, activityKinds, campaigns, moneySources } from '#domain/activity/activity.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { periodParts } from '#domain/calendar/reporting-period.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import type { ActivityTally } from '#domain/overview/activity-tally.ts'
import type { Days } from '#domain/overview/compared-periods.ts'
import type { PeriodSums } from '#domain/overview/period-sums.ts'
import { type TaskStandingName, taskStandings, type UnitTasks } from '#domain/overview/task-standing.ts'
import type { RegistrationCount } from '#domain/title/registration.ts'
import { day, id, oneOf } from './fields.ts'

const unitId = id('Đơn vị')
const year = z.coerce.number({ error: 'Năm: chưa chọn' }).int().min(1990, 'Năm: quá xa').max(2100, 'Năm: quá xa')
const days = { from: day('Từ ngày'), until: day('Đến trước ngày') }

export const overviewParams = {
  'overview.one': z.strictObject({ unitId, year, part: oneOf('Kỳ', periodParts) }),
  /** The rows behind a mark: what one unit was given in a year and how it stands. */
  'overview.tasks': z.strictObject({
    unitId,
    year,
    assignedUnitId: id('Đơn vị được giao').optional(),
    standing: oneOf('Tình trạng', taskStandings).optional(),
  }),
  /** Activities that began on these days. */
  'overview.activities': z.strictObject({
    unitId,
    ...days,
    kind: oneOf('Loại hoạt động', activityKinds).optional(),
    campaign: oneOf('Phong trào', campaigns).optional(),
    participants: oneOf('Số người', ['counted', 'estimated', 'unknown']).optional(),
    source: oneOf('Nguồn kinh phí', moneySources).optional(),
  }),
  /** Documents issued on these days. */
  'overview.documents': z.strictObject({ unitId, ...days }),
}

export type UnitTasksView = UnitTasks & { readonly unitName: string }

/** How many of how many registered by a day; the base is named. */
export type TitleTally = RegistrationCount & { readonly year: number; readonly on: PlainDate; readonly baseName: string }

/** Two years beside each other. Null is missing. */
export type InTwoYears<Value> = { readonly now: Value | null; readonly before: Value | null }

export type OverviewView = {
  readonly year: number
  /** As of today. */
  readonly on: PlainDate
  /** False for somebody whose roles do not reach everything below the unit: all counts are of what they may read. */
  readonly isWhole: boolean
  /** Those with most late first. */
  readonly tasks: readonly UnitTasksView[]
  /** Of the year and the one before. */
  readonly activities: readonly ActivityTally[]
  readonly titleName: string
  readonly titles: InTwoYears<TitleTally>
  /** Null before the period has begun. */
  readonly comparison: PeriodComparison | null
}

export type PeriodComparison = {
  readonly now: { readonly days: Days; readonly sums: PeriodSums }
  readonly before: { readonly days: Days; readonly sums: PeriodSums }
  readonly isRunning: boolean
}

/** Rows behind a mark; `count` tells how many there are when not all are shown. */
export type RowsBehind<Row> = { readonly rows: readonly Row[]; readonly count: number }
export type TaskBehind = {
  readonly taskId: string
  readonly planId: string
  readonly name: string
  readonly dueOn: PlainDate
  readonly unitName: string
  readonly standing: TaskStandingName
}
export type ActivityBehind = Pick<Activity, 'id' | 'kind' | 'name' | 'startsOn' | 'endsOn' | 'participants' | 'money'> & {
  readonly hostUnitName: string
}
export type DocumentBehind = Pick<RegisteredDocument, 'id' | 'kind' | 'code' | 'issuedOn' | 'subject'>

export type OverviewAnswers = {
  'overview.one': OverviewView
  'overview.tasks': RowsBehind<TaskBehind>
  'overview.activities': RowsBehind<ActivityBehind>
  'overview.documents': RowsBehind<DocumentBehind>
}

export const taskStandingWords: Record<TaskStandingName, string> = {
  done: 'Xong',
  underway: 'Đang làm',
  blocked: 'Vướng mắc',
  late: 'Quá hạn',
  notStarted: 'Chưa làm, còn hạn',
}
