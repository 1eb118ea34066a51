import { expect, test } from './journey.ts'
import { servesEveryone } from './serves-everyone.ts'
import { signInAs } from './steps.ts'

// Each address of the program is looked at once, in every size and colour: it says where one is, and it serves everyone.

const screens = [
  ['/hom-nay', 'Hôm nay'],
  ['/ke-hoach', 'Kế hoạch'],
  ['/hoat-dong', 'Hoạt động'],
  ['/hoat-dong?xem=lich&thang=2022-03', 'Hoạt động'],
  ['/hoat-dong?xem=anh', 'Hoạt động'],
  ['/hoat-dong/ghi', 'Hoạt động'],
  ['/danh-hieu', 'Danh hiệu'],
  ['/danh-hieu/quy-dinh?bo=GDVH.ND122&voi=GDVH.ND86', 'Quy định về danh hiệu'],
  ['/danh-hieu/so-lieu', 'Số liệu danh hiệu'],
  ['/lich-nghi', 'Lịch nghỉ lễ, Tết'],
  ['/so-ho', 'Sổ hộ'],
  ['/so-ho/nhap', 'Nạp danh sách hộ'],
  ['/binh-xet', 'Bình xét'],
  ['/dau-hieu', 'Dấu hiệu và kiểm lại'],
  ['/tong-quan', 'Tổng quan'],
  ['/bao-cao', 'Báo cáo'],
  ['/bao-cao/dot', 'Đợt báo cáo'],
  ['/bao-cao/che-do', 'Chế độ báo cáo'],
  ['/bao-cao/bieu?bieu=movement', 'Biểu mẫu báo cáo'],
  ['/bao-cao/chi-tieu', 'Chỉ tiêu'],
  ['/van-ban', 'Văn bản'],
  ['/van-ban/vao-so', 'Văn bản'],
  ['/van-ban/so-dang-ky?so=incoming', 'Sổ đăng ký văn bản đến'],
  ['/van-ban/so-dang-ky?so=outgoing&thang=2', 'Sổ đăng ký văn bản đi'],
  ['/don-vi', 'Đơn vị'],
  ['/don-vi?ngay=2025-07-01', 'Đơn vị'],
  ['/tai-khoan', 'Tài khoản của tôi'],
  ['/ky-duyet', 'Ký duyệt'],
  ['/tro-giup/README', 'Trợ giúp'],
  ['/xac-minh', 'Xác minh giấy công nhận'],
  ['/giao-dien-lap-trinh', 'Giao diện lập trình'],
] as const

test('every screen of an officer can be used by everyone', async ({ page }) => {
  test.setTimeout(300_000)
  await signInAs(page, 'chuyenvien')
  for (const [address, title] of screens) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Đang mở' })).toHaveCount(0)
    await servesEveryone(page)
  }
})

test('the page of all parts, in every state they have, can be used by everyone', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/bo-phan')
  await expect(page.getByRole('status', { name: 'Đang mở' })).toBeVisible() // one of the states
  await servesEveryone(page)
})

test('one plan, activity, document and unit can be used by everyone', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  for (const [address, row] of [
    ['/ke-hoach', 'Thực hiện Phong trào'],
    ['/hoat-dong', 'Ngày chạy Olympic'],
    ['/van-ban', '23/KH-UBND'],
    ['/don-vi', 'Văn phòng Ủy ban nhân dân tỉnh'],
  ] as const) {
    await page.goto(address)
    await page.getByRole('main').getByRole('link', { name: row }).first().click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await expect(page.getByRole('status', { name: 'Đang mở' })).toHaveCount(0)
    await servesEveryone(page)
  }
})

test('each way to look at a plan, fill it and copy it can be used by everyone', async ({ page }) => {
  await signInAs(page, 'chuyenvien')
  await page.goto('/ke-hoach')
  await page.getByRole('main').getByRole('link', { name: 'Thực hiện Phong trào' }).first().click()
  await expect(page.getByRole('heading', { level: 2, name: 'Nhiệm vụ', exact: true })).toBeVisible()
  const { pathname } = new URL(page.url())
  for (const [address, shown] of [
    ['?xem=don-vi', 'Tiến độ theo đơn vị'],
    ['?xem=thoi-gian', 'Nhiệm vụ theo thời gian'],
    ['?nhap=co', 'Bảng nhập việc'],
    ['/chep', 'Chỗ cần xem'],
  ] as const) {
    await page.goto(`${pathname}${address}`)
    await expect(page.getByLabel(shown).first()).toBeVisible()
    await servesEveryone(page)
  }
})

test('the screens of an administrator can be used by everyone', async ({ page }) => {
  await signInAs(page, 'quantri')
  for (const address of ['/quan-tri/tai-khoan', '/quan-tri/nhat-ky', '/don-vi']) {
    await page.goto(address)
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
    await servesEveryone(page)
  }
})
