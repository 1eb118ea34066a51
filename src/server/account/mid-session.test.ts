import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type Browser, givenAccount, givenApp, openBrowser, type TestApp } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { givenUnit, must, send, someone } from '../../../test/factories.ts'
import { aSeasonOfCommune, givenHouseholds, register, type SeasonOfCommune } from '../../../test/season-of-commune.ts'
import type { Database } from '../db/connect.ts'
import { insertSuccessions, listVersions, updateVersionValid } from '../org/org.store.ts'

// A village head looks at the names of the village, and meanwhile something ends: the next request knows, nobody has to
// sign out for it.

describe('in the middle of a session', () => {
  test('a role is withdrawn: the names are closed, the session goes on', async ({ database }) => {
    const { season, browser, accountId, admin } = await aHeadAtWork(database)
    expect(await statusOf(browser, season)).toEqual([200, 200])
    await must(send(season.world, admin, 'account.withdrawGrant', { id: accountId, unitId: season.upperId }))
    expect(await statusOf(browser, season)).toEqual([403, 403])
    expect((await browser.ask('GET', 'session')).statusCode).toBe(200)
  })

  test('another role is given in its place: what that one may is open, and no more', async ({ database }) => {
    const { season, browser, accountId, admin } = await aHeadAtWork(database)
    await must(send(season.world, admin, 'account.withdrawGrant', { id: accountId, unitId: season.upperId }))
    const role = { id: randomUUID(), accountId, unitId: season.lowerId, role: 'unitHead', withSubtree: true } as const
    await must(send(season.world, admin, 'account.grant', role))
    expect(await statusOf(browser, season)).toEqual([403, 403])
    expect((await browser.ask('GET', `household.list?unitId=${season.lowerId}&search=`)).statusCode).toBe(200)
  })

  test('the account is put out of use: whoever held it is signed out', async ({ database }) => {
    const { season, browser, accountId, admin } = await aHeadAtWork(database)
    await must(send(season.world, admin, 'account.disable', { accountId, unitId: season.upperId, reason: 'thôi trưởng bản' }))
    const answer = await browser.ask('GET', `season.area?seasonId=${season.seasonId}&areaUnitId=${season.upperId}`)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.signed-out'])
  })

  test('the village goes into another one: its file is for the head of that one, and for the old head no more', async ({ database }) => {
    const { season, app, browser } = await aHeadAtWork(database)
    const { communeId, upperId, seasonId } = season
    const newId = await givenUnit(database.kysely, { name: 'Bản Mới', kind: 'village', parentUnitId: communeId })
    const newHead = await signedIn(season, app, { unitId: newId, username: 'truong.moi' })
    for (const { id, valid } of await listVersions(database.kysely, [upperId]))
      await updateVersionValid(database.kysely, { id, valid: { from: valid.from, until: mergedOn } })
    const whole = { on: mergedOn, extent: 'whole', isVerified: true, basis: null } as const
    await insertSuccessions(database.kysely, [{ ...whole, fromUnitId: upperId, toUnitId: newId }])
    const path = `season.area?seasonId=${seasonId}&areaUnitId=${upperId}`
    expect([(await newHead.browser.ask('GET', path)).statusCode, (await browser.ask('GET', path)).statusCode]).toEqual([200, 403])
    const change = {
      seasonId,
      areaUnitId: upperId,
      candidates: [{ id: randomUUID(), subjectId: randomUUID() }],
      registeredOn: '2022-01-10',
    }
    expect((await browser.ask('POST', 'season.register', change)).json().code).toBe('account.not-allowed')
  })
})

const mergedOn = plainDate('2022-12-01')

async function aHeadAtWork(database: Database) {
  const season = await aSeasonOfCommune(database, { today: '2022-12-20', year: 2022, openedOn: '2022-01-03' })
  await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
  const app = await givenApp(season.world)
  const admin = someone('admin', [season.communeId, season.provinceId])
  return { season, app, admin, ...(await signedIn(season, app, { unitId: season.upperId, username: 'truong.ban' })) }
}

async function signedIn({ world }: SeasonOfCommune, app: TestApp, head: { readonly unitId: string; readonly username: string }) {
  const accountId = await givenAccount(world, { ...head, role: 'unitHead' })
  const browser = openBrowser(app)
  await browser.signIn(head.username)
  return { accountId, browser }
}

/** Of the names in the register and of those in the season. */
async function statusOf(browser: Browser, { seasonId, upperId }: SeasonOfCommune): Promise<number[]> {
  const households = await browser.ask('GET', `household.list?unitId=${upperId}&search=`)
  const file = await browser.ask('GET', `season.area?seasonId=${seasonId}&areaUnitId=${upperId}`)
  return [households.statusCode, file.statusCode]
}
