import type { Answer, Body } from '#contract/index.ts'
import type { TakenWay } from '#domain/consolidation/differences.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { keptAt } from '#domain/request/request.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findRequest } from '../request/request.store.ts'
import type { ReturnKey } from '../request/return.store.ts'
import { findOwing, listOwingBelow } from './figure.store.ts'
import { openLook, type Reply } from './look.ts'
import { insertTakenSums, listTakenSums, type TakenSum } from './taken.store.ts'
import { findFigureVersion } from './version.store.ts'

/** With a return all that was told below its unit is accepted as it stands. The caller holds the request. */
export async function takeAccepted(ctx: Context, { requestId, unitId, toUnitId }: ReturnKey): Promise<void> {
  const owing = await findOwing(ctx.tx, requestId, unitId)
  if (!owing?.receives) return
  await takeFirst(ctx, { requestId, unitId: toUnitId }, { parts: [unitId], ...(await asItStands(ctx, requestId)), way: 'accepted' })
}

/** Who hands in has used what it has from below, of those it did not accept yet too. */
export async function takeHandedIn(ctx: Context, { requestId, unitId }: Pick<ReturnKey, 'requestId' | 'unitId'>): Promise<void> {
  const parts = await listReceivingBelow(ctx, { requestId, unitId })
  if (parts.length > 0) await takeFirst(ctx, { requestId, unitId }, { parts, ...(await asItStands(ctx, requestId)), way: 'handedIn' })
}

/** A report that is submitted stands on the sums of all, as it read them. */
export async function takeSubmitted(
  ctx: Context,
  reportingUnitId: string,
  sums: { readonly requestId: string; readonly version: number } | undefined,
): Promise<void> {
  const request = sums && (await findRequest(ctx.tx, sums.requestId))
  if (!request) return
  const at = { requestId: request.id, unitId: keptAt(request, reportingUnitId) }
  await takeFirst(ctx, at, { parts: await listReceivingBelow(ctx, at), number: sums.version, way: 'submitted' })
}

type At = Pick<TakenSum, 'requestId' | 'unitId'>

async function asItStands(ctx: Context, requestId: string): Promise<Pick<TakenSum, 'number'>> {
  return { number: (await findFigureVersion(ctx.tx, requestId))?.number ?? 0 }
}

async function listReceivingBelow(ctx: Context, { requestId, unitId }: At): Promise<string[]> {
  return (await listOwingBelow(ctx.tx, requestId, unitId)).filter(({ receives }) => receives).map(part => part.unitId)
}

/** Once: what differs from what was taken before is there until somebody has looked, whatever is accepted or submitted meanwhile. */
async function takeFirst(
  ctx: Context,
  at: At,
  { parts, ...known }: Pick<TakenSum, 'number' | 'way'> & { readonly parts: readonly string[] },
): Promise<void> {
  const taken = new Set((await listTakenSums(ctx.tx, at)).map(({ partUnitId }) => partUnitId))
  const first = parts.filter(partUnitId => !taken.has(partUnitId))
  await insertTakenSums(
    ctx.tx,
    first.map(partUnitId => takenBy(ctx, { ...at, partUnitId, ...known })),
  )
}

function takenBy(
  { actor, now, today }: Context,
  told: Pick<TakenSum, 'requestId' | 'unitId' | 'partUnitId' | 'number'> & { readonly way: TakenWay },
): TakenSum {
  return { ...told, byName: actor.fullName, at: now, on: today }
}

/** Looked at as it stood in a version: what changed after that goes on waiting. */
export async function acknowledgeChanges(ctx: Context, body: Body<'figure.acknowledge'>): Reply<Answer<'figure.acknowledge'>> {
  const found = await openLook(ctx, 'figure.acknowledge', body)
  if (!found.ok) return found
  const { requestId, unitId, version } = body
  if (version > ((await findFigureVersion(ctx.tx, requestId))?.number ?? 0)) return refuse('figure.unknown-version')
  const taken = new Map((await listTakenSums(ctx.tx, { requestId, unitId })).map(({ partUnitId, number }) => [partUnitId, number]))
  const unitIds = [...new Set(body.unitIds)].toSorted()
  if (unitIds.some(id => !taken.has(id))) return refuse('figure.not-taken')
  const looked = unitIds.filter(id => (taken.get(id) ?? 0) < version)
  await insertTakenSums(
    ctx.tx,
    looked.map(partUnitId => takenBy(ctx, { requestId, unitId, partUnitId, number: version, way: 'acknowledged' })),
  )
  if (looked.length > 0) {
    const subject = { kind: 'request', id: requestId, unitId }
    await insertAuditEntry(ctx, 'figure.acknowledge', subject, { after: { version, unitIds: looked } })
  }
  return ok({ acknowledged: looked.length })
}
