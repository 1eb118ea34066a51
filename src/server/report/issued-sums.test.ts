import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { SumExplained } from '#contract/report.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type AskedProvince, accept, askedProvince, handIn, mergeAway, owed, save } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'
import { composeReport, issue, numbersIn, setUpReporting } from '../../../test/reporting-province.ts'
import { findIssuedDocument } from './report.store.ts'
import { writeDocument } from './writers.ts'

// The issued report of a province: every number in it is clicked, opened down to the village, and added again.

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await setUpReporting(here)
  await handIn(here, 0, 120)
  await handIn(here, 1, 80)
  return here
})

test('every number of it, in text and tables, opens down to the villages and is added again from them', async ({ here }) => {
  await handIn(here, 2, 90)
  const { id } = await issue(here, await composeReport(here))
  const { text: words, cells } = await numbersIn(here.world, id)
  const printed = [...words, ...cells]
  expect(printed.length).toBeGreaterThan(8)
  for (const { figureId, text } of printed) {
    const sum = await opened(here, id, figureId)
    expect([text, `${text} hộ`]).toContain(sum.words)
    await addedAgainFrom(here, id, sum)
  }
})

function leading(document: Uint8Array, before: RegExp): string[] {
  const found = [...new TextDecoder('latin1').decode(document).matchAll(before)].map(([, figureId = '']) => decodeURIComponent(figureId))
  return [...new Set(found)].toSorted()
}

const address = 'https://nep.minh-hoa.vn'

test('each number leads back to itself from the page and from the PDF that were issued', async ({ here: asked }) => {
  const here = { ...asked, world: { ...asked.world, address } }
  const { id, files } = await issue(here, await composeReport(here))
  const { text, cells } = await numbersIn(here.world, id)
  const numbers = [...new Set([...text, ...cells].map(({ figureId }) => figureId))].toSorted()
  const read = (name: string) => here.world.files.get(files.find(file => file.name === name)?.sha256 ?? '')
  expect(leading(await read('bao-cao.html'), /href="https:[^"]*[?]so=([^"]+)"/gu)).toEqual(numbers)
  const inPdf = /[/]URI *[(]https:[^)]*[?]so=([^)]+)[)]/gu
  expect(leading(await read('bao-cao.pdf'), inPdf)).toEqual(numbers)

  // A house that was given no address: the page leads within the house that shows it, the file on a desk leads nowhere.
  const document = await findIssuedDocument(here.world.database.kysely, id)
  if (!document) throw new Error('not issued')
  const home = { address: '', reportId: id }
  expect(leading(await writeDocument(document, 'html', home), /href="[/]bao-cao[^"]*[?]so=([^"]+)"/gu)).toEqual(numbers)
  expect(leading(await writeDocument(document, 'pdf', home), /[/]URI *[(]([^)]*)[)]/gu)).toEqual([])
})

test('a correction after the issue changes no number of it, and is listed with its reason at each it touches', async ({ here }) => {
  await accept(here, 0, 1)
  const { id } = await issue(here, await composeReport(here))
  await save(here, 0, { total: 131, revision: 1 })
  const { requestId, unitId } = { requestId: here.request, unitId: here.villages[0] }
  await must(send(here.world, here.officer, 'return.handIn', { requestId, unitId, revision: 2, reason: 'Đếm sót một khu' }))
  expect((await opened(here, id, 'sum:family.total')).since).toBeNull()
  await accept(here, 0, 2)
  const total = await opened(here, id, 'sum:family.total')
  expect(total).toMatchObject({ words: '200 hộ', addedAgain: '200 hộ', version: 2 })
  expect(total.since).toEqual({
    words: '211 hộ',
    changes: [{ unitName: 'Bản 1', before: '120', after: '131', on: '2025-06-16', reason: 'Đếm sót một khu' }],
  })
  expect(await opened(here, id, 'share:share.family.registered:family.total')).toMatchObject({
    words: '60,0% tổng số hộ',
    addedAgain: '60,0% tổng số hộ',
    counts: { numerator: { words: '120 hộ' }, base: { words: '200 hộ' } },
    since: { words: '56,9% tổng số hộ' },
  })
  expect((await opened(here, id, `sum:family.total/${here.communes[1]}`)).since?.changes).toEqual([])
})

test('a unit asked after the issue was not missing before it, and is named where it is missing now', async ({ here: asked }) => {
  const here = { ...asked, request: await askOnly(asked, [0, 2]) }
  await handIn(here, 0, 120)
  const report = { id: randomUUID(), unitId: here.province, requestId: here.request, periodName: '2025-H1' }
  const { id } = await issue(here, await must(send(here.world, here.officer, 'report.compose', report)))
  await must(send(here.world, here.officer, 'request.addUnit', { id: here.request, unitId: here.villages[1], dueOn: '2025-06-19' }))
  expect(await opened(here, id, 'coverage:area')).toMatchObject({
    words: '1/2 thôn, bản, tổ dân phố',
    since: {
      words: '1/3 thôn, bản, tổ dân phố',
      changes: [{ unitName: 'Bản 2', before: null, after: null, reason: 'được hỏi thêm sau đó' }],
    },
  })
})

async function askOnly({ world, officer, asked, villages }: AskedProvince, at: readonly number[]): Promise<string> {
  const id = randomUUID()
  const levels = asked.asked.map(one => (one.level === 'area' ? { ...one, unitIds: at.map(i => villages[i] ?? '') } : one))
  await must(send(world, officer, 'request.open', { ...asked, id, asked: levels, title: 'Hỏi một số bản' }))
  await must(send(world, officer, 'request.send', { id, revision: 0 }))
  return id
}

test('three years later, its communes merged away, a village renamed and one number corrected, each number opens as it was printed', async ({
  here,
}) => {
  await handIn(here, 2, 90)
  await accept(here, 0, 1)
  const { id } = await issue(here, await composeReport(here))
  const { text, cells } = await numbersIn(here.world, id)
  await mergeAway(here, plainDate('2025-07-01'))
  const later = { ...here, world: { ...here.world, workingDay: plainDate('2028-06-20') } }
  await save(later, 0, { total: 131, revision: 1 })
  const { requestId, unitId } = owed(later, 0)
  await must(send(later.world, later.officer, 'return.handIn', { requestId, unitId, revision: 2, reason: 'Đếm sót một khu' }))
  await accept(later, 0, 2)
  for (const { figureId, text: printed } of [...text, ...cells]) {
    const sum = await opened(later, id, figureId)
    expect([printed, `${printed} hộ`]).toContain(sum.words)
    await addedAgainFrom(later, id, sum)
  }
  const merged = await opened(later, id, `sum:family.total/${here.communes[1]}`)
  expect(merged).toMatchObject({ unitName: 'Xã 2', words: '90 hộ', parts: [{ unitName: 'Bản 3', words: '90' }] })
  expect((await opened(later, id, 'sum:family.total')).since).toMatchObject({
    words: '301 hộ',
    changes: [{ unitName: 'Bản 1', before: '120', after: '131', on: '2028-06-20', reason: 'Đếm sót một khu' }],
  })
})

test('a return that came late is told at every number it would change, and the report goes on saying who was missing', async ({ here }) => {
  const { id } = await issue(here, await composeReport(here))
  await handIn(here, 2, 90)
  expect(await opened(here, id, 'sum:family.total')).toMatchObject({ coverage: '1/2 đơn vị', missing: ['Xã 2'], partly: [] })
  const coverage = await opened(here, id, 'coverage:area')
  expect(coverage).toMatchObject({ words: '2/3 thôn, bản, tổ dân phố', addedAgain: '2/3 thôn, bản, tổ dân phố' })
  expect(coverage.since).toMatchObject({
    words: '3/3 thôn, bản, tổ dân phố',
    changes: [{ unitName: 'Bản 3', before: null, after: 'bản 1' }],
  })
  expect((await opened(here, id, 'whole:family.total')).since?.words).toBe('2/2 đơn vị')
})

test('who reads the report sees what it prints; what lies below a commune opens to those who may look into it', async ({ here }) => {
  const { id } = await issue(here, await composeReport(here))
  const [first, second] = here.communes
  const neighbour = someone('officer', [second, here.province])
  const asked = (figureId: string) => ask(here.world, neighbour, 'report.explain', { id, figureId })
  expect(await asked(`sum:family.total/${first}`)).toMatchObject({ ok: true, value: { total: '200 hộ', sum: { parts: [], told: null } } })
  expect(await asked(`sum:family.total/${here.villages[0]}`)).toMatchObject({ ok: false, code: 'account.not-allowed' })
  expect(await asked('sum:no.such')).toMatchObject({ ok: true, value: { total: null } })
})

async function opened(here: AskedProvince, id: string, figureId: string): Promise<SumExplained> {
  const { sum } = await must(ask(here.world, here.officer, 'report.explain', { id, figureId }))
  if (!sum) throw new Error(`${figureId} opens nothing`)
  return sum
}

/** The parts make the number, and each part is made of its own, down to whose word it is. */
async function addedAgainFrom(here: AskedProvince, id: string, sum: SumExplained): Promise<void> {
  if (sum.parts.length === 0) {
    const isCount = sum.words === null || sum.words.startsWith('lần') || sum.told !== null
    expect(isCount || sum.missing.length === 0).toBe(true)
    return
  }
  expect(sum.addedAgain).toBe(sum.words)
  for (const part of sum.parts) {
    const below = await opened(here, id, part.figureId)
    expect(below.unitName).toBe(part.unitName)
    await addedAgainFrom(here, id, below)
  }
}
