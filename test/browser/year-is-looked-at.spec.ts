import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

// A leader looks at the year: who is late, what was done, how it stands beside last year; each number opens what it counts.

test('a bar opens the tasks it counts, by keyboard too, and one of them leads to its plan', async ({ page }) => {
  await signInAs(page, 'lanhdao')
  await page.goto('/tong-quan')
  const drawing = page.getByRole('group', { name: 'Hình: Tiến độ theo đơn vị, năm 2022' })
  await expect(drawing.getByText('Phòng Kinh tế')).toBeVisible()
  await drawing.focus()
  await drawing.press('ArrowRight')
  await drawing.press('ArrowRight')
  await expect(page.getByText('Phòng Khoa giáo- Văn xã: 1/3 việc được giao quá hạn')).toBeVisible()
  await drawing.press('Enter')
  const panel = page.getByRole('complementary', { name: 'Phòng Khoa giáo- Văn xã · Quá hạn' })
  await expect(panel.getByText('1 việc', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.reload()
  await panel.getByRole('link', { name: 'Đẩy mạnh tuyên truyền' }).click()
  await expect(page).toHaveURL(/\/ke-hoach\/[^?]+\?.*nhiem_vu=/u)
  await page.goBack()
  await panel.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page).not.toHaveURL(/mo=/u)
})

test('a drawing is a table too; both leave as files; what is not known is not nought', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/tong-quan')
  await expect(page.getByText('Năm 2021 chưa có số liệu, nên chưa có gì để so.')).toBeVisible()
  await expect(page.getByText('Năm 2022 chưa có số liệu: 7 hoạt động đã ghi nhưng chưa hoạt động nào ghi số người.')).toBeVisible()
  await page.getByRole('button', { name: 'Xem bảng: Hoạt động trong năm 2022' }).click()
  const table = page.getByRole('region', { name: 'Bảng: Hoạt động trong năm 2022' })
  await expect(table.getByRole('row').last()).toHaveText('Cộng112120––––––7–')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await table.getByRole('button', { name: 'Liên hoan, hội diễn, T5: 1. Mở' }).click()
  const panel = page.getByRole('complementary', { name: 'Liên hoan, hội diễn' })
  await expect(panel.getByRole('link', { name: 'Liên hoan bản, tổ dân phố văn hóa tiêu biểu xuất sắc' })).toBeVisible()
  await panel.press('Escape')

  expect(await bytesOf(page, 'Tải ảnh: Hoạt động trong năm 2022')).toMatchObject({ begin: '\u0089PNG', isLarge: true })
  expect(await bytesOf(page, 'Tải .xlsx')).toMatchObject({ begin: 'PK\u0003\u0004' })
})

async function bytesOf(page: Page, button: string): Promise<{ begin: string; isLarge: boolean }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).first().click()])
  const bytes = await readFile(await download.path())
  return { begin: bytes.subarray(0, 4).toString('latin1'), isLarge: bytes.length > 20_000 }
}
