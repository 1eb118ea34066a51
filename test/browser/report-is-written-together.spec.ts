import type { Browser, Locator, Page } from '@playwright/test'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { expect, test } from './journey.ts'
import { callerAs } from './over-http.ts'
import { clickBehindLastWord, expectAccessible, expectFitsWhenEnlarged, expectNoSidewaysScroll, signInAs } from './steps.ts'

// The half-year report as people write it: at the same time, through a cut line, with numbers that stay live.

const address: { report: string } = { report: '' }

test('numbers are set, opened and deleted as one, and every step can be taken back', async ({ page, isMobile }) => {
  await signInAs(page, 'chuyenvien')
  await composeReport(page)
  const headcount = paragraph(page, 'Tổng số cán bộ, công chức')
  await clickBehindLastWord(page, headcount)
  await page.keyboard.type(' Trong đó #can bo')
  await expect(page.getByRole('option', { name: 'Số cán bộ, công chức vào ngày chốt số liệu' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type(' là công chức.')
  await expect(headcount).toContainText('hợp đồng. Trong đó 58 là công chức.')
  await expect(saved(page)).toHaveText(/^Đã lưu \d/u)
  await expect(page.getByText('Đã sửa: Lò Minh Họa')).toBeAttached()

  await headcount.getByRole('link', { name: '58' }).last().click()
  const evidence = page.getByRole('dialog', { name: 'Vì sao có số này' })
  await expect(evidence.getByText('Số cán bộ, công chức vào ngày chốt số liệu')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(evidence).toBeHidden()

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await expect(headcount).toContainText('Trong đó  là công chức.')
  await page.keyboard.press('Control+z')
  await expect(headcount).toContainText('Trong đó 58 là công chức.')
  if (isMobile) return

  await clickBehindLastWord(page, headcount)
  await page.keyboard.press('Enter') // a paragraph stays one: the caret goes on to the next
  await pasteText(page, 'Dán từ Word\r\n\r\nhai dòng. ')
  await expect(headcount).toHaveText(/là công chức\.$/u)
  await expect(page.getByText('Dán từ Word hai dòng. Để triển khai thực hiện')).toBeVisible()

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await expect(page.getByText(/đoạn chờ bạn/u)).toBeVisible() // nothing empty is saved, no paragraph is gone
  await page.keyboard.press('Control+z')
  await expect(headcount).toContainText('Trong đó 58 là công chức.')
  await expect(saved(page)).toHaveText(/^Đã lưu \d/u)
})

test('two people write one report: different paragraphs merge, the same one shows both', async ({ browser, page, baseURL }) => {
  await signInAs(page, 'chuyenvien')
  await openReport(page)
  const other = await another(browser, baseURL ?? '')
  await signInAs(other, 'truongphong')
  await openReport(other)

  await clickBehindLastWord(page, paragraph(page, 'Tổng số cán bộ, công chức'))
  await expect(other.getByRole('list', { name: 'Đang cùng mở báo cáo' })).toContainText('Lò Minh Họa')
  await page.keyboard.type(' Chuyên viên ghi thêm.')
  await clickBehindLastWord(other, paragraph(other, 'Văn phòng UBND tỉnh có'))
  await other.keyboard.type(' Trưởng phòng ghi thêm.')
  await expect(paragraph(page, 'Văn phòng UBND tỉnh có')).toContainText('Trưởng phòng ghi thêm.', { timeout: 30_000 })
  await expect(paragraph(other, 'Tổng số cán bộ, công chức')).toContainText('Chuyên viên ghi thêm.', { timeout: 30_000 })

  await page.context().setOffline(true)
  await clickBehindLastWord(page, paragraph(page, 'Văn phòng UBND tỉnh có'))
  await page.keyboard.type(' Lời của chuyên viên.')
  await clickBehindLastWord(other, paragraph(other, 'Văn phòng UBND tỉnh có'))
  await other.keyboard.type(' Lời của trưởng phòng.')
  await expect(saved(other)).toHaveText(/^Đã lưu \d/u)
  await page.context().setOffline(false)
  const choice = page.getByRole('group', { name: 'Hai người cùng sửa đoạn này' })
  await expect(choice).toContainText('Cà Minh Họa cũng vừa sửa đoạn này')
  await expect(choice.locator('del')).toContainText('trưởng phòng')
  await expect(paragraph(page, 'Văn phòng UBND tỉnh có')).toContainText('Lời của chuyên viên.')
  await expectAccessible(page)
  await choice.getByRole('button', { name: 'Giữ của tôi' }).click()
  await expect(paragraph(other, 'Văn phòng UBND tỉnh có')).toContainText('Lời của chuyên viên.', { timeout: 30_000 })
  await expect(choice).toHaveCount(0)
})

test('a line that is cut, a reload and a lost session cost nobody a word', async ({ page, context }) => {
  await signInAs(page, 'chuyenvien')
  await openReport(page)
  const headcount = paragraph(page, 'Tổng số cán bộ, công chức')
  await context.setOffline(true)
  await clickBehindLastWord(page, headcount)
  await page.keyboard.type(' Gõ khi mất mạng.')
  await expect(saved(page)).toContainText('Chưa gửi được, sẽ thử lại')
  await context.setOffline(false)
  await expect(saved(page)).toHaveText(/^Đã lưu \d/u)

  await page.keyboard.type(' Gõ khi hết phiên.')
  await context.clearCookies()
  const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await again.getByRole('textbox').fill('minh-hoa-son-la')
  await again.getByRole('button', { name: 'Đăng nhập lại' }).click()
  await expect(again).toBeHidden()
  await expect(saved(page)).toHaveText(/^Đã lưu \d/u)

  await clickBehindLastWord(page, headcount)
  await page.route('**/api/report.edit', route => route.abort())
  await page.keyboard.type(' Gõ trước khi tải lại.')
  await expect(saved(page)).toContainText('Chưa gửi được')
  page.on('dialog', dialog => void dialog.accept())
  await page.unroute('**/api/report.edit')
  await page.reload()
  await expect(headcount).toContainText('Gõ khi mất mạng. Gõ khi hết phiên. Gõ trước khi tải lại.')
  await expect(saved(page)).toHaveText(/^Đã lưu/u)
})

test('an hour of typing without a line, and a browser closed over it, cost nobody a word', async ({ page, context, baseURL }) => {
  await page.clock.install()
  await signInAs(page, 'chuyenvien')
  await openReport(page)
  const refused: string[] = []
  context.on('response', response => {
    if (response.url().endsWith('/api/report.edit') && !response.ok()) refused.push(response.statusText())
  })
  const written = ['Tổng số cán bộ, công chức', 'Văn phòng UBND tỉnh có', 'Để triển khai thực hiện']
  const words: string[][] = written.map(() => [])
  await context.setOffline(true)
  for (let minute = 10; minute <= 60; minute += 10) {
    const i = (minute / 10) % written.length
    const bulk = ` Phút thứ ${minute}: ${'gõ tiếp khi không có mạng, '.repeat(60)}`
    await clickBehindLastWord(page, paragraph(page, written[i] ?? ''))
    await page.keyboard.insertText(bulk)
    await page.keyboard.type(`hết phút ${minute}.`)
    words[i]?.push(`${bulk}hết phút ${minute}.`)
    await page.clock.fastForward('10:00')
    if (minute !== 30) continue
    await context.setOffline(false) // comes back for a moment
    await expect(saved(page)).toHaveText(/^Đã lưu \d/u)
    await context.setOffline(true)
  }
  await expect(saved(page)).toContainText('Chưa gửi được, sẽ thử lại')
  page.on('dialog', dialog => void dialog.accept())
  await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED') // the program itself does not open without a line
  await page.close()

  const reopened = await context.newPage()
  await context.setOffline(false)
  await reopened.goto(address.report)
  const left = reopened.getByRole('status').filter({ hasText: 'Máy này còn lời bạn gõ dở' })
  await expect(left.locator('ins')).toHaveCount(written.length)
  await expectAccessible(reopened)
  await left.getByRole('button', { name: 'Đưa vào báo cáo' }).click()
  await expect(saved(reopened)).toHaveText(/^Đã lưu \d/u)
  await expect(left).toHaveCount(0)
  expect(refused).toEqual([])
  const officer = await callerAs(baseURL, 'chuyenvien')
  const { report } = await officer.ask('report.one', { id: address.report.split('/').at(-1) ?? '' })
  const texts = paragraphsOf(report.content).map(({ inlines }) => inlineText(inlines))
  for (const [i, pieces] of words.entries()) expect(texts.find(text => text.includes(written[i] ?? ''))).toContain(pieces.join(''))
})

test('a source that changed is offered, old beside new, and taken in one act', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await openReport(page)
  await page.goto('/hoat-dong')
  await page.getByRole('main').getByRole('link', { name: 'Ngày chạy Olympic' }).click()
  await expect(page).toHaveURL(/hoat-dong\/[\w-]+/u)
  await page.goto(`${new URL(page.url()).pathname}/sua`)
  const narrative = page.getByLabel('Nội dung, kết quả')
  await narrative.evaluate(field => field.closest('details')?.setAttribute('open', '')) // folded on a phone
  await narrative.fill('Tham gia Ngày chạy Olympic với đông đủ đoàn viên')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Minh chứng' })).toBeVisible()

  await openReport(page)
  const change = page.getByRole('group').filter({ hasText: 'Nguồn đã đổi sau khi soạn đoạn này' })
  await change.getByText('Nguồn đã đổi').click()
  await expect(change.locator('ins')).toContainText(['đông đủ đoàn viên'])
  await change.getByRole('button', { name: 'Lấy bản mới' }).click()
  await expect(change).toHaveCount(0)
  await expect(paragraph(page, 'với đông đủ đoàn viên')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the desk, its pages, its remarks and its versions can be used by everyone in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await signInAs(page, 'chuyenvien')
    await openReport(page)
    for (const side of ['trang', 'nhan-xet', 'an']) {
      await page.goto(`${address.report}?ben=${side}`)
      if (side === 'trang') await expect(page.getByRole('img', { name: /^Trang 4 của/u })).toBeAttached()
      if (side === 'nhan-xet') await expect(page.getByRole('button', { name: /^Chặn · / })).toBeVisible()
      await expectAccessible(page, colorScheme === 'dark' ? 'colours' : undefined)
      await expectNoSidewaysScroll(page)
      if (colorScheme === 'light') await expectFitsWhenEnlarged(page)
    }
    for (const [part, words] of [
      ['so-sanh', 'Chưa có hai bản để so sánh'],
      ['dien-bien', 'Soạn từ việc đã ghi'],
      ['ban-in', 'Tải'],
    ] as const) {
      await page.goto(`${address.report}?xem=${part}`)
      await expect(page.getByText(words).last()).toBeVisible()
      await expectAccessible(page, colorScheme === 'dark' ? 'colours' : undefined)
      await expectNoSidewaysScroll(page)
      if (colorScheme === 'light') await expectFitsWhenEnlarged(page)
    }
  })

/** A paragraph of the open text, by how it begins. */
function paragraph(page: Page, beginning: string): Locator {
  return page.getByRole('textbox', { name: 'Nội dung báo cáo' }).getByRole('paragraph').filter({ hasText: beginning }).first()
}

function saved(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /Đã lưu|Đang lưu|Chưa gửi được|Phiên làm việc đã hết/u })
}

async function pasteText(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Nội dung báo cáo' }).evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function composeReport(page: Page): Promise<void> {
  await page.goto('/bao-cao')
  await page.getByRole('button', { name: 'Soạn báo cáo' }).click()
  await page.getByRole('button', { name: 'Soạn từ việc đã ghi' }).click()
  await expect(page.getByRole('textbox', { name: 'Nội dung báo cáo' })).toBeVisible()
  address.report = new URL(page.url()).pathname
}

async function openReport(page: Page): Promise<void> {
  if (address.report === '') await composeReport(page)
  else await page.goto(address.report)
  await expect(paragraph(page, 'Tổng số cán bộ, công chức')).toBeVisible()
}

async function another(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
  return context.newPage()
}
