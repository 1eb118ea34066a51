import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { versionBody } from '../office.ts'
import { expect, test } from './journey.ts'
import { callerAs } from './over-http.ts'
import { expectAccessible, expectNoSidewaysScroll, signInAs } from './steps.ts'

// A village's list comes in: columns are named, what would happen is seen, a bad row is mended and comes again.

const list = ['Mã,Đại diện,Khẩu,Bản', 'H1,Lò Văn Toản,4,Nà Dòn', 'H2,Lò Văn Toàn,5,Nà Dòn', 'H3,Cầm Thị Bình,bốn,Nà Dòn'].join('\n')

test('a list of households is looked at, taken, and its bad row mended and taken, too', async ({ page, baseURL }) => {
  const admin = await callerAs(baseURL, 'quantri')
  const { units } = await admin.ask('org.tree', { unitId: admin.session.homeUnitId ?? '' })
  const commune = units.find(unit => unit.name === 'Chiềng Sại')?.unitId ?? ''
  const village = { name: 'Nà Dòn', kind: 'village', calledInText: 'bản Nà Dòn' } as const
  await admin.send('org.addVersion', versionBody(randomUUID(), commune, { ...village, valid: { from: '2022-01-01', until: null } }))

  await signInAs(page, 'quantri')
  await page.goto(`/so-ho/nhap?don_vi=${commune}`)
  await send(page, list)
  await page.getByRole('combobox', { name: '“Đại diện” là gì' }).click()
  await page.getByRole('option', { name: 'Họ tên chủ hộ' }).click()
  await expect(page.getByRole('list', { name: 'Các dòng đầu sẽ thành' }).getByText('phải số từ 1 đến 100')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: 'Xem trước' }).click()
  await expect(page.getByText('1 cặp tên cùng nơi chỉ khác dấu, giữ là hai hộ')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nạp 2 hộ mới' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải 1 dòng cần xem' }).click()
  const aside = await readFile(await (await download).path(), 'utf8')

  await page.getByRole('link', { name: 'Gửi danh sách khác' }).click()
  await send(page, aside.replace(',bốn,', ',4,'))
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('button', { name: 'Nạp 1 hộ mới' }).click()
  await expect(page.getByRole('heading', { name: 'Đã nạp' })).toBeVisible()
})

async function send(page: Page, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Chọn tệp và gửi' }).click()
  await (await chooser).setFiles({ name: 'danh sách hộ.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
}
