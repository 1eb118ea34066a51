import { expect, test } from 'vitest'
import { about, counted } from '../../../test/consolidating.ts'
import type { Coverage } from './add-up.ts'
import { besideWords, coverageWords, figureWords, leftOutWords, notAddedWords, notComparableWords, returnChangeWords } from './words.ts'

const coverage: Coverage = { of: 75, whole: 69, begun: 1, entries: 70, estimated: 2 }
const nameOf = (unitId: string): string => `xã ${unitId}`
const called = { noun: 'xã, phường', nameOf }

test('a sum says that estimates are in it, a unit’s own word says only what it wrote, and nothing is not 0', () => {
  expect(figureWords({ values: [about('trên', 3020)], source: 'partly', coverage })).toBe('trên 3.020 (có ước tính)')
  expect(figureWords({ values: [about('trên', 3000)], source: 'own', coverage: { ...coverage, estimated: 1 } })).toBe('trên 3.000')
  expect(figureWords({ values: [counted(0)], source: 'below', coverage: { ...coverage, estimated: 0 } })).toBe('0')
  expect(figureWords({ values: null, source: 'nothing', coverage })).toBeNull()
})

test('coverage names who is missing and who is not complete', () => {
  const missing = [
    { unitId: 'A', has: 'nothing' as const },
    { unitId: 'B', has: 'partly' as const },
    { unitId: 'C', has: 'nothing' as const },
  ]
  expect(coverageWords(coverage, missing, called)).toBe('69/75 xã, phường; chưa có số của: xã A, xã C; mới có một phần: xã B')
  expect(coverageWords({ ...coverage, whole: 75 }, [], called)).toBe('75/75 xã, phường')
  expect(coverageWords({ ...coverage, of: 0 }, [], called)).toBeNull()
})

test('what was told beside a figure is told with how far it lies off, and why it was not taken', () => {
  expect(besideWords({ values: [counted(1180)], beside: { whose: 'own', values: [counted(1200)] } })).toBe(
    'Lấy số cộng từ cấp dưới vì cấp dưới đã đủ; đơn vị tự báo 1.200 (lệch 20).',
  )
  expect(besideWords({ values: [counted(1200)], beside: { whose: 'below', values: [about('gần', 950)] } })).toBe(
    'Lấy số đơn vị tự báo vì cấp dưới chưa đủ; cấp dưới mới có gần 950 (lệch 250).',
  )
  expect(besideWords({ values: [counted(5)], beside: null })).toBeNull()
})

test('what is not added, left out or not comparable says why', () => {
  expect(notAddedWords({ notAdded: 'distinct' })).toContain('Không cộng')
  expect(notAddedWords({ notAdded: null })).toBeNull()
  expect(leftOutWords(['A', 'B'], nameOf)).toBe('Không tính vào tỷ lệ, vì chỉ báo một trong hai số: xã A, xã B.')
  expect(leftOutWords([], nameOf)).toBeNull()
  const restated = { unitId: 'D', values: null, missingUnitIds: [], dividedUnitIds: ['C'] }
  expect(notComparableWords({ ...restated, notComparable: 'divided' }, nameOf)).toBe(
    'Không so sánh được: xã C đã chia cho nhiều đơn vị và không có số của từng thôn, bản.',
  )
  expect(notComparableWords({ ...restated, notComparable: 'distinct' }, nameOf)).toContain('không cộng')
  expect(notComparableWords({ ...restated, notComparable: null }, nameOf)).toBeNull()
})

test('what changed since is told of each return', () => {
  expect(returnChangeWords({ unitId: 'A', kind: 'came', before: null, after: 1 }, nameOf)).toBe('xã A: có báo cáo sau khi tổng hợp.')
  expect(returnChangeWords({ unitId: 'A', kind: 'corrected', before: 1, after: 2 }, nameOf)).toBe('xã A: đính chính, bản 1 thành bản 2.')
  expect(returnChangeWords({ unitId: 'A', kind: 'gone', before: 1, after: null }, nameOf)).toContain('trả lại')
})
