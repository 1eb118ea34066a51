import { expect, test } from 'vitest'
import type { ReconciliationView } from '#contract/consolidation.ts'
import { reconciledRows, totalsAgree } from './series.ts'

const row = (fromName: string, toName: string | null, count: number) => ({
  fromName,
  toName,
  isUndivided: false,
  count,
  words: String(count),
})
const counted = (count: number) => ({ quality: 'counted', count }) as const
const told: ReconciliationView = {
  rows: [
    row('xã Chiềng Xôm', 'phường Chiềng An', 40),
    row('phường Chiềng Lề', 'phường Tô Hiệu', 30),
    row('phường Chiềng An', 'phường Chiềng An', 20),
  ],
  fromTotal: counted(90),
  toTotal: counted(90),
}

test('what went to one unit stands together, and can be seen alone', () => {
  expect(reconciledRows(told).map(({ fromName }) => fromName)).toEqual(['xã Chiềng Xôm', 'phường Chiềng An', 'phường Chiềng Lề'])
  expect(reconciledRows(told, 'phường Chiềng An').map(({ count }) => count)).toEqual([40, 20])
})

test('both ways agree only where the rows between them add up too', () => {
  expect(totalsAgree(told)).toBe(true)
  expect(totalsAgree({ ...told, toTotal: counted(80) })).toBe(false)
  expect(totalsAgree({ ...told, rows: told.rows.slice(1) })).toBe(false)
  expect(totalsAgree({ ...told, toTotal: null })).toBeNull()
})
