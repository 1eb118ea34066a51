import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { sampleReport } from '../../../test/golden/sample-report.ts'
import { checkWritten, documentFormats, writeDocument } from './writers.ts'

test('a report thirty times as long is set and checked while everybody else is served', async () => {
  const work = Promise.all([...documentFormats.map(format => writeDocument(long, format, home)), checkWritten(long, 'forSignature', {})])
  let turns = 0
  let isDone = false
  void work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    await setImmediate()
    turns++
  }
  expect((await work).length).toBe(4)
  expect(turns).toBeGreaterThan(100) // on this thread the work would leave a handful of turns
})

test('the same document gives the same bytes, and a document that cannot be set is an error told to whoever asked', async () => {
  const [first, second] = await Promise.all([writeDocument(sampleReport, 'pdf', home), writeDocument(sampleReport, 'pdf', home)])
  expect(Buffer.compare(first, second)).toBe(0)
  await expect(writeDocument(withText('漢'), 'pdf', home)).rejects.toThrow('không có ký tự')
  expect((await writeDocument(sampleReport, 'pdf', home)).length).toBe(first.length)
})

test('a page that was downloaded leads back to the house it came from', async () => {
  const page = new TextDecoder().decode(await writeDocument(sampleReport, 'html', { ...home, address: 'https://nep.example.vn' }))
  const leads = [...page.matchAll(/href="([^"#]+)"/gu)].map(found => found[1] ?? '')
  expect(leads.length).toBeGreaterThan(10)
  expect(leads.filter(lead => !/^https:\/\/nep\.example\.vn\/(van-ban|bao-cao)\//u.test(lead))).toEqual([])
})

const home = { address: '', reportId: 'id' }

const long: OfficialDocument = {
  ...sampleReport,
  blocks: Array.from({ length: 30 }, (_, i) => sampleReport.blocks.map(block => ({ ...block, id: `${block.id}-${i}` }))).flat(),
}

function withText(text: string): OfficialDocument {
  return { ...sampleReport, blocks: [{ type: 'paragraph', id: 'one', label: null, inlines: [{ type: 'text', text }] }] }
}
