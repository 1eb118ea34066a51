import type { Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { latestProgress } from '#domain/plan/plan.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findTask, listAssignments, listProgress, lockPlan } from '../plan/plan.store.ts'
import { answerAgain } from '../sent-before.ts'
import { insertReminders, listReminded } from './notice.store.ts'
import { tell } from './tell.ts'

/** The owner of a plan asks units that still owe an answer for it, in words, once a day and unit. */
export async function remind(ctx: Context, body: Body<'plan.remind'>): Promise<Result<undefined, RefusalCode>> {
  const task = await findTask(ctx.tx, body.taskId)
  const plan = task && (await lockPlan(ctx.tx, task.planId)) // two who remind at once come one after the other
  if (!plan) return unknown(ctx, 'plan.remind', 'plan.unknown-task')
  const denied = await authorise(ctx, 'plan.remind', plan.ownerUnitId)
  if (denied) return denied
  const reminded = await listReminded(ctx.tx, task.id, ctx.today)
  if (body.units.every(({ id }) => reminded.some(before => before.id === id))) return answerAgain(undefined, true)
  const owing = await listOwing(ctx, task.id)
  const names = await listUnitNames(
    ctx.tx,
    body.units.map(({ unitId }) => unitId),
    ctx.today,
  )
  for (const { unitId } of body.units) {
    const unitName = names.get(unitId) ?? ''
    if (!owing.has(unitId)) return refuse('notice.nothing-owed', { unitName })
    if (reminded.some(before => before.unitId === unitId)) return refuse('notice.reminded-today', { unitName })
  }
  const common = { taskId: task.id, onDay: ctx.today, words: body.words, byName: ctx.actor.fullName, at: ctx.now }
  await insertReminders(
    ctx.tx,
    body.units.map(unit => ({ ...unit, ...common })),
  )
  await insertAuditEntry(
    ctx,
    'plan.remind',
    { kind: 'plan', id: plan.id, unitId: plan.ownerUnitId, recordIds: body.units.map(({ id }) => id) },
    { after: { name: task.name, units: [...names.values()], words: body.words } },
  )
  await tell(ctx, {
    kind: 'reminded',
    subject: { kind: 'task', id: task.id, insideId: plan.id, unitId: plan.ownerUnitId },
    workUnitIds: body.units.map(({ unitId }) => unitId),
    details: { name: task.name, dueOn: task.dueOn, words: body.words },
  })
  return ok()
}

async function listOwing(ctx: Context, taskId: string): Promise<Set<string>> {
  const assignments = await listAssignments(ctx.tx, [taskId])
  const progress = await listProgress(
    ctx.tx,
    assignments.map(({ id }) => id),
  )
  const owing = assignments.filter(({ id }) => latestProgress(progress, id, ctx.today)?.state !== 'done')
  return new Set(owing.map(({ unitId }) => unitId))
}
