import { readdir } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { SheetLook } from '#contract/return.ts'
import { placesOf } from '#domain/request/places.ts'
import { guessReading, guessSheet, linesOf } from '#domain/request/sheet.ts'
import { givenAccount, givenApp, handIn, openBrowser } from '../../../test/app.ts'
import { askedProvince, owed } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'

const test = databaseTest.extend('here', async ({ database }) => {
  const asked = await askedProvince(worldOn(database))
  await givenAccount(asked.world, { unitId: asked.villages[0], username: 'truong.ban', role: 'unitHead' })
  const served = await givenApp(asked.world)
  const head = openBrowser(served)
  await head.signIn('truong.ban')
  return { ...asked, served, head }
})
type Here = Awaited<ReturnType<typeof askedProvince>> & {
  readonly served: Awaited<ReturnType<typeof givenApp>>
  readonly head: ReturnType<typeof openBrowser>
}

const counted = (count: number) => ({ quality: 'counted', count }) as const
const told: BodyInput<'return.save'>['content'] = {
  values: {
    'family.total': counted(1204),
    'family.registered': { quality: 'estimated', count: 1000, qualifier: 'trên' },
    'family.recognised': counted(0),
    'money.total': counted(68_000_000),
  },
  printed: [{ ratioCode: 'share.family.recognised', baseCode: 'family.total', percent: '79,9' }],
  parts: { outcome: '=Dòng một, không phải công thức.\nDòng hai.', difficulties: 'Thiếu nhà văn hóa.' },
}

describe('a return as a workbook', () => {
  test('goes out filled and comes back equal, estimates, zeros, shares and words included', async ({ here }) => {
    await must(send(here.world, here.officer, 'return.save', { ...owed(here, 0), content: told, revision: 0 }))
    const workbook = await template(here)
    const { words, sheet } = await readIn(here, { fileName: 'bieu.xlsx', bytes: workbook })
    expect(sheet.remembered).toEqual([])
    await must(send(here.world, here.officer, 'return.save', { ...owed(here, 0), content: nothing, revision: 1 }))
    await must(send(here.world, here.officer, 'return.takeSheet', { ...taken(here), words, revision: 2 }))
    expect((await viewOf(here)).content).toEqual(told)
  })

  test('that is empty says nothing: no cell becomes 0', async ({ here }) => {
    const { words } = await readIn(here, { fileName: 'bieu.xlsx', bytes: await template(here) })
    expect(words).toEqual({})
  })
})

describe('a table of another program', () => {
  const theirs = Buffer.from('Nội dung,Số lượng\nSố hộ của bản,120\nHộ đăng ký Gia đình văn hóa,-\n')

  test('is taken whole or not at all, and says at which name it cannot be read', async ({ here }) => {
    const { words } = await readIn(here, { fileName: 'so-lieu.csv', bytes: theirs })
    expect(words).toEqual({ 'cell:family.registered': '-' })
    const all = { ...words, 'cell:family.total': '120' }
    expect(await send(here.world, here.officer, 'return.takeSheet', { ...taken(here), words: all, revision: 0 })).toMatchObject({
      code: 'value.ambiguous-sign',
      details: { name: 'Hộ đăng ký Gia đình văn hóa' },
    })
    const foreign = { 'cell:office.total': '3' }
    expect(await send(here.world, here.officer, 'return.takeSheet', { ...taken(here), words: foreign, revision: 0 })).toMatchObject({
      code: 'return.unknown-cell',
    })
    expect((await viewOf(here)).content.values).toEqual({})
  })

  test('is known again: what its sender’s names were taken for is remembered of that sender alone', async ({ here }) => {
    const choices = [
      { label: 'Số hộ của bản', key: 'cell:family.total' },
      { label: 'Hộ đăng ký Gia đình văn hóa', key: null },
    ]
    const body = { ...taken(here), words: { 'cell:family.total': '120' }, choices, revision: 0 }
    await must(send(here.world, here.officer, 'return.takeSheet', body))
    expect((await readIn(here, { fileName: 'a.csv', bytes: theirs })).words).toEqual({ 'cell:family.total': '120' })
    expect((await readIn(here, { fileName: 'a.csv', bytes: theirs, sender: 'Nơi khác' })).sheet.remembered).toEqual([])
  })

  test('of formulas and macros gives its numbers only', async ({ here }) => {
    const rows = [
      ['Chỉ tiêu', 'Số báo cáo'],
      ['Tổng số hộ', null],
    ]
    const cells = new Map([['1,1', { formula: 'WEBSERVICE("http://127.0.0.1/")', formulaResult: 120 }]])
    const bytes = await writeXlsx({ sheets: [{ name: 'Sheet1', rows, cells }] })
    const { words } = await readIn(here, { fileName: '../../etc/passwd\u202e.xlsm', bytes })
    expect(words).toEqual({ 'cell:family.total': '120' })
  })
})

describe('a workbook made by hand', () => {
  test.for([
    ['a number with decimals, which is no thousand', 12.345, '12,345', 'value.ambiguous-comma'],
    ['decimals behind thousands', '1.234,5', '1.234,5', 'value.decimal'],
    ['a date among the numbers', new Date('2025-12-22T00:00:00Z'), '2025-12-22', 'value.not-a-number'],
    ['more than there can be', 1e21, '1e+21', 'value.not-a-number'],
    ['a number below none', -3, '-3', 'value.negative'],
  ] as const)('with %s is asked about at the name of its row, and nothing is taken', async ([, cell, shown, code], { here }) => {
    const { words } = await readIn(here, { fileName: 'bieu.xlsx', bytes: await byHand(cell) })
    expect(words).toEqual({ 'cell:family.total': shown })
    const answer = await send(here.world, here.officer, 'return.takeSheet', { ...taken(here), words, revision: 0 })
    expect(answer).toMatchObject({ code, details: { name: 'Tổng số hộ' } })
    expect((await viewOf(here)).content).toEqual(nothing)
  })

  test('gives a reckoned number without the dust of reckoning, under a name whose marks stand apart', async ({ here }) => {
    const { words } = await readIn(here, { fileName: 'bieu.xlsx', bytes: await byHand(120.00000000000001) })
    expect(words).toEqual({ 'cell:family.total': '120' })
    await must(send(here.world, here.officer, 'return.takeSheet', { ...taken(here), words, revision: 0 }))
    expect((await viewOf(here)).content.values).toEqual({ 'family.total': counted(120) })
  })

  test('of several sheets is read where its figures stand, shares as they are shown; hidden sheets are not looked at', async ({ here }) => {
    const figures = [
      ['Chỉ tiêu', 'Số báo cáo'],
      ['Tổng số hộ', 1204],
      ['ratio:share.family.recognised@family.total', 0.7992],
    ]
    const shown = new Map([['2,1', { value: 0.7992, style: { numFmt: '0.0%' } }]])
    const cover = { name: 'Bìa', rows: [['BÁO CÁO SỐ LIỆU'], ['Tổng số hộ']] }
    const sheets = [cover, { name: 'Cũ', rows: [...figures, ['Hộ đăng ký Gia đình văn hóa', 5]], hidden: true }]
    const bytes = await writeXlsx({ sheets: [...sheets, { name: 'Biểu 1', rows: figures, cells: shown }] })
    const { sheet, words } = await readIn(here, { fileName: 'bieu.xlsx', bytes })
    expect(sheet.sheets.map(({ name }) => name)).toEqual(['Bìa', 'Biểu 1'])
    expect(words).toEqual({ 'cell:family.total': '1204', 'ratio:share.family.recognised@family.total': '79,9%' })
  })

  test('is read whatever it is called, and nothing is kept of it', async ({ here }) => {
    const names = ['../../etc/passwd', 'bìa\u0000.xlsx', `${'a'.repeat(400)}.xlsx`, '=cmd|calc.xlsx', '"; rm -rf /.xlsx']
    for (const fileName of names) {
      const { sheet, words } = await readIn(here, { fileName, bytes: await byHand(120) })
      expect(words).toEqual({ 'cell:family.total': '120' })
      expect(sheet.fileName).not.toMatch(/[/\\\0]/u)
    }
    expect(await readdir(`${here.world.files.folder}-lists`)).toEqual([])
  })
})

describe('a file that is no table', () => {
  test.for([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
    ['a workbook cut off', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })).subarray(0, 40)],
    ['an archive that says it holds more than any table', bomb()],
    ['a table of a thousand columns', Buffer.from(`${'Hộ,'.repeat(1000)}\n`)],
    ['one line without end', Buffer.from(`Hộ,Số\n${'a'.repeat(2_000_000)}`)],
    ['nothing', Buffer.from('')],
  ] as const)('%s is refused and leaves nothing behind', async ([, bytes], { here }) => {
    const answer = await upload(here, { fileName: 'a.xlsx', bytes })
    expect(answer.json().code).toBe('return.bad-sheet')
    expect(await readdir(`${here.world.files.folder}-lists`)).toEqual([])
    expect((await viewOf(here)).content).toEqual(nothing)
  })

  test('and one of fifty megabytes is refused before it is read', async ({ here }) => {
    const answer = await upload(here, { fileName: 'a.csv', bytes: Buffer.alloc(51 * 1024 * 1024, 'a') })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'return.sheet-too-large'])
  })
})

const nothing: BodyInput<'return.save'>['content'] = { values: {}, printed: [], parts: {} }

function taken(here: Here) {
  return { ...owed(here, 0), sender: 'Phần mềm cũ', choices: [], fileName: 'bieu.xlsx' }
}

function viewOf(here: Here) {
  return must(ask(here.world, here.officer, 'return.one', owed(here, 0)))
}

async function template(here: Here): Promise<Uint8Array> {
  const answer = await here.head.ask('GET', `return.template?${new URLSearchParams(owed(here, 0))}`)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

type Sent = { readonly fileName: string; readonly bytes: Uint8Array; readonly sender?: string }

function upload({ served, head, ...here }: Here, { sender = 'Phần mềm cũ', ...file }: Sent) {
  const params = new URLSearchParams({ ...owed({ served, head, ...here } as Here, 0), sender })
  return handIn(served, head, `return.readSheet?${params}`, file)
}

/** What the screen would take of a file without a hand on it. */
async function readIn(here: Here, file: Sent): Promise<{ readonly sheet: SheetLook; readonly words: Record<string, string> }> {
  const sheet: SheetLook = (await upload(here, file)).json()
  const { form } = await viewOf(here)
  const places = placesOf(form.parts, form)
  const remembered = new Map(sheet.remembered.map(({ label, key }) => [label, key]))
  const { rows } = sheet.sheets[guessSheet(sheet.sheets, { places, remembered })] ?? { rows: [] }
  const lines = linesOf(rows, guessReading(rows, places), { places, remembered })
  return { sheet, words: Object.fromEntries(lines.flatMap(({ key, text }) => (key === null ? [] : [[key, text]]))) }
}

/** A title over joined cells, and a name as another system writes it: each letter apart from its marks. */
function byHand(cell: string | number | Date): Promise<Uint8Array> {
  const rows = [
    ['BÁO CÁO SỐ LIỆU', null],
    ['Chỉ tiêu', 'Số báo cáo'],
    ['Tổng số hộ'.normalize('NFD'), cell],
  ]
  return writeXlsx({ sheets: [{ name: 'Số liệu', rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] }] })
}

/** The directory of the archive tells of two gigabytes. */
function bomb(): Buffer {
  const zip = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': strToU8('<worksheet/>') }))
  zip.writeUInt32LE(2 ** 31, zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
  return zip
}
