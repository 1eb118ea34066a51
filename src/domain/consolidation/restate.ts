import type { Qualifier } from '../activity/activity.ts'
import type { Value } from '../indicator/value.ts'
import { type OrgTree, type OrgUnitKind, pathOf, type Succession } from '../org/org-unit.ts'
import { type AddedUp, entriesOf, figureAt, missingFrom, sumOf, sumsOf } from './add-up.ts'
import { type PlaceBetween, placesBetween } from './places-between.ts'

/** One unit's own word, and where it belongs in the tree it is looked at on. */
export type PlacedEntry = { readonly unitId: string; readonly values: readonly Value[]; readonly place: PlaceBetween }

/** Figures of one day grouped by the units of another, from the very entries they were added from. */
export type Restated = {
  readonly from: AddedUp
  readonly onto: OrgTree
  readonly entries: readonly PlacedEntry[]
  readonly byPlace: ReadonlyMap<string, readonly PlacedEntry[]>
  /** Units whose figure nobody can tell, each with the entries that were divided and touch it. */
  readonly divided: ReadonlyMap<string, readonly { readonly entry: PlacedEntry }[]>
  /** Units whose figure was missing, by where they belong. */
  readonly missing: ReadonlyMap<string, readonly string[]>
  /** Entries with no place in this tree: in the total as it was, and in none of these units. */
  readonly unplaced: readonly PlacedEntry[]
}

/** Groups what was added up over the tree of one day by the units of another day. Nothing is apportioned. */
export function restate(
  from: AddedUp,
  topUnitId: string,
  onto: { readonly tree: OrgTree; readonly successions: readonly Succession[] },
): Restated {
  const placeOf = placesBetween(from.levels.tree, onto.tree, onto.successions)
  const entries = entriesOf(from, topUnitId).map(entry => ({ ...entry, place: placeOf(entry.unitId) }))
  const placed = Map.groupBy(entries, ({ place }) => place.at)
  const unplaced = placed.get(null) ?? []
  placed.delete(null)
  const touched = entries.flatMap(entry => [...touchedBy(onto.tree, entry.place)].map(unitId => ({ unitId, entry })))
  const missing = Map.groupBy(lowestMissing(from, topUnitId), unitId => placeOf(unitId).at ?? '')
  return {
    from,
    onto: onto.tree,
    entries,
    byPlace: placed as Map<string, PlacedEntry[]>,
    divided: Map.groupBy(touched, ({ unitId }) => unitId),
    missing,
    unplaced,
  }
}

/** Those an entry was divided among, and all above them that do not hold the whole of it. */
function touchedBy(tree: OrgTree, { at, among }: PlaceBetween): Set<string> {
  return new Set(
    among.flatMap(unitId => {
      const path = pathOf(tree, unitId)
      return at === null ? path : path.slice(0, path.indexOf(at))
    }),
  )
}

function lowestMissing(from: AddedUp, unitId: string): string[] {
  return missingFrom(from, unitId).flatMap(({ unitId: id, has }) => (has === 'nothing' ? [id] : [...lowestMissing(from, id)]))
}

/** What a unit of the other tree has. */
export type RestatedFigure = {
  readonly unitId: string
  /** One for each thing that was added together; null where nothing was told, or where it cannot be told. */
  readonly values: readonly Value[] | null
  /** `divided`: part of it lay in a unit that was split, and nobody told how much: "không so sánh được". */
  readonly notComparable: 'divided' | 'distinct' | null
  /** The units whose figure was divided. */
  readonly dividedUnitIds: readonly string[]
  /** Units of the day it was told that belong here and told nothing. */
  readonly missingUnitIds: readonly string[]
}

export function restatedAt(restated: Restated, unitId: string): RestatedFigure {
  const within = placesWithin(restated.onto, unitId)
  const divided = restated.divided.get(unitId) ?? []
  const isDistinct = restated.from.addition === 'distinct'
  const values = within.flatMap(place => restated.byPlace.get(place)?.map(entry => entry.values) ?? [])
  const notComparable = divided.length > 0 ? 'divided' : isDistinct && values.length > 1 ? 'distinct' : null
  return {
    unitId,
    values: notComparable ? null : sumsOf(values),
    notComparable,
    dividedUnitIds: divided.map(({ entry }) => entry.unitId),
    missingUnitIds: within.flatMap(place => restated.missing.get(place) ?? []),
  }
}

function placesWithin({ childrenOf }: OrgTree, unitId: string): string[] {
  const places = [unitId]
  for (const place of places) for (const child of childrenOf.get(place) ?? []) places.push(child.unitId)
  return places
}

/** One figure in two periods on the same units, with the difference where both can be told. */
export type Compared = { readonly first: RestatedFigure; readonly second: RestatedFigure; readonly difference: number | null }

export function compareAt(first: Restated, second: Restated, unitId: string): Compared {
  const [one, other] = [restatedAt(first, unitId), restatedAt(second, unitId)]
  const [was, is] = [one.values?.[0], other.values?.[0]]
  return { first: one, second: other, difference: was && is ? is.count - was.count : null }
}

/** How much of an old unit is in a new one. `to` null: no place is known; `isUndivided`: above the units it was divided among. */
export type ReconciledRow = {
  readonly fromUnitId: string
  readonly toUnitId: string | null
  readonly isUndivided: boolean
  readonly count: number
  readonly qualifier: Qualifier | null
}
export type Reconciliation = { readonly rows: readonly ReconciledRow[]; readonly fromTotal: Value | null; readonly toTotal: Value | null }

/** The table that shows that both trees hold one total, read at units of some kinds: old communes to new communes. */
export function reconcile(restated: Restated, topUnitId: string, kinds: readonly OrgUnitKind[]): Reconciliation {
  const { from, onto, entries } = restated
  const oldTree = from.levels.tree
  const groups = Map.groupBy(
    entries,
    ({ unitId, place }) => `${unitOfKind(oldTree, unitId, kinds)} ${place.at ? unitOfKind(onto, place.at, kinds) : ''}`,
  )
  const rows = [...groups.values()].flatMap(group => {
    const [first] = group
    const sum = sumOf(group.flatMap(({ values }) => values[0] ?? []))
    if (!first || !sum) return []
    const toUnitId = first.place.at && unitOfKind(onto, first.place.at, kinds)
    const isUndivided = group.some(({ place }) => place.among.length > 0)
    const qualifier = sum.quality === 'estimated' ? sum.qualifier : null
    return [{ fromUnitId: unitOfKind(oldTree, first.unitId, kinds), toUnitId, isUndivided, count: sum.count, qualifier }]
  })
  return { rows, fromTotal: figureAt(from, topUnitId).values?.[0] ?? null, toTotal: totalOf(restated, topUnitId) }
}

function totalOf(restated: Restated, topUnitId: string): Value | null {
  const { values } = restatedAt(restated, topUnitId)
  return sumOf([values, ...restated.unplaced.map(entry => entry.values)].flatMap(all => all?.[0] ?? []))
}

/** The nearest of those kinds from a unit upwards; the unit itself where none stands above it. */
function unitOfKind(tree: OrgTree, unitId: string, kinds: readonly OrgUnitKind[]): string {
  return pathOf(tree, unitId).find(id => kinds.includes(tree.versionOf.get(id)?.kind ?? 'province')) ?? unitId
}
