import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { signInAs } from './steps.ts'

// A unit counts something the house does not, and writes a form that asks for it, by keyboard and mouse as an officer would.

test('a unit counts something of its own, and publishes a form that asks for it', async ({ page }) => {
  await signInAs(page, 'chuyenvien')

  await test.step('the indicator is defined, and named with who defined it', async () => {
    await page.goto('/bao-cao/chi-tieu')
    await page.getByRole('button', { name: 'Đặt chỉ tiêu' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Mã').fill('vp.01')
    await form.getByLabel('Tên').fill('Hộ làm du lịch cộng đồng')
    await form.getByRole('button', { name: 'Đặt chỉ tiêu' }).click()
    await expect(form.getByText('Mã: chữ in hoa không dấu và số')).toBeVisible()
    await form.getByLabel('Mã').fill('VP.01')
    await form.getByLabel('Định nghĩa').fill('Hộ có khách lưu trú trong kỳ, mỗi hộ một lần.')
    await choose(page, 'Đơn vị đếm', 'hộ')
    await form.getByRole('combobox', { name: 'Nằm trong' }).fill('tong so ho')
    await page.getByRole('option', { name: 'Tổng số hộ (hộ)' }).click()
    await page.keyboard.press('Tab')
    await form.getByRole('button', { name: 'Đặt chỉ tiêu' }).click()
    await expect(form).toBeHidden()
    await page.getByLabel('Tìm', { exact: true }).fill('du lich')
    await expect(page.getByRole('listitem').filter({ hasText: 'Hộ làm du lịch cộng đồng' })).toContainText('của đơn vị')
  })

  await test.step('a form of its own asks for it', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Biểu mẫu' }).click()
    await page.getByRole('button', { name: 'Lập biểu riêng' }).click()
    const begin = page.getByRole('dialog')
    await begin.getByLabel('Tên biểu mẫu').fill('Du lịch cộng đồng')
    await choose(page, 'Lập theo', 'Biểu trống')
    await begin.getByRole('button', { name: 'Lập biểu' }).click()
    await page.getByRole('button', { name: 'Thêm bảng chỉ tiêu' }).click()
    await page.getByLabel('Tên phần').fill('Du lịch')
    await page.getByRole('combobox', { name: 'Chỉ tiêu, theo thứ tự trong bảng' }).fill('du lich')
    await page.getByRole('option', { name: /^Hộ làm du lịch/u }).click()
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await expect(page.getByText('Biểu này chưa ban hành')).toBeVisible()
  })

  await test.step('it is not published while nobody is asked, and once somebody is, it is in force', async () => {
    await page.getByRole('button', { name: 'Ban hành bản mới' }).click()
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(page.getByText('“Du lịch”: chưa chọn cấp nào phải báo cáo.')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Sửa bản nháp' }).click()
    await page.getByText('1. Du lịch').click()
    await page.getByLabel('Thôn, bản, tổ dân phố').check()
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await page.getByRole('button', { name: 'Ban hành bản mới' }).click()
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await expect(page.getByText('đang dùng bản 1')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Du lịch' })).toContainText('Hộ làm du lịch cộng đồng')
  })
})

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
