import type { Db } from '../db/connect.ts'

/** How many of these tasks belong to plans of these units. */
export async function countTasks(tx: Db, ids: readonly string[], ownerUnitIds: readonly string[]): Promise<number> {
  if (ids.length === 0 || ownerUnitIds.length === 0) return 0
  const rows = await tx
    .selectFrom('task')
    .innerJoin('plan', 'plan.id', 'task.planId')
    .select('task.id')
    .where('task.id', 'in', [...ids])
    .where('plan.ownerUnitId', 'in', [...ownerUnitIds])
    .execute()
  return rows.length
}
