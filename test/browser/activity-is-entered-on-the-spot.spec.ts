import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const photo = { name: 'Ảnh ngày chạy.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') }
const attachments = '**/api/evidence.attach?*'

/** From "Ghi hoạt động" to the saved page, beside reaching and typing the name and the number. */
const mostTaps = 8

test('an activity is recorded within a few taps; its sentence is shown before it is saved', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong')
  const taps = countTaps(page)
  await page.getByRole('link', { name: 'Ghi hoạt động' }).click()
  await page.getByLabel('Tên hoạt động').fill('Giải bóng chuyền hơi')
  await page.getByRole('combobox', { name: 'Loại hoạt động' }).click()
  await page.getByRole('option', { name: 'Rèn luyện thân thể, thể thao' }).click()
  await page.getByRole('combobox', { name: 'Nơi tổ chức' }).click()
  await page.getByRole('option', { name: 'Mộc Châu' }).click()
  await page.getByText('Đếm được').click()
  await page.getByLabel('Số người tham gia', { exact: true }).fill('58')
  const telling = page.getByRole('region', { name: 'Sẽ vào báo cáo' })
  await expect(telling).toContainText('Sẽ vào báo cáo 6 tháng cuối năm 2022 của Văn phòng UBND tỉnh')
  await expect(telling).toContainText('Giải bóng chuyền hơi (ngày 15/6/2022, tại Mộc Châu), với 58 người tham gia.')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByLabel('Ngày bắt đầu').fill('14/6/2022')
  await page.getByLabel('Ngày bắt đầu').press('Tab')
  await expect(telling).toContainText('6 tháng đầu năm 2022')
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Giải bóng chuyền hơi' })).toBeVisible()
  expect(await taps()).toBeLessThanOrEqual(mostTaps)
})

test('photos wait on the machine while the line is gone, through a reload, and are sent when it is back', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong')
  await page.getByRole('main').getByRole('link', { name: 'Ngày chạy Olympic' }).click()
  const address = page.url()
  await page.route(attachments, route => route.abort())
  await page.locator('input[type=file]').setInputFiles(photo)
  const tray = page.getByRole('region', { name: 'Minh chứng đang gửi' })
  await expect(tray.getByText('Chưa gửi được, sẽ tự gửi lại khi có mạng')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/hom-nay')
  await expect(tray.getByText('Ảnh ngày chạy.png')).toBeVisible()
  await page.unroute(attachments)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(tray).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByRole('img', { name: 'Ảnh ngày chạy.png' })).toBeVisible()
})

test('a photo dropped on the form goes with the activity', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong/ghi')
  await page.getByLabel('Tên hoạt động').fill('Hội thi nấu ăn')
  await page.getByRole('combobox', { name: 'Loại hoạt động' }).fill('hoi thi')
  await page.getByRole('option', { name: 'Hội thi, cuộc thi' }).click()
  const dropped = await page.evaluateHandle(
    async ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name, { type: 'image/png' }))
      return transfer
    },
    [photo.name, onePixel] as const,
  )
  await page.getByLabel('Tên hoạt động').dispatchEvent('dragenter', { dataTransfer: dropped })
  await expect(page.getByText('Thả ảnh, tệp vào đây')).toBeVisible()
  await page.getByLabel('Tên hoạt động').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(page.getByRole('list', { name: 'Tệp đã chọn' })).toContainText(photo.name)
  await page.reload()
  await expect(page.getByRole('list', { name: 'Tệp đã chọn' })).toContainText(photo.name)
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(page.getByRole('img', { name: photo.name })).toBeVisible()
})

test('what was done is looked at by month and by photo, and each way opens the activity', async ({ page, isMobile }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong?xem=lich&thang=2022-03')
  await expect(page.getByRole('heading', { name: 'Tháng 3 năm 2022' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  if (!isMobile) {
    await page.getByRole('link', { name: 'Thứ bảy 26/3/2022' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('link', { name: 'Thứ sáu 25/3/2022' })).toBeFocused()
    await page.keyboard.press('PageDown')
    await expect(page.getByRole('heading', { name: 'Tháng 4 năm 2022' })).toBeVisible()
  }
  await page.goto('/hoat-dong?xem=lich&thang=2022-03')
  await page.getByRole('link', { name: 'Ngày chạy Olympic' }).filter({ visible: true }).click()
  await page.locator('input[type=file]').setInputFiles({ ...photo, name: 'Trên đường chạy.png' })
  await expect(page.getByRole('img', { name: 'Trên đường chạy.png' })).toBeVisible()

  await page.goto('/hoat-dong?xem=anh')
  await page.getByRole('button', { name: 'Mở ảnh: Ngày chạy Olympic' }).first().click()
  const viewer = page.getByRole('dialog')
  await expect(viewer.getByRole('img', { name: 'Ngày chạy Olympic' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(viewer).toHaveCount(0)
})

/** Counts clicks from here on, as a finger makes them. */
function countTaps(page: Page): () => Promise<number> {
  const started = page.evaluate(() => {
    const counter = window as unknown as { taps: number }
    counter.taps = 0
    document.addEventListener('pointerdown', () => counter.taps++, { capture: true })
  })
  return async () => {
    await started
    return page.evaluate(() => (window as unknown as { taps: number }).taps)
  }
}
