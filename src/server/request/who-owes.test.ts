import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type AskedProvince, askedProvince, figure, handIn } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, givenUnit, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

// Who owes an answer: all of a level, those that are named, through districts where there are any; and who was forgotten.

const test = databaseTest.extend('here', async ({ database }) => askedProvince(worldOn(database)))

test('only the named villages are asked, and each level above counts only them', async ({ here }) => {
  const [first, , third] = here.villages
  const id = await asked(here, { asked: [{ level: 'area', dueOn: '2025-06-17', unitIds: [first, third] }] })
  expect(await view(here, id)).toMatchObject({ owing: { area: 2 }, asked: [{ unitIds: [first, third] }] })
  const board = await must(ask(here.world, here.officer, 'request.board', { id }))
  expect(board.rows.map(({ unitId }) => unitId)).toEqual(expect.arrayContaining([first, third]))
  const [commune] = here.communes
  const wrong = { ...here.asked, id: randomUUID(), asked: [{ level: 'area' as const, dueOn: '2025-06-17', unitIds: [first, commune] }] }
  await must(send(here.world, here.officer, 'request.open', wrong))
  expect(await send(here.world, here.officer, 'request.send', { id: wrong.id, revision: 0 })).toMatchObject({
    code: 'request.unit-outside',
  })
})

test('a unit that was forgotten owes from the day it is added, is told so, and is counted as missing above', async ({ here }) => {
  const [first, second, third] = here.villages
  const levels = [{ level: 'area' as const, dueOn: '2025-06-17', unitIds: [first, third] }, here.asked.asked[1] ?? never()]
  const id = await asked(here, { asked: levels })
  const request = { ...here, request: id }
  await handIn(request, 0, 120)
  expect(await figure(request, here.communes[0])).toMatchObject({ values: [{ count: 120 }], coverage: { of: 1, whole: 1 } })
  const add = (unitId: string, dueOn = '2025-06-19') => send(here.world, here.officer, 'request.addUnit', { id, unitId, dueOn })
  expect(await add(second, '2025-06-14')).toMatchObject({ code: 'request.due-before-cutoff' })
  await must(add(second))
  expect(await figure(request, here.communes[0])).toMatchObject({
    values: [{ count: 120 }],
    source: 'partly',
    coverage: { of: 2, whole: 1 },
  })
  const [line] = (await must(ask(here.world, here.officer, 'request.list', { unitId: second }))).filter(each => each.id === id)
  expect(line?.owed).toMatchObject({ dueOn: '2025-06-19', standing: 'notYet' })
  expect(await add(second)).toMatchObject({ code: 'request.owes-already' })
  expect(await add(here.province)).toMatchObject({ code: 'request.unit-outside' })
  await handIn(request, 1, 80)
  expect(await figure(request, here.province)).toMatchObject({ values: [{ count: 200 }] })
})

test('the board of a day before it was asked does not count it, and the change it makes is named above', async ({ here }) => {
  const [first, second, third] = here.villages
  const levels = [{ level: 'area' as const, dueOn: '2025-06-17', unitIds: [first, third] }, here.asked.asked[1] ?? never()]
  const id = await asked(here, { asked: levels })
  await handIn({ ...here, request: id }, 0, 120)
  const later = { ...here.world, workingDay: plainDate('2025-06-18') }
  const areasOn = async (on: string) => {
    const { byLevel } = await must(ask(later, here.officer, 'request.board', { id, on }))
    return byLevel.find(({ level }) => level === 'area')?.counts
  }
  await must(send(later, here.officer, 'request.addUnit', { id, unitId: second, dueOn: '2025-06-19' }))
  expect(await areasOn('2025-06-16')).toMatchObject({ of: 2, handedIn: 1, notYet: 1 })
  expect(await areasOn('2025-06-17')).toMatchObject({ of: 2, handedIn: 1 })
  expect(await areasOn('2025-06-18')).toMatchObject({ of: 3, handedIn: 1, overdue: 1, notYet: 1 })
  const since = { requestId: id, unitId: here.province, sinceDay: '2025-06-17' }
  expect((await must(ask(later, here.officer, 'figure.changes', since))).returns).toEqual([
    { unitId: second, unitName: 'Bản 2', kind: 'asked', words: 'Bản 2: được hỏi thêm, chưa có báo cáo.' },
  ])
})

test('what a commune added up by itself stands again once one of its villages is asked that nobody had asked', async ({ here }) => {
  const [first, second, third] = here.villages
  const [commune] = here.communes
  const levels = [{ level: 'area' as const, dueOn: '2025-06-17', unitIds: [first, third] }, here.asked.asked[1] ?? never()]
  const id = await asked(here, { asked: levels })
  const request = { ...here, request: id }
  const told = { requestId: id, unitId: commune }
  await must(send(here.world, here.officer, 'return.save', { ...told, content: familiesTold(310, 200), revision: 0 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...told, revision: 1, reason: '' }))
  await handIn(request, 0, 120)
  expect(await figure(request, commune)).toMatchObject({ values: [{ count: 120 }], source: 'below' })
  await must(send(here.world, here.officer, 'request.addUnit', { id, unitId: second, dueOn: '2025-06-19' }))
  expect(await figure(request, commune)).toMatchObject({ values: [{ count: 310 }] })
  const changes = await must(ask(here.world, here.officer, 'figure.changes', { requestId: id, unitId: commune, since: 2 }))
  expect(changes.figures.find(({ code }) => code === 'family.total')).toMatchObject({ before: '120', after: '310', becauseOf: ['Bản 2'] })
})

test('it owes by a day to come, and before whoever adds it up hands in', async ({ here }) => {
  const [first, second, third] = here.villages
  const levels = [{ level: 'area' as const, dueOn: '2025-06-17', unitIds: [first, third] }, here.asked.asked[1] ?? never()]
  const id = await asked(here, { asked: levels })
  const later = { ...here.world, workingDay: plainDate('2025-06-18') }
  const add = (dueOn: string, world = later) => send(world, here.officer, 'request.addUnit', { id, unitId: second, dueOn })
  expect(await add('2025-06-17')).toMatchObject({ code: 'request.due-over' })
  expect(await add('2025-06-20')).toMatchObject({ code: 'request.lower-due-later' })
  await must(add('2025-06-24', { ...here.world, workingDay: plainDate('2025-06-23') }))
})

test('only units that were forgotten are offered: of a level that was asked, and not above somebody who hands in', async ({ here }) => {
  const [first, second, third] = here.villages
  const [commune, other] = here.communes
  const only = async (villages: string[]) => {
    const levels = [
      { level: 'area' as const, dueOn: '2025-06-17', unitIds: villages },
      { level: 'commune' as const, dueOn: '2025-06-19', unitIds: [commune] },
    ]
    return asked(here, { asked: levels })
  }
  const offered = async (id: string, search = '') => must(ask(here.world, here.officer, 'request.addable', { id, search }))
  const id = await only([first])
  expect((await offered(id)).map(({ unitId }) => unitId)).toEqual([other, second, third])
  expect((await offered(await only([first, third]))).map(({ unitId }) => unitId)).toEqual([second])
  expect(await offered(id, 'ban 2')).toEqual([{ unitId: second, unitName: 'Bản 2', level: 'area', dueOn: '2025-06-17', placeName: 'Xã 1' }])
})

test('nobody is put between those who were asked and where they hand in', async ({ here }) => {
  const [commune, other] = here.communes
  const levels = [here.asked.asked[0] ?? never(), { level: 'commune' as const, dueOn: '2025-06-19', unitIds: [other] }]
  const id = await asked(here, { asked: levels })
  expect(await send(here.world, here.officer, 'request.addUnit', { id, unitId: commune, dueOn: '2025-06-20' })).toMatchObject({
    code: 'request.below-hands-in-past-it',
  })
})

test('before 1 July 2025 communes hand in to their district, which adds them up for the province', async ({ here }) => {
  const tx = here.world.database.kysely
  const district = await givenUnit(tx, { name: 'Huyện Minh Họa', kind: 'district', parentUnitId: here.province })
  const commune = await givenUnit(tx, { name: 'Xã Ba', kind: 'commune', parentUnitId: district })
  const levels = [
    { level: 'commune' as const, dueOn: '2025-06-17' },
    { level: 'district' as const, dueOn: '2025-06-19' },
  ]
  const id = await asked(here, { asked: levels })
  const owed = { requestId: id, unitId: commune }
  await must(send(here.world, here.officer, 'return.save', { ...owed, content: familiesTold(310, 200), revision: 0 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...owed, revision: 1, reason: '' }))
  const request = { ...here, request: id }
  expect(await figure(request, district)).toMatchObject({ values: [{ count: 310 }], coverage: { of: 1, whole: 1 } })
  expect(await figure(request, here.province)).toMatchObject({ values: [{ count: 310 }], coverage: { of: 3, whole: 1 } })
  const table = await must(ask(here.world, here.officer, 'figure.table', { requestId: id, unitId: here.province }))
  expect(table.coverage.map(({ level, of, handedIn }) => [level, of, handedIn])).toEqual([
    ['commune', 3, 1],
    ['district', 1, 0],
  ])
})

async function asked({ world, officer, asked: told }: AskedProvince, other: Partial<BodyInput<'request.open'>>): Promise<string> {
  const id = randomUUID()
  await must(send(world, officer, 'request.open', { ...told, title: 'Hỏi một số nơi', ...other, id }))
  await must(send(world, officer, 'request.send', { id, revision: 0 }))
  return id
}

async function view({ world, officer }: AskedProvince, id: string) {
  return must(ask(world, officer, 'request.one', { id }))
}

function never(): never {
  throw new Error('the fixture asks villages and communes')
}
