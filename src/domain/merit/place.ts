import type { PlainDate } from '../calendar/plain-date.ts'
import { type OrgTree, type OrgUnitVersion, pathOf, type Succession } from '../org/org-unit.ts'

/** What is known of units around the tree: all their versions, and who gave to whom. */
export type Surroundings = { readonly versions: readonly OrgUnitVersion[]; readonly successions: readonly Succession[] }

/**
 * Where what a unit had is counted in the tree of another day: at itself where it stands, whatever it gave away meanwhile;
 * after it ended, where its people and place went; before it began, where they came from. What was divided among several
 * is counted at the nearest unit above them all: nobody knows which household went where. Null where the tree of that day
 * has no place for it.
 */
export function placesIn(tree: OrgTree, { versions, successions }: Surroundings): (unitId: string) => string | null {
  const versionsOf = Map.groupBy(versions, version => version.unitId)
  const given = Map.groupBy(successions, succession => succession.fromUnitId)
  const taken = Map.groupBy(successions, succession => succession.toUnitId)
  const known = new Map<string, string | null>()

  function find(unitId: string, passed: readonly string[]): string | null {
    if (tree.versionOf.has(unitId)) return unitId
    if (passed.includes(unitId)) return null
    const on = [...passed, unitId]
    const places = besides(unitId).map(other => find(other, on))
    return places.includes(null) ? null : nearestAbove(tree, places as string[])
  }

  /** Those one step nearer to the day of the tree. */
  function besides(unitId: string): string[] {
    const own = versionsOf.get(unitId) ?? []
    const lastOn = daysOf(own, 'until', on => on <= tree.on).at(-1)
    if (lastOn) return (given.get(unitId) ?? []).filter(({ on }) => on === lastOn).map(({ toUnitId }) => toUnitId)
    const firstOn = daysOf(own, 'from', on => on > tree.on)[0]
    return (taken.get(unitId) ?? []).filter(({ on }) => on === firstOn).map(({ fromUnitId }) => fromUnitId)
  }

  return unitId => {
    const before = known.get(unitId)
    if (before !== undefined) return before
    const place = find(unitId, [])
    known.set(unitId, place)
    return place
  }
}

function daysOf(versions: readonly OrgUnitVersion[], end: 'from' | 'until', isMeant: (on: PlainDate) => boolean): PlainDate[] {
  return versions
    .flatMap(({ valid }) => valid[end] ?? [])
    .filter(isMeant)
    .toSorted()
}

function nearestAbove(tree: OrgTree, unitIds: readonly string[]): string | null {
  const [first, ...others] = unitIds.map(unitId => pathOf(tree, unitId))
  return first?.find(unitId => others.every(path => path.includes(unitId))) ?? null
}
