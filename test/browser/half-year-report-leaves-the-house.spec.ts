import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { clickBehindLastWord, expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

// The first half of 2022, from recorded work to the issued files, by the people whose steps they are.

test('the half-year report is composed, edited, checked, signed off, numbered, issued and downloaded', async ({
  browser,
  baseURL,
  viewport,
}) => {
  const as = (username: string) => openAs(browser, { username, baseURL: baseURL ?? '', viewport: viewport ?? { width: 1440, height: 900 } })

  const officer = await as('chuyenvien')
  await officer.goto('/bao-cao')
  await officer.getByRole('button', { name: 'Soạn báo cáo' }).click()
  await officer.getByRole('button', { name: 'Soạn từ việc đã ghi' }).click()
  await expect(officer.getByText('ĐẶC ĐIỂM, TÌNH HÌNH').last()).toBeVisible()
  await expect(
    officer
      .getByText('58 cán bộ, công chức')
      .or(officer.getByRole('button', { name: '58' }))
      .first(),
  ).toBeVisible()
  await expectAccessible(officer)
  await expectNoSidewaysScroll(officer)
  const address = officer.url()

  await officer.getByRole('link', { name: '08', exact: true }).click()
  await expect(officer.getByText('8 nguồn đã ghi')).toBeVisible()
  await expect(officer.getByText('Ban Tiếp Công dân tỉnh').last()).toBeVisible()
  await expectAccessible(officer)
  await officer.keyboard.press('Escape')

  const opening = officer.getByRole('textbox', { name: 'Nội dung báo cáo' }).getByRole('paragraph').first()
  await clickBehindLastWord(officer, opening)
  await officer.keyboard.press('Backspace')
  await officer.keyboard.type(' sau đây:')
  await expect(opening).toContainText('như sau sau đây:')
  await expect(officer.getByText(/^Đã lưu \d/u)).toBeVisible()
  await expect(officer.getByText('Đã sửa: Lò Minh Họa')).toBeAttached()
  await expect(officer.getByRole('button', { name: 'Kiểm nội dung' })).toHaveCount(0)

  const head = await as('truongphong')
  await head.goto(address)
  await head.getByRole('button', { name: 'Kiểm nội dung', exact: true }).click()
  await expect(head.getByText('Việc tiếp theo: kiểm thể thức')).toBeVisible()

  const clerk = await as('vanthu')
  await clerk.goto(address)
  await clerk.getByRole('button', { name: 'Kiểm thể thức', exact: true }).click()
  await expect(clerk.getByRole('button', { name: /Trình ký/u })).toBeVisible()

  await officer.reload()
  await stepWithConfirmation(officer, 'Trình ký')

  const leader = await as('lanhdao')
  await leader.goto(address)
  await stepWithConfirmation(leader, 'Ký duyệt')
  await expect(leader.getByText('Việc tiếp theo: cấp số')).toBeVisible()

  await clerk.goto('/hom-nay')
  await clerk.getByRole('button', { name: /^Cấp số: /u }).click()
  await clerk.getByRole('dialog').getByRole('button', { name: 'Cấp số', exact: true }).click() // asked here, not behind a second window
  await expect(clerk.getByRole('dialog')).toHaveCount(0)
  await clerk.goto(address)
  await stepWithConfirmation(clerk, 'Ban hành')
  await expect(clerk.getByText('Báo cáo số 01/BC-VPUB đã ban hành')).toBeVisible()
  await expectAccessible(clerk)

  for (const [name, start] of [
    ['bao-cao.docx', 'PK'],
    ['bao-cao.pdf', '%PDF-'],
    ['bao-cao.html', '<!'],
  ] as const) {
    const [download] = await Promise.all([clerk.waitForEvent('download'), clerk.getByRole('link', { name }).click()])
    expect((await readFile(await download.path())).subarray(0, start.length).toString('latin1').toUpperCase()).toBe(start)
  }
})

test('whoever only looks is offered no step', async ({ page }) => {
  await signInAs(page, 'nguoixem')
  await page.goto('/bao-cao')
  await expect(page.getByText('Đã ban hành').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Soạn báo cáo' })).toHaveCount(0)
  await expectAccessible(page)
})

async function openAs(
  browser: Browser,
  { username, baseURL, viewport }: { username: string; baseURL: string; viewport: { width: number; height: number } },
): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport, locale: 'vi-VN' })
  const page = await context.newPage()
  await signInAs(page, username)
  return page
}

/** The verb on the page asks once more in a window that says what follows. */
async function stepWithConfirmation(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: `${verb}…` }).click()
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
