import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { binomialAtLeast, binomialAtMost, overlapAtLeast, twoBinomialsAtMost, unequalAtLeast } from './tails.ts'

const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true })

describe('how rare a count is', () => {
  test('is what one reckons by hand', () => {
    expect(binomialAtLeast(10, 10, 0.5)).toBeCloseTo(1 / 1024, 12)
    expect(binomialAtMost(1, 3, 0.5)).toBeCloseTo(0.5, 12)
    expect(twoBinomialsAtMost(0, { total: 2, p: 0.5 }, { total: 1, p: 0.25 })).toBeCloseTo(0.1875, 12)
    expect(unequalAtLeast(2, [0.5, 0.2])).toBeCloseTo(0.1, 12)
    // Of 10 households 3 stayed away and 3 failed, the same ones: one way in C(10, 3) = 120.
    expect(overlapAtLeast({ total: 10, marked: 3, chosen: 3, both: 3 }, 1)).toBeCloseTo(1 / 120, 12)
  })

  test('at least so many and at most one less are everything there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 }), chance, (total, count, p) => {
        fc.pre(count <= total)
        expect(binomialAtLeast(count, total, p) + binomialAtMost(count - 1, total, p)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('is the same for several groups as for one where the chances are equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), chance, (one, other, p) => {
        const count = Math.floor((one + other) / 2)
        expect(twoBinomialsAtMost(count, { total: one, p }, { total: other, p })).toBeCloseTo(binomialAtMost(count, one + other, p), 9)
        expect(unequalAtLeast(count, Array<number>(one).fill(p))).toBeCloseTo(binomialAtLeast(count, one, p), 9)
      }),
    )
  })

  test('of an overlap grows with the odds: what is likelier is less rare', () => {
    const overlap = { total: 120, marked: 24, chosen: 8, both: 8 }
    const rarities = [1, 2, 4, 8].map(odds => overlapAtLeast(overlap, odds))
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b))
  })
})
