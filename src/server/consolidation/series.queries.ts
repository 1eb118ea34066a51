import type { FigureSeriesView, ReconciliationView, RestatedUnit, RestatedView, SeriesPeriod } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Restated, reconcile, restatedAt } from '#domain/consolidation/restate.ts'
import { heldWords, notAddedWords, notComparableWords } from '#domain/consolidation/words.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import type { Value } from '#domain/indicator/value.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { communeKinds, type OrgTree, pathOf as pathIn, residentialAreaKinds } from '#domain/org/org-unit.ts'
import { keptAt } from '#domain/request/request.ts'
import { authorise, pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listRequests, listRequestsById, type StoredRequest } from '../request/request.store.ts'
import { findOwing, listRequestIdsOf } from './figure.store.ts'
import { figuresAt, type Reply } from './look.ts'
import { nameIn, nameInHouse, restateThing, thingIn, toPeriodFigure, treeOfDay } from './period.ts'
import type { AskedThing } from './settle.store.ts'
import { type Asking, askingOf } from './settle.ts'

/** So many of the newest periods; a year has three. */
const mostPeriods = 12

type Asked = { readonly request: StoredRequest; readonly asking: Asking; readonly thing: AskedThing }

/** One thing of a unit through the periods: as it was told, and on the units of a day with the table that reconciles. */
export async function findFigureSeries(ctx: Context, { unitId, on, ...params }: Params<'figure.series'>): Reply<FigureSeriesView> {
  const denied = await authorise(ctx, 'figure.series', unitId)
  if (denied) return denied
  const { of, requests } = await listSeen(ctx, unitId)
  const asked = await listAsked(ctx, requests, params)
  const name = [...asked.map(({ asking }) => nameIn(asking.dictionary, params)), nameInHouse(ctx, params)].find(each => each !== undefined)
  if (!name) return refuse('figure.unknown-thing')
  const periods: SeriesPeriod[] = []
  for (const each of asked) {
    const { request } = each
    const asItWas = await findAsItWas(ctx, each, keptAt(request, of))
    const restated = on === undefined ? null : await findRestated(ctx, each, { unitId: of, on })
    const { id, title, covers, cutoff } = request
    if (asItWas || restated) periods.push({ requestId: id, title, covers, cutoff, asItWas, restated })
  }
  const names = await listUnitNames(ctx.tx, [of], on ?? ctx.today)
  return ok({ ...name, unitName: names.get(of) ?? '', on: on ?? null, periods })
}

/**
 * What a unit was asked in, and what was asked of the trees it lies in. Who asked in a place's stead is looked at as that
 * place, not as the one agency it is in it, and in what others asked there as far as it may look.
 */
async function listSeen(ctx: Context, unitId: string): Promise<{ readonly of: string; readonly requests: readonly StoredRequest[] }> {
  const byAbove = await listRequests(ctx.tx, await pathOf(ctx, unitId))
  const byOwing = await listRequestsById(ctx.tx, await listRequestIdsOf(ctx.tx, unitId))
  const sent = [...new Map([...byAbove, ...byOwing].map(request => [request.id, request])).values()].filter(({ sentOn }) => sentOn !== null)
  const of = sent.find(request => request.unitId === unitId)?.placeUnitId ?? unitId
  if (of === unitId) return { of, requests: sent }
  const requests: StoredRequest[] = []
  for (const request of sent)
    if (request.placeUnitId === of && !(await authorise(ctx, 'figure.series', request.unitId))) requests.push(request)
  return { of, requests }
}

/** Those that asked for a thing, the oldest first. */
async function listAsked(
  ctx: Context,
  requests: readonly StoredRequest[],
  params: { readonly code: string; readonly baseCode?: string | undefined },
): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const request of requests.toSorted((a, b) => (a.cutoff < b.cutoff ? 1 : -1)).slice(0, mostPeriods)) {
    const asking = await askingOf(ctx.tx, request)
    const thing = thingIn(asking, params)
    if (thing) asked.unshift({ request, asking, thing })
  }
  return asked
}

async function findAsItWas(ctx: Context, { request, asking, thing }: Asked, unitId: string): Promise<SeriesPeriod['asItWas']> {
  const owing = (await findOwing(ctx.tx, request.id, unitId)) ?? null
  if (!owing && request.unitId !== unitId) return null
  const figure = (await figuresAt(ctx, { asking, unitId, owing })).get(thing.code)
  if (!figure) return null
  return {
    ...toPeriodFigure(figure.values, figure),
    coverage: heldWords(figure),
    notAdded: notAddedWords(figure),
  }
}

/** Null where the unit was not there on that day, or lies outside who was asked. */
async function findRestated(
  ctx: Context,
  { request, thing }: Asked,
  { unitId, on }: { readonly unitId: string; readonly on: PlainDate },
): Promise<RestatedView | null> {
  const topUnitId = request.placeUnitId
  const onto = await treeOfDay(ctx.tx, topUnitId, on)
  if (!onto.versionOf.has(unitId)) return null
  const restated = await restateThing(ctx.tx, { request, thing, onto })
  const children = (onto.childrenOf.get(unitId) ?? []).map(child => restatedUnit(restated, child.unitId))
  return {
    unit: restatedUnit(restated, unitId),
    parts: children.filter(isTold).toSorted((a, b) => compareText(a.unitName, b.unitName)),
    reconciliation: reconciledAt(restated, { unitId, topUnitId }),
  }
}

function isTold({ value, notComparable, missing }: RestatedUnit): boolean {
  return value !== null || notComparable !== null || missing.length > 0
}

function restatedUnit(restated: Restated, unitId: string): RestatedUnit {
  const told = namesIn(restated.from.levels.tree)
  const figure = restatedAt(restated, unitId)
  return {
    unitId,
    unitName: namesIn(restated.onto)(unitId),
    ...toPeriodFigure(figure.values, null),
    notComparable: notComparableWords(figure, told),
    missing: figure.missingUnitIds.map(told).toSorted(compareText),
  }
}

/** Old communes to new ones; of a village, villages. Who is not at the top sees the rows that come to it. */
function reconciledAt(
  restated: Restated,
  { unitId, topUnitId }: { readonly unitId: string; readonly topUnitId: string },
): ReconciliationView {
  const kind = restated.onto.versionOf.get(unitId)?.kind
  const kinds = kind && residentialAreaKinds.includes(kind) ? residentialAreaKinds : communeKinds
  const whole = reconcile(restated, topUnitId, kinds)
  const [told, now] = [namesIn(restated.from.levels.tree), namesIn(restated.onto)]
  const rows = whole.rows.filter(
    ({ toUnitId }) => unitId === topUnitId || (toUnitId !== null && pathIn(restated.onto, toUnitId).includes(unitId)),
  )
  const here: Value | null = restatedAt(restated, unitId).values?.[0] ?? null
  const counts = rows.map(({ count }) => count)
  const ofRows: Value | null = rows.length > 0 ? { quality: 'counted', count: counts.reduce((sum, count) => sum + count, 0) } : null
  return {
    rows: rows
      .map(({ fromUnitId, toUnitId, isUndivided, count, qualifier }) => ({
        fromName: told(fromUnitId),
        toName: toUnitId && now(toUnitId),
        isUndivided,
        count,
        words: printValue(qualifier ? { quality: 'estimated', count, qualifier } : { quality: 'counted', count }),
      }))
      .toSorted((a, b) => compareText(a.toName ?? '', b.toName ?? '') || compareText(a.fromName, b.fromName)),
    fromTotal: unitId === topUnitId ? whole.fromTotal : ofRows,
    toTotal: unitId === topUnitId ? whole.toTotal : here,
  }
}

function namesIn({ versionOf }: OrgTree): (unitId: string) => string {
  return unitId => versionOf.get(unitId)?.calledInText ?? ''
}
