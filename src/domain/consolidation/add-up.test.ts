import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { about, anyTelling, anyValue, counted, provinceOf, unitNamed } from '../../../test/consolidating.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { Value } from '../indicator/value.ts'
import { treeOn } from '../org/org-unit.ts'
import { addUp, contributionsTo, entriesOf, figureAt, missingFrom, type Told, unheard } from './add-up.ts'
import { levelsOf } from './levels.ts'

// Two communes of two villages each; villages and communes owe the figure.
const { tree, versions } = provinceOf([2, 2])
const owing = new Set(['c0', 'c1', 'c0-0', 'c0-1', 'c1-0', 'c1-1'])
const levels = levelsOf(tree, owing)
const addedFrom = (told: Record<string, Value>) => addUp(levels, [new Map(Object.entries(told))])
const allVillages = { 'c0-0': counted(10), 'c0-1': counted(0), 'c1-0': counted(7), 'c1-1': counted(3) }

describe('the figure of a commune', () => {
  test('is the sum of its villages once all have sent, whatever the commune said before', () => {
    expect(figureAt(addedFrom({ ...allVillages, c0: counted(12) }), 'c0')).toMatchObject({
      values: [counted(10)],
      source: 'below',
      beside: { whose: 'own', values: [counted(12)] },
    })
    expect(figureAt(addedFrom({ ...allVillages, c0: counted(10) }), 'c0').beside).toBeNull()
  })

  test('is its own word while a village is missing, and what the villages have is told beside it', () => {
    expect(figureAt(addedFrom({ 'c0-0': counted(10), c0: counted(18) }), 'c0')).toMatchObject({
      values: [counted(18)],
      source: 'own',
      coverage: { of: 2, whole: 1, entries: 1 },
      beside: { whose: 'below', values: [counted(10)] },
    })
  })

  test('is what is there, with its gaps, where neither is complete; nothing is not none', () => {
    const added = addedFrom({ 'c0-1': counted(0) })
    expect(figureAt(added, 'c0')).toMatchObject({ values: [counted(0)], source: 'partly', coverage: { of: 2, whole: 1 } })
    expect(figureAt(added, 'c1')).toMatchObject({ values: null, source: 'nothing', coverage: { of: 2, whole: 0, entries: 0 } })
  })
})

describe('the figure of the province', () => {
  test('says how many communes it is of, which are missing and which are begun', () => {
    const added = addedFrom({ c0: counted(5), 'c1-0': counted(7) })
    expect(figureAt(added, 'province')).toMatchObject({
      values: [counted(12)],
      source: 'partly',
      coverage: { of: 2, whole: 1, begun: 1, entries: 2 },
    })
    expect(missingFrom(added, 'province')).toEqual([{ unitId: 'c1', has: 'partly' }])
    expect(missingFrom(addedFrom({ c0: counted(5) }), 'province')).toEqual([{ unitId: 'c1', has: 'nothing' }])
  })

  test.for<readonly [string, readonly Value[], Value]>([
    ['more than so many and a counted number are more than their sum', [about('trên', 3000), counted(20)], about('trên', 3020)],
    ['less than so many and a counted number are less than their sum', [about('gần', 500), counted(20)], about('gần', 520)],
    ['more than some and less than others are about their sum', [about('trên', 300), about('gần', 500)], about('khoảng', 800)],
    ['about so many makes every sum about so many', [about('khoảng', 60), about('trên', 40)], about('khoảng', 100)],
  ])('%s', ([, [first, second], total]) => {
    const added = addedFrom({ c0: first as Value, c1: second as Value })
    expect(figureAt(added, 'province').values).toEqual([total])
  })

  test('of people who may be counted twice is not added, only told by who holds the names', () => {
    const told = new Map(Object.entries(allVillages))
    const added = addUp(levels, [told], 'distinct')
    expect(figureAt(added, 'province')).toMatchObject({ values: null, notAdded: 'distinct', coverage: { of: 2, begun: 2 } })
    expect(contributionsTo(added, 'c0').map(({ values }) => values)).toEqual([[counted(10)], [counted(0)]])
    const byCommune = addUp(levels, [told.set('c0', counted(9)).set('c1', counted(8))], 'distinct')
    expect(figureAt(byCommune, 'c0')).toMatchObject({ values: [counted(9)], source: 'own', notAdded: null, beside: null })
    expect(figureAt(byCommune, 'province')).toMatchObject({ values: null, notAdded: 'distinct', coverage: { of: 2, whole: 2 } })
  })

  test('leaves aside, by name, who was not asked and who is no longer there', () => {
    const told = new Map([...Object.entries(allVillages), ['gone', counted(4)], ['province', counted(1)]] as const)
    const added = addUp(levels, [told])
    expect(unheard(added).toSorted()).toEqual(['gone', 'province'])
    expect(figureAt(added, 'province').values).toEqual([counted(20)])
    const unasked = addUp(levelsOf(tree, new Set(['c0', 'c1'])), [
      new Map([
        ['c0-0', counted(4)],
        ['c1', counted(3)],
      ]),
    ])
    expect(figureAt(unasked, 'c0')).toMatchObject({ values: null, source: 'nothing' })
    expect(figureAt(unasked, 'province').values).toEqual([counted(3)])
  })
})

describe('adding up', () => {
  test('is the same in whatever order units are known and told', () => {
    fc.assert(
      fc.property(anyTelling, ({ versions: list, owing: asked, told }) => {
        const turned = levelsOf(treeOn(list.toReversed(), plainDate('2025-12-14')), new Set(asked.toReversed()))
        const straight = levelsOf(treeOn(list, plainDate('2025-12-14')), new Set(asked))
        const [one, other] = [addUp(straight, [told]), addUp(turned, [new Map([...told].toReversed())])]
        for (const { unitId } of list) expect(figureAt(other, unitId)).toEqual(figureAt(one, unitId))
      }),
    )
  })

  test('is the same when districts that owe nothing stand between', () => {
    fc.assert(
      fc.property(anyTelling, fc.nat(3), ({ versions: list, owing: asked, told }, cut) => {
        const isFirst = (unitId: string) => Number(unitId.slice(1)) < cut
        const grouped = [
          ...list.map(one => (one.kind === 'commune' ? { ...one, parentUnitId: isFirst(one.unitId) ? 'north' : 'south' } : one)),
          unitNamed('north', 'district', 'province'),
          unitNamed('south', 'district', 'province'),
        ]
        const [straight, through] = [list, grouped].map(all =>
          figureAt(addUp(levelsOf(treeOn(all, plainDate('2025-12-14')), new Set(asked)), [told]), 'province'),
        )
        expect(through).toEqual(straight)
      }),
    )
  })

  test('at every level the parts make the whole, and the units that spoke make it again, each once', () => {
    fc.assert(
      fc.property(anyTelling, ({ tree: of, versions: list, owing: asked, told }) => {
        const added = addUp(levelsOf(of, new Set(asked)), [told])
        for (const { unitId } of list) {
          const { values, source, coverage } = figureAt(added, unitId)
          const entries = entriesOf(added, unitId)
          expect(sum(entries.map(entry => entry.values))).toBe(values?.[0]?.count ?? 0)
          expect(new Set(entries.map(entry => entry.unitId)).size).toBe(coverage.entries)
          if (source !== 'own') expect(sum(contributionsTo(added, unitId).map(part => part.values))).toBe(values?.[0]?.count ?? 0)
        }
      }),
    )
  })

  test('never makes a number of nothing: who told nothing stands among the missing', () => {
    fc.assert(
      fc.property(anyTelling, ({ tree: of, owing: asked, told }) => {
        const added = addUp(levelsOf(of, new Set(asked)), [told])
        const isSilent = asked
          .filter(id => /^c\d+$/u.test(id))
          .filter(id => ![...told.keys()].some(other => `${other}-`.startsWith(`${id}-`)))
        for (const id of isSilent) expect(figureAt(added, id)).toMatchObject({ values: null, source: 'nothing' })
        expect(
          missingFrom(added, 'province')
            .filter(({ has }) => has === 'nothing')
            .map(({ unitId }) => unitId)
            .toSorted(),
        ).toEqual(isSilent.toSorted())
        const { coverage, source } = figureAt(added, 'province')
        expect(coverage.whole + coverage.begun + isSilent.length).toBe(coverage.of)
        expect(source === 'below').toBe(coverage.whole === coverage.of)
      }),
    )
  })

  test('one unit more that tells changes the sum by its number, or completes a level', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { minLength: 2, maxLength: 8 }), values => {
        const flat = provinceOf(values.map(() => 0))
        const of = levelsOf(flat.tree, new Set(values.map((_, i) => `c${i}`)))
        const upTo = (count: number): Told => new Map(values.slice(0, count).map((value, i) => [`c${i}`, value]))
        const sums = values.map((_, i) => figureAt(addUp(of, [upTo(i + 1)]), 'province'))
        expect(sums.map(({ coverage }) => coverage.whole)).toEqual(values.map((_, i) => i + 1))
        expect(sums.map(({ values: total }, i) => (total?.[0]?.count ?? 0) - (sums[i - 1]?.values?.[0]?.count ?? 0))).toEqual(
          values.map(({ count }) => count),
        )
      }),
    )
  })

  test('of a tree that was not on that day is of nothing', () => {
    expect(versions).toHaveLength(7)
    expect(figureAt(addedFrom(allVillages), 'nobody')).toMatchObject({ values: null, source: 'nothing', coverage: { of: 0 } })
  })
})

function sum(all: readonly (readonly Value[] | null)[]): number {
  return all.reduce((total, part) => total + (part?.[0]?.count ?? 0), 0)
}
