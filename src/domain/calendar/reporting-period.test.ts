import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contains } from './date-range.ts'
import { addDays, type PlainDate, plainDate } from './plain-date.ts'
import {
  cutoffOn,
  months,
  nextPeriod,
  type PeriodPart,
  partTitle,
  periodContaining,
  periodNamed,
  periodOfDays,
  periodOfRule,
  periodTitle,
  type ReportingPeriod,
} from './reporting-period.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map(days => addDays(plainDate('1990-01-01'), days))
const families: readonly (readonly PeriodPart[])[] = [['H1', 'H2'], ['Q1', 'Q2', 'Q3', 'Q4'], ['Y'], months]

describe('a reporting period', () => {
  test.for([
    ['2022-H1', '2021-12-15', '2022-06-14'],
    ['2022-H2', '2022-06-15', '2022-12-14'],
    ['2022-Y', '2021-12-15', '2022-12-14'],
    ['2022-Q1', '2021-12-15', '2022-03-14'],
    ['2022-Q2', '2022-03-15', '2022-06-14'],
    ['2022-Q3', '2022-06-15', '2022-09-14'],
    ['2022-Q4', '2022-09-15', '2022-12-14'],
    ['2022-M01', '2021-12-15', '2022-01-14'],
    ['2022-M03', '2022-02-15', '2022-03-14'],
  ] as const)('%s covers %s to %s, the days the decree sets', ([name, first, last]) => {
    const period = named(name)
    expect(period.covers).toEqual({ from: first, until: addDays(plainDate(last), 1) })
    expect(cutoffOn(period)).toBe(last)
  })

  test('is not any other name', () => {
    expect(['2022-H3', '2022-Q5', '22-H1', '2022', '2022-h1', ' 2022-H1'].map(periodNamed)).toEqual(Array(6).fill(undefined))
  })

  test('every day belongs to exactly one half, one quarter, one month and one year, whatever the year', () => {
    fc.assert(
      fc.property(anyDay, day => {
        for (const parts of families) expect(periodsAround(day, parts).filter(period => contains(period.covers, day))).toHaveLength(1)
      }),
    )
  })

  test('is found by any of its days', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...families), (day, parts) => {
        const period = periodContaining(day, parts)
        expect(period && contains(period.covers, day)).toBe(true)
      }),
    )
    expect(periodContaining(plainDate('2021-12-15'), ['H1', 'H2'])?.name).toBe('2022-H1')
    expect(periodContaining(plainDate('2021-12-15'), ['Q3'])).toBeUndefined()
  })

  test('is followed by the one that begins the day after its last', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...families), (day, parts) => {
        const period = periodContaining(day, parts)
        const next = period && nextPeriod(period)
        expect(next?.covers.from).toBe(period?.covers.until)
      }),
    )
    expect(nextPeriod(named('2022-H2'))?.name).toBe('2023-H1')
  })

  test('is called as reports call it', () => {
    expect(periodTitle(named('2022-H1'))).toBe('6 tháng đầu năm 2022')
    expect(periodTitle(named('2022-Q4'))).toBe('quý IV năm 2022')
    expect(partTitle(named('2022-H2'))).toBe('6 tháng cuối năm')
    expect(partTitle(named('2022-Y'))).toBe('năm 2022')
    expect(partTitle(named('2022-Q2'))).toBe('quý II năm 2022')
    expect(periodTitle(named('2022-M03'))).toBe('tháng 3 năm 2022')
    expect(periodTitle(named('2022-03-01_2022-05-15'))).toBe('từ ngày 1/3/2022 đến ngày 15/5/2022')
  })

  test('that a text sets for itself has its days in any year and the name the text gives it', () => {
    const nineMonths = { words: '9 tháng đầu năm', fromYear: -1, from: '12-15', last: '09-14' } as const
    const period = periodOfRule(nineMonths, 2025)
    expect(period.covers).toEqual({ from: '2024-12-15', until: '2025-09-15' })
    expect(periodTitle(period)).toBe('9 tháng đầu năm 2025')
    expect(named(period.name)).toEqual(period)
    expect(periodOfDays(period.covers, [nineMonths])).toEqual(period)
    expect(periodTitle(periodOfDays(period.covers))).toBe('từ ngày 15/12/2024 đến ngày 14/9/2025')
    expect(nextPeriod(period)).toBeUndefined()
    const statistical = { words: 'tháng 2 theo lịch thống kê, năm', fromYear: 0, from: '02-01', last: '02-29' } as const
    expect([2024, 2025].map(year => cutoffOn(periodOfRule(statistical, year)))).toEqual(['2024-02-29', '2025-02-28'])
  })
})

function named(name: string): ReportingPeriod {
  const period = periodNamed(name)
  if (!period) throw new Error(name)
  return period
}

function periodsAround(day: PlainDate, parts: readonly PeriodPart[]): ReportingPeriod[] {
  const year = Number(day.slice(0, 4))
  return [year - 1, year, year + 1].flatMap(y => parts.map(part => named(`${y}-${part}`)))
}
