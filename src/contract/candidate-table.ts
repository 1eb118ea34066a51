import { searchKey } from '#domain/kit/text.ts'
import { traits, traitWords } from '#domain/title/rule-book.ts'

// The same facts in a table, as officials keep them: a column for each, a column for each line that takes points.
// An empty cell is not known; "không" is known to be none.

const plainColumns = {
  ma: 'id',
  'nam xet': 'year',
  'ngay dang ky': 'registeredOn',
  'dac diem': 'traits',
  'khong xet': 'grounds',
  'trieu tap': 'convened',
  'co mat': 'present',
  'so ho': 'households',
  'dong y': 'votesFor',
  'so ngay niem yet': 'postedDays',
  'hai long': 'agree',
  'duoc hoi': 'asked',
} as const
type PlainColumn = (typeof plainColumns)[keyof typeof plainColumns]

/** What each column of a table is; points and requirements by the code of their line. */
export type FactColumns = readonly (
  | { readonly kind: PlainColumn }
  | { readonly kind: 'points' | 'met'; readonly code: string }
  | { readonly kind: 'ignored' }
)[]

/** Undefined where the table has no column for the code or the year. `Điểm 1a` is points of line 1a, `Đạt TC1` whether TC1 is met. */
export function readFactColumns(headings: readonly string[]): FactColumns | undefined {
  const columns = headings.map((heading): FactColumns[number] => {
    const key = searchKey(heading)
    const plain = (plainColumns as Readonly<Record<string, PlainColumn>>)[key]
    if (plain) return { kind: plain }
    const [, word, code = ''] = /^(diem|dat)\s+(\S.*)$/u.exec(key) ?? []
    const asWritten = heading.trim().slice(-code.length)
    return word ? { kind: word === 'diem' ? 'points' : 'met', code: asWritten } : { kind: 'ignored' }
  })
  const has = (kind: PlainColumn): boolean => columns.some(column => column.kind === kind)
  return has('id') && has('year') ? columns : undefined
}

/** A row as the object other programs would send; what cannot be read stays text, and the reader of facts says so. */
export function toFactsObject(columns: FactColumns, cells: readonly string[]): Record<string, unknown> {
  const told = new Map<string, string>()
  const points: Record<string, unknown> = {}
  const met: Record<string, unknown> = {}
  columns.forEach((column, at) => {
    const cell = cells[at]?.trim() ?? ''
    if (cell === '' || column.kind === 'ignored') return
    if (column.kind === 'points') points[column.code] = toNumber(cell)
    else if (column.kind === 'met') met[column.code] = toYesOrNo(cell)
    else told.set(column.kind, cell)
  })
  const number = (key: PlainColumn): unknown => toNumber(told.get(key))
  return {
    id: told.get('id'),
    year: number('year'),
    registeredOn: toDay(told.get('registeredOn')),
    traits: toTraits(told.get('traits')),
    points,
    met,
    grounds: toGrounds(told.get('grounds')),
    meeting: told.has('present')
      ? { convened: number('convened'), present: number('present'), households: number('households') ?? null }
      : null,
    votesFor: number('votesFor') ?? null,
    postedDays: number('postedDays') ?? null,
    content: told.has('asked') ? { agree: number('agree'), asked: number('asked') } : null,
  }
}

function toNumber(cell: string | undefined): unknown {
  return cell !== undefined && /^\d+(?:[.,]\d+)?$/u.test(cell) ? Number(cell.replace(',', '.')) : cell
}

function toYesOrNo(cell: string): unknown {
  const key = searchKey(cell)
  if (['co', 'dat', 'x', '1'].includes(key)) return true
  return ['khong', 'chua', '0'].includes(key) ? false : cell
}

/** 15/1/2022 as people write it, 2022-01-15 as programs do. */
function toDay(cell: string | undefined): string | null {
  if (cell === undefined) return null
  const [, date = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(cell) ?? []
  return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

const traitOf = new Map(traits.flatMap(trait => [[searchKey(traitWords[trait]), trait] as const, [searchKey(trait), trait] as const]))

function toTraits(cell: string | undefined): unknown {
  return toList(cell)?.map(part => traitOf.get(searchKey(part)) ?? part) ?? null
}

/** `gambling fined 2022-05-01; tax found 3/2/2022` */
function toGrounds(cell: string | undefined): unknown {
  return (
    toList(cell)?.map(part => {
      const [matter, handling, on] = part.split(/\s+/u)
      return { matter, handling, on: toDay(on) }
    }) ?? null
  )
}

function toList(cell: string | undefined): string[] | undefined {
  if (cell === undefined) return undefined
  if (searchKey(cell) === 'khong') return []
  return cell
    .split(';')
    .map(part => part.trim())
    .filter(part => part !== '')
}
