import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { SearchHit } from '#contract/search.ts'
import type { Actor } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { searchKey } from '#domain/kit/text.ts'
import { test } from '../../../test/database.ts'
import { activityBody, ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { documentBody, type Office, versionBody } from '../../../test/office.ts'
import { aTask } from '../../../test/planning.ts'
import { toDateRange } from '../db/values.ts'

test('a part of anything is found without diacritics, in any order of words, with what it is and where', async ({ database }) => {
  const planned = await aTask(database)
  await anActivity(planned, planned.firstId, 'Hội thi tiếng hát Tây Bắc')
  await aPerson(planned, 'Quàng Văn Thử')
  const look = (text: string) => found(planned, planned.officer, text)

  expect(await look('tay bac')).toMatchObject([{ kind: 'activity', title: 'Hội thi tiếng hát Tây Bắc', unitName: 'Phòng Một' }])
  expect(await look('binh xet giam sat')).toMatchObject([{ kind: 'task', title: 'Giám sát bình xét', insideId: planned.planId }])
  expect(await look('phòng hai')).toMatchObject([{ kind: 'unit', id: planned.secondId, title: 'Phòng Hai', on: null }])
  expect(await look('quang thu')).toMatchObject([
    { kind: 'person', title: 'Quàng Văn Thử', about: 'Chánh Văn phòng', insideId: planned.officeId },
  ])
  expect((await look('17/kh-vpub')).map(hit => hit.kind)).toEqual(['document', 'plan']) // the plan is known by its document, too
  expect(await look('không có chữ này')).toEqual([])
})

test('the document whose number was typed comes before those that only begin with it or mention it', async ({ database }) => {
  const planned = await aTask(database)
  for (const [code, issuedOn] of [
    ['41/KH-UBND', '2022-02-10'],
    ['141/KH-UBND', '2022-03-10'],
    ['41/KH-UBNDTP', '2022-04-10'],
  ] as const)
    await aDocument(planned, planned.officeId, { code, issuedOn })
  const codes = (await found(planned, planned.officer, '41/KH-UBND')).map(hit => hit.title)
  expect(codes).toEqual(['41/KH-UBND', '41/KH-UBNDTP', '141/KH-UBND'])
})

test('what the unit looked at has comes first', async ({ database }) => {
  const planned = await aTask(database)
  await anActivity(planned, planned.firstId, 'Ngày hội đoàn kết')
  await anActivity(planned, planned.secondId, 'Ngày hội đoàn kết')
  const names = async (unitId: string) => (await found(planned, planned.officer, 'ngay hoi', unitId)).map(hit => hit.unitName)
  expect(await names(planned.firstId)).toEqual(['Phòng Một', 'Phòng Hai'])
  expect(await names(planned.secondId)).toEqual(['Phòng Hai', 'Phòng Một'])
})

test('of many of one word the newest are shown, after those that begin with what was typed', async ({ database, tx }) => {
  const planned = await aTask(database)
  for (const day of ['01', '02', '03', '04', '05', '06', '07', '08', '09'])
    await anActivity(planned, planned.firstId, `Chung kết giải ngày ${day}`)
  await anActivity(planned, planned.secondId, 'Giải việt dã')
  await sql`update activity set starts_on = '2022-01-01'::date + row.number, ends_on = '2022-03-01'
    from (select id, row_number() over (order by name)::integer as number from activity) as row where row.id = activity.id`.execute(tx)
  const names = (await found(planned, planned.officer, 'giải', planned.firstId)).map(hit => hit.title)
  expect(names).toHaveLength(8)
  expect(names.slice(0, 3)).toEqual(['Giải việt dã', 'Chung kết giải ngày 09', 'Chung kết giải ngày 08'])
})

test('a unit that was renamed is found by its old name, one that ended says since when', async ({ database, tx }) => {
  const planned = await aTask(database)
  const endedId = await givenUnit(tx, { name: 'Xã Chiềng Ngần', parentUnitId: planned.provinceId })
  await tx.updateTable('orgUnitVersion').set({ valid: '[2010-01-01,2022-03-01)' }).where('unitId', '=', endedId).execute()
  const province = someone('viewer', [planned.provinceId])
  expect(await found(planned, province, 'chieng ngan', planned.provinceId)).toMatchObject([
    { kind: 'unit', id: endedId, title: 'Xã Chiềng Ngần', on: '2022-03-01' },
  ])
  await tx.updateTable('orgUnitVersion').set({ valid: '(,2022-05-01)' }).where('unitId', '=', planned.firstId).execute()
  const renamed = versionBody(planned.firstId, planned.officeId, { name: 'Phòng Nội chính', valid: { from: '2022-05-01', until: null } })
  await must(send(planned.world, planned.admin, 'org.addVersion', renamed))
  expect(await found(planned, planned.officer, 'phong mot')).toMatchObject([{ id: planned.firstId, title: 'Phòng Nội chính', on: null }])
})

describe('rights', () => {
  test('somebody of another office finds nothing of this one, and may not look from it', async ({ database }) => {
    const planned = await aTask(database)
    await anActivity(planned, planned.firstId, 'Giám sát minh họa')
    await aPerson(planned, 'Quàng Văn Giám Sát')
    const stranger = someone('admin', [planned.strangerId])
    for (const text of ['giam sat', '17/KH-VPUB', 'phong', 'van phong minh hoa', 'quang van'])
      expect(await found(planned, stranger, text, planned.strangerId)).toEqual([])
    const outcome = await ask(planned.world, stranger, 'search.everywhere', { unitId: planned.officeId, text: 'giám sát' })
    expect(outcome).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })

  test('a department finds what is its own and what stands above it, not what its sister has', async ({ database }) => {
    const planned = await aTask(database)
    await anActivity(planned, planned.firstId, 'Sinh hoạt chi bộ một')
    await anActivity(planned, planned.thirdId, 'Sinh hoạt chi bộ ba')
    await aDocument(planned, planned.thirdId, { code: '03/KH-PB', subject: 'Kế hoạch riêng của phòng' })
    const third = someone('viewer', [planned.thirdId, planned.officeId, planned.provinceId])
    const look = async (text: string) => (await found(planned, third, text, planned.thirdId)).map(hit => hit.title)
    expect(await look('sinh hoat chi bo')).toEqual(['Sinh hoạt chi bộ ba'])
    expect(await look('17/KH-VPUB')).toContain('17/KH-VPUB')
    const first = someone('viewer', [planned.firstId, planned.officeId, planned.provinceId])
    expect(await found(planned, first, 'ke hoach rieng', planned.firstId)).toEqual([])
  })

  test('a unit that was given a task by someone else finds the plan and the task', async ({ database, tx }) => {
    const planned = await aTask(database)
    await tx.updateTable('assignment').set({ unitId: planned.strangerId }).where('unitId', '=', planned.secondId).execute()
    const stranger = someone('officer', [planned.strangerId])
    expect((await found(planned, stranger, 'giám sát', planned.strangerId)).map(hit => hit.kind)).toEqual(['task'])
    expect((await found(planned, stranger, 'phong trao nam 2022', planned.strangerId)).map(hit => hit.kind)).toEqual(['plan'])
  })

  test('whatever is found opens', async ({ database }) => {
    const planned = await aTask(database)
    await anActivity(planned, planned.firstId, 'Phòng Một giám sát')
    for (const actor of [
      planned.officer,
      someone('viewer', [planned.firstId, planned.officeId, planned.provinceId], { withSubtree: false }),
    ])
      for (const hit of await found(planned, actor, 'ph', planned.officeId))
        expect([hit, await opens(planned, actor, hit)]).toEqual([hit, true])
  })
})

test('the database reads a text without diacritics exactly as the rule does', async ({ tx }) => {
  const words = fc.string({ unit: fc.constantFrom(...Array.from('aăâÂđĐêôƠưẠẤỹỲ Ịß\t\n\u0301\u00a0.%_\\ZQ9')), maxLength: 30 })
  const samples = [...fc.sample(words, 200), 'Quyết định số 22/QĐ-TTg ngày 14/6/2022 “Đổi mới”', 'Ban Chỉ đạo  Phong trào'.normalize('NFD')]
  const { rows } = await sql<{ key: string }>`
    select search_key(word) as key from unnest(${samples}::text[]) with ordinality as t(word, place) order by place`.execute(tx)
  expect(rows.map(row => row.key)).toEqual(samples.map(searchKey))
})

async function found(office: Office, actor: Actor, text: string, unitId = office.officeId): Promise<readonly SearchHit[]> {
  return must(ask(office.world, actor, 'search.everywhere', { unitId, text }))
}

async function opens({ world }: Office, actor: Actor, { kind, id, insideId }: SearchHit): Promise<boolean> {
  switch (kind) {
    case 'document':
      return (await ask(world, actor, 'document.one', { id })).ok
    case 'activity':
      return (await ask(world, actor, 'activity.one', { id })).ok
    case 'report':
      return (await ask(world, actor, 'report.one', { id })).ok
    case 'plan':
    case 'task':
      return (await ask(world, actor, 'plan.one', { id: insideId ?? id })).ok
    case 'unit':
    case 'person':
      return (await ask(world, actor, 'org.unit', { unitId: insideId ?? id })).ok
  }
}

async function anActivity(office: Office, hostUnitId: string, name: string): Promise<void> {
  await must(send(office.world, office.officer, 'activity.record', activityBody(hostUnitId, { name, place: '', narrative: '' })))
}

async function aDocument(office: Office, ownerUnitId: string, changes: Parameters<typeof documentBody>[1]): Promise<void> {
  await must(send(office.world, office.officer, 'document.register', documentBody(ownerUnitId, changes)))
}

async function aPerson(office: Office, fullName: string): Promise<void> {
  const tx = office.world.database.kysely
  const positionId = randomUUID()
  await tx.insertInto('position').values({ id: positionId, unitId: office.officeId, name: 'Chánh Văn phòng', rank: 'head' }).execute()
  const appointment = { id: randomUUID(), positionId, fullName, accountId: null, valid: toDateRange(always), basis: 'minh họa' }
  await tx.insertInto('appointment').values(appointment).execute()
}
