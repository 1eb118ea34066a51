import { describe, expect, test } from 'vitest'
import { aCandidate } from '../../../test/season.ts'
import { bookNamed } from '../../../test/title-law.ts'
import type { Proposal } from './decision.ts'
import { type CapFacts, checkCap, withinPraiseCap } from './praise-cap.ts'

const rule = bookNamed('GK-GDVH.ND122').praise
const ids = ['a', 'b', 'c']
const proposal: Proposal = { recognised: ids.map(id => aCandidate(id)), failed: [], heldBack: [], open: [], reachedOnly: [] }

describe('the cap on praise', () => {
  test('is 15 of a hundred of all who have the years, less those praised already; a part of a place is none', () => {
    expect(placed({ withAllYears: 20 })).toEqual([['a', 'b', 'c'], [], []])
    expect(placed({ withAllYears: 19 })).toEqual([['a', 'b'], ['c'], []])
    expect(placed({ withAllYears: 20, taken: 2 })).toEqual([['a'], ['b', 'c'], []])
    expect(placed({ withAllYears: 20, taken: 4 })).toEqual([[], ['a', 'b', 'c'], []])
  })

  test('leaves open who is tied over the last place, unless the province tells them apart', () => {
    const even = new Map(ids.map(id => [id, 30]))
    expect(placed({ withAllYears: 13, votesFor: even })).toEqual([[], [], ['a', 'b', 'c']])
    expect(placed({ withAllYears: 13, votesFor: even, tieRule: 'noneOfThem' })).toEqual([[], ['a', 'b', 'c'], []])
    const points = new Map([
      ['a', 80],
      ['b', 95],
      ['c', 80],
    ] as const)
    expect(placed({ withAllYears: 13, votesFor: even, points, tieRule: 'morePoints' })).toEqual([['b'], ['a', 'c'], []])
  })

  test('holds for whom the leader answers for, too', () => {
    expect(checkCap(proposal, facts({ withAllYears: 20 })).ok).toBe(true)
    expect(checkCap(proposal, facts({ withAllYears: 20, taken: 1 }))).toMatchObject({
      code: 'season.over-cap',
      details: { told: 3, places: 2, of: 20, taken: 1 },
    })
  })
})

function facts(changes: Partial<CapFacts>): CapFacts {
  if (!rule) throw new Error('no praise')
  const votesFor = new Map([
    ['a', 40],
    ['b', 35],
    ['c', 30],
  ] as const)
  return { rule, withAllYears: 0, taken: 0, tieRule: null, votesFor, points: new Map(), ...changes }
}

/** Who is praised, who is not, and who waits. */
function placed(changes: Partial<CapFacts>): string[][] {
  const { recognised, failed, open } = withinPraiseCap(proposal, facts(changes))
  return [recognised.map(({ id }) => id), failed.map(({ candidate }) => candidate.id), open.map(({ candidate }) => candidate.id)]
}
