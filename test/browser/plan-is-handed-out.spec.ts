import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

// The plan as people work in it: looked at in three ways, filled by a table from Word, and carried over into the next year.
// That everyone can use each of these screens is shown with all the others.

test('an officer finds who is late, and each answer stands beside the others', async ({ page }) => {
  await openPlan(page, 'chuyenvien')
  await page.getByRole('link', { name: 'Theo đơn vị' }).click()
  const table = page.getByRole('region', { name: 'Tiến độ theo đơn vị' })
  const row = table.getByRole('row', { name: /Phòng Khoa giáo/u })
  await expect(row).toContainText('1/3 việc')
  await row.getByRole('link', { name: /Đẩy mạnh tuyên truyền.*quá hạn 5 ngày/u }).click()
  await expect(page).toHaveURL(/xem=don-vi.*nhiem_vu=.*tra_loi=/u)
  const answers = page.getByRole('region', { name: 'Trả lời của các đơn vị' })
  await expect(answers).toContainText('4/11 đơn vị xong')
  await expect(answers.getByRole('article')).toHaveCount(4)
  await expect(answers.getByRole('list', { name: 'Chưa trả lời' })).toContainText('Phòng Khoa giáo')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await openPlan(page)
  await page.getByRole('link', { name: 'Thời gian', exact: true }).click()
  const timeline = page.getByRole('list', { name: 'Nhiệm vụ theo thời gian' })
  await expect(timeline.getByRole('listitem').first()).toContainText('từ 14/2/2022 đến 10/6/2022, quá hạn 5 ngày, 4/11 đơn vị')
  await timeline.getByRole('link').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(timeline.getByRole('link').nth(1)).toBeFocused()

  await page.getByRole('link', { name: 'Cây việc' }).click()
  await page.getByRole('combobox', { name: 'Tình trạng' }).click()
  await page.getByRole('option', { name: 'Quá hạn' }).click()
  await expect(page.getByText('1/13 nhiệm vụ khớp')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('list', { name: 'Nhiệm vụ', exact: true }).getByRole('listitem')).toHaveCount(1)
})

test('a table from Word is pasted, what it does not say clearly is asked, and all of it is handed out', async ({ page, isMobile }) => {
  if (isMobile) return // tables are pasted at a desk
  await openPlan(page, 'chuyenvien')
  await page.getByRole('button', { name: 'Nhập nhiều việc' }).click()
  await expect(page.getByLabel('Dòng 1, Nhiệm vụ')).toBeFocused()
  await pasteTable(page, [
    ['TT', 'Nội dung công việc', 'Ghi chú', 'Mảng việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Từ ngày', 'Thời hạn'],
    ['1', 'Đợt kiểm tra quý IV', '', 'Giám sát bình xét, công nhận', 'phong noi chinh', 'Tất cả', '1/10/2022', '30/11/2022'],
    ['1.1', 'Kiểm tra hồ sơ', '', 'Giám sát bình xét, công nhận', 'Phòng Kinh tê', 'NC', '1/10/2022', 'Quý IV'],
  ])
  await expect(page.getByRole('status').filter({ hasText: 'Đã dán 2 dòng' })).toBeVisible()
  await expect(page.getByText('1/2 dòng cần sửa: dòng 2')).toBeVisible()
  await expect(page.getByText('không có đơn vị “Phòng Kinh tê”, gần nhất:')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Giao 2 việc' }).click()
  await expect(page.getByLabel('Dòng 2, Chủ trì')).toBeFocused()
  await page.getByRole('button', { name: 'Phòng Kinh tế', exact: true }).click()
  await page.getByRole('button', { name: '31/12/2022' }).click()
  await page.getByLabel('Dòng 2, Hạn').press('Enter')
  await expect(page.getByLabel('Dòng 3, Nhiệm vụ')).toBeFocused()
  await page.keyboard.type('Báo cáo kết quả kiểm tra')
  await page.getByLabel('Dòng 3, TT').fill('1.2')
  await page.getByRole('button', { name: 'Giao 3 việc' }).click()
  const tree = page.getByRole('list', { name: 'Nhiệm vụ', exact: true })
  const whole = tree.getByRole('listitem').filter({ hasText: '14 Đợt kiểm tra quý IV' })
  await expect(whole).toContainText('0/3 phần việc')
  await expect(tree.getByRole('listitem').filter({ hasText: '14.2 Báo cáo kết quả kiểm tra' })).toContainText('Phòng Kinh tế')

  await whole.getByRole('link').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page).toHaveURL(/gap=/u)
  await expect(tree.getByRole('listitem').filter({ hasText: '14.1' })).toHaveCount(0)
})

test('this year’s plan is carried over into the next, its stale words looked at first', async ({ page }) => {
  await openPlan(page, 'chuyenvien')
  await page.getByRole('link', { name: 'Chép sang năm 2023' }).click()
  await expect(page.getByText(/\d+ chỗ còn ghi năm, giai đoạn/u)).toBeVisible()
  await expect(page.getByText(/“giai đoạn 2022 - 2026”/u)).toBeVisible()
  await page.getByRole('button', { name: /Chuyển cả \d+ chỗ ghi năm, ngày/u }).click()
  await expect(page.getByLabel('Tên kế hoạch')).toHaveValue(/năm 2023$/u)
  await page.getByLabel(/^Chép việc 2:/u).uncheck()
  await page.getByRole('button', { name: 'Lập kế hoạch năm 2023' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /năm 2023$/u })).toBeVisible()
  const first = page.getByRole('list', { name: 'Nhiệm vụ', exact: true }).getByRole('listitem').first()
  await expect(first).toContainText('hạn 10/6/2023')
  await expect(first).toContainText('0/11 đơn vị')
  await expect(page.getByRole('link', { name: /đăng ký danh hiệu năm 2024/u })).toBeVisible()
})

async function openPlan(page: Page, username?: string): Promise<void> {
  if (username) await signInAs(page, username)
  await page.goto('/ke-hoach')
  await page
    .getByRole('main')
    .getByRole('link', { name: /năm 2022$/u })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 2, name: 'Nhiệm vụ', exact: true })).toBeVisible()
}

/** As Word puts a table on the clipboard. */
async function pasteTable(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const markup = `<table>${rows.map(row => `<tr>${row.map(cell => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`
  await page.evaluate(html => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, markup)
}
