import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const photo = { name: 'Ảnh giám sát.png', mimeType: 'image/png', buffer: Buffer.from(onePixel, 'base64') }
const minutes = { name: 'Biên bản.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }
const program = { name: 'Chương trình.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') }
const task = 'Giám sát bình xét, công nhận danh hiệu'

test('an answer takes its files along; one that fails is told wherever one goes, and sent again', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/ke-hoach')
  await page.getByRole('main').getByRole('link', { name: 'Thực hiện Phong trào' }).click()
  await page.getByRole('link', { name: task }).click()
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Kết quả').fill('Đã giám sát tại các phòng (dữ liệu minh họa)')
  await form.locator('input[type=file]').setInputFiles([photo, minutes, program])
  await expect(form.getByText('nội dung tệp phải đúng loại')).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Bỏ chọn Chương trình.pdf' }).click()

  await page.route('**/api/evidence.attach?*', route =>
    route.request().postData()?.includes('PDF-1.7') ? route.continue() : route.abort(),
  )
  await form.getByRole('button', { name: 'Gửi tiến độ' }).click()
  const tray = page.getByRole('region', { name: 'Minh chứng đang gửi' })
  await expect(tray.getByText(`Ảnh giám sát.png (${task}): Chưa gửi được`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Biên bản.pdf' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const address = page.url()
  await page.getByRole('link', { name: 'Hoạt động', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Hoạt động', exact: true })).toBeVisible()
  await page.unroute('**/api/evidence.attach?*')
  await tray.getByRole('button', { name: 'Gửi lại' }).click()
  await expect(tray).toHaveCount(0)
  await page.goto(address)
  await expect(page.getByRole('img', { name: 'Ảnh giám sát.png' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Gỡ Biên bản.pdf' }).click()
  await page.getByLabel('Lý do gỡ').fill('nhầm tệp')
  await page.getByRole('button', { name: 'Gỡ', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Biên bản.pdf' })).toHaveCount(0)
})

test('an activity takes its photos along; what is added after the session was lost waits for its owner', async ({ page, context }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong/ghi')
  await page.getByLabel('Tên hoạt động').fill('Hội thi văn nghệ')
  await page.getByRole('combobox', { name: 'Loại hoạt động' }).fill('hoi thi')
  await page.getByRole('option', { name: 'Hội thi, cuộc thi' }).click()
  await page.locator('input[type=file]').setInputFiles(photo)
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Hội thi văn nghệ' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Ảnh giám sát.png' })).toBeVisible()

  await context.clearCookies()
  await page.locator('input[type=file]').setInputFiles(minutes)
  await page.getByLabel('Mật khẩu của').fill('minh-hoa-son-la')
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click()
  await page.getByRole('button', { name: 'Gửi lại' }).click()
  await expect(page.getByRole('link', { name: 'Biên bản.pdf' })).toBeVisible()
})
