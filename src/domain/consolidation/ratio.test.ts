import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counted, provinceOf } from '../../../test/consolidating.ts'
import { always } from '../calendar/date-range.ts'
import type { Ratio } from '../indicator/indicator.ts'
import type { Value } from '../indicator/value.ts'
import { levelsOf } from './levels.ts'
import { addRatio, ratioAt } from './ratio.ts'

const ratio: Ratio = {
  code: 'family.recognised.share',
  name: 'Tỷ lệ hộ được công nhận Gia đình văn hóa',
  numerator: 'recognised',
  bases: [
    { code: 'all', name: 'tổng số hộ' },
    { code: 'registered', name: 'số hộ đăng ký' },
  ],
  valid: always,
}
type Sheet = Record<string, Record<string, number>>
const toldOf =
  (sheet: Sheet) =>
  (code: string): ReadonlyMap<string, Value> =>
    new Map(Object.entries(sheet).flatMap(([unitId, row]) => (row[code] === undefined ? [] : [[unitId, counted(row[code])]])))
const flat = provinceOf([0, 0, 0])
const communes = levelsOf(flat.tree, new Set(['c0', 'c1', 'c2']))

describe('a share', () => {
  test('is taken of sums, never the mean of shares, and names its base', () => {
    const sheet = { c0: { recognised: 1, all: 1 }, c1: { recognised: 50, all: 100 }, c2: { recognised: 0, all: 99 } }
    expect(ratioAt(addRatio(communes, ratio, 'all', toldOf(sheet)), 'province')).toMatchObject({
      numerator: counted(51),
      denominator: counted(200),
      percent: 25.5,
      baseName: 'tổng số hộ',
      leftOut: [],
    })
  })

  test('leaves out, by name, a unit that told one of the two counts and not the other', () => {
    const sheet = { c0: { recognised: 90, all: 100 }, c1: { recognised: 50 }, c2: { all: 500 } }
    expect(ratioAt(addRatio(communes, ratio, 'all', toldOf(sheet)), 'province')).toMatchObject({
      percent: 90,
      coverage: { of: 3, whole: 1 },
      leftOut: ['c1', 'c2'],
    })
  })

  test('takes both counts from one level: villages with half a pair give way to the word of their commune', () => {
    const { tree } = provinceOf([2])
    const levels = levelsOf(tree, new Set(['c0', 'c0-0', 'c0-1']))
    const sheet = { 'c0-0': { recognised: 8, all: 10 }, 'c0-1': { recognised: 9 }, c0: { recognised: 15, all: 30 } }
    expect(ratioAt(addRatio(levels, ratio, 'all', toldOf(sheet)), 'c0')).toMatchObject({ percent: 50, leftOut: [] })
  })

  test('of none is no share, and of nothing told there is none at all', () => {
    expect(ratioAt(addRatio(communes, ratio, 'all', toldOf({ c0: { recognised: 0, all: 0 } })), 'c0')?.percent).toBeNull()
    expect(ratioAt(addRatio(communes, ratio, 'registered', toldOf({ c0: { recognised: 4, all: 5 } })), 'province')).toBeNull()
  })

  test('never passes 100 % where no unit passes it', () => {
    const pair = fc.nat(200).chain(all => fc.record({ all: fc.constant(all), recognised: fc.option(fc.nat(all), { nil: undefined }) }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 3, maxLength: 3 }), rows => {
        const sheet = Object.fromEntries(
          rows.map(({ all, recognised }, i) => [`c${i}`, recognised === undefined ? { all } : { all, recognised }]),
        )
        const share = ratioAt(addRatio(communes, ratio, 'all', toldOf(sheet)), 'province')
        expect(share?.percent ?? 0).toBeLessThanOrEqual(100)
        expect(share?.leftOut ?? []).toEqual(share ? rows.flatMap((row, i) => (row.recognised === undefined ? [`c${i}`] : [])) : [])
      }),
    )
  })
})
