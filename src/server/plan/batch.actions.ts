import type { Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { addPlan, type Plan, type Task } from '#domain/plan/plan.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findVersionOn, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import { decideShares } from './goal.actions.ts'
import { dayOf, refuseForeignDocuments, subjectOf } from './plan.actions.ts'
import { findPlan, findTarget, insertPlan, insertTarget, listPlans, listTasksByIds, lockPlan } from './plan.store.ts'
import { decideTasks, handOut } from './task.decision.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A table of tasks is handed out whole or not at all. */
export async function addTasks(ctx: Context, body: Body<'plan.addTasks'>): Reply<readonly Task[]> {
  const plan = await lockPlan(ctx.tx, body.planId)
  if (!plan) return unknown(ctx, 'plan.addTasks', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.addTasks', plan.ownerUnitId)
  if (denied) return denied
  const sentBefore = await listTasksByIds(
    ctx.tx,
    body.tasks.map(task => task.id),
  )
  if (sentBefore.length > 0) return answerAgain(inOrderOf(body.tasks, sentBefore), isSameBatch(body.tasks, sentBefore, plan))
  const decision = await decideTasks(
    ctx,
    body.tasks.map(task => ({ ...task, planId: plan.id, revision: 0 })),
    plan,
  )
  if (!decision.ok) return decision
  const tasks = decision.value
  const assignments = await handOut(ctx, plan, tasks)
  const ids = tasks.map(task => task.id)
  await insertAuditEntry(ctx, 'plan.addTasks', subjectOf(plan, ids), { after: { tasks, assignments } })
  return ok(tasks)
}

/** The plan of another year made from this one: what was chosen and looked over, in one act; the first plan stays as it is. */
export async function copyPlan(ctx: Context, body: Body<'plan.copy'>): Reply<Plan> {
  const from = await findPlan(ctx.tx, body.fromPlanId)
  if (!from || !(await lockUnit(ctx.tx, from.ownerUnitId))) return unknown(ctx, 'plan.copy', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.copy', from.ownerUnitId)
  if (denied) return denied
  const sentBefore = await findPlan(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.ownerUnitId === from.ownerUnitId)
  if (body.year === from.year) return refuse('plan.same-year', { year: from.year })
  const { id, year, title, documentId } = body
  const plan: Plan = { id, ownerUnitId: from.ownerUnitId, year, title, documentId, revision: 0 }
  const on = dayOf(plan, ctx.today)
  if (!(await findVersionOn(ctx.tx, plan.ownerUnitId, on))) return refuse('org.unit-not-in-force', { on })
  const foreign = await refuseForeignDocuments(ctx, documentId === null ? [] : [documentId], plan.ownerUnitId)
  if (foreign) return foreign
  const decision = addPlan(plan, await listPlans(ctx.tx, [plan.ownerUnitId], year))
  if (!decision.ok) return decision
  if (await isAnyTaken(ctx, body)) return refuse('input.id-taken')
  const shares = await decideShares(ctx, plan, body.targets)
  if (!shares.ok) return shares
  const inserted = await insertPlan(ctx.tx, plan)
  if (!inserted.ok) return inserted
  const targets = []
  for (const target of body.targets) targets.push(await insertTarget(ctx.tx, { ...target, planId: id, revision: 0 }))
  const tasks = await decideTasks(
    ctx,
    body.tasks.map(task => ({ ...task, planId: id, revision: 0 })),
    plan,
  )
  if (!tasks.ok) return tasks
  const assignments = await handOut(ctx, plan, tasks.value)
  const recordIds = [id, ...targets.map(target => target.id), ...tasks.value.map(task => task.id)]
  await insertAuditEntry(ctx, 'plan.copy', subjectOf(plan, recordIds), {
    after: { ...plan, fromPlanId: from.id, targets, tasks: tasks.value, assignments },
  })
  return ok(plan)
}

async function isAnyTaken(ctx: Context, { targets, tasks }: Body<'plan.copy'>): Promise<boolean> {
  for (const { id } of targets) if (await findTarget(ctx.tx, id)) return true
  const taken = await listTasksByIds(
    ctx.tx,
    tasks.map(task => task.id),
  )
  return taken.length > 0 || new Set(targets.map(({ id }) => id)).size < targets.length
}

function isSameBatch(sent: Body<'plan.addTasks'>['tasks'], found: readonly Task[], plan: Plan): boolean {
  return found.length === new Set(sent.map(task => task.id)).size && found.every(task => task.planId === plan.id)
}

function inOrderOf(sent: Body<'plan.addTasks'>['tasks'], found: readonly Task[]): Task[] {
  return sent.flatMap(({ id }) => found.filter(task => task.id === id))
}
