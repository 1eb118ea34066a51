import { type RightName, rights } from '#contract/index.ts'
import { type Right, whyNot } from '#domain/account/access.ts'
import { type Refusal, refuse } from '#domain/kit/result.ts'
import { authorise, listUnitsInReach, pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { findVersionOn } from '../org/org.store.ts'
import { listEndedBelow } from './household-list.store.ts'

/**
 * Names of households are for those who answer for where these live. A village that has ended answers for nobody: until
 * its households are moved on, that is done above it.
 */
export async function authoriseAtArea(
  ctx: Context,
  name: RightName,
  areaUnitId: string,
): Promise<Refusal<'account.not-allowed' | 'account.wrong-state'> | undefined> {
  const denied = await authorise(ctx, name, areaUnitId)
  if (denied || (await findVersionOn(ctx.tx, areaUnitId, ctx.today))) return denied
  const right: Right = rights[name]
  const above = ctx.actor.grants.filter(({ unitId }) => unitId !== areaUnitId)
  const reason = whyNot({ ...ctx.actor, grants: above }, right, { unitPath: await pathOf(ctx, areaUnitId) })
  return reason && refuse(reason)
}

/** Areas whose names the actor may read, at the unit and below it, with those below that have ended. Asked after `authoriseAtArea`. */
export async function listAreasInReach(ctx: Context, name: RightName, unitId: string): Promise<readonly string[]> {
  const reach = await listUnitsInReach(ctx, name, unitId)
  const path = await pathOf(ctx, unitId)
  const seesBelow = ctx.actor.grants.some(grant => grant.withSubtree && path.includes(grant.unitId))
  return seesBelow ? [...reach, ...(await listEndedBelow(ctx.tx, reach, ctx.today))] : reach
}
