import { randomUUID } from 'node:crypto'
import type { Body, RefusalCode } from '#contract/index.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { reassign } from '#domain/plan/assignments.ts'
import {
  type Assignment,
  recordOutcome as decideOutcome,
  addPlan as decidePlan,
  reportProgress as decideProgress,
  type Plan,
  type Progress,
  type Target,
  type Task,
} from '#domain/plan/plan.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { type AuditSubject, insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { countDocuments } from '../document/document.store.ts'
import { tellAnswered, tellAssigned, tellTaskAmended } from '../notice/tell-plan.ts'
import { findUnitPath, findVersionOn, listUnitNames, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import { decideShares } from './goal.actions.ts'
import {
  deleteAssignments,
  findPlan,
  findProgress,
  findTarget,
  findTask,
  insertAssignments,
  insertPlan,
  insertProgress,
  insertTarget,
  listPlans,
  listProgress,
  listTasks,
  lockAssignment,
  lockAssignmentsOfTask,
  lockPlan,
  lockTarget,
  updateAssignment,
  updateTargetOutcome,
  updateTask,
} from './plan.store.ts'
import { decideTask, handOut } from './task.decision.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export async function addPlan(ctx: Context, body: Body<'plan.add'>): Reply<Plan> {
  if (!(await lockUnit(ctx.tx, body.ownerUnitId))) return unknown(ctx, 'plan.add', 'org.unknown-unit')
  const denied = await authorise(ctx, 'plan.add', body.ownerUnitId)
  if (denied) return denied
  const sentBefore = await findPlan(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.ownerUnitId === body.ownerUnitId)
  const on = dayOf(body, ctx.today)
  if (!(await findVersionOn(ctx.tx, body.ownerUnitId, on))) return refuse('org.unit-not-in-force', { on })
  const foreign = await refuseForeignDocuments(ctx, body.documentId === null ? [] : [body.documentId], body.ownerUnitId)
  if (foreign) return foreign
  const decision = decidePlan({ ...body, revision: 0 }, await listPlans(ctx.tx, [body.ownerUnitId], body.year))
  if (!decision.ok) return decision
  const inserted = await insertPlan(ctx.tx, decision.value)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'plan.add', subjectOf(decision.value, [body.id]), { after: decision.value })
  return decision
}

export async function addTarget(ctx: Context, body: Body<'plan.addTarget'>): Reply<Target> {
  const plan = await lockPlan(ctx.tx, body.planId)
  if (!plan) return unknown(ctx, 'plan.addTarget', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.addTarget', plan.ownerUnitId)
  if (denied) return denied
  const sentBefore = await findTarget(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.planId === plan.id)
  const decision = await decideShares(ctx, plan, [body])
  if (!decision.ok) return decision
  const target = await insertTarget(ctx.tx, { ...body, revision: 0 })
  await insertAuditEntry(ctx, 'plan.addTarget', subjectOf(plan, [target.id]), { after: target })
  return ok(target)
}

export async function recordOutcome(ctx: Context, body: Body<'plan.recordOutcome'>): Reply<Target> {
  const before = await lockTarget(ctx.tx, body.targetId)
  const plan = before && (await findPlan(ctx.tx, before.planId))
  if (!plan) return unknown(ctx, 'plan.recordOutcome', 'plan.unknown-target')
  const denied = await authorise(ctx, 'plan.recordOutcome', plan.ownerUnitId)
  if (denied) return denied
  if (before.revision !== body.revision) return refuse('plan.stale')
  const decision = decideOutcome(body.outcome, ctx.today)
  if (!decision.ok) return decision
  const after: Target = { ...before, outcome: decision.value, revision: before.revision + 1 }
  await updateTargetOutcome(ctx.tx, after)
  await insertAuditEntry(ctx, 'plan.recordOutcome', subjectOf(plan, [after.id]), { before, after })
  return ok(after)
}

/** Handed out as it is written: the lead and each supporting unit owe an answer of their own from the day it begins. */
export async function addTask(ctx: Context, body: Body<'plan.addTask'>): Reply<Task> {
  const plan = await lockPlan(ctx.tx, body.planId)
  if (!plan) return unknown(ctx, 'plan.addTask', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.addTask', plan.ownerUnitId)
  if (denied) return denied
  const sentBefore = await findTask(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.planId === plan.id)
  const decision = await decideTask(ctx, { ...body, revision: 0 }, plan)
  if (!decision.ok) return decision
  const task = decision.value
  const assignments = await handOut(ctx, plan, [task])
  await insertAuditEntry(ctx, 'plan.addTask', subjectOf(plan, [task.id]), { after: { task, assignments } })
  return decision
}

/** Units come and go with the task; one that has answered already stays on it. */
export async function amendTask(ctx: Context, body: Body<'plan.amendTask'>): Reply<Task> {
  const plan = await lockPlan(ctx.tx, body.planId)
  if (!plan) return unknown(ctx, 'plan.amendTask', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.amendTask', plan.ownerUnitId)
  if (denied) return denied
  const before = await findTask(ctx.tx, body.id)
  if (before?.planId !== plan.id) return refuse('plan.unknown-task')
  if (before.revision !== body.revision) return refuse('plan.stale')
  const decision = await decideTask(ctx, { ...body, revision: body.revision + 1 }, plan)
  if (!decision.ok) return decision
  const task = decision.value
  const existing = await lockAssignmentsOfTask(ctx.tx, task.id)
  const answers = await listProgress(
    ctx.tx,
    existing.map(assignment => assignment.id),
  )
  const change = reassign(task, existing, new Set(answers.map(answer => answer.assignmentId)))
  if (!change.ok) return nameUnit(ctx, change, plan)
  const { changed, removed } = change.value
  const added = change.value.added.map((obligation): Assignment => ({ id: randomUUID(), ...obligation }))
  await updateTask(ctx.tx, task)
  await deleteAssignments(
    ctx.tx,
    removed.map(assignment => assignment.id),
  )
  for (const assignment of changed) await updateAssignment(ctx.tx, assignment)
  await insertAssignments(ctx.tx, added)
  await insertAuditEntry(ctx, 'plan.amendTask', subjectOf(plan, [task.id]), {
    before: { task: before, assignments: existing },
    after: { task, added, changed, removed },
  })
  await tellAssigned(ctx, plan, [task], added)
  await tellTaskAmended(ctx, plan, { before, after: task, unitIds: existing.map(assignment => assignment.unitId) })
  return decision
}

/** The assigned unit answers for itself, whoever owns the plan; a later answer is added to the earlier ones. */
export async function reportProgress(ctx: Context, body: Body<'plan.reportProgress'>): Reply<Progress> {
  const assignment = await lockAssignment(ctx.tx, body.assignmentId)
  const task = assignment && (await findTask(ctx.tx, assignment.taskId))
  if (!task) return unknown(ctx, 'plan.reportProgress', 'plan.unknown-assignment')
  const denied = await authorise(ctx, 'plan.reportProgress', assignment.unitId)
  if (denied) return denied
  const sentBefore = await findProgress(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.assignmentId === assignment.id)
  const hasParts = (await listTasks(ctx.tx, [task.planId])).some(other => other.parentTaskId === task.id)
  const sequence = (await listProgress(ctx.tx, [assignment.id])).length + 1
  const decision = decideProgress({ ...body, reportedBy: ctx.actor.fullName, sequence }, { assignment, hasParts }, ctx.today)
  if (!decision.ok) return decision
  if (!(await findVersionOn(ctx.tx, assignment.unitId, body.reportedOn))) return refuse('org.unit-not-in-force', { on: body.reportedOn })
  const foreign = await refuseForeignDocuments(ctx, body.documentIds, assignment.unitId)
  if (foreign) return foreign
  await insertProgress(ctx.tx, decision.value)
  await insertAuditEntry(
    ctx,
    'plan.reportProgress',
    { kind: 'task', id: task.id, unitId: assignment.unitId, recordIds: [body.id] },
    { after: decision.value },
  )
  await tellAnswered(ctx, task, { unitId: assignment.unitId, state: body.state })
  return decision
}

/** The day a plan's own unit is looked at: today in its year, the last day of a year gone by. */
export function dayOf(plan: Pick<Plan, 'year'>, today: PlainDate): PlainDate {
  const lastDay = plainDate(`${plan.year}-12-31`)
  return lastDay < today ? lastDay : today
}

/** A document can be named when it stands in the register of the unit or of one above it. */
export async function refuseForeignDocuments(
  ctx: Context,
  documentIds: readonly string[],
  unitId: string,
): Promise<Refusal<'document.unknown'> | undefined> {
  const known = await countDocuments(ctx.tx, documentIds, await findUnitPath(ctx.tx, unitId, ctx.today))
  return known === new Set(documentIds).size ? undefined : refuse('document.unknown')
}

async function nameUnit(ctx: Context, refusal: Refusal<'plan.unit-has-answered'>, plan: Plan): Promise<Refusal<'plan.unit-has-answered'>> {
  const unitId = String(refusal.details['unitId'])
  const names = await listUnitNames(ctx.tx, [unitId], dayOf(plan, ctx.today))
  return refuse('plan.unit-has-answered', { name: names.get(unitId) ?? null })
}

export function subjectOf(plan: Plan, recordIds: readonly string[]): AuditSubject {
  return { kind: 'plan', id: plan.id, unitId: plan.ownerUnitId, recordIds }
}
