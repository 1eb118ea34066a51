import type { Locator, Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

// A unit from the day it is set up to the day it is merged, as an administrator enters it.

test('an administrator sets a unit up, renames it, gives it a head who signs, and merges it into another', async ({ page }) => {
  await signInAs(page, 'quantri')
  await openUnit(page, 'Văn phòng Ủy ban nhân dân tỉnh Sơn La')

  const below = await openForm(page, 'Thêm đơn vị trực thuộc')
  await below.getByRole('button', { name: 'Thêm đơn vị', exact: true }).click()
  await expect(below.getByText('Tên đơn vị: chưa nhập')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await below.getByLabel('Tên đơn vị').fill('Tổ Minh họa')
  await choose(below, 'Loại', 'Phòng, ban')
  await below.getByLabel('Cách gọi trong văn bản').fill('Tổ Minh họa')
  await typeDay(below, 'Từ ngày', '1/6/2022')
  await below.getByLabel('Căn cứ').fill('Quyết định số 01/QĐ-VPUB (minh họa)')
  await submit(below, 'Thêm đơn vị')
  await page.getByRole('list', { name: 'Đơn vị trực thuộc' }).getByRole('link', { name: 'Tổ Minh họa' }).click()
  await expect(page.getByRole('heading', { name: 'Tổ Minh họa', exact: true })).toBeVisible()

  const version = await openForm(page, 'Thêm phiên bản')
  await version.getByLabel('Tên đơn vị').fill('Phòng Minh họa')
  await typeDay(version, 'Từ ngày', '10/6/2022')
  await version.getByLabel('Cách gọi trong văn bản').fill('Phòng Minh họa')
  await version.getByLabel('Căn cứ').fill('Quyết định số 02/QĐ-VPUB (minh họa)')
  await submit(version, 'Thêm phiên bản')
  await expect(page.getByRole('heading', { name: 'Phòng Minh họa', exact: true })).toBeVisible()
  const versions = page.getByRole('list', { name: 'Các phiên bản' }).getByRole('listitem')
  await expect(versions).toHaveText([/Tổ Minh họa.*từ 1\/6\/2022 đến trước 10\/6\/2022/u, /Phòng Minh họa.*từ 10\/6\/2022/u])

  const position = await openForm(page, 'Thêm chức vụ')
  await position.getByLabel('Tên chức vụ').fill('Trưởng phòng')
  await choose(position, 'Bậc', 'Cấp trưởng')
  await submit(position, 'Thêm chức vụ')
  const appointment = await openForm(page, 'Bổ nhiệm')
  await choose(appointment, 'Chức vụ', 'Trưởng phòng')
  await appointment.getByLabel('Họ và tên').fill('Cầm Thị Minh Họa')
  await appointment.getByLabel('Căn cứ').fill('Quyết định số 03/QĐ-VPUB (minh họa)')
  await submit(appointment, 'Bổ nhiệm')
  const mandate = await openForm(page, 'Giao quyền ký')
  await choose(mandate, 'Chức vụ', 'Trưởng phòng')
  await choose(mandate, 'Hình thức ký', 'TL. (thừa lệnh)')
  await mandate.getByRole('button', { name: 'Giao quyền ký' }).click()
  await expect(mandate.getByText('Ký thay ai: chưa nhập')).toBeVisible()
  await mandate.getByLabel('Ký thay ai').fill('Chánh Văn phòng')
  await mandate.getByLabel('Căn cứ').fill('Giấy ủy quyền (minh họa)')
  await submit(mandate, 'Giao quyền ký')
  const positions = page.getByRole('list', { name: 'Chức vụ', exact: true })
  await expect(positions).toContainText('Cầm Thị Minh Họa')
  await expect(positions).toContainText('TL. CHÁNH VĂN PHÒNG')

  const merger = await openForm(page, 'Ghi sáp nhập, chia tách')
  await typeDay(merger, 'Từ ngày', '1/7/2022')
  await choose(merger, 'Đơn vị tiếp nhận', 'Ban Tiếp Công dân', 'ban tiep cong dan')
  await choose(merger, 'Phạm vi', 'Toàn bộ')
  await merger.getByLabel('Căn cứ').fill('Quyết định số 04/QĐ-UBND (minh họa)')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await submit(merger, 'Ghi sáp nhập, chia tách')
  const kin = page.getByRole('list', { name: 'Sáp nhập, chia tách' })
  await expect(kin).toContainText('Quyết định số 04/QĐ-UBND (minh họa)')
  await kin.getByRole('link', { name: /Nhập vào .*Tiếp Công dân/u }).click()
  await expect(page.getByRole('list', { name: 'Sáp nhập, chia tách' })).toContainText('Tiếp nhận Phòng Minh họa')
  await expect(page).toHaveURL(/ngay=2022-07-01/u)
  await expectAccessible(page)

  await page.goto('/don-vi?tim=minh%20hoa&ngay=2022-07-01')
  await expect(page.getByText('Không có đơn vị nào khớp')).toBeVisible()
  await page.goto('/don-vi?tim=minh%20hoa&ngay=2022-06-30')
  await expect(page.getByRole('list', { name: 'Cây đơn vị' })).toContainText('Phòng Minh họa')
})

async function openUnit(page: Page, name: string): Promise<void> {
  await page.goto('/don-vi')
  await page.getByRole('main').getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
}

async function openForm(page: Page, words: string): Promise<Locator> {
  await page.getByRole('main').getByRole('button', { name: words, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return dialog
}

async function submit(dialog: Locator, words: string): Promise<void> {
  await dialog.getByRole('button', { name: words, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

async function choose(dialog: Locator, label: string, option: string, typed?: string): Promise<void> {
  const field = dialog.getByRole('combobox', { name: label })
  await field.click()
  if (typed !== undefined) await field.fill(typed)
  await dialog.page().getByRole('option', { name: option }).click()
}

async function typeDay(dialog: Locator, label: string, day: string): Promise<void> {
  const field = dialog.getByRole('textbox', { name: label })
  await field.fill(day)
  await field.press('Tab')
}
