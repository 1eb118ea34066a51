import type { Params } from '#contract/index.ts'
import type { PartSinceTaken, ReturnSinceTaken, SinceTakenLine, SinceTakenView } from '#contract/since-taken.ts'
import { withAllBelow } from '#domain/consolidation/along.ts'
import { differencesAt, type ToldByCode } from '#domain/consolidation/differences.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import type { Obligation } from '#domain/request/request.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { unitsOf } from '../request/due.queries.ts'
import { listRequestsById } from '../request/request.store.ts'
import { listEventsOf, listObligations } from '../request/return.store.ts'
import { changeOf, handingIn, indicatorsAsked, toDifferenceView, toldByCode } from './changes.queries.ts'
import { type Look, namesThen, openLook, type Reply } from './look.ts'
import { askingOf } from './settle.ts'
import { type ChangedBelow, listChangedBelow, listTakenSums } from './taken.store.ts'
import { findFigureVersion, listStandingIn, listToldIn } from './version.store.ts'

/** What says something else below a unit than when it took it, part by part, with what was looked at before. */
export async function findSinceTaken(ctx: Context, params: Params<'figure.sinceTaken'>): Reply<SinceTakenView> {
  const found = await openLook(ctx, 'figure.sinceTaken', params)
  if (!found.ok) return found
  const { request, unitId } = found.value
  const taken = await listTakenSums(ctx.tx, { requestId: request.id, unitId })
  const parts = await listPartsSince(ctx, found.value, await listChangedBelow(ctx.tx, [unitId], request.id))
  const acknowledged = taken.filter(({ way }) => way === 'acknowledged').toReversed()
  const ids = [...parts.flatMap(part => [part.unitId, ...part.returns.map(one => one.unitId)]), ...acknowledged.map(one => one.partUnitId)]
  const nameOf = await namesThen(ctx, request, [...new Set(ids)])
  const named = (id: string) => ({ unitId: id, unitName: nameOf(id) })
  const lastOf = new Map(taken.map(({ partUnitId, way, on, byName, number }) => [partUnitId, { way, on, byName, version: number }]))
  const rows = parts.flatMap((part): PartSinceTaken[] => {
    const last = lastOf.get(part.unitId)
    if (!last) return []
    const returns = part.returns.map(one => ({ ...one, ...named(one.unitId) }))
    const inOrder = returns.toSorted((a, b) => compareText(a.unitName, b.unitName))
    return [{ ...named(part.unitId), taken: last, figures: part.figures, returns: inOrder }]
  })
  return ok({
    version: (await findFigureVersion(ctx.tx, request.id))?.number ?? 0,
    rows: rows.toSorted((a, b) => compareText(a.unitName, b.unitName)),
    acknowledged: acknowledged.map(({ partUnitId, byName, on, number }) => ({ ...named(partUnitId), byName, on, version: number })),
  })
}

/** Requests in which something waits to be looked at again by whoever asks. */
export async function listSinceTaken(ctx: Context): Promise<SinceTakenLine[]> {
  const own = unitsOf(ctx, 'figure.acknowledge')
  const changed = await listChangedBelow(ctx.tx, own)
  const requests = await listRequestsById(ctx.tx, [...new Set(changed.map(({ requestId }) => requestId))])
  const names = await listUnitNames(ctx.tx, own, ctx.today)
  const lines: SinceTakenLine[] = []
  for (const request of requests) {
    const asking = await askingOf(ctx.tx, request)
    const ofRequest = changed.filter(({ requestId }) => requestId === request.id)
    for (const [unitId, below] of Map.groupBy(ofRequest, each => each.unitId)) {
      const parts = await listPartsSince(ctx, { request, asking, unitId }, below)
      const unitName = names.get(unitId) ?? ''
      if (parts.length > 0) lines.push({ requestId: request.id, unitId, unitName, title: request.title, count: parts.length })
    }
  }
  return lines
}

type PartSince = Pick<PartSinceTaken, 'unitId' | 'figures'> & { readonly returns: readonly Omit<ReturnSinceTaken, 'unitName'>[] }
type Asked = Pick<Look, 'request' | 'asking' | 'unitId'>

/** The parts whose own sums come out another way; a change that alters no sum of the part is not asked to be looked at. */
async function listPartsSince(ctx: Context, { request, asking }: Asked, changed: readonly ChangedBelow[]): Promise<PartSince[]> {
  if (changed.length === 0) return []
  const owed = await listObligations(ctx.tx, request.id)
  const number = (await findFigureVersion(ctx.tx, request.id))?.number ?? 0
  const indicators = indicatorsAsked(asking)
  const parts: PartSince[] = []
  for (const [partUnitId, below] of Map.groupBy(changed, each => each.partUnitId)) {
    const since = below[0]?.number ?? 0
    const unitIds = below.map(({ changedUnitId }) => changedUnitId)
    const at = { requestId: request.id, codes: indicators.map(({ code }) => code) }
    const toldNow = await listToldIn(ctx.tx, { ...at, number, unitIds: [...withAllBelow(owed, partUnitId)] })
    const toldThen = await listToldIn(ctx.tx, { ...at, number: since, unitIds })
    const others = toldNow.filter(({ unitId }) => !unitIds.includes(unitId))
    const [was, is] = [toldByCode([...others, ...toldThen]), toldByCode(toldNow)]
    const differing = differencesAt(partUnitId, { indicators, handingOf: handingIn(owed, asking), was, is, changed: unitIds })
    if (differing.length === 0) continue
    const causes = new Set(differing.flatMap(({ becauseOf }) => becauseOf))
    parts.push({
      unitId: partUnitId,
      figures: differing.map(toDifferenceView).map(({ becauseOf: _, ...figure }) => figure),
      returns: await listReturnsSince(ctx, { requestId: request.id, owed, since, number }, [...causes], unitId =>
        cellsOf(unitId, { indicators, was, is }),
      ),
    })
  }
  return parts
}

type Span = { readonly requestId: string; readonly owed: readonly Obligation[]; readonly since: number; readonly number: number }

/** Whose return is another one, with who handed it in or sent it back, when and why. */
async function listReturnsSince(
  ctx: Context,
  { requestId, owed, since, number }: Span,
  unitIds: readonly string[],
  cells: (unitId: string) => ReturnSinceTaken['cells'],
): Promise<PartSince['returns']> {
  const then = await listStandingIn(ctx.tx, { requestId, number: since, unitIds })
  const now = await listStandingIn(ctx.tx, { requestId, number, unitIds })
  const receivers = new Map(owed.map(({ unitId, toUnitId }) => [unitId, toUnitId]))
  const events: Awaited<ReturnType<typeof listEventsOf>> = []
  for (const [toUnitId, of] of Map.groupBy(unitIds, id => receivers.get(id) ?? ''))
    events.push(...(await listEventsOf(ctx.tx, { requestId, toUnitId }, of)))
  return unitIds.flatMap(id =>
    changeOf(id, then.get(id) ?? null, now.get(id) ?? null).map(({ kind, after }) => {
      const because = events.findLast(
        ({ unitId, type, version }) => unitId === id && (after === null ? type === 'sentBack' : version === after && type !== 'accepted'),
      )
      return { unitId: id, kind, byName: because?.byName ?? '', on: because?.on ?? null, reason: because?.reason ?? '', cells: cells(id) }
    }),
  )
}

type States = { readonly indicators: readonly Indicator[]; readonly was: ToldByCode; readonly is: ToldByCode }

function cellsOf(unitId: string, { indicators, was, is }: States): ReturnSinceTaken['cells'] {
  return indicators.flatMap(({ code, name, unit }) => {
    const [before, after] = [was, is].map(told => told.get(code)?.get(unitId)?.[0])
    if (canonicalJson(before) === canonicalJson(after)) return []
    return [{ code, name, countUnit: unit, before: before ? printValue(before) : null, after: after ? printValue(after) : null }]
  })
}
