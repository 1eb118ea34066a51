import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { sumFigureId } from '#domain/report/sum-figure.ts'
import { type AskedProvince, askedProvince, setDuty } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

// The department of culture asks the communes of its province in its own name: they hand in to it, and it adds up and reports.

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  const sender = await givenUnit(here.world.database.kysely, { name: 'Sở Minh Họa', kind: 'agency', parentUnitId: here.province })
  const other = await givenUnit(here.world.database.kysely, { name: 'Sở Khác', kind: 'agency', parentUnitId: here.province })
  const officer = { ...someone('officer', [sender, here.province]), fullName: 'Quàng Minh Họa' }
  return { ...here, sender, other, desk: officer }
})
type Here = AskedProvince & { readonly sender: string; readonly desk: Actor }

test('communes and the other agencies hand in to the department, which receives, answers and adds up', async ({ here }) => {
  const { world, desk, sender, other, province, communes, villages } = here
  const view = await asked(here)
  expect(view).toMatchObject({
    unitId: sender,
    unitName: 'Sở Minh Họa',
    placeName: 'Tỉnh Minh Họa',
    owing: { area: 3, commune: 2, agency: 1 },
  })
  const board = await must(ask(world, desk, 'request.board', { id: view.id }))
  expect(board.rows.map(({ unitId, toUnitId }) => [unitId, toUnitId])).toEqual(
    expect.arrayContaining([...communes, other].map(unitId => [unitId, sender])),
  )
  for (const [i, unitId] of villages.entries()) await handIn(here, view.id, { unitId, total: 100 + i })
  await handIn(here, view.id, { unitId: communes[0], total: 201 })
  const waiting = await must(ask(world, desk, 'request.waiting', { id: view.id, unitId: sender }))
  expect(waiting.rows.map(({ unitId }) => unitId)).toEqual([communes[0]])
  await must(send(world, desk, 'return.accept', { requestId: view.id, returns: [{ unitId: communes[0], version: 1 }] }))
  const look = { requestId: view.id, unitId: sender }
  const explained = await must(ask(world, desk, 'figure.explain', { ...look, code: 'family.total' }))
  expect(explained.figure).toMatchObject({ words: '303', coverage: { of: 2, whole: 2 } })
  const series = await must(ask(world, desk, 'figure.series', { unitId: sender, code: 'family.total', on: '2025-06-16' }))
  expect(series.unitName).toBe('Tỉnh Minh Họa')
  expect(series.periods).toMatchObject([
    {
      requestId: view.id,
      asItWas: { value: { count: 303 } },
      restated: { unit: { value: { count: 303 } }, reconciliation: { toTotal: { count: 303 } } },
    },
  ])
  expect(await send(world, desk, 'request.open', { ...here.asked, id: randomUUID(), unitId: province })).toMatchObject({
    code: 'account.not-allowed',
  })
})

test('a commune reads what it is asked and in whose stead; the province sees what was asked in its own', async ({ here }) => {
  const { world, communes, province } = here
  const { id } = await asked(here)
  const clerk = someone('officer', [communes[0], province])
  expect(await must(ask(world, clerk, 'request.one', { id }))).toMatchObject({ unitName: 'Sở Minh Họa', placeName: 'Tỉnh Minh Họa' })
  await must(ask(world, clerk, 'request.form', { id }))
  const boarded = await must(ask(world, here.officer, 'request.board', { id, unitId: province }))
  expect([boarded.unitName, boarded.found]).toEqual(['Sở Minh Họa', 3])
  const asPlace = { requestId: id, unitId: province, code: 'family.total' }
  expect(await must(ask(world, here.officer, 'figure.explain', asPlace))).toMatchObject({ figure: { coverage: { of: 2, whole: 0 } } })
  const lines = await must(ask(world, here.officer, 'request.list', { unitId: province }))
  expect(lines.map(({ unitName }) => unitName)).toContain('Sở Minh Họa')
})

test('nobody asks in the stead of a place it does not stand right below', async ({ here }) => {
  const { world, officer, communes, villages, sender } = here
  const open = (unitId: string, placeUnitId: string) =>
    send(world, officer, 'request.open', { ...here.asked, id: randomUUID(), unitId, placeUnitId })
  for (const [unitId, place] of [
    [sender, communes[0]],
    [communes[0], communes[1]],
    [villages[0], communes[0]],
  ] as const)
    expect(await open(unitId, place)).toMatchObject({ code: 'request.not-its-place' })
})

test('both the department and its province report what came in, each number opening down to the villages', async ({ here }) => {
  const { world, officer, sender, province, villages } = here
  const { id: requestId } = await asked(here)
  for (const [i, unitId] of villages.entries()) await handIn(here, requestId, { unitId, total: 100 + i })
  for (const unitId of [sender, province]) {
    await setDuty(here, unitId)
    const report = await must(send(world, officer, 'report.compose', { id: randomUUID(), unitId, periodName: '2025-H1' }))
    expect(report.report.content.sums).toMatchObject({ requestId })
    const figureId = sumFigureId({ type: 'sum', code: 'family.total' }, sender)
    const explained = await must(ask(world, officer, 'report.explain', { id: report.id, figureId }))
    expect(explained.sum).toMatchObject({ unitName: 'Sở Minh Họa', words: '303 hộ', addedAgain: '303 hộ' })
    expect(explained.sum?.parts).toHaveLength(2)
  }
})

test('its sums are held against what the province itself was told the year before', async ({ here }) => {
  const { world, officer, desk, villages, sender } = here
  const before = { ...here.asked, id: randomUUID(), covers: { from: '2023-12-15', until: '2024-06-15' } }
  const levels = [
    { level: 'area' as const, dueOn: '2024-06-17' },
    { level: 'commune' as const, dueOn: '2024-06-19' },
  ]
  const then = { ...here, world: { ...world, workingDay: plainDate('2024-06-17') } }
  await must(send(then.world, officer, 'request.open', { ...before, asked: levels }))
  await must(send(then.world, officer, 'request.send', { id: before.id, revision: 0 }))
  for (const unitId of villages) await handIn(then, before.id, { unitId, total: 100 })
  const { id } = await asked(here)
  for (const unitId of villages) await handIn(here, id, { unitId, total: 400 })
  const { flags } = await must(ask(world, desk, 'figure.checks', { requestId: id, unitId: sender }))
  expect(flags.map(({ rule, sentence }) => [rule, sentence])).toContainEqual(['jump', expect.stringContaining('1.200')])
})

/** On the day after the province asked for the same days itself: the later one counts. */
async function asked({ world: today, desk, sender, province, asked: told }: Here) {
  const world = { ...today, workingDay: plainDate('2025-06-17') }
  const levels = [...told.asked, { level: 'agency' as const, dueOn: '2025-06-19' }]
  const body = { ...told, id: randomUUID(), unitId: sender, placeUnitId: province, asked: levels }
  await must(send(world, desk, 'request.open', body))
  return must(send(world, desk, 'request.send', { id: body.id, revision: 0 }))
}

async function handIn({ world, officer }: Here, requestId: string, { unitId, total }: { readonly unitId: string; readonly total: number }) {
  const owed = { requestId, unitId }
  await must(send(world, officer, 'return.save', { ...owed, content: familiesTold(total, 60), revision: 0 }))
  await must(send(world, officer, 'return.handIn', { ...owed, revision: 1, reason: '' }))
}
