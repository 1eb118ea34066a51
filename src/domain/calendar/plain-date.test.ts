import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayInVietnam,
  daysBetween,
  formatCitedDay,
  formatDay,
  formatIssueDay,
  isPlainDate,
  plainDate,
  weekday,
} from './plain-date.ts'

const anyDay = fc.integer({ min: 0, max: 80_000 }).map(days => addDays(plainDate('1945-09-02'), days))

describe('a day', () => {
  test.for(['2022-02-29', '2022-13-01', '2022-04-31', '22-04-01', '2022-4-1', '2022-04-01T00:00:00Z', '', '1/4/2022'])(
    'is not %s',
    text => {
      expect(isPlainDate(text)).toBe(false)
      expect(() => plainDate(text)).toThrow('not a day')
    },
  )

  test('is 29 February in leap years, century rule included', () => {
    expect(['2024-02-29', '2000-02-29', '1900-02-29', '2023-02-29'].map(isPlainDate)).toEqual([true, true, false, false])
  })

  test('in Vietnam begins seven hours before it does in Greenwich', () => {
    expect(dayInVietnam('2022-06-14T16:59:59.999Z')).toBe('2022-06-14')
    expect(dayInVietnam('2022-06-14T17:00:00.000Z')).toBe('2022-06-15')
    expect(dayInVietnam('2021-12-31T17:00:00.000Z')).toBe('2022-01-01')
  })

  test('of the week: 14 June 2022 was a Tuesday, 19 June a Sunday', () => {
    expect([weekday(plainDate('2022-06-14')), weekday(plainDate('2022-06-19'))]).toEqual([2, 7])
  })
})

describe('counting days', () => {
  test('goes on through months, years and leap days', () => {
    expect(addDays(plainDate('2022-12-31'), 1)).toBe('2023-01-01')
    expect(addDays(plainDate('2024-03-01'), -1)).toBe('2024-02-29')
    expect(daysBetween(plainDate('2021-12-15'), plainDate('2022-06-15'))).toBe(182)
  })

  test('forth and back comes home, and later days compare as later text', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const other = addDays(day, days)
        expect(addDays(other, -days)).toBe(day)
        expect(daysBetween(day, other)).toBe(days)
        expect(Math.sign(days)).toBe(other > day ? 1 : other < day ? -1 : 0)
      }),
    )
  })

  test('a week later is the same day of the week', () => {
    fc.assert(
      fc.property(anyDay, day => {
        expect(weekday(addDays(day, 7))).toBe(weekday(day))
      }),
    )
  })
})

describe('a day in print', () => {
  test('at the head of a document has a leading zero below day 10 and in months 1 and 2 only', () => {
    expect(['2026-01-05', '2026-02-28', '2026-03-05', '2026-11-22'].map(day => formatIssueDay(plainDate(day)))).toEqual([
      'ngày 05 tháng 01 năm 2026',
      'ngày 28 tháng 02 năm 2026',
      'ngày 05 tháng 3 năm 2026',
      'ngày 22 tháng 11 năm 2026',
    ])
  })

  test('in a citation and in a list is shorter', () => {
    expect(['2022-01-18', '2018-09-17'].map(day => formatCitedDay(plainDate(day)))).toEqual(['18/01/2022', '17/9/2018'])
    expect(formatDay(plainDate('2022-01-08'))).toBe('8/1/2022')
  })
})
