import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import type { Plan, Task } from '#domain/plan/plan.ts'
import { planForYear } from '#domain/plan/plan-for-year.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { dayOf } from './plan.actions.ts'
import { listCodes, toPlanView } from './plan.queries.ts'
import { findPlan, listFactsOf } from './plan.store.ts'
import { unitsOf } from './task.decision.ts'
import { listUnitsToAssign } from './unit.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The plan's own unit and all below it, by their names and short names on the day asked for. */
export async function listAssignableUnits(ctx: Context, params: Params<'plan.units'>): Reply<Answer<'plan.units'>> {
  const plan = await findPlan(ctx.tx, params.id)
  if (!plan) return unknown(ctx, 'plan.units', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.units', plan.ownerUnitId)
  if (denied) return denied
  return ok(await listUnitsToAssign(ctx.tx, plan.ownerUnitId, params.on ?? dayOf(plan, ctx.today)))
}

/** What a copy would be before it is kept: nothing is written. */
export async function findPlanForYear(ctx: Context, params: Params<'plan.forYear'>): Reply<Answer<'plan.forYear'>> {
  const plan = await findPlan(ctx.tx, params.id)
  if (!plan) return unknown(ctx, 'plan.forYear', 'plan.unknown')
  const denied = await authorise(ctx, 'plan.forYear', plan.ownerUnitId)
  if (denied) return denied
  const facts = await listFactsOf(ctx.tx, [plan])
  const copy = planForYear({ plan, targets: facts.targets, tasks: facts.tasks }, params.year)
  const from = await toPlanView(ctx, plan, facts, await listCodes(ctx, [plan]))
  return ok({ ...copy, from, goneUnits: await listGoneUnits(ctx, plan, copy.tasks) })
}

/** Units of the tasks that are not there on the new first day, by the name they bore in the plan copied from. */
async function listGoneUnits(ctx: Context, plan: Plan, tasks: readonly Task[]): Promise<Answer<'plan.forYear'>['goneUnits']> {
  const gone: { unitId: string; on: PlainDate }[] = []
  for (const [on, begun] of Map.groupBy(tasks, task => task.startsOn)) {
    const units = [...new Set(begun.flatMap(unitsOf))]
    const names = await listUnitNames(ctx.tx, units, on)
    gone.push(...units.filter(unitId => !names.has(unitId)).map(unitId => ({ unitId, on })))
  }
  const names = await listUnitNames(
    ctx.tx,
    gone.map(({ unitId }) => unitId),
    dayOf(plan, ctx.today),
  )
  return gone.map(({ unitId, on }) => ({ unitId, on, name: names.get(unitId) ?? '' }))
}
