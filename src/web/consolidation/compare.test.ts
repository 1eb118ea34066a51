import { describe, expect, test } from 'vitest'
import type { PeriodFigure } from '#contract/consolidation.ts'
import { type ComparedUnit, extremesOf, figureText, inOrder, standingsText, standingTo, withoutGoal } from './compare.ts'

const shares = { baseName: 'tổng số hộ', countUnit: 'hộ' }
const share = (numerator: number, base: number): PeriodFigure => ({
  value: { quality: 'counted', count: numerator },
  words: null,
  base: { quality: 'counted', count: base },
  percent: base === 0 ? null : (numerator / base) * 100,
})
const silent: PeriodFigure = { value: null, words: null, base: null, percent: null }
const unit = (unitName: string, now: PeriodFigure, before: PeriodFigure | null = null): ComparedUnit => ({
  unitId: unitName,
  unitName,
  ...now,
  coverage: null,
  before: before && { ...before, notComparable: null },
})
const units = [unit('xã A', share(9, 10)), unit('xã B', silent), unit('xã C', share(560, 800)), unit('xã D', share(180, 200))]

test('the highest and the lowest are told with their counts and base, and with how many are as high', () => {
  expect(extremesOf(units, shares)).toEqual({
    highest: 'xã A, 9/10 tổng số hộ (90,0%) và 1 đơn vị khác cùng mức',
    lowest: 'xã C, 560/800 tổng số hộ (70,0%)',
  })
  expect(extremesOf([unit('xã B', silent), unit('xã C', share(1, 2))], shares)).toBeNull()
})

test('a unit that told nothing stands last in every order and is never the lowest', () => {
  expect(inOrder(units, 'cao', shares).at(-1)?.unitName).toBe('xã B')
  expect(inOrder(units, 'thap', shares).map(({ unitName }) => unitName)).toEqual(['xã C', 'xã A', 'xã D', 'xã B'])
  const changed = [unit('xã E', share(5, 10), share(5, 10)), unit('xã F', share(5, 10), share(9, 10)), unit('xã G', share(5, 10))]
  expect(inOrder(changed, 'doi', shares).map(({ unitName }) => unitName)).toEqual(['xã F', 'xã E', 'xã G'])
})

test('a share of none has counts and no percentage', () => {
  expect(figureText(share(0, 0), shares)).toBe('0/0 tổng số hộ')
  expect(figureText(silent, shares)).toBeNull()
})

describe('a goal', () => {
  test('is missed by a household even where the rounded percentage looks like it', () => {
    expect(standingTo(share(899_999, 1_000_000), { operator: '>=', goalPercent: 90 })).toEqual({
      kind: 'missed',
      words: 'thiếu chưa tới 0,1 điểm %',
    })
    expect(standingTo(share(9, 10), { operator: '>=', goalPercent: 90 })).toEqual({ kind: 'met', words: 'vừa đạt' })
    expect(standingTo(share(934, 1000), { operator: '>=', goalPercent: 90 })?.words).toBe('vượt 3,4 điểm %')
  })

  test('that is a ceiling is kept from below', () => {
    expect(standingTo(share(4, 100), { operator: '<=', goalPercent: 5 })).toEqual({ kind: 'exceeded', words: 'thấp hơn mức trần 1 điểm %' })
    expect(standingTo(share(7, 100), { operator: '<=', goalPercent: 5 })).toEqual({ kind: 'missed', words: 'quá mức trần 2 điểm %' })
  })

  test('is held against those that told, and the others are counted as not having told', () => {
    expect(standingsText(units, { operator: '>=', goalPercent: 85 })).toBe('2 vượt, 1 chưa đạt, 1 chưa có số liệu')
  })

  test('that was not set is said to be missing, one on another base is no goal of this share, one on its base is named', () => {
    const shown = { year: 2025, baseName: 'tổng số hộ' }
    const goal = { statement: 'hộ đạt Gia đình văn hóa', baseName: ' Tổng số hộ' }
    expect(withoutGoal([], shown)).toBe('Kế hoạch năm 2025 chưa đặt chỉ tiêu nào theo tỷ lệ.')
    expect(withoutGoal([{ ...goal, baseName: 'tổng số bản' }], shown)).toBe('Kế hoạch năm 2025 chưa đặt chỉ tiêu nào trên tổng số hộ.')
    expect(withoutGoal([goal], shown)).toBe('Chưa đối chiếu chỉ tiêu; kế hoạch năm 2025 đặt trên tổng số hộ: “hộ đạt Gia đình văn hóa”.')
  })
})
