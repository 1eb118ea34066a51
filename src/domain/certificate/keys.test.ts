import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { beginningOfNext, isOfDay, keyOfDay, withDays } from './keys.ts'

const first = { kid: 'a', from: null }
const second = { kid: 'b', from: plainDate('2024-03-02') }
const day = (distance: number) => addDays(plainDate('2018-01-01'), distance)

test('each key ends the day the next begins', () => {
  const keys = withDays([second, first])
  expect(keys).toEqual([
    { kid: 'a', from: null, until: '2024-03-02' },
    { kid: 'b', from: '2024-03-02', until: null },
  ])
  expect(keyOfDay(keys, plainDate('2024-03-01'))?.kid).toBe('a')
  expect(keyOfDay(keys, plainDate('2024-03-02'))?.kid).toBe('b')
})

test('the first key is for every day; the next begins the day after it was made', () => {
  expect(beginningOfNext([], plainDate('2024-03-01'))).toBeNull()
  expect(beginningOfNext(withDays([first]), plainDate('2024-03-01'))).toBe('2024-03-02')
})

test('every day of decision has one key and one alone, however often keys are renewed', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 9000 }), { maxLength: 8 })
  fc.assert(
    fc.property(days, fc.integer({ min: -100, max: 9999 }), (beginnings, at) => {
      const keys = withDays([{ from: null }, ...beginnings.map(distance => ({ from: day(distance) }))])
      expect(keys.filter(key => isOfDay(key, day(at)))).toHaveLength(1)
    }),
  )
})
