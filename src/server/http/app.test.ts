import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { type Browser, givenAccount, givenApp, openBrowser, type TestApp } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { activityBody, givenUnit, worldOn } from '../../../test/factories.ts'
import { operatorKey } from '../operator.ts'
import type { World } from '../world.ts'

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
    const { app, browser } = await anOffice(database)
    const answer = await app.app.inject({
      method: 'POST',
      url: '/api/activity.record',
      payload,
      headers: { 'content-type': type, cookie: browser.cookie() },
    })
    expect([answer.statusCode, answer.json().code, app.faults]).toEqual([400, 'input.invalid', []])
  })

  test('names every wrong field in words, and those that do not belong', async ({ database }) => {
    const { browser, unitId } = await anOffice(database)
    const answer = await browser.ask('POST', 'activity.record', { ...activityBody(unitId), name: '', startsOn: '30/02/2022', colour: 'đỏ' })
    expect(answer.json()).toMatchObject({
      code: 'input.invalid',
      fields: { name: 'Tên hoạt động: chưa nhập', startsOn: 'Ngày bắt đầu: không phải ngày có thật' },
    })
    expect(answer.json().fields.body).toBe('Có mục không thuộc biểu này')
  })

  test('refuses a letter no database stores', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    const answer = await browser.ask('GET', `audit.list?unitId=${randomUUID()}&subjectId=%00`)
    expect(answer.statusCode).toBeLessThan(500)
    expect(app.faults).toEqual([])
  })

  test('refuses two megabytes of JSON', async ({ database }) => {
    const { browser, unitId } = await anOffice(database)
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
    const { browser } = await anOffice(database)
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
    const { app, browser } = await anOffice(database)
    const answer = await app.app.inject({ method: 'DELETE', url: '/api/session', headers: { ...headers, cookie: browser.cookie() } })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'input.foreign-origin'])
    expect((await browser.ask('GET', 'session')).statusCode).toBe(200)
  })

  test('are let in from the application’s own page', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    const own = { host: 'nep.sonla.example', origin: 'https://nep.sonla.example', cookie: browser.cookie() }
    expect((await app.app.inject({ method: 'DELETE', url: '/api/session', headers: own })).statusCode).toBe(204)
  })
})

describe('every answer', () => {
  test('tells browsers to trust nothing but this server', async ({ database }) => {
    const { app } = await anOffice(database)
    for (const url of ['/', '/api/session', '/api/nothing']) {
      const { headers } = await app.app.inject({ url })
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    }
  })

  test('to a fault is plain, and what is logged holds nothing anybody typed', async ({ database }) => {
    const { app, browser, unitId } = await anOffice(database)
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
    const { app, browser } = await anOffice(database)
    const headers = { cookie: browser.cookie(), ...(authorization && { authorization }) }
    for (const what of ['backup', 'verify-trail']) {
      const answer = await app.app.inject({ method: 'POST', url: `/api/operator/${what}`, payload: { file: '/nowhere' }, headers })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.not-allowed'])
    }
  })
})

describe('evidence', () => {
  test('is handed in, opened again under its Vietnamese name, and gone once detached', async ({ database }) => {
    const { app, browser, unitId } = await anOffice(database)
    const activity = activityBody(unitId)
    await browser.ask('POST', 'activity.record', activity)
    const id = randomUUID()
    const handedIn = await upload(app, browser, { id, activityId: activity.id, fileName: 'Ảnh “chạy” đẹp (1).jpg', bytes: jpeg(3000) })
    expect(handedIn.json()).toMatchObject({ id, fileName: 'Ảnh “chạy” đẹp (1).jpg', bytes: 3000, mediaType: 'image/jpeg' })

    const opened = await browser.ask('GET', `evidence/${id}`)
    expect(opened.rawPayload.equals(jpeg(3000))).toBe(true)
    expect(opened.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="Anh _chay_ dep (1).jpg"; filename*=UTF-8''%E1%BA%A2nh%20%E2%80%9Cch%E1%BA%A1y%E2%80%9D%20%C4%91%E1%BA%B9p%20%281%29.jpg`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
    })
    await browser.ask('POST', 'activity.detach', { id, reason: 'nhầm ảnh' })
    expect((await browser.ask('GET', `evidence/${id}`)).json().code).toBe('activity.unknown-evidence')
  })

  test.for([
    ['a name that climbs out', '../../../etc/cron.d/x.jpg', 'activity.file-name'],
    ['a name of a device', 'CON', 'activity.file-name'],
    ['a page called a photo', 'a.html', 'activity.file-type'],
  ] as const)('is refused with %s', async ([, fileName, code], { database }) => {
    const { app, browser, unitId } = await anOffice(database)
    const activity = activityBody(unitId)
    await browser.ask('POST', 'activity.record', activity)
    const bytes = fileName.endsWith('.html') ? Buffer.from('<script>alert(1)</script>') : jpeg(10)
    expect((await upload(app, browser, { id: randomUUID(), activityId: activity.id, fileName, bytes })).json().code).toBe(code)
  })

  test('of fifty megabytes is refused at once when its size is told, and soon when it is not', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const before = process.memoryUsage().rss
    const told = await pour(app, browser, { isSizeTold: true })
    expect([told.statusCode, told.code]).toEqual([413, 'activity.file-too-large'])
    expect(told.poured).toBeLessThan(20 * megabyte)
    const untold = await pour(app, browser, { isSizeTold: false })
    expect([untold.statusCode, untold.code]).toEqual([413, 'activity.file-too-large'])
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte)
    await app.app.close()
  })

  test('is asked of those signed in before a byte of it is read', async ({ database }) => {
    const { app } = await anOffice(database)
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const answer = await pour(app, openBrowser(app), { isSizeTold: false })
    expect([answer.statusCode, answer.code]).toEqual([403, 'account.signed-out'])
    await app.app.close()
  })

  test('is one file in a form', async ({ database }) => {
    const { app, browser } = await anOffice(database)
    const url = `/api/activity.attach?id=${randomUUID()}&activityId=${randomUUID()}`
    const asJson = await app.app.inject({ method: 'POST', url, payload: {}, headers: { cookie: browser.cookie() } })
    expect([asJson.statusCode, asJson.json().code]).toEqual([400, 'input.invalid'])
    const broken = { 'content-type': 'multipart/form-data; boundary=x', cookie: browser.cookie() }
    const answer = await app.app.inject({ method: 'POST', url, payload: 'no border here', headers: broken })
    expect([answer.statusCode < 500, app.faults]).toEqual([true, []])
  })
})

describe('the pages', () => {
  test('open at every address of a screen; files with a hash are kept for a year, the page itself is not', async ({ database }) => {
    const { app } = await anOffice(database, await builtWeb())
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
    const { app } = await anOffice(database, await builtWeb())
    const answer = await app.app.inject({ url })
    expect(answer.body).not.toContain('bí mật')
    expect([answer.statusCode >= 400 && answer.statusCode < 500, app.faults]).toEqual([true, []])
  })
})

const megabyte = 1024 * 1024

async function anOffice(database: World['database'], options: Parameters<typeof givenApp>[1] = {}) {
  const world = worldOn(database)
  const unitId = await givenUnit(database.kysely, { name: 'Văn phòng minh họa' })
  await givenAccount(world, { unitId, username: 'chuyen.vien', role: 'officer' })
  const app = await givenApp(world, options)
  const browser = openBrowser(app)
  await browser.signIn('chuyen.vien')
  return { unitId, app, browser }
}

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

function jpeg(size: number): Buffer {
  const bytes = Buffer.alloc(size)
  bytes.set([0xff, 0xd8, 0xff])
  return bytes
}

type Handed = { readonly id: string; readonly activityId: string; readonly fileName: string; readonly bytes: Buffer }

async function upload({ app }: TestApp, browser: Browser, { id, activityId, fileName, bytes }: Handed) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), fileName)
  const encoded = new Response(form)
  return app.inject({
    method: 'POST',
    url: `/api/activity.attach?id=${id}&activityId=${activityId}`,
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', cookie: browser.cookie() },
  })
}

/** Sends fifty megabytes over a real line until the server answers. */
function pour(
  { app }: TestApp,
  browser: Browser,
  { isSizeTold }: { isSizeTold: boolean },
): Promise<{ statusCode: number; code: string; poured: number }> {
  const { port } = app.server.address() as AddressInfo
  const head = Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n')
  const chunk = jpeg(64 * 1024)
  return new Promise((resolve, reject) => {
    const path = `/api/activity.attach?id=${randomUUID()}&activityId=${randomUUID()}`
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      cookie: browser.cookie(),
      ...(isSizeTold ? { 'content-length': 50 * megabyte } : {}),
    }
    const upstream = request({ host: '127.0.0.1', port, path, method: 'POST', headers })
    let poured = 0
    let isAnswered = false
    const send = (): void => {
      while (!isAnswered && poured < 50 * megabyte - head.length) {
        poured += chunk.length
        if (!upstream.write(chunk)) return
      }
    }
    upstream.on('response', response => {
      isAnswered = true
      let text = ''
      response.on('data', part => {
        text += String(part)
      })
      response.on('end', () => {
        upstream.destroy()
        resolve({ statusCode: response.statusCode ?? 0, code: JSON.parse(text).code, poured })
      })
    })
    upstream.on('error', error => (isAnswered ? undefined : reject(error)))
    upstream.on('drain', send)
    upstream.write(head)
    send()
  })
}
