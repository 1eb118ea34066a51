import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { about, counted, unitNamed } from '../../../test/consolidating.ts'
import { plainDate } from '../calendar/plain-date.ts'
import type { Value } from '../indicator/value.ts'
import { communeKinds, type Succession, treeOn } from '../org/org-unit.ts'
import { addUp } from './add-up.ts'
import { levelsOf } from './levels.ts'
import { shareOf } from './ratio.ts'
import { compareAt, reconcile, restate, restatedAt } from './restate.ts'

const merged = plainDate('2025-07-01')
const [firstHalf, wholeYear] = [plainDate('2025-06-14'), plainDate('2025-12-14')]

// Communes a and b became one, c was divided among d and e, f lives on and gave a village to e; districts ended.
const versions = [
  unitNamed('province', 'province', null),
  unitNamed('north', 'district', 'province', { until: merged }),
  unitNamed('south', 'district', 'province', { until: merged }),
  unitNamed('a', 'commune', 'north', { until: merged }),
  unitNamed('b', 'commune', 'north', { until: merged }),
  unitNamed('c', 'commune', 'south', { until: merged }),
  unitNamed('f', 'commune', 'south', { until: merged }),
  unitNamed('f', 'commune', 'province', { from: merged }),
  ...['ab', 'd', 'e'].map(id => unitNamed(id, 'commune', 'province', { from: merged })),
  ...village('a1', 'a', 'ab'),
  ...village('b1', 'b', 'ab'),
  ...village('c1', 'c', 'd'),
  ...village('c2', 'c', 'e'),
  ...village('f1', 'f', 'f'),
  ...village('f2', 'f', 'e'),
]
const successions = [gave('a', 'ab'), gave('b', 'ab'), gave('c', 'd', 'part'), gave('c', 'e', 'part')]
const [before, after] = [treeOn(versions, firstHalf), treeOn(versions, wholeYear)]
const communes = ['a', 'b', 'c', 'f']
const villages = ['a1', 'b1', 'c1', 'c2', 'f1', 'f2']
const onto = { tree: after, successions }

describe('a figure of the first half on the communes of the year', () => {
  test('of communes that became one is their sum', () => {
    const restated = restate(toldBefore({ a: counted(10), b: about('trên', 5) }), 'province', onto)
    expect(restatedAt(restated, 'ab')).toMatchObject({ values: [about('trên', 15)], notComparable: null })
  })

  test('of a commune that was divided cannot be told below, and stays in the province', () => {
    const restated = restate(toldBefore({ a: counted(10), c: counted(8) }), 'province', onto)
    expect(restatedAt(restated, 'd')).toMatchObject({ values: null, notComparable: 'divided', dividedUnitIds: ['c'] })
    expect(restatedAt(restated, 'e')).toMatchObject({ values: null, notComparable: 'divided', dividedUnitIds: ['c'] })
    expect(restatedAt(restated, 'province')).toMatchObject({ values: [counted(18)], notComparable: null })
  })

  test('of the same commune is told to the village where its villages told it', () => {
    const restated = restate(toldBefore({ c1: counted(3), c2: counted(5), f2: counted(2) }), 'province', onto)
    expect(restatedAt(restated, 'd').values).toEqual([counted(3)])
    expect(restatedAt(restated, 'e').values).toEqual([counted(7)])
  })

  test('of a commune that lives on without one of its villages cannot be told of either, recorded as a split or not', () => {
    const restated = restate(toldBefore({ f: counted(9) }), 'province', onto)
    expect(restatedAt(restated, 'f').notComparable).toBe('divided')
    expect(restatedAt(restated, 'e').notComparable).toBe('divided')
    expect(restatedAt(restated, 'province').values).toEqual([counted(9)])
  })

  test('names who told nothing where they belong now, and never makes it none', () => {
    const restated = restate(toldBefore({ a: counted(10) }), 'province', onto)
    expect(restatedAt(restated, 'ab')).toMatchObject({ values: [counted(10)], missingUnitIds: ['b'] })
    expect(restatedAt(restated, 'f')).toMatchObject({ values: null, missingUnitIds: [] })
    expect(restatedAt(restated, 'province').missingUnitIds.toSorted()).toEqual(['b', 'c', 'f'])
  })

  test('of people who may be counted twice is not added over the communes that became one', () => {
    const levels = levelsOf(before, new Set(communes))
    const restated = restate(
      addUp(
        levels,
        [
          new Map([
            ['a', counted(4)],
            ['b', counted(6)],
          ]),
        ],
        'distinct',
      ),
      'province',
      onto,
    )
    expect(restatedAt(restated, 'ab')).toMatchObject({ values: null, notComparable: 'distinct' })
    const alone = restate(addUp(levelsOf(before, new Set(villages)), [new Map([['c1', counted(4)]])], 'distinct'), 'province', onto)
    expect(restatedAt(alone, 'd')).toMatchObject({ values: [counted(4)], notComparable: null })
  })
})

test('a share of the first half on the communes of the year is taken of sums over the same units', () => {
  const recognised = new Map([
    ['a', counted(90)],
    ['b', counted(10)],
  ])
  const all = new Map([
    ['a', counted(100)],
    ['b', counted(100)],
    ['f', counted(70)],
  ])
  const both = addUp(levelsOf(before, new Set(communes)), [recognised, all])
  expect(shareOf(restatedAt(restate(both, 'province', onto), 'ab').values)).toMatchObject({ percent: 50, denominator: counted(200) })
  expect(shareOf(restatedAt(restate(both, 'province', onto), 'f').values)).toBeNull()
})

describe('a figure of the year on the units of the first half', () => {
  test('stands at the district both communes lay in, and not at either of them', () => {
    const told = addUp(levelsOf(after, new Set(['ab', 'd', 'e', 'f'])), [new Map([['ab', counted(20)]])])
    const back = restate(told, 'province', { tree: before, successions })
    expect(restatedAt(back, 'north').values).toEqual([counted(20)])
    expect(restatedAt(back, 'a')).toMatchObject({ values: null, notComparable: 'divided' })
  })

  test('told by villages stands where each lay', () => {
    const told = addUp(levelsOf(after, new Set(villages)), [
      new Map([
        ['c1', counted(3)],
        ['c2', counted(4)],
        ['f2', counted(1)],
      ]),
    ])
    const back = restate(told, 'province', { tree: before, successions })
    expect(['c', 'f', 'south'].map(id => restatedAt(back, id).values)).toEqual([[counted(7)], [counted(1)], [counted(8)]])
  })
})

test('what came from two districts is told of neither', () => {
  const joined = [gave('a', 'ab'), gave('b', 'ab'), gave('c', 'ab')]
  const told = addUp(levelsOf(after, new Set(['ab'])), [new Map([['ab', counted(20)]])])
  const back = restate(told, 'province', { tree: before, successions: joined })
  expect(['north', 'south', 'province'].map(id => restatedAt(back, id).values)).toEqual([null, null, [counted(20)]])
  expect(['north', 'south', 'province'].map(id => restatedAt(back, id).notComparable)).toEqual(['divided', 'divided', null])
})

test('a district that told for communes that did not is divided among what they became', () => {
  const told = addUp(levelsOf(before, new Set(['north', 'a', 'b'])), [new Map([['north', counted(30)]])])
  expect(restatedAt(restate(told, 'province', onto), 'ab').values).toEqual([counted(30)])
})

test('two periods stand side by side on the same units, with their difference where both can be told', () => {
  const first = restate(toldBefore({ a: counted(10), b: counted(5), c: counted(8) }), 'province', onto)
  const year = addUp(levelsOf(after, new Set(['ab', 'd', 'e', 'f'])), [
    new Map([
      ['ab', counted(21)],
      ['d', counted(4)],
    ]),
  ])
  const second = restate(year, 'province', onto)
  expect(compareAt(first, second, 'ab')).toMatchObject({
    first: { values: [counted(15)] },
    second: { values: [counted(21)] },
    difference: 6,
  })
  expect(compareAt(first, second, 'd')).toMatchObject({
    first: { notComparable: 'divided' },
    second: { values: [counted(4)] },
    difference: null,
  })
})

describe('the table that reconciles old units with new ones', () => {
  test('shows what went where, and what nobody can divide', () => {
    const { rows, fromTotal, toTotal } = reconcile(
      restate(toldBefore({ a: counted(10), b: counted(5), c: counted(8), f1: counted(1), f2: counted(2) }), 'province', onto),
      'province',
      communeKinds,
    )
    expect(rows.map(({ fromUnitId, toUnitId, isUndivided, count }) => [fromUnitId, toUnitId, isUndivided, count])).toEqual(
      expect.arrayContaining([
        ['a', 'ab', false, 10],
        ['b', 'ab', false, 5],
        ['c', 'province', true, 8],
        ['f', 'f', false, 1],
        ['f', 'e', false, 2],
      ]),
    )
    expect(rows).toHaveLength(5)
    expect([fromTotal, toTotal]).toEqual([counted(26), counted(26)])
  })

  test('names what has no place, and still holds the same total', () => {
    const { rows, fromTotal, toTotal } = reconcile(
      restate(toldBefore({ a: counted(10), b: counted(5) }), 'province', { tree: after, successions: [gave('a', 'ab')] }),
      'province',
      communeKinds,
    )
    // What became of b nobody recorded, but its village lies in the new commune.
    expect(rows.map(({ toUnitId }) => toUnitId)).toEqual(['ab', 'ab'])
    expect(toTotal).toEqual(fromTotal)
    const nowhere = restate(toldBefore({ a1: counted(7), x: counted(2) }, ['x']), 'province', onto)
    expect(nowhere.unplaced.map(({ unitId }) => unitId)).toEqual(['x'])
    expect(reconcile(nowhere, 'province', communeKinds).toTotal).toEqual(counted(9))
  })

  test('whoever told what, in villages or communes: the rows make both totals, and the units of both trees the same', () => {
    const value = fc.option(fc.nat(900), { nil: undefined })
    fc.assert(
      fc.property(fc.record(Object.fromEntries([...communes, ...villages].map(id => [id, value]))), told => {
        const values = Object.entries(told).flatMap(([id, count]) => (count === undefined ? [] : [[id, counted(count)] as const]))
        const restated = restate(toldBefore(Object.fromEntries(values)), 'province', onto)
        const { rows, fromTotal, toTotal } = reconcile(restated, 'province', communeKinds)
        expect(toTotal).toEqual(fromTotal)
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(fromTotal?.count ?? 0)
        const top = restated.byPlace.get('province')?.reduce((sum, entry) => sum + (entry.values[0]?.count ?? 0), 0) ?? 0
        const parts = ['ab', 'd', 'e', 'f'].flatMap(
          id =>
            restated.onto.childrenOf
              .get(id)
              ?.map(child => child.unitId)
              .concat(id) ?? [id],
        )
        const below = parts.flatMap(id => restated.byPlace.get(id) ?? []).reduce((sum, entry) => sum + (entry.values[0]?.count ?? 0), 0)
        expect(top + below).toBe(fromTotal?.count ?? 0)
      }),
    )
  })
})

function toldBefore(told: Record<string, Value>, more: readonly string[] = []) {
  const extra = more.map(id => unitNamed(id, 'commune', 'province', { until: merged }))
  const tree = treeOn([...versions, ...extra], firstHalf)
  return addUp(levelsOf(tree, new Set([...communes, ...villages, ...more])), [new Map(Object.entries(told))])
}

function village(id: string, from: string, to: string) {
  return [unitNamed(id, 'village', from, { until: merged }), unitNamed(id, 'village', to, { from: merged })]
}

function gave(fromUnitId: string, toUnitId: string, extent: Succession['extent'] = 'whole'): Succession {
  return { fromUnitId, toUnitId, on: merged, extent, isVerified: true, basis: null }
}
