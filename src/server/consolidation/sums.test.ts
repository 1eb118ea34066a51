import { expect } from 'vitest'
import type { Value } from '#domain/indicator/value.ts'
import { type AskedProvince, askedProvince } from '../../../test/asked-province.ts'
import { test as bareTest } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'

const test = bareTest.extend('here', ({ database }) => askedProvince(worldOn(database)))

async function tell(here: AskedProvince, unitId: string, told: Record<string, number>): Promise<void> {
  const values = Object.fromEntries(Object.entries(told).map(([code, count]): [string, Value] => [code, { quality: 'counted', count }]))
  const of = { requestId: here.request, unitId }
  const content = { values, printed: [], parts: {} }
  await must(send(here.world, here.officer, 'return.save', { ...of, content, revision: 0 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...of, revision: 1, reason: '' }))
}

const checks = (here: AskedProvince, unitId: string) =>
  must(ask(here.world, here.officer, 'figure.checks', { requestId: here.request, unitId }))

test('sums of a commune and of the province that do not fit are asked about, though each village’s own numbers do', async ({ here }) => {
  const [first, second, third] = here.villages
  await tell(here, first, { 'family.total': 120, 'family.registered': 90 })
  await tell(here, second, { 'family.registered': 70 })
  await tell(here, third, { 'family.registered': 50 })
  const [commune] = here.communes
  for (const [unitId, told] of [
    [commune, 'cộng từ 2/2 đơn vị, “Tổng số hộ” cộng từ 1/2 đơn vị: các số này cộng từ những đơn vị khác nhau.'],
    [
      here.province,
      'cộng từ 2/2 đơn vị, “Tổng số hộ” cộng từ 0/2 đơn vị và một phần của 1 đơn vị: các số này cộng từ những đơn vị khác nhau.',
    ],
  ] as const) {
    const { flags, below } = await checks(here, unitId)
    expect(flags.map(({ rule }) => rule)).toEqual(['above-whole'])
    expect(flags[0]?.cause).toContain(told)
    expect(below).toEqual([])
  }
  expect((await checks(here, first)).flags).toEqual([])
})

test('"giữ nguyên vì" stands for these very numbers, sent again it is said once, and it opens nothing to others', async ({ here }) => {
  const [first, second] = here.villages
  const [commune] = here.communes
  await tell(here, first, { 'family.total': 120, 'family.registered': 90 })
  await tell(here, second, { 'family.registered': 70 })
  const at = { requestId: here.request, unitId: commune }
  const [flag] = (await checks(here, commune)).flags
  const keep = { ...at, flagKey: flag?.key ?? '', reason: 'Bản 2 chưa chốt tổng số hộ' }
  await must(send(here.world, here.officer, 'figure.keepFlag', keep))
  await must(send(here.world, here.officer, 'figure.keepFlag', keep))
  const kept = await here.world.database.kysely.selectFrom('keptSum').selectAll().execute()
  expect(kept).toMatchObject([{ reason: keep.reason, byName: 'Lò Thị Minh Họa' }])
  expect((await checks(here, commune)).flags).toMatchObject([{ key: flag?.key, kept: { reason: keep.reason } }])

  const villager = someone('officer', [here.province, commune, first])
  expect(await send(here.world, villager, 'figure.keepFlag', keep)).toMatchObject({ code: 'account.not-allowed' })
  expect(await ask(here.world, villager, 'figure.checks', at)).toMatchObject({ code: 'account.not-allowed' })

  const of = { requestId: here.request, unitId: second }
  const content = { values: { 'family.registered': { quality: 'counted', count: 71 } as const }, printed: [], parts: {} }
  await must(send(here.world, here.officer, 'return.accept', { requestId: here.request, returns: [{ unitId: second, version: 1 }] }))
  await must(send(here.world, here.officer, 'return.save', { ...of, content, revision: 1 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...of, revision: 2, reason: 'Đếm lại' }))
  await must(send(here.world, here.officer, 'return.accept', { requestId: here.request, returns: [{ unitId: second, version: 2 }] }))
  expect((await checks(here, commune)).flags).toMatchObject([{ kept: null }])
  expect(await send(here.world, here.officer, 'figure.keepFlag', keep)).toMatchObject({ code: 'figure.unknown-flag' })
})
