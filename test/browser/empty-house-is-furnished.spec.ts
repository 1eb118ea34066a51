import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { startServer } from './server.ts'
import { expectAccessible } from './steps.ts'

// What a newcomer does without the demonstration: units from a list, the first administrator, a password of one's own, the first office.

const program = join(import.meta.dirname, '../../src/cli/main.ts')
const unitList = ['code,name,type,parent_code,valid_from,valid_to,predecessors,source', '14,Sơn La,tỉnh,,1975-12-27,,,minh họa'].join('\n')
const ownPassword = 'hoa ban nở trắng núi rừng'

test('an empty house gets units, an administrator with a password of his own, and its first office', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'nep-empty-'))
  const data = join(folder, 'data')
  await writeFile(join(folder, 'units.csv'), unitList)
  await nep(data, 'import', 'units', join(folder, 'units.csv'))
  const user = ['--username', 'quantri', '--full-name', 'Lò Văn Trị', '--role', 'admin', '--unit', '14', '--subtree']
  const { password } = JSON.parse(await nep(data, 'user', 'add', ...user, '--json')) as { password: string }
  const server = await startServer(data, '--empty')

  await page.goto(server.address)
  await page.getByLabel('Tên đăng nhập').fill('quantri')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { name: 'Đổi mật khẩu' })).toBeVisible()
  await page.goto(`${server.address}/don-vi`)
  await expect(page.getByRole('heading', { name: 'Đổi mật khẩu' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Mật khẩu đang dùng').fill(password)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(ownPassword)
  await page.getByLabel('Nhập lại mật khẩu mới').fill(ownPassword)
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Hôm nay' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${server.address}/don-vi`)
  await page.getByRole('main').getByRole('link', { name: 'Sơn La' }).click()
  await page.getByRole('button', { name: 'Thêm đơn vị trực thuộc' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên đơn vị').fill('Văn phòng Ủy ban nhân dân tỉnh')
  await dialog.getByRole('combobox', { name: 'Loại' }).click()
  await page.getByRole('option', { name: 'Cơ quan' }).click()
  await dialog.getByLabel('Cách gọi trong văn bản').fill('Văn phòng UBND tỉnh')
  await dialog.getByLabel('Căn cứ').fill('minh họa')
  await dialog.getByRole('button', { name: 'Thêm đơn vị', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Đơn vị trực thuộc' })).toContainText('Văn phòng Ủy ban nhân dân tỉnh')

  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

async function nep(data: string, ...args: readonly string[]): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], { env: { ...env, NEP_DATA: data } })
  return stdout
}
