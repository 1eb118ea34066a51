import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnnouncedYear, calendarWith, checkAnnounced } from './announced-year.ts'
import { addDays, plainDate } from './plain-date.ts'
import { addWorkingDays, restOn } from './working-days.ts'

const off = (on: string, name = 'Tết Nguyên đán (minh họa)') => ({ on: plainDate(on), kind: 'off', name }) as const
const year: AnnouncedYear = { year: 2031, basis: 'Thông báo minh họa', days: [off('2031-01-22'), off('2031-01-23')] }
const codeOf = (days: AnnouncedYear['days']): string => {
  const result = checkAnnounced({ ...year, days })
  return result.ok ? 'ok' : result.code
}

describe('the days off of a year', () => {
  test('count once somebody entered them, and the year is known from then on', () => {
    const before = calendarWith([])
    const after = calendarWith([year])
    expect([before.knownYears.has(2031), after.knownYears.has(2031)]).toEqual([false, true])
    expect(addWorkingDays(plainDate('2031-01-21'), 1, before)).toBe('2031-01-22')
    expect(addWorkingDays(plainDate('2031-01-21'), 1, after)).toBe('2031-01-24')
  })

  test('entered again stand for what was entered, and for what the house knew of that year', () => {
    const again: AnnouncedYear = { ...year, days: [off('2031-01-24')] }
    expect(restOn(plainDate('2031-01-22'), calendarWith([year, again]))).toBe(null)
    const anew: AnnouncedYear = { year: 2025, basis: 'Thông báo minh họa', days: [off('2025-01-30')] }
    expect(restOn(plainDate('2025-01-27'), calendarWith([]))).toBe('Tết Nguyên đán')
    expect(restOn(plainDate('2025-01-27'), calendarWith([anew]))).toBe(null)
  })

  test('lie in their year, once each, off on days of work and worked on ends of weeks', () => {
    expect(codeOf(year.days)).toBe('ok')
    expect(codeOf([])).toBe('calendar.no-days')
    expect(codeOf([off('2032-01-22')])).toBe('calendar.other-year')
    expect(codeOf([off('2031-01-22'), off('2031-01-22')])).toBe('calendar.day-twice')
    expect(codeOf([off('2031-01-25')])).toBe('calendar.off-at-weekend')
    expect(codeOf([...year.days, { on: plainDate('2031-01-27'), kind: 'worked', name: 'làm bù' }])).toBe('calendar.worked-on-workday')
    expect(codeOf([...year.days, { on: plainDate('2031-02-01'), kind: 'worked', name: 'làm bù' }])).toBe('ok')
  })

  test('never bring a deadline forward, however many there are', () => {
    const days = fc.uniqueArray(fc.nat({ max: 364 }), { maxLength: 20 })
    fc.assert(
      fc.property(days, fc.nat({ max: 300 }), fc.integer({ min: 1, max: 15 }), (offs, start, count) => {
        const entered = { ...year, days: offs.map(day => off(addDays(plainDate('2031-01-01'), day))) }
        const from = addDays(plainDate('2031-01-01'), start)
        expect(addWorkingDays(from, count, calendarWith([entered])) >= addWorkingDays(from, count, calendarWith([]))).toBe(true)
      }),
    )
  })
})
