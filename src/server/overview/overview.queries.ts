import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { OverviewView, RowsBehind, TitleTally } from '#contract/overview.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import type { PeriodPart } from '#domain/calendar/reporting-period.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { comparedPeriods, type Days, lastKnownDay, sameDayLastYear } from '#domain/overview/compared-periods.ts'
import { monthsOf, spansOf, talliesByMonth, tallyWithin, yearAround } from '#domain/overview/day-spans.ts'
import { type PeriodSums, periodSums } from '#domain/overview/period-sums.ts'
import { standingNameOf, tasksByUnit } from '#domain/overview/task-standing.ts'
import { countRegistrations, standingOn } from '#domain/title/registration.ts'
import { baseNameOf, type TitleKey, titleNameOn, unitsForTitle } from '#domain/title/title-kinds.ts'
import { authorise, listUnitsInReach } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { findOrgFacts } from '../org/org.facts.ts'
import { listUnitNames, listUnitsBelow } from '../org/org.store.ts'
import { listRegistrations } from '../title/title.store.ts'
import {
  countAssigned,
  countIssued,
  listAssignedTasks,
  listBegunActivities,
  listIssued,
  sumMoney,
  tallyActivities,
} from './overview.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>
type QueryNames = 'overview.one' | 'overview.tasks' | 'overview.activities' | 'overview.documents'

/** What a panel shows at once. */
const rowLimit = 300
const title: TitleKey = 'culturalOffice'

/** A year of a unit and all below it in counts, beside the year before. */
export async function findOverview(ctx: Context, { unitId, year, part }: Params<'overview.one'>): Reply<OverviewView> {
  const units = await unitsLookedAt(ctx, 'overview.one', unitId)
  if (!units.ok) return units
  const { tx, today } = ctx
  const unitIds = units.value
  const tasks = tasksByUnit(await countAssigned(tx, { unitIds, year, today }))
  const names = await listUnitNames(
    tx,
    tasks.map(row => row.unitId),
    today,
  )
  const on = lastKnownDay(year, today)
  const reach = new Set(unitIds)
  return ok({
    year,
    on: today,
    isWhole: (await listUnitsBelow(tx, unitId, today)).every(below => reach.has(below)),
    tasks: tasks.map(row => ({ ...row, unitName: names.get(row.unitId) ?? '' })),
    ...(await tellActivities(ctx, unitIds, { year, part })),
    titleName: titleNameOn(title, on) ?? '',
    titles: {
      now: await tallyTitles(ctx, { unitId, reach, year, on }),
      before: await tallyTitles(ctx, { unitId, reach, year: year - 1, on: sameDayLastYear(on) }),
    },
  })
}

export async function listTasksBehind(ctx: Context, params: Params<'overview.tasks'>): Reply<Answer<'overview.tasks'>> {
  const units = await unitsLookedAt(ctx, 'overview.tasks', params.unitId)
  if (!units.ok) return units
  const { year, assignedUnitId, standing } = params
  const unitIds = assignedUnitId === undefined ? units.value : units.value.filter(unitId => unitId === assignedUnitId)
  const tasks = (await listAssignedTasks(ctx.tx, { unitIds, year, today: ctx.today }))
    .map(({ state, isPastDue, ...task }) => ({ ...task, standing: standingNameOf(state, isPastDue) }))
    .filter(task => standing === undefined || task.standing === standing)
  const shown = firstRows(tasks)
  const names = await listUnitNames(
    ctx.tx,
    shown.rows.map(task => task.unitId),
    ctx.today,
  )
  return ok({ ...shown, rows: shown.rows.map(({ unitId, ...task }) => ({ ...task, unitName: names.get(unitId) ?? '' })) })
}

export async function listActivitiesBehind(ctx: Context, params: Params<'overview.activities'>): Reply<Answer<'overview.activities'>> {
  const units = await unitsLookedAt(ctx, 'overview.activities', params.unitId)
  if (!units.ok) return units
  const { unitId: _, from, until, ...filter } = params
  const shown = firstRows(await listBegunActivities(ctx.tx, units.value, { ...filter, days: { from, until } }))
  const names = await listUnitNames(
    ctx.tx,
    shown.rows.map(activity => activity.hostUnitId),
    ctx.today,
  )
  const rows = shown.rows.map(({ id, hostUnitId, kind, name, startsOn, endsOn, participants, money }) => {
    return { id, kind, name, startsOn, endsOn, participants, money, hostUnitName: names.get(hostUnitId) ?? '' }
  })
  return ok({ ...shown, rows })
}

export async function listDocumentsBehind(ctx: Context, params: Params<'overview.documents'>): Reply<Answer<'overview.documents'>> {
  const units = await unitsLookedAt(ctx, 'overview.documents', params.unitId)
  if (!units.ok) return units
  const { rows, count } = firstRows(await listIssued(ctx.tx, units.value, params))
  return ok({ count, rows: rows.map(({ id, kind, code, issuedOn, subject }) => ({ id, kind, code, issuedOn, subject })) })
}

/** The unit and what lies below it, as far as the person reads. */
async function unitsLookedAt(ctx: Context, name: QueryNames, unitId: string): Reply<readonly string[]> {
  const denied = await authorise(ctx, name, unitId)
  return denied ?? ok(await listUnitsInReach(ctx, name, unitId))
}

type TitleRequest = { readonly unitId: string; readonly reach: ReadonlySet<string>; readonly year: number; readonly on: PlainDate }

/** Of the units one step down on that day; null where there are none or somebody does not see them all: half a base is no base. */
async function tallyTitles({ tx }: Context, { unitId, reach, year, on }: TitleRequest): Promise<TitleTally | null> {
  const org = await findOrgFacts(tx, unitId, on)
  const base = unitsForTitle(title, org?.children ?? [])
  if (base.length === 0 || base.some(unit => !reach.has(unit.unitId))) return null
  const unitIds = base.map(unit => unit.unitId)
  const standing = standingOn(await listRegistrations(tx, unitIds, [year]), { title, year, on })
  return { ...countRegistrations(standing, base), year, on, baseName: baseNameOf(base) }
}

type AskedPeriod = { readonly year: number; readonly part: PeriodPart }
type Activities = Pick<OverviewView, 'activities' | 'comparison'>

/** Months of both years and the periods set side by side, put together from one pass over the activities. */
async function tellActivities({ tx, today }: Context, unitIds: readonly string[], { year, part }: AskedPeriod): Promise<Activities> {
  const periods = comparedPeriods(year, part, today)
  const compared = periods ? [periods.now, periods.before] : []
  const months = [...monthsOf(year - 1), ...monthsOf(year)]
  const spans = await tallyActivities(tx, unitIds, spansOf([...months, ...compared, ...compared.map(yearAround)]))
  const activities = talliesByMonth(spans, { from: yearStart(year - 1), until: yearStart(year + 1) })
  if (!periods) return { activities, comparison: null }
  const sumsOf = async (days: Days): Promise<PeriodSums> => {
    const [documents = 0, documentsInYear = 0] = await countIssued(tx, unitIds, [days, yearAround(days)])
    const counts = { ...tallyWithin(spans, days), money: await sumMoney(tx, unitIds, days), documents }
    return periodSums(counts, {
      activities: counts.activities > 0 || tallyWithin(spans, yearAround(days)).activities > 0,
      documents: documents > 0 || documentsInYear > 0,
    })
  }
  const { now, before, isRunning } = periods
  const comparison = { now: { days: now, sums: await sumsOf(now) }, before: { days: before, sums: await sumsOf(before) }, isRunning }
  return { activities, comparison }
}

function yearStart(year: number): PlainDate {
  return plainDate(`${year}-01-01`)
}

function firstRows<Row>(rows: readonly Row[]): RowsBehind<Row> {
  return { rows: rows.slice(0, rowLimit), count: rows.length }
}
