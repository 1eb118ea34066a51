import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

test('an officer signs in and finds the day’s work', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('Đăng nhập · Nếp')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await signInAs(page, 'chuyenvien')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a wrong password is answered in one sentence and lets nobody in', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel('Tên đăng nhập').fill('chuyenvien')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mat-khau-sai')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.goto('/')
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible()
})
