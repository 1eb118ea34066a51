import { expect, type Locator, type Page, test } from '@playwright/test'
import { openCommune } from './commune.ts'
import { expectEveryNumberOpens } from './issued-numbers.ts'
import { callerAs, signInOver } from './over-http.ts'
import { servesEveryone } from './serves-everyone.ts'

// The province looks at what 2,300 villages, 200 communes through their districts and then 75 told it in 2025: from its own number down to the cell of a
// village by keyboard alone, through the merger of 1 July, and side by side.

test('a number of the province is opened down to a village, and both trees come to one total', async ({ browser }) => {
  test.setTimeout(360_000)
  const server = await openCommune('tinh-2025')
  try {
    const context = await browser.newContext({ baseURL: server.address })
    await signInOver(context.request, 'sovanhoa')
    await lookAtProvince(await context.newPage(), server.address)
  } finally {
    await server.stop()
  }
})

async function lookAtProvince(page: Page, address: string): Promise<void> {
  const caller = await callerAs(address, 'sovanhoa')
  const unitId = caller.session.homeUnitId ?? ''
  const requests = await caller.ask('request.list', { unitId })
  const idOf = (title: RegExp): string => requests.find(request => title.test(request.title))?.id ?? ''
  const at = (title: RegExp, look = ''): string => `/bao-cao/tong-hop/${idOf(title)}?${look}`
  const panel = page.getByRole('complementary', { name: 'Số này từ đâu' })

  await test.step('who has sent comes first, and nobody who has not is a nought', async () => {
    await page.goto(at(/năm 2025$/u))
    await expect(page.getByText(/Tính trên 68\/75 xã, phường\. Chưa có hoặc đã trả lại báo cáo của: .*xã Sốp Cộp/u)).toBeVisible()
    const silent = page.getByRole('row', { name: /xã Sốp Cộp/u })
    await expect(silent).toContainText('chưa có số liệu')
    await expect(silent.getByRole('button')).toHaveCount(0)
  })

  await test.step('by keyboard alone from the province to a village, and to the return it stands in', async () => {
    await page.goto(at(/6 tháng/u))
    await tabTo(page, page.getByRole('button', { name: /^tỉnh Sơn La, Tổng số hộ/u }))
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('heading', { name: /^tỉnh Sơn La: [\d.]+$/u })).toBeFocused()
    await expect(panel).toContainText('đúng bằng số đã ghi')
    await tabTo(page, panel.getByRole('button', { name: 'thành phố Sơn La' }))
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('heading', { name: /^thành phố Sơn La: [\d.]+$/u })).toBeFocused()
    await tabTo(page, panel.getByRole('button', { name: 'phường Chiềng Lề' }))
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('heading', { name: /^phường Chiềng Lề: [\d.]+$/u })).toBeFocused()
    await expect(panel).toContainText('đúng bằng số đã ghi')
    await tabTo(page, panel.getByRole('button', { name: /^tổ dân phố/u }).first())
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('heading', { name: /^tổ dân phố .*: \d+$/u })).toBeFocused()
    await expect(panel.getByRole('navigation', { name: 'Lên cấp trên' })).toContainText('phường Chiềng Lề')
    await tabTo(page, panel.getByRole('link', { name: 'bản 1' }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/bao-cao\/dot\//u)
    await page.goBack()
    await expect(panel.getByRole('heading', { name: /^tổ dân phố/u })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  })

  await test.step('a share opens as two sums, each added again', async () => {
    await page.getByRole('button', { name: /^tỉnh Sơn La, Tỷ lệ hộ đạt Gia đình văn hóa trên tổng số hộ/u }).click()
    await expect(panel.getByText(/^Cộng lại: tử số [\d.]+, đúng bằng số đã ghi; mẫu số [\d.]+, đúng bằng số đã ghi\.$/u)).toBeVisible()
  })

  await test.step('the first half told by 200 communes comes to the same on the units of today', async () => {
    await page.goto(at(/năm 2025$/u, 'xem=cac-ky&ct=family.total'))
    await page.getByText('Theo đơn vị ngày', { exact: true }).click()
    await expect(page.getByText(/ra cùng một tổng: [\d.]+\.$/u)).toBeVisible()
    const rows = page.getByRole('region', { name: /^Đối chiếu Báo cáo 6 tháng/u }).getByRole('row')
    const counts = await rows.locator('td:last-child').allTextContents()
    const [total = 0, ...others] = counts.map(text => Number(text.replaceAll('.', ''))).toReversed()
    expect(others.reduce((sum, count) => sum + count, 0)).toBe(total)
    const { unit } = await caller.ask('figure.table', { requestId: idOf(/6 tháng/u), unitId })
    expect(unit.figures.find(({ code }) => code === 'family.total')?.value?.count).toBe(total)
    await expect(rows.filter({ hasText: 'xã Chiềng Xôm' })).toContainText('phường Chiềng An')
  })

  await test.step('tiles are walked by arrows, and the plan of the year is held against each', async () => {
    await page.goto(at(/năm 2025$/u, 'xem=so-sanh&hinh=o&ct=share.family.recognised~family.total'))
    await expect(page.getByText(/từ 78%\. Cả tỉnh Sơn La .*: thiếu .* điểm %\. Các đơn vị: \d+ vượt, .*1 chưa có số liệu/u)).toBeVisible()
    await page.getByRole('group', { name: /^Hình: Tỷ lệ hộ đạt/u }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText(/: [\d.]+\/[\d.]+ tổng số hộ \(.*%\).*(?:vượt|thiếu|vừa đạt)/u)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('heading', { level: 3 }).first()).toContainText('%')
  })

  await test.step('a village corrected after its commune was accepted is read with its reason, and ticked off', async () => {
    await page.goto(`/bao-cao/dot/${idOf(/năm 2025$/u)}?cua=${unitId}`)
    await page.getByRole('button', { name: 'Xem 1 đơn vị khác sau khi nhận' }).click()
    await expect(page.getByText('Hai hộ đã chuyển đi nơi khác')).toBeVisible()
    await servesEveryone(page)
    await page.getByRole('checkbox', { name: 'Phường Chiềng An' }).check()
    await page.getByRole('button', { name: 'Đã xem 1 đơn vị' }).click()
    await expect(page.getByText(/^Phường Chiềng An: .+ đã xem ngày/u)).toBeVisible()
    await expect(page.getByText('Không có số nào khác so với lúc đã nhận')).toBeVisible()
  })

  await test.step('every number of the report that was issued leads, from its page and its PDF, to what it is and was added from', async () => {
    const reports = await caller.ask('report.list', { unitId })
    const { id = '' } = reports.find(({ state }) => state === 'issued') ?? {}
    await expectEveryNumberOpens(page, id)
    await page.goto(`/api/report.preview?id=${id}&format=html`)
    const households = page.getByRole('link', { name: /^[\d.]+ hộ$/u })
    await households.first().click()
    const why = page.getByRole('complementary', { name: 'Vì sao có số này' })
    await why.getByRole('button', { name: 'huyện Vân Hồ' }).click() // both of the tree that ended on 1 July
    await why.getByRole('button', { name: 'xã Xuân Nha' }).click()
    const villages = why.getByRole('button', { name: /^bản /u })
    await villages.first().click()
    await expect(why.getByText('Lấy từ báo cáo')).toBeVisible()
    await expect(why).toContainText(/bản 1, .+ gửi ngày \d+\/6\/2025/u)
    await why.getByRole('button', { name: 'Đóng' }).click()
    await expect(why).toBeHidden()
  })

  await test.step('some communes are asked beside, one is added that was forgotten, and what came is reported on', async () => {
    await page.goto('/bao-cao/dot')
    await page.getByRole('button', { name: 'Soạn đợt báo cáo' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Số liệu từ ngày').fill('1/10/2025')
    await form.getByLabel('Chốt số liệu hết ngày').fill('15/12/2025')
    await form.getByLabel('Tên đợt báo cáo').fill('Báo cáo chuyên đề nhà văn hóa')
    await form.getByLabel('Xã, phường').check()
    await form.getByLabel('Hạn gửi của xã, phường').fill('26/12/2025')
    await form.getByRole('button', { name: 'Chỉ một số nơi…' }).click()
    await form.getByRole('combobox', { name: /Chỉ những xã/u }).fill('mường la')
    await page.getByRole('option', { name: 'xã Mường La' }).click()
    await page.keyboard.press('Escape')
    await form.getByRole('button', { name: 'Lưu để xem lại' }).click()
    await page.getByRole('button', { name: /^Gửi yêu cầu/u }).click()
    await page.getByRole('button', { name: 'Thêm nơi phải gửi…' }).click()
    await form.getByRole('combobox', { name: 'Đơn vị' }).fill('to hieu')
    await page.getByRole('option', { name: 'phường Tô Hiệu' }).click()
    await expect(form.getByLabel('Hạn gửi')).toHaveValue('26/12/2025')
    await form.getByRole('button', { name: 'Thêm và báo cho đơn vị' }).click()
    await expect(form).toBeHidden()
    await expect(page.getByText('2 đơn vị', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Xem số tổng hợp' }).click()
    await page.getByRole('button', { name: 'Soạn báo cáo tổng hợp' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Chuyên đề nhà văn hóa' })).toBeVisible()
    await expect(page.getByText(/0\/2 xã, phường/u).first()).toBeVisible()
    await servesEveryone(page)
  })

  await test.step('every way to look can be used by everyone', async () => {
    for (const [look, shown] of [
      ['', 'Gia đình văn hóa'],
      ['xem=so-sanh', 'Tỷ lệ hộ đăng ký trên tổng số hộ'],
      ['xem=cac-ky&ngay=2025-12-22', 'Đối chiếu Báo cáo 6 tháng đầu năm 2025'],
      ['xem=loi-van', 'Khó khăn, vướng mắc'],
      ['xem=thay-doi', 'Số đã khác'],
    ] as const) {
      await page.goto(at(/năm 2025$/u, look))
      await expect(page.getByRole('heading', { level: 2, name: shown }).first()).toBeVisible()
      await servesEveryone(page)
    }
  })
}

/** Goes on with Tab until it is there, as a hand does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
