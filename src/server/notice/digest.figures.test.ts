import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { givenAccount } from '../../../test/app.ts'
import { type AskedProvince, askedProvince, handIn } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { must, send, worldOn } from '../../../test/factories.ts'
import { startMailServer, wordsOf } from '../../../test/smtp.ts'
import { sendDigests } from './digest.ts'
import { saveAddress } from './mail.store.ts'

const test = databaseTest
  .extend('here', async ({ database }) => askedProvince(worldOn(database)))
  .extend('server', async ({}, { onCleanup }) => {
    const server = await startMailServer()
    onCleanup(() => server.stop())
    return server
  })

test('who has not sent is reminded by e-mail too, in the words of who reminds; who has sent gets no letter, and nobody is named', async ({
  here,
  server,
}) => {
  await handIn(here, 0, 120)
  await headOf(here, 0, 'thon1')
  await headOf(here, 1, 'thon2')
  const unitIds = [here.villages[1]]
  await must(
    send(here.world, here.officer, 'request.remind', {
      id: randomUUID(),
      requestId: here.request,
      unitIds,
      words: 'Đề nghị gửi trước 16 giờ',
    }),
  )
  const post = { smtpUrl: server.url, from: 'Nếp <nep@minhhoa.gov.vn>' }
  const run = await sendDigests({ ...here.world, address: 'https://nep.minhhoa.gov.vn' }, post, { isEarly: true })
  expect(run).toEqual({ sent: 1, nothingToSay: 1, failed: 0, notDue: 0 })
  expect(server.taken.map(({ to }) => to)).toEqual(['thon2@minhhoa.gov.vn'])
  const [{ text } = { text: '' }] = server.taken.map(wordsOf)
  expect(text).toContain('Báo cáo 6 tháng đầu năm 2025 (Bản 2): hạn 17/6/2025')
  expect(text).toContain('Đồng nghiệp nhắc gửi “Báo cáo 6 tháng đầu năm 2025”: Đề nghị gửi trước 16 giờ')
  expect(text).toContain('https://nep.minhhoa.gov.vn/hom-nay')
  for (const words of ['Bản 1', 'Bản 3', here.officer.fullName]) expect(text).not.toContain(words)
})

test('a reminder is in no letter any more once what it reminded of was sent', async ({ here, server }) => {
  await headOf(here, 1, 'thon2')
  const remind = { id: randomUUID(), requestId: here.request, unitIds: [here.villages[1]], words: '' }
  await must(send(here.world, here.officer, 'request.remind', remind))
  await handIn(here, 1, 80)
  const post = { smtpUrl: server.url, from: 'Nếp <nep@minhhoa.gov.vn>' }
  expect(await sendDigests(here.world, post, { isEarly: true })).toMatchObject({ sent: 0, nothingToSay: 1 })
})

/** Whoever heads a village and wants a letter each morning. */
async function headOf({ world, villages }: AskedProvince, at: number, username: string): Promise<void> {
  const accountId = await givenAccount(world, { unitId: villages[at] ?? '', username, role: 'unitHead' })
  await saveAddress(world.database.kysely, accountId, `${username}@minhhoa.gov.vn`)
}
