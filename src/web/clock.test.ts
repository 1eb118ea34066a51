import { expect, it } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { sayInstant } from './clock.ts'

const today = plainDate('2022-06-15')

it('says an instant by the clock in Vietnam, with the day as people name it', () => {
  expect(sayInstant('2022-06-15T09:40:00Z', today)).toBe('hôm nay 16:40')
  expect(sayInstant('2022-06-14T16:59:00Z', today)).toBe('hôm qua 23:59')
  expect(sayInstant('2022-06-14T17:00:00Z', today)).toBe('hôm nay 00:00')
  expect(sayInstant('2022-06-13T01:05:00Z', today)).toBe('13/6/2022 08:05')
})
