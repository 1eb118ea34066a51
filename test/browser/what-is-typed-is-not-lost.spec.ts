import { expect, test } from './journey.ts'
import { expectAccessible, signInAs } from './steps.ts'

test('an activity half filled in outlives a mistake, a reload and a lost session', async ({ page, context }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong/ghi')
  await page.getByLabel('Tên hoạt động').fill('Ngày hội văn hóa các dân tộc')
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(page.getByText('Loại hoạt động: chưa chọn')).toBeVisible()
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByText('Đã lấy lại nội dung bạn nhập dở trên máy này.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Loại hoạt động' }).fill('lien hoan')
  await page.getByRole('option', { name: 'Liên hoan, hội diễn' }).click()
  await expect(page.getByText('Sẽ vào báo cáo')).toBeVisible() // nothing is being asked any more that would find the session gone

  await context.clearCookies()
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await again.getByRole('textbox').fill('minh-hoa-son-la')
  await expectAccessible(page)
  await again.getByRole('button', { name: 'Đăng nhập lại' }).click()
  await expect(again).toBeHidden()
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Ngày hội văn hóa các dân tộc')
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Ngày hội văn hóa các dân tộc' })).toBeVisible()
})

test('leaving with something typed asks, and what was typed waits on this machine', async ({ page, context }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/van-ban/vao-so')
  await page.getByLabel('Trích yếu').fill('Về việc tổ chức ngày hội')
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  const asks = page.getByRole('dialog', { name: 'Nội dung vừa nhập chưa gửi' })
  await expect(asks).toBeVisible()
  await expectAccessible(page)
  await asks.getByRole('button', { name: 'Ở lại' }).click()
  await expect(page.getByLabel('Trích yếu')).toHaveValue('Về việc tổ chức ngày hội')
  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click()
  await asks.getByRole('button', { name: 'Rời trang' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Kế hoạch' })).toBeVisible()
  await page.goto('/van-ban/vao-so')
  await expect(page.getByLabel('Trích yếu')).toHaveValue('Về việc tổ chức ngày hội')

  await page.close()
  const reopened = await context.newPage() // as after a power cut: what was open is known to no tab
  await reopened.goto('/van-ban/vao-so')
  await expect(reopened.getByText('Máy này còn nội dung bạn nhập dở')).toBeVisible()
  await expect(reopened.getByLabel('Trích yếu')).toHaveValue('')
  await expectAccessible(reopened)
  await reopened.getByRole('button', { name: 'Lấy lại' }).click()
  await expect(reopened.getByLabel('Trích yếu')).toHaveValue('Về việc tổ chức ngày hội')

  await reopened.getByRole('button', { name: 'Đăng xuất' }).click()
  const door = reopened.getByRole('dialog', { name: 'Còn nội dung chưa gửi' })
  await expect(door.getByText('Bạn nhập dở ở 1 chỗ trên máy này')).toBeVisible()
  await expectAccessible(reopened)
  await door.getByRole('button', { name: 'Xóa và đăng xuất' }).click()
  await expect(reopened.getByLabel('Tên đăng nhập')).toBeVisible()
  await signInAs(reopened, 'chuyenvien')
  await reopened.goto('/van-ban/vao-so')
  await expect(reopened.getByLabel('Trích yếu')).toHaveValue('')
  await expect(reopened.getByRole('button', { name: 'Lấy lại' })).toHaveCount(0)
})

test('two people who change one activity are told, and neither loses a word', async ({ page, context }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong')
  await page.getByRole('main').getByRole('link', { name: 'Ngày chạy Olympic' }).click()
  const address = `${page.url()}/sua`
  const other = await context.newPage()
  await Promise.all([page.goto(address), other.goto(address)])
  await page.getByLabel('Tên hoạt động').fill('Ngày chạy Olympic năm 2022')
  await other.getByRole('combobox', { name: 'Nơi tổ chức' }).fill('Quảng trường Tây Bắc')
  await other.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(other.getByRole('heading', { name: 'Minh chứng' })).toBeVisible()

  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Đồng nghiệp vừa lưu hoạt động này trước')).toBeVisible()
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Ngày chạy Olympic năm 2022')
  await page.getByRole('button', { name: 'Giữ nội dung của tôi, lưu lên bản mới' }).click()
  await expect(page.getByRole('heading', { name: 'Ngày chạy Olympic năm 2022' })).toBeVisible()
})
