import { describe, expect, test } from 'vitest'
import { counted, nothingAsked, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import type { CheckRule } from '../flag.ts'
import type { Sheet, Value } from '../value.ts'
import { checkSheet } from './check-sheet.ts'

const text = (words: string, values: Readonly<Record<string, Value>> = {}): CheckRule[] =>
  rulesOf({ sheet: sheetWith(values), texts: [{ partKey: 'outcome', text: words }] })
const shareOf = (count: number): Sheet => sheetWith({ 'family.total': counted(1000), 'family.recognised': counted(count) })

describe('words beside figures', () => {
  test('points named as points, and amounts that grow, are clear', () => {
    expect(text('Tỷ lệ hộ đạt tăng 8,4 điểm phần trăm.')).toEqual([])
    expect(text('Tỷ lệ hộ đạt tăng 8,4 điểm %.')).toEqual([])
    expect(text('Kinh phí tăng 8 % so với năm trước.')).toEqual([])
    expect(text('74 % số hộ đạt, tăng 8,4 % so với năm 2018.')).toEqual(['points-or-percent'])
  })

  test('where the figures bear out one meaning, it is named', () => {
    const history = [{ title: 'năm 2021', part: 'Y', cutoff: plainDate('2021-12-14'), sheet: shareOf(700) } as const]
    const [found] = checkSheet({
      ...nothingAsked,
      sheet: shareOf(740),
      history,
      texts: [{ partKey: 'outcome', text: 'Tỷ lệ hộ đạt tăng 4 % so với năm 2021.' }],
    })
    expect(found?.cause).toBe('Theo số liệu so với năm 2021, “Tỷ lệ hộ đạt Gia đình văn hóa” đổi 4 điểm phần trăm.')
  })

  test('a number that the table has in the unit the text says is no mistake', () => {
    const values = { 'aid.turns': counted(57), 'exercise.families': counted(57) }
    expect(text('Giúp 57 lượt hộ.', values)).toEqual([])
    expect(text('Giúp 57 hộ.', { 'aid.turns': counted(57) })).toEqual(['turns-and-things'])
    expect(text('Giúp 8 hộ.', { 'aid.turns': counted(8) })).toEqual([])
    expect(text('Có 1.057 hộ.', { 'aid.turns': counted(57) })).toEqual([])
  })

  test.each([
    ['Có 902/1.204 hộ đạt danh hiệu, bằng 74,9%.', []],
    ['Có 902/1.204 hộ đạt danh hiệu, bằng 74,8 %.', ['share-differs']],
    ['Đạt 83,8% (1.010/1.204 hộ).', ['share-truncated']],
    ['Đạt 83,9% (1.010/1.204 hộ).', []],
    ['Có nhà văn hóa 79,9% trong tổng số 16 thôn.', ['share-impossible']],
    ['Có nhà văn hóa 81,3% trên 16 thôn.', []],
    ['Từ tháng 3/2022 đến nay tỷ lệ đạt 74,9%.', []],
    ['Theo Nghị định số 122/2018/NĐ-CP có 74,9% hộ đăng ký.', []],
    ['Ngày 15/6 họp, 74,9% hộ dự.', []],
  ] as const)('a percentage in the words beside its counts: %s', (words, rules) => {
    expect(text(words)).toEqual(rules)
  })
})
