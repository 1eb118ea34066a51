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

/** The first time a return is accepted, all that was told below its unit is taken as it stands. The caller holds the request. */
export async function takeAccepted(ctx: Context, { requestId, unitId, toUnitId }: ReturnKey): Promise<void> {
  const owing = await findOwing(ctx.tx, requestId, unitId)
  if (!owing?.receives) return
  const number = (await findFigureVersion(ctx.tx, requestId))?.number ?? 0
  await insertTakenSums(ctx.tx, [takenBy(ctx, { requestId, unitId: toUnitId, partUnitId: unitId, number, way: 'accepted' })])
}

/** Who hands in has used what it has from below: of those it did not accept yet too, as it stands. */
export async function takeHandedIn(ctx: Context, at: Pick<ReturnKey, 'requestId' | 'unitId'>): Promise<void> {
  await takeRest(ctx, at, { number: (await findFigureVersion(ctx.tx, at.requestId))?.number ?? 0, way: 'handedIn' })
}

/** A report that is submitted stands on the sums of all, as it read them. */
export async function takeSubmitted(
  ctx: Context,
  reportingUnitId: string,
  sums: { readonly requestId: string; readonly version: number } | undefined,
): Promise<void> {
  const request = sums && (await findRequest(ctx.tx, sums.requestId))
  if (!request) return
  await takeRest(ctx, { requestId: request.id, unitId: keptAt(request, reportingUnitId) }, { number: sums.version, way: 'submitted' })
}

/** Of those whose sums were never taken. */
async function takeRest(
  ctx: Context,
  { requestId, unitId }: Pick<ReturnKey, 'requestId' | 'unitId'>,
  known: Pick<TakenSum, 'number' | 'way'>,
): Promise<void> {
  const parts = (await listOwingBelow(ctx.tx, requestId, unitId)).filter(({ receives }) => receives)
  if (parts.length === 0) return
  const taken = new Set((await listTakenSums(ctx.tx, { requestId, unitId })).map(({ partUnitId }) => partUnitId))
  const rest = parts.filter(part => !taken.has(part.unitId))
  await insertTakenSums(
    ctx.tx,
    rest.map(part => takenBy(ctx, { requestId, unitId, partUnitId: part.unitId, ...known })),
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
