import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DateRange } from '../calendar/date-range.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { type OrgTree, type OrgUnitKind, type OrgUnitVersion, type Succession, treeOn } from '../org/org-unit.ts'
import { addCounts, type MeritCounts, noCounts, sizeOf } from './counts.ts'
import { placesIn } from './place.ts'
import { addSums, figureOf, type MeritSum, nothing, sumsBelow } from './sum.ts'

const merged = plainDate('2025-07-01')
const before = plainDate('2025-06-30')

describe('a figure', () => {
  const counts: MeritCounts = { ...noCounts, registered: 120, reviewed: 110, recognised: 90, notReached: 10, undecided: 20, revoked: 0 }
  const sum: MeritSum = { ...nothing, counts, all: 150, everywhere: 180 }

  test('says how many, of how many, and how many there are in all', () => {
    expect(figureOf('recognised', sum)).toEqual({ measure: 'recognised', count: 90, base: 'registered', of: 120, all: 150 })
    expect(figureOf('registered', sum)).toEqual({ measure: 'registered', count: 120, base: 'all', of: 150, all: 150 })
  })

  test('is missing where nobody wrote anything down, and none only where somebody did', () => {
    expect(figureOf('revoked', sum).count).toBe(0)
    expect(figureOf('handedOver', sum).count).toBeNull()
    expect(figureOf('threeYears', sum).count).toBeNull()
    expect(figureOf('registered', nothing).count).toBeNull()
    expect(figureOf('recognised', { ...sum, counts: { ...noCounts, registered: 120, undecided: 120 } }).count).toBeNull()
  })

  test('of a row of years is a share of those recognised where the years before are on record', () => {
    const known = { ...sum, counts: { ...counts, threeYears: 30, threeYearsOf: 40 } }
    expect(figureOf('threeYears', known)).toMatchObject({ count: 30, base: 'recognisedThree', of: 40, all: 150 })
  })

  test('keeps withdrawn registrations out of the registered, and what was taken back out of the recognised', () => {
    const withdrawn = { ...counts, withdrawn: 5, revoked: 3 }
    expect(sizeOf('enlisted', withdrawn)).toBe(125)
    expect(sizeOf('conferred', withdrawn)).toBe(93)
  })
})

describe('sums', () => {
  const village = fc.record({ failed: fc.nat(20), recognised: fc.nat(50), open: fc.nat(20), others: fc.nat(40) }).map(villageSum)

  test('do not depend on order or on how places are grouped', () => {
    fc.assert(
      fc.property(fc.array(village, { maxLength: 12 }), fc.nat(12), (villages, cut) => {
        const straight = villages.reduce(addSums, nothing)
        const grouped = addSums(villages.slice(cut).reduce(addSums, nothing), villages.slice(0, cut).reduce(addSums, nothing))
        expect(grouped).toEqual(straight)
        expect(villages.toReversed().reduce(addSums, nothing)).toEqual(straight)
      }),
    )
  })

  test('keep recognised within reviewed within registered within all, and parts make the whole', () => {
    fc.assert(
      fc.property(fc.array(village, { minLength: 1, maxLength: 12 }), villages => {
        const { counts, all } = villages.reduce(addSums, nothing)
        expect(counts.recognised).toBeLessThanOrEqual(counts.reviewed)
        expect(counts.reviewed).toBeLessThanOrEqual(counts.registered)
        expect(counts.registered).toBeLessThanOrEqual(all)
        expect(counts.recognised + counts.notReached + counts.revoked + counts.undecided).toBe(counts.registered)
      }),
    )
  })

  test('a share of a sum is not the mean of shares', () => {
    const small = villageSum({ failed: 0, recognised: 1, open: 0, others: 0 })
    const large = villageSum({ failed: 50, recognised: 50, open: 0, others: 100 })
    expect(figureOf('recognised', addSums(small, large))).toMatchObject({ count: 51, of: 101, all: 201 })
  })

  test('reasons are added code by code', () => {
    const first = { ...noCounts, reasons: { 'left-out': 2, excluded: 1 } }
    expect(addCounts(first, { ...noCounts, reasons: { excluded: 4 } }).reasons).toEqual({ 'left-out': 2, excluded: 5 })
  })
})

describe('the tree of a day', () => {
  // Two communes of a district until 30/6/2025; one commune of the province since. Village C2 went into C1 the same day.
  const versions = [
    unit('province', 'province', null),
    unit('district', 'district', 'province', { until: merged }),
    unit('a', 'commune', 'district', { until: merged }),
    unit('b', 'commune', 'district', { until: merged }),
    unit('new', 'commune', 'province', { from: merged }),
    unit('a1', 'village', 'a', { until: merged }),
    unit('a1', 'village', 'new', { from: merged }),
    unit('b1', 'village', 'b', { until: merged }),
    unit('b1', 'village', 'new', { from: merged }),
    unit('b2', 'village', 'b', { until: merged }),
  ]
  const successions = [gave('a', 'new'), gave('b', 'new'), gave('b2', 'b1')]
  const [treeBefore, treeAfter] = [treeOn(versions, before), treeOn(versions, merged)]
  const facts = new Map([
    ['a1', villageSum({ failed: 1, recognised: 9, open: 0, others: 0 })],
    ['b1', villageSum({ failed: 0, recognised: 5, open: 0, others: 5 })],
    ['b2', villageSum({ failed: 2, recognised: 3, open: 0, others: 0 })],
  ])

  test('as it was and by the communes of today are two groupings of one total', () => {
    const asItWas = sumsBelow(treeBefore, 'province', at(treeBefore, facts))
    const today = sumsBelow(treeAfter, 'province', at(treeAfter, facts))
    expect(asItWas.total).toEqual(today.total)
    expect(asItWas.parts.map(({ unit: { unitId }, sum }) => [unitId, sum.counts.recognised])).toEqual([['district', 17]])
    expect(today.parts.map(({ unit: { unitId }, sum }) => [unitId, sum.counts.recognised])).toEqual([['new', 17]])
  })

  test('what a village had that is gone is counted where its people went', () => {
    const { parts } = sumsBelow(treeAfter, 'new', at(treeAfter, facts))
    expect(parts.map(({ unit: { unitId }, sum }) => [unitId, sum.counts.recognised])).toEqual([
      ['a1', 9],
      ['b1', 8],
    ])
  })

  test('a place divided among several is counted at the nearest unit above them, once', () => {
    const divided = [...successions.slice(0, 2), gave('b2', 'b1', 'part'), gave('b2', 'a1', 'part')]
    const placeOf = placesIn(treeAfter, { versions, successions: divided })
    expect(placeOf('b2')).toBe('new')
    const { total, parts, undivided } = sumsBelow(treeAfter, 'new', at(treeAfter, facts, divided))
    expect(undivided.counts.recognised).toBe(3)
    expect(parts.reduce((sum, part) => sum + part.sum.counts.recognised, 0) + undivided.counts.recognised).toBe(total.counts.recognised)
  })

  test('before a unit began, what it has is counted where it came from; who lives on keeps what it had', () => {
    expect(placesIn(treeBefore, { versions, successions })('new')).toBe('district')
    expect(placesIn(treeAfter, { versions, successions: [...successions, gave('a1', 'b1', 'part')] })('a1')).toBe('a1')
  })

  test('a unit nobody says anything of has no place, and a circle leads nowhere', () => {
    expect(placesIn(treeAfter, { versions, successions: [] })('b2')).toBeNull()
    const round = [gave('a', 'b'), gave('b', 'a')]
    expect(placesIn(treeAfter, { versions, successions: round })('a')).toBeNull()
  })

  function at(tree: OrgTree, told: ReadonlyMap<string, MeritSum>, links: readonly Succession[] = successions): Map<string, MeritSum> {
    const placeOf = placesIn(tree, { versions, successions: links })
    const sums = new Map<string, MeritSum>()
    for (const [unitId, sum] of told) {
      const place = placeOf(unitId) ?? ''
      sums.set(place, addSums(sums.get(place) ?? nothing, sum))
    }
    return sums
  }
})

type Village = { readonly failed: number; readonly recognised: number; readonly open: number; readonly others: number }

function villageSum({ failed, recognised, open, others }: Village): MeritSum {
  const registered = failed + recognised + open
  const counts = { ...noCounts, registered, reviewed: failed + recognised, recognised, notReached: failed, undecided: open }
  return { ...nothing, counts, all: registered + others, everywhere: registered + others, areas: { recorded: 1, of: 1 } }
}

function unit(unitId: string, kind: OrgUnitKind, parentUnitId: string | null, valid: Partial<DateRange> = {}): OrgUnitVersion {
  return {
    id: `${unitId} ${valid.from ?? ''}`,
    unitId,
    name: unitId,
    kind,
    parentUnitId,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: unitId,
    source: 'dữ liệu minh họa',
    valid: { from: null, until: null, ...valid },
  }
}

function gave(fromUnitId: string, toUnitId: string, extent: Succession['extent'] = 'whole'): Succession {
  return { fromUnitId, toUnitId, on: merged, extent, isVerified: true, basis: null }
}
