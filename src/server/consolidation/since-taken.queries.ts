import type { Params } from '#contract/index.ts'
import type { PartSinceTaken, ReturnSinceTaken, SinceTakenLine, SinceTakenView } from '#contract/since-taken.ts'
import { withAllBelow } from '#domain/consolidation/along.ts'
import { differencesAt, type FigureState, type ToldByCode } from '#domain/consolidation/differences.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { type Obligation, owedIn } from '#domain/request/request.ts'
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
  const span = { requestId: request.id, owed, number, since: new Map(changed.map(each => [each.changedUnitId, each.number])) }
  const parts = Map.groupBy(changed, each => each.partUnitId)
  const states = await listStates(ctx, span, { parts: [...parts.keys()], indicators: indicatorsAsked(asking) })
  const handingOf = handingIn(owed, asking)
  const differing = [...parts].flatMap(([unitId, below]) => {
    const unitIds = below.map(({ changedUnitId }) => changedUnitId)
    const then = owedIn(owed, below[0]?.number ?? 0)
    // Nearly always nobody was asked later: then both states share what was laid out once.
    const was: FigureState = { told: states.was, handingOf: then.length === owed.length ? handingOf : handingIn(then, asking) }
    const figures = differencesAt(unitId, { indicators: states.indicators, was, is: { told: states.is, handingOf }, changed: unitIds })
    return figures.length === 0 ? [] : [{ unitId, figures, causes: [...new Set(figures.flatMap(({ becauseOf }) => becauseOf))] }]
  })
  const returnsOf = await findReturnsSince(ctx, span, { unitIds: differing.flatMap(({ causes }) => causes), states })
  return differing.map(({ unitId, figures, causes }) => ({
    unitId,
    figures: figures.map(toDifferenceView).map(({ becauseOf: _, ...figure }) => figure),
    returns: causes.flatMap(returnsOf),
  }))
}

type Span = {
  readonly requestId: string
  readonly owed: readonly Obligation[]
  readonly number: number
  /** The version a unit's return was last looked at in, by the unit. */
  readonly since: ReadonlyMap<string, number>
}
type States = { readonly indicators: readonly Indicator[]; readonly was: ToldByCode; readonly is: ToldByCode }

/** Both states of what is told otherwise; of whoever told the same, only the indicators somebody told otherwise. */
async function listStates(
  { tx }: Context,
  { requestId, owed, number, since }: Span,
  { parts, indicators }: { readonly parts: readonly string[]; readonly indicators: readonly Indicator[] },
): Promise<States> {
  const codes = indicators.map(({ code }) => code)
  const then = await listToldIn(tx, { requestId, codes, number: since })
  const now = await listToldIn(tx, { requestId, codes, number, unitIds: [...since.keys()] })
  const [before, after] = [toldByCode(then), toldByCode(now)]
  const isAskedLater = owed.some(({ unitId, sinceVersion }) => sinceVersion > (since.get(unitId) ?? sinceVersion))
  const differing = indicators.filter(
    ({ code }) =>
      isAskedLater || [...since.keys()].some(id => canonicalJson(before.get(code)?.get(id)) !== canonicalJson(after.get(code)?.get(id))),
  )
  const unitIds = parts.flatMap(part => [...withAllBelow(owed, part)]).filter(id => !since.has(id))
  const others = await listToldIn(tx, { requestId, number, unitIds, codes: differing.map(({ code }) => code) })
  return { indicators: differing, was: toldByCode([...others, ...then]), is: toldByCode([...others, ...now]) }
}

/** Whose return is another one, with who handed it in or sent it back, when and why. */
async function findReturnsSince(
  ctx: Context,
  { requestId, owed, number, since }: Span,
  { unitIds, states }: { readonly unitIds: readonly string[]; readonly states: States },
): Promise<(unitId: string) => PartSince['returns']> {
  const then = await listStandingIn(ctx.tx, { requestId, number: since, unitIds })
  const now = await listStandingIn(ctx.tx, { requestId, number, unitIds })
  const ofThem = new Set(unitIds)
  const happened = await listEventsOf(
    ctx.tx,
    requestId,
    owed.filter(({ unitId }) => ofThem.has(unitId)),
  )
  const events = Map.groupBy(happened, ({ unitId }) => unitId)
  const sinceOf = new Map(owed.map(({ unitId, sinceVersion }) => [unitId, sinceVersion]))
  const addedAfter = (id: string): boolean => (sinceOf.get(id) ?? 0) > (since.get(id) ?? 0)
  return id =>
    changeOf(id, then.get(id) ?? null, now.get(id) ?? null, addedAfter(id)).map(({ kind, after }) => {
      const because = (events.get(id) ?? []).findLast(({ type, version }) =>
        after === null ? type === 'sentBack' : version === after && type !== 'accepted',
      )
      const cells = cellsOf(id, states)
      return { unitId: id, kind, byName: because?.byName ?? '', on: because?.on ?? null, reason: because?.reason ?? '', cells }
    })
}

function cellsOf(unitId: string, { indicators, was, is }: States): ReturnSinceTaken['cells'] {
  return indicators.flatMap(({ code, name, unit }) => {
    const [before, after] = [was, is].map(told => told.get(code)?.get(unitId)?.[0])
    if (canonicalJson(before) === canonicalJson(after)) return []
    return [{ code, name, countUnit: unit, before: before ? printValue(before) : null, after: after ? printValue(after) : null }]
  })
}
