import { describe, expect, test } from 'vitest'
import { counted, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import type { CheckRule } from '../flag.ts'
import type { CheckFacts } from './facts.ts'

const mergedFrom = (...counts: (number | null)[]): CheckFacts['changes'] => [
  {
    on: plainDate('2025-07-01'),
    kind: 'merger',
    before: counts.map((count, i) => ({
      name: `Xã cũ ${i + 1}`,
      values: new Map(count === null ? [] : [['family.total', counted(count)]]),
    })),
  },
]
const rulesAfter = (count: number, changes: CheckFacts['changes']): CheckRule[] =>
  rulesOf({ sheet: sheetWith({ 'family.total': counted(count) }), changes })

describe('after a merger', () => {
  test('the whole of one of its parts is asked about, its own is not', () => {
    expect(rulesAfter(1204, mergedFrom(1204, 655))).toEqual(['base-before-change'])
    expect(rulesAfter(1859, mergedFrom(1204, 655))).toEqual([])
    expect(rulesAfter(1204, mergedFrom(1204, null))).toEqual(['base-before-change'])
  })
})
