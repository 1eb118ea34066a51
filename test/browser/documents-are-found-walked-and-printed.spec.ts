import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

const isWide = (viewport: { width: number } | null): boolean => (viewport?.width ?? 0) >= 900

test('a document is found by a few words without diacritics, and the address says what was looked for', async ({ page }) => {
  await signInAs(page, 'vanthu')
  await page.goto('/van-ban')
  await page.getByLabel('Tìm văn bản').fill('ke hoach 41')
  const rows = page.getByRole('list', { name: 'Văn bản', exact: true }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await expect(rows.locator('mark').first()).toHaveText('41')
  await page.getByLabel('Tìm văn bản').fill('thu tuong phong trao')
  await expect(rows).toHaveText([/2214\/QĐ-TTg/])
  await expect(page).toHaveURL(/tim=thu\+?(%20)?tuong/)
  await page.reload()
  await expect(rows).toHaveText([/2214\/QĐ-TTg/])
  await page.getByRole('combobox', { name: 'Năm văn bản' }).click()
  await page.getByRole('option', { name: '2022' }).click()
  await expect(page.getByText('Không có văn bản nào khớp')).toBeVisible()
  await expectAccessible(page)
})

test('from the plan of the office one walks back to the decision of the Prime Minister', async ({ page, viewport }) => {
  await signInAs(page, 'vanthu')
  await page.goto('/van-ban?tim=17/KH-VPUB')
  await page.getByRole('main').getByRole('link', { name: '17/KH-VPUB' }).click()
  if (!isWide(viewport)) {
    const chain = page.getByRole('list', { name: 'Văn bản này dựa trên' })
    await expect(chain.getByRole('link')).toHaveText([/KH-/, /KH-/, /KH-|2214/, /KH-|2214/])
    await chain.getByRole('link', { name: '2214/QĐ-TTg' }).click()
    await expect(page.getByRole('heading', { name: 'Quyết định số 2214/QĐ-TTg' })).toBeVisible()
    await expectAccessible(page)
    return
  }
  const drawing = page.getByRole('group', { name: /Sơ đồ chuỗi văn bản/ })
  await drawing.getByRole('link', { name: '17/KH-VPUB' }).focus()
  for (const next of [/4.*\/KH/, '23/KH-UBND', '2214/QĐ-TTg']) {
    await page.keyboard.press('ArrowLeft')
    await expect(drawing.locator(':focus')).toContainText(next)
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Quyết định số 2214/QĐ-TTg' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Xem rộng' }).click()
  await expect(drawing.getByRole('link')).toHaveCount(5)
  await expect(page.getByText('còn hiệu lực')).toHaveCount(5)
  const day = page.getByLabel('Hiệu lực xét đến ngày')
  await day.fill('1/2/2022')
  await day.press('Enter')
  await day.press('Tab') // the calendar goes when the hand leaves
  await expect(drawing.getByRole('link', { name: '41/KH-UBND' })).toContainText('chưa có hiệu lực')
  await expect(drawing.getByRole('link', { name: '23/KH-UBND' })).toContainText('còn hiệu lực')
  await expect(page).toHaveURL(/ngay=2022-02-01/)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the clerk completes an entry, and the register prints with every column, A4 across', async ({ page, viewport }) => {
  await signInAs(page, 'vanthu')
  await page.goto('/van-ban?tim=41/KH-UBND')
  await page.getByRole('main').getByRole('link', { name: '41/KH-UBND' }).click()
  await page.getByRole('link', { name: 'Sửa' }).click()
  await page.getByLabel('Ngày đến').fill('11/2/2022')
  await page.getByLabel('Số đến').fill('12')
  await page.getByLabel('Đơn vị hoặc người nhận').fill('Phòng Tổ chức - Hành chính - Quản trị')
  await page.getByLabel('Ngày chuyển').fill('10/2/2022')
  await page.getByLabel('Lý do sửa').fill('ghi đủ sổ đến')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Ngày chuyển phải từ 11/2/2022 đến 15/6/2022.')).toBeVisible()
  await page.getByLabel('Ngày chuyển').fill('11/2/2022')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('11/2/2022, số đến 12')).toBeVisible()

  await page.goto('/van-ban/so-dang-ky?so=incoming&nam=2022')
  const register = page.getByRole('table', { name: /Sổ đăng ký Văn bản đến/i })
  await expect(register.getByRole('columnheader')).toHaveText([
    'Ngày đến',
    'Số đến',
    'Tác giả',
    'Số, ký hiệu văn bản',
    'Ngày tháng văn bản',
    'Tên loại và trích yếu',
    'Đơn vị hoặc người nhận',
    'Ngày chuyển',
    'Ký nhận',
    'Ghi chú',
  ])
  const cells = register.getByRole('row').filter({ hasText: '41/KH-UBND' }).getByRole('cell')
  await expect(cells).toHaveText([
    '11/02/2022',
    '12',
    'UBND tỉnh',
    '41/KH-UBND',
    '10/02/2022',
    /^Kế hoạch: Thực hiện/,
    /^Phòng Tổ chức/,
    '11/02/2022',
    '',
    '',
  ])
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  if (!isWide(viewport)) return

  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/MediaBox \[[^\]]+\]/g)
  expect(pages?.map(box => box.replace(/(\.\d)\d+/g, '$1'))).toEqual(['/MediaBox [0 0 841.9 594.9]'])
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation').first()).toBeHidden()
  await expect(page.getByRole('button', { name: 'In sổ' })).toBeHidden()
  await expect(register).toBeVisible()
})
