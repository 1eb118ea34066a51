import { type Assignment, type Plan, type Progress, type Task } from '#domain/plan/plan.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findPlan } from '../plan/plan.store.ts'
import type { Subject } from './notice.store.ts'
import { tell } from './tell.ts'

// What the plan tells: calls for its actions, each one line there.

const subjectOf = (plan: Plan, task: Task): Subject => ({ kind: 'task', id: task.id, insideId: plan.id, unitId: plan.ownerUnitId })

/** Units were given something to answer for. */
export async function tellAssigned(
  ctx: Context,
  plan: Plan,
  tasks: readonly Task[],
  added: readonly Pick<Assignment, 'taskId' | 'unitId'>[],
): Promise<void> {
  for (const task of tasks) {
    const workUnitIds = added.filter(({ taskId }) => taskId === task.id).map(({ unitId }) => unitId)
    const details = { name: task.name, dueOn: task.dueOn }
    if (workUnitIds.length > 0) await tell(ctx, { kind: 'assigned', subject: subjectOf(plan, task), workUnitIds, details })
  }
}

/** Units that had the task already hear that it changed. */
export async function tellTaskAmended(
  ctx: Context,
  plan: Plan,
  { before, after, unitIds }: { readonly before: Task; readonly after: Task; readonly unitIds: readonly string[] },
): Promise<void> {
  await tell(ctx, {
    kind: 'taskAmended',
    subject: subjectOf(plan, after),
    workUnitIds: unitIds,
    details: { name: after.name, ...(before.dueOn !== after.dueOn && { dueOn: after.dueOn }) },
  })
}

const stateWords: Record<Progress['state'], string> = { underway: 'đang làm', blocked: 'vướng mắc', done: 'hoàn thành' }

/** The owner of the plan and the lead of the task hear of an answer. */
export async function tellAnswered(
  ctx: Context,
  task: Task,
  { unitId, state }: { readonly unitId: string; readonly state: Progress['state'] },
): Promise<void> {
  const plan = await findPlan(ctx.tx, task.planId)
  if (!plan) return
  const names = await listUnitNames(ctx.tx, [unitId], ctx.today)
  await tell(ctx, {
    kind: 'answered',
    subject: subjectOf(plan, task),
    workUnitIds: [plan.ownerUnitId, task.leadUnitId],
    details: { name: task.name, unitName: names.get(unitId) ?? '', words: stateWords[state] },
  })
}
