import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf, type ReportContent } from '#domain/report/report.ts'
import { type AskedProvince, askedProvince, handIn, setDuty } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { must, send, worldOn } from '../../../test/factories.ts'
import { findReport } from './report.store.ts'

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await setDuty(here, here.province)
  return here
})

test('the report of the province writes itself from what was handed in, and says who is missing', async ({ here }) => {
  await handIn(here, 0, 120)
  await handIn(here, 1, 80)
  const text = wordsOf(await composed(here))
  expect(text).toContain('Đã nhận báo cáo số liệu của 2/3 thôn, bản, tổ dân phố, 0/2 xã, phường. Các đơn vị chưa gửi được nêu tên')
  expect(text).toContain('Tổng số hộ: 200 hộ; hộ đăng ký Gia đình văn hóa: 120 hộ (60,0% tổng số hộ).')
  expect(text).toContain('Số liệu mục này chưa đủ: mới có đủ số của 1/2 đơn vị.')
})

test('tables by unit lie on their side in appendices, with those who did not hand in named', async ({ here }) => {
  await handIn(here, 2, 90)
  const { appendices = [] } = await composed(here)
  expect(appendices.map(({ title, orientation }) => [title, orientation])).toEqual([
    ['Gia đình văn hóa theo đơn vị', 'landscape'],
    ['Đơn vị chưa gửi báo cáo số liệu', 'portrait'],
  ])
  const [absent] = appendices.at(-1)?.blocks ?? []
  const named = absent?.type === 'table' ? absent.rows.map(([, name]) => name) : []
  expect(named).toEqual(['Xã 1', 'Xã 2', 'Bản 1 (Xã 1)', 'Bản 2 (Xã 1)'])
})

async function composed({ world, officer, province }: AskedProvince): Promise<ReportContent> {
  const id = randomUUID()
  await must(send(world, officer, 'report.compose', { id, unitId: province, periodName: '2025-H1' }))
  const report = await findReport(world.database.kysely, id)
  if (!report) throw new Error('composed, and not kept')
  return report.content
}

function wordsOf(content: ReportContent): string {
  return paragraphsOf(content)
    .map(({ inlines }) => inlineText(inlines))
    .join('\n')
}
