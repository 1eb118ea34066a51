import type { FigureExplainedView, FigureTableView, FigureView, UnitFigures } from '#contract/consolidation.ts'
import type { Params, RefusalCode } from '#contract/index.ts'
import { addOne, type KeptFigure } from '#domain/consolidation/add-one.ts'
import { besideWords, figureWords, notAddedWords } from '#domain/consolidation/words.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { standingVersion } from '#domain/request/return.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findRequest, type StoredRequest } from '../request/request.store.ts'
import { listEvents } from '../request/return.store.ts'
import { findOwing, listFiguresOf, listOwingBelow, listToldBy } from './figure.store.ts'
import { type Asking, askingOf, partsBelow } from './settle.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>
type Look = { readonly request: StoredRequest; readonly asking: Asking }

/** Every figure of a unit and of those that hand in to it, as it stands; nothing is added up for the look. */
export async function findFigureTable(ctx: Context, { requestId, unitId }: Params<'figure.table'>): Reply<FigureTableView> {
  const found = await openLook(ctx, 'figure.table', { requestId, unitId })
  if (!found.ok) return found
  const { request, asking } = found.value
  const partOf = await partsBelow(ctx.tx, asking, unitId)
  const own = await figuresOf(ctx, asking, unitId)
  const below = asking.dictionary.indicators.flatMap(({ code }) => partOf(code).map(figure => ({ code, figure })))
  const byUnit = Map.groupBy(below, ({ figure }) => figure.unitId)
  const names = await namesOf(ctx, request, [unitId, ...byUnit.keys()])
  const parts: UnitFigures[] = [...byUnit].map(([id, figures]) => ({
    unitId: id,
    unitName: names(id),
    figures: figures.map(({ code, figure }) => toView(code, figure)),
    shares: [],
  }))
  return ok({
    requestId,
    title: request.title,
    cutoff: request.cutoff,
    note: asking.note,
    version: 0,
    coverage: [],
    unit: { unitId, unitName: names(unitId), figures: [...own].map(([code, figure]) => toView(code, figure)), shares: [] },
    parts,
  })
}

/** One number, what it counts, and one level down what it was added from; asked again at a part it opens the next. */
export async function explainFigure(ctx: Context, { requestId, unitId, code }: Params<'figure.explain'>): Reply<FigureExplainedView> {
  const found = await openLook(ctx, 'figure.explain', { requestId, unitId })
  if (!found.ok) return found
  const { request, asking } = found.value
  const indicator = indicatorOf(asking.dictionary, code)
  const figure = (await figuresOf(ctx, asking, unitId)).get(code)
  if (!indicator || !figure) return refuse('figure.not-asked')
  const parts = figure.source === 'own' ? [] : (await partsBelow(ctx.tx, asking, unitId))(code)
  const names = await namesOf(ctx, request, [unitId, ...parts.map(part => part.unitId)])
  return ok({
    unitName: names(unitId),
    code,
    name: indicator.name,
    definition: indicator.definition,
    countUnit: indicator.unit,
    cutoff: request.cutoff,
    version: 0,
    coverageWords: null,
    evidence: null,
    share: null,
    figure: toView(code, figure),
    parts: parts
      .filter(({ source }) => source !== 'nothing')
      .map(part => ({ unitId: part.unitId, unitName: names(part.unitId), figure: toView(code, part) })),
    missing: parts
      .filter(({ owes, source }) => owes && source === 'nothing')
      .map(part => ({ unitId: part.unitId, unitName: names(part.unitId) })),
    told: figure.source === 'own' ? await toldBy(ctx, request, unitId, figure) : null,
  })
}

async function openLook(
  ctx: Context,
  name: 'figure.table' | 'figure.explain',
  { requestId, unitId }: { readonly requestId: string; readonly unitId: string },
): Reply<Look> {
  const request = await findRequest(ctx.tx, requestId)
  if (!request) return unknown(ctx, name, 'request.unknown')
  const denied = await authorise(ctx, name, unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  return ok({ request, asking: await askingOf(ctx.tx, request) })
}

/** What is kept for a unit, or its own words where nobody hands in to it. */
async function figuresOf(ctx: Context, asking: Asking, unitId: string): Promise<Map<string, KeptFigure>> {
  const kept = await listFiguresOf(ctx.tx, asking.requestId, unitId)
  if (kept.length > 0) return new Map(kept.map(figure => [figure.code, figure]))
  const owing = await findOwing(ctx.tx, asking.requestId, unitId)
  if (!owing || (await listOwingBelow(ctx.tx, asking.requestId, unitId)).length > 0) return new Map()
  const told = await listToldBy(ctx.tx, asking.requestId, owing)
  return new Map(
    asking.dictionary.indicators
      .filter(({ code }) => asking.isAsked(code, owing.level))
      .map(({ code, addition }) => {
        const own = told.filter(value => value.code === code).map(({ value }) => value)
        return [code, addOne({ unitId, owes: true, own: own.length > 0 ? own : null, parts: [], addition })]
      }),
  )
}

async function toldBy(ctx: Context, request: StoredRequest, unitId: string, { values }: KeptFigure): Promise<FigureExplainedView['told']> {
  const owing = await findOwing(ctx.tx, request.id, unitId)
  if (!owing) return null
  const events = await listEvents(ctx.tx, { requestId: request.id, ...owing })
  const version = standingVersion(events)
  const sent = events.find(event => event.version === version && (event.type === 'sent' || event.type === 'corrected'))
  const [value] = values ?? []
  return sent && value ? { version: sent.version, byName: sent.byName, on: sent.on, value, words: printValue(value) } : null
}

async function namesOf(ctx: Context, request: StoredRequest, unitIds: readonly string[]): Promise<(unitId: string) => string> {
  const names = await listUnitNames(ctx.tx, [...unitIds], request.sentOn ?? ctx.today)
  return unitId => names.get(unitId) ?? ''
}

function toView(code: string, figure: KeptFigure): FigureView {
  const { values, source, coverage } = figure
  return {
    code,
    value: values?.[0] ?? null,
    words: figureWords(figure),
    source,
    coverage,
    notAdded: notAddedWords(figure),
    beside: besideWords(figure),
  }
}
