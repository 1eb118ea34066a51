import type { FigureView, ShareView } from '#contract/consolidation.ts'
import type { RefusalCode, RightName } from '#contract/index.ts'
import type { KeptFigure } from '#domain/consolidation/add-one.ts'
import { shareOf } from '#domain/consolidation/ratio.ts'
import { shareCode } from '#domain/consolidation/things.ts'
import { besideWords, figureWords, leftOutWords, notAddedWords, percentWords } from '#domain/consolidation/words.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { keptAt } from '#domain/request/request.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findRequest, type StoredRequest } from '../request/request.store.ts'
import { openWithin } from '../request/within.ts'
import { listFiguresOf, listToldBy, type Owing } from './figure.store.ts'
import { type Asking, askingOf, leafOf } from './settle.ts'

export type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A unit in a request that went out: what it owes, null for who asks. */
export type Look = { readonly request: StoredRequest; readonly asking: Asking; readonly unitId: string; readonly owing: Owing | null }

/** Opens a request at a unit; at its place, where who asked in its stead keeps its sums. */
export async function openLook(
  ctx: Context,
  name: RightName & `figure.${string}`,
  { requestId, unitId: lookedAt }: { readonly requestId: string; readonly unitId: string },
): Reply<Look> {
  const request = await findRequest(ctx.tx, requestId)
  if (!request) return unknown(ctx, name, 'request.unknown')
  const unitId = keptAt(request, lookedAt)
  const owing = await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, name, unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  if (!owing && unitId !== request.unitId) return refuse('figure.not-in-request')
  return ok({ request, asking: await askingOf(ctx.tx, request), unitId, owing })
}

export type NameOf = (unitId: string) => string

/** Units as they were called when the request went out. */
export async function namesThen(ctx: Context, { sentOn }: Pick<StoredRequest, 'sentOn'>, unitIds: readonly string[]): Promise<NameOf> {
  const names = await listUnitNames(ctx.tx, unitIds, sentOn ?? ctx.today)
  return unitId => names.get(unitId) ?? ''
}

/** What is kept for a unit, or its own words where nobody hands in to it; counts and shares by their codes. */
export async function figuresAt(
  ctx: Pick<Context, 'tx'>,
  { asking, unitId, owing }: Pick<Look, 'asking' | 'unitId' | 'owing'>,
): Promise<Map<string, KeptFigure>> {
  if (!owing || owing.receives) return new Map((await listFiguresOf(ctx.tx, asking.requestId, unitId)).map(figure => [figure.code, figure]))
  const told = new Map((await listToldBy(ctx.tx, asking.requestId, owing)).map(value => [value.code, value]))
  return new Map(
    asking.things.flatMap(thing => {
      const figure = leafOf(thing, owing, code => told.get(code))
      return figure ? [[thing.code, figure] as const] : []
    }),
  )
}

export function toView(code: string, figure: KeptFigure): FigureView {
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

/** A share as it is shown: with both counts, and who is in neither. Null where nobody told both. */
export function toShare(
  figure: KeptFigure | undefined,
  {
    ratio,
    base,
    leftOut,
  }: { readonly ratio: NamedShare; readonly base: { readonly code: string; readonly name: string }; readonly leftOut: readonly string[] },
): ShareView | null {
  const share = shareOf(figure?.values ?? null)
  if (!figure || !share) return null
  return {
    ...share,
    code: ratio.code,
    baseCode: base.code,
    name: ratio.name,
    baseName: base.name,
    words: percentWords(share),
    coverage: figure.coverage,
    leftOut: leftOutWords(leftOut, name => name),
  }
}
type NamedShare = { readonly code: string; readonly name: string }

/** Every share of each of its bases that is asked of anybody. */
export function sharesAsked({ dictionary, things }: Asking) {
  return dictionary.ratios.flatMap(ratio =>
    ratio.bases.flatMap(base => {
      const thing = things.find(({ code }) => code === shareCode(ratio.code, base.code))
      return thing ? [{ ratio, base, thing }] : []
    }),
  )
}
