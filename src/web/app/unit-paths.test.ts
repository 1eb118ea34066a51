import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '#domain/account/access.ts'
import { pathOf, topmost } from './unit-paths.ts'

const grant = (unitPath: readonly string[], withSubtree: boolean): Grant => ({
  role: 'officer',
  unitId: unitPath[0] ?? '',
  unitPath,
  withSubtree,
})
const actor = (...grants: Grant[]): Actor => ({ accountId: 'a', fullName: 'Lò Minh Họa', grants })
const tree = new Map([
  ['office', { unitId: 'office', parentUnitId: 'committee' }],
  ['economy', { unitId: 'economy', parentUnitId: 'office' }],
])

describe('the path of a unit, by which the rule decides what is shown', () => {
  it('climbs the known tree and goes on as the grant says', () => {
    expect(pathOf('economy', tree, actor(grant(['office', 'committee', 'province'], true)))).toEqual([
      'economy',
      'office',
      'committee',
      'province',
    ])
  })

  it('is known for a unit above one’s own', () => {
    expect(pathOf('committee', new Map(), actor(grant(['economy', 'office', 'committee', 'province'], false)))).toEqual([
      'committee',
      'province',
    ])
  })

  it('of a unit nobody told of is that unit alone', () => {
    expect(pathOf('elsewhere', tree, actor(grant(['office', 'committee'], true)))).toEqual(['elsewhere'])
  })
})

it('reads one tree where a grant lies below another with its subtree', () => {
  const grants = [
    grant(['economy', 'office', 'province'], false),
    grant(['office', 'province'], true),
    grant(['office', 'province'], false),
  ]
  expect(topmost(actor(...grants))).toEqual(['office'])
})
