import type { OrgTree } from '../org/org-unit.ts'

/** The tree of a day laid out for adding: every unit after all that is below it, and whether it was asked to tell. */
export type Levels = {
  readonly tree: OrgTree
  readonly unitIds: readonly string[]
  readonly placeOf: ReadonlyMap<string, number>
  /** Where the unit above stands in the row; -1 at a top. */
  readonly aboveAt: Int32Array
  /** 1: the unit owes the figure. */
  readonly owes: Uint8Array
}

/** Who owes a figure, in the tree of a day; the order of the row tells nothing and changes no sum. */
export function levelsOf(tree: OrgTree, owing: ReadonlySet<string>): Levels {
  const nearestFirst: string[] = (tree.childrenOf.get(null) ?? []).map(({ unitId }) => unitId)
  for (const unitId of nearestFirst) for (const child of tree.childrenOf.get(unitId) ?? []) nearestFirst.push(child.unitId)
  const unitIds = nearestFirst.reverse()
  const placeOf = new Map(unitIds.map((unitId, at) => [unitId, at]))
  const aboveAt = new Int32Array(unitIds.length).fill(-1)
  const owes = new Uint8Array(unitIds.length)
  for (const [unitId, at] of placeOf) {
    const above = tree.versionOf.get(unitId)?.parentUnitId ?? null
    aboveAt[at] = above === null ? -1 : (placeOf.get(above) ?? -1)
    owes[at] = owing.has(unitId) ? 1 : 0
  }
  return { tree, unitIds, placeOf, aboveAt, owes }
}

/** The nearest units below that owe a figure: those its coverage is told of. */
export function owingBelow(levels: Levels, unitId: string): string[] {
  return (levels.tree.childrenOf.get(unitId) ?? []).flatMap(child =>
    levels.owes[levels.placeOf.get(child.unitId) ?? -1] === 1 ? [child.unitId] : owingBelow(levels, child.unitId),
  )
}
