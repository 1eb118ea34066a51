import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readDocx } from '#documents/check/read-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { writeHtml } from '#documents/html/write-html.ts'
import { openPdfEngine, type PdfEngine } from '#documents/pdf/pdf-engine.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { drafts } from './fixtures.ts'
import { readPdf } from './pdf-text.ts'

const markup = [
  '#eval("1 + 1")',
  '#import "@preview/x:0.1.0"',
  '$ x^2 $',
  '*đậm* _nghiêng_ `mã`',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;&amp;amp;',
  ']]><!--',
  '</w:t></w:r>',
  '\\u{41} \\n {{7*7}} ${x}',
  "'; drop table x; --",
  '%s %d //chú thích /* x */',
  '[[liên kết]] @nhãn <nhãn>',
  'https://vidu.vn/?a=1&b=2',
  '“ngoặc kép” ‘đơn’ — – … • § ± ½ ²',
  'Ủy ban Ộ Ệ ẵ ỵ Đ đ',
]
const letters = fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyÁẶẾỘỮỲ0123456789 ,.;:!?-–/()[]{}<>&"\'`#$%*_=+@^~|\\“”'))
const texts = fc
  .array(fc.oneof(fc.constantFrom(...markup), fc.string({ unit: letters, minLength: 1, maxLength: 25 })), { minLength: 1, maxLength: 3 })
  .map(parts => `x${parts.join(' ')}x`)

const withoutBlanks = (text: string) => text.replace(/[\s\u00a0]/gu, '')
let pdf: PdfEngine

beforeAll(async () => {
  pdf = await openPdfEngine()
})

/** The same words everywhere a document has words. */
function everywhere(text: string): OfficialDocument {
  const inlines = [
    { type: 'text', text },
    { type: 'citation', text, documentId: text },
    { type: 'figure', text, figureId: text },
  ] as const
  return {
    ...drafts.plan,
    subject: text,
    addressees: [text, text],
    blocks: [
      { type: 'heading', id: 'a', level: 2, label: '1.', inlines },
      { type: 'paragraph', id: 'b', label: null, inlines },
      { type: 'table', id: 'c', columns: [{ heading: text, share: 1, align: 'left' }], rows: [[text]] },
      { type: 'paragraph', id: 'd', label: 'a)', inlines: [...inlines, { type: 'missing', what: text }] },
    ],
    signature: { capacityLines: ['CHÁNH VĂN PHÒNG'], fullName: text },
    recipients: { lines: [text], archive: 'VT' },
  }
}

const shown = 16 // subject, two addressees, three times heading, paragraph and last paragraph, two cells, name, recipient

function occurrences(whole: string, part: string): number {
  return withoutBlanks(whole).split(withoutBlanks(part)).length - 1
}

function visibleText(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  const body = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/gu, '')
  return body.replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => entities[name] ?? '')
}

test('whatever is written stands in print as it was written', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      const document = everywhere(text)
      const read = readDocx(await writeDocx(document))
      const word = read.ok ? read.value.paragraphs.map(paragraph => paragraph.text).join('') : ''
      const print = (await readPdf(await pdf.write(document))).flatMap(page => page.lines).join('')
      const page = writeHtml(document, { citation: id => `/van-ban/${encodeURIComponent(id)}`, figure: () => null })
      expect([occurrences(word, text), occurrences(print, text), occurrences(visibleText(page), text)]).toEqual([shown, shown, shown])
      expect(page).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)/u)
    }),
    { numRuns: 40, seed: 2022 },
  )
})

test('an address that would run as a script is no address', () => {
  const page = writeHtml(drafts.report, { citation: () => 'javascript:alert(1)', figure: () => ' javascript:alert(1)' })
  expect(page).not.toContain('javascript:')
  expect(page).toContain('<span data-citation="plan-41">')
})

test('signs no font can print are refused in words', async () => {
  await expect(pdf.write({ ...drafts.report, subject: 'Kết quả 漢字' })).rejects.toThrow('không có ký tự: 漢 字')
})
