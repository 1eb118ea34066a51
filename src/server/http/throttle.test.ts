import { expect, test } from 'vitest'
import { openThrottle } from './throttle.ts'

test('an address is let in so often and no more, until its time is over; others do not wait for it', () => {
  let now = 0
  const mayAsk = openThrottle({ times: 2, withinMs: 1000 }, () => now)
  expect([mayAsk('a'), mayAsk('a'), mayAsk('a'), mayAsk('b')]).toEqual([true, true, false, true])
  now = 999
  expect(mayAsk('a')).toBe(false)
  now = 1000
  expect(mayAsk('a')).toBe(true)
})

test('a flood of addresses fills no memory, and the newest are still counted', () => {
  const mayAsk = openThrottle({ times: 1, withinMs: 1000 }, () => 0)
  for (let at = 0; at < 30_000; at++) expect(mayAsk(`address ${at}`)).toBe(true)
  expect(mayAsk('address 29999')).toBe(false)
})
