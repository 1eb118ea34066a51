import { hash } from 'node:crypto'
import { type ReadRow, retellRow, type ToldRow } from '#domain/household/import-row.ts'
import { nameKey } from '#domain/household/name-key.ts'
import { type Places, placeRow } from '#domain/household/place-rows.ts'
import { type KeyedRow, keyOf, sayLikely } from '#domain/household/take-rows.ts'
import { searchKey } from '#domain/kit/text.ts'

/** A row nobody could take, told so that it can be mended and read again. */
export type AsideRow = {
  readonly line: number
  readonly kind: 'differs' | 'likely' | 'wrong'
  readonly told: ToldRow
  readonly reason: string
}
export type ReadLine = { readonly line: number; readonly read: ReadRow }

/** What of this list has passed: on which line each household, and how many namesakes were said to be others. */
export type Seen = { readonly namesakes: Map<string, number>; readonly lineOf: Map<string, number> }

/** Gives each row its place and the key by which the register knows it again. */
export function keyRows(lines: readonly ReadLine[], places: Places, seen: Seen): { rows: KeyedRow[]; aside: AsideRow[] } {
  const rows: KeyedRow[] = []
  const aside: AsideRow[] = []
  for (const { line, read } of lines) {
    if (!read.ok) {
      aside.push({ line, kind: 'wrong', told: read.told, reason: read.reason })
      continue
    }
    const { row } = read
    const place = placeRow(row, places)
    if (!place.ok) {
      aside.push({ line, kind: 'wrong', told: retellRow(row), reason: place.reason })
      continue
    }
    const { areaUnitId } = place
    const plainKey = keyOf(row, areaUnitId, 0)
    const nth = row.isAnother ? (seen.namesakes.get(plainKey) ?? 0) + 1 : 0
    if (nth > 0) seen.namesakes.set(plainKey, nth)
    const id = idOf(row.code === null ? keyOf(row, areaUnitId, nth) : plainKey)
    const before = seen.lineOf.get(id)
    if (before !== undefined) {
      aside.push({ line, kind: 'likely', told: retellRow(row), reason: sayLikely({ ...row, line: before }) })
      continue
    }
    seen.lineOf.set(id, line)
    rows.push({ ...row, line, areaUnitId, id, sortKey: nameKey(row.headName), searchKey: searchKey(row.headName) })
  }
  return { rows, aside }
}

/** The same key has the same id wherever and whenever it is read. */
function idOf(key: string): string {
  const hex = hash('sha256', key)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
