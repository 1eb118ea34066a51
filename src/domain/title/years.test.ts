import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookNamed } from '../../../test/title-law.ts'
import { withinCap } from './praise.ts'
import { chainEnding, praiseFor, type YearResult } from './years.ts'

const outcomes = ['reached', 'notReached', 'revoked'] as const
const anyResults = fc.array(fc.record({ year: fc.integer({ min: 2015, max: 2023 }), outcome: fc.constantFrom(...outcomes) }), {
  maxLength: 12,
})
const rule = bookNamed('GK-GDVH.ND122').praise

describe('years in a row', () => {
  test('are the same in whatever order they were entered', () => {
    fc.assert(
      fc.property(anyResults, entered => {
        const years = entered.map(result)
        expect(chainEnding(years.toReversed(), 2023).years).toEqual(chainEnding(years, 2023).years)
      }),
    )
  })

  test('are all reached, follow one another, and the one before was not', () => {
    fc.assert(
      fc.property(anyResults, entered => {
        const results = entered.map(result)
        const { years, brokenBy } = chainEnding(results, 2023)
        for (const year of years) expect(results.filter(one => one.year === year).every(one => one.outcome === 'reached')).toBe(true)
        expect(years).toEqual(Array.from(years, (_, at) => 2024 - years.length + at))
        expect(brokenBy.year).toBe(2023 - years.length)
      }),
    )
  })

  test('are never more for a year lost or revoked', () => {
    fc.assert(
      fc.property(anyResults, fc.integer({ min: 2015, max: 2023 }), fc.constantFrom('notReached', 'revoked'), (entered, year, outcome) => {
        const results = entered.map(result)
        const worse = [...results, result({ year, outcome })]
        expect(chainEnding(worse, 2023).years.length).toBeLessThanOrEqual(chainEnding(results, 2023).years.length)
      }),
    )
  })

  test('name what broke them: lost, taken back, or never known', () => {
    const years = [2020, 2022, 2023].map(year => result({ year, outcome: 'reached' }))
    expect(chainEnding(years, 2023).brokenBy).toEqual({ year: 2021, why: 'unknown' })
    expect(chainEnding([...years, result({ year: 2021, outcome: 'revoked' })], 2023).brokenBy).toEqual({ year: 2021, why: 'revoked' })
  })
})

test('praised every time it is due, no year is ever used twice', () => {
  if (!rule) throw new Error('no praise')
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 15 }), reached => {
      const results = reached.map((is, at) => result({ year: 2010 + at, outcome: is ? 'reached' : 'notReached' }))
      const praised: (readonly number[])[] = []
      for (const { year } of results) {
        const { verdict, years } = praiseFor(year, { results, praised }, { rule })
        if (verdict === 'due') praised.push(years)
      }
      const used = praised.flat()
      expect(new Set(used).size).toBe(used.length)
      expect(praised.every(years => years.length === 3)).toBe(true)
    }),
  )
})

describe('the cap on praise', () => {
  const anyVotes = fc.array(fc.record({ votes: fc.nat(12), points: fc.option(fc.nat(100)) }), { maxLength: 20 })
  const anyTieRule = fc.constantFrom('noneOfThem' as const, 'morePoints' as const, null)

  test('is never passed, nobody is lost, and nobody chosen has fewer votes than one left out', () => {
    fc.assert(
      fc.property(anyVotes, fc.nat(80), anyTieRule, (votes, withAllYears, tieRule) => {
        if (!rule) throw new Error('no praise')
        const candidates = votes.map((one, at) => ({ id: `hộ ${String(at).padStart(2, '0')}`, ...one }))
        const praised = withinCap(candidates, { withAllYears, rule, tieRule })
        const votesOf = (ids: readonly string[]): number[] => candidates.filter(({ id }) => ids.includes(id)).map(one => one.votes)
        expect(praised.chosen.length).toBeLessThanOrEqual(praised.places)
        expect(praised.places * 100).toBeLessThanOrEqual(15 * withAllYears)
        expect([...praised.chosen, ...praised.left, ...praised.undecided].toSorted()).toEqual(candidates.map(({ id }) => id))
        expect(Math.min(...votesOf(praised.chosen), 99)).toBeGreaterThanOrEqual(Math.max(...votesOf(praised.left), -1))
        expect(withinCap(candidates.toReversed(), { withAllYears, rule, tieRule })).toEqual(praised)
      }),
    )
  })
})

function result({ year, outcome }: Pick<YearResult, 'year' | 'outcome'>): YearResult {
  return { honour: 'culturalFamily', year, outcome, ruleBook: 'GDVH.ND122' }
}
