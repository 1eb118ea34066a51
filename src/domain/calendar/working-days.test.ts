import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from './plain-date.ts'
import { addWorkingDays, restOn, type SpecialDay, workCalendar, workingDayFrom } from './working-days.ts'

// Tết of 2024 as the ministry announced it: from 8 to 14 February; 29 April off for 4 May worked.
const special: readonly SpecialDay[] = [
  ...Array.from({ length: 7 }, (_, at) => day('off', addDays(plainDate('2024-02-08'), at), 'Tết Nguyên đán')),
  day('off', plainDate('2024-04-29'), 'nghỉ hoán đổi'),
  day('worked', plainDate('2024-05-04'), 'làm bù'),
]
const calendar = workCalendar(special)
const anyDay = fc.integer({ min: 0, max: 700 }).map(count => addDays(plainDate('2023-06-01'), count))

describe('a day off', () => {
  test.for([
    ['2024-01-01', 'Tết Dương lịch'],
    ['2024-02-07', null],
    ['2024-02-08', 'Tết Nguyên đán'],
    ['2024-02-14', 'Tết Nguyên đán'],
    ['2024-02-15', null],
    ['2024-05-03', null],
    ['2024-05-04', null],
    ['2024-05-05', 'ngày nghỉ cuối tuần'],
    ['2024-09-02', 'Quốc khánh'],
  ] as const)('%s: %s', ([on, why]) => {
    expect(restOn(plainDate(on), calendar)).toBe(why)
  })

  test('announced for one year says nothing of another', () => {
    expect([...calendar.knownYears]).toEqual([2024])
  })
})

describe('working days', () => {
  test('three after the Wednesday before Tết are ten days later', () => {
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

function day(kind: SpecialDay['kind'], on: SpecialDay['on'], name: string): SpecialDay {
  return { on, kind, name, basis: 'thông báo về lịch nghỉ năm 2024' }
}
