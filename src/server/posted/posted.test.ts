import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { mostOpinionsADay } from '#domain/posted/posted-list.ts'
import { type Browser, givenApp, openBrowser, type TestApp } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { attach, jpeg, photoOf } from '../../../test/evidence.ts'
import { ask, must, someone, worldOn } from '../../../test/factories.ts'
import { type PostedVillage, postedVillage } from '../../../test/posted-village.ts'
import { asHead, givenHouseholds, register } from '../../../test/season-of-commune.ts'
import type { Database } from '../db/connect.ts'

describe('a posted list on its page', () => {
  test('is read by anybody who has its address: names, no reason, no points, no address', async ({ database }) => {
    const { browser, posting, candidateIds } = await aPostedVillage(database)
    const answer = await browser.ask('GET', `posted.list?id=${posting.id}`)
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      {
        areaName: expect.any(String),
        communeName: expect.any(String),
        honour: 'Gia đình văn hóa',
        year: 2024,
        posting: { from: '2024-11-02', lastOn: '2024-11-12', place: 'Nhà văn hóa bản' },
        rows: [
          { candidateId: candidateIds[0], number: 1, name: 'Lò Văn An', address: '' },
          { candidateId: candidateIds[1], number: 2, name: 'Quàng Văn Bình', address: '' },
        ],
      },
    ])
  })

  test('is gone the day after its last day, and an address of nothing tells nothing', async ({ database }) => {
    const { season, posting } = await aPostedVillage(database)
    const on = async (day: string) =>
      (await openBrowser(await givenApp(worldOn(database, plainDate(day)))).ask('GET', `posted.list?id=${posting.id}`)).json().code
    expect([await on('2024-11-01'), await on('2024-11-12'), await on('2024-11-13')]).toEqual(['posted.not-begun', undefined, 'posted.over'])
    const anywhere = openBrowser(await givenApp(season.world))
    for (const id of [randomUUID(), season.seasonId, season.upperId])
      expect((await anywhere.ask('GET', `posted.list?id=${id}`)).json().code).toBe('posted.unknown')
    expect((await anywhere.ask('GET', 'posted.list?id=1')).statusCode).toBe(400)
  })

  test('has its address and its photos on the page of the area, for those who answer for it alone', async ({ database }) => {
    const { season, posting } = await aPostedVillage(database)
    await must(attach(season.world, season.headOfUpper, photoOf({ kind: 'posting', id: posting.id })))
    expect(await must(ask(season.world, season.headOfUpper, 'posted.one', season.upper))).toMatchObject({
      postingId: posting.id,
      isOpen: true,
      evidence: [{ fileName: 'ảnh đẹp.jpg' }],
      fromPage: [],
    })
    for (const actor of [season.headOfLower, season.reader, someone('officer', [randomUUID()])]) {
      expect(await ask(season.world, actor, 'posted.one', season.upper)).toMatchObject({ code: 'account.not-allowed' })
      expect(await attach(season.world, actor, photoOf({ kind: 'posting', id: posting.id }))).toMatchObject({ code: 'account.not-allowed' })
    }
  })

  test('takes no photo of 50 MB, none that would run, none of another step', async ({ database }) => {
    const { season, posting } = await aPostedVillage(database)
    const send = (changes: object) => attach(season.world, season.headOfUpper, photoOf({ kind: 'posting', id: posting.id }, changes))
    expect(await send({ bytes: jpeg(50 * 1024 * 1024) })).toMatchObject({ code: 'evidence.file-too-large' })
    expect(await send({ bytes: Buffer.from('<script>alert(1)</script>') })).toMatchObject({ code: 'evidence.file-type' })
    for (const fileName of ['../../etc/passwd', 'a<b>.jpg', 'anh.jpg\u202e', 'con.jpg'])
      expect(await send({ fileName })).toMatchObject({ code: 'evidence.file-name' })
    const other = photoOf({ kind: 'posting', id: season.seasonId })
    expect(await attach(season.world, season.headOfUpper, other)).toMatchObject({ code: 'evidence.unknown-owner' })
  })
})

describe('an opinion left on the page', () => {
  test('comes to the area, holds its household back alone, and whoever left it reads the answer', async ({ database }) => {
    const { season, browser, posting, candidateIds } = await aPostedVillage(database)
    const said = { id: randomUUID(), postingId: posting.id, candidateId: candidateIds[0], says: 'Hộ này đổ rác xuống suối' }
    expect((await browser.ask('POST', 'posted.say', said)).json()).toEqual({ id: said.id, receivedOn: '2024-11-05' })
    expect((await browser.ask('POST', 'posted.say', said)).json()).toEqual({ id: said.id, receivedOn: '2024-11-05' })
    const area = await must(ask(season.world, season.headOfUpper, 'season.area', season.upper))
    expect(area.opinions).toMatchObject([{ id: said.id, kind: 'objection', candidateId: candidateIds[0], answer: null }])
    expect((await must(ask(season.world, season.headOfUpper, 'posted.one', season.upper))).fromPage).toEqual([said.id])

    const before = (await browser.ask('GET', `posted.answer?id=${said.id}`)).json()
    expect(before).toEqual({ receivedOn: '2024-11-05', answer: null })
    await must(asHead(season, 'season.answerOpinion', { id: said.id, on: '2024-11-05', outcome: 'dismissed', reason: 'Đã nhắc và dọn' }))
    const after = openBrowser(await givenApp(worldOn(database, plainDate('2024-12-20'))))
    expect((await after.ask('GET', `posted.answer?id=${said.id}`)).json()).toEqual({
      receivedOn: '2024-11-05',
      answer: { on: '2024-11-05', outcome: 'dismissed', reason: 'Đã nhắc và dọn' },
    })
  })

  test('leaves in the trail that somebody spoke, not what, nor who, nor from where', async ({ database }) => {
    const { browser, posting } = await aPostedVillage(database)
    await browser.ask('POST', 'posted.say', remark(posting.id, { says: 'Danh sách thiếu nhà tôi' }))
    const entry = await database.kysely
      .selectFrom('auditEntry')
      .selectAll()
      .where('command', '=', 'season.receiveOpinion')
      .executeTakeFirst()
    expect(entry).toMatchObject({ actorName: 'Người dân, không đăng nhập' })
    expect(JSON.stringify(entry)).not.toMatch(/thiếu nhà|10\.0\.0/u)
  })

  test('is text and stays text, whatever it is made of', async ({ database }) => {
    const { season, browser, posting } = await aPostedVillage(database)
    const says = '<img src=x onerror=alert(1)> \'); drop table season; -- "'
    expect((await browser.ask('POST', 'posted.say', remark(posting.id, { says }))).statusCode).toBe(200)
    const { opinions } = await must(ask(season.world, season.headOfUpper, 'season.area', season.upper))
    expect(opinions.map(opinion => opinion.says)).toEqual([says])
  })

  test('is refused about a household that is not on this list, empty, too long, or once the list is down', async ({ database }) => {
    const { season, browser, posting } = await aPostedVillage(database)
    const [below = ''] = await givenHouseholds(season, season.lowerId, ['Cầm Thị Chung'])
    const [elsewhere] = await register(season, season.lower, [below], '2024-10-01')
    expect(await code(browser, remark(posting.id, { candidateId: elsewhere }))).toBe('season.unknown-candidate')
    expect(await code(browser, remark(posting.id, { says: '   ' }))).toBe('input.invalid')
    expect(await code(browser, remark(posting.id, { says: 'ơ'.repeat(2001) }))).toBe('input.invalid')
    expect(await code(browser, remark(randomUUID()))).toBe('posted.unknown')
    const after = openBrowser(await givenApp(worldOn(database, plainDate('2024-11-13'))))
    expect(await code(after, remark(posting.id))).toBe('posted.over')
  })

  test('of a machine is thanked and not heard; of a flood not even that', async ({ database }) => {
    const { season, browser, posting } = await aPostedVillage(database)
    expect((await browser.ask('POST', 'posted.say', remark(posting.id, { website: 'https://spam.example' }))).statusCode).toBe(200)
    for (let time = 0; time < 4; time++) await browser.ask('POST', 'posted.say', remark(posting.id))
    const flood = await browser.ask('POST', 'posted.say', remark(posting.id))
    expect([flood.statusCode, flood.json().code]).toEqual([429, 'posted.too-many'])
    expect((await must(ask(season.world, season.headOfUpper, 'season.area', season.upper))).opinions).toHaveLength(4)
  })

  test('from many addresses at once is enough when a day has heard its most', async ({ database }) => {
    const { app, posting } = await aPostedVillage(database)
    let last = { statusCode: 0, code: '' }
    for (let at = 0; at <= mostOpinionsADay; at++) {
      const answer = await openBrowser(app, { address: `10.0.1.${at}` }).ask('POST', 'posted.say', remark(posting.id))
      last = { statusCode: answer.statusCode, code: answer.json().code }
    }
    expect(last).toEqual({ statusCode: 429, code: 'posted.too-many-today' })
  })

  test('is not taken from a page of another site', async ({ database }) => {
    const { app, posting } = await aPostedVillage(database)
    const headers = { 'sec-fetch-site': 'cross-site' }
    const answer = await app.app.inject({ method: 'POST', url: '/api/posted.say', payload: remark(posting.id), headers })
    expect(answer.json().code).toBe('input.foreign-origin')
  })

  test('under a number that is taken elsewhere is not answered for', async ({ database }) => {
    const { season, browser, posting, candidateIds } = await aPostedVillage(database)
    const id = randomUUID()
    const told = { id, ...season.upper, candidateId: candidateIds[0] ?? '', kind: 'objection', receivedOn: '2024-11-04', says: 'Nói miệng' }
    await must(asHead(season, 'season.receiveOpinion', { ...told, kind: 'objection' }))
    expect((await browser.ask('POST', 'posted.say', { ...remark(posting.id), id })).json().code).toBe('input.id-taken')
    expect((await browser.ask('GET', `posted.answer?id=${id}`)).json().code).toBe('posted.unknown')
  })
})

async function code(at: Browser, body: object): Promise<string> {
  return (await at.ask('POST', 'posted.say', body)).json().code
}

function remark(postingId: string, changes: object = {}): object {
  return { id: randomUUID(), postingId, candidateId: null, says: 'Nên ghi số nhà', ...changes }
}

/** A posted village, with somebody who opens its page. */
async function aPostedVillage(database: Database): Promise<PostedVillage & { readonly app: TestApp; readonly browser: Browser }> {
  const posted = await postedVillage(database)
  const app = await givenApp(posted.season.world)
  return { ...posted, app, browser: openBrowser(app) }
}
