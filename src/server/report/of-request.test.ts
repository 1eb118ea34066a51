import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { inlineText } from '#domain/document/official-document.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { regimeItems } from '#domain/request/regime.ts'
import { type AskedProvince, askedProvince, handIn, setDuty } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

// Several requests over the same days, and days no text names: each has its own report, and none takes the place of the regular one.

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await setDuty(here, here.province)
  await handIn(here, 0, 120)
  return here
})

test('a thematic request over the days of the regular one leaves the period’s report with the regular one', async ({ here }) => {
  const thematic = await asked(here, { kind: 'thematic', title: 'Báo cáo chuyên đề nhà văn hóa' })
  await tell(here, thematic, 7)
  const regular = await composed(here, {})
  expect(regular.report.requestId).toBe(here.request)
  expect(wordsOf(regular)).toContain('Tổng số hộ: 120 hộ')
  const own = await composed(here, { requestId: thematic })
  expect(own).toMatchObject({ title: 'Chuyên đề nhà văn hóa', report: { requestId: thematic }, dueOn: null })
  expect(wordsOf(own)).toContain('Tổng số hộ: 7 hộ')
  const again = await must(send(here.world, here.officer, 'report.recompose', { id: own.id, revision: own.report.revision }))
  expect(again.report).toMatchObject({ requestId: thematic, content: { sums: { requestId: thematic } } })
  const rows = await must(ask(here.world, here.officer, 'report.list', { unitId: here.province }))
  expect(rows.map(({ title }) => title)).toEqual(expect.arrayContaining([regular.title, 'Chuyên đề nhà văn hóa']))
  expect(await compose(here, { requestId: thematic })).toMatchObject({ code: 'report.already-composed' })
})

test('a request of its own days has its report, which names the days', async ({ here }) => {
  const covers = { from: '2025-03-01', until: '2025-05-16' }
  const requestId = await asked(here, { kind: 'adHoc', title: 'Rà soát nhanh', covers })
  await tell(here, requestId, 9)
  const report = await composed(here, { requestId, periodName: '2025-03-01_2025-05-15' })
  expect(report.title).toBe('Rà soát nhanh')
  expect(wordsOf(report)).toMatch(/từ ngày 1\/3\/2025 đến ngày 15\/5\/2025 với các nội dung như sau:/u)
  expect(wordsOf(report)).toContain('Tổng số hộ: 9 hộ')
})

test('a period the province’s own text sets is asked for and reported on by the name the text gives it', async ({ here }) => {
  const regimeId = randomUUID()
  const items = Object.fromEntries(regimeItems.map(item => [item, 'minh họa'])) as BodyInput<'request.setRegime'>['items']
  const spring = { words: 'mùa lễ hội xuân', fromYear: 0, from: '02-01', last: '05-15' } as const
  const set: BodyInput<'request.setRegime'> = {
    id: regimeId,
    unitId: here.province,
    kind: 'regular',
    items,
    formKey: 'movement',
    parts: [],
    ownPeriods: [spring],
    dueWorkingDays: 2,
    basis: { kind: 'decision', citation: 'Quyết định minh họa' },
    valid: { from: '2022-01-01', until: null },
  }
  const backward = { ...set, ownPeriods: [{ ...spring, from: '06-01' }] }
  expect(await send(here.world, here.officer, 'request.setRegime', backward)).toMatchObject({ code: 'input.invalid' })
  expect(await must(send(here.world, here.officer, 'request.setRegime', set))).toMatchObject({ ownPeriods: [spring] })
  const requestId = await asked(here, { regimeId, title: 'Mùa lễ hội', covers: { from: '2025-02-01', until: '2025-05-16' } })
  const { periodName } = await must(ask(here.world, here.officer, 'request.one', { id: requestId }))
  await tell(here, requestId, 9)
  expect(await compose(here, { requestId, periodName: '2025-02-01_2025-05-15' })).toMatchObject({ code: 'report.unknown-request' })
  const report = await composed(here, { requestId, periodName })
  expect(report.title).toMatch(/ mùa lễ hội xuân 2025$/u)
  expect(wordsOf(report)).toContain('mùa lễ hội xuân 2025 với các nội dung như sau:')
})

test('a report is not made of a request that asked others, other days, or nobody yet', async ({ here }) => {
  const [commune] = here.communes
  const ofCommune = await asked(here, { unitId: commune, asked: here.asked.asked.slice(0, 1) })
  expect(await compose(here, { requestId: ofCommune })).toMatchObject({ code: 'report.unknown-request' })
  const otherDays = await asked(here, { kind: 'adHoc', covers: { from: '2025-03-01', until: '2025-05-16' } })
  expect(await compose(here, { requestId: otherDays })).toMatchObject({ code: 'report.unknown-request' })
  const id = randomUUID()
  await must(send(here.world, here.officer, 'request.open', { ...here.asked, id }))
  expect(await compose(here, { requestId: id })).toMatchObject({ code: 'report.unknown-request' })
  expect(await compose(here, { periodName: '2025-05-15_2025-03-01' })).toMatchObject({ code: 'report.unknown-period' })
})

async function asked({ world, officer, asked: told }: AskedProvince, other: Partial<BodyInput<'request.open'>>): Promise<string> {
  const id = randomUUID()
  await must(send(world, officer, 'request.open', { ...told, ...other, id }))
  await must(send(world, officer, 'request.send', { id, revision: 0 }))
  return id
}

async function tell({ world, officer, villages: [unitId] }: AskedProvince, requestId: string, total: number): Promise<void> {
  const owed = { requestId, unitId }
  await must(send(world, officer, 'return.save', { ...owed, content: familiesTold(total, 1), revision: 0 }))
  await must(send(world, officer, 'return.handIn', { ...owed, revision: 1, reason: '' }))
}

type Of = Partial<BodyInput<'report.compose'>>

function compose({ world, officer, province }: AskedProvince, of: Of) {
  return send(world, officer, 'report.compose', { id: randomUUID(), unitId: province, periodName: '2025-H1', ...of })
}

async function composed(here: AskedProvince, of: Of) {
  return must(compose(here, of))
}

function wordsOf({ report }: Awaited<ReturnType<typeof composed>>): string {
  return paragraphsOf(report.content)
    .map(({ inlines }) => inlineText(inlines))
    .join('\n')
}
