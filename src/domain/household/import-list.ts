import { type ColumnMapping, guessMapping, type ImportField, missingFields } from './import-row.ts'
import { fromLegacy, type LegacyEncoding, recogniseLegacy } from './legacy-text.ts'

/** How a list is laid out and written, as its first rows tell. Shown to a person before anything is taken. */
export type ListLook = {
  /** Which of the rows names the columns, from 0. */
  readonly headerAt: number
  readonly headers: readonly string[]
  readonly mapping: ColumnMapping
  readonly missing: readonly ImportField[]
  /** Null: Unicode. */
  readonly encoding: LegacyEncoding | null
  readonly samples: readonly (readonly string[])[]
}

/** Titles may stand above the header. */
const rowsSearched = 20

/** Guesses from the first rows: the header is the row that names most of what is asked for. */
export function lookAtList(rows: readonly (readonly string[])[], remembered?: ReadonlyMap<string, ImportField | null>): ListLook {
  const encoding = recogniseLegacy(rows.flat())
  const read = encoding === null ? rows : rows.map(cells => cells.map(cell => fromLegacy(cell, encoding)))
  const guesses = read.slice(0, rowsSearched).map(cells => guessMapping(cells, remembered))
  const told = guesses.map(mapping => mapping.filter(field => field !== null).length)
  const headerAt = Math.max(0, told.indexOf(Math.max(...told)))
  const mapping = guesses[headerAt] ?? []
  return {
    headerAt,
    headers: read[headerAt] ?? [],
    mapping,
    missing: missingFields(mapping),
    encoding,
    samples: read.slice(headerAt + 1, headerAt + 6),
  }
}
