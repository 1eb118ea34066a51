import { describe, expect, test } from 'vitest'
import type { PeriodFigure } from '#contract/consolidation.ts'
import { type ComparedUnit, extremesOf, figureText, goalNote, inOrder, standingsText, standingTo } from './compare.ts'

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
  ownGoal: null,
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

  test('is told with whose it is, with how all of them stand together and how many reach it; none is said to be none', () => {
    const goal = {
      planId: 'plan',
      planTitle: 'Kế hoạch năm 2025',
      ownerName: 'tỉnh Sơn La',
      statement: 'hộ đạt Gia đình văn hóa',
      operator: '>=',
      goalPercent: 78,
      share: { code: 'share.family.recognised', baseCode: 'family.total' },
    } as const
    const view = { ...shares, goal, whole: { ...share(749, 1010), unitName: 'tỉnh Sơn La' }, units }
    expect(goalNote(view, 2025)).toBe(
      'Chỉ tiêu của tỉnh Sơn La năm 2025, “hộ đạt Gia đình văn hóa”: từ 78%. Cả tỉnh Sơn La 749/1.010 tổng số hộ (74,2%): thiếu 3,8 điểm %. Các đơn vị: 2 vượt, 1 chưa đạt, 1 chưa có số liệu.',
    )
    expect(goalNote({ ...view, goal: null }, 2025)).toBe('Kế hoạch năm 2025 chưa đặt chỉ tiêu cho tỷ lệ này.')
    expect(goalNote({ ...view, baseName: null }, 2025)).toBeNull()
  })
})
