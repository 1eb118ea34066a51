import { describe, expect } from 'vitest'
import { givenAccount, givenApp, openBrowser, password, type TestApp } from '../../../test/app.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { givenUnit, worldOn } from '../../../test/factories.ts'
import { systemNow } from '../context.ts'
import type { World } from '../world.ts'

describe('signing in', () => {
  test('opens the work of the day, and the cookie is out of reach of scripts and other sites', async ({ database }) => {
    const { browser, unitId } = await anOffice(database)
    const answer = await browser.signIn('  Chuyen.Vien ')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      username: 'chuyen.vien',
      actor: { fullName: 'Người thử chuyen.vien', grants: [{ role: 'officer', unitId, unitPath: [unitId] }] },
      homeUnitId: unitId,
      today: '2022-06-15',
      mustChangePassword: false,
    })
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax$/u)
    expect((await browser.ask('GET', 'session')).json()).toMatchObject({ username: 'chuyen.vien' })
  })

  test('over https the cookie stays on the encrypted line', async ({ database }) => {
    const { app } = await anOffice(database)
    const payload = { username: 'chuyen.vien', password }
    const answer = await app.app.inject({ method: 'POST', url: '/api/session', payload, headers: { 'x-forwarded-proto': 'https' } })
    expect(String(answer.headers['set-cookie'])).toMatch(/; Secure$/u)
    expect(answer.headers['strict-transport-security']).toBeDefined()
  })

  test.for([
    ['a wrong password', 'chuyen.vien', 'mật khẩu để thu'],
    ['a name nobody has', 'khong.co', password],
    ['a name that is no name', "' or 1=1 --", password],
    ['the right password in other letters', 'chuyen.vien', password.toUpperCase()],
  ] as const)('refuses %s with the same words', async ([, username, given], { database }) => {
    const { browser } = await anOffice(database)
    const answer = await browser.signIn(username, given)
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'account.wrong-password'])
    expect((await browser.ask('GET', 'session')).json().code).toBe('account.signed-out')
  })

  test.for([
    [{}, 'username'],
    [{ username: 'chuyen.vien' }, 'password'],
    [{ username: '', password }, 'username'],
    [{ username: 'chuyen.vien', password, isAdmin: true }, 'body'],
  ] as const)('refuses %j, naming the field', async ([body, field], { database }) => {
    const { browser } = await anOffice(database)
    const answer = await browser.ask('POST', 'session', body)
    expect(answer.statusCode).toBe(400)
    expect(Object.keys(answer.json().fields)).toContain(field)
  })
})

describe('guessing passwords', () => {
  test('after five wrong tries even the right one waits, from whatever address', async ({ database }) => {
    const { app } = await anOffice(database)
    const codes: unknown[] = []
    for (let i = 0; i < 5; i++)
      codes.push((await openBrowser(app, { address: `10.0.0.${i}` }).signIn('chuyen.vien', 'đoán mò')).json().code)
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'account.wrong-password'))
    const answer = await openBrowser(app, { address: '10.0.1.1' }).signIn('chuyen.vien')
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'account.too-many-attempts'])
  })

  test('a minute later the right one is let in, and counting starts anew', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    await givenFailures(database, 'account:chuyen.vien', 5)
    expect((await browser.signIn('chuyen.vien')).json().code).toBe('account.too-many-attempts')
    await database.kysely.updateTable('signInAttempt').set({ lastAt: '2022-06-15T00:00:00.000Z' }).execute()
    expect((await openBrowser(app).signIn('chuyen.vien')).statusCode).toBe(200)
    expect((await openBrowser(app).signIn('chuyen.vien', 'đoán mò')).json().code).toBe('account.wrong-password')
  })

  test('twenty wrong tries from one address shut out that address only', async ({ database }) => {
    const { app } = await anOffice(database)
    await givenFailures(database, 'address:10.9.9.9', 19)
    expect((await openBrowser(app, { address: '10.9.9.9' }).signIn('khong.co', 'đoán mò')).json().code).toBe('account.wrong-password')
    expect((await openBrowser(app, { address: '10.9.9.9' }).signIn('chuyen.vien')).json().code).toBe('account.too-many-attempts')
    expect((await openBrowser(app, { address: '10.0.0.1' }).signIn('chuyen.vien')).statusCode).toBe(200)
  })

  test('twenty at the same moment do not slip through', async () => {
    const database = await openTestDatabase()
    const { app } = await anOffice(database)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => openBrowser(app, { address: `10.0.2.${i}` }).signIn('chuyen.vien', 'đoán mò')),
    )
    expect(answers.filter(answer => answer.json().code === 'account.wrong-password')).toHaveLength(5)
    await database.close()
  })

  test('a stolen session does not help to guess the password', async ({ database }) => {
    const { browser } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    const change = () => browser.ask('POST', 'session/password', { current: 'đoán mò', next: 'một mật khẩu khác hẳn' })
    await givenFailures(database, 'account:chuyen.vien', 4)
    expect((await change()).json().code).toBe('account.wrong-password')
    expect((await change()).json().code).toBe('account.too-many-attempts')
  })
})

describe('a session', () => {
  test('survives a restart of the server', async ({ database }) => {
    const { app, browser, world } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    await app.app.close()
    const later = openBrowser(await givenApp(world), { cookie: browser.cookie() })
    expect((await later.ask('GET', 'session')).statusCode).toBe(200)
  })

  test('ends when nobody uses it, and is prolonged while somebody does', async ({ database }) => {
    const { browser } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    await expireIn(database, 7 * 3600)
    const answer = await browser.ask('GET', 'session')
    expect(String(answer.headers['set-cookie'])).toMatch(/Max-Age=28800/u)
    await expireIn(database, -1)
    expect((await browser.ask('GET', 'session')).json().code).toBe('account.signed-out')
    expect(await database.kysely.selectFrom('session').select('id').execute()).toEqual([])
  })

  test('is not opened by a forged or damaged cookie', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    for (const cookie of [
      browser.cookie().replace(/.%3D$/u, end => (end.startsWith('A') ? 'E%3D' : 'A%3D')),
      'nep.session_token=a.b',
      'nep.session_token=',
      `${'x'.repeat(4000)}=1`,
    ]) {
      expect((await openBrowser(app, { cookie }).ask('GET', 'session')).json().code).toBe('account.signed-out')
    }
  })

  test('ends with signing out', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    const stolen = browser.cookie()
    expect((await browser.ask('DELETE', 'session')).statusCode).toBe(204)
    expect((await openBrowser(app, { cookie: stolen }).ask('GET', 'session')).json().code).toBe('account.signed-out')
  })

  test('ends everywhere with signing out everywhere, and only for oneself', async ({ database }) => {
    const { app, browser, world, unitId } = await anOffice(database)
    await givenAccount(world, { unitId, username: 'van.thu', role: 'clerk' })
    const [phone, colleague] = [openBrowser(app), openBrowser(app)]
    for (const own of [browser, phone]) await own.signIn('chuyen.vien')
    await colleague.signIn('van.thu')
    expect((await browser.ask('DELETE', 'sessions')).statusCode).toBe(204)
    expect((await browser.ask('GET', 'session')).statusCode).toBe(403)
    expect((await phone.ask('GET', 'session')).statusCode).toBe(403)
    expect((await colleague.ask('GET', 'session')).statusCode).toBe(200)
  })

  test('leaves its traces in the trail, without the password', async ({ database }) => {
    const { browser } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    await browser.ask('DELETE', 'session')
    const entries = await database.kysely.selectFrom('auditEntry').selectAll().orderBy('seq').execute()
    expect(entries.map(entry => entry.command)).toEqual(['account.add', 'account.signIn', 'account.signOut'])
    expect(JSON.stringify(entries)).not.toContain(password)
  })
})

describe('changing the password', () => {
  const next = 'một mật khẩu khác hẳn'

  test('ends the other sessions, keeps this one, and the old password is of no use', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    const phone = openBrowser(app)
    await browser.signIn('chuyen.vien')
    await phone.signIn('chuyen.vien')
    expect((await browser.ask('POST', 'session/password', { current: password, next })).statusCode).toBe(204)
    expect((await browser.ask('GET', 'session')).statusCode).toBe(200)
    expect((await phone.ask('GET', 'session')).statusCode).toBe(403)
    expect((await openBrowser(app).signIn('chuyen.vien')).json().code).toBe('account.wrong-password')
    expect((await openBrowser(app).signIn('chuyen.vien', next)).statusCode).toBe(200)
  })

  test.for([
    ['thirteen letters', password, 'x'.repeat(13), 'account.weak-password'],
    ['a novel', password, 'x'.repeat(129), 'account.weak-password'],
    ['the one in use', password, password, 'account.same-password'],
    ['a wrong one before', 'không phải nó', next, 'account.wrong-password'],
  ] as const)('refuses %s', async ([, current, wanted, code], { database }) => {
    const { app, browser } = await anOffice(database)
    await browser.signIn('chuyen.vien')
    expect((await browser.ask('POST', 'session/password', { current, next: wanted })).json().code).toBe(code)
    expect((await openBrowser(app).signIn('chuyen.vien')).statusCode).toBe(200)
  })

  test('is for those signed in', async ({ database }) => {
    const { browser } = await anOffice(database)
    expect((await browser.ask('POST', 'session/password', { current: password, next })).json().code).toBe('account.signed-out')
  })
})

async function anOffice(database: World['database']) {
  const world = worldOn(database)
  const unitId = await givenUnit(database.kysely, { name: 'Văn phòng minh họa' })
  await givenAccount(world, { unitId, username: 'chuyen.vien', role: 'officer' })
  const app: TestApp = await givenApp(world)
  return { world, unitId, app, browser: openBrowser(app) }
}

async function givenFailures({ kysely }: World['database'], key: string, failures: number): Promise<void> {
  await kysely.insertInto('signInAttempt').values({ key, failures, lastAt: systemNow() }).execute()
}

async function expireIn({ kysely }: World['database'], seconds: number): Promise<void> {
  const expiresAt = new Date(Date.parse(systemNow()) + seconds * 1000).toISOString()
  await kysely.updateTable('session').set({ expiresAt }).execute()
}
