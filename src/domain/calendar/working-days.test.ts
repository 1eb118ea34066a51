import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedDays } from './announced-days.ts'
import { addDays, plainDate, weekday } from './plain-date.ts'
import { addWorkingDays, restOn, workCalendar, workingDayFrom } from './working-days.ts'

const calendar = workCalendar(announcedDays)
const anyDay = fc.integer({ min: 0, max: 1600 }).map(count => addDays(plainDate('2021-10-01'), count))

describe('a day off', () => {
  test.for([
    ['2024-01-01', 'Tết Dương lịch'],
    ['2024-02-07', null],
    ['2024-02-08', 'Tết Nguyên đán'],
    ['2024-02-14', 'Tết Nguyên đán'],
    ['2024-02-15', null],
    ['2024-04-29', 'nghỉ hoán đổi với 4/5'],
    ['2024-05-04', null],
    ['2024-05-05', 'ngày nghỉ cuối tuần'],
    ['2024-09-03', 'Quốc khánh'],
  ] as const)('%s: %s', ([on, why]) => {
    expect(restOn(plainDate(on), calendar)).toBe(why)
  })

  test.for([
    ['2022-01-03', 'nghỉ bù Tết Dương lịch', 'New Year was a Saturday'],
    ['2022-05-02', 'nghỉ bù Ngày Chiến thắng', '30 April was a Saturday, 1 May a Sunday: two days in turn'],
    ['2022-05-03', 'nghỉ bù Ngày Quốc tế Lao động', 'the second of them'],
    ['2022-05-04', null, 'and no third'],
    ['2024-05-02', null, 'in the middle of the week nothing is made up for'],
  ] as const)('%s: %s, %s', ([on, why]) => {
    expect(restOn(plainDate(on), calendar)).toBe(why)
  })

  test('announced for some years says nothing of others', () => {
    expect([...calendar.knownYears]).toEqual([2022, 2024, 2025])
  })

  test('is announced only where people would have worked, and worked only where they would have rested', () => {
    for (const { on, kind } of announcedDays.filter(({ name }) => !name.startsWith('Tết')))
      expect([on, weekday(on) > 5]).toEqual([on, kind === 'worked'])
  })
})

describe('working days', () => {
  test('three after the Wednesday before Tết are twelve days later', () => {
    expect(addWorkingDays(plainDate('2024-02-07'), 3, calendar)).toBe('2024-02-19')
  })

  test('end on one, and exactly so many lie between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const last = addWorkingDays(from, count, calendar)
        expect(restOn(last, calendar)).toBeNull()
        let worked = 0
        for (let at = addDays(from, 1); at <= last; at = addDays(at, 1)) if (restOn(at, calendar) === null) worked += 1
        expect(worked).toBe(count)
      }),
    )
  })

  test('the next one from a working day is itself', () => {
    fc.assert(
      fc.property(anyDay, on => {
        const next = workingDayFrom(on, calendar)
        expect(next === on).toBe(restOn(on, calendar) === null)
        expect(workingDayFrom(next, calendar)).toBe(next)
      }),
    )
  })
})
