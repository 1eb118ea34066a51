import { expect, test } from 'vitest'
import { decisionFactsOf, wordsOf } from '../../../test/title-papers.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { inlineText, type OfficialDocument } from '../document/official-document.ts'
import { family86 } from '../title/rule-books/nd-86-2023-family.ts'
import { office2014 } from '../title/rule-books/tt-08-2014.ts'
import { decisionDocument, revocationDocument } from './decision-document.ts'
import { appraisal, handoverList } from './decision-papers.ts'

test('the total in the article is the number of rows in the annex', () => {
  const document = decisionDocument(decisionFactsOf())
  const rows = document.appendices.flatMap(({ blocks }) => blocks.flatMap(block => (block.type === 'table' ? block.rows : [])))
  expect(rows).toHaveLength(48)
  expect(textOf(document)).toContain('cho 48 hộ gia đình tại 02 bản (có danh sách tại Phụ lục kèm theo)')
  expect(rows[0]).toEqual(['1', 'Lò Văn An', 'số 1', 'bản Trên'])
})

test('the annex says which title each wins, where those of one act have several names', () => {
  const { recognised } = decisionFactsOf()
  const titled = recognised.map((row, at) => ({ ...row, titleName: at < 20 ? 'Bản văn hóa' : 'Tiểu khu văn hóa' }))
  const [table] = decisionDocument(decisionFactsOf({ recognised: titled })).appendices.flatMap(({ blocks }) =>
    blocks.flatMap(block => (block.type === 'table' ? [block] : [])),
  )
  expect(table?.columns.at(-1)?.heading).toBe('Danh hiệu')
  expect([table?.rows[0]?.at(-1), table?.rows[20]?.at(-1)]).toEqual(['Bản văn hóa', 'Tiểu khu văn hóa'])
})

test('what an office receives again is the other paper of its circular, also where a committee of the province decided', () => {
  const facts = decisionFactsOf({ book: office2014 })
  const issuer = { ...facts.issuer, kind: 'peoplesCommittee' } as const
  expect(wordsOf(handoverList({ ...facts, issuer, parentKind: 'province' }))).toContain('Danh sách nhận bằng công nhận')
  expect(wordsOf(handoverList({ ...facts, issuer, parentKind: 'district' }))).toContain('Danh sách nhận giấy công nhận')
})

test('it stands under its number, its authority, the laws of its day and the rules of the province', () => {
  const document = decisionDocument(decisionFactsOf({ book: family86, provincialBasis: 'Quyết định số 10/2024/QĐ-UBND' }))
  expect(document.code).toEqual({ number: 12, symbol: 'QĐ-UBND' })
  expect(document.authority).toBe('Chủ tịch Ủy ban nhân dân xã Minh Họa')
  expect(document.bases.map(({ inlines }) => inlineText(inlines).slice(0, 38))).toEqual([
    'Căn cứ Luật Tổ chức chính quyền địa ph',
    'Căn cứ Luật Thi đua, khen thưởng',
    'Căn cứ Nghị định số 86/2023/NĐ-CP ngày',
    'Căn cứ Quyết định số 10/2024/QĐ-UBND',
    'Theo đề nghị của Trưởng bản',
  ])
})

test('the annex bears no points, no votes and nobody who failed', () => {
  expect(JSON.stringify(decisionDocument(decisionFactsOf()).appendices)).not.toContain('Lò Văn Không')
  expect(wordsOf(appraisal(decisionFactsOf()))).toContain('chưa đạt tiêu chuẩn')
  expect(wordsOf(appraisal(decisionFactsOf()))).not.toContain('không xét tặng')
})

test('a recognition is taken back by name and by a ground of the law, under the number the act bears', () => {
  const facts = decisionFactsOf()
  const [household] = facts.recognised
  if (!household) throw new Error('nobody was recognised')
  const { issuer, capacityLines } = facts
  const ground = { on: plainDate('2024-01-05'), ground: 'falseStatement', basis: '15/KL-UBND' } as const
  const revocation = { ...ground, code: '03/QĐ-UBND', signerName: 'Cầm Thị Kế', issuer, capacityLines }
  const document = revocationDocument(facts, { household, revocation })
  expect(document.code).toEqual({ number: 3, symbol: 'QĐ-UBND' })
  expect(textOf(document)).toContain('hộ ông (bà) Lò Văn An, số 1, bản Trên, số thứ tự 1 trong danh sách kèm theo Quyết định số 12/QĐ-UBND')
  expect(textOf(document)).toContain('kê khai gian dối thành tích')
  expect(textOf(document)).not.toContain('15/KL-UBND')
  expect(document.signature.fullName).toBe('Cầm Thị Kế')
  const before = { ...revocation, on: plainDate('2023-01-05'), ground: 'textOfTheDay' } as const
  expect(textOf(revocationDocument(facts, { household, revocation: before }))).toContain('chưa xác minh (15/KL-UBND)')
})

function textOf({ blocks }: OfficialDocument): string {
  return blocks.map(block => ('inlines' in block ? inlineText(block.inlines) : '')).join('\n')
}
