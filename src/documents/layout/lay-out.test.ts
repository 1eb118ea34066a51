import { expect, test } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Block, OfficialDocument } from '#domain/document/official-document.ts'
import { clean, layOut } from './lay-out.ts'

const text = (id: string, said: string, label: string | null = null): Block => ({
  type: 'paragraph',
  id,
  label,
  inlines: [{ type: 'text', text: said }],
})
const table: Block = {
  type: 'table',
  id: 't',
  columns: [
    { heading: 'Tên', share: 3, align: 'left' },
    { heading: 'Số', share: 1, align: 'right' },
  ],
  rows: [['a', '1']],
}

function report(blocks: readonly Block[], more: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    schemaVersion: 1,
    kind: 'report',
    issuer: { parentLines: ['UBND TỈNH SƠN LA'], nameLines: ['VĂN PHÒNG'], fullName: 'Văn phòng UBND tỉnh' },
    code: { number: 5, symbol: 'BC-VPUB' },
    placeAndDate: { place: 'Sơn La', day: plainDate('2022-06-20'), year: 2022 },
    subject: 'Kết quả công tác',
    addressees: [],
    authority: null,
    bases: [],
    blocks,
    signature: { capacityLines: ['CHÁNH VĂN PHÒNG'], fullName: 'Sòi Văn Minh Họa' },
    secondSignature: null,
    recipients: { lines: [], archive: 'VT' },
    appendices: [],
    ...more,
  }
}

function words(document: OfficialDocument): string[] {
  return layOut(document).blocks.map(block => (block.type === 'table' ? 'table' : block.runs.map(run => run.text).join('')))
}

test('the text ends with its closing sign, however it was written', () => {
  expect(words(report([text('a', 'Kính báo cáo')]))).toEqual(['Kính báo cáo./.'])
  expect(words(report([text('a', 'Kính báo cáo. ')]))).toEqual(['Kính báo cáo./.'])
  expect(words(report([text('a', 'Kính báo cáo./.')]))).toEqual(['Kính báo cáo./.'])
})

test('a text that ends with a table is left as it is', () => {
  expect(words(report([text('a', 'Cụ thể như sau:'), table]))).toEqual(['Cụ thể như sau:', 'table'])
})

test('an article without heading runs into its paragraph and keeps both ids', () => {
  const [first] = layOut(report([{ type: 'article', id: 'article', number: 1, inlines: [] }, text('body', 'Công nhận 48 hộ.')])).blocks
  expect(first).toMatchObject({
    role: 'body',
    ids: ['article', 'body'],
    runs: [{ text: 'Điều 1. ', bold: true }, { text: 'Công nhận 48 hộ.', bold: false }, { text: '/.' }],
  })
})

test('an article with a heading stands on a line of its own', () => {
  const [first] = layOut(
    report([{ type: 'article', id: 'article', number: 2, inlines: [{ type: 'text', text: 'Hiệu lực' }] }, text('body', 'Từ ngày ký.')]),
  ).blocks
  expect(first).toMatchObject({ role: 'article', ids: ['article'] })
})

test('headings of the first level are in capitals, those below as written', () => {
  const inlines = [{ type: 'text', text: 'Kết quả' }] as const
  const blocks: Block[] = [
    { type: 'heading', id: 'a', level: 1, label: 'I.', inlines },
    { type: 'heading', id: 'b', level: 2, label: '1.', inlines },
    text('c', 'Đã làm.', 'a)'),
  ]
  expect(words(report(blocks))).toEqual(['I. KẾT QUẢ', '1. Kết quả', 'a) Đã làm./.'])
})

test('bases end with semicolons, the last with a full stop', () => {
  const bases = ['Căn cứ Luật A', 'Căn cứ Luật B'].map((basis, i) => ({ id: `b${i}`, inlines: [{ type: 'text', text: basis }] as const }))
  expect(words(report([text('a', 'Kính báo cáo.')], { bases })).slice(0, 2)).toEqual(['Căn cứ Luật A;', 'Căn cứ Luật B.'])
})

test('columns of a table share the width of the page', () => {
  const [first] = layOut(report([table])).blocks
  expect(first?.type === 'table' && first.columns.map(column => column.width)).toEqual([123.75, 41.25])
})

test('a long name widens its column only as far as the national name allows', () => {
  const head = layOut(
    report([], { issuer: { parentLines: [], nameLines: ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH'], fullName: 'Sở' } }),
  ).letterhead
  expect(head.left).toBe(76)
  expect(head.right).toBe(89)
  expect(head.nameLines).toEqual(['SỞ VĂN HÓA, THỂ THAO', 'VÀ DU LỊCH'])
})

test('blanks of every kind print as one, controls not at all', () => {
  expect(clean('a \t\n b\u0007c\u00a0\u00a0d')).toBe('a bc\u00a0\u00a0d')
})
