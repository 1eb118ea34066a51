import type { Insertable, Selectable } from 'kysely'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { Assignment, Plan, Progress, Target, TargetOutcome, Task, TaskTheme } from '#domain/plan/plan.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { AssignmentTable, PlanTable, ProgressTable, TargetTable, TaskTable } from '../db/schema.ts'

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

export async function findPlan(tx: Db, id: string): Promise<Plan | undefined> {
  const row = await tx.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPlan(row)
}

/** Changes to the tasks and targets of a plan come one after the other. */
export async function lockPlan(tx: Db, id: string): Promise<Plan | undefined> {
  const row = await tx.selectFrom('plan').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toPlan(row)
}

/** The plans of these units, of one year or of all; newest year first. */
export async function listPlans(tx: Db, ownerUnitIds: readonly string[], year?: number): Promise<Plan[]> {
  if (ownerUnitIds.length === 0) return []
  let query = tx
    .selectFrom('plan')
    .selectAll()
    .where('ownerUnitId', 'in', [...ownerUnitIds])
  if (year !== undefined) query = query.where('year', '=', year)
  const rows = await query.orderBy('year', 'desc').orderBy('id').execute()
  return rows.map(toPlan)
}

/** Plans of anyone that give one of these units something to answer for. */
export async function listPlansAssignedTo(tx: Db, unitIds: readonly string[], year?: number): Promise<Plan[]> {
  if (unitIds.length === 0) return []
  const assigned = tx
    .selectFrom('assignment')
    .innerJoin('task', 'task.id', 'assignment.taskId')
    .select('task.planId')
    .where('assignment.unitId', 'in', [...unitIds])
  let query = tx.selectFrom('plan').selectAll().where('id', 'in', assigned)
  if (year !== undefined) query = query.where('year', '=', year)
  const rows = await query.orderBy('year', 'desc').orderBy('id').execute()
  return rows.map(toPlan)
}

export async function insertPlan(tx: Db, plan: Plan): Promise<Result<undefined, 'plan.already-planned'>> {
  const refusal = refuse('plan.already-planned', { title: plan.title, year: plan.year })
  return refuseOnViolation({ plan_once: refusal }, () => tx.insertInto('plan').values(plan).execute())
}

export async function findTarget(tx: Db, id: string): Promise<Target | undefined> {
  const row = await tx.selectFrom('target').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTarget(row)
}

/** Two clerks may save at once: lock, then check the revision. */
export async function lockTarget(tx: Db, id: string): Promise<Target | undefined> {
  const row = await tx.selectFrom('target').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toTarget(row)
}

export async function listTargets(tx: Db, planIds: readonly string[]): Promise<Target[]> {
  if (planIds.length === 0) return []
  const rows = await tx
    .selectFrom('target')
    .selectAll()
    .where('planId', 'in', [...planIds])
    .orderBy('statement')
    .orderBy('id')
    .execute()
  return rows.map(toTarget)
}

/** As it was kept: a goal has three decimals. */
export async function insertTarget(tx: Db, { share, ...target }: Omit<Target, 'outcome'>): Promise<Target> {
  const held = { shareCode: share?.code ?? null, shareBaseCode: share?.baseCode ?? null }
  const row = await tx
    .insertInto('target')
    .values({ ...target, ...held })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toTarget(row)
}

export async function updateTargetOutcome(tx: Db, { id, outcome, revision }: Target): Promise<void> {
  await tx
    .updateTable('target')
    .set({
      outcomeNumerator: outcome?.numerator ?? null,
      outcomeDenominator: outcome?.denominator ?? null,
      outcomeOn: outcome?.on ?? null,
      outcomeBasis: outcome?.basis ?? null,
      revision,
    })
    .where('id', '=', id)
    .execute()
}

export async function findTask(tx: Db, id: string): Promise<Task | undefined> {
  const row = await tx.selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toTask(row)
}

/** In the order of the plan. */
export async function listTasks(tx: Db, planIds: readonly string[]): Promise<Task[]> {
  if (planIds.length === 0) return []
  const rows = await tx
    .selectFrom('task')
    .selectAll()
    .where('planId', 'in', [...planIds])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toTask)
}

export async function listTasksByIds(tx: Db, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('task')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(toTask)
}

/** In the order given: a whole before its parts. */
export async function insertTasks(tx: Db, tasks: readonly Task[]): Promise<void> {
  if (tasks.length > 0) await tx.insertInto('task').values(tasks.map(toTaskRow)).execute()
}

export async function updateTask(tx: Db, task: Task): Promise<void> {
  await tx.updateTable('task').set(toTaskRow(task)).where('id', '=', task.id).execute()
}

/** An answer and the withdrawal of its assignment come one after the other. */
export async function lockAssignment(tx: Db, id: string): Promise<Assignment | undefined> {
  const row = await tx.selectFrom('assignment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toAssignment(row)
}

export async function lockAssignmentsOfTask(tx: Db, taskId: string): Promise<Assignment[]> {
  const rows = await tx.selectFrom('assignment').selectAll().where('taskId', '=', taskId).orderBy('id').forUpdate().execute()
  return rows.map(toAssignment)
}

/** The lead first. */
export async function listAssignments(tx: Db, taskIds: readonly string[]): Promise<Assignment[]> {
  if (taskIds.length === 0) return []
  const rows = await tx
    .selectFrom('assignment')
    .selectAll()
    .where('taskId', 'in', [...taskIds])
    .orderBy('part')
    .orderBy('id')
    .execute()
  return rows.map(toAssignment)
}

/** A statement takes 65,535 values at most: five hundred tasks for a hundred units each go in pages. */
export async function insertAssignments(tx: Db, assignments: readonly Assignment[]): Promise<void> {
  for (let from = 0; from < assignments.length; from += 10_000)
    await tx
      .insertInto('assignment')
      .values(assignments.slice(from, from + 10_000))
      .execute()
}

export async function updateAssignment(tx: Db, { id, part, assignedOn }: Assignment): Promise<void> {
  await tx.updateTable('assignment').set({ part, assignedOn }).where('id', '=', id).execute()
}

export async function deleteAssignments(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('assignment')
      .where('id', 'in', [...ids])
      .execute()
}

export async function findProgress(tx: Db, id: string): Promise<Progress | undefined> {
  const row = await tx.selectFrom('progress').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toProgress(row)
}

/** In the order they arrived. */
export async function listProgress(tx: Db, assignmentIds: readonly string[]): Promise<Progress[]> {
  if (assignmentIds.length === 0) return []
  const rows = await tx
    .selectFrom('progress')
    .selectAll()
    .where('assignmentId', 'in', [...assignmentIds])
    .orderBy('assignmentId')
    .orderBy('sequence')
    .execute()
  return rows.map(toProgress)
}

/** Which of these tasks a unit has answered for itself: such a task is not split, or its answers would count for nothing. */
export async function listAnswered(tx: Db, taskIds: readonly string[]): Promise<Set<string>> {
  if (taskIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('progress')
    .innerJoin('assignment', 'assignment.id', 'progress.assignmentId')
    .select('assignment.taskId')
    .distinct()
    .where('assignment.taskId', 'in', [...taskIds])
    .execute()
  return new Set(rows.map(row => row.taskId))
}

export async function insertProgress(tx: Db, progress: Progress): Promise<void> {
  await tx
    .insertInto('progress')
    .values({ ...progress, documentIds: [...progress.documentIds] })
    .execute()
}

/** All that plans say and units answered. */
export type PlanFacts = {
  readonly plans: readonly Plan[]
  readonly targets: readonly Target[]
  readonly tasks: readonly Task[]
  readonly assignments: readonly Assignment[]
  readonly progress: readonly Progress[]
}

/** Everything planned by a unit in one year, or in all years, with every answer. */
export async function listPlanFacts(tx: Db, ownerUnitId: string, year?: number): Promise<PlanFacts> {
  return listFactsOf(tx, await listPlans(tx, [ownerUnitId], year))
}

export async function listFactsOf(tx: Db, plans: readonly Plan[]): Promise<PlanFacts> {
  const planIds = plans.map(plan => plan.id)
  const tasks = await listTasks(tx, planIds)
  const assignments = await listAssignments(
    tx,
    tasks.map(task => task.id),
  )
  const progress = await listProgress(
    tx,
    assignments.map(assignment => assignment.id),
  )
  return { plans, targets: await listTargets(tx, planIds), tasks, assignments, progress }
}

function toPlan({ searchKey: _, ...row }: Selectable<PlanTable>): Plan {
  return row
}

function toTarget(row: Selectable<TargetTable>): Target {
  const { id, planId, statement, goalPercent, baseName, shareCode: code, shareBaseCode: baseCode, revision } = row
  const share = code === null || baseCode === null ? null : { code, baseCode }
  const operator = row.operator as Target['operator']
  return { id, planId, statement, operator, goalPercent, baseName, share, outcome: toOutcome(row), revision }
}

function toOutcome(row: Selectable<TargetTable>): TargetOutcome | null {
  const { outcomeNumerator: numerator, outcomeDenominator: denominator, outcomeOn: on, outcomeBasis: basis } = row
  return numerator === null || denominator === null || on === null || basis === null ? null : { numerator, denominator, on, basis }
}

function toTaskRow(task: Task): Insertable<TaskTable> {
  return { ...task, supportingUnitIds: [...task.supportingUnitIds] }
}

function toTask({ searchKey: _, ...row }: Selectable<TaskTable>): Task {
  return { ...row, theme: row.theme as TaskTheme }
}

function toAssignment(row: Selectable<AssignmentTable>): Assignment {
  return { ...row, part: row.part as Assignment['part'] }
}

function toProgress(row: Selectable<ProgressTable>): Progress {
  return { ...row, state: row.state as Progress['state'] }
}
