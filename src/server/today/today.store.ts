import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Assignment, TaskState } from '#domain/plan/plan.ts'
import type { ReportDuty } from '#domain/report/report.ts'
import type { Db } from '../db/connect.ts'

/** One unit's open obligation, with the task and the plan it belongs to. */
export type OpenObligation = Assignment & {
  readonly taskName: string
  readonly dueOn: PlainDate
  readonly planId: string
  readonly ownerUnitId: string
  readonly state: Exclude<TaskState, 'done'>
  readonly remindedOn: PlainDate | null
}

/** More than anyone answers in a day. */
const mostObligations = 2000

/** What these units still owe on a day, and what others still owe to plans of theirs; tasks with parts are answered part by part. */
export async function listOpenObligations(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<OpenObligation[]> {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .innerJoin('plan', 'plan.id', 'task.planId')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('progress')
          .select('progress.state')
          .whereRef('progress.assignmentId', '=', 'assignment.id')
          .where('progress.reportedOn', '<=', on)
          .orderBy('progress.reportedOn', 'desc')
          .orderBy('progress.sequence', 'desc')
          .limit(1)
          .as('latest'),
      join => join.onTrue(),
    )
    .selectAll('assignment')
    .select(['task.name as taskName', 'task.dueOn', 'task.planId', 'plan.ownerUnitId', 'latest.state'])
    .select(eb =>
      eb
        .selectFrom('taskReminder')
        .select(sql<PlainDate | null>`max(on_day)`.as('on'))
        .whereRef('taskReminder.taskId', '=', 'assignment.taskId')
        .whereRef('taskReminder.unitId', '=', 'assignment.unitId')
        .as('remindedOn'),
    )
    .where(sql<boolean>`(assignment.unit_id = any(${unitIds}::uuid[]) or plan.owner_unit_id = any(${unitIds}::uuid[]))`)
    .where(sql<boolean>`latest.state is distinct from 'done'`)
    .where(sql<boolean>`not exists (select from task as part where part.parent_task_id = task.id)`)
    .where('assignment.assignedOn', '<=', on)
    .orderBy('task.dueOn')
    .orderBy('task.position')
    .orderBy('assignment.part')
    .orderBy('assignment.id')
    .limit(mostObligations)
    .execute()
  return rows.map(row => ({
    ...row,
    part: row.part as Assignment['part'],
    state: (row.state ?? 'notStarted') as OpenObligation['state'],
  }))
}

export type Returned = { readonly byName: string; readonly reason: string; readonly on: PlainDate }

/** Why drafts came back, as long as their content was not checked anew since. */
export async function listReturns(tx: Db, reportIds: readonly string[]): Promise<Map<string, Returned>> {
  if (reportIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('reportEvent')
    .distinctOn('reportId')
    .select(['reportId', 'type', 'byName', 'reason', 'onDay'])
    .where(sql<boolean>`report_id = any(${reportIds}::uuid[])`)
    .where('type', 'in', ['sentBack', 'contentChecked'])
    .orderBy('reportId')
    .orderBy('sequence', 'desc')
    .execute()
  return new Map(
    rows.filter(row => row.type === 'sentBack').map(({ reportId, byName, reason, onDay }) => [reportId, { byName, reason, on: onDay }]),
  )
}

/** Every duty of these units, whenever it runs. */
export async function listDutiesOf(tx: Db, unitIds: readonly string[]): Promise<ReportDuty[]> {
  const rows = await tx.selectFrom('reportDuty').selectAll().where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`).execute()
  return rows.map(row => ({ ...row, recipientLines: row.recipientLines as string[] }))
}
