import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect } from 'vitest'
import { anOfficeAtWork, type Browser, givenAccount, handIn, openBrowser, type TestApp } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { jpeg } from '../../../test/evidence.ts'
import { activityBody, givenUnit } from '../../../test/factories.ts'

describe('evidence', () => {
  test('is handed in, opened again under its Vietnamese name, and gone once detached', async ({ database }) => {
    const { app, browser, unitId } = await anOfficeAtWork(database)
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
    await browser.ask('POST', 'evidence.detach', { id, reason: 'nhầm ảnh' })
    expect((await browser.ask('GET', `evidence/${id}`)).json().code).toBe('evidence.unknown')
  })

  test.for([
    ['a name that climbs out', '../../../etc/cron.d/x.jpg', 'evidence.file-name'],
    ['a name of a device', 'CON', 'evidence.file-name'],
    ['a page called a photo', 'a.html', 'evidence.file-type'],
  ] as const)('is refused with %s', async ([, fileName, code], { database }) => {
    const { app, browser, unitId } = await anOfficeAtWork(database)
    const activity = activityBody(unitId)
    await browser.ask('POST', 'activity.record', activity)
    const bytes = fileName.endsWith('.html') ? Buffer.from('<script>alert(1)</script>') : jpeg(10)
    expect((await upload(app, browser, { id: randomUUID(), activityId: activity.id, fileName, bytes })).json().code).toBe(code)
  })

  test('of fifty megabytes is refused at once when its size is told, and soon when it is not', async ({ database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const before = process.memoryUsage().rss
    const told = await pour(app, browser, { isSizeTold: true })
    expect([told.statusCode, told.code]).toEqual([413, 'evidence.file-too-large'])
    expect(told.poured).toBeLessThan(20 * megabyte)
    const untold = await pour(app, browser, { isSizeTold: false })
    expect([untold.statusCode, untold.code]).toEqual([413, 'evidence.file-too-large'])
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte)
    await app.app.close()
  })

  test('is asked of those signed in before a byte of it is read', async ({ database }) => {
    const { app } = await anOfficeAtWork(database)
    await app.app.listen({ port: 0, host: '127.0.0.1' })
    const answer = await pour(app, openBrowser(app), { isSizeTold: false })
    expect([answer.statusCode, answer.code]).toEqual([403, 'account.signed-out'])
    await app.app.close()
  })

  test('is not taken from somebody of another office, and no file is left behind', async ({ database }) => {
    const { app, browser, unitId, world } = await anOfficeAtWork(database)
    const activity = activityBody(unitId)
    await browser.ask('POST', 'activity.record', activity)
    await givenAccount(world, { unitId: await givenUnit(database.kysely, { name: 'Sở khác' }), username: 'nguoi.ngoai', role: 'officer' })
    const stranger = openBrowser(app)
    await stranger.signIn('nguoi.ngoai')
    const answer = await upload(app, stranger, { id: randomUUID(), activityId: activity.id, fileName: 'a.jpg', bytes: jpeg(10) })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.not-allowed'])
    await expect(readdir(world.files.folder)).rejects.toThrow('ENOENT')
  })

  test.for([
    ['a thing that has no files', 'ownerKind=account'],
    ['nothing', ''],
  ])('of %s is refused by its address', async ([, owner], { database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const url = `/api/evidence.attach?id=${randomUUID()}&ownerId=${randomUUID()}&${owner}`
    const answer = await app.app.inject({ method: 'POST', url, headers: { cookie: browser.cookie() } })
    expect([answer.statusCode, answer.json().fields]).toEqual([400, { ownerKind: 'Nơi có minh chứng: chưa chọn' }])
  })

  test('is one file in a form', async ({ database }) => {
    const { app, browser } = await anOfficeAtWork(database)
    const url = `/api/evidence.attach?id=${randomUUID()}&ownerKind=progress&ownerId=${randomUUID()}`
    const asJson = await app.app.inject({ method: 'POST', url, payload: {}, headers: { cookie: browser.cookie() } })
    expect([asJson.statusCode, asJson.json().code]).toEqual([400, 'input.invalid'])
    const broken = { 'content-type': 'multipart/form-data; boundary=x', cookie: browser.cookie() }
    const answer = await app.app.inject({ method: 'POST', url, payload: 'no border here', headers: broken })
    expect([answer.statusCode < 500, app.faults]).toEqual([true, []])
  })
})

const megabyte = 1024 * 1024

type Handed = { readonly id: string; readonly activityId: string; readonly fileName: string; readonly bytes: Buffer }

function upload(app: TestApp, browser: Browser, { id, activityId, ...file }: Handed) {
  return handIn(app, browser, `evidence.attach?id=${id}&ownerKind=activity&ownerId=${activityId}`, file)
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
    const path = `/api/evidence.attach?id=${randomUUID()}&ownerKind=progress&ownerId=${randomUUID()}`
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
