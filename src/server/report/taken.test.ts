import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf, type ReportParagraph } from '#domain/report/report.ts'
import { type AskedProvince, askedProvince } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'
import { composeReport, setUpReporting } from '../../../test/reporting-province.ts'

// What units below wrote comes into the report of the province: taken, joined, shortened, never without whence it came.

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await setUpReporting(here)
  await tell(here, 0, 'Còn 4 nhà văn hóa bản xuống cấp, chưa có kinh phí sửa chữa')
  await tell(here, 1, 'Đường vào bản khó đi về mùa mưa.\nThiếu 12 bộ loa truyền thanh.')
  return here
})

test('several points stand as one paragraph of the part they were taken into, each number quoted from who wrote it', async ({ here }) => {
  const report = await taken(here, await composeReport(here), [
    [0, 'difficulties 1'],
    [1, 'difficulties 2'],
  ])
  const paragraph = inDifficulties(report)[0]
  expect(inDifficulties(report)).toHaveLength(1)
  expect(wordsOf(paragraph)).toBe('Còn 4 nhà văn hóa bản xuống cấp, chưa có kinh phí sửa chữa. Thiếu 12 bộ loa truyền thanh.')
  const quoted = paragraph?.inlines.flatMap(inline => (inline.type === 'figure' ? [inline.figureId] : [])) ?? []
  expect(quoted).toHaveLength(2)
  const why = await must(ask(here.world, here.officer, 'report.explain', { id: report.id, figureId: quoted[1] ?? '' }))
  expect(why).toMatchObject({ total: '12', figure: { definition: 'Số trích nguyên văn từ báo cáo của Bản 2' } })
  expect(why.sources.map(({ words }) => words)).toEqual(['Bản 2, bản 1: “Thiếu 12 bộ loa truyền thanh.”'])
  const origins = await must(ask(here.world, here.officer, 'report.explain', { id: report.id, paragraphId: paragraph?.id ?? '' }))
  expect(origins.sources).toHaveLength(2)
})

test('shortened by the writer it keeps its origins and the number left in it, also when the report is composed again', async ({ here }) => {
  const before = await taken(here, await composeReport(here), [[0, 'difficulties 1']])
  const [paragraph] = inDifficulties(before)
  const number = paragraph?.inlines.find(inline => inline.type === 'figure')
  const pieces = [
    { type: 'text', text: 'Có ' },
    { type: 'figure', figureId: number?.type === 'figure' ? number.figureId : '' },
    { type: 'text', text: ' nhà văn hóa bản xuống cấp.' },
  ] as const
  const edit = { id: paragraph?.id ?? '', was: wordsOf(paragraph), pieces: [...pieces] }
  const edited = await must(send(here.world, here.officer, 'report.edit', { id: before.id, paragraphs: [edit] }))
  const again = await must(send(here.world, here.officer, 'report.recompose', { id: before.id, revision: edited.report.revision }))
  const [after] = inDifficulties(again)
  expect(wordsOf(after)).toBe('Có 4 nhà văn hóa bản xuống cấp.')
  expect(after?.origins).toEqual(paragraph?.origins)
  expect(after?.inlines).toContainEqual(number)
  expect(again.drift).toEqual([])
})

test('given back, the part stands as empty as before, and nothing else of the text has moved', async ({ here }) => {
  const report = await composeReport(here)
  const full = await taken(here, report, [[0, 'difficulties 1']])
  const [{ id: takenId } = { id: '' }] = full.report.content.taken ?? []
  const body = { id: report.id, revision: full.report.revision, takenId }
  const back = await must(send(here.world, here.officer, 'report.giveBack', body))
  expect(back.report.content).toEqual(report.report.content)
  expect(await send(here.world, here.officer, 'report.giveBack', { ...body, revision: back.report.revision })).toMatchObject({
    code: 'report.unknown-paragraph',
  })
})

test('the same asked twice is taken once; what nobody handed in, and a part the form does not have, are refused', async ({ here }) => {
  const report = await composeReport(here)
  const body = takeBody(here, report, [[0, 'difficulties 1']])
  const first = await must(send(here.world, here.officer, 'report.take', body))
  expect((await must(send(here.world, here.officer, 'report.take', { ...body, revision: first.report.revision }))).report).toEqual(
    first.report,
  )
  const next = { ...body, takenId: randomUUID(), revision: first.report.revision }
  expect(await send(here.world, here.officer, 'report.take', { ...next, sectionKey: 'closing' })).toMatchObject({
    code: 'report.unknown-section',
  })
  const [said] = body.from
  for (const from of [
    { ...said, version: 2 },
    { ...said, paragraphId: 'difficulties 9' },
    { ...said, unitId: here.villages[2] },
  ])
    expect(await send(here.world, here.officer, 'report.take', { ...next, from: [from] as typeof body.from })).toMatchObject({
      code: 'report.unknown-origin',
    })
})

async function tell(here: AskedProvince, at: number, difficulties: string): Promise<void> {
  const owed = { requestId: here.request, unitId: here.villages[at] ?? '' }
  const content = { ...familiesTold(100, 60), parts: { difficulties } }
  await must(send(here.world, here.officer, 'return.save', { ...owed, content, revision: 0 }))
  await must(send(here.world, here.officer, 'return.handIn', { ...owed, revision: 1, reason: '' }))
}

function takeBody(here: AskedProvince, { id, report }: ReportView, from: readonly (readonly [number, string])[]): BodyInput<'report.take'> {
  return {
    id,
    revision: report.revision,
    takenId: randomUUID(),
    sectionKey: 'difficulties',
    from: from.map(([at, paragraphId]) => ({ unitId: here.villages[at] ?? '', version: 1, paragraphId })),
    alike: [],
  }
}

function taken(here: AskedProvince, report: ReportView, from: readonly (readonly [number, string])[]): Promise<ReportView> {
  return must(send(here.world, here.officer, 'report.take', takeBody(here, report, from)))
}

function inDifficulties({ report }: ReportView): ReportParagraph[] {
  return paragraphsOf(report.content).filter(({ id }) => id.startsWith('difficulties/'))
}

function wordsOf(paragraph: ReportParagraph | undefined): string {
  return inlineText(paragraph?.inlines ?? [])
}
