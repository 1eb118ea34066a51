import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { type DigestDay, hourInVietnam, isDigestDue } from './digest.ts'

const today = plainDate('2026-11-22')
const clock = { today, hour: 7, now: '2026-11-22T00:30:00.000Z' }
const last = (changes: Partial<DigestDay>): DigestDay => ({
  onDay: today,
  outcome: 'sent',
  tries: 1,
  at: '2026-11-22T00:00:00.000Z',
  ...changes,
})

describe('the letter of a day', () => {
  test('goes out from seven in the morning', () => {
    expect(isDigestDue(undefined, { ...clock, hour: 6 })).toBe(false)
    expect(isDigestDue(undefined, clock)).toBe(true)
  })
  test('never goes out twice a day', () => {
    expect(isDigestDue(last({}), clock)).toBe(false)
    expect(isDigestDue(last({ outcome: 'sending' }), clock)).toBe(false)
    expect(isDigestDue(last({ onDay: plainDate('2026-11-21') }), clock)).toBe(true)
  })
  test('is not looked for again when there was nothing to say', () => {
    expect(isDigestDue(last({ outcome: 'nothingToSay' }), clock)).toBe(false)
  })
  test('is tried again after a quarter of an hour, five times in all', () => {
    expect(isDigestDue(last({ outcome: 'failed' }), clock)).toBe(true)
    expect(isDigestDue(last({ outcome: 'failed', at: '2026-11-22T00:20:00.000Z' }), clock)).toBe(false)
    expect(isDigestDue(last({ outcome: 'failed', tries: 5 }), clock)).toBe(false)
  })
})

test('seven in Vietnam is midnight in Greenwich', () => {
  expect([hourInVietnam('2026-11-22T00:00:00.000Z'), hourInVietnam('2026-11-21T23:59:00.000Z')]).toEqual([7, 6])
})
