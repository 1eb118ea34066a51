import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { askedProvince, figure, handIn, mergeAway, owed } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await handIn(here, 2, 90)
  const mergedInto = await mergeAway(here, plainDate('2025-07-01'))
  const world = { ...here.world, workingDay: plainDate('2025-07-10') }
  const heir = someone('officer', [mergedInto, here.province])
  const specialist = someone('officer', [here.province])
  return { ...here, world, mergedInto, heir, specialist }
})

test('what a village told before its commune was merged away is read and accepted by the commune it went into', async ({ here }) => {
  expect(await must(ask(here.world, here.heir, 'return.one', owed(here, 2)))).toMatchObject({ state: 'sent' })
  const board = { id: here.request, unitId: here.communes[1] }
  expect((await must(ask(here.world, here.heir, 'request.board', board))).rows).toMatchObject([{ unitName: 'Bản 3', state: 'sent' }])
  expect((await must(ask(here.world, here.heir, 'request.waiting', board))).rows).toMatchObject([{ unitName: 'Bản 3' }])
  const { requestId, unitId } = owed(here, 2)
  await must(send(here.world, here.heir, 'return.accept', { requestId, returns: [{ unitId, version: 1 }] }))
  expect(await must(ask(here.world, here.specialist, 'return.one', owed(here, 2)))).toMatchObject({ state: 'accepted' })
})

test('what had not been handed in by then is handed in by the heir, late, and counts where it was asked', async ({ here }) => {
  const late = { ...owed(here, 0), content: familiesTold(120, 60), revision: 0 }
  await must(send(here.world, here.heir, 'return.save', late))
  await must(send(here.world, here.heir, 'return.handIn', { ...owed(here, 0), revision: 1, reason: '' }))
  expect(await figure(here, here.communes[0])).toMatchObject({ values: [{ count: 120 }] })
  expect(await figure(here, here.province)).toMatchObject({ values: [{ count: 210 }] })
  const ofMerged = { requestId: here.request, unitId: here.communes[1] }
  await must(send(here.world, here.heir, 'return.save', { ...ofMerged, content: familiesTold(90, 60), revision: 0 }))
})

test('the province reads the returns of communes it had then, and who works in another commune does not', async ({ here }) => {
  const commune = { requestId: here.request, unitId: here.communes[1] }
  expect(await must(ask(here.world, here.specialist, 'return.one', commune))).toMatchObject({ unitName: 'Xã 2', state: 'open' })
  expect(await must(ask(here.world, here.specialist, 'return.version', { ...owed(here, 2), version: 1 }))).toMatchObject({ version: 1 })
  const beside = await givenUnit(here.world.database.kysely, { name: 'Xã Bên', kind: 'commune', parentUnitId: here.province })
  const stranger = someone('officer', [beside, here.province])
  expect(await ask(here.world, stranger, 'return.one', commune)).toMatchObject({ code: 'account.not-allowed' })
  const answer = { requestId: here.request, returns: [{ unitId: here.villages[2], version: 1 }] }
  expect(await send(here.world, stranger, 'return.accept', answer)).toMatchObject({ code: 'account.not-allowed' })
})

test('the heir finds on Hôm nay what the units that went into it owe, and what waits for their answer, by the names they were asked under', async ({
  here,
}) => {
  const { dueReturns, waitingReturns } = await must(ask(here.world, here.heir, 'today.one', { unitId: here.mergedInto }))
  const named = new Map(dueReturns.map(({ unitId, unitName }) => [unitId, unitName]))
  expect(named).toEqual(new Map(here.communes.map((unitId, n) => [unitId, `Xã ${n + 1}`])))
  expect(waitingReturns).toMatchObject([{ unitName: 'Xã 2', unitId: here.communes[1], count: 1 }])
  const head = someone('unitHead', [here.villages[0], here.mergedInto, here.province])
  const atVillage = await must(ask(here.world, head, 'today.one', { unitId: here.villages[0] }))
  expect(atVillage.dueReturns.map(({ unitName }) => unitName)).toEqual(['Bản 1'])
})
