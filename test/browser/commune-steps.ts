import { expect, type Locator, type Page } from '@playwright/test'
import type { DemoName } from '#server/demo/which.ts'
import { giveVillagePoints, type SeasonDays } from './commune.ts'
import { callerAs } from './over-http.ts'

// What a village head does on the screens of a season, step by step.

export type Told = {
  readonly demo: DemoName
  readonly year: number
  readonly openedOn: string
  readonly law: string
  readonly days: SeasonDays
  readonly decidedOn: string
  /** The law has changed by then: whoever signs says why the season's is followed. */
  readonly lawHasChanged?: boolean
  /** What a supervisor does afterwards is the same under every law: it is done once. */
  readonly isLookedBackAt?: boolean
  /** Steps of the file as the screen names them. */
  readonly steps: readonly string[]
  readonly minutes: string
  readonly minutesFormIsVerified: boolean
  /** Under this law a fine for harming the environment keeps a household out. */
  readonly environmentExcludes: string | null
}

/** From registration to the dossier, as the text of the day has it. */
export async function reviewVillage(page: Page, address: string, { steps, days, minutes }: Told): Promise<void> {
  const main = page.getByRole('main')
  const dialog = page.getByRole('dialog')
  await page.goto('/binh-xet')
  await expect(main.getByRole('heading', { name: 'Bản Mây' }), 'the one village of whoever keeps it').toBeVisible()
  await expect(main.getByRole('list', { name: 'Các bước của hồ sơ' }).getByRole('listitem')).toContainText(['Đăng ký', ...steps])
  await main.getByRole('button', { name: 'Ghi đăng ký' }).click()
  await fillDay(dialog, 'Ngày đăng ký', dayOf(days.registered))
  await dialog.getByLabel('Chọn cả 75 hộ').check()
  await dialog.getByRole('button', { name: 'Ghi 75 hộ' }).click()
  await expect(main.getByRole('heading', { name: '75 hộ' })).toBeVisible()
  if (days.listed) {
    await main.getByRole('button', { name: 'Đã nhận đủ bảng giấy' }).click()
    await takeStep(page, 'Chốt danh sách', days.listed)
  }

  await main.getByRole('button', { name: 'Ghi cuộc họp' }).click()
  await fillDay(dialog, 'Ngày họp', dayOf(days.met))
  await dialog.getByLabel('Địa điểm').fill('Nhà văn hóa bản')
  await dialog.getByLabel('Số được triệu tập').fill('75')
  await dialog.getByLabel('Số có mặt').fill('60')
  await dialog.getByLabel('Đồng ý', { exact: true }).fill('61')
  await dialog.getByRole('button', { name: 'Ghi cuộc họp' }).click()
  await expect(
    dialog
      .getByRole('alert')
      .or(dialog.getByText(/nhiều hơn|quá số/u))
      .first(),
  ).toBeVisible()
  await dialog.getByLabel('Đồng ý', { exact: true }).fill('58')
  await dialog.getByLabel('Không đồng ý').fill('2')
  await dialog.getByRole('button', { name: 'Ghi cuộc họp' }).click()
  await expect(main.getByText('60/75 người được triệu tập')).toBeVisible()
  await givePoints(page, address)
  await expect(main.getByText(minutes).first()).toBeVisible()
  await takeStep(page, 'Kết luận họp', days.met)

  if (days.posted) {
    await main.getByRole('button', { name: 'Niêm yết', exact: true }).click()
    await fillDay(dialog, 'Từ ngày', dayOf(days.posted.from))
    await fillDay(dialog, 'Đến hết ngày', dayOf(days.posted.from))
    await dialog.getByLabel('Nơi niêm yết').fill('Bảng tin nhà văn hóa bản')
    await dialog.getByRole('button', { name: 'Niêm yết', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('10 ngày')
    await fillDay(dialog, 'Đến hết ngày', dayOf(days.posted.lastOn))
    await dialog.getByRole('button', { name: 'Niêm yết', exact: true }).click()
    await expect(main.getByText(`đến hết ${dayOf(days.posted.lastOn)}`)).toBeVisible()
  }
  await takeStep(page, 'Trình hồ sơ', days.submitted)
  await expect(main.getByText('Chờ quyết định cùng cả đợt')).toBeVisible()
  await expect(main.getByRole('button', { name: 'Trả lại hồ sơ…' }), 'that is the commune’s to do').toHaveCount(0)
}

/** Of the score sheets all but three have come in; those are typed down each column by Enter. */
async function givePoints(page: Page, address: string): Promise<void> {
  const [, seasonId = '', areaUnitId = ''] = /binh-xet\/([^/]+)\/([^/?]+)/u.exec(page.url()) ?? []
  const head = await callerAs(address, 'truong12')
  const { lines, candidates } = await head.ask('season.area', { seasonId, areaUnitId })
  await giveVillagePoints(head, { seasonId, areaUnitId }, { lines, candidateIds: candidates.slice(3).map(({ id }) => id) })
  const main = page.getByRole('main')
  await page.reload()
  await main.getByRole('button', { name: 'Ghi điểm' }).first().click()
  for (const column of lines.keys()) {
    await main.locator('tbody tr').first().getByRole('textbox').nth(column).click()
    await page.keyboard.type('25\n25\n25')
  }
  await main.getByRole('button', { name: 'Ghi điểm' }).last().click()
  await expect(main.getByRole('button', { name: 'Sửa điểm' })).toBeVisible()
}

async function takeStep(page: Page, name: string, on: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fillDay(dialog, 'Ngày', dayOf(on))
  await dialog.getByRole('button', { name, exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

export async function fillDay(where: Page | Locator, label: string, day: string): Promise<void> {
  const field = where.getByLabel(label, { exact: true })
  await field.fill(day)
  await field.blur()
}

export function dayOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date}/${month}/${year}`
}
