import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkDocx } from '#documents/check/check-docx.ts'
import { readDocx } from '#documents/check/read-docx.ts'
import { recognise } from '#documents/check/recognise.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import type { DocumentStage } from '#domain/document/remark.ts'
import { drafts, issued } from './fixtures.ts'
import { foreignReport } from './foreign-word.ts'

function codes(docx: Uint8Array, stage: DocumentStage = 'issued'): string[] {
  const checked = checkDocx(docx, stage)
  return checked.ok ? [...new Set(checked.value.remarks.map(remark => remark.code))] : ['unreadable']
}

test('a sound report typed in Word raises nothing', () => {
  expect(codes(foreignReport())).toEqual([])
})

test('its parts are recognised however they were typed', () => {
  const read = readDocx(foreignReport())
  if (!read.ok) throw new Error('unreadable')
  const parts = recognise(read.value)
  expect(parts.kind).toBe('report')
  expect(parts.issuerLines.map(line => line.text)).toEqual(['UBND TỈNH SƠN LA', 'VĂN PHÒNG'])
  expect(parts.subject.map(line => line.text).at(-1)).toBe('6 tháng đầu năm 2026')
  expect(parts.recipients.map(line => line.text)).toEqual([
    '- Sở Văn hóa, Thể thao và Du lịch;',
    '- Lãnh đạo Văn phòng;',
    '- Lưu: VT, KGVX.',
  ])
  expect(parts.signatures[0]?.capacity.map(line => line.text)).toEqual(['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'])
  expect(parts.signatures[0]?.name?.text).toBe('Trần Văn Minh Họa')
  expect(parts.body.some(line => line.text.includes('bỏ câu này'))).toBe(false)
})

const slips: readonly (readonly [code: string, name: string, from: string, to: string])[] = [
  [
    'K02',
    'one run left in the theme font',
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Văn phòng UBND tỉnh <',
    '<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Văn phòng UBND tỉnh <',
  ],
  [
    'K05',
    'the national name one point too small',
    '<w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">CỘNG HOÀ',
    '<w:sz w:val="22"/></w:rPr><w:t xml:space="preserve">CỘNG HOÀ',
  ],
  ['K06', 'the drawn line too short', `cx="${158 * 12_700}"`, `cx="${100 * 12_700}"`],
  ['K07', 'the drawn line under the issuer too long', `cx="${30 * 12_700}"`, `cx="${70 * 12_700}"`],
  ['K08', 'the symbol of another kind', '31/BC-VPUB', '31/KH-VPUB'],
  ['K12', 'no line under the subject', `cx="${90 * 12_700}"`, 'cx="0"'],
  ['K13', 'text aligned to the left', '<w:jc w:val="both"/>', '<w:jc w:val="left"/>'],
  ['K16', 'a degree before the name', 'Trần Văn Minh Họa', 'TS. Trần Văn Minh Họa'],
]

for (const [code, name, from, to] of slips)
  test(`${code}: ${name} is found, and nothing else`, () => {
    expect(codes(foreignReport(main => main.replace(from, to)))).toEqual([code])
  })

test('our decision opened and saved by LibreOffice raises nothing, and says the same', async () => {
  const saved = readFileSync(new URL('foreign/libreoffice-decision.docx', import.meta.url))
  expect(codes(saved)).toEqual([])
  const texts = [saved, await writeDocx(issued(drafts.decision))].map(docx => {
    const read = readDocx(docx)
    return read.ok ? read.value.paragraphs.map(paragraph => paragraph.text.trim()).filter(text => text !== '') : []
  })
  expect(texts[0]).toEqual(texts[1])
})
