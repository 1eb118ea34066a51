import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { anOfficeAtWork } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { activityBody } from '../../../test/factories.ts'
import { operatorKey } from '../operator.ts'

describe('what does not fit the contract', () => {
  test.for([
    ['text that is no JSON', 'application/json', '{"id":'],
    ['nothing at all', 'application/json', ''],
    ['a prototype in disguise', 'application/json', '{"__proto__":{"isAdmin":true}}'],
    ['plain text', 'text/plain', '{}'],
    ['a form of another site', 'application/x-www-form-urlencoded', 'id=1'],
    ['a number alone', 'application/json', '7'],
    ['a list', 'application/json', '[]'],
  ] as const)('refuses %s', async ([, type, payload], { database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const answer = await app.app.inject({
      method: 'POST',
      url: '/api/activity.record',
      payload,
      headers: { 'content-type': type, cookie: browser.cookie() },
    })
    expect([answer.statusCode, answer.json().code, app.faults]).toEqual([400, 'input.invalid', []])
  })

  test('names every wrong field in words, and those that do not belong', async ({ database }) => {
    const { browser, unitId } = await anOfficeAtWork(database)
    const answer = await browser.ask('POST', 'activity.record', { ...activityBody(unitId), name: '', startsOn: '30/02/2022', colour: 'đỏ' })
    expect(answer.json()).toMatchObject({
      code: 'input.invalid',
      fields: { name: 'Tên hoạt động: chưa nhập', startsOn: 'Ngày bắt đầu: không phải ngày có thật' },
    })
    expect(answer.json().fields.body).toBe('Có mục không thuộc biểu này')
  })

  test('refuses a letter no database stores', async ({ database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const answer = await browser.ask('GET', `audit.list?unitId=${randomUUID()}&subjectId=%00`)
    expect(answer.statusCode).toBeLessThan(500)
    expect(app.faults).toEqual([])
  })

  test('refuses two megabytes of JSON', async ({ database }) => {
    const { browser, unitId } = await anOfficeAtWork(database)
    const answer = await browser.ask('POST', 'activity.record', activityBody(unitId, { narrative: 'ơ'.repeat(1_000_000) }))
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'input.too-large'])
  })

  test.for([
    'GET nothing',
    'GET activity.record',
    'POST activity.list',
    'DELETE activity.record',
    'GET evidence',
    'GET ..%2f..%2fpackage.json',
  ])('knows no %s', async (asked, { database }) => {
    const { browser } = await anOfficeAtWork(database)
    const [method, path] = asked.split(' ') as ['GET', string]
    const answer = await browser.ask(method, path)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'input.not-found'])
  })
})

describe('requests that come from elsewhere', () => {
  const elsewhere = [
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['an old browser on another site', { origin: 'https://la.example' }],
    ['a page without an origin', { origin: 'null' }],
  ] as const
  test.for(elsewhere)('change nothing: %s', async ([, headers], { database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const answer = await app.app.inject({ method: 'DELETE', url: '/api/session', headers: { ...headers, cookie: browser.cookie() } })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'input.foreign-origin'])
    expect((await browser.ask('GET', 'session')).statusCode).toBe(200)
  })

  test('are let in from the application’s own page', async ({ database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const own = { host: 'nep.sonla.example', origin: 'https://nep.sonla.example', cookie: browser.cookie() }
    expect((await app.app.inject({ method: 'DELETE', url: '/api/session', headers: own })).statusCode).toBe(204)
  })
})

describe('every answer', () => {
  test('tells browsers to trust nothing but this server', async ({ database }) => {
    const { app } = await anOfficeAtWork(database)
    for (const url of ['/', '/api/session', '/api/nothing']) {
      const { headers } = await app.app.inject({ url })
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    }
  })

  test('to a fault is plain, and what is logged holds nothing anybody typed', async ({ database }) => {
    const { app, browser, unitId } = await anOfficeAtWork(database)
    await database.kysely.schema.dropTable('activity').cascade().execute()
    const answer = await browser.ask('GET', `activity.list?unitId=${unitId}&search=${encodeURIComponent('Lò Thị Bí Mật')}`)
    expect([answer.statusCode, answer.json()]).toEqual([500, { code: 'server.fault', message: expect.stringContaining('Máy chủ gặp lỗi') }])
    const { faults } = app
    expect(faults).toMatchObject([{ requestId: answer.headers['x-request-id'], route: 'GET /api/activity.list', kind: 'error 42P01' }])
    expect(JSON.stringify(faults)).not.toContain('Bí Mật')
  })
})

describe('what the terminal asks of a running server', () => {
  test.for([
    ['nobody', undefined],
    ['a guess', 'Bearer x'],
    ['the secret of another folder', `Bearer ${operatorKey('another')}`],
  ] as const)('is refused to %s, signed in or not', async ([, authorization], { database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const headers = { cookie: browser.cookie(), ...(authorization && { authorization }) }
    for (const what of ['backup', 'verify-trail']) {
      const answer = await app.app.inject({ method: 'POST', url: `/api/operator/${what}`, payload: { file: '/nowhere' }, headers })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.not-allowed'])
    }
  })
})

describe('the pages', () => {
  test('open at every address of a screen; files with a hash are kept for a year, the page itself is not', async ({ database }) => {
    const { app } = await anOfficeAtWork(database, await builtWeb())
    for (const url of ['/', '/bao-cao/123', '/don-vi?ngay=2022-06-15']) {
      const answer = await app.app.inject({ url })
      expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, '<!doctype html>Nếp', 'no-cache'])
    }
    expect((await app.app.inject({ url: '/assets/main-a1b2.js' })).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.for([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/.hidden',
    '/nothing.js',
    '/%00.js',
    '/%zz',
  ])('do not hand out %s', async (url, { database }) => {
    const { app } = await anOfficeAtWork(database, await builtWeb())
    const answer = await app.app.inject({ url })
    expect(answer.body).not.toContain('bí mật')
    expect([answer.statusCode >= 400 && answer.statusCode < 500, app.faults]).toEqual([true, []])
  })
})

async function builtWeb(): Promise<{ webFolder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-web-'))
  const webFolder = join(folder, 'web')
  await mkdir(join(webFolder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'bí mật')
  await writeFile(join(webFolder, '.hidden'), 'bí mật')
  await writeFile(join(webFolder, 'index.html'), '<!doctype html>Nếp')
  await writeFile(join(webFolder, 'assets', 'main-a1b2.js'), 'void 0')
  return { webFolder }
}
