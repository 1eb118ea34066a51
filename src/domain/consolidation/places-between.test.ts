import { describe, expect, test } from 'vitest'
import { unitNamed } from '../../../test/consolidating.ts'
import { type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { type Succession, treeOn } from '../org/org-unit.ts'
import { placesBetween } from './places-between.ts'

const [first, second] = [plainDate('2023-07-01'), plainDate('2025-07-01')]

// x became y in 2023, y and z became w in 2025; s stands throughout; village v lies in w and is as old as w.
const versions = [
  unitNamed('province', 'province', null),
  unitNamed('north', 'district', 'province', { until: second }),
  unitNamed('south', 'district', 'province', { until: second }),
  unitNamed('x', 'commune', 'north', { until: first }),
  unitNamed('y', 'commune', 'north', { from: first, until: second }),
  unitNamed('z', 'commune', 'south', { until: second }),
  unitNamed('w', 'commune', 'province', { from: second }),
  unitNamed('s', 'commune', 'province'),
  unitNamed('v', 'village', 'w', { from: second }),
]
const [oldest, middle, newest] = ['2022-06-14', '2024-06-14', '2025-12-14'].map(on => treeOn(versions, plainDate(on)))
if (!oldest || !middle || !newest) throw new Error('three days, three trees')
const history = [gave('x', 'y', first), gave('y', 'w', second), gave('z', 'w', second)]

describe('where a unit’s figure belongs on another day', () => {
  test('follows one merger after another, and back', () => {
    expect(placesBetween(oldest, newest, history)('x')).toEqual({ at: 'w', among: [] })
    expect(placesBetween(newest, oldest, history)('w')).toMatchObject({ at: 'province', among: ['x', 'z'] })
    expect(placesBetween(middle, oldest, history)('y')).toEqual({ at: 'x', among: [] })
  })

  test('takes no step outside the days between', () => {
    expect(placesBetween(oldest, middle, history)('x')).toEqual({ at: 'y', among: [] })
    expect(placesBetween(middle, middle, history)('y')).toEqual({ at: 'y', among: [] })
  })

  test('what came on the day another part went did not go with it', () => {
    const sameDay = [...history, gave('w', 's', second, 'part')]
    expect(placesBetween(middle, newest, sameDay)('z')).toEqual({ at: 'w', among: [] })
  })

  test('a unit that stands and gave or took a part is divided from the other, on both sides', () => {
    const parted = [...history, gave('s', 'w', second, 'part')]
    expect(placesBetween(middle, newest, parted)('s')).toMatchObject({ at: 'province', among: ['w', 's'] })
    expect(placesBetween(newest, middle, parted)('w').among.toSorted()).toEqual(['s', 'y', 'z'])
  })

  test('of what went to a unit and to one below it, neither is the whole', () => {
    const parted = [gave('x', 'w', second, 'part'), gave('x', 'v', second, 'part')]
    expect(placesBetween(oldest, newest, parted)('x').at).toBe('province')
  })

  test('is unknown where nobody recorded what became of it', () => {
    expect(placesBetween(oldest, newest, [])('x')).toEqual({ at: null, among: [] })
  })
})

function gave(fromUnitId: string, toUnitId: string, on: PlainDate, extent: Succession['extent'] = 'whole'): Succession {
  return { fromUnitId, toUnitId, on, extent, isVerified: true, basis: null }
}
