import { expect } from 'vitest'
import { givenAccount, givenApp, openBrowser } from '../../../test/app.ts'
import { askedProvince, handIn, owed } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { worldOn } from '../../../test/factories.ts'

const test = databaseTest.extend('here', async ({ database }) => {
  const asked = await askedProvince(worldOn(database))
  const served = await givenApp(asked.world)
  const browserOf = async (username: string, unitId: string, role: 'officer' | 'unitHead') => {
    await givenAccount(asked.world, { unitId, username, role })
    const browser = openBrowser(served)
    await browser.signIn(username)
    return browser
  }
  const province = await browserOf('so.van.hoa', asked.province, 'officer')
  const village = await browserOf('truong.ban', asked.villages[0], 'unitHead')
  await handIn(asked, 0, 120)
  await handIn(asked, 1, 80)
  return { ...asked, browsers: { province, village } }
})

test('whoever asked takes every return away, with what each figure counts; what nobody told is empty', async ({ here }) => {
  const of = new URLSearchParams({ requestId: here.request, unitId: here.province })
  const { dictionary, returns } = (await here.browsers.province.ask('GET', `return.export?${of}&as=json`)).json()
  expect(returns).toHaveLength(5)
  const told = returns.flatMap(({ values }: { values: Record<string, { count: number }> }) => values['family.total']?.count ?? [])
  expect(told.toSorted((a: number, b: number) => a - b)).toEqual([80, 120])
  expect(dictionary.indicators.find(({ code }: { code: string }) => code === 'family.total')).toMatchObject({ unit: 'hộ', addition: 'sum' })
  const lines = (await here.browsers.province.ask('GET', `return.export?${of}&as=csv`)).body.split('\r\n')
  expect(
    lines
      .filter(line => line.includes(',family.total,'))
      .map(line => line.split(',').slice(-4)[0])
      .toSorted((a = '', b = '') => Number(a) - Number(b)),
  ).toEqual(['', '', '', '80', '120'])
  const known = (await here.browsers.province.ask('GET', `return.export?${of}&as=dictionary`)).body
  expect(known).toContain('family.recognised,Hộ đạt Gia đình văn hóa,hộ,')
})

test('a unit takes its own away, and nobody else’s', async ({ here }) => {
  const own = new URLSearchParams(owed(here, 0))
  const { returns } = (await here.browsers.village.ask('GET', `return.export?${own}&as=json`)).json()
  expect(returns).toMatchObject([{ unitName: 'Bản 1', version: 1, values: { 'family.total': { count: 120 } } }])
  for (const unitId of [here.villages[1], here.communes[0], here.province]) {
    const others = new URLSearchParams({ requestId: here.request, unitId })
    expect((await here.browsers.village.ask('GET', `return.export?${others}&as=csv`)).json().code).toBe('account.not-allowed')
  }
})
