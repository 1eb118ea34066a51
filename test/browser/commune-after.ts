import { expect, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { fileAt, textOf } from './printed.ts'
import { expectAccessible } from './steps.ts'

// What is looked at once a season is decided: the whole file of a village, where to look again, whom the lot fell on, the years.

/** Everything there is of the village whose page is open, as one file that begins with what it holds. */
export async function takeWholeFile(page: Page, { isPosted }: { readonly isPosted: boolean }): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Lập hồ sơ trọn bộ…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lập hồ sơ trọn bộ' })
  await dialog.getByLabel('Lập để làm gì').fill('Giám sát của Mặt trận xã')
  await dialog.getByRole('button', { name: 'Lập hồ sơ' }).click()
  const words = await textOf(await fileAt(page, dialog.getByRole('link', { name: 'Tải một tệp PDF có mục lục' })))
  for (const told of ['MỤC LỤC', 'Bản Mây', 'BIÊN BẢN', 'Còn thiếu', 'Không rõ ai là Trưởng bản'])
    expect([told, words.includes(told)]).toEqual([told, true])
  const files = Object.keys(unzipSync(await fileAt(page, dialog.getByRole('link', { name: 'Tải tệp nén, mỗi giấy tờ một tệp' }))))
  const has = (paper: string): boolean => files.some(file => file.includes(paper) && file.endsWith('.pdf'))
  expect(['Biên bản họp bình xét', 'Danh sách niêm yết', 'Quyết định tặng danh hiệu'].map(has)).toEqual([true, isPosted, true])
  await page.keyboard.press('Escape')
}

/** A signal is followed to the meeting it tells of, and what was found there stays beside it. */
async function followSignal(page: Page): Promise<void> {
  const main = page.getByRole('main')
  const signal = main.getByRole('listitem').filter({ hasText: 'Tiểu khu Chợ' }).filter({ hasText: 'Họp 6 phút' })
  await expect(signal).toContainText('đề nghị xem lại')
  await signal.getByRole('link', { name: 'Tiểu khu Chợ' }).click()
  await expect(main.getByRole('heading', { name: 'Họp bình xét' })).toBeVisible()
  await expect(main.getByText('162/180 người được triệu tập')).toBeVisible()
  await page.goBack()
  await signal.getByRole('button', { name: /^Ghi kết quả xem lại/u }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Có sai sót').check()
  await form.getByLabel('Xem thấy gì').fill('Biên bản ghi giờ sau khi họp; đã yêu cầu bản ghi lại')
  await form.getByRole('button', { name: 'Ghi kết quả' }).click()
  await expect(signal).toContainText('đã xem: có sai sót')
  await expect(signal).toContainText('Biên bản ghi giờ sau khi họp')
}

/** What asks for a look is looked at, and a lot says at whom besides: printed, and typed back by the keyboard. */
export async function lookAgain(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await page.goto('/dau-hieu')
  await expect(main.getByText(/^[1-9]\d* dấu hiệu, /u)).toBeVisible()
  await followSignal(page)
  await main.getByRole('button', { name: 'Rút mẫu…' }).click()
  const form = page.getByRole('dialog', { name: 'Rút mẫu kiểm lại' })
  await form.getByLabel('Hạt giống').fill('271845')
  await form.getByRole('button', { name: 'Rút mẫu' }).click()
  await expect(main.getByText('vừa rút lại, ra đúng mẫu này')).toBeVisible()
  const list = main.getByRole('link', { name: 'In danh sách' })
  const printed = await fileAt(page, list)
  expect(await textOf(printed)).toMatch(/DANH SÁCH KIỂM LẠI.*“271845”.*Không đúng, trong cả 1\.\d+ hộ/u)
  await main.getByRole('button', { name: 'Nhập danh sách đã kiểm' }).press('Enter')
  const sheet = page.getByRole('dialog', { name: 'Nhập danh sách đã kiểm' })
  await expect(sheet.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.type('d\nk\nc\nx')
  await page.keyboard.press('Shift+Tab') // to the notes of the row above
  await page.keyboard.type('Đi làm xa')
  await sheet.getByRole('button', { name: 'Ghi kết quả' }).press('Enter')
  await expect(sheet.getByRole('textbox').nth(6), 'what is no finding is asked about, where it stands').toBeFocused()
  await page.keyboard.press('Backspace')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Ghi kết quả' }).press('Enter')
  await expect(sheet).toHaveCount(0)
  await expect(main.getByText(/^Đã kiểm 2\/\d+ hộ: 1 hộ không đúng, 1 hộ chưa gặp được\.$/u)).toBeVisible()
  await expect(main.getByText('Đi làm xa')).toBeVisible()
  expect((await fileAt(page, list)).equals(printed), 'the list stays what it was').toBe(true)
}

/** From the number of those recognised to one of them, and to that household's years. */
export async function openYears(page: Page, { year, total }: { readonly year: number; readonly total: number }): Promise<void> {
  await page.goto('/danh-hieu/so-lieu')
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^Được công nhận: ${total.toLocaleString('vi')}/`, 'u') })
    .press('Enter')
  await page.getByRole('list', { name: 'hộ được đếm' }).getByRole('link').first().press('Enter')
  await expect(page.getByRole('heading', { name: 'Danh hiệu qua các năm' })).toBeVisible()
  await expect(page.getByRole('main').getByText(`${year}: Gia đình văn hóa`)).toBeVisible()
}

/** What changed between the two texts, question by question. */
export async function compareLaws(page: Page): Promise<void> {
  const main = page.getByRole('main')
  await page.goto('/danh-hieu/quy-dinh?bo=GDVH.ND122')
  await main.getByRole('combobox', { name: 'Đặt cạnh' }).click()
  await page.getByRole('option', { name: /86\/2023\/NĐ-CP/u }).click()
  await expect(main.getByRole('heading', { name: '122/2018/NĐ-CP và 86/2023/NĐ-CP' })).toBeVisible()
  await expect(main.getByRole('row').filter({ hasText: 'iêm yết' }).first()).toContainText('10 ngày')
  await expect(main.getByText(/^[1-9]\d* điểm thay đổi/u)).toBeVisible()
}
