import { sonLaTiles } from './son-la.ts'

/** Where a unit's tile stands; the first row is the northernmost where the places are known. */
export type Tile<Unit> = { readonly unit: Unit; readonly column: number; readonly row: number }
export type Tiles<Unit> = {
  readonly tiles: readonly Tile<Unit>[]
  readonly columns: number
  readonly rows: number
  readonly isPlaced: boolean
}

const known = new Map(
  sonLaTiles.flatMap((line, row) =>
    line.split(' ').flatMap((code, column) => (/^\d/u.test(code) ? [[code, { column, row }] as const] : [])),
  ),
)
const plainColumns = 10

/** Units where they lie, as far as their places are known; a unit without a place puts all of them in plain rows, in their own order. */
export function placeTiles<Unit>(units: readonly Unit[], codeOf: (unit: Unit) => string | null): Tiles<Unit> {
  const placed = units.flatMap(unit => {
    const place = known.get(codeOf(unit) ?? '')
    return place ? [{ unit, ...place }] : []
  })
  const isPlaced = units.length > 0 && placed.length === units.length
  const tiles = isPlaced ? placed : units.map((unit, at) => ({ unit, column: at % plainColumns, row: Math.floor(at / plainColumns) }))
  const most = (of: (tile: Tile<Unit>) => number): number => Math.max(0, ...tiles.map(of))
  return { tiles, columns: most(({ column }) => column) + 1, rows: most(({ row }) => row) + 1, isPlaced }
}
