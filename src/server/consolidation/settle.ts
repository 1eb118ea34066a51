import { addOne, addToBelow, type KeptFigure } from '#domain/consolidation/add-one.ts'
import { type Thing, thingsOf } from '#domain/consolidation/things.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { codesAsked, type FormLevel } from '#domain/indicator/figure-form.ts'
import type { Value } from '#domain/indicator/value.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { levels, type ReportRequest } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { type ReturnKey, replaceToldValues } from '../request/return.store.ts'
import {
  findOwing,
  listFiguresBelow,
  listFiguresOfAll,
  listOwingBelow,
  listToldBelow,
  listToldBy,
  listToldByAll,
  type Owing,
  type ToldValue,
} from './figure.store.ts'
import { type AskedThing, type BelowWithHalves, listBelow, markReceivers, type PlacedFigure, putFigures } from './settle.store.ts'

/** What of a request its figures are added by. */
export type Asking = Asked & {
  readonly requestId: string
  readonly rootUnitId: string
  /** Counts, and the counts of shares in pairs, each with the levels that owe it. */
  readonly things: readonly AskedThing[]
  readonly isAsked: (code: string, level: FormLevel) => boolean
}

export async function askingOf(tx: Db, request: Pick<ReportRequest, 'id' | 'unitId'>): Promise<Asking> {
  const asked = await askedOf(tx, request.id)
  const codes = new Map(levels.map(level => [level as FormLevel, new Set(codesAsked(asked.form, level))]))
  const isAsked = (code: string, level: FormLevel): boolean => codes.get(level)?.has(code) ?? false
  const things = thingsOf(asked.dictionary).flatMap((thing): AskedThing[] => {
    const owedBy = levels.filter(level => thing.codes.every(code => isAsked(code, level)))
    return owedBy.length > 0 ? [{ ...thing, levels: owedBy }] : []
  })
  return { ...asked, requestId: request.id, rootUnitId: request.unitId, things, isAsked }
}

/**
 * The figures that count change with the version that stands: of the unit, and of every unit above it up to who asks, before
 * the answer is given. The caller holds the request: two hand-ins at once would each add without the other.
 */
export async function tellFigures(
  tx: Db,
  asking: Asking,
  { held, standing }: { readonly held: ReturnKey; readonly standing: { readonly version: number; readonly content: ReturnContent } | null },
): Promise<void> {
  const before = new Map((await listToldBy(tx, asking.requestId, held)).map(({ code, value }) => [code, value]))
  await replaceToldValues(tx, held, standing)
  const now = new Map(Object.entries(standing?.content.values ?? {}))
  const codes = [...new Set([...before.keys(), ...now.keys()])]
  const changed = new Set(codes.filter(code => canonicalJson(before.get(code)) !== canonicalJson(now.get(code))))
  const things = asking.things.filter(thing => thing.codes.some(code => changed.has(code)))
  await settleAbove(tx, asking, held.unitId, things)
}

/** Where others hand in to the unit its own word stands in for theirs while some are missing, so it is added anew itself. */
async function settleAbove(tx: Db, asking: Asking, unitId: string, changed: readonly AskedThing[]): Promise<void> {
  let things = changed
  for (let at: string | null = unitId; at !== null && things.length > 0; ) {
    const unit: Owing | null = at === asking.rootUnitId ? null : ((await findOwing(tx, asking.requestId, at)) ?? null)
    if (!unit || unit.receives) {
      const differing = await settleUnits(tx, asking, { units: [unit ?? rootOf(asking)], things })
      things = things.filter(({ code }) => differing.has(code))
    }
    at = unit?.toUnitId ?? null
  }
}

/** The figures of so many units are held at once, however many there are. */
const unitsAtOnce = 50

/** A request that goes out: every unit that others hand in to knows how many it waits for. Also adds all anew. */
export async function settleAll(tx: Db, asking: Asking, owing: readonly Omit<Owing, 'receives'>[]): Promise<void> {
  const receivers = new Set(owing.map(({ toUnitId }) => toUnitId))
  await markReceivers(tx, asking.requestId, [...receivers])
  const units = owing.filter(({ unitId }) => receivers.has(unitId)).map(unit => ({ ...unit, receives: true }))
  for (const level of lowestFirst(units))
    for (let from = 0; from < level.length; from += unitsAtOnce)
      await settleUnits(tx, asking, { units: level.slice(from, from + unitsAtOnce), things: asking.things })
  await settleUnits(tx, asking, { units: [rootOf(asking)], things: asking.things })
}

function lowestFirst(units: readonly Owing[]): Owing[][] {
  const byId = new Map(units.map(unit => [unit.unitId, unit]))
  const depth = ({ toUnitId }: Owing): number => {
    const above = byId.get(toUnitId)
    return above ? 1 + depth(above) : 1
  }
  const byDepth = Map.groupBy(units, depth)
  return [...byDepth.keys()].toSorted((a, b) => b - a).map(key => byDepth.get(key) ?? [])
}

/** Who asks owes nothing; what it comes to is kept with itself. */
function rootOf({ rootUnitId }: Asking): SettledUnit {
  return { unitId: rootUnitId, toUnitId: rootUnitId, level: null }
}

type SettledUnit = Pick<Owing, 'unitId' | 'toUnitId'> & { readonly level: Owing['level'] | null }

/** Adds some things anew in units of one depth, and answers with those that came out another way than they were kept. */
async function settleUnits(
  tx: Db,
  { requestId }: Asking,
  { units, things }: { readonly units: readonly SettledUnit[]; readonly things: readonly AskedThing[] },
): Promise<ReadonlySet<string>> {
  const unitIds = units.map(({ unitId }) => unitId)
  const below = await listBelow(tx, { requestId, unitIds, things })
  const own = await listToldByAll(tx, requestId, units)
  const kept = new Map((await listFiguresOfAll(tx, requestId, unitIds)).map(figure => [`${figure.unitId} ${figure.code}`, figure]))
  const told = new Map(own.map(({ unitId, code, value }) => [`${unitId} ${code}`, value]))
  const figures = units.flatMap(({ unitId, toUnitId, level }) =>
    things.flatMap((thing): PlacedFigure[] => {
      const { code, addition } = thing
      const key = `${unitId} ${code}`
      const owes = level !== null && thing.levels.includes(level)
      const { halves, ...parts } = below.get(key) ?? nothingBelow
      const ownTold = thing.codes.flatMap(each => told.get(`${unitId} ${each}`) ?? [])
      const isWhole = ownTold.length === thing.codes.length
      const figure = addToBelow({ unitId, owes, own: isWhole ? ownTold : null, below: parts, addition })
      const isHalf = owes && !isWhole && ownTold.length > 0
      const isTaken = figure.source === 'own' || figure.source === 'below'
      const now = { ...figure, code, halves: isTaken ? 0 : halves + Number(isHalf) }
      const isThere = figure.owes || figure.coverage.of > 0 || figure.source !== 'nothing'
      const was = kept.get(key)
      return isThere && (!was || canonicalJson(now) !== canonicalJson(was)) ? [{ ...now, toUnitId }] : []
    }),
  )
  await putFigures(tx, requestId, figures)
  return new Set(figures.map(({ code }) => code))
}

const nothingBelow: BelowWithHalves = { coverage: { of: 0, whole: 0, begun: 0, entries: 0, estimated: 0 }, values: null, halves: 0 }

/** A unit's own word: all that belongs together, or nothing. */
function ownOf({ codes }: Thing, told: (code: string) => Value | undefined): Value[] | null {
  const values = codes.flatMap(code => told(code) ?? [])
  return values.length === codes.length ? values : null
}

/** Some figures of each that hands in to a unit: what is kept for it, or its own word where nobody hands in to it. */
export async function partsBelow(
  tx: Db,
  { requestId, things: all }: Asking,
  unitId: string,
  codes?: readonly string[],
): Promise<(code: string) => KeptFigure[]> {
  const things = new Map(all.filter(({ code }) => codes?.includes(code) ?? true).map(thing => [thing.code, thing]))
  const owing = await listOwingBelow(tx, requestId, unitId)
  const keptBelow = await listFiguresBelow(tx, requestId, unitId, [...things.keys()])
  const kept = new Map(keptBelow.map(figure => [`${figure.unitId} ${figure.code}`, figure]))
  const toldBelow = await listToldBelow(tx, requestId, unitId, [...new Set([...things.values()].flatMap(thing => thing.codes))])
  const told = new Map(toldBelow.map(value => [`${value.unitId} ${value.code}`, value]))
  return code => {
    const thing = things.get(code)
    if (!thing) return []
    return owing.flatMap(part => {
      if (part.receives) return kept.get(`${part.unitId} ${code}`) ?? []
      return leafOf(thing, part, each => told.get(`${part.unitId} ${each}`)) ?? []
    })
  }
}

/** The figure of a unit nobody hands in to; null where it was not asked for it. */
export function leafOf(thing: AskedThing, { unitId, level }: Owing, told: (code: string) => ToldValue | undefined): KeptFigure | null {
  if (!thing.levels.includes(level)) return null
  return addOne({ unitId, owes: true, own: ownOf(thing, code => told(code)?.value), parts: [], addition: thing.addition })
}
