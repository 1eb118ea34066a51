import type { PlainDate } from '../calendar/plain-date.ts'
import { type OrgTree, pathOf, type Succession } from '../org/org-unit.ts'

/**
 * Where what a unit told on one day belongs in the tree of another. `at`: the one unit it all went to or came from; where
 * it was divided, the nearest unit above all it touches; null where nobody recorded what became of it. `among`: the units
 * it was divided among, none of whose figures can be told from it.
 */
export type PlaceBetween = { readonly at: string | null; readonly among: readonly string[] }
const unknown: PlaceBetween = { at: null, among: [] }

/** Finds those places from the mergers and splits between the days of two trees, whichever is the earlier. */
export function placesBetween(told: OrgTree, onto: OrgTree, successions: readonly Succession[]): (unitId: string) => PlaceBetween {
  const isForward = told.on <= onto.on
  const [after, until] = isForward ? [told.on, onto.on] : [onto.on, told.on]
  const between = successions
    .filter(({ on }) => after < on && on <= until)
    .map(({ on, fromUnitId, toUnitId }) => (isForward ? { on, of: fromUnitId, to: toUnitId } : { on, of: toUnitId, to: fromUnitId }))
  const stepsOf = Map.groupBy(between, step => step.of)
  const known = new Map<string, PlaceBetween>()

  /** Units of the other tree that have a part in what the unit had once it took the step of a day; null for none recorded. */
  function heirsOf(unitId: string, taken: PlainDate | null): (string | null)[] {
    const further = (stepsOf.get(unitId) ?? []).filter(({ on }) => taken === null || (isForward ? on > taken : on < taken))
    const heirs = further.flatMap(({ to, on }) => heirsOf(to, on))
    if (onto.versionOf.has(unitId)) heirs.push(unitId)
    return heirs.length > 0 ? heirs : [null]
  }

  function find(unitId: string): PlaceBetween {
    const heirs = new Set(heirsOf(unitId, null))
    const children = (told.childrenOf.get(unitId) ?? []).map(child => placeOf(child.unitId))
    const all = heirs.has(null) ? childrenInstead(children) : withParted([...heirs] as string[], children)
    if (!all) return unknown
    const [only = null, ...others] = all
    return others.length === 0 ? { at: only, among: [] } : { at: nearestAbove(onto, all), among: all }
  }

  /** Villages that did not go the way of their commune divide it, whether or not anybody recorded it as a split. */
  function withParted(heirs: readonly string[], children: readonly PlaceBetween[]): string[] {
    const parted = children.flatMap(({ at, among }) => {
      const path = at === null || among.length > 0 ? [] : pathOf(onto, at)
      return path.some(id => heirs.includes(id)) ? [] : path.slice(1, 2)
    })
    return [...new Set([...heirs, ...parted])]
  }

  function placeOf(unitId: string): PlaceBetween {
    const place = known.get(unitId) ?? find(unitId)
    known.set(unitId, place)
    return place
  }
  return placeOf
}

/** A district that ended without an heir is where its communes are. */
function childrenInstead(children: readonly PlaceBetween[]): string[] | null {
  const places = new Set(children.map(({ at }) => at))
  return places.size === 0 || places.has(null) ? null : ([...places] as string[])
}

/** None of those divided can stand for the whole, so only who is above all of them can. */
function nearestAbove(tree: OrgTree, unitIds: readonly string[]): string | null {
  const [first, ...others] = unitIds.map(unitId => pathOf(tree, unitId).slice(1))
  return first?.find(unitId => others.every(path => path.includes(unitId))) ?? null
}
