import { sql } from 'kysely'
import type { DateRange } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Progress } from '#domain/plan/plan.ts'
import type { Db } from '../db/connect.ts'
import { toDateRange } from '../db/values.ts'

/** Where an answer stands: whose it is, and to which task of whose plan. */
type AnswerPlace = { readonly unitId: string; readonly taskId: string; readonly planId: string; readonly ownerUnitId: string }

export async function findAnswer(tx: Db, progressId: string): Promise<AnswerPlace | undefined> {
  return placeOfAnswer(tx, progressId).executeTakeFirst()
}

export async function lockAnswer(tx: Db, progressId: string): Promise<AnswerPlace | undefined> {
  return placeOfAnswer(tx, progressId).forNoKeyUpdate('progress').executeTakeFirst()
}

function placeOfAnswer(tx: Db, progressId: string) {
  return tx
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignmentId')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .innerJoin('plan', 'plan.id', 'task.planId')
    .select(['assignment.unitId', 'assignment.taskId', 'task.planId', 'plan.ownerUnitId'])
    .where('progress.id', '=', progressId)
}

/** Every unit that owes an answer for some task of the plan. */
export async function listAssignedUnits(tx: Db, planId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .select('assignment.unitId')
    .distinct()
    .where('task.planId', '=', planId)
    .execute()
  return rows.map(row => row.unitId)
}

/** The last answer of these units to each of their tasks in these days, in the order they were given. */
export async function listLastAnswers(
  tx: Db,
  unitIds: readonly string[],
  days: DateRange,
): Promise<Pick<Progress, 'narrative' | 'difficulty' | 'proposal'>[]> {
  const rows = await tx
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignmentId')
    .distinctOn('progress.assignmentId')
    .select(['progress.narrative', 'progress.difficulty', 'progress.proposal', 'progress.reportedOn'])
    .where(sql<boolean>`assignment.unit_id = any(${unitIds}::uuid[]) and progress.reported_on <@ ${toDateRange(days)}::daterange`)
    .orderBy('progress.assignmentId')
    .orderBy('progress.reportedOn', 'desc')
    .orderBy('progress.sequence', 'desc')
    .execute()
  return rows.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1))
}

/** What plans ask these units to do in some days, as far as their last answer before does not say it is done; in the order of the plans. */
export async function listInstructionsAhead(
  tx: Db,
  unitIds: readonly string[],
  days: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('task')
    .select('task.instruction')
    .where('task.startsOn', '<', days.until)
    .where('task.dueOn', '>=', days.from)
    .where(
      sql<boolean>`exists (
        select from assignment where assignment.task_id = task.id and assignment.unit_id = any(${unitIds}::uuid[])
          and (select state from progress where assignment_id = assignment.id and reported_on < ${days.from}
               order by reported_on desc, sequence desc limit 1) is distinct from 'done')`,
    )
    .orderBy('task.dueOn')
    .orderBy('task.position')
    .orderBy('task.id')
    .execute()
  return rows.map(({ instruction }) => instruction)
}
