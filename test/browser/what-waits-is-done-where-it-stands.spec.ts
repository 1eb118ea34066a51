import type { Browser, Page } from '@playwright/test'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { bodyOf, rewriting, steps } from '../report-steps.ts'
import { expect, test } from './journey.ts'
import { type Desk, deskOf, reportUntil } from './over-http.ts'
import { expectAccessible, expectFitsWhenEnlarged, expectNoSidewaysScroll, signInAs } from './steps.ts'

// A day at the office: what waits is answered and reminded where it stands; the leader looks at each report and signs them at once.

const late = 'Đẩy mạnh tuyên truyền, gắn Phong trào với các cuộc vận động khác'

test('a task is answered and a unit reminded without leaving the page; the unit is told', async ({ page, browser, baseURL, viewport }) => {
  await signInAs(page, 'chuyenvien')
  await page.getByRole('button', { name: `Đôn đốc: ${late}` }).click()
  const dialog = page.getByRole('dialog')
  await expectAccessible(page)
  await dialog.getByLabel('Lời đôn đốc').fill('Đề nghị báo cáo trước 16 giờ (dữ liệu minh họa)')
  await dialog.getByRole('button', { name: 'Đôn đốc', exact: true }).click()
  await expect(page.getByText('đã đôn đốc hôm nay')).toBeVisible()

  await page.getByRole('button', { name: `Trả lời: ${late}` }).click()
  await dialog.getByLabel('Trả lời cho đơn vị').selectOption({ label: 'Phòng Kinh tế' })
  await dialog.getByText('Hoàn thành', { exact: true }).click()
  await dialog.getByLabel('Kết quả').fill('Đã tuyên truyền tới toàn thể công chức (dữ liệu minh họa)')
  await dialog.getByRole('button', { name: 'Gửi tiến độ' }).click()
  await expect(dialog).toHaveCount(0)
  const row = page.getByRole('listitem').filter({ hasText: late })
  await expect(row).not.toContainText('Phòng Kinh tế')
  await expect(page).toHaveURL(/\/hom-nay$/u)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const unit = await openAs(browser, 'kinhte', { baseURL, viewport })
  await unit.getByRole('button', { name: 'Thông báo: 1 chưa đọc' }).click()
  const panel = unit.getByRole('complementary', { name: 'Thông báo' })
  await expect(panel).toContainText('Lò Minh Họa đôn đốc')
  await expect(panel).toContainText('trước 16 giờ')
  await expectAccessible(unit)
  await panel.getByRole('link').click()
  await expect(unit).toHaveURL(/\/ke-hoach\/.+nhiem_vu=/u)
  await expect(unit.getByRole('button', { name: 'Thông báo', exact: true })).toBeVisible()
})

test('several reports are looked at and signed in one act; one that is returned says why', async ({ page, browser, baseURL, viewport }) => {
  const desk = await deskOf(baseURL)
  await reportUntil(desk, { periodName: '2022-H1' }, 'report.submit')
  const firstQuarter = await reportUntil(desk, { periodName: '2022-Q1' }, 'report.submit')
  await reportUntil(desk, { periodName: '2022-Q2' }, 'report.submit')
  await signInAs(page, 'lanhdao')
  await expect(page.getByText('3 báo cáo trình bạn ký')).toBeVisible()
  await page.getByRole('link', { name: 'Xem và ký duyệt' }).click()
  const list = page.getByRole('list', { name: 'Báo cáo chờ ký' })
  await expect(list.getByRole('checkbox').first()).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Ký duyệt', exact: true })).toBeDisabled()
  await expectAccessible(page)

  await list.getByRole('link', { name: /quý I năm 2022/u }).click()
  await expect(page.getByRole('heading', { name: 'Có gì khác thường' })).toBeVisible()
  await expect(page.getByText('Cà Minh Họa').first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Trả lại…' }).click()
  await page.getByLabel('Lý do trả lại').fill('Kỳ này không báo cáo theo quý (dữ liệu minh họa)')
  await page.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await expect(list.getByRole('checkbox')).toHaveCount(2)
  await list.getByRole('link', { name: /6 tháng đầu năm/u }).click()
  await page.getByRole('button', { name: /^Đã xem/u }).click() // the next one opens by itself, at its beginning
  await expect(page.getByRole('heading', { level: 2, name: /quý II năm 2022/u })).toBeInViewport()
  await page.getByRole('button', { name: /^Đã xem/u }).click()
  await page.getByRole('button', { name: 'Ký duyệt 2 báo cáo…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ký duyệt', exact: true }).click()
  await expect(page.getByText('Đã ký duyệt 2 báo cáo')).toBeVisible()
  await expect(page.getByText('Không có báo cáo nào chờ bạn ký')).toBeVisible()

  const officer = await openAs(browser, 'chuyenvien', { baseURL, viewport })
  const returned = officer.getByRole('list', { name: 'Bị trả lại' })
  await expect(returned).toContainText('Sòi Đức Nghĩa trả lại')
  await expect(returned).toContainText('Kỳ này không báo cáo theo quý')
  await expect(officer.getByRole('button', { name: 'Thông báo: 3 chưa đọc' })).toBeVisible()

  await submittedAgain(desk, firstQuarter.id)
  await officer.goto(`/bao-cao/${firstQuarter.id}?xem=so-sanh`)
  await expect(officer.getByText(/^Bản 1, trình .+, Lò Minh Họa → Bản 2, trình .+, Lò Minh Họa/u)).toBeVisible()
  await expect(officer.getByRole('heading', { name: '1 đoạn khác nhau' })).toBeVisible()
  await expect(officer.locator('main del')).toContainText(['Tổng số'])
  await expect(officer.locator('main ins')).toContainText(['Toàn bộ'])
  await expectAccessible(officer)
  await expectFitsWhenEnlarged(officer)
})

test('a letter is asked for and given up on one’s own page', async ({ page }) => {
  await signInAs(page, 'nguoixem')
  await page.goto('/tai-khoan')
  await page.getByLabel('Thư điện tử').fill('khong phai dia chi')
  await page.getByRole('button', { name: 'Lưu nơi nhận' }).click()
  await expect(page.getByText('ghi như ten@coquan.gov.vn')).toBeVisible()
  await page.getByLabel('Thư điện tử').fill('nguoi.xem@minhhoa.gov.vn')
  await page.getByRole('button', { name: 'Lưu nơi nhận' }).click()
  await expect(page.getByText('Đã lưu nơi nhận thư.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('nguoi.xem@minhhoa.gov.vn')
})

/** The officer writes a returned report anew in one paragraph, and it takes its way again. */
async function submittedAgain(desk: Desk, id: string): Promise<void> {
  const returned = await desk.officer.ask('report.one', { id })
  const paragraph = paragraphsOf(returned.report.content).find(({ inlines }) => inlineText(inlines).startsWith('Tổng số'))
  const words = inlineText(paragraph?.inlines ?? []).replace('Tổng số', 'Toàn bộ')
  let report = await desk.officer.send('report.edit', rewriting(returned, paragraph?.id ?? '', words))
  for (const [name, who] of steps.slice(0, 3)) report = await desk[who as keyof Desk].send(name, bodyOf(name, report))
}

type Place = { readonly baseURL: string | undefined; readonly viewport: { width: number; height: number } | null }

async function openAs(browser: Browser, username: string, { baseURL, viewport }: Place): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport, locale: 'vi-VN' })
  const page = await context.newPage()
  await signInAs(page, username)
  return page
}
