import { randomUUID } from 'node:crypto'
import type { RefusalCode } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { obligationsOf } from '#domain/plan/assignments.ts'
import { addTasks } from '#domain/plan/batch.ts'
import { type Assignment, addTask, type Plan, type Task } from '#domain/plan/plan.ts'
import type { Context } from '../context.ts'
import { tellAssigned } from '../notice/tell-plan.ts'
import { listUnitNames } from '../org/org.store.ts'
import { insertAssignments, insertTasks, listAnswered, listTargets, listTasks } from './plan.store.ts'

type Decision<Value> = Promise<Result<Value, RefusalCode>>

/** The rule's verdict, once it is known that the target is the plan's and the units are there when the work begins. */
export async function decideTask(ctx: Context, task: Task, plan: Plan): Decision<Task> {
  const single = withoutRepeats(task)
  const decision = addTask(single, plan, await listTasks(ctx.tx, [plan.id]))
  return decision.ok ? ((await refuseUnknown(ctx, [single], plan)) ?? decision) : decision
}

/** The same for many, in their order; a refusal names the row. */
export async function decideTasks(ctx: Context, tasks: readonly Task[], plan: Plan): Decision<readonly Task[]> {
  const singles = tasks.map(withoutRepeats)
  const decision = addTasks(singles, plan, await listTasks(ctx.tx, [plan.id]))
  if (!decision.ok) return decision
  const unknown = await refuseUnknown(ctx, singles, plan)
  if (!unknown) return ok(singles)
  const { at, ...details } = unknown.details
  return refuse(unknown.code, { ...details, row: Number(at ?? 0) + 1 })
}

/** Every unit of every task owes an answer of its own from the day the task begins, and is told so. */
export async function handOut(ctx: Context, plan: Plan, tasks: readonly Task[]): Promise<readonly Assignment[]> {
  const assignments = tasks.flatMap(obligationsOf).map((obligation): Assignment => ({ id: randomUUID(), ...obligation }))
  await insertTasks(ctx.tx, tasks)
  await insertAssignments(ctx.tx, assignments)
  await tellAssigned(ctx, plan, tasks, assignments)
  return assignments
}

function withoutRepeats(task: Task): Task {
  return { ...task, supportingUnitIds: [...new Set(task.supportingUnitIds)] }
}

/** Whatever a task names must be there: the plan's own target, a whole nobody has answered for, units in force on its first day. */
async function refuseUnknown(ctx: Context, tasks: readonly Task[], plan: Plan) {
  const targets = new Set(tasks.some(task => task.targetId !== null) ? (await listTargets(ctx.tx, [plan.id])).map(({ id }) => id) : [])
  const answered = await listAnswered(
    ctx.tx,
    tasks.flatMap(task => task.parentTaskId ?? []),
  )
  const unitsOn = new Map<PlainDate, ReadonlyMap<string, string>>()
  for (const [startsOn, begun] of Map.groupBy(tasks, task => task.startsOn))
    unitsOn.set(startsOn, await listUnitNames(ctx.tx, begun.flatMap(unitsOf), startsOn))
  for (const [at, task] of tasks.entries()) {
    if (task.targetId !== null && !targets.has(task.targetId)) return refuse('plan.unknown-target', { at })
    if (task.parentTaskId !== null && answered.has(task.parentTaskId)) return refuse('plan.parent-has-answers', { at })
    if (!unitsOf(task).every(unitId => unitsOn.get(task.startsOn)?.has(unitId)))
      return refuse('org.unit-not-in-force', { on: task.startsOn, at })
  }
  return undefined
}

export function unitsOf(task: Pick<Task, 'leadUnitId' | 'supportingUnitIds'>): string[] {
  return [task.leadUnitId, ...task.supportingUnitIds]
}
