import { afterAll, beforeAll, describe, expect, test as plainTest } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { dayInVietnam } from '#domain/calendar/plain-date.ts'
import { type People, test } from '../../../test/demo.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { until } from '../../../test/report-steps.ts'
import { type MailServer, startMailServer, wordsOf } from '../../../test/smtp.ts'
import { systemNow } from '../context.ts'
import { unitIds } from '../demo/office.ts'
import type { World } from '../world.ts'
import { sendDigests } from './digest.ts'
import { saveAddress } from './mail.store.ts'
import { readPost } from './post.ts'

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server.stop())

describe('the morning letter', () => {
  test('says what is late, what came back and why, to whoever wants one', async ({ world, people }) => {
    const report = await until(world, people, 'report.submit')
    const back = { id: report.id, revision: report.report.revision, reason: 'thiếu số liệu <xã>' }
    await must(send(world, people.leader, 'report.sendBack', back))
    await wants(world, people.officer)
    expect(await post(world)).toEqual({ sent: 1, nothingToSay: 0, failed: 0, notDue: 0 })
    const letter = lastLetter()
    expect(letter.subject).toBe('Nếp ngày 15/6/2022: 1 bị trả lại, 1 quá hạn')
    expect(letter.text).toContain('báo cáo 6 tháng đầu năm 2022: thiếu số liệu <xã>')
    expect(letter.text).toContain('quá hạn 5 ngày')
    expect(letter.text).toContain('https://nep.minhhoa.gov.vn/hom-nay')
    expect(letter.html).toContain('thiếu số liệu &lt;xã&gt;')
  })

  test('names work and units, no person', async ({ world, people }) => {
    await until(world, people, 'report.submit')
    await wants(world, people.leader)
    await wants(world, people.officer)
    await post(world)
    const letters = server.taken.slice(-2).map(wordsOf)
    for (const { fullName } of Object.values(people)) for (const { text } of letters) expect(text).not.toContain(fullName)
    expect(letters.map(({ subject }) => subject)).toContain('Nếp ngày 15/6/2022: 1 chờ ký')
  })

  test('goes out once a day, however often it is asked for', async ({ world, people }) => {
    await wants(world, people.officer)
    expect((await post(world)).sent).toBe(1)
    expect(await post(world)).toEqual({ sent: 0, nothingToSay: 0, failed: 0, notDue: 1 })
  })

  test('is not written when nothing waits, and not to those who gave no address', async ({ world, people }) => {
    const before = server.taken.length
    await wants(world, people.admin, 'quan.tri@minhhoa.gov.vn')
    await world.database.kysely.deleteFrom('accountGrant').where('accountId', '=', people.admin.accountId).execute()
    expect(await post(world)).toEqual({ sent: 0, nothingToSay: 1, failed: 0, notDue: 0 })
    expect(server.taken.length).toBe(before)
  })

  test('that fails is shown to the administrator, waits, and is sent once the server takes it', async ({ world, people }) => {
    await wants(world, people.officer)
    server.turnAway(true)
    expect((await post(world)).failed).toBe(1)
    server.turnAway(false)
    expect(await faultShown(world, people)).toBe('máy chủ thư không nhận địa chỉ này')
    expect((await post(world)).notDue).toBe(1) // not at once again
    const earlier = new Date(Date.parse(systemNow()) - 16 * 60_000).toISOString()
    await world.database.kysely.updateTable('digest').set({ at: earlier }).execute()
    expect((await post(world)).sent).toBe(1)
    expect(await faultShown(world, people)).toBe('')
  })

  test('that was cut off while it was sent is not sent again that day', async ({ world, people }) => {
    await wants(world, people.officer)
    const row = { accountId: people.officer.accountId, onDay: dayInVietnam(systemNow()), outcome: 'sending', tries: 1, at: systemNow() }
    await world.database.kysely.insertInto('digest').values(row).execute()
    expect((await post(world)).notDue).toBe(1)
  })

  test('a server that is not there is a fault of the letter, not of the morning', async ({ world, people }) => {
    await wants(world, people.officer)
    await wants(world, people.head)
    const nowhere = { smtpUrl: 'smtp://127.0.0.1:9', from: 'nep@minhhoa.gov.vn' }
    expect((await sendDigests(world, nowhere, { isEarly: true })).failed).toBe(2)
    expect(await faultShown(world, people)).toBe('không nối được máy chủ thư')
  })
})

plainTest('without a post office nobody is written to; half a setting is refused', () => {
  expect(readPost({})).toBeNull()
  expect(() => readPost({ SMTP_URL: 'smtp://thu.minhhoa.gov.vn' })).toThrow('NEP_MAIL_FROM')
  expect(() => readPost({ SMTP_URL: 'thu.minhhoa.gov.vn', NEP_MAIL_FROM: 'nep@minhhoa.gov.vn' })).toThrow('smtp://')
})

async function wants(world: World, { accountId }: Actor, address = `${accountId}@minhhoa.gov.vn`): Promise<void> {
  await saveAddress(world.database.kysely, accountId, address)
}

function post(world: World) {
  const settings = { smtpUrl: server.url, from: 'Nếp <nep@minhhoa.gov.vn>' }
  return sendDigests({ ...world, address: 'https://nep.minhhoa.gov.vn' }, settings, { isEarly: true })
}

function lastLetter(): ReturnType<typeof wordsOf> {
  const letter = server.taken.at(-1)
  if (!letter) throw new Error('no letter came')
  return wordsOf(letter)
}

async function faultShown(world: World, people: People): Promise<string> {
  const accounts = await must(ask(world, people.admin, 'account.list', { unitId: unitIds.office }))
  return accounts.find(({ id }) => id === people.officer.accountId)?.mailFault ?? ''
}
