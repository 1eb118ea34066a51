import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingAsked } from '../../../test/told-figures.ts'
import { qualifiers } from '../activity/activity.ts'
import { type CountUnit, countUnits } from './indicator.ts'
import { printValue, readCells, readValue } from './read-value.ts'
import type { Value } from './value.ts'

const counted = (count: number): Value => ({ quality: 'counted', count })
const read = (text: string, unit: CountUnit = 'hộ'): unknown => {
  const result = readValue(text, unit)
  return result.ok ? result.value : result.code
}

describe('a cell', () => {
  test('is read as people write numbers', () => {
    for (const text of ['1.234', '1 234', '1\u00a0234', '1\u202f234', '1234', ' 1.234 hộ ', '+1.234'])
      expect(read(text)).toEqual(counted(1234))
    expect(read('08')).toEqual(counted(8))
    expect(read('1.234.567')).toEqual(counted(1234567))
  })

  test('left blank is missing; 0 is none', () => {
    expect(read('')).toBe(null)
    expect(read(' \u00a0 ')).toBe(null)
    expect(read('0')).toEqual(counted(0))
  })

  test('keeps the word of an estimate', () => {
    expect(read('trên 3.000')).toEqual({ quality: 'estimated', count: 3000, qualifier: 'trên' })
    expect(read('Hơn 3.000')).toEqual({ quality: 'estimated', count: 3000, qualifier: 'trên' })
    expect(read('gần 500 người', 'người')).toEqual({ quality: 'estimated', count: 500, qualifier: 'gần' })
    expect(read('khoảng 60')).toEqual({ quality: 'estimated', count: 60, qualifier: 'khoảng' })
    expect(read('gần 0')).toBe('value.estimate-of-none')
  })

  test('with a sign that some write for none and others for unknown is asked again', () => {
    for (const text of ['-', '–', '--', 'x', 'X', '…', '...', '/', 'không', '?']) expect(read(text)).toBe('value.ambiguous-sign')
  })

  test('takes whole counts alone, and says what else it was given', () => {
    expect(read('12,5')).toBe('value.decimal')
    expect(read('1.5')).toBe('value.decimal')
    expect(read('1.2345')).toBe('value.decimal')
    expect(read('-3')).toBe('value.negative')
    expect(read('− 3')).toBe('value.negative')
    expect(read('79,9 %')).toBe('value.percent')
    expect(read('79%')).toBe('value.percent')
    expect(read('1,234')).toBe('value.ambiguous-comma')
    expect(read('9.999.999.999.999')).toBe('value.too-large')
    expect(read('nhiều')).toBe('value.not-a-number')
    expect(read('12/15')).toBe('value.not-a-number')
  })

  test('does not take turns for households', () => {
    expect(read('58 lượt hộ')).toBe('value.other-unit')
    expect(read('58 hộ', 'lượt hộ')).toBe('value.other-unit')
    expect(read('58 lượt hộ', 'lượt hộ')).toEqual(counted(58))
    expect(read('36 triệu')).toBe('value.other-unit')
  })

  test('takes millions where đồng are counted, as long as they come to whole đồng', () => {
    expect(read('36 triệu', 'đồng')).toEqual(counted(36_000_000))
    expect(read('trên 70 triệu đồng', 'đồng')).toEqual({ quality: 'estimated', count: 70_000_000, qualifier: 'trên' })
    expect(read('1,5 tỷ', 'đồng')).toEqual(counted(1_500_000_000))
    expect(read('1.250,5 triệu', 'đồng')).toEqual(counted(1_250_500_000))
    expect(read('1,2345 nghìn', 'đồng')).toBe('value.decimal')
  })
})

const count = fc.nat({ max: 1_000_000_000 })
const value: fc.Arbitrary<Value | null> = fc.oneof(
  fc.constant(null),
  count.map(counted),
  fc.record({ quality: fc.constant('estimated' as const), count: count.map(each => each + 1), qualifier: fc.constantFrom(...qualifiers) }),
)

test('what is printed reads back as what it was, in every column', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(...countUnits), (each, unit) => {
      expect(readValue(printValue(each), unit)).toEqual({ ok: true, value: each })
    }),
  )
})

test('whatever is typed is a whole count not below none, missing, or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,\s%-]{1,12}$/u)), fc.constantFrom(...countUnits), (text, unit) => {
      const result = readValue(text, unit)
      if (result.ok && result.value) {
        expect(Number.isSafeInteger(result.value.count)).toBe(true)
        expect(result.value.count).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('of many cells each that cannot be read is told by its row, and none is taken', () => {
  const cells = { 'family.total': '12,5', 'family.registered': '-', 'family.recognised': '90' }
  expect(readCells(cells, nothingAsked.dictionary)).toEqual({
    ok: false,
    code: 'value.several',
    details: { count: 2, cells: 'Tổng số hộ: “12,5”; Hộ đăng ký Gia đình văn hóa: “-”' },
  })
  expect(readCells({ 'family.total': '12,5', 'family.recognised': '90' }, nothingAsked.dictionary)).toMatchObject({
    ok: false,
    code: 'value.decimal',
  })
})
