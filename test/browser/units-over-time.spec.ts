import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

// Sơn La before and after 1 July 2025, as somebody asks who a commune came from.

test('the tree is moved along time; a ward of today leads to the wards it came from', async ({ page, isMobile }) => {
  await signInAs(page, 'quantri')
  await page.goto('/don-vi')
  const tree = page.getByRole('list', { name: 'Cây đơn vị' })
  await expect(tree.getByRole('link', { name: 'Mộc Châu', exact: true })).toBeVisible()
  await expect(tree.getByText('Huyện · 123')).toBeVisible()

  const slider = page.getByRole('slider', { name: 'Mốc thay đổi của cây đơn vị' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(/ngay=2025-07-01/u)
  await expect(page.getByText('68 đơn vị mới, 205 đơn vị kết thúc, 7 đổi cấp trên')).toBeVisible()
  await expect(slider).toHaveAttribute('aria-valuetext', /Ngày 1\/7\/2025/u)
  await expect(tree.getByText('mới', { exact: true }).first()).toBeVisible()
  await expect(tree.getByText('Huyện · 123')).toHaveCount(0)
  await page.getByText('205 đơn vị kết thúc từ 1/7/2025').click()
  await expect(page.getByRole('list', { name: 'Kết thúc từ 1/7/2025' }).getByRole('link', { name: 'Mộc Châu' }).first()).toBeVisible()
  await expectNoSidewaysScroll(page)

  await page.getByLabel('Tìm', { exact: true }).fill('to hieu')
  await expect(tree.getByRole('link')).toHaveCount(2)
  await expect(tree.getByText('đặt theo tên danh nhân')).toBeVisible()
  await tree.getByRole('link', { name: 'Tô Hiệu' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Tô Hiệu' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Lịch sử' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const giver = page.getByRole('link', { name: /^Phường Quyết Tâm (?:nhập|tách)/u }).filter({ visible: true })
  if (!isMobile) {
    await giver.focus()
    await expect(page.getByText(/Phường Quyết Tâm .* từ 1\/7\/2025; /u).filter({ visible: true })).toBeVisible()
  }
  await giver.press('Enter')
  await expect(page).toHaveURL(/ngay=2025-06-30/u)
  await expect(page.getByRole('heading', { level: 2, name: 'Quyết Tâm' })).toBeVisible()
})

test('branches fold and open by keyboard, and the way to what is looked for stays', async ({ page }) => {
  await signInAs(page, 'quantri')
  await page.goto('/don-vi')
  const tree = page.getByRole('list', { name: 'Cây đơn vị' })
  const district = tree.getByRole('link', { name: 'Vân Hồ', exact: true })
  await district.focus()
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByRole('link', { name: 'Chiềng Xuân' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(tree.getByRole('link', { name: 'Chiềng Xuân' })).toHaveCount(0)
  await page.getByLabel('Tìm', { exact: true }).fill('chieng xuan')
  await expect(tree.getByRole('link')).toHaveText(['Sơn La', 'Vân Hồ', 'Chiềng Xuân'])
})
