import { expect, type Page } from '@playwright/test'
import { fileAt, textOf } from './printed.ts'

// What is looked at once a season is decided: the whole file of a village, where to look again, whom the lot fell on, the years.

/** Everything there is of the village whose page is open, as one file that begins with what it holds. */
export async function takeWholeFile(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Lập hồ sơ trọn bộ…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lập hồ sơ trọn bộ' })
  await dialog.getByLabel('Lập để làm gì').fill('Giám sát của Mặt trận xã')
  await dialog.getByRole('button', { name: 'Lập hồ sơ' }).click()
  const words = await textOf(await fileAt(page, dialog.getByRole('link', { name: 'Tải một tệp PDF có mục lục' })))
  for (const paper of ['MỤC LỤC', 'Bản Mây', 'BIÊN BẢN']) expect(words).toContain(paper)
  await page.keyboard.press('Escape')
}

/** Nearly everybody was recognised: that asks for a look, and a lot says at whom. */
export async function lookAgain(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await page.goto('/dau-hieu')
  await expect(main.getByText(/^[1-9]\d* dấu hiệu, /u)).toBeVisible()
  await main.getByRole('button', { name: 'Rút mẫu…' }).click()
  const form = page.getByRole('dialog', { name: 'Rút mẫu kiểm lại' })
  await form.getByLabel('Hạt giống').fill('271845')
  await form.getByRole('button', { name: 'Rút mẫu' }).click()
  await expect(main.getByText('vừa rút lại, ra đúng mẫu này')).toBeVisible()
  await main
    .getByRole('button', { name: /^Ghi kết quả kiểm: /u })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('Không đúng').check()
  await page.getByRole('dialog').getByLabel('Ghi chú').fill('Chưa đủ điểm của tiêu chuẩn 1')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi kết quả' }).click()
  await expect(main.getByText('Chưa đủ điểm của tiêu chuẩn 1')).toBeVisible()
}

/** From the number of those recognised to one of them, and to that household's years. */
export async function openYears(page: Page, { year, total }: { readonly year: number; readonly total: number }): Promise<void> {
  await page.goto('/danh-hieu/so-lieu')
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^Được công nhận: ${total.toLocaleString('vi')}/`, 'u') })
    .click()
  await page.getByRole('list', { name: 'hộ được đếm' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: 'Danh hiệu qua các năm' })).toBeVisible()
  await expect(page.getByRole('main').getByText(`${year}: Gia đình văn hóa`)).toBeVisible()
}
