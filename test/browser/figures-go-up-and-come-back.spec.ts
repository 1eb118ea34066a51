import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Browser, type BrowserContext, devices, expect, type Locator, type Page, test } from '@playwright/test'
import { openCommune } from './commune.ts'
import { type Caller, callerAs, signInOver } from './over-http.ts'

// The province asks its communes and villages for the figures of half a year. One village types them on a desktop, one on a
// telephone; the commune sends one back at a cell, accepts, and later accepts what the village put right.

test('figures go up from the village, come back at a cell, are accepted, and corrected afterwards', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await openCommune('xa-2026')
  try {
    await runRequest(browser, server.address)
  } finally {
    await server.stop()
  }
})

async function runRequest(browser: Browser, address: string): Promise<void> {
  const province = await callerAs(address, 'sovanhoa')
  const requestId = await askForFigures(province)
  const [first, second] = await villagesOf(address)
  const at = (unitId: string): string => `/bao-cao/dot/${requestId}/${unitId}`
  const head = await pageOf(browser, address, 'truong1')

  await test.step('the head of a village types by keyboard and takes what is on record', async () => {
    await head.goto(at(first))
    await figure(head, 'Tổng số hộ').focus()
    await head.keyboard.press('=')
    await head.keyboard.press('Enter')
    await expect(figure(head, 'Hộ đăng ký Gia đình văn hóa')).toBeFocused()
    await head.keyboard.type('9999')
    await expect(head.getByText(/nhiều hơn “Tổng số hộ”/u)).toBeVisible()
    await expect(head.getByText(/^Đã lưu/u)).toBeVisible()
  })

  await test.step('a block with a cell that could mean two things is not taken, and says which', async () => {
    await paste(figure(head, 'Hộ được bình xét'), '100\n-\n3')
    await expect(head.getByText(/Hộ đạt Gia đình văn hóa: “-” có nơi hiểu là không có/u)).toBeVisible()
    await expect(figure(head, 'Hộ được bình xét')).toHaveValue('')
    await paste(figure(head, 'Hộ được bình xét'), '100\r\ntrên 90\r\n3\r\n')
    await expect(figure(head, 'Hộ đạt Gia đình văn hóa')).toHaveValue('trên 90')
    await expect(head.getByText(/\(khoảng .*%\)/u).first()).toBeVisible()
  })

  await test.step('the workbook goes out and comes back in, and a table of another program is read by its names', () => byFile(head))

  await test.step('the line is cut in the middle of a word, and nothing is lost', async () => {
    await head.context().setOffline(true)
    await head.getByRole('textbox', { name: 'Kết quả thực hiện' }).fill('Hai hộ được giúp làm nhà.')
    await expect(head.getByText(/Chưa gửi được, sẽ thử lại/u)).toBeVisible()
    await head.context().setOffline(false)
    await expect(head.getByText(/^Đã lưu \d/u)).toBeVisible({ timeout: 20_000 })
  })

  await test.step('two people at one return: both are kept, and one cell is asked about', async () => {
    const colleague = await pageOf(browser, address, 'vanhoa')
    await colleague.goto(at(first))
    await figure(colleague, 'Câu lạc bộ thể thao').fill('2')
    await figure(colleague, 'Đội văn nghệ').fill('1')
    await expect(colleague.getByText(/^Đã lưu \d/u)).toBeVisible()
    await figure(head, 'Đội văn nghệ').fill('3')
    await expect(head.getByText('Đồng nghiệp vừa ghi 1 ở chỗ này; bạn ghi 3.')).toBeVisible()
    await expect(figure(head, 'Câu lạc bộ thể thao')).toHaveValue('2')
    await head.getByRole('button', { name: 'Giữ số của tôi' }).click()
    await expect(head.getByText('Đồng nghiệp vừa ghi 1 ở chỗ này')).toBeHidden()
    await expect(head.getByText(/^Đã lưu \d/u)).toBeVisible()
    await colleague.context().close()
  })

  await test.step('what is above its whole is kept with a reason, and handed in with what is missing named', async () => {
    const note = head.locator('tr', { hasText: 'nhiều hơn “Tổng số hộ”' }).last()
    await note.getByRole('button', { name: 'Giữ nguyên vì…' }).click()
    await head.getByRole('textbox', { name: 'Giữ nguyên vì' }).fill('Có hộ ở bản khác đăng ký cùng')
    await head.getByRole('button', { name: 'Giữ nguyên', exact: true }).click()
    await expect(head.getByText('Có hộ ở bản khác đăng ký cùng')).toBeVisible()
    await handIn(head)
    await expect(head.getByText(/^Bản 1 đã gửi, chờ .* xem\.$/u)).toBeVisible()
  })

  const commune = await pageOf(browser, address, 'vanhoa')
  await test.step('the commune sends it back at the very cell', async () => {
    await commune.goto(at(first))
    await expect(commune.getByText('Có hộ ở bản khác đăng ký cùng')).toBeVisible()
    await commune.getByRole('button', { name: 'Nhờ sửa Hộ đăng ký Gia đình văn hóa' }).click()
    await commune.getByRole('textbox', { name: 'Cần sửa gì' }).fill('Chỉ đếm hộ của bản')
    await commune.getByRole('button', { name: 'Trả lại', exact: true }).click()
    await expect(commune.getByText('bị trả lại').first()).toBeVisible()
  })

  await test.step('the village mends it and the commune accepts', async () => {
    await head.reload()
    await expect(head.getByText(/nhờ sửa: Chỉ đếm hộ của bản/u)).toBeVisible()
    await figure(head, 'Hộ đăng ký Gia đình văn hóa').fill('98')
    await expect(head.getByText(/nhiều hơn “Tổng số hộ”/u)).toBeHidden()
    await handIn(head)
    await commune.reload()
    await commune.getByRole('button', { name: 'Nhận báo cáo' }).click()
    await expect(commune.getByText('đã được nhận')).toBeVisible()
  })

  await test.step('a correction says why, shows what it changes, and counts once it is accepted', async () => {
    await head.reload()
    await head.getByRole('button', { name: 'Đính chính…' }).click()
    await figure(head, 'Hộ đăng ký Gia đình văn hóa').fill('99')
    await expect(head.getByText(/^Đã lưu \d/u)).toBeVisible()
    await head.getByRole('button', { name: 'Gửi đính chính…' }).click()
    const dialog = head.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Lý do đính chính' }).fill('Thêm một hộ mới tách')
    await dialog.getByRole('button', { name: 'Gửi đính chính' }).click()
    await expect(head.getByText(/Bản đính chính 3 chờ .* nhận: Thêm một hộ mới tách/u)).toBeVisible()
    expect(await toldOf(province, { requestId, unitId: first })).toBe(98)
    await commune.reload()
    await expect(commune.getByRole('list', { name: 'Khác bản đã nhận' })).toContainText('98 → 99')
    await commune.getByRole('button', { name: 'Nhận báo cáo' }).click()
    await expect(commune.getByText('đã được nhận')).toBeVisible()
    expect(await toldOf(province, { requestId, unitId: first })).toBe(99)
  })

  await test.step('another head does the same on a telephone', () => reportByPhone(browser, address, { path: at(second) }))

  await test.step('the board of the province shows both', async () => {
    const board = await province.ask('request.board', { id: requestId, level: 'area' })
    const stateOf = (unitId: string) => board.rows.find(row => row.unitId === unitId)?.state
    expect([stateOf(first), stateOf(second)]).toEqual(['accepted', 'sent'])
  })
}

/** The village's own workbook, then what an older program printed. */
async function byFile(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Từ tệp…' }).click()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Tải biểu .xlsx' }).click()
  const workbook = await (await coming).path()
  await dialog.locator('input[type=file]').setInputFiles({ name: 'bieu.xlsx', mimeType: '', buffer: await readFile(workbook) })
  await dialog.getByRole('button', { name: 'Lấy 5 chỗ' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Từ tệp…' }).click()
  await dialog.getByLabel('Nơi gửi').fill('Phần mềm cũ')
  const table = 'Nội dung,Số lượng\nSố dân của bản,512\nĐội văn nghệ,-\n'
  await dialog.locator('input[type=file]').setInputFiles({ name: 'cu.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await expect(dialog.getByText(/Đội văn nghệ: “-” có nơi hiểu/u)).toBeVisible()
  await dialog.getByRole('combobox', { name: '“Đội văn nghệ” vào ô nào' }).click()
  await page.getByRole('option', { name: 'bỏ qua', exact: true }).click()
  await dialog.getByRole('combobox', { name: '“Số dân của bản” vào ô nào' }).click()
  await page.getByRole('option', { name: 'Tổng số dân', exact: true }).click()
  await dialog.getByRole('button', { name: 'Lấy 1 chỗ' }).click()
  await expect(figure(page, 'Tổng số dân')).toHaveValue('512')
}

async function askForFigures(officer: Caller): Promise<string> {
  const id = randomUUID()
  await officer.send('request.open', {
    id,
    unitId: officer.session.homeUnitId ?? '',
    regimeId: null,
    kind: 'adHoc',
    title: 'Báo cáo 6 tháng đầu năm 2026',
    formKey: 'movement',
    covers: { from: '2025-12-15', until: '2026-06-15' },
    asked: [
      { level: 'area', dueOn: '2026-11-16' },
      { level: 'commune', dueOn: '2026-11-20' },
    ],
    basis: '',
  })
  await officer.send('request.send', { id, revision: 0 })
  return id
}

async function villagesOf(address: string): Promise<[string, string]> {
  const heads = await Promise.all(['truong1', 'truong2'].map(name => callerAs(address, name)))
  const [first = '', second = ''] = heads.map(({ session }) => session.homeUnitId ?? '')
  return [first, second]
}

async function reportByPhone(browser: Browser, address: string, { path }: { readonly path: string }): Promise<void> {
  const phone = await pageOf(browser, address, 'truong2', { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } })
  await phone.goto(path)
  await phone.getByRole('button', { name: /^Lấy \d+ số đã ghi sổ$/u }).tap()
  await expect(figure(phone, 'Tổng số hộ')).not.toHaveValue('')
  await figure(phone, 'Hộ đăng ký Gia đình văn hóa').fill('80')
  await expect(phone.getByText(/80\/\d+ \(.*%\)/u)).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await handIn(phone)
  await expect(phone.getByText(/^Bản 1 đã gửi/u)).toBeVisible()
}

/** The dialog names what is missing; it goes all the same. */
async function handIn(page: Page): Promise<void> {
  await expect(page.getByText(/^Đã lưu/u)).toBeVisible()
  await page.getByRole('button', { name: /^Gửi .*…$/u }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/không phải 0/u)).toBeVisible()
  await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click()
}

async function toldOf(officer: Caller, owed: { readonly requestId: string; readonly unitId: string }): Promise<number | undefined> {
  const { standing } = await officer.ask('return.one', owed)
  const sealed = await officer.ask('return.version', { ...owed, version: standing ?? 1 })
  return sealed?.content.values['family.registered']?.count
}

function figure(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${name} \\(`, 'u') })
}

/** As a spreadsheet puts cells on the clipboard. */
async function paste(into: Locator, text: string): Promise<void> {
  await into.focus()
  await into.evaluate((input, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

async function pageOf(
  browser: Browser,
  address: string,
  username: string,
  device: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ ...device, baseURL: address })
  await signInOver(context.request, username)
  return context.newPage()
}
