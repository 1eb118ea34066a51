import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allInForce, always, contains, type DateRange, inForce, overlaps } from './date-range.ts'
import { addDays, plainDate } from './plain-date.ts'

const start = plainDate('2022-01-01')
const anyDay = fc.integer({ min: 0, max: 40 }).map(days => addDays(start, days))
const anyRange: fc.Arbitrary<DateRange> = fc
  .record({ from: fc.option(anyDay), until: fc.option(anyDay) })
  .filter(({ from, until }) => from === null || until === null || from < until)

describe('a range of days', () => {
  const half: DateRange = { from: plainDate('2021-12-15'), until: plainDate('2022-06-15') }

  test('holds its first day and its last, not the day before nor the first day out', () => {
    const days = ['2021-12-14', '2021-12-15', '2022-06-14', '2022-06-15'].map(plainDate)
    expect(days.map(day => contains(half, day))).toEqual([false, true, true, false])
  })

  test('without ends holds every day', () => {
    fc.assert(
      fc.property(anyDay, day => {
        expect(contains(always, day)).toBe(true)
      }),
    )
  })

  test('meets another just when some day lies in both', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const days = Array.from({ length: 45 }, (_, i) => addDays(start, i - 2))
        expect(overlaps(a, b)).toBe(days.some(day => contains(a, day) && contains(b, day)))
        expect(overlaps(a, b)).toBe(overlaps(b, a))
      }),
    )
  })

  test('that ends where another begins does not meet it', () => {
    expect(overlaps(half, { from: plainDate('2022-06-15'), until: null })).toBe(false)
    expect(overlaps(half, { from: plainDate('2022-06-14'), until: null })).toBe(true)
  })
})

describe('what is in force', () => {
  const versions = [
    { name: 'cũ', valid: { from: null, until: plainDate('2025-07-01') } },
    { name: 'mới', valid: { from: plainDate('2025-07-01'), until: null } },
  ]

  test('changes on the first day of the new, not before', () => {
    expect(inForce(versions, plainDate('2025-06-30'))?.name).toBe('cũ')
    expect(inForce(versions, plainDate('2025-07-01'))?.name).toBe('mới')
  })

  test('may be nothing, or several side by side', () => {
    expect(inForce(versions.slice(1), plainDate('2025-06-30'))).toBeUndefined()
    expect(allInForce([...versions, { name: 'luôn', valid: always }], plainDate('2025-06-30')).map(({ name }) => name)).toEqual([
      'cũ',
      'luôn',
    ])
  })
})
