import { expect } from 'vitest'
import { askedProvince, figure, handIn, save } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  const [unitId] = here.communes
  const of = { requestId: here.request, unitId }
  const view = () => must(ask(here.world, here.officer, 'return.one', of))
  const flags = async (rule: string) => (await view()).flags.filter(flag => flag.rule === rule)
  const missing = async () => (await flags('missing')).map(({ places: [place] }) => place?.key)
  return { ...here, of, view, flags, missing }
})

test('what its villages told is added up before the commune, and is missing no more once all of them told it', async ({ here }) => {
  await handIn(here, 0, 120)
  expect((await here.view()).below['family.total']).toEqual({ value: { quality: 'counted', count: 120 }, of: 2, whole: 1 })
  expect(await here.missing()).toContain('family.total')
  await handIn(here, 1, 80)
  expect((await here.view()).below['family.total']).toEqual({ value: { quality: 'counted', count: 200 }, of: 2, whole: 2 })
  expect(await here.missing()).not.toContain('family.total')
  expect((await here.view()).content.values).toEqual({})
  expect(await figure(here, here.of.unitId)).toMatchObject({ values: [{ count: 200 }], source: 'below' })
})

test('a commune that writes another number than its villages come to is asked about it, and theirs counts', async ({ here }) => {
  await handIn(here, 0, 120)
  await handIn(here, 1, 80)
  const body = { ...here.of, content: familiesTold(210, 120), revision: 0 }
  await must(send(here.world, here.officer, 'return.save', body))
  const [flag, ...others] = await here.flags('differs-from-below')
  expect(others).toEqual([])
  expect(flag?.sentence).toBe('“Tổng số hộ”: cấp dưới cộng lại 200 hộ, báo cáo ghi 210 hộ.')
  await must(send(here.world, here.officer, 'return.keepFlag', { ...here.of, flagKey: flag?.key ?? '', reason: 'Tính cả hộ tạm trú' }))
  await must(send(here.world, here.officer, 'return.handIn', { ...here.of, revision: 1, reason: '' }))
  expect((await here.flags('differs-from-below')).map(({ kept }) => kept?.reason)).toEqual(['Tính cả hộ tạm trú'])
  expect(await figure(here, here.of.unitId)).toMatchObject({ values: [{ count: 200 }], source: 'below' })
})

test('what one village told and another not is checked across both levels', async ({ here }) => {
  await save(here, 0, { total: 120, registered: 130, revision: 0 })
  await must(
    send(here.world, here.officer, 'return.handIn', { requestId: here.request, unitId: here.villages[0], revision: 1, reason: '' }),
  )
  await handIn(here, 1, 8)
  const [flag] = await here.flags('above-whole')
  expect(flag?.sentence).toMatch(/\(190 hộ\) nhiều hơn .* \(128 hộ\)/u)
})

test('a share of a base the dictionary does not know is not taken', async ({ here }) => {
  const printed = [{ ratioCode: 'share.family.registered', percent: '60', baseCode: 'office.total' }]
  const content = { ...familiesTold(200, 120), printed }
  const answer = await send(here.world, here.officer, 'return.save', { ...here.of, content, revision: 0 })
  expect(answer).toMatchObject({ ok: false, code: 'return.unknown-cell', details: { code: 'share.family.registered' } })
})
