import type { FigureExplainedView, FigureTableView, ShareExplained, UnitFigures } from '#contract/consolidation.ts'
import type { Params } from '#contract/index.ts'
import type { KeptFigure } from '#domain/consolidation/add-one.ts'
import type { FigureSource } from '#domain/consolidation/add-up.ts'
import { shareCode } from '#domain/consolidation/things.ts'
import { coverageWords, notAddedWords } from '#domain/consolidation/words.ts'
import { codesOf } from '#domain/indicator/figure-form.ts'
import { type Indicator, indicatorOf } from '#domain/indicator/indicator.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { levels } from '#domain/request/request.ts'
import { standingVersion } from '#domain/request/return.ts'
import type { Context } from '../context.ts'
import { listEvents } from '../request/return.store.ts'
import { coverageBelow } from './coverage.ts'
import { findEvidence } from './evidence.ts'
import { listFiguresOf, listHalvesBelow, listOwingBelow } from './figure.store.ts'
import { figuresAt, type Look, type NameOf, namesThen, openLook, type Reply, sharesAsked, toShare, toView } from './look.ts'
import { type Asking, partsBelow } from './settle.ts'
import { findToldFigure } from './told.ts'
import { findFigureVersion } from './version.store.ts'

/** Every figure and share of a unit and of those that hand in to it, as it stands; nothing is added up for the look. */
export async function findFigureTable(ctx: Context, params: Params<'figure.table'>): Reply<FigureTableView> {
  const found = await openLook(ctx, 'figure.table', params)
  if (!found.ok) return found
  const look = found.value
  const { request, unitId } = look
  const asking = params.part === undefined ? look.asking : askingIn(look.asking, params.part)
  if (!asking) return refuse('figure.unknown-thing')
  const partOf = await partsBelow(
    ctx.tx,
    asking,
    unitId,
    asking.things.map(({ code }) => code),
  )
  const owing = await listOwingBelow(ctx.tx, asking.requestId, unitId)
  const leftOut = await leftOutBelow(ctx, { asking, unitId })
  const ids = [unitId, ...owing.map(part => part.unitId)]
  const leftOutIds = asking.things.flatMap(({ code }) => ids.flatMap(id => leftOut(id, code)))
  const nameOf = await namesThen(ctx, request, [...new Set([...ids, ...leftOutIds])])
  const below = asking.things.flatMap(({ code }) => partOf(code).map(figure => ({ code, figure })))
  const ofParts = Map.groupBy(below, ({ figure }) => figure.unitId)
  const view = (id: string, figures: ReadonlyMap<string, KeptFigure>): UnitFigures => ({
    unitId: id,
    unitName: nameOf(id),
    figures: asking.things.flatMap(({ code, codes }) => {
      const figure = codes.length === 1 ? figures.get(code) : undefined
      return figure ? [toView(code, figure)] : []
    }),
    shares: sharesAsked(asking).flatMap(({ thing, ...share }) => {
      const told = figures.get(thing.code)
      return toShare(told, { ...share, leftOut: leftOut(id, thing.code).map(nameOf) }) ?? []
    }),
  })
  const parts = owing
    .filter(part => ofParts.has(part.unitId))
    .map(part => ({
      level: part.level,
      view: view(part.unitId, new Map(ofParts.get(part.unitId)?.map(({ code, figure }) => [code, figure]))),
    }))
    .toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || compareText(a.view.unitName, b.view.unitName))
  return ok({
    requestId: request.id,
    title: request.title,
    cutoff: request.cutoff,
    note: asking.note,
    version: (await findFigureVersion(ctx.tx, request.id))?.number ?? 0,
    coverage: await coverageBelow(ctx, look),
    unit: view(unitId, await figuresAt(ctx, look)),
    parts: parts.map(part => part.view),
  })
}

/** What one table of the form asks; null where the form has no such table. */
function askingIn(asking: Asking, key: string): Asking | null {
  const part = asking.form.parts.find(each => each.key === key)
  if (part?.kind !== 'table') return null
  const shares = part.ratios.map(({ code, baseCode }) => shareCode(code, baseCode))
  const codes = new Set([...codesOf(part), ...shares])
  return { ...asking, things: asking.things.filter(({ code }) => codes.has(code)) }
}

/** Who told one of the two counts of a share, and so is in neither, at a unit and at each right below it. */
async function leftOutBelow(
  ctx: Context,
  { asking, unitId }: Pick<Look, 'asking' | 'unitId'>,
): Promise<(unitId: string, code: string) => string[]> {
  const shares = sharesAsked(asking).map(({ thing }) => thing)
  const rows = await listHalvesBelow(ctx.tx, asking.requestId, { unitId, shares })
  const kept = new Map((await listFiguresOf(ctx.tx, asking.requestId, unitId)).map(figure => [figure.code, figure]))
  const ofPart = Map.groupBy(rows, ({ via, code }) => `${via} ${code}`)
  const ofCode = Map.groupBy(rows, ({ code }) => code)
  return (id, code) => {
    if (id !== unitId) return ofPart.get(`${id} ${code}`)?.map(half => half.unitId) ?? []
    const halves = kept.get(code)?.halves ?? 0
    const under = ofCode.get(code)?.map(half => half.unitId) ?? []
    if (halves === 0) return []
    return under.length < halves ? [id, ...under] : under
  }
}

/** One number, what it counts, and one level down what it was added from; asked again at a part it opens the next. */
export async function explainFigure(ctx: Context, params: Params<'figure.explain'>): Reply<FigureExplainedView> {
  const found = await openLook(ctx, 'figure.explain', params)
  if (!found.ok) return found
  const look = found.value
  const { request, asking, unitId, owing } = look
  const ratio = params.baseCode === undefined ? null : asking.dictionary.ratios.find(({ code }) => code === params.code)
  const code = ratio ? ratio.numerator : params.code
  const [indicator, base] = [indicatorOf(asking.dictionary, code), indicatorOf(asking.dictionary, params.baseCode ?? code)]
  if (ratio === undefined || !indicator || !base) return refuse('figure.unknown-thing')
  const figure = (await figuresAt(ctx, look)).get(code)
  if (!figure) return refuse('figure.not-asked')
  const parts = (await partsBelow(ctx.tx, asking, unitId, [code]))(code)
  const nameOf = await namesThen(ctx, request, [unitId, ...parts.map(part => part.unitId)])
  const inOrder = parts.toSorted((a, b) => compareText(nameOf(a.unitId), nameOf(b.unitId)))
  const named = (id: string) => ({ unitId: id, unitName: nameOf(id) })
  const lackingAs = (has: FigureSource) => inOrder.filter(({ owes, source }) => owes && source === has).map(part => named(part.unitId))
  const told = await findTold(ctx, look, indicator)
  return ok({
    unitName: nameOf(unitId),
    ...describe(indicator),
    cutoff: request.cutoff,
    version: (await findFigureVersion(ctx.tx, request.id))?.number ?? 0,
    figure: toView(code, figure),
    coverageWords: coverageWords(figure.coverage, [], { noun: 'đơn vị', nameOf }),
    parts: inOrder.filter(({ source }) => source !== 'nothing').map(part => ({ ...named(part.unitId), figure: toView(code, part) })),
    missing: lackingAs('nothing'),
    partly: lackingAs('partly'),
    told,
    evidence:
      owing &&
      (await findEvidence(ctx, request, {
        key: { requestId: request.id, ...owing },
        unitName: nameOf(unitId),
        indicator,
        told: told?.value ?? null,
      })),
    share: ratio && (await explainShare(ctx, look, { code: ratio.code, numerator: indicator, denominator: base })),
  })
}

function describe({ code, name, definition, unit }: Indicator) {
  return { code, name, definition, countUnit: unit }
}

/** The unit's own word, from the version of its return that counts. */
async function findTold(ctx: Context, { request, owing }: Look, indicator: Indicator): Promise<FigureExplainedView['told']> {
  if (!owing) return null
  const key = { requestId: request.id, ...owing }
  const version = standingVersion(await listEvents(ctx.tx, key))
  return version === null ? null : findToldFigure(ctx, request, { key, version, indicator })
}

/** Both counts of a share, of the units that told both, and the share of each part. */
async function explainShare(
  ctx: Context,
  look: Look,
  { code, numerator, denominator }: { readonly code: string; readonly numerator: Indicator; readonly denominator: Indicator },
): Promise<ShareExplained> {
  const counts = { numerator: describe(numerator), denominator: describe(denominator) }
  const share = sharesAsked(look.asking).find(({ thing }) => thing.code === shareCode(code, denominator.code))
  if (!share) {
    const isDistinct = [numerator, denominator].some(({ addition }) => addition === 'distinct')
    return { ...counts, share: null, parts: [], notAdded: isDistinct ? notAddedWords({ notAdded: 'distinct' }) : null }
  }
  const parts = (await partsBelow(ctx.tx, look.asking, look.unitId, [share.thing.code]))(share.thing.code)
  const leftOut = await leftOutBelow(ctx, look)
  const leftOutAt = (id: string): string[] => leftOut(id, share.thing.code)
  const ids = [look.unitId, ...parts.map(({ unitId }) => unitId)]
  const nameOf: NameOf = await namesThen(ctx, look.request, [...new Set(ids.flatMap(id => [id, ...leftOutAt(id)]))])
  const view = (figure: KeptFigure | undefined, id: string) => toShare(figure, { ...share, leftOut: leftOutAt(id).map(nameOf) })
  return {
    ...counts,
    share: view((await figuresAt(ctx, look)).get(share.thing.code), look.unitId),
    parts: parts
      .flatMap(part => {
        const told = view(part, part.unitId)
        return told ? [{ unitId: part.unitId, unitName: nameOf(part.unitId), share: told }] : []
      })
      .toSorted((a, b) => compareText(a.unitName, b.unitName)),
    notAdded: null,
  }
}
