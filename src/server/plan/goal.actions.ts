import type { Body, RefusalCode } from '#contract/index.ts'
import type { NamedShare } from '#contract/plan.ts'
import { dictionaryOn } from '#domain/indicator/indicator.ts'
import { dictionaryWith } from '#domain/indicator/own-definition.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { holdAgainst } from '#domain/plan/goal.ts'
import type { Plan, Target } from '#domain/plan/plan.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listDefinitions } from '../indicator/definition.store.ts'
import { findUnitPath, lockUnit } from '../org/org.store.ts'
import { listGoals, updateTargetShare } from './goal.store.ts'
import { dayOf, subjectOf } from './plan.actions.ts'
import { findPlan, lockTarget } from './plan.store.ts'

export async function holdTargetAgainst(
  ctx: Context,
  { targetId, revision, share }: Body<'plan.holdAgainst'>,
): Promise<Result<Target, RefusalCode>> {
  const before = await lockTarget(ctx.tx, targetId)
  const plan = before && (await findPlan(ctx.tx, before.planId))
  if (!plan) return unknown(ctx, 'plan.holdAgainst', 'plan.unknown-target')
  const denied = await authorise(ctx, 'plan.holdAgainst', plan.ownerUnitId)
  if (denied) return denied
  if (before.revision !== revision) return refuse('plan.stale')
  const after: Target = { ...before, share, revision: revision + 1 }
  const decision = await decideShares(ctx, plan, [after])
  if (!decision.ok) return decision
  await updateTargetShare(ctx.tx, after)
  await insertAuditEntry(ctx, 'plan.holdAgainst', subjectOf(plan, [targetId]), { before, after })
  return ok(after)
}

/** Of a plan that is kept, or of one that is being made. Goals of one unit are set one after the other. */
export async function decideShares(
  ctx: Context,
  plan: Pick<Plan, 'ownerUnitId' | 'year'>,
  targets: readonly Pick<Target, 'id' | 'statement' | 'share'>[],
): Promise<ReturnType<typeof holdAgainst>> {
  const held = targets.flatMap(({ id, statement, share }) => (share ? [{ id, statement, share }] : []))
  if (held.length === 0) return ok()
  await lockUnit(ctx.tx, plan.ownerUnitId)
  const goals = [...(await listGoals(ctx.tx, [plan.ownerUnitId], plan.year)), ...held]
  const known = await listSharesOf(ctx, plan)
  for (const target of held) {
    const decision = holdAgainst(target, { known, goals })
    if (!decision.ok) return decision
  }
  return ok()
}

/** What the house counts, with what the unit and those above it count beside it. */
export async function listSharesOf(ctx: Context, plan: Pick<Plan, 'ownerUnitId' | 'year'>): Promise<NamedShare[]> {
  const on = dayOf(plan, ctx.today)
  const own = []
  for (const unitId of await findUnitPath(ctx.tx, plan.ownerUnitId, on)) own.push(...(await listDefinitions(ctx.tx, unitId)))
  const { ratios } = dictionaryOn(dictionaryWith(own), on)
  return ratios.flatMap(({ code, name, bases }) => bases.map(base => ({ code, name, baseCode: base.code, baseName: base.name })))
}
