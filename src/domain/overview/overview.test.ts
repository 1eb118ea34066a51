import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '../calendar/plain-date.ts'
import { periodParts } from '../calendar/reporting-period.ts'
import { type ActivityTally, activitiesByMonth, groupings, groupsByMonth, peopleByMonth, uncountedIn, yearTotal } from './activity-tally.ts'
import { comparedPeriods, daysOfMonth, lastKnownDay, sameDayLastYear } from './compared-periods.ts'
import { differenceText, shareDifferenceText } from './difference.ts'
import { periodSums } from './period-sums.ts'
import { standingNameOf, tasksByUnit } from './task-standing.ts'

const today = plainDate('2022-06-15')
const nobody = { activities: 0, people: 0 }

describe('which days are set beside which', () => {
  test('a period that is over, beside the whole of the same one last year', () => {
    expect(comparedPeriods(2022, 'H1', today)).toEqual({
      now: { from: '2021-12-15', until: '2022-06-15' },
      before: { from: '2020-12-15', until: '2021-06-15' },
      isRunning: false,
    })
  })

  test('a year that still runs, beside the same days of last year and not beside all of it', () => {
    expect(comparedPeriods(2022, 'Y', today)).toEqual({
      now: { from: '2021-12-15', until: '2022-06-16' },
      before: { from: '2020-12-15', until: '2021-06-16' },
      isRunning: true,
    })
  })

  test.for([
    ['the day before it begins', '2022-06-14', undefined],
    ['its first day', '2022-06-15', true],
    ['the day before its last', '2022-12-13', true],
    ['its last day', '2022-12-14', false],
  ] as const)('the second half on %s', ([, day, isRunning]) => {
    expect(comparedPeriods(2022, 'H2', plainDate(day))?.isRunning).toBe(isRunning)
  })

  test('of a leap year February stays whole, on either side', () => {
    expect(sameDayLastYear(plainDate('2024-02-29'))).toBe('2023-03-01')
    expect(sameDayLastYear(plainDate('2024-03-01'))).toBe('2023-03-01')
    expect(sameDayLastYear(plainDate('2025-03-01'))).toBe('2024-03-01')
  })

  test('both ranges are as long as each other, a leap day aside, and lie a year apart', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map(days => addDays(plainDate('2010-01-01'), days))
    fc.assert(
      fc.property(day, fc.constantFrom(...periodParts), (on, part) => {
        const periods = comparedPeriods(Number(on.slice(0, 4)), part, on)
        if (!periods) return
        const [now, before] = [periods.now, periods.before].map(({ from, until }) => daysBetween(from, until))
        expect(Math.abs((now ?? 0) - (before ?? 0))).toBeLessThanOrEqual(1)
        expect(periods.now.until <= addDays(on, 1)).toBe(true)
        expect(periods.before.until <= periods.now.from).toBe(true)
      }),
    )
  })

  test('a month ends where the next begins, and a year gone by is known to its end', () => {
    expect(daysOfMonth(2022, 12)).toEqual({ from: '2022-12-01', until: '2023-01-01' })
    expect([lastKnownDay(2021, today), lastKnownDay(2022, today)]).toEqual(['2021-12-31', today])
  })
})

describe('a difference in words', () => {
  test.for([
    [19, 7, 'hơn 12'],
    [7, 19, 'kém 12'],
    [3000, 1500, 'hơn 1.500'],
    [7, 7, 'bằng'],
    [7, null, null],
    [null, 7, null],
    [0, 2, 'kém 2'],
  ] as const)('%s beside %s', ([now, before, words]) => {
    expect(differenceText(now, before)).toBe(words)
  })

  test.for([
    ['shares in points', [10, 11], [9, 10], 'hơn 0,9 điểm %'],
    ['shares of other bases that are equal', [5, 10], [6, 12], 'bằng'],
    ['shares that differ by less than can be printed', [500_001, 1_000_000], [1, 2], 'hơn chưa tới 0,1 điểm %'],
    ['fewer', [1, 4], [1, 2], 'kém 25 điểm %'],
    ['of nothing', [0, 0], [1, 2], null],
  ] as const)('%s', ([, now, before, words]) => {
    expect(shareDifferenceText(share(now), share(before))).toBe(words)
  })

  test('is nothing beside a year that has none', () => {
    expect(shareDifferenceText({ numerator: 1, denominator: 2 }, null)).toBeNull()
  })
})

describe('what units were given', () => {
  test.for([
    ['answered as done after the day', 'done', true, 'done'],
    ['under way past the day', 'underway', true, 'late'],
    ['blocked past the day', 'blocked', true, 'late'],
    ['not answered past the day', null, true, 'late'],
    ['under way in time', 'underway', false, 'underway'],
    ['blocked in time', 'blocked', false, 'blocked'],
    ['not answered, with time left', null, false, 'notStarted'],
  ] as const)('%s', ([, state, isPastDue, standing]) => {
    expect(standingNameOf(state, isPastDue)).toBe(standing)
  })

  test('adds up to all of it, unit by unit, the latest unit first', () => {
    const units = tasksByUnit([
      { unitId: 'a', state: 'done', isPastDue: true, count: 3 },
      { unitId: 'b', state: null, isPastDue: true, count: 2 },
      { unitId: 'b', state: 'done', isPastDue: false, count: 1 },
      { unitId: 'c', state: null, isPastDue: false, count: 4 },
    ])
    expect(units.map(({ unitId, of }) => `${unitId} ${of}`)).toEqual(['b 3', 'c 4', 'a 3'])
    for (const { of, counts } of units) expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(of)
    expect(units[0]?.counts).toMatchObject({ late: 2, done: 1 })
  })
})

describe('activities through the year', () => {
  const tallies = [
    tally({ month: 1, kind: 'advice', activities: 1 }),
    tally({ month: 3, kind: 'runDay', campaign: 'exercise', activities: 2, counted: { activities: 1, people: 58 } }),
    tally({ month: 3, kind: 'sport', campaign: 'exercise', activities: 1, estimated: { activities: 1, people: 3000 } }),
    tally({ year: 2021, month: 12, kind: 'advice', activities: 5 }),
  ]

  test('a month gone by without any is nought, a month ahead and a year without any are missing', () => {
    expect(activitiesByMonth(tallies, 2022, today)).toEqual([1, 0, 3, 0, 0, 0, null, null, null, null, null, null])
    expect(activitiesByMonth(tallies, 2021, today).at(-1)).toBe(5)
    expect(activitiesByMonth(tallies, 2020, today)).toEqual(Array.from({ length: 12 }, () => null))
    expect([yearTotal(tallies, 2022), yearTotal(tallies, 2020)]).toEqual([4, null])
  })

  test('grouped either way they are the same activities', () => {
    for (const grouping of groupings) {
      const groups = groupsByMonth(tallies, { grouping, year: 2022, today })
      expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(4)
      expect(groups.every(({ months, total }) => months.reduce<number>((sum, value) => sum + (value ?? 0), 0) === total)).toBe(true)
    }
    expect(groupsByMonth(tallies, { grouping: 'campaign', year: 2022, today }).map(({ key }) => key)).toEqual(['exercise', 'whole'])
  })

  test('who was counted and who was estimated stay apart, and nobody asked is not nobody came', () => {
    expect(peopleByMonth(tallies, { quality: 'counted', year: 2022 })).toEqual(inMarch(58))
    expect(peopleByMonth(tallies, { quality: 'estimated', year: 2022 })).toEqual(inMarch(3000))
    expect(uncountedIn(tallies, 2022)).toEqual({ uncounted: 2, of: 4 })
  })
})

test('of a period only what somebody wrote down is said: no money is not nought đồng, no year is not a year of nothing', () => {
  const counts = { activities: 0, counted: nobody, estimated: nobody, money: [{ source: 'unitFund', amount: 5 } as const], documents: 0 }
  expect(periodSums(counts, { activities: true, documents: false })).toEqual({
    activities: 0,
    countedPeople: null,
    estimatedPeople: null,
    money: { unitFund: 5 },
    documents: null,
  })
})

function share([numerator, denominator]: readonly [number, number]) {
  return { numerator, denominator }
}

function tally(changes: Partial<ActivityTally>): ActivityTally {
  return { year: 2022, month: 1, kind: 'advice', campaign: 'whole', activities: 1, counted: nobody, estimated: nobody, ...changes }
}

function inMarch(people: number): (number | null)[] {
  return Array.from({ length: 12 }, (_, i) => (i === 2 ? people : null))
}
