import { searchKey } from '../kit/text.ts'

// What a spreadsheet of somebody else says of a return: which of its cells are names, which are numbers, and which place of
// the form each name is. A guess, shown and put right before anything is taken.

/** `rows`: names stand in one column, numbers in another. `columns`: in one row, and in another below it. */
export type SheetReading = { readonly by: 'rows' | 'columns'; readonly names: number; readonly values: number }

/** One name with what stands beside it, and the place it is taken for; null: passed over. */
export type SheetLine = { readonly at: number; readonly label: string; readonly text: string; readonly key: string | null }

type Cells = readonly (readonly string[])[]
type Place = { readonly key: string; readonly label: string }

const mostLines = 1000

/** The line of names is the one that knows most places; the numbers stand beside it, under a head that says so where there is one. */
export function guessReading(rows: Cells, places: readonly Place[]): SheetReading {
  const turned = transposed(rows)
  const [down, across] = [bestLine(turned, places), bestLine(rows, places)]
  if (across.known > down.known) {
    const below = rows.findIndex((row, at) => at > across.at && row.filter(isNumber).length > 0)
    return { by: 'columns', names: across.at, values: below === -1 ? across.at + 1 : below }
  }
  return { by: 'rows', names: down.at, values: columnOfNumbers(rows, { names: down.at, places }) }
}

/** The sheet with most numbers at places of the form, else with most of their names; the first of several alike. */
export function guessSheet(sheets: readonly { readonly rows: Cells }[], told: Parameters<typeof linesOf>[2]): number {
  const scores = sheets.map(({ rows }) => {
    const numbers = linesOf(rows, guessReading(rows, told.places), told).filter(({ key, text }) => key !== null && isNumber(text)).length
    const names = Math.max(bestLine(rows, told.places).known, bestLine(transposed(rows), told.places).known)
    return numbers * mostLines + names
  })
  return scores.indexOf(Math.max(...scores))
}

/** The lines as they are read so; what was told of a name before counts more than its likeness. */
export function linesOf(
  rows: Cells,
  { by, names, values }: SheetReading,
  { places, remembered }: { readonly places: readonly Place[]; readonly remembered: ReadonlyMap<string, string | null> },
): SheetLine[] {
  const lines = by === 'rows' ? transposed(rows) : rows
  const taken = new Set<string>()
  return (lines[names] ?? []).slice(0, mostLines).flatMap((label, at): SheetLine[] => {
    const text = lines[values]?.[at]?.trim() ?? ''
    if (label.trim() === '' || text === '') return []
    const told = remembered.get(nameKey(label))
    const key = told === undefined ? placeNamed(label, places) : told
    if (key === null || taken.has(key) || !places.some(place => place.key === key)) return [{ at, label, text, key: null }]
    taken.add(key)
    return [{ at, label, text, key }]
  })
}

/** A name as it is known again: without its numbering in front, its unit behind, marks and case. */
export function nameKey(label: string): string {
  const bare = label.replace(/^\s*(?:[-+*•]|[ivx\d]+(?:\.\d+)*[.)]?|[a-zđ][.)])\s+/iu, '').replace(/\s*\([^()]*\)\s*$/u, '')
  return searchKey(bare === '' ? label : bare)
}

function placeNamed(label: string, places: readonly Place[]): string | null {
  return (places.find(({ key }) => key === label.trim()) ?? places.find(place => nameKey(place.label) === nameKey(label)))?.key ?? null
}

function bestLine(lines: Cells, places: readonly Place[]): { readonly at: number; readonly known: number } {
  return lines.reduce(
    (best, line, at) => {
      const known = line.filter(cell => cell.trim() !== '' && placeNamed(cell, places) !== null).length
      return known > best.known ? { at, known } : best
    },
    { at: 0, known: 0 },
  )
}

/** A head of a column is short; what is longer is the title of the sheet. */
const longestHead = 30
const saysNow = /so bao cao|ky nay|thuc hien|so lieu|ket qua|so luong/u

/** The column whose head, nearest above the names, says so, be it empty; else the last of those that hold most numbers. */
function columnOfNumbers(rows: Cells, { names, places }: { readonly names: number; readonly places: readonly Place[] }): number {
  const first = rows.findIndex(row => placeNamed(row[names] ?? '', places) !== null)
  const isHead = (cell: string, at: number): boolean => at !== names && cell.length <= longestHead && saysNow.test(searchKey(cell))
  const heads = rows.slice(0, Math.max(first, 0)).toReversed()
  const named = heads.map(row => row.findIndex(isHead)).find(at => at !== -1)
  if (named !== undefined) return named
  const counts = transposed(rows).map((column, at) => ({ at, count: at === names ? -1 : column.filter(isNumber).length }))
  return counts.reduce((best, each) => (each.count >= best.count ? each : best), { at: names + 1, count: 0 }).at
}

function isNumber(cell: string): boolean {
  return /^\s*(?:\D{2,10}\s)?\d/u.test(cell)
}

function transposed(rows: Cells): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => rows.map(row => row[column] ?? ''))
}
