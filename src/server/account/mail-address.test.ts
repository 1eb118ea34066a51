import { describe, expect } from 'vitest'
import { anOfficeAtWork, givenAccount, openBrowser } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'

describe('where the morning letter goes', () => {
  test('is told by the person, taken back by them, and stays out of the trail', async ({ database }) => {
    const { browser } = await anOfficeAtWork(database)
    expect((await browser.ask('POST', 'session/email', { email: ' chuyen.vien@minhhoa.gov.vn ' })).statusCode).toBe(204)
    expect((await browser.ask('GET', 'session/email')).json()).toEqual({ email: 'chuyen.vien@minhhoa.gov.vn' })
    await browser.ask('POST', 'session/email', { email: '' })
    expect((await browser.ask('GET', 'session/email')).json()).toEqual({ email: '' })
    const trail = await database.kysely.selectFrom('auditEntry').selectAll().execute()
    expect(trail.map(entry => entry.command)).toContain('account.setEmail')
    expect(JSON.stringify(trail)).not.toContain('minhhoa.gov.vn')
  })

  test.for(['chuyen.vien', 'a@b', 'a b@c.vn', 'a@c.vn, d@e.vn', 'a@c.vn\nBcc: d@e.vn'])(
    'is no address: %s',
    async (email, { database }) => {
      const { browser } = await anOfficeAtWork(database)
      const answer = await browser.ask('POST', 'session/email', { email })
      expect([answer.statusCode, answer.json().fields.email]).toEqual([400, 'Thư điện tử: ghi như ten@coquan.gov.vn'])
    },
  )

  test('is nobody’s to read or set who is not signed in', async ({ database }) => {
    const { app } = await anOfficeAtWork(database)
    for (const method of ['GET', 'POST'] as const)
      expect((await openBrowser(app).ask(method, 'session/email', { email: 'a@c.vn' })).json().code).toBe('account.signed-out')
  })

  test('is set by an administrator for those of the unit, and for nobody elsewhere', async ({ database }) => {
    const { world, unitId } = await anOfficeAtWork(database)
    const admin = someone('admin', [unitId])
    const accountId = await givenAccount(world, { unitId, username: 'van.thu', role: 'clerk' })
    await must(send(world, admin, 'account.setEmail', { accountId, unitId, email: 'van.thu@minhhoa.gov.vn' }))
    const accounts = await must(ask(world, admin, 'account.list', { unitId }))
    expect(accounts.find(account => account.id === accountId)).toMatchObject({ email: 'van.thu@minhhoa.gov.vn', mailFault: '' })

    const elsewhere = await givenUnit(database.kysely, { name: 'Sở khác' })
    const stranger = await givenAccount(world, { unitId: elsewhere, username: 'nguoi.ngoai', role: 'officer' })
    expect(await send(world, admin, 'account.setEmail', { accountId: stranger, unitId, email: 'a@c.vn' })).toMatchObject({
      code: 'account.unknown',
    })
  })
})
