import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { givenAccount, givenApp, openBrowser, type TestApp } from '../../../test/app.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, givenUnit, send, someone, worldOn } from '../../../test/factories.ts'
import type { World } from '../world.ts'

describe('an account made by an administrator', () => {
  test('has a password shown once, to be changed before anything else', async ({ database }) => {
    const { world, admin, office } = await aProvince(database)
    const added = await send(world, admin, 'account.add', accountBody(office))
    if (!added.ok) throw new Error(added.code)
    const { password } = added.value
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/u)

    const browser = openBrowser(await givenApp(world))
    expect((await browser.signIn('moi.vao', password)).json()).toMatchObject({ mustChangePassword: true })
    for (const path of [`activity.list?unitId=${office}`, `evidence/${randomUUID()}`]) {
      expect((await browser.ask('GET', path)).json().code).toBe('account.password-must-change')
    }
    expect((await browser.ask('POST', 'account.disable', {})).json().code).toBe('account.password-must-change')
    await browser.ask('POST', 'session/password', { current: password, next: 'của riêng tôi, không ai biết' })
    expect((await browser.ask('GET', 'session')).json()).toMatchObject({ mustChangePassword: false })
    expect((await browser.ask('GET', `activity.list?unitId=${office}`)).statusCode).toBe(200)
  })

  test('is listed with its roles to those who administer the unit, the password to nobody', async ({ database }) => {
    const { world, admin, office, province } = await aProvince(database)
    const added = await send(world, admin, 'account.add', accountBody(office))
    const listed = await ask(world, admin, 'account.list', { unitId: province })
    expect(listed).toMatchObject({
      ok: true,
      value: [{ username: 'moi.vao', isDisabled: false, grants: [{ role: 'officer', unitName: 'Văn phòng minh họa' }] }],
    })
    const trail = await database.kysely.selectFrom('auditEntry').selectAll().execute()
    expect(JSON.stringify([listed, trail])).not.toContain(added.ok && added.value.password)
  })

  test('stays out of sight of those who administer the unit above it without what lies below', async ({ database }) => {
    const { world, admin, office, province } = await aProvince(database)
    await send(world, admin, 'account.add', accountBody(office))
    const narrow = someone('admin', [province], { withSubtree: false })
    expect(await ask(world, narrow, 'account.list', { unitId: province })).toEqual({ ok: true, value: [] })
  })

  test.for([
    ['a name somebody has', { username: 'co.roi' }, 'account.name-taken'],
    ['a unit nobody knows', { unitId: randomUUID() }, 'account.not-allowed'],
    ['a name with capitals', { username: 'Mới' }, 'input.invalid'],
    ['a name of two letters', { username: 'ab' }, 'input.invalid'],
    ['no full name', { fullName: ' ' }, 'input.invalid'],
    ['a role there is not', { role: 'king' }, 'input.invalid'],
  ] as const)('is refused with %s, and nothing is kept', async ([, change, code], { database }) => {
    const { world, admin, office } = await aProvince(database)
    await givenAccount(world, { unitId: office, username: 'co.roi', role: 'clerk' })
    const body = { ...accountBody(office), ...change } as BodyInput<'account.add'>
    expect(await send(world, admin, 'account.add', body)).toMatchObject({ ok: false, code })
    expect(await database.kysely.selectFrom('userAccount').select('username').execute()).toEqual([{ username: 'co.roi' }])
  })
})

describe('roles', () => {
  test('given at a unit count there at once, and no more once withdrawn', async ({ database }) => {
    const { world, admin, office, province } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: office, username: 'van.thu', role: 'clerk' })
    const browser = openBrowser(await givenApp(world))
    await browser.signIn('van.thu')
    const role = { id: randomUUID(), accountId, unitId: province, role: 'leader', withSubtree: true } as const
    expect(await send(world, admin, 'account.grant', role)).toMatchObject({ ok: true })
    expect((await browser.ask('GET', `audit.list?unitId=${province}`)).statusCode).toBe(200)
    expect(await send(world, admin, 'account.withdrawGrant', { id: role.id, unitId: province })).toMatchObject({ ok: true })
    expect((await browser.ask('GET', `audit.list?unitId=${province}`)).statusCode).toBe(403)
  })

  test('are given once, however often they are sent', async ({ database }) => {
    const { world, admin, office } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: office, username: 'van.thu', role: 'clerk' })
    const role = { id: randomUUID(), accountId, unitId: office, role: 'officer', withSubtree: false } as const
    expect(await send(world, admin, 'account.grant', role)).toMatchObject({ ok: true })
    expect(await send(world, admin, 'account.grant', role)).toMatchObject({ ok: true })
    expect(await send(world, admin, 'account.grant', { ...role, id: randomUUID() })).toMatchObject({ code: 'account.already-granted' })
    expect(await send(world, admin, 'account.grant', { ...role, withSubtree: true })).toMatchObject({ code: 'account.already-granted' })
    expect(await send(world, admin, 'account.grant', { ...role, id: randomUUID(), accountId: randomUUID() })).toMatchObject({
      code: 'account.unknown',
    })
  })

  test('of another unit are not withdrawn through one’s own', async ({ database }) => {
    const { world, office, province } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: province, username: 'lanh.dao', role: 'leader' })
    const officeAdmin = someone('admin', [office, province])
    expect(await send(world, officeAdmin, 'account.withdrawGrant', { id: accountId, unitId: office })).toMatchObject({
      code: 'account.unknown-grant',
    })
  })
})

describe('taking over an account', () => {
  test('is not possible by giving somebody above a role at one’s own unit', async ({ database }) => {
    const { world, office, province } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: province, username: 'lanh.dao', role: 'leader' })
    const officeAdmin = someone('admin', [office, province])
    await send(world, officeAdmin, 'account.grant', { id: randomUUID(), accountId, unitId: office, role: 'viewer', withSubtree: false })
    expect(await send(world, officeAdmin, 'account.resetPassword', { accountId, unitId: office })).toMatchObject({
      code: 'account.not-allowed',
    })
    expect(await send(world, officeAdmin, 'account.disable', { accountId, unitId: office, reason: 'thử' })).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('nor by naming a unit it has no role at', async ({ database }) => {
    const { world, admin, office, province } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: office, username: 'van.thu', role: 'clerk' })
    expect(await send(world, admin, 'account.resetPassword', { accountId, unitId: province })).toMatchObject({ code: 'account.unknown' })
  })

  test('a new first password ends what was open under the old one', async ({ database }) => {
    const { world, admin, office } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: office, username: 'van.thu', role: 'clerk' })
    const browser = openBrowser(await givenApp(world))
    await browser.signIn('van.thu')
    const reset = await send(world, admin, 'account.resetPassword', { accountId, unitId: office })
    expect((await browser.ask('GET', 'session')).json().code).toBe('account.signed-out')
    expect((await browser.signIn('van.thu')).json().code).toBe('account.wrong-password')
    expect((await browser.signIn('van.thu', reset.ok ? reset.value.password : '')).json()).toMatchObject({ mustChangePassword: true })
  })
})

describe('an account out of use', () => {
  test('is signed out at once and does not come in again, whatever it knows', async ({ database }) => {
    const { world, admin, office } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: office, username: 'van.thu', role: 'clerk' })
    const app: TestApp = await givenApp(world)
    const browser = openBrowser(app)
    await browser.signIn('van.thu')
    expect(await send(world, admin, 'account.disable', { accountId, unitId: office, reason: 'chuyển công tác' })).toMatchObject({
      ok: true,
    })
    expect((await browser.ask('GET', 'session')).json().code).toBe('account.signed-out')
    expect((await browser.signIn('van.thu')).json().code).toBe('account.disabled')
    expect((await browser.signIn('van.thu', 'không biết mật khẩu')).json().code).toBe('account.wrong-password')
    expect(await database.kysely.selectFrom('session').select('id').execute()).toEqual([])
    expect(await send(world, admin, 'account.resetPassword', { accountId, unitId: office })).toMatchObject({ code: 'account.disabled' })
  })

  test('the last administrator of a unit stays, until another is there', async ({ database }) => {
    const { world, admin, office, province } = await aProvince(database)
    const accountId = await givenAccount(world, { unitId: province, username: 'quan.tri', role: 'admin' })
    const leave = () => send(world, admin, 'account.disable', { accountId, unitId: province, reason: 'nghỉ hưu' })
    expect(await leave()).toMatchObject({ ok: false, code: 'account.last-admin' })
    expect(await send(world, admin, 'account.withdrawGrant', { id: accountId, unitId: province })).toMatchObject({
      code: 'account.last-admin',
    })
    await givenAccount(world, { unitId: office, username: 'quan.tri.phong', role: 'admin' })
    expect(await leave()).toMatchObject({ ok: false, code: 'account.last-admin' })
    await givenAccount(world, { unitId: province, username: 'quan.tri.hai', role: 'admin' })
    expect(await leave()).toMatchObject({ ok: true })
  })

  test('two administrators who remove each other at the same moment: one stays', async () => {
    const database = await openTestDatabase()
    const { world, admin, province } = await aProvince(database)
    const [first, second] = [
      await givenAccount(world, { unitId: province, username: 'quan.tri.mot', role: 'admin' }),
      await givenAccount(world, { unitId: province, username: 'quan.tri.hai', role: 'admin' }),
    ]
    const answers = await Promise.all(
      [first, second].map(accountId => send(world, admin, 'account.disable', { accountId, unitId: province, reason: 'cùng lúc' })),
    )
    expect(answers.map(answer => (answer.ok ? 'gone' : answer.code)).toSorted()).toEqual(['account.last-admin', 'gone'])
    await database.close()
  })
})

async function aProvince(database: World['database']): Promise<{ world: World; province: string; office: string; admin: Actor }> {
  const province = await givenUnit(database.kysely, { name: 'Tỉnh minh họa', kind: 'province' })
  const office = await givenUnit(database.kysely, { name: 'Văn phòng minh họa', parentUnitId: province })
  return { world: worldOn(database), province, office, admin: someone('admin', [province]) }
}

function accountBody(unitId: string): BodyInput<'account.add'> {
  return { id: randomUUID(), username: 'moi.vao', fullName: 'Lò Văn Mới', unitId, role: 'officer', withSubtree: true }
}
