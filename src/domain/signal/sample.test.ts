import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, draw, drawAreas, estimate, outcomeTyped, type RecheckOutcome, type Stratum, sampleSize, tellBefore } from './sample.ts'

const strata: readonly Stratum[] = [
  { areaUnitId: 'a', ids: Array.from({ length: 120 }, (_, at) => `a${at}`) },
  { areaUnitId: 'b', ids: Array.from({ length: 60 }, (_, at) => `b${at}`) },
  { areaUnitId: 'c', ids: Array.from({ length: 7 }, (_, at) => `c${at}`) },
]
/** A rank as far from the order of the ids as a test needs. */
const rankOf = (id: string): string => Array.from(id).toReversed().join('')

function idsOf(drawn: ReturnType<typeof draw>): Set<string> {
  return new Set(drawn.ok ? drawn.value.map(({ itemId }) => itemId) : [])
}

function found(right: number, wrong: number): RecheckOutcome[] {
  return [...Array<RecheckOutcome>(right).fill('right'), ...Array<RecheckOutcome>(wrong).fill('wrong')]
}

describe('how many are looked at again', () => {
  test('follows from how exact the answer shall be and how many there are', () => {
    expect(sampleSize(1200, 10)).toBe(89)
    expect(sampleSize(1200, 5)).toBe(292)
    expect(sampleSize(20, 5)).toBe(20)
    expect(sampleSize(0, 5)).toBe(0)
  })

  test('is never more than there are, and grows with what is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 29 }), (population, margin) => {
        expect(sampleSize(population, margin)).toBeLessThanOrEqual(population)
        expect(sampleSize(population, margin)).toBeGreaterThanOrEqual(sampleSize(population, margin + 1))
      }),
    )
  })
})

describe('the lot', () => {
  test('falls on every village by its share, and on just so many', () => {
    const drawn = draw(strata, 31, rankOf)
    const allotted = allocate(strata, 31)
    expect([...allotted.values()]).toEqual([20, 10, 1])
    expect(drawn.ok && drawn.value.length).toBe(31)
  })

  test('adds up whatever the villages are like, and asks of none more than it has', () => {
    const some = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (sizes, part) => {
        const villages = sizes.map((size, at) => ({ areaUnitId: `v${at}`, ids: Array.from({ length: size }, (_, n) => `${at}-${n}`) }))
        const population = sizes.reduce((total, size) => total + size, 0)
        const size = Math.floor(population * part)
        const allotted = allocate(villages, size)
        expect([...allotted.values()].reduce((total, each) => total + each, 0)).toBe(size)
        for (const { areaUnitId, ids } of villages) expect(allotted.get(areaUnitId)).toBeLessThanOrEqual(ids.length)
      }),
    )
  })

  test('falls the same way again, in whatever order the villages and households come', () => {
    const turned = strata.toReversed().map(({ areaUnitId, ids }) => ({ areaUnitId, ids: ids.toReversed() }))
    expect(idsOf(draw(turned, 31, rankOf))).toEqual(idsOf(draw(strata, 31, rankOf)))
  })

  test('needs somebody to fall on, and no more than there are', () => {
    expect(draw([], 1, rankOf)).toMatchObject({ code: 'signal.nobody-to-draw' })
    expect(drawAreas(['a', 'b'], 3, rankOf)).toMatchObject({ code: 'signal.too-many-to-draw', details: { size: 3, population: 2 } })
  })
})

describe('what was found says of all', () => {
  test('a range that holds what was found, and is known for certain when everybody was looked at', () => {
    expect(estimate(40, found(37, 3)).among).toEqual({ least: 3, most: 3 })
    const { among } = estimate(1200, found(85, 4))
    expect(among?.least).toBeGreaterThanOrEqual(4)
    expect(among && [among.least, among.most]).toEqual([16, 130])
  })

  test('nothing before anybody was reached, who are told apart', () => {
    expect(estimate(100, ['unreached', null])).toEqual({ population: 100, drawn: 2, checked: 0, unreached: 1, wrong: 0, among: null })
  })

  test('narrows as more are looked at, and none wrong among few is no proof', () => {
    const widths = [10, 30, 90].map(checked => estimate(500, found(checked, 0)).among?.most ?? 0)
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(widths[0]).toBeGreaterThan(100)
  })

  test('the range misses the truth in no more than five of a hundred draws', () => {
    const [population, wrong, size] = [200, 24, 40]
    const misses = Array.from({ length: size + 1 }, (_, seen) => seen).filter(seen => {
      const { among } = estimate(population, found(size - seen, seen))
      return among && (wrong < among.least || wrong > among.most)
    })
    expect(chanceOf(misses, { population, wrong, size })).toBeLessThanOrEqual(0.05)
  })
})

/** By hand: the chance that a draw shows one of these numbers of wrong ones. */
function chanceOf(seen: readonly number[], { population, wrong, size }: { population: number; wrong: number; size: number }): number {
  return seen.reduce((total, k) => total + (ways(wrong, k) * ways(population - wrong, size - k)) / ways(population, size), 0)
}

function ways(n: number, k: number): number {
  let total = 1
  for (let at = 1; at <= k; at++) total = (total * (n - k + at)) / at
  return k < 0 || k > n ? 0 : total
}

describe('before anybody goes out', () => {
  test('it is told what each count of wrong ones would say of all; nothing where all are looked at', () => {
    const told = tellBefore(1320, 44)
    expect(told.map(({ wrong }) => wrong)).toEqual([0, 1, 2, 3, 5, 10, 20])
    for (const [at, { wrong, least, most }] of told.entries()) {
      expect(least).toBeGreaterThanOrEqual(wrong)
      expect(most).toBeGreaterThan(told[at - 1]?.most ?? 0)
    }
    expect(tellBefore(4, 4)).toEqual([])
  })

  test('a finding is typed by its first letters, with marks or without, and nothing else is guessed', () => {
    expect(['đ', 'D', 'dung', 'k', 'Không đúng', 'chua gap', 'x', '', 'kd'].map(outcomeTyped)).toEqual([
      'right',
      'right',
      'right',
      'wrong',
      'wrong',
      'unreached',
      undefined,
      undefined,
      undefined,
    ])
  })
})
