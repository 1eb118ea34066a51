import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { noRows, type TakingMode } from '#domain/household/list-import.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { aCommune, type Commune } from '../../../test/register.ts'
import { asideHeader, asideLine } from './aside-file.ts'
import { importHouseholds, lookAtHouseholdList } from './household.import.ts'
import type { AsideRow } from './key-rows.ts'
import { readSheet } from './sheet-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-lists-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const list = [
  'DANH SÁCH HỘ (dữ liệu minh họa);;;;',
  'STT;Bản;Số khẩu;Họ tên chủ hộ;Diện hộ',
  '1;Bản Trên;4;Lò Văn Toản;nghèo',
  '2;Bản Trên;5;Lò Văn Toàn;',
  '3;Dưới;không rõ;Cầm Thị Bình;cận nghèo',
  '4;Bản Lạ;3;Quàng Văn Đông;không',
].join('\r\n')

describe('a list of households', () => {
  test('of any column order is taken; every row that cannot be is named with its line and reason', async ({ database }) => {
    const commune = await aCommune(database)
    const { so, aside } = await load(commune, 'list.csv', list)
    expect(so).toEqual({ ...noRows, read: 4, added: 2, wrong: 2 })
    expect(aside.map(({ line, reason }) => [line, reason.slice(0, 30)])).toEqual([
      [5, 'số nhân khẩu “không rõ” không '],
      [6, 'không có “Bản Lạ” trong đơn vị'],
    ])
    expect(await rowsOf(commune)).toEqual(['Lò Văn Toàn 5 null', 'Lò Văn Toản 4 poor'])
  })

  test('loaded again goes on where it was and never doubles', async ({ database }) => {
    const commune = await aCommune(database)
    await load(commune, 'half.csv', list.split('\r\n').slice(0, 3).join('\r\n'))
    expect((await load(commune, 'list.csv', list)).so).toMatchObject({ added: 1, known: 1 })
    expect((await load(commune, 'list.csv', list)).so).toMatchObject({ added: 0, known: 2 })
    expect(await rowsOf(commune)).toHaveLength(2)
  })

  test('is mended where it was wrong and loaded from the file of what was set aside', async ({ database }) => {
    const commune = await aCommune(database)
    const { aside } = await load(commune, 'list.csv', list)
    const mended = [asideHeader, ...aside.map(asideLine)].join('').replaceAll('không rõ', '3').replaceAll('Bản Lạ', 'Bản Dưới')
    expect((await load(commune, 'list.csv.can-xem.csv', mended)).so).toEqual({ ...noRows, read: 2, added: 2 })
    expect(await rowsOf(commune)).toHaveLength(4)
  })

  test('proposes what may be one household and merges nothing', async ({ database }) => {
    const commune = await aCommune(database)
    const twice = 'Mã hộ,Họ tên,Bản,Là hộ khác\n,Lò Văn Toản,Trên,\n,LÒ VĂN TOẢN,Trên,\nH2,Lò Văn Toản,Trên,\n'
    const { so, aside } = await load(commune, 'twice.csv', twice)
    expect(so).toEqual({ ...noRows, read: 3, added: 1, likely: 2 })
    expect(aside[0]?.reason).toContain('có thể trùng với hộ LÒ VĂN TOẢN ở dòng 2')
    const said = twice.replace('LÒ VĂN TOẢN,Trên,', 'LÒ VĂN TOẢN,Trên,x').replace('H2,Lò Văn Toản,Trên,', 'H2,Lò Văn Toản,Trên,x')
    expect((await load(commune, 'said.csv', said)).so).toEqual({ ...noRows, read: 3, added: 2, known: 1 })
    expect((await load(commune, 'said.csv', said)).so).toEqual({ ...noRows, read: 3, known: 3 })
  })

  test('that tells of a known household what the register does not is shown, not taken', async ({ database }) => {
    const commune = await aCommune(database)
    await load(commune, 'one.csv', 'Mã hộ,Họ tên,Bản,Số khẩu\nH1,Lò Văn Toản,Trên,4\n')
    const { so, aside } = await load(commune, 'one.csv', 'Mã hộ,Họ tên,Bản,Số khẩu\nH1,Lò Văn Toản,Trên,6\n')
    expect([so.differs, aside[0]?.reason]).toEqual([1, expect.stringContaining('số nhân khẩu là 4')])
  })

  test('with changes, ends what was and begins what the list says, from its day on', async ({ database }) => {
    const commune = await aCommune(database)
    await load(commune, 'one.csv', 'Mã hộ,Họ tên,Bản,Số khẩu,Diện hộ\nH1,Lò Văn Toản,Trên,4,nghèo\nH2,Cầm Thị Bình,Trên,3,\n')
    const anew = 'Mã hộ,Họ tên,Bản,Số khẩu\nH1,Lò Văn Toản,Trên,6\nH2,Cầm Thị Bình,Trên,\n'
    const { so } = await load(commune, 'anew.csv', anew, { mode: 'withChanges', from: '2022-06-01' })
    expect(so).toEqual({ ...noRows, read: 2, changed: 1, known: 1 })
    expect(await rowsOf(commune)).toEqual(['Cầm Thị Bình 3 null', 'Lò Văn Toản 6 poor'])
    const before = { unitId: commune.communeId, search: '', on: '2022-05-31' }
    const { rows } = await must(ask(commune.world, commune.officer, 'household.list', before))
    expect(rows.map(row => row.memberCount)).toEqual([3, 4])
    expect((await load(commune, 'anew.csv', anew, { mode: 'withChanges', from: '2022-06-01' })).so).toMatchObject({ changed: 0, known: 2 })
  })

  test('with changes, leaves alone what the register learnt after its day', async ({ database }) => {
    const commune = await aCommune(database)
    await load(commune, 'one.csv', 'Mã hộ,Họ tên,Bản,Số khẩu\nH1,Lò Văn Toản,Trên,4\n', { from: '2022-06-01' })
    const { aside } = await load(commune, 'old.csv', 'Mã hộ,Họ tên,Bản,Số khẩu\nH1,Lò Văn Toản,Trên,6\n', { mode: 'withChanges' })
    expect(aside).toMatchObject([{ kind: 'differs', reason: expect.stringContaining('thay đổi sau ngày của danh sách') }])
  })

  test('that says what the register says writes nothing at all', async ({ database }) => {
    const commune = await aCommune(database)
    await load(commune, 'list.csv', list)
    const register = async () => [
      await database.kysely.selectFrom('householdVersion').selectAll().orderBy('id').execute(),
      await database.kysely.selectFrom('household').selectAll().orderBy('id').execute(),
      await database.kysely.selectFrom('auditEntry').select('seq').execute(),
    ]
    const before = await register()
    await load(commune, 'list.csv', list, { mode: 'withChanges', from: '2022-06-01' })
    expect(await register()).toEqual(before)
  })

  test('of a household that moved away or left is shown, not taken', async ({ database }) => {
    const commune = await aCommune(database)
    const two = 'Mã hộ,Họ tên,Bản\nH1,Lò Văn Toản,Trên\nH2,Cầm Thị Bình,Trên\n'
    await load(commune, 'two.csv', two)
    const { rows } = await must(ask(commune.world, commune.officer, 'household.list', { unitId: commune.communeId, search: '' }))
    const [binh = '', toan = ''] = rows.map(row => row.householdId)
    const move = {
      id: randomUUID(),
      householdId: toan,
      revision: 0,
      areaUnitId: commune.lowerId,
      address: '',
      on: '2022-03-01',
      reason: '',
    }
    await must(send(commune.world, commune.officer, 'household.move', move))
    await must(
      send(commune.world, commune.officer, 'household.end', { householdId: binh, revision: 0, on: '2022-03-01', cause: 'dissolved' }),
    )
    const { aside } = await load(commune, 'two.csv', two, { mode: 'withChanges', from: '2022-06-01' })
    expect(aside.map(({ reason }) => reason.slice(0, 20))).toEqual(['đã chuyển đến nơi kh', 'đã ra khỏi sổ: ghi l'])
  })

  test('remembers how a sender called the columns', async ({ database }) => {
    const commune = await aCommune(database)
    const file = await written('odd.csv', 'Đại diện,Nơi\nLò Văn Toản,Trên\n')
    const wanted = { file, unitId: commune.communeId, sender: 'Trưởng bản' }
    expect(await lookAt(commune, wanted)).toMatchObject({ missing: ['headName', 'area'] })
    const look = await lookAt(commune, wanted)
    const done = await load(commune, 'odd.csv', undefined, { known: { ...look, mapping: ['headName', 'area'] }, sender: 'Trưởng bản' })
    expect(done.so).toMatchObject({ added: 1 })
    expect(await lookAt(commune, wanted)).toMatchObject({ mapping: ['headName', 'area'], missing: [] })
    expect(await lookAt(commune, { ...wanted, sender: 'ai khác' })).toMatchObject({ missing: ['headName', 'area'] })
  })

  test('in an old font is told before it is converted', async ({ database }) => {
    const commune = await aCommune(database)
    const bytes = Buffer.from('Hä tªn chñ hé;B¶n\r\nLß V¨n To¶n;Trªn\r\n', 'latin1')
    const file = await written('old.csv', bytes)
    const look = await lookAt(commune, { file, unitId: commune.communeId, sender: '' })
    expect(look).toMatchObject({ encoding: 'tcvn3', samples: [['Lò Văn Toản', 'Trên']] })
    await load(commune, 'old.csv', bytes)
    expect(await rowsOf(commune)).toEqual(['Lò Văn Toản null null'])
  })

  test('is not for those who do not keep that register', async ({ database }) => {
    const commune = await aCommune(database)
    const file = await written('list.csv', list)
    const elsewhere = someone('officer', [commune.elsewhereId, commune.provinceId])
    for (const actor of [elsewhere, commune.reader, commune.leader])
      expect(await lookAtHouseholdList(commune.world, actor, { file, unitId: commune.communeId, sender: '' })).toMatchObject({
        code: 'account.not-allowed',
      })
  })

  test.for([
    ['a file that only looks like a workbook', 'broken.xlsx', Buffer.from('PK\u0003\u0004 không phải', 'latin1'), 'tệp hỏng'],
    ['an old workbook', 'old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'lưu lại thành .xlsx'],
    ['a table whose quotes never close', 'quote.csv', Buffer.from('Họ tên,Bản\n"Lò Văn,Trên\n'), 'dấu nháy kép'],
  ] as const)('%s is refused in words', async ([, name, bytes, words], { database }) => {
    const commune = await aCommune(database)
    const file = await written(name, bytes)
    const answer = await lookAtHouseholdList(commune.world, commune.officer, { file, unitId: commune.communeId, sender: '' })
    expect(answer).toMatchObject({ code: 'household.bad-list', details: { reason: expect.stringContaining(words) } })
  })
})

describe('a workbook', () => {
  const names = Array.from({ length: 6000 }, (_, i) => `Nguyễn Thị Ửng Đường Quỳnh ${'ằẳẵặ'.repeat(i % 7)} ${i}`)

  test.for(['shared', 'inline'] as const)('with %s strings is read to the last mark of every letter', async stringMode => {
    const bytes = await writeXlsx({ sheets: [{ name: 'Hộ', rows: names.map((name, i) => [name, i]) }], stringMode })
    const file = await written(`${stringMode}.xlsx`, bytes)
    const read: string[] = []
    for await (const { cells } of readSheet(file)) read.push(cells[0] ?? '')
    expect(read).toEqual(names)
  })

  test('is taken as a list is', async ({ database }) => {
    const commune = await aCommune(database)
    const rows = [
      ['Họ tên chủ hộ', 'Bản', 'Khẩu'],
      ['Lò Văn Toản', 'Trên', 4],
      ['Cầm Thị Bình', 'Dưới', null],
    ]
    const { so } = await load(commune, 'list.xlsx', await writeXlsx({ sheets: [{ name: 'Hộ', rows }] }))
    expect(so).toEqual({ ...noRows, read: 2, added: 2 })
  })
})

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, content)
  return file
}

function lookAt(commune: Commune, wanted: { file: string; unitId: string; sender: string }) {
  return must(lookAtHouseholdList(commune.world, commune.officer, wanted))
}

async function load(
  commune: Commune,
  name: string,
  content?: string | Uint8Array,
  {
    known,
    sender = '',
    mode = 'addOnly',
    from = '2022-01-01',
  }: { known?: Awaited<ReturnType<typeof lookAt>>; sender?: string; mode?: TakingMode; from?: string } = {},
) {
  const file = content === undefined ? join(folder, name) : await written(name, content)
  const look = known ?? (await lookAt(commune, { file, unitId: commune.communeId, sender }))
  const aside: AsideRow[] = []
  const so = await must(
    importHouseholds(
      commune.world,
      commune.officer,
      { ...look, file, unitId: commune.communeId, sender, from: plainDate(from), mode, kept: noRows },
      { keep: async () => {}, goOn: batch => aside.push(...batch.aside) >= 0 },
    ),
  )
  return { so, aside }
}

async function rowsOf(commune: Commune): Promise<string[]> {
  const view = await must(ask(commune.world, commune.officer, 'household.list', { unitId: commune.communeId, search: '' }))
  return view.rows.map(row => `${row.headName} ${row.memberCount} ${row.poverty}`)
}
