import { type OrgTree, type OrgUnitVersion, pathOf } from '../org/org-unit.ts'
import { addCounts, type Base, baseOf, isRecorded, type Measure, type MeritCounts, noCounts, sizeOf } from './counts.ts'

/** Of how many places something is on record. */
export type Coverage = { readonly recorded: number; readonly of: number }

/** What can be added over places, each place once: shares are taken of sums, never of shares. */
export type MeritSum = {
  readonly counts: MeritCounts
  /** All there are where a season is on record: what a share of all is of. */
  readonly all: number
  /** All there are, also where no season is. */
  readonly everywhere: number
  /** Residential areas with somebody registered. */
  readonly areas: Coverage
  /** Communes with a season. */
  readonly communes: Coverage
}

export const nothing: MeritSum = {
  counts: noCounts,
  all: 0,
  everywhere: 0,
  areas: { recorded: 0, of: 0 },
  communes: { recorded: 0, of: 0 },
}

export function addSums(a: MeritSum, b: MeritSum): MeritSum {
  return {
    counts: addCounts(a.counts, b.counts),
    all: a.all + b.all,
    everywhere: a.everywhere + b.everywhere,
    areas: addCoverage(a.areas, b.areas),
    communes: addCoverage(a.communes, b.communes),
  }
}

function addCoverage(a: Coverage, b: Coverage): Coverage {
  return { recorded: a.recorded + b.recorded, of: a.of + b.of }
}

/** A sum of a unit, and of each unit one step below that has anything in it. */
export type SumsBelow = {
  readonly total: MeritSum
  readonly parts: readonly { readonly unit: OrgUnitVersion; readonly sum: MeritSum }[]
  /** What no unit one step below can claim: of a place that was divided among several of them. */
  readonly undivided: MeritSum
}

/** Adds what stands at each place up to the unit, in the tree of one day. */
export function sumsBelow(tree: OrgTree, unitId: string, atPlace: ReadonlyMap<string, MeritSum>): SumsBelow {
  const byChild = new Map<string, MeritSum>()
  for (const [placeId, sum] of atPlace) {
    const path = pathOf(tree, placeId)
    const at = path.indexOf(unitId)
    if (at === -1) continue
    const childId = path[at - 1] ?? unitId
    byChild.set(childId, addSums(byChild.get(childId) ?? nothing, sum))
  }
  const children = tree.childrenOf.get(unitId) ?? []
  const parts = children.flatMap(unit => {
    const sum = byChild.get(unit.unitId)
    return sum ? [{ unit, sum }] : []
  })
  return { total: [...byChild.values()].reduce(addSums, nothing), parts, undivided: byChild.get(unitId) ?? nothing }
}

/** A number with what it is of, and the share of all beside it. Null: not on record, which is not none. */
export type MeritFigure = {
  readonly measure: Measure
  readonly count: number | null
  readonly base: Base
  readonly of: number
  readonly all: number
}

export function figureOf(measure: Measure, { counts, all }: MeritSum): MeritFigure {
  const base = baseOf[measure]
  return {
    measure,
    count: isRecorded(measure, counts) ? counts[measure] : null,
    base,
    of: base === 'all' ? all : sizeOf(base, counts),
    all,
  }
}
