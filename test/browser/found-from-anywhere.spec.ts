import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { expect, test } from './journey.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

test('half a number and Enter open the document; acts begin and places open from the same field', async ({ page, isMobile }) => {
  await signInAs(page, 'chuyenvien')
  await openPalette(page, isMobile)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await field(page).fill('41/kh')
  await field(page).press('Enter') // before the answer has come
  await expect(page.getByRole('heading', { level: 2, name: /41\/KH-UBND/u })).toBeVisible()

  await openPalette(page, isMobile)
  await field(page).fill('chay olympic')
  await expect(page.getByRole('group', { name: 'Hoạt động' }).getByRole('option')).toContainText(['Ngày chạy Olympic'])
  await field(page).fill('tàu vũ trụ')
  await expect(page.getByRole('status').filter({ hasText: 'Không thấy gì khớp' })).toBeVisible()
  await expectAccessible(page)
  await field(page).fill('giao viec')
  await page
    .getByRole('group', { name: 'Làm ngay' })
    .getByRole('option', { name: /Giao việc/u })
    .click()
  await expect(page.getByRole('dialog', { name: 'Giao việc' })).toBeVisible()
})

test('the keyboard alone: to a place, through its list, into a row, and never while typing', async ({ page, isMobile }) => {
  if (isMobile) return // a phone has no such keys
  await signInAs(page, 'chuyenvien')
  await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Phím tắt' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('g')
  await page.keyboard.press('v')
  await expect(page.getByRole('heading', { level: 1, name: 'Văn bản' })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByLabel('Tìm văn bản')).toBeFocused()
  await page.keyboard.type('gkn') // letters now, not commands
  await expect(page.getByLabel('Tìm văn bản')).toHaveValue('gkn')
  await page.getByLabel('Tìm văn bản').fill('')
  await page.getByLabel('Tìm văn bản').blur()
  const rows = page.getByRole('list', { name: 'Văn bản' }).getByRole('link')
  await expect(rows).not.toHaveCount(0)
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  const code = await rows.nth(1).innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: code })).toBeVisible()
})

test('a list leaves as a file with every row of its filter', async ({ page, isMobile }) => {
  if (isMobile) return // the same part, the same file
  await signInAs(page, 'chuyenvien')
  await page.goto('/van-ban?tim=phong%20trao')
  const rows = page.getByRole('list', { name: 'Văn bản' }).getByRole('listitem')
  await expect(rows).not.toHaveCount(0)
  const codes = await page.getByRole('list', { name: 'Văn bản' }).getByRole('link').allInnerTexts()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải .xlsx' }).click()])
  expect(download.suggestedFilename()).toMatch(/^Văn bản - Văn phòng .*\.xlsx$/u)
  const parts = unzipSync(await readFile(await download.path()))
  const texts = new TextDecoder().decode(parts['xl/sharedStrings.xml'])
  for (const code of codes) expect(texts).toContain(code)
  expect(texts).toContain(`tìm “phong trao” · ngày 15/6/2022 · ${codes.length} dòng`)
})

test('a lost line is said quietly, and goes by itself', async ({ page, context }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/hoat-dong')
  await expect(page.getByRole('list', { name: /Hoạt động/u })).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/Chưa nối được máy chủ; những gì đang xem là lúc \d\d:\d\d/u)).toBeVisible()
  await expect(page.getByRole('list', { name: /Hoạt động/u })).toBeVisible()
  await expectAccessible(page)
  await context.setOffline(false)
  await expect(page.getByText('Chưa nối được máy chủ')).toHaveCount(0)
})

async function openPalette(page: Page, isMobile: boolean): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (isMobile) {
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Tìm mọi thứ' }).click()
  } else await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
}

function field(page: Page) {
  return page.getByRole('combobox', { name: 'Tìm hoặc làm' })
}
