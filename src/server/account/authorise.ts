import { type RightName, rights } from '#contract/index.ts'
import { may, type Right, whyNot } from '#domain/account/access.ts'
import { type Refusal, refuse } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'
import { findUnitPath, listUnitsBelow } from '../org/org.store.ts'

/** Undefined when the actor may; the rule decides, this only fetches the unit's path as of today. */
export async function authorise(
  ctx: Context,
  name: RightName,
  unitId: string,
  state?: string,
): Promise<Refusal<'account.not-allowed' | 'account.wrong-state'> | undefined> {
  ctx.rightsAsked.add(name)
  const unitPath = await findUnitPath(ctx.tx, unitId, ctx.today)
  const right: Right = rights[name]
  const reason = whyNot(ctx.actor, right, state === undefined ? { unitPath } : { unitPath, state })
  return reason && refuse(reason)
}

/** The unit with everything below it for those whose role reaches down, else the unit alone. Asked after `authorise`. */
export async function listUnitsInReach(ctx: Context, name: RightName, unitId: string): Promise<readonly string[]> {
  const unitPath = await findUnitPath(ctx.tx, unitId, ctx.today)
  const downward = { ...ctx.actor, grants: ctx.actor.grants.filter(grant => grant.withSubtree) }
  return may(downward, rights[name], { unitPath }) ? listUnitsBelow(ctx.tx, unitId, ctx.today) : [unitId]
}

/** A refusal that must not tell whether the thing exists: asked before anything is known about it. */
export function unknown<Code extends string>(ctx: Context, name: RightName, code: Code): Refusal<Code> {
  ctx.rightsAsked.add(name)
  return refuse(code)
}
