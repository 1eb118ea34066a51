import { type Browser, expect, type Page, test } from '@playwright/test'
import { openCommune } from './commune.ts'
import { callerAs, signInOver } from './over-http.ts'
import { servesEveryone } from './serves-everyone.ts'

// A commune asks its twelve villages for figures of its own accord: written, looked at, sent, followed, reminded, accepted.

test('a commune asks its villages, reminds those who are silent and accepts what came', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await openCommune('xa-2026')
  try {
    await ask(browser, server.address)
  } finally {
    await server.stop()
  }
})

const title = 'Báo cáo nhanh cuối tháng 10'

async function ask(browser: Browser, address: string): Promise<void> {
  const officer = await pageOf(browser, address, 'vanhoa')

  await test.step('what is asked is written, and looked at before anybody is asked', async () => {
    await officer.goto('/bao-cao/dot')
    await servesEveryone(officer)
    await officer.getByRole('button', { name: 'Soạn đợt báo cáo' }).first().click()
    const form = officer.getByRole('dialog')
    await form.getByLabel('Số liệu từ ngày').fill('1/1/2026')
    await form.getByLabel('Chốt số liệu hết ngày').fill('31/10/2026')
    await form.getByLabel('Tên đợt báo cáo').fill(title)
    await form.getByLabel('Bản, thôn, tổ dân phố').check()
    await form.getByLabel('Hạn gửi của bản, thôn, tổ dân phố').fill('14/11/2026')
    await expect(form.getByText(/^14\/11\/2026 là ngày nghỉ/u)).toBeVisible()
    await form.getByRole('button', { name: 'Lưu để xem lại' }).click()
    await expect(officer.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(officer.getByText('Chưa gửi đi: chưa đơn vị nào nhận được yêu cầu này.')).toBeVisible()
    await servesEveryone(officer)
  })

  await test.step('a letter goes with it, in the words of its writer', async () => {
    await officer.getByRole('button', { name: 'Soạn công văn yêu cầu' }).click()
    const form = officer.getByRole('dialog')
    await form.getByLabel('Kính gửi').fill('Trưởng các bản, thôn')
    await form.getByLabel('Nội dung').fill('Đề nghị các bản, thôn gửi báo cáo.')
    await form.getByLabel('Ký hiệu').fill('UBND-VHXH')
    await form.getByRole('button', { name: 'Lưu dự thảo' }).click()
    const draft = officer.getByRole('link', { name: 'Dự thảo công văn yêu cầu' })
    await expect(draft).toBeVisible()
    const printed = await officer.request.get((await draft.getAttribute('href')) ?? '')
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('once sent, it is on the desk of every village', async () => {
    await officer.getByRole('button', { name: 'Gửi yêu cầu tới 12 đơn vị' }).click()
    await expect(officer.getByRole('row', { name: /Bản, thôn, tổ dân phố/u })).toContainText('0/12')
    const head = await pageOf(browser, address, 'truong1')
    await head.goto('/hom-nay')
    await head.getByRole('list', { name: 'Báo cáo số liệu phải gửi' }).getByRole('link', { name: title }).click()
    await expect(head.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })

  await test.step('what two villages handed in is read through, and taken at once', async () => {
    const requestId = new URL(officer.url()).pathname.split('/').at(-1) ?? ''
    for (const username of ['truong1', 'truong2']) {
      const village = await callerAs(address, username)
      const owed = { requestId, unitId: village.session.homeUnitId ?? '' }
      const values = { 'family.total': { quality: 'counted', count: 120 } } as const
      const { revision } = await village.send('return.save', { ...owed, content: { values, printed: [], parts: {} }, revision: 0 })
      await village.send('return.handIn', { ...owed, revision, reason: '' })
    }
    await officer.goto('/hom-nay')
    const waiting = officer.getByRole('list', { name: 'Báo cáo số liệu chờ xem' })
    await expect(waiting).toContainText('2 báo cáo chờ xem')
    await waiting.getByRole('link', { name: title }).click()
    await expect(officer.getByRole('heading', { name: '2 báo cáo chờ xem' })).toBeVisible()
    await servesEveryone(officer)
    for (const box of await officer.getByRole('checkbox').all()) await box.check()
    await officer.getByRole('button', { name: 'Nhận 2 báo cáo' }).click()
    await expect(officer.getByRole('heading', { name: 'Không còn báo cáo nào chờ xem' })).toBeVisible()
    await officer.getByRole('button', { name: 'Về danh sách đơn vị' }).click()
    await servesEveryone(officer)
  })

  await test.step('the ten who are silent are reminded in one go', async () => {
    await officer.getByRole('button', { name: 'Nhắc 10 nơi chưa gửi…' }).click()
    await officer.getByRole('dialog').getByLabel('Lời nhắc').fill('Còn ít ngày')
    await officer.getByRole('button', { name: 'Nhắc 10 đơn vị' }).click()
    await expect(officer.getByRole('list', { name: 'Đơn vị phải gửi' }).getByText(/nhắc ngày 10\/11\/2026/u)).toHaveCount(10)
    await officer.getByLabel('Xem ngày').fill('9/11/2026')
    await officer.keyboard.press('Enter')
    await expect(officer.getByText(/^Như đến hết ngày 9\/11\/2026/u)).toBeVisible()
    await expect(officer.getByRole('row', { name: /Bản, thôn, tổ dân phố/u })).toContainText('0/12')
  })

  await test.step('a regime is written down with what its text leaves out told beside it', async () => {
    await officer.goto('/bao-cao/che-do')
    await servesEveryone(officer)
    await officer.getByRole('button', { name: 'Ghi chế độ báo cáo' }).first().click()
    const form = officer.getByRole('dialog')
    await form.getByLabel('Tên báo cáo').fill('Báo cáo phong trào của bản')
    await form.getByLabel('Hạn gửi: số ngày làm việc sau ngày chốt').fill('2')
    await form.getByRole('button', { name: 'Ghi chế độ' }).click()
    await officer.getByRole('link', { name: 'Báo cáo phong trào của bản' }).click()
    await expect(officer.getByText(/^Chế độ báo cáo định kỳ phải do văn bản/u)).toBeVisible()
    await servesEveryone(officer)
  })
}

async function pageOf(browser: Browser, address: string, username: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'vi-VN' })
  await signInOver(context.request, username)
  return context.newPage()
}
