import { describe, expect, test } from 'vitest'
import { counted, rulesOf, sheetWith } from '../../../../test/told-figures.ts'
import type { qualifiers } from '../../activity/activity.ts'
import type { CheckRule } from '../flag.ts'

const more = 'trên' as const
const rulesOfEstimate = (qualifier: (typeof qualifiers)[number], count: number): CheckRule[] =>
  rulesOf({ sheet: sheetWith({ 'family.total': counted(1000), 'family.registered': { quality: 'estimated', count, qualifier } }) })

describe('estimates', () => {
  test('speak against a set only where no number they may stand for fits', () => {
    expect(rulesOfEstimate('gần', 1050)).toEqual([])
    expect(rulesOfEstimate('khoảng', 1050)).toEqual([])
    expect(rulesOfEstimate(more, 1050)).toEqual(['above-whole'])
    expect(rulesOfEstimate('gần', 1200)).toEqual(['above-whole'])
  })

  test('are held against no digit of a percentage', () => {
    const values = { 'family.total': counted(1000), 'family.registered': { quality: 'estimated', count: 800, qualifier: more } } as const
    expect(
      rulesOf({ sheet: sheetWith(values, [{ ratioCode: 'share.family.registered', percent: '81,2', baseCode: 'family.total' }]) }),
    ).toEqual([])
  })
})

describe('the nearest set that was told is asked', () => {
  test('where nobody told who was reviewed, recognised are held against registered', () => {
    expect(rulesOf({ sheet: sheetWith({ 'family.registered': counted(90), 'family.recognised': counted(91) }) })).toEqual(['nested-sets'])
    expect(rulesOf({ sheet: sheetWith({ 'family.recognised': counted(91) }) })).toEqual([])
  })
})
