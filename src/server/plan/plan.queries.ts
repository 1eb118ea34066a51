import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { PlanDetail, PlanView, TaskView } from '#contract/plan.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { type Plan, standingOf, type Task, type TaskStanding } from '#domain/plan/plan.ts'
import { authorise, listUnitsInReach, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listDocumentsByIds } from '../document/document.store.ts'
import { listEvidence } from '../evidence/evidence.store.ts'
import { findUnitPath, listUnitNames } from '../org/org.store.ts'
import { listAssignedUnits } from './answer.store.ts'
import { listSharesOf } from './goal.actions.ts'
import { dayOf } from './plan.actions.ts'
import { findPlan, listFactsOf, listPlans, listPlansAssignedTo, type PlanFacts } from './plan.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The plans of a unit and of those above it, and of whoever gave it or its parts something to answer for. */
export async function listPlanViews(ctx: Context, params: Params<'plan.list'>): Reply<Answer<'plan.list'>> {
  const denied = await authorise(ctx, 'plan.list', params.unitId)
  if (denied) return denied
  const own = await listPlans(ctx.tx, await findUnitPath(ctx.tx, params.unitId, ctx.today), params.year)
  const given = await listPlansAssignedTo(ctx.tx, await listUnitsInReach(ctx, 'plan.list', params.unitId), params.year)
  const plans = [...own, ...given.filter(plan => !own.some(other => other.id === plan.id))]
  const facts = await listFactsOf(ctx.tx, plans)
  const codes = await listCodes(ctx, plans)
  const views: PlanView[] = []
  for (const plan of plans) views.push(await toPlanView(ctx, plan, facts, codes))
  return ok(views)
}

export async function findPlanDetail(ctx: Context, params: Params<'plan.one'>): Reply<PlanDetail> {
  const plan = await findPlan(ctx.tx, params.id)
  if (!plan) return unknown(ctx, 'plan.one', 'plan.unknown')
  const denied = await authoriseReadingPlan(ctx, plan)
  if (denied) return denied
  const facts = await listFactsOf(ctx.tx, [plan])
  const view = await toPlanView(ctx, plan, facts, await listCodes(ctx, [plan]))
  return ok({ plan: view, targets: facts.targets, tasks: await toTaskViews(ctx, plan, facts), shares: await listSharesOf(ctx, plan) })
}

/** Whoever may read what the plan's own unit has, or one of those it gave work to; the refusal is that of the first. */
export async function authoriseReadingPlan(ctx: Context, plan: Pick<Plan, 'id' | 'ownerUnitId'>): ReturnType<typeof authorise> {
  const refusal = await authorise(ctx, 'plan.one', plan.ownerUnitId)
  if (!refusal) return undefined
  for (const unitId of await listAssignedUnits(ctx.tx, plan.id)) if (!(await authorise(ctx, 'plan.one', unitId))) return undefined
  return refusal
}

export async function toPlanView(ctx: Context, plan: Plan, facts: PlanFacts, codes: ReadonlyMap<string, string>): Promise<PlanView> {
  const names = await listUnitNames(ctx.tx, [plan.ownerUnitId], dayOf(plan, ctx.today))
  const tasks = facts.tasks.filter(task => task.planId === plan.id)
  const standing = (task: Task) => standingOf(task, { ...facts, tasks }, ctx.today)
  const tops = tasks.filter(task => task.parentTaskId === null).map(standing)
  const leaves = tasks.filter(task => !tasks.some(other => other.parentTaskId === task.id)).map(standing)
  return {
    ...plan,
    ownerUnitName: names.get(plan.ownerUnitId) ?? '',
    documentCode: (plan.documentId && codes.get(plan.documentId)) ?? null,
    closed: total(tops, top => top.closed),
    of: total(tops, top => top.of),
    overdue: leaves.filter(leaf => leaf.isOverdue).length,
  }
}

/** Units are named as they were when they were given the task. */
async function toTaskViews(ctx: Context, plan: Plan, facts: PlanFacts): Promise<TaskView[]> {
  const units = facts.assignments.map(assignment => assignment.unitId)
  const today = await listUnitNames(ctx.tx, units, dayOf(plan, ctx.today))
  const namesOn = new Map<string, Map<string, string>>()
  for (const { assignedOn } of facts.assignments)
    if (!namesOn.has(assignedOn)) namesOn.set(assignedOn, await listUnitNames(ctx.tx, units, assignedOn))
  const evidence = await listEvidence(
    ctx.tx,
    'progress',
    facts.progress.map(entry => entry.id),
  )
  return facts.tasks.map(task => {
    const assignments = facts.assignments
      .filter(assignment => assignment.taskId === task.id)
      .map(assignment => ({
        ...assignment,
        unitName: namesOn.get(assignment.assignedOn)?.get(assignment.unitId) ?? today.get(assignment.unitId) ?? '',
        progress: facts.progress
          .filter(entry => entry.assignmentId === assignment.id)
          .map(entry => ({ ...entry, evidence: evidence.filter(item => item.owner.id === entry.id) })),
      }))
    const leadUnitName = assignments.find(assignment => assignment.part === 'lead')?.unitName ?? ''
    return { ...task, leadUnitName, standing: standingOf(task, facts, ctx.today), assignments }
  })
}

export async function listCodes(ctx: Context, plans: readonly Plan[]): Promise<Map<string, string>> {
  const documents = await listDocumentsByIds(
    ctx.tx,
    plans.flatMap(plan => plan.documentId ?? []),
  )
  return new Map(documents.map(document => [document.id, document.code]))
}

function total(standings: readonly TaskStanding[], countOf: (standing: TaskStanding) => number): number {
  return standings.reduce((sum, standing) => sum + countOf(standing), 0)
}
