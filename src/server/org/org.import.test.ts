import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { inForce } from '#domain/calendar/date-range.ts'
import { addDays, type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { type OrgUnitKind, type OrgUnitVersion, treeOn } from '#domain/org/org-unit.ts'
import { test } from '../../../test/database.ts'
import { givenUnit, someone, worldOn } from '../../../test/factories.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'
import type { World } from '../world.ts'
import { importUnits } from './org.import.ts'
import { listSuccessions, listVersions } from './org.store.ts'

const sonLa = readFileSync(new URL('../demo/sonla-units.csv', import.meta.url), 'utf8')
const header = 'code,name,type,parent_code,valid_from,valid_to,predecessors,source'
const terminal: Actor = { ...someone('admin', []), grants: [] }

test('the list the manual shows is taken as it stands', async ({ database }) => {
  const manual = readFileSync(new URL('../../../docs/manual/quan-tri.md', import.meta.url), 'utf8')
  const shown = manual.slice(manual.indexOf(header)).split('```')[0] ?? ''
  expect(await importUnits(worldOn(database), terminal, shown)).toMatchObject({ ok: true, value: { units: 3, added: 3 } })
})

test('the list of a whole country hangs its provinces under one top', async ({ database }) => {
  const list = [header, 'VN,Việt Nam,cả nước,,,,,minh họa', '14,Sơn La,tỉnh,VN,,,,minh họa', '15,Yên Bái,tỉnh,VN,,,,minh họa'].join('\n')
  expect(await importUnits(worldOn(database), terminal, list)).toMatchObject({ ok: true, value: { units: 3 } })
  const rows = await database.kysely.selectFrom('orgUnitVersion').select(['unitId', 'parentUnitId', 'calledInText']).execute()
  const [top, ...others] = rows.filter(({ parentUnitId }) => parentUnitId === null)
  expect([top?.calledInText, others]).toEqual(['cả nước', []])
  const below = rows.filter(({ parentUnitId }) => parentUnitId === top?.unitId).map(({ calledInText }) => calledInText)
  expect(below.toSorted()).toEqual(['tỉnh Sơn La', 'tỉnh Yên Bái'])
})

describe('the units of Sơn La', () => {
  test('load all 308 versions, and once only', async ({ database }) => {
    const { world } = await withSonLa(database)
    const before = await countRows(database.kysely)
    expect(before).toMatchObject({ versions: 308, units: 298, entries: 1 })
    expect(await importUnits(world, terminal, sonLa)).toMatchObject({ ok: true, value: { versions: 308, units: 298, added: 0 } })
    expect(await countRows(database.kysely)).toEqual(before)
    expect(await verifyChain(database.kysely)).toMatchObject({ isWhole: true })
  })

  test.for<readonly [string, Partial<Record<OrgUnitKind, number>>]>([
    ['2022-06-14', { city: 1, district: 11, commune: 188, ward: 7, township: 9 }],
    ['2025-01-31', { city: 1, district: 11, commune: 188, ward: 7, township: 9 }],
    ['2025-02-01', { city: 1, districtTown: 1, district: 10, commune: 177, ward: 15, township: 8 }],
    ['2025-06-30', { city: 1, districtTown: 1, district: 10, commune: 177, ward: 15, township: 8 }],
    ['2025-07-01', { commune: 67, ward: 8 }],
  ])('on %s are those the resolutions count', async ([on, expected], { database }) => {
    const { versions } = await withSonLa(database)
    const { versionOf, childrenOf } = treeOn(versions, plainDate(on))
    const counted: Partial<Record<OrgUnitKind, number>> = {}
    for (const { kind } of versionOf.values()) counted[kind] = (counted[kind] ?? 0) + 1
    expect(counted).toEqual({ province: 1, ...expected })
    const [province] = childrenOf.get(null) ?? []
    expect(childrenOf.get(province?.unitId ?? '')).toHaveLength(on < '2025-07-01' ? 12 : 75)
  })

  test('have at most one version a day each, under a unit in force that day', async ({ database }) => {
    const { versions } = await withSonLa(database)
    const byUnit = Map.groupBy(versions, version => version.unitId)
    for (const on of edgesOf(versions)) {
      const standing = versions.filter(version => inForce([version], on))
      expect(new Set(standing.map(version => version.unitId)).size).toBe(standing.length)
      const orphans = standing.filter(({ parentUnitId }) => parentUnitId !== null && !inForce(byUnit.get(parentUnitId) ?? [], on))
      expect(orphans).toEqual([])
    }
  })

  test('keep apart what bears one name, or names that differ by a mark only', async ({ database }) => {
    const { named } = await withSonLa(database)
    const chiengChung = named('Chiềng Chung', '2025-02-01')
    expect(new Set(chiengChung.map(version => version.unitId)).size).toBe(2)
    for (const [a, b] of [
      ['Chiềng An', 'Chiềng Ân'],
      ['Chiềng Dong', 'Chiềng Đông'],
      ['Chiềng Hắc', 'Chiềng Hặc'],
      ['Chiềng On', 'Chiềng Ơn'],
      ['Mường Bang', 'Mường Bằng'],
      ['Mường Sai', 'Mường Sại'],
    ] as const) {
      const [one] = named(a, '2022-06-14')
      const [other] = named(b, '2022-06-14')
      expect([one?.name, other?.name]).toEqual([a, b])
      expect(one?.unitId).not.toBe(other?.unitId)
    }
    expect(
      named('Hát Lót', '2022-06-14')
        .map(version => version.kind)
        .toSorted(),
    ).toEqual(['commune', 'township'])
  })

  test('are other units after a merger, although code 03985 and its name stay', async ({ database, tx }) => {
    const { named } = await withSonLa(database)
    const [before] = named('Chiềng Sơn', '2025-06-30')
    const [after] = named('Chiềng Sơn', '2025-07-01')
    expect([before?.code, after?.code]).toEqual(['03985', '03985'])
    expect(before?.unitId).not.toBe(after?.unitId)
    const [chiengXuan] = named('Chiềng Xuân', '2022-06-14')
    expect(await listSuccessions(tx, [chiengXuan?.unitId ?? ''])).toEqual([
      { fromUnitId: chiengXuan?.unitId, toUnitId: after?.unitId, on: '2025-07-01', extent: 'whole', isVerified: true, basis: null },
    ])
  })

  test.for(['Mường Lạn', 'Phiêng Khoài', 'Suối Tọ', 'Ngọc Chiến', 'Tân Yên', 'Mường Bám', 'Mường Lèo'])(
    '%s, left as it was in 2025, is the same unit',
    async (name, { database }) => {
      const { named } = await withSonLa(database)
      const [before] = named(name, '2025-06-30')
      const [after] = named(name, '2025-07-01')
      expect(after?.unitId).toBe(before?.unitId)
      expect(after?.parentUnitId).not.toBe(before?.parentUnitId)
    },
  )

  test('never share a name and an identity where the code went to another seat', async ({ database }) => {
    const { named } = await withSonLa(database)
    for (const name of [
      'Tô Hiệu',
      'Chiềng An',
      'Mường Chiên',
      'Mường Sại',
      'Chiềng La',
      'Nậm Lầu',
      'Xím Vàng',
      'Tạ Khoa',
      'Chiềng Sại',
      'Mường Bang',
      'Tà Hộc',
    ]) {
      const [before] = named(name, '2025-06-30')
      const [after] = named(name, '2025-07-01')
      expect(before?.code).not.toBe(after?.code)
      expect(before?.unitId).not.toBe(after?.unitId)
    }
  })

  test('know that Tô Hiệu is a person, so that its documents say Phường Tô Hiệu', async ({ database }) => {
    const { versions } = await withSonLa(database)
    const ofPeople = versions.filter(version => version.namedAfterPerson)
    expect(ofPeople.map(version => version.calledInText)).toEqual(['phường Tô Hiệu', 'phường Tô Hiệu'])
  })

  test('mark what is only inferred: the split of the Mộc Châu farm town is not verified', async ({ database, tx }) => {
    const { named } = await withSonLa(database)
    const [farm] = named('Nông trường Mộc Châu', '2022-06-14')
    const successions = await listSuccessions(tx, [farm?.unitId ?? ''])
    expect(successions.map(({ extent }) => extent)).toEqual(Array(successions.length).fill('part'))
    expect(successions.filter(({ isVerified }) => isVerified)).toHaveLength(1)
  })
})

describe('a file with mistakes', () => {
  test.for([
    ['nothing', '', 1, 'tên cột'],
    ['other columns', 'code,name\n1,A\n', 1, 'tên cột'],
    ['no rows', `${header}\n`, 2, 'không có dòng nào'],
    ['a row cut short', `${header}\n1,A,xã\n`, 2, 'phải đủ 8 cột'],
    ['no code', `${header}\n,A,xã,,,,,nguồn\n`, 2, 'mã đơn vị trống'],
    ['no name', `${header}\n1,  ,xã,,,,,nguồn\n`, 2, 'thiếu tên đơn vị'],
    ['a name of 201 letters', `${header}\n1,${'ơ'.repeat(201)},xã,,,,,nguồn\n`, 2, 'dài quá 200'],
    ['a kind nobody has', `${header}\n1,A,quận,,,,,nguồn\n`, 2, 'loại đơn vị “quận”'],
    ['a day that does not exist', `${header}\n1,A,xã,,2025-02-29,,,nguồn\n`, 2, 'ngày đầu “2025-02-29”'],
    ['days in the wrong order', `${header}\n1,A,xã,,2025-07-02,2025-06-30,,nguồn\n`, 2, 'ngày cuối trước ngày đầu'],
    ['a quote left open', `${header}\n1,"A,xã,,,,,nguồn\n`, 2, 'nháy kép'],
    ['an unknown parent', `${header}\n1,A,xã,99,,,,nguồn\n`, 2, 'mã 99 không có'],
    ['a bad predecessor', `${header}\n1,A,xã,,2025-07-01,,a b,nguồn\n`, 2, 'tiền thân'],
  ] as const)('refuses %s, naming line and reason', async ([, text, line, reason], { database }) => {
    const answer = await importUnits(worldOn(database), terminal, text)
    expect(answer).toMatchObject({ ok: false, code: 'org.bad-file', details: { line } })
    expect(answer.ok ? '' : answer.details['reason']).toContain(reason)
  })

  test('names every bad row and takes none of the good ones', async ({ database }) => {
    const text = `${header}\n14,Sơn La,tỉnh,,,,,nguồn\n1,A,quận,14,,,,nguồn\n\n2,"B\nhai dòng",xã,14,,,,nguồn\n3,C,xã,14,hôm qua,,,nguồn\n`
    const answer = await importUnits(worldOn(database), terminal, text)
    expect(answer).toMatchObject({ ok: false, rows: [{ line: 3 }, { line: 5 }, { line: 7 }] })
    expect(await countRows(database.kysely)).toEqual({ versions: 0, units: 0, entries: 0 })
  })

  test('refuses a code that a unit entered by hand bears', async ({ database, tx }) => {
    const unitId = await givenUnit(tx, { name: 'Xã nhập tay', kind: 'commune' })
    await tx.updateTable('orgUnitVersion').set({ code: '04056' }).where('unitId', '=', unitId).execute()
    expect(await importUnits(worldOn(database), terminal, sonLa)).toMatchObject({
      ok: false,
      code: 'org.bad-file',
      rows: [{ reason: expect.stringContaining('Xã nhập tay') }],
    })
  })

  test('refuses a line that contradicts one imported before, but lets an open version end', async ({ database }) => {
    const world = worldOn(database)
    await importUnits(world, terminal, provinceList('Sơn La', ''))
    expect(await importUnits(world, terminal, provinceList('Sơn Lá', ''))).toMatchObject({ ok: false, details: { line: 2 } })
    expect(await importUnits(world, terminal, provinceList('Sơn La', '2030-12-31'))).toMatchObject({ ok: true, value: { added: 1 } })
    expect(await importUnits(world, terminal, provinceList('Sơn La', '2031-12-31'))).toMatchObject({ ok: false, details: { line: 2 } })
  })

  test('reads quotes, commas inside them and a byte order mark as spreadsheets write them', async ({ database }) => {
    const text = `\uFEFF${header}\r\n14,"Sơn La",tỉnh,,,,,"NQ 1681, ""điều 1"""\r\n`
    expect(await importUnits(worldOn(database), terminal, text)).toMatchObject({ ok: true, value: { versions: 1 } })
  })
})

async function withSonLa(database: World['database']) {
  const world = worldOn(database)
  expect(await importUnits(world, terminal, sonLa)).toMatchObject({ ok: true, value: { added: expect.any(Number) } })
  const unitIds = (await database.kysely.selectFrom('orgUnit').select('id').execute()).map(unit => unit.id)
  const versions = await listVersions(database.kysely, unitIds)
  const named = (name: string, on: string) =>
    versions.filter(version => version.name === name && inForce([version], plainDate(on)) && version.kind !== 'district')
  return { world, versions, named }
}

function provinceList(name: string, lastDay: string): string {
  return `${header}\n14,${name},tỉnh,,,${lastDay},,nguồn\n`
}

/** Both sides of every day on which anything changes: between them nothing does. */
function edgesOf(versions: readonly OrgUnitVersion[]): PlainDate[] {
  const days = versions.flatMap(({ valid }) => [valid.from, valid.until]).filter(day => day !== null)
  return [...new Set(days.flatMap(day => [addDays(day, -1), day]))]
}

async function countRows(tx: Db): Promise<{ versions: number; units: number; entries: number }> {
  const [versions, units, entries] = await Promise.all([
    tx.selectFrom('orgUnitVersion').select('id').execute(),
    tx.selectFrom('orgUnit').select('id').execute(),
    tx.selectFrom('auditEntry').select('seq').execute(),
  ])
  return { versions: versions.length, units: units.length, entries: entries.length }
}
