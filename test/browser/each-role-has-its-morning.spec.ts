import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { unitIds } from '#server/demo/office.ts'
import { expect, test } from './journey.ts'
import { type Desk, deskOf, reportUntil, signInOver } from './over-http.ts'
import { expectAccessible, expectNoSidewaysScroll } from './steps.ts'

// What each role does between half past seven and ten: from the page of the day to the act that is theirs, with a picture.
// What the officer and the leader do all day is in the other journeys.

const desks = new Map<string, Promise<{ desk: Desk; reportId: string; title: string }>>()

/** The half-year report, checked by the head of the department on the way of the morning; made once for each server. */
function morningOf(baseURL: string | undefined) {
  const made = desks.get(baseURL ?? '') ?? deskOf(baseURL).then(async desk => ({ desk, ...(await begun(desk)) }))
  desks.set(baseURL ?? '', made)
  return made
}

async function begun(desk: Desk): Promise<{ reportId: string; title: string }> {
  const { id, title } = await reportUntil(desk, {})
  return { reportId: id, title }
}

test('the officer sees what is late and what is owed, and answers for one department', async ({ page }) => {
  await begin(page, 'chuyenvien')
  await page.getByRole('button', { name: /^Trả lời: Tuyên truyền giáo dục/u }).click()
  const form = page.getByRole('dialog')
  await expect(form.getByText('Phòng Khoa giáo- Văn xã')).toBeVisible()
  await look(page, 'chuyên viên')
  await form.getByText('Hoàn thành', { exact: true }).click()
  await form.getByLabel('Kết quả').fill('Đã tuyên truyền trong giao ban tháng (dữ liệu minh họa)')
  await form.getByRole('button', { name: 'Gửi tiến độ' }).click()
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Trả lời: Tuyên truyền giáo dục/u })).toHaveCount(0)
})

test('the head of a department checks what the report says, from the page of the day', async ({ page, baseURL }) => {
  const { title } = await morningOf(baseURL)
  await begin(page, 'truongphong')
  await page.getByRole('button', { name: `Kiểm nội dung: ${title}` }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/Còn \d+ nhận xét cần trả lời/u)).toBeVisible()
  await look(page, 'trưởng đơn vị')
  await dialog.getByRole('button', { name: 'Kiểm nội dung', exact: true }).click()
  await expect(dialog.getByText(/Việc tiếp theo: kiểm thể thức/u)).toBeVisible()
})

test('the văn thư enters a letter that came, and finds it in the register by its number', async ({ page }) => {
  await begin(page, 'vanthu')
  await page.goto('/van-ban/vao-so')
  await page.getByLabel('Số, ký hiệu').fill('88/SVHTTDL-QLVH')
  await page.getByRole('combobox', { name: 'Loại văn bản' }).last().click() // the first one filters the list
  await page.getByRole('option', { name: 'Công văn' }).click()
  await page.getByLabel('Ngày văn bản').fill('14/6/2022')
  await page.getByLabel('Cơ quan ban hành').fill('Sở Văn hóa, Thể thao và Du lịch')
  await page.getByLabel('Trích yếu').fill('Về việc báo cáo 6 tháng đầu năm 2022 (dữ liệu minh họa)')
  await look(page, 'văn thư')
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: /88\/SVHTTDL-QLVH/u })).toBeVisible()
  await page.goto('/van-ban/so-dang-ky?so=incoming&nam=2022')
  await expect(page.getByRole('row', { name: /88\/SVHTTDL-QLVH/u })).toContainText('Sở Văn hóa, Thể thao và Du lịch')
})

test('the leader sees who is late, and of a number who entered it', async ({ page, baseURL }) => {
  const { reportId } = await morningOf(baseURL)
  await begin(page, 'lanhdao')
  await expect(page.getByRole('list', { name: 'Việc quá hạn của các đơn vị' })).toContainText('quá hạn 5 ngày')
  await page.goto(`/bao-cao/${reportId}`)
  await page.getByRole('link', { name: '58', exact: true }).first().click()
  const why = page.getByRole('dialog', { name: 'Vì sao có số này' })
  await expect(why).toContainText('Nạp dữ liệu minh họa')
  await look(page, 'lãnh đạo')
})

test('whoever only looks opens plan, activity and report, and nothing there would change anything', async ({ page, baseURL }) => {
  const { reportId } = await morningOf(baseURL)
  await begin(page, 'nguoixem')
  const acts = /^(Ghi|Lưu|Giao|Soạn|Trả lời|Đôn đốc|Kiểm|Trình|Ký|Cấp số|Ban hành|Trả lại|Thêm|Sửa|Bỏ|Vào sổ|Lập|Gỡ)/u
  for (const address of ['/ke-hoach', '/hoat-dong', '/van-ban', '/danh-hieu', `/don-vi/${unitIds.office}`, `/bao-cao/${reportId}`]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Đang mở' })).toHaveCount(0)
    const main = page.getByRole('main')
    await expect(main.getByRole('button', { name: acts }).or(main.getByRole('link', { name: /^(Ghi|Vào sổ|Lập|Sửa)/u }))).toHaveCount(0)
  }
  await look(page, 'người xem')
})

test('the administrator takes in a colleague, and the trail says so', async ({ page }) => {
  await begin(page, 'quantri')
  await page.goto('/quan-tri/tai-khoan')
  await page.getByRole('button', { name: 'Lập tài khoản' }).click()
  const form = page.getByRole('dialog')
  const username = `minhhoa${randomUUID().replace(/\W|\d/gu, '').slice(0, 4)}`
  await form.getByLabel('Họ và tên').fill('Điêu Thị Minh Họa')
  await form.getByLabel('Tên đăng nhập').fill(username)
  await form.getByRole('combobox', { name: 'Vai trò' }).click()
  await page.getByRole('option', { name: 'Văn thư' }).click()
  await form.getByRole('button', { name: 'Lập tài khoản', exact: true }).click()
  await expect(page.getByText(/Mật khẩu/u).first()).toBeVisible()
  await look(page, 'quản trị')
  await page.goto('/quan-tri/nhat-ky')
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('Lập tài khoản')
})

async function begin(page: Page, username: string): Promise<void> {
  await signInOver(page.request, username)
  await page.goto('/hom-nay')
  await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Đang mở' })).toHaveCount(0)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** At the stop that matters: can everybody use it, and how does it look? */
async function look(page: Page, role: string): Promise<void> {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await test.info().attach(role, { body: await page.screenshot(), contentType: 'image/png' })
}
