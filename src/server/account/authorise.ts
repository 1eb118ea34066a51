import { type RightName, rights } from '#contract/index.ts'
import { type Right, whyNot } from '#domain/account/access.ts'
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
  const unitPath = await pathOf(ctx, unitId)
  const right: Right = rights[name]
  const reason = whyNot(ctx.actor, right, state === undefined ? { unitPath } : { unitPath, state })
  return reason && refuse(reason)
}

/**
 * The unit and what lies below it, as far as the actor's own roles reach: everything for those above, for those within
 * it their own part and the units between. Asked after `authorise`.
 */
export async function listUnitsInReach(ctx: Context, name: RightName, unitId: string): Promise<readonly string[]> {
  const right: Right = rights[name]
  const held = ctx.actor.grants.filter(grant => right.roles.includes(grant.role))
  const unitPath = await pathOf(ctx, unitId)
  if (held.some(grant => grant.withSubtree && unitPath.includes(grant.unitId))) return listUnitsBelow(ctx.tx, unitId, ctx.today)
  const within = right.reach === 'upward' ? held.filter(grant => grant.unitPath.includes(unitId)) : []
  const units = new Set([unitId])
  for (const grant of within) {
    for (const between of grant.unitPath.slice(0, grant.unitPath.indexOf(unitId))) units.add(between)
    if (grant.withSubtree) for (const below of await listUnitsBelow(ctx.tx, grant.unitId, ctx.today)) units.add(below)
  }
  return [...units]
}

/** From the unit up to the top, looked up once. Units the actor has a role at, and those above, are on paths the actor came with. */
export async function pathOf({ tx, actor, today, unitPaths }: Context, unitId: string): Promise<readonly string[]> {
  const through = actor.grants.find(grant => grant.unitPath.includes(unitId))?.unitPath
  if (through) return through.slice(through.indexOf(unitId))
  const path = unitPaths.get(unitId) ?? (await findUnitPath(tx, unitId, today))
  unitPaths.set(unitId, path)
  return path
}

/** A refusal that must not tell whether the thing exists: asked before anything is known about it. */
export function unknown<Code extends string>(ctx: Context, name: RightName, code: Code): Refusal<Code> {
  ctx.rightsAsked.add(name)
  return refuse(code)
}
