import type { OrgTreeRow } from '#contract/org.ts'
import { searchKey } from '#domain/kit/text.ts'

/** A row of the tree as it is drawn: with a fold where something hangs below, soft where it only leads to what was found. */
export type ShownRow = {
  readonly unit: OrgTreeRow
  readonly fold: 'none' | 'open' | 'folded'
  readonly isWay: boolean
}

/** More rows than this open folded below the first step, so that one sees the whole before its parts. */
const manyRows = 80

/** What is folded when a tree is first opened: nothing in a small one; in a large one every branch that does not lead to the open unit. */
export function foldedAtFirst(units: readonly OrgTreeRow[], openId: string | undefined): ReadonlySet<string> {
  if (units.length <= manyRows) return new Set()
  const leading = new Set(wayTo(units, openId))
  const parents = new Set(units.map(unit => unit.parentUnitId))
  const isLarge = (unit: OrgTreeRow): boolean => unit.depth > 0 && parents.has(unit.unitId) && isTerritory(unit)
  return new Set(units.filter(unit => isLarge(unit) && !leading.has(unit.unitId)).map(unit => unit.unitId))
}

/** The rows to draw, in the order of the tree: without what is folded away; with a search, what matches and the way to it. */
export function shownRows(
  units: readonly OrgTreeRow[],
  look: { readonly folded: ReadonlySet<string>; readonly search: string },
): ShownRow[] {
  const words = searchKey(look.search).split(' ').filter(Boolean)
  const parents = new Set(units.map(unit => unit.parentUnitId))
  if (words.length > 0) return foundRows(units, words)
  const rows: ShownRow[] = []
  let hiddenBelow: number | null = null
  for (const unit of units) {
    if (hiddenBelow !== null && unit.depth > hiddenBelow) continue
    hiddenBelow = null
    const fold = !parents.has(unit.unitId) ? 'none' : look.folded.has(unit.unitId) ? 'folded' : 'open'
    if (fold === 'folded') hiddenBelow = unit.depth
    rows.push({ unit, fold, isWay: false })
  }
  return rows
}

function foundRows(units: readonly OrgTreeRow[], words: readonly string[]): ShownRow[] {
  const found = new Set(
    units
      .filter(({ name, code }) => {
        const key = searchKey(`${name} ${code ?? ''}`)
        return words.every(word => key.includes(word))
      })
      .map(unit => unit.unitId),
  )
  const shown = new Set([...found].flatMap(unitId => wayTo(units, unitId)))
  return units.filter(unit => shown.has(unit.unitId)).map(unit => ({ unit, fold: 'none', isWay: !found.has(unit.unitId) }))
}

/** From a unit up to the top of the rows. */
function wayTo(units: readonly OrgTreeRow[], unitId: string | undefined): string[] {
  const byId = new Map(units.map(unit => [unit.unitId, unit]))
  const way: string[] = []
  for (let unit = byId.get(unitId ?? ''); unit && !way.includes(unit.unitId); unit = byId.get(unit.parentUnitId ?? ''))
    way.push(unit.unitId)
  return way
}

/** Places with many places below them; offices with their few departments stay open. */
function isTerritory({ kind }: OrgTreeRow): boolean {
  return kind === 'district' || kind === 'city' || kind === 'districtTown'
}
