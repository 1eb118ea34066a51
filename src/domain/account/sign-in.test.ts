import { describe, expect, test } from 'vitest'
import type { Grant } from './access.ts'
import { attemptLimits, isAcceptablePassword, leavesNoAdmin, tryOnce } from './sign-in.ts'

describe('a password', () => {
  test.for([
    ['mười bốn chữ.', false],
    ['mười bốn chữ..', true],
    ['ơ'.repeat(14), true],
    ['a'.repeat(128), true],
    ['a'.repeat(129), false],
    ['', false],
  ] as const)('%s', ([password, isAcceptable]) => {
    expect(isAcceptablePassword(password)).toBe(isAcceptable)
  })
})

describe('trying passwords', () => {
  const start = '2022-06-15T01:00:00.000Z'
  const later = (seconds: number): string => new Date(Date.parse(start) + seconds * 1000).toISOString()

  test('five wrong in a row are let through, the sixth waits', () => {
    let attempts: Parameters<typeof tryOnce>[0]
    for (let i = 0; i < 5; i++) {
      const next = tryOnce(attempts, attemptLimits.account, start)
      if (!next.ok) throw new Error('refused too early')
      attempts = next.value
    }
    expect(tryOnce(attempts, attemptLimits.account, later(59))).toMatchObject({ ok: false, code: 'account.too-many-attempts' })
  })

  test('a minute after the last try counted, counting starts anew', () => {
    expect(tryOnce({ failures: 5, lastAt: start }, 5, later(60))).toEqual({ ok: true, value: { failures: 1, lastAt: later(60) } })
  })
})

describe('the last administrator', () => {
  const commune = ['commune', 'province']

  test('of the province may not leave', () => {
    expect(leavesNoAdmin([admin(['province'], true)], [])).toBe(true)
  })
  test('of a commune may leave: the province looks after it', () => {
    expect(leavesNoAdmin([admin(commune, true)], [admin(['province'], true)])).toBe(false)
  })
  test('of a commune may not leave to one who administers the province office only', () => {
    expect(leavesNoAdmin([admin(commune, false)], [admin(['province'], false)])).toBe(true)
  })
  test('of a commune and its villages may not leave to one of the commune office only', () => {
    expect(leavesNoAdmin([admin(commune, true)], [admin(commune, false)])).toBe(true)
  })
  test('a leader who stays is no administrator', () => {
    expect(leavesNoAdmin([admin(commune, false)], [{ ...admin(commune, true), role: 'leader' }])).toBe(true)
  })
})

function admin(unitPath: string[], withSubtree: boolean): Grant {
  return { role: 'admin', unitId: unitPath[0] ?? '', withSubtree, unitPath }
}
