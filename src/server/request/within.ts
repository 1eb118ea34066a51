import { pathOf } from '../account/authorise.ts'
import { findOwing, type Owing } from '../consolidation/figure.store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { listSuccessions } from '../org/org.store.ts'
import type { StoredRequest } from './request.store.ts'

/**
 * What a unit owes, before a right is asked at it. What was asked of a unit is looked at, corrected and answered also after it
 * was merged away: by who stood above it when the request went out, and by those it went into as a whole.
 */
export async function openWithin(ctx: Context, request: Pick<StoredRequest, 'id' | 'unitId'>, unitId: string): Promise<Owing | null> {
  const owing = (await findOwing(ctx.tx, request.id, unitId)) ?? null
  if (owing) ctx.unitPaths.set(unitId, await pathWithin(ctx, request, owing))
  return owing
}

/** Above a unit: who is today, who it and those above it hand in to, and who its heirs stand under. */
async function pathWithin(ctx: Context, request: Pick<StoredRequest, 'id' | 'unitId'>, owing: Owing): Promise<string[]> {
  const path = new Set(await pathOf(ctx, owing.unitId))
  for (const unitId of await receiversOf(ctx.tx, request.id, owing)) path.add(unitId)
  for (const top of [request.unitId, ...(await heirsOf(ctx, owing.unitId))]) for (const unitId of await pathOf(ctx, top)) path.add(unitId)
  return [...path]
}

/** Who a unit hands in to, and who those hand in to in their turn, up to who asks. */
export async function receiversOf(tx: Db, requestId: string, owing: Owing): Promise<string[]> {
  const above = await findOwing(tx, requestId, owing.toUnitId)
  return [owing.toUnitId, ...(above ? await receiversOf(tx, requestId, above) : [])]
}

/** What a unit went into as a whole by today, step by step; a part of it split off is nobody's heir. */
async function heirsOf({ tx, today }: Context, unitId: string): Promise<string[]> {
  const found = new Set([unitId])
  for (const id of found) {
    for (const { fromUnitId, toUnitId, on, extent } of await listSuccessions(tx, [id]))
      if (fromUnitId === id && extent === 'whole' && on <= today) found.add(toUnitId)
  }
  return [...found].slice(1)
}
