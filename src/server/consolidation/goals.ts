import type { GoalView } from '#contract/plan.ts'
import { yearOf } from '#domain/calendar/plain-date.ts'
import { type Goal, goalsInForce } from '#domain/plan/goal.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listGoals } from '../plan/goal.store.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { receiversOf } from '../request/within.ts'
import type { Owing } from './figure.store.ts'

type At = { readonly unitId: string; readonly owing: Owing | null }

/** What a unit is held to in the year of a request: by its own plan, else by that of who it hands in to, up to the place asked. */
export async function goalsAt(ctx: Context, request: StoredRequest, { unitId, owing }: At): Promise<GoalView[]> {
  const above = owing ? await receiversOf(ctx.tx, request.id, owing) : []
  const nearestFirst = [...new Set([unitId, ...above, request.placeUnitId])]
  return toGoalViews(ctx, request, goalsInForce(nearestFirst, await listGoals(ctx.tx, nearestFirst, yearOf(request.cutoff))))
}

/** What units set out to reach themselves, by the unit. */
export async function ownGoalsOf(
  ctx: Context,
  request: StoredRequest,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, GoalView[]>> {
  const goals = await listGoals(ctx.tx, unitIds, yearOf(request.cutoff))
  const own = new Map<string, GoalView[]>()
  for (const [unitId, of] of Map.groupBy(goals, ({ ownerUnitId }) => ownerUnitId)) own.set(unitId, await toGoalViews(ctx, request, of))
  return own
}

async function toGoalViews(ctx: Context, { sentOn }: StoredRequest, goals: readonly Goal[]): Promise<GoalView[]> {
  const owners = goals.map(({ ownerUnitId }) => ownerUnitId)
  const names = await listUnitNames(ctx.tx, owners, sentOn ?? ctx.today)
  return goals.map(({ id: _, ownerUnitId, ...goal }) => ({ ...goal, ownerName: names.get(ownerUnitId) ?? '' }))
}
