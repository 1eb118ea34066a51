import { describe, expect, test } from 'vitest'
import { checkText, type TextFacts } from './check-text.ts'
import type { TextBlock } from './text-block.ts'

const facts: TextFacts = { stage: 'forSignature', year: 2022, namedAfterPerson: [] }
const block = (text: string): TextBlock => ({ blockId: 'a', text, isHeading: false })
const ends = block('Kính báo cáo./.')

function codes(text: string, given: Partial<TextFacts> = {}): string[] {
  return checkText([block(text), ends], { ...facts, ...given }).map(remark => `${remark.code} ${remark.level}`)
}

describe('sound text raises nothing', () => {
  for (const text of [
    'Thực hiện Kế hoạch số 41/KH-UBND ngày 10 tháng 02 năm 2022 của UBND tỉnh thực hiện Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” năm 2022, Văn phòng báo cáo như sau:',
    'Ủy ban nhân dân tỉnh, Hội đồng nhân dân xã, Tòa án nhân dân và các tầng lớp Nhân dân tham gia 3.000 hoạt động, đạt 90,7%.',
    'So với cùng kỳ năm 2021, số hộ đăng ký tăng 12 hộ; năm 2023 phấn đấu đạt 95%.',
    'Thực hiện nghiêm quy chế dân chủ. Tổ chức họp bình xét lúc 19 giờ 30 phút, v.v. và niêm yết kết quả.',
    'Căn cứ khoản 2 Điều 6 Nghị định này, các xã Chiềng Sơn, Vân Hồ thuộc tỉnh Sơn La triển khai.',
    'Quản lý văn thư - lưu trữ; phòng Tổ chức-Hành chính-Quản trị theo dõi; quý 4, TP. Sơn La.',
    'Cơ quan nhà nước, ngân sách nhà nước; Đảng, Nhà nước; nghệ nhân ưu tú.',
    'Để nâng cao chất lượng bình xét, các xã cần tổ chức họp công khai.',
  ])
    test(`${text.slice(0, 60)}…`, () => expect(codes(text)).toEqual([]))
})

test('a citation is judged by whether its document was cited before', () => {
  const long = 'Kế hoạch số 23/KH-UBND ngày 18 tháng 01 năm 2022 của UBND tỉnh'
  expect(codes(`Theo ${long} triển khai Chương trình.`)).toEqual([])
  expect(codes(`Theo ${long}.`)).toEqual(['K15 C'])
  expect(codes(`Theo ${long} triển khai Chương trình; sau đó theo Kế hoạch số 23/KH-UBND.`)).toEqual([])
  expect(codes(`Theo ${long} triển khai Chương trình; sau đó theo ${long}.`)).toEqual(['K15 C'])
})

test('two documents of one number are told apart by their days', () => {
  const text =
    'Kế hoạch số 23/KH-UBND ngày 18 tháng 01 năm 2022 của UBND tỉnh về việc A; Kế hoạch số 23/KH-UBND ngày 20 tháng 02 năm 2022 của UBND xã về việc B.'
  expect(codes(text)).toEqual([])
})

test('what is left open warns in a draft and blocks an issued document', () => {
  expect(codes('Có … hộ đăng ký.')).toEqual(['K23 C'])
  expect(codes('Có … hộ đăng ký.', { stage: 'issued' })).toEqual(['K23 L'])
  expect(codes('Có [ ] hộ, xxx hộ, ____ hộ, đạt %.')).toEqual(['K23 C', 'K23 C', 'K23 C', 'K23 C'])
})

test('the text must end with its closing sign', () => {
  expect(checkText([block('Kính báo cáo.')], facts).map(remark => remark.code)).toEqual(['K20'])
})

test('a year left over from an older report is shown, a cited one is not', () => {
  expect(codes('Tổ chức bình xét năm 2020.')).toEqual(['K24 C'])
  expect(codes('Thực hiện Quyết định số 5/QĐ-UBND về mục tiêu năm 2020.').filter(code => code.startsWith('K24'))).toEqual([])
  expect(codes('Tổ chức bình xét năm 2020.', { year: null })).toEqual([])
})

test('a unit named after a person keeps its capital', () => {
  expect(codes('Các hộ thuộc Xã Tô Hiệu tham gia.')).toEqual(['K22 C'])
  expect(codes('Các hộ thuộc Xã Tô Hiệu tham gia.', { namedAfterPerson: ['Tô Hiệu'] })).toEqual([])
})

test('a broken sentence is shown where it breaks', () => {
  const [remark] = checkText(
    [block('Để triển khai phong trào thi đua. Căn cứ hướng dẫn của Sở, Văn phòng ban hành kế hoạch.'), ends],
    facts,
  )
  expect(remark).toMatchObject({ code: 'W-sentence', level: 'C', place: { blockId: 'a' } })
  expect(remark?.place.words).toContain('Để triển khai phong trào thi đua.')
})

test('every remark says its rule and finds its place', () => {
  const remarks = checkText([block('Theo kế hoạch số 9/KH-UBND , nhân dân đạt … hộ năm 2019')], facts)
  expect(remarks.length).toBeGreaterThan(4)
  for (const remark of remarks) {
    expect(remark.rule).not.toBe('')
    expect(remark.message).toMatch(/\.$/u)
    expect(remark.place.words).not.toBe('')
  }
})

describe('a paragraph as long as one may be', () => {
  for (const [what, text] of [
    ['words without a stop', 'đoạn dài '.repeat(2222)],
    ['a gap', `a${' '.repeat(20_000)}b`],
    ['dots', '…'.repeat(20_000)],
  ] as const)
    test(`of ${what} is read at once: nobody waits for somebody else's report`, () => {
      const startedAt = performance.now()
      checkText([block(text), ends], facts)
      expect(performance.now() - startedAt).toBeLessThan(1000)
    })
})
