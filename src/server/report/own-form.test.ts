import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { ReportView } from '#contract/report.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { type AskedProvince, askedProvince, setDuty } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { ownParts, publishOwnForm } from '../../../test/own-form.ts'

// A commune that asked its villages by a form of its own writes its report along that form.

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  const form = await publishOwnForm(here, here.communes[0])
  await setDuty(here, here.communes[0])
  const { id: _, ...asked } = here.asked
  const request = randomUUID()
  const body = { ...asked, id: request, unitId: here.communes[0], formKey: form, asked: here.asked.asked.slice(0, 1) }
  await must(send(here.world, here.officer, 'request.open', body))
  await must(send(here.world, here.officer, 'request.send', { id: request, revision: 0 }))
  return { ...here, form, request }
})
type Here = AskedProvince & { readonly form: string }

test('a part without a figure is left out and named; one nobody wrote for stands with its gap', async ({ here }) => {
  await handIn(here, 0, { difficulties: 'Thiếu 3 biển chỉ dẫn.' })
  const report = await composed(here)
  expect(outlineOf(report)).toEqual(['I. Tồn tại và nguyên nhân', 'II. Văn bản hướng dẫn'])
  expect(gapsOf(report)).toEqual(['difficulties/gap', 'guides/gap'])
  const missing = report.remarks.filter(({ code }) => code === 'W-missing').map(({ message }) => message)
  expect(missing).toEqual(['Chưa có số liệu cho mục “Du lịch cộng đồng” nên báo cáo không có các mục này.'])
  expect(wordsOf(report)).toContain('Đã nhận báo cáo số liệu của 1/2 thôn, bản, tổ dân phố.')
})

test('words from below go under the part of the form they were asked under, and to no part it does not have', async ({ here }) => {
  await handIn(here, 0, { difficulties: 'Thiếu 3 biển chỉ dẫn.' }, { 'family.total': '40', 'MH.01': '6' })
  const report = await composed(here)
  expect(report.outline).toEqual(ownParts.map(({ key, heading }) => ({ key, heading })))
  const from = [{ unitId: here.villages[0], version: 1, paragraphId: 'difficulties 1' }]
  const take = { id: report.id, revision: report.report.revision, takenId: randomUUID(), from, alike: [] }
  expect(await send(here.world, here.officer, 'report.take', { ...take, sectionKey: 'proposals' })).toMatchObject({
    code: 'report.unknown-section',
  })
  const taken = await must(send(here.world, here.officer, 'report.take', { ...take, sectionKey: 'difficulties' }))
  const [section] = taken.report.content.sections.filter(({ key }) => key === 'difficulties')
  expect(section?.paragraphs.map(({ inlines }) => inlineText(inlines))).toEqual(['Thiếu 3 biển chỉ dẫn.'])
  expect(outlineOf(taken)).toEqual(['I. Tồn tại và nguyên nhân', 'II. Du lịch cộng đồng', 'III. Văn bản hướng dẫn'])
})

test('a report stays on the version that was asked, also composed again after the form got a new one', async ({ here }) => {
  await handIn(here, 0, {}, { 'family.total': '40', 'MH.01': '6' })
  const before = await composed(here)
  const { world, officer, form } = here
  const parts = ownParts.toReversed().map(part => ({ ...part, heading: `${part.heading} mới` }))
  await must(send(world, officer, 'form.saveDraft', { id: form, name: 'Biểu du lịch', note: '', parts, revision: 2 }))
  await must(send(world, officer, 'form.publish', { id: form, from: '2025-01-01', revision: 3 }))
  const again = await must(send(world, officer, 'report.recompose', { id: before.id, revision: before.report.revision }))
  expect(again.report.content.sections).toEqual(before.report.content.sections)
  expect(await ask(world, officer, 'report.one', { id: before.id })).toMatchObject({ ok: true, value: { drift: [] } })
})

test('the words a village is offered come from what the part says they come from', async ({ here }) => {
  const document = { kind: 'plan', code: '7/KH-BQL', issuedOn: '2025-03-04', issuerName: 'Ban quản lý bản', subject: 'đón khách' } as const
  const where = { id: randomUUID(), ownerUnitId: here.villages[0], direction: 'outgoing', issuerUnitId: here.villages[0] } as const
  const rest = { valid: { from: null, until: null }, years: null, arrivedOn: null, arrivalNumber: null, note: '' }
  await must(send(here.world, here.officer, 'document.register', { ...document, ...where, ...rest }))
  const { offered } = await must(ask(here.world, here.officer, 'return.one', { requestId: here.request, unitId: here.villages[0] }))
  expect(offered).toEqual({ guides: expect.stringMatching(/^Ban hành Kế hoạch số 7\/KH-BQL .*đón khách\.$/u) })
})

test('no part may bear the name of what opens and closes every report', async ({ here }) => {
  const { world, officer, form } = here
  const parts = ownParts.map(part => (part.key === 'guides' ? { ...part, key: 'closing' } : part))
  await must(send(world, officer, 'form.saveDraft', { id: form, name: 'Biểu du lịch', note: '', parts, revision: 2 }))
  expect(await send(world, officer, 'form.publish', { id: form, from: '2025-07-01', revision: 3 })).toMatchObject({
    code: 'form.part-key-taken',
  })
})

async function handIn(here: Here, at: number, parts: Record<string, string>, cells: Record<string, string> = {}): Promise<void> {
  const owed = { requestId: here.request, unitId: here.villages[at] ?? '' }
  const { world, officer } = here
  await must(send(world, officer, 'return.save', { ...owed, content: { values: {}, printed: [], parts }, revision: 0 }))
  await must(send(world, officer, 'return.typeIn', { ...owed, cells, revision: 1 }))
  await must(send(world, officer, 'return.handIn', { ...owed, revision: 2, reason: '' }))
}

async function composed({ world, officer, communes }: Here): Promise<ReportView> {
  return must(send(world, officer, 'report.compose', { id: randomUUID(), unitId: communes[0], periodName: '2025-H1' }))
}

function outlineOf({ report }: ReportView): string[] {
  return report.content.sections.flatMap(({ label, heading }) => (heading === null ? [] : [`${label} ${heading}`]))
}

function gapsOf({ report }: ReportView): string[] {
  return paragraphsOf(report.content).flatMap(({ id }) => (id.endsWith('/gap') ? [id] : []))
}

function wordsOf({ report }: ReportView): string {
  return paragraphsOf(report.content)
    .map(({ inlines }) => inlineText(inlines))
    .join('\n')
}
