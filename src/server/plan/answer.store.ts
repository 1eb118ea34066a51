import type { Db } from '../db/connect.ts'

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
