import { daysBetween, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'

/** What stands in a cell. Missing stays missing: an empty cell, never 0. */
type CellContent =
  | { readonly text: string }
  | { readonly count: number }
  | { readonly share: number }
  | { readonly day: PlainDate }
  | { readonly at: string }
  | null
/** Worked out by the spreadsheet from other cells; `shown` until it does. */
export type Formula = { readonly formula: string; readonly shown: Exclude<CellContent, null> }

/** One column of a list: its head, how wide it is in signs, and what it shows of a row. */
export type SheetColumn<Row> = {
  readonly head: string
  readonly width: number
  /** `line`: the row of the sheet it stands in, as formulas name it. */
  readonly of: (row: Row, line: number) => CellContent | Formula
}

export function textColumn<Row>(head: string, width: number, of: (row: Row) => string | null | undefined): SheetColumn<Row> {
  return { head, width, of: row => filled(of(row), text => ({ text: text.normalize('NFC') })) }
}

export function numberColumn<Row>(head: string, width: number, of: (row: Row) => number | null | undefined): SheetColumn<Row> {
  return { head, width, of: row => filled(of(row), count => ({ count })) }
}

export function dayColumn<Row>(head: string, of: (row: Row) => PlainDate | null | undefined): SheetColumn<Row> {
  return { head, width: 12, of: row => filled(of(row), day => ({ day })) }
}

/** An instant, as the hour in Vietnam. */
export function instantColumn<Row>(head: string, of: (row: Row) => string | null | undefined): SheetColumn<Row> {
  return { head, width: 17, of: row => filled(of(row), at => ({ at })) }
}

/** A list as it leaves the house: what it is, whose and as of when, then heads and rows. */
export type ListSheet<Row> = {
  /** `Hoạt động` */
  readonly title: string
  /** Unit, filter and day, one part each. */
  readonly about: readonly string[]
  readonly columns: readonly SheetColumn<Row>[]
  readonly rows: readonly Row[]
}

/** Above the rows stand the title, what the list is about, and the heads. */
const rowsAbove = 3
/** Where the rows begin, as formulas name it. */
export const firstLine = rowsAbove + 1

/** `A`, `B`, … `AA`: the column of a place in the row, from 0. */
export function letterOf(place: number): string {
  return place < 26 ? String.fromCodePoint(65 + place) : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26)
}
const font = { name: 'Times New Roman', size: 12 }
const numbers = { count: '#,##0', share: '0.0%', day: 'd/m/yyyy', at: 'd/m/yyyy hh:mm', text: '@' } as const

/** The list as an Excel file: numbers and days as such, text as text whatever sign it begins with, the head always in view. */
export async function writeListSheet<Row>({ title, about, columns, rows }: ListSheet<Row>): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx') // loaded when a list is first taken away
  const top = [[title], [about.join(' · ')], columns.map(column => column.head)]
  const contents = rows.map((row, at) => columns.map(column => column.of(row, firstLine + at)))
  const cells = new Map<string, { style: object; formula?: string; formulaResult?: string | number | null }>([
    ['0,0', { style: { font: { ...font, bold: true, size: 14 } } }],
    ...columns.map((_, index) => [`${rowsAbove - 1},${index}`, { style: headStyle }] as const),
  ])
  contents.forEach((row, y) =>
    row.forEach((content, x) => {
      if (!content) return
      const shown = 'formula' in content ? content.shown : content
      const worked = 'formula' in content ? { formula: content.formula, formulaResult: valueOf(shown) } : {}
      cells.set(`${y + rowsAbove},${x}`, { style: styleOf(shown), ...worked })
    }),
  )
  return writeXlsx({
    sheets: [
      {
        name: sheetName(title),
        columns: columns.map(({ width }) => ({ width })),
        rows: [...top, ...contents.map(row => row.map(content => valueOf(content && 'formula' in content ? content.shown : content)))],
        cells,
        freezePane: { rows: rowsAbove },
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$3:$3' },
      },
    ],
    properties: { title, creator: 'Nếp' },
    defaultFont: font,
  })
}

const headStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EDF8' } },
  alignment: { wrapText: true, vertical: 'center' },
}

type Kind = keyof typeof numbers

function styleOf(content: NonNullable<CellContent>): object {
  const kind = Object.keys(content)[0] as Kind
  return { numFmt: numbers[kind], alignment: { vertical: 'top', wrapText: kind === 'text' } }
}

function valueOf(content: CellContent): string | number | null {
  if (content === null) return null
  if ('text' in content) return content.text
  if ('count' in content) return content.count
  if ('share' in content) return content.share
  return 'day' in content ? serialOf(content.day) : serialOfInstant(content.at)
}

/** A spreadsheet counts days from here; it took 1900 for a leap year, so earlier days than March of that year do not occur in it. */
const dayZero = plainDate('1899-12-30')

function serialOf(day: PlainDate): number | string {
  const serial = daysBetween(dayZero, day)
  return serial > 60 ? serial : day
}

/** UTC+7, no summer time. */
function serialOfInstant(at: string): number {
  return (Date.parse(at) + 7 * 3_600_000 - Date.parse(`${dayZero}T00:00:00Z`)) / 86_400_000
}

/** Excel names a sheet in 31 signs, some of which it keeps for itself. */
function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*[\]:']/gu, ' ')
      .slice(0, 31)
      .trim() || 'Danh sách'
  )
}

function filled<Value, Content>(value: Value | null | undefined, wrap: (value: Value) => Content): Content | null {
  return value === null || value === undefined || value === '' ? null : wrap(value)
}
