import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import type { ReportView } from '#contract/report.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { type AskedProvince, askedProvince, handIn } from '../../../test/asked-province.ts'
import { test as databaseTest } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { readPdf } from '../../../test/golden/pdf-text.ts'
import { composeReport, issue, setUpReporting } from '../../../test/reporting-province.ts'

// The package for the portal: what everybody may read of an issued report, with its numbers as data.

const about = 'Điển hình là ông Lò Văn Minh Họa, điện thoại 0912 345 678, đã hiến đất làm nhà văn hóa.'
const account = 'Nguyễn Thị Minh Họa'

const test = databaseTest.extend('here', async ({ database }) => {
  const here = await askedProvince(worldOn(database))
  await setUpReporting(here)
  const { id, province, world, officer } = { ...here, id: crypto.randomUUID() }
  await must(
    send(world, officer, 'account.add', {
      id,
      username: 'can.bo',
      fullName: account,
      unitId: province,
      role: 'officer',
      withSubtree: true,
    }),
  )
  await handIn(here, 0, 120)
  await handIn(here, 2, 90)
  return here
})

test('names, numbers and addresses of people are in none of its files, and where something was left out the text says so', async ({
  here,
}) => {
  const issued = await issue(here, await telling(here, [about, `Việc do ${account} theo dõi.`]))
  const draft = await must(ask(here.world, here.officer, 'report.publicDraft', { id: issued.id }))
  expect(draft.paragraphs.flatMap(({ found }) => found)).toEqual(['0912 345 678', 'ông Lò Văn Minh Họa', account])
  const files = await published(here, issued, [])
  const all = [...files].map(([name, bytes]) => (name.endsWith('.pdf') ? '' : text(bytes))).join('\n') + (await wordsOfPdf(files))
  for (const personal of ['Lò Văn', '0912', account, 'Lò Thị Minh Họa', here.province, 'data-figure', 'http'])
    expect(all).not.toContain(personal)
  expect(text(files.get('bao-cao.html'))).toContain('(Lược một đoạn ở bản công khai.)')
  expect(text(files.get('bao-cao.html'))).toContain('120 hộ')
})

test('its data say what the tables say, every column is in its dictionary, and the list of files holds their fingerprints', async ({
  here,
}) => {
  const files = await published(here, await issue(here, await composeReport(here)), [])
  expect([...files.keys()]).toEqual(['bao-cao.html', 'bao-cao.pdf', 'so-lieu.csv', 'so-lieu.json', 'tu-dien.csv', 'ke-khai.json'])
  const data = JSON.parse(text(files.get('so-lieu.json'))) as {
    dictionary: { code: string }[]
    figures: { unit: string; code: string; value: number; isEstimated: boolean }[]
  }
  const totals = data.figures.filter(({ code }) => code === 'family.total')
  expect(totals.map(({ unit, value }) => [unit, value])).toEqual([
    ['Xã 1', 120],
    ['Xã 2', 90],
    ['Cộng', 210],
  ])
  expect(new Set(data.figures.map(({ code }) => code))).toEqual(new Set(data.dictionary.map(({ code }) => code)))
  expect(text(files.get('so-lieu.csv')).split('\r\n')).toHaveLength(data.figures.length + 2)
  const manifest = JSON.parse(text(files.get('ke-khai.json'))) as { code: string; files: { name: string; sha256: string }[] }
  expect(manifest.code).toBe('01/BC-UBND')
  for (const { name, sha256 } of manifest.files)
    expect(
      createHash('sha256')
        .update(files.get(name) ?? new Uint8Array())
        .digest('hex'),
    ).toBe(sha256)
})

test('made only of what is issued; made twice alike it is one package, and what somebody leaves out beside is left out', async ({
  here,
}) => {
  const draft = await telling(here, ['Việc thường kỳ.'])
  const asked = { id: draft.id, revision: draft.report.revision, leaveOut: [] }
  expect(await send(here.world, here.officer, 'report.publish', asked)).toMatchObject({ ok: false, code: 'account.wrong-state' })
  expect(await must(ask(here.world, here.officer, 'report.publicDraft', { id: draft.id }))).toHaveProperty('paragraphs')
  const issued = await issue(here, draft)
  await published(here, issued, [])
  await published(here, issued, [])
  const [first] = paragraphsOf(issued.report.content).filter(({ id }) => id.startsWith('difficulties/'))
  const files = await published(here, issued, [first?.id ?? ''])
  expect(text(files.get('bao-cao.html'))).not.toContain('Việc thường kỳ')
  const after = await must(ask(here.world, here.officer, 'report.one', { id: issued.id }))
  expect(after.files.map(({ name }) => name)).toEqual([
    'ban-cong-khai-1.zip',
    'ban-cong-khai-2.zip',
    'bao-cao.docx',
    'bao-cao.html',
    'bao-cao.pdf',
  ])
})

/** The report with words of the writer where nothing was told. */
async function telling(here: AskedProvince, words: readonly string[]): Promise<ReportView> {
  const report = await composeReport(here)
  const gaps = paragraphsOf(report.report.content).filter(({ id }) => id.endsWith('/gap'))
  const paragraphs = words.map((said, i) => ({ id: gaps[i]?.id ?? '', was: '…', pieces: [{ type: 'text' as const, text: said }] }))
  return must(send(here.world, here.officer, 'report.edit', { id: report.id, paragraphs }))
}

async function published(here: AskedProvince, { id, report }: ReportView, leaveOut: string[]): Promise<Map<string, Uint8Array>> {
  const view = await must(send(here.world, here.officer, 'report.publish', { id, revision: report.revision, leaveOut }))
  const last = view.files.filter(({ mediaType }) => mediaType === 'application/zip').at(-1)
  return new Map(Object.entries(unzipSync(await here.world.files.get(last?.sha256 ?? ''))))
}

function text(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}

async function wordsOfPdf(files: Map<string, Uint8Array>): Promise<string> {
  const pages = await readPdf(files.get('bao-cao.pdf') ?? new Uint8Array())
  return pages.flatMap(({ lines }) => lines).join(' ')
}
