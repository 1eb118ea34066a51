import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type AskedProvince, accept, askedProvince, handIn, owed, save } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'
import { composeReport, issue, setUpReporting } from '../../../test/reporting-province.ts'

// A province that has accepted what its commune told, and villages whose word changes after that.

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await handIn(here, 0, 120)
  await accept(here, 0, 1)
  await tellOwn(here, 0, { total: 200, revision: 0 })
  await acceptCommune(here, 1)
  return here
})

test('a village corrected after its commune was accepted waits at the province, with its reason, until somebody there has looked', async ({
  here,
}) => {
  expect((await since(here)).rows).toEqual([])
  await handIn(here, 1, 80)
  await accept(here, 1, 1)
  await look(here)
  await correct(here, 0, { total: 118, revision: 1, reason: 'Hai hộ đã chuyển đi' })
  expect((await since(here)).rows).toEqual([])
  await accept(here, 0, 2)

  const { rows, version } = await since(here)
  expect(rows).toMatchObject([
    {
      unitName: 'Xã 1',
      taken: { way: 'acknowledged' },
      figures: [{ code: 'family.total', before: '200', after: '198' }],
      returns: [
        {
          unitName: 'Bản 1',
          kind: 'corrected',
          byName: here.officer.fullName,
          reason: 'Hai hộ đã chuyển đi',
          cells: [{ code: 'family.total', before: '120', after: '118' }],
        },
      ],
    },
  ])
  expect(await today(here)).toMatchObject([{ requestId: here.request, unitId: here.province, count: 1 }])
  expect(await acknowledge(here, version)).toEqual({ acknowledged: 1 })
  expect(await acknowledge(here, version)).toEqual({ acknowledged: 0 })
  expect(await since(here)).toMatchObject({ rows: [], acknowledged: [{ unitName: 'Xã 1', byName: here.officer.fullName }, {}] })
  expect(await today(here)).toEqual([])
})

test('a village that comes late changes what its commune was accepted with, and that waits too', async ({ here }) => {
  await handIn(here, 1, 90)
  expect((await since(here)).rows).toMatchObject([
    {
      unitName: 'Xã 1',
      taken: { way: 'accepted' },
      figures: [{ before: '200', after: '210' }, {}],
      returns: [{ unitName: 'Bản 2', kind: 'came', cells: [{ before: null, after: '90' }, {}] }],
    },
  ])
  const sent = { requestId: here.request, unitId: here.villages[1], version: 1, reason: 'Đếm lại', remarks: [] }
  await must(send(here.world, here.officer, 'return.sendBack', sent))
  expect((await since(here)).rows).toEqual([])
})

test('what changes after somebody has looked waits again, and against what was seen then', async ({ here }) => {
  await handIn(here, 1, 90)
  const { version } = await since(here)
  await accept(here, 1, 1)
  await correct(here, 1, { total: 95, revision: 1, reason: 'Sót năm hộ' })
  await accept(here, 1, 2)
  expect(await acknowledge(here, version)).toEqual({ acknowledged: 1 })
  expect((await since(here)).rows).toMatchObject([
    {
      figures: [{ before: '210', after: '215' }],
      returns: [{ kind: 'corrected', reason: 'Sót năm hộ', cells: [{ before: '90', after: '95' }] }],
    },
  ])
})

test('a correction of the commune itself is looked at where it is accepted, and does not hide what its villages changed', async ({
  here,
}) => {
  await handIn(here, 1, 90)
  await tellOwn(here, 0, { total: 210, revision: 1, reason: 'Cộng lại' })
  expect((await since(here)).rows).toHaveLength(1)
  await acceptCommune(here, 2)
  expect((await since(here)).rows).toMatchObject([{ returns: [{ unitName: 'Bản 2' }] }])
})

test('a village that says otherwise where the word of its commune counts alters no sum, and nobody is asked to look', async ({ here }) => {
  await correct(here, 0, { total: 118, revision: 1, reason: 'Hai hộ đã chuyển đi' })
  await accept(here, 0, 2)
  expect((await since(here)).rows).toEqual([])
  expect(await today(here)).toEqual([])
})

test('nothing waits of a commune that was not accepted yet, nobody else may look in its stead, and no later state than there is', async ({
  here,
}) => {
  await handIn(here, 2, 60)
  await accept(here, 2, 1)
  await correct(here, 2, { total: 61, revision: 1, reason: 'Sót một hộ' })
  await accept(here, 2, 2)
  expect((await since(here)).rows).toEqual([])
  const { version } = await since(here)
  const at = { requestId: here.request, unitId: here.province, unitIds: [here.communes[1]] }
  expect(await send(here.world, here.officer, 'figure.acknowledge', { ...at, version })).toMatchObject({ code: 'figure.not-taken' })
  const later = { ...at, unitIds: [here.communes[0]], version: version + 1 }
  expect(await send(here.world, here.officer, 'figure.acknowledge', later)).toMatchObject({ code: 'figure.unknown-version' })
  const clerk = someone('officer', [here.communes[0], here.province])
  const now = { ...at, unitIds: [here.communes[0]], version }
  expect(await send(here.world, clerk, 'figure.acknowledge', now)).toMatchObject({ code: 'account.not-allowed' })
})

test('sums a submitted report stands on are known as it read them, of communes that were not accepted too', async ({ here }) => {
  await setUpReporting(here)
  await handIn(here, 2, 60)
  await accept(here, 2, 1)
  await issue(here, await composeReport(here))
  expect((await since(here)).rows).toEqual([])
  await correct(here, 2, { total: 61, revision: 1, reason: 'Sót một hộ' })
  await accept(here, 2, 2)
  const rows = [
    { unitName: 'Xã 2', taken: { way: 'submitted' }, figures: [{ before: '60', after: '61' }], returns: [{ reason: 'Sót một hộ' }] },
  ]
  expect((await since(here)).rows).toMatchObject(rows)
  await tellOwn(here, 1, { total: 61, revision: 0 })
  await must(
    send(here.world, here.officer, 'return.accept', { requestId: here.request, returns: [{ unitId: here.communes[1], version: 1 }] }),
  )
  expect((await since(here)).rows).toMatchObject(rows)
})

test('through four levels district and province each look for themselves, of a commune the district had not accepted too', async ({
  here,
}) => {
  const { world, officer, province } = here
  const tx = world.database.kysely
  const district = await givenUnit(tx, { name: 'Huyện Minh Họa', kind: 'district', parentUnitId: province })
  const commune = await givenUnit(tx, { name: 'Xã 3', kind: 'commune', parentUnitId: district })
  const village = await givenUnit(tx, { name: 'Bản 4', kind: 'village', parentUnitId: commune })
  const request = randomUUID()
  const levels = [...here.asked.asked, { level: 'district' as const, dueOn: '2025-06-20' }]
  await must(send(world, officer, 'request.open', { ...here.asked, id: request, asked: levels }))
  await must(send(world, officer, 'request.send', { id: request, revision: 0 }))
  const tell = async (unitId: string, total: number, { revision = 0, reason = '' } = {}) => {
    const content = familiesTold(total, 60)
    await must(send(world, officer, 'return.save', { requestId: request, unitId, content, revision }))
    await must(send(world, officer, 'return.handIn', { requestId: request, unitId, revision: revision + 1, reason }))
  }
  const take = (unitId: string, version: number) =>
    must(send(world, officer, 'return.accept', { requestId: request, returns: [{ unitId, version }] }))
  const sinceAt = (unitId: string) => must(ask(world, officer, 'figure.sinceTaken', { requestId: request, unitId }))
  await tell(village, 140)
  await take(village, 1)
  await tell(commune, 140)
  await tell(district, 140)
  await take(district, 1)
  await tell(village, 139, { revision: 1, reason: 'Một hộ đã chuyển đi' })
  await take(village, 2)

  const because = [{ unitName: 'Bản 4', reason: 'Một hộ đã chuyển đi' }]
  const figures = [{ before: '140', after: '139' }]
  expect((await sinceAt(district)).rows).toMatchObject([{ unitName: 'Xã 3', taken: { way: 'handedIn' }, figures, returns: because }])
  const { rows, version } = await sinceAt(province)
  expect(rows).toMatchObject([{ unitName: 'Huyện Minh Họa', taken: { way: 'accepted' }, figures, returns: because }])
  await must(send(world, officer, 'figure.acknowledge', { requestId: request, unitId: district, version, unitIds: [commune] }))
  expect((await sinceAt(district)).rows).toEqual([])
  expect((await sinceAt(province)).rows).toHaveLength(1)
})

const at = ({ request, province }: AskedProvince) => ({ requestId: request, unitId: province })
const since = (here: AskedProvince) => must(ask(here.world, here.officer, 'figure.sinceTaken', at(here)))
const today = async (here: AskedProvince) => (await must(ask(here.world, here.officer, 'today.one', { unitId: here.province }))).sinceTaken

async function acknowledge(here: AskedProvince, version: number) {
  return must(send(here.world, here.officer, 'figure.acknowledge', { ...at(here), version, unitIds: [here.communes[0]] }))
}

/** Whatever waits is looked at. */
async function look(here: AskedProvince): Promise<void> {
  const { rows, version } = await since(here)
  const unitIds = rows.map(({ unitId }) => unitId)
  await must(send(here.world, here.officer, 'figure.acknowledge', { ...at(here), version, unitIds }))
}

async function correct(
  here: AskedProvince,
  village: number,
  { reason, ...told }: { readonly total: number; readonly revision: number; readonly reason: string },
): Promise<void> {
  await save(here, village, told)
  await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, village), revision: told.revision + 1, reason }))
}

/** The commune's own word. */
async function tellOwn(
  { world, officer, request, communes }: AskedProvince,
  commune: 0 | 1,
  { total, revision, reason = '' }: { readonly total: number; readonly revision: number; readonly reason?: string },
): Promise<void> {
  const of = { requestId: request, unitId: communes[commune] }
  await must(send(world, officer, 'return.save', { ...of, content: familiesTold(total, 60), revision }))
  await must(send(world, officer, 'return.handIn', { ...of, revision: revision + 1, reason }))
}

async function acceptCommune({ world, officer, request, communes }: AskedProvince, version: number): Promise<void> {
  await must(send(world, officer, 'return.accept', { requestId: request, returns: [{ unitId: communes[0], version }] }))
}
