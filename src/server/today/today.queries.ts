import type { Answer, Params } from '#contract/index.ts'
import type { ReportRow } from '#contract/report.ts'
import type { TodayReport, TodayTask, TodayUnbegun, TodayView } from '#contract/today.ts'
import { contains } from '#domain/calendar/date-range.ts'
import { cutoffOn } from '#domain/calendar/reporting-period.ts'
import { ok } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import {
  type OpenReport,
  type OpenTask,
  periodsToReport,
  type UnbegunReport,
  type WaitingReport,
  type WaitingTask,
  waitingFor,
} from '#domain/today/today.ts'
import { authorise, listUnitsInReach, pathOf } from '../account/authorise.ts'
import { listSinceTaken } from '../consolidation/since-taken.queries.ts'
import type { Context } from '../context.ts'
import { noticesOf } from '../notice/notice.actions.ts'
import { listUnitNames, listUnitPaths } from '../org/org.store.ts'
import type { Reply } from '../report/report.actions.ts'
import { toReportRows } from '../report/report.queries.ts'
import { listReportHeads } from '../report/report.store.ts'
import { dueOn } from '../report/report.view.ts'
import { listDueReturns, listLettersToSign, listWaitingReturns } from '../request/due.queries.ts'
import { listDueFiles } from '../season/due.queries.ts'
import { listDutiesOf, listOpenObligations, listReturns, type OpenObligation } from './today.store.ts'

/** What one look shows of changes. */
const changesShown = 20

/** Everything that waits for whoever asks, at the unit looked at, in one answer. */
export async function findToday(ctx: Context, params: Params<'today.one'>): Reply<Answer<'today.one'>> {
  const denied = await authorise(ctx, 'today.one', params.unitId)
  return denied ?? ok(await todayAt(ctx, await listUnitsInReach(ctx, 'today.one', params.unitId), await pathOf(ctx, params.unitId)))
}

/** `below`: the units whose work is looked at; `above`: those whose reports they contribute to. */
export async function todayAt(ctx: Context, below: readonly string[], above: readonly string[]): Promise<TodayView> {
  const { tx, today, actor } = ctx
  const obligations = await listOpenObligations(tx, below, today)
  const unitIds = [...new Set([...below, ...above])]
  const { reports, unbegun } = await reportFacts(ctx, unitIds)
  const units = obligations.flatMap(({ unitId, ownerUnitId }) => [unitId, ownerUnitId])
  const paths = await listUnitPaths(tx, [...units, ...[...reports, ...unbegun].map(({ row }) => row.draftingUnitId)], today)
  const names = await listUnitNames(tx, units, today)
  const path = (unitId: string): readonly string[] => paths.get(unitId) ?? []
  const facts = {
    tasks: [...Map.groupBy(obligations, ({ taskId }) => taskId).values()].flatMap(own => toOpenTask(own, { path, names })),
    reports: reports.map(report => ({ ...report, draftingPath: path(report.row.draftingUnitId) })),
    unbegun: unbegun.map(report => ({ ...report, draftingPath: path(report.row.draftingUnitId) })),
  }
  const waiting = waitingFor(actor, facts, today)
  return {
    returned: waiting.returned.map(toReportView),
    steps: waiting.steps.map(toReportView),
    late: waiting.late.map(toTaskView),
    open: waiting.open.map(toTaskView),
    unbegun: waiting.unbegun.map(({ view }) => view),
    drafts: waiting.drafts.map(toReportView),
    lateOfOthers: waiting.lateOfOthers.map(toTaskView),
    files: await listDueFiles(ctx),
    dueReturns: await listDueReturns(ctx),
    waitingReturns: await listWaitingReturns(ctx),
    sinceTaken: await listSinceTaken(ctx),
    letters: await listLettersToSign(ctx),
    changes: await noticesOf(ctx, { limit: changesShown, isLoud: false, unreadOnly: true }),
  }
}

type NamedAnswer = OpenObligation & { readonly unitPath: readonly string[]; readonly unitName: string }
type NamedTask = OpenTask & { readonly owed: readonly NamedAnswer[]; readonly name: string; readonly planId: string }

function toOpenTask(
  own: readonly OpenObligation[],
  { path, names }: { readonly path: (unitId: string) => readonly string[]; readonly names: ReadonlyMap<string, string> },
): NamedTask[] {
  const [first] = own
  if (!first) return []
  const { taskId: id, taskName: name, planId, dueOn: due, ownerUnitId } = first
  const owed = own
    .map(one => ({ ...one, unitPath: path(one.unitId), unitName: names.get(one.unitId) ?? '' }))
    .toSorted((a, b) => compareText(a.part, b.part) || compareText(a.unitName, b.unitName)) // who leads first
  return [{ id, name, planId, dueOn: due, ownerPath: path(ownerUnitId), owed }]
}

function toTaskView({ task, mine, others, daysLate, mayRemind }: WaitingTask<NamedTask>): TodayTask {
  const { id, name, planId, dueOn: due } = task
  return { id, name, planId, dueOn: due, daysLate, mayRemind, mine: mine.map(toAnswerView), others: others.map(toAnswerView) }
}

function toAnswerView({ id, taskId, unitId, part, assignedOn, unitName, state, remindedOn }: NamedAnswer): TodayTask['mine'][number] {
  return { id, taskId, unitId, part, assignedOn, unitName, state, remindedOn }
}

type NamedReport = OpenReport & { readonly row: ReportRow }

function toReportView({ report, step }: WaitingReport<NamedReport>): TodayReport {
  return { ...report.row, step, returned: report.returned }
}

type ReportFacts = {
  readonly reports: readonly Omit<NamedReport, 'draftingPath'>[]
  readonly unbegun: readonly (Omit<UnbegunReport, 'draftingPath'> & {
    readonly row: { readonly draftingUnitId: string }
    readonly view: TodayUnbegun
  })[]
}

/** Reports that have not left the house, and those that are owed and not begun. */
async function reportFacts(ctx: Context, unitIds: readonly string[]): Promise<ReportFacts> {
  const heads = await listReportHeads(ctx.tx, unitIds)
  const open = heads.filter(({ state }) => state !== 'issued')
  const returns = await listReturns(
    ctx.tx,
    open.filter(({ state }) => state === 'draft').map(({ id }) => id),
  )
  const rows = await toReportRows(ctx, open, unitIds)
  const names = await listUnitNames(ctx.tx, unitIds, ctx.today)
  const duties = await listDutiesOf(ctx.tx, unitIds)
  const unbegun = duties.flatMap(duty =>
    periodsToReport(ctx.today, duty.dueDaysAfterCutoff)
      .filter(period => contains(duty.valid, cutoffOn(period)))
      .filter(period => !heads.some(head => head.unitId === duty.unitId && head.periodName === period.name && head.subject === null))
      .map(period => {
        const { unitId, receiverName, draftingUnitId } = duty
        const due = dueOn(duty, period.name)
        const view = { unitId, unitName: names.get(unitId) ?? '', periodName: period.name, receiverName, dueOn: due }
        return { period, dueOn: due, row: { draftingUnitId }, view }
      }),
  )
  const reports = rows.map(row => ({ id: row.id, state: row.state, dueOn: row.dueOn, returned: returns.get(row.id) ?? null, row }))
  return { reports, unbegun }
}
