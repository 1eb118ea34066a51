import type { PeriodFigure } from '#contract/consolidation.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { type AddedUp, addUp } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { shareOf } from '#domain/consolidation/ratio.ts'
import { type Restated, restate } from '#domain/consolidation/restate.ts'
import { shareCode } from '#domain/consolidation/things.ts'
import { figureWords, percentWords } from '#domain/consolidation/words.ts'
import { builtInDictionary } from '#domain/indicator/dictionary/dictionary.ts'
import { type Dictionary, dictionaryOn, indicatorOf } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import { type OrgTree, treeOn } from '#domain/org/org-unit.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { listSuccessionsOn, listUnitsBelow, listVersionsOn } from '../org/org.store.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { listObligations } from '../request/return.store.ts'
import { listToldOf } from './figure.store.ts'
import type { AskedThing } from './settle.store.ts'
import type { Asking } from './settle.ts'

/** A count by its code, or a share by its code and its base. */
export type ThingAsked = { readonly code: string; readonly baseCode?: string | undefined }

/** What of a request is looked at; undefined where it asked nobody for it. */
export function thingIn({ things }: Pick<Asking, 'things'>, { code, baseCode }: ThingAsked): AskedThing | undefined {
  return things.find(thing => thing.code === (baseCode === undefined ? code : shareCode(code, baseCode)))
}

/** How a count or a share is called; undefined where the dictionary knows none of it. */
export function nameIn(dictionary: Dictionary, { code, baseCode }: ThingAsked) {
  if (baseCode === undefined) {
    const indicator = indicatorOf(dictionary, code)
    return indicator && { code, name: indicator.name, countUnit: indicator.unit, baseName: null }
  }
  const ratio = dictionary.ratios.find(each => each.code === code)
  const base = ratio?.bases.find(each => each.code === baseCode)
  const indicator = ratio && indicatorOf(dictionary, ratio.numerator)
  return ratio && base && indicator && { code, name: ratio.name, countUnit: indicator.unit, baseName: base.name }
}

/** The same in what the house itself defines, for what no request has asked yet. */
export function nameInHouse({ today }: Context, thing: ThingAsked) {
  return nameIn(dictionaryOn(builtInDictionary, today), thing)
}

export async function treeOfDay(tx: Db, rootUnitId: string, on: PlainDate): Promise<OrgTree> {
  return treeOn(await listVersionsOn(tx, await listUnitsBelow(tx, rootUnitId, on), on), on)
}

/** Those who are asked are the units of the cut-off, or of the day it went out where that is earlier. */
export function dayOf({ sentOn, cutoff }: StoredRequest): PlainDate {
  return sentOn !== null && sentOn < cutoff ? sentOn : cutoff
}

/** One thing added anew over the whole tree of a request, from what everybody told. */
export async function addThing(tx: Db, request: StoredRequest, thing: AskedThing): Promise<AddedUp> {
  const tree = await treeOfDay(tx, request.placeUnitId, dayOf(request))
  const owing = (await listObligations(tx, request.id)).filter(({ level }) => thing.levels.includes(level))
  const columns: ReadonlyMap<string, Value>[] = []
  for (const code of thing.codes)
    columns.push(new Map((await listToldOf(tx, request.id, code)).map(({ unitId, value }) => [unitId, value])))
  return addUp(levelsOf(tree, new Set(owing.map(({ unitId }) => unitId))), columns, thing.addition)
}

/** The same grouped by the units of another day. */
export async function restateThing(
  tx: Db,
  { request, thing, onto }: { readonly request: StoredRequest; readonly thing: AskedThing; readonly onto: OrgTree },
): Promise<Restated> {
  const added = await addThing(tx, request, thing)
  const [from, until] = [added.levels.tree.on, onto.on].toSorted() as [PlainDate, PlainDate]
  return restate(added, request.placeUnitId, { tree: onto, successions: await listSuccessionsOn(tx, addDays(from, 1), until) })
}

/** A count, or two and their share, in numbers and words. */
export function toPeriodFigure(values: readonly Value[] | null, figure: Parameters<typeof figureWords>[0] | null): PeriodFigure {
  const [value = null, base = null] = values ?? []
  const share = shareOf(values)
  const coverage = { of: 0, whole: 0, begun: 0, entries: 0, estimated: Number(value?.quality === 'estimated') }
  return {
    value,
    words: share ? percentWords(share) : figureWords(figure ?? { values, source: 'below', coverage }),
    base,
    percent: share?.percent ?? null,
  }
}
