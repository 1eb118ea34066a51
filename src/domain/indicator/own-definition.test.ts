import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { checkTwins } from './checks/sets.ts'
import { dictionaryOn, indicatorOf } from './indicator.ts'
import { define, dictionaryWith, type OwnDefinition, type OwnIndicator, type OwnShare } from './own-definition.ts'

const from = plainDate('2026-01-01')
const clubs: OwnIndicator = {
  kind: 'indicator',
  code: 'SL.01',
  name: 'Hộ làm du lịch cộng đồng',
  definition: 'Hộ có khách lưu trú trong kỳ, mỗi hộ một lần.',
  unit: 'hộ',
  addition: 'sum',
  within: ['family.total'],
  partitions: [],
  sameAs: null,
  from,
}
const share: OwnShare = {
  kind: 'share',
  code: 'SL.01.share',
  name: 'Tỷ lệ hộ làm du lịch cộng đồng',
  numerator: 'SL.01',
  bases: [{ code: 'family.total', name: 'tổng số hộ' }],
  from,
}
const codeOf = (own: readonly OwnDefinition[], next: OwnDefinition): string => {
  const result = define(own, next)
  return result.ok ? 'ok' : result.code
}

describe('what a province counts beside the house', () => {
  test('stands in the dictionary from its day, entered by hand, beside what the house counts', () => {
    const dictionary = dictionaryWith([clubs, share])
    expect(indicatorOf(dictionaryOn(dictionary, from), 'SL.01')).toMatchObject({ source: { from: 'entered' }, unit: 'hộ' })
    expect(indicatorOf(dictionaryOn(dictionary, addDays(from, -1)), 'SL.01')).toBe(undefined)
    expect(indicatorOf(dictionaryOn(dictionary, from), 'family.total')).toBeDefined()
    expect(dictionaryOn(dictionary, from).ratios.find(({ code }) => code === 'SL.01.share')?.numerator).toBe('SL.01')
  })

  test('a code stays with its thing: households never become turns of households', () => {
    const later = plainDate('2027-01-01')
    expect(codeOf([clubs], { ...clubs, from: later, definition: 'Kể cả hộ có khách ăn trong ngày.' })).toBe('ok')
    expect(codeOf([clubs], { ...clubs, from: later, unit: 'lượt hộ', within: [] })).toBe('indicator.code-of-another-thing')
    expect(codeOf([clubs], { ...share, code: 'SL.01', from: later })).toBe('indicator.code-of-another-thing')
    expect(define([clubs], clubs)).toMatchObject({ code: 'indicator.from-too-early', details: { earliest: addDays(from, 1) } })
  })

  test('lies in sets that are counted on its first day, in the same unit, and never in itself', () => {
    expect(codeOf([], { ...clubs, within: ['family.unheard'] })).toBe('indicator.count-unknown')
    expect(codeOf([], { ...clubs, within: ['area.total'] })).toBe('indicator.counts-another-unit')
    expect(codeOf([], { ...clubs, within: ['SL.01'] })).toBe('indicator.sets-in-a-circle')
    const guests: OwnIndicator = { ...clubs, code: 'SL.02', within: ['SL.01'] }
    expect(codeOf([clubs], guests)).toBe('ok')
    expect(codeOf([clubs, guests], { ...clubs, from: plainDate('2027-01-01'), within: ['SL.02'] })).toBe('indicator.sets-in-a-circle')
  })

  test('may be the same thing as another, in the same unit: told as two numbers it is asked about', () => {
    expect(codeOf([], { ...clubs, sameAs: 'family.recognised' })).toBe('ok')
    expect(codeOf([], { ...clubs, sameAs: 'area.total' })).toBe('indicator.counts-another-unit')
    expect(codeOf([], { ...clubs, sameAs: 'SL.01' })).toBe('indicator.sets-in-a-circle')
    expect(codeOf([], { ...clubs, partitions: [['SL.01']] })).toBe('indicator.sets-in-a-circle')
    const dictionary = dictionaryOn(dictionaryWith([{ ...clubs, sameAs: 'family.recognised' }]), from)
    const values = new Map([
      ['SL.01', { quality: 'counted', count: 12 }],
      ['family.recognised', { quality: 'counted', count: 13 }],
    ] as const)
    const [flag, ...others] = checkTwins({ sheet: { unitId: 'bản', values, printed: [] }, dictionary })
    expect(flag?.sentence).toContain('là một việc nhưng ghi hai số')
    expect(others).toEqual([])
  })

  test('a share is a part of what is counted in the same unit: money by households is no share', () => {
    expect(codeOf([clubs], share)).toBe('ok')
    expect(codeOf([], share)).toBe('indicator.count-unknown')
    expect(codeOf([clubs], { ...share, bases: [{ code: 'money.total', name: 'kinh phí' }] })).toBe('indicator.counts-another-unit')
  })

  test('has at most one meaning on every day, in whatever order it was defined', () => {
    const days = fc.uniqueArray(fc.nat({ max: 2000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(days, fc.nat({ max: 2000 }), (begun, asked) => {
        const own = begun.map(day => ({ ...clubs, from: addDays(from, day), definition: `Từ ngày thứ ${day}` }))
        const on = dictionaryOn(dictionaryWith(own), addDays(from, asked)).indicators.filter(({ code }) => code === 'SL.01')
        const last = begun.filter(day => day <= asked).toSorted((a, b) => b - a)[0]
        expect(on.map(({ definition }) => definition)).toEqual(last === undefined ? [] : [`Từ ngày thứ ${last}`])
      }),
    )
  })
})
