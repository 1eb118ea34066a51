import { describe, expect, test } from 'vitest'
import { always, type DateRange } from '../calendar/date-range.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { existsOn, type OrgUnitVersion, pathOf, subordinatesOf, treeOn, validOf } from './org-unit.ts'

const merged = plainDate('2025-07-01')
const before = addDays(merged, -1)
const versions = [
  version('province', null, always),
  version('vanHo', 'province', { from: null, until: merged }, { kind: 'district' }),
  version('chiengXuan', 'vanHo', { from: null, until: merged }, { kind: 'commune', name: 'Chiềng Xuân' }),
  version('chiengSon', 'province', { from: merged, until: null }, { kind: 'commune', name: 'Chiềng Sơn' }),
  version('muongLan', 'vanHo', { from: null, until: merged }, { kind: 'commune', name: 'Mường Lạn' }),
  version('muongLan', 'province', { from: merged, until: null }, { kind: 'commune', name: 'Mường Lạn' }),
]

describe('the tree', () => {
  test('has a district on its last day, and none on the first day out', () => {
    expect(pathOf(treeOn(versions, before), 'muongLan')).toEqual(['muongLan', 'vanHo', 'province'])
    expect(pathOf(treeOn(versions, merged), 'muongLan')).toEqual(['muongLan', 'province'])
    expect(pathOf(treeOn(versions, merged), 'vanHo')).toEqual([])
  })

  test('lists everything below, nearest first', () => {
    const names = subordinatesOf(treeOn(versions, before), 'province').map(({ unitId }) => unitId)
    expect(names).toEqual(['vanHo', 'chiengXuan', 'muongLan'])
    expect(subordinatesOf(treeOn(versions, merged), 'vanHo')).toEqual([])
  })

  test('keeps siblings as the decision lists them, else in dictionary order', () => {
    const siblings = ['Đông', 'Dong', 'An'].map(name => version(name, 'province', always, { name }))
    const office = version('z', 'province', always, { name: 'Văn phòng', position: -1 })
    const { childrenOf } = treeOn([...siblings, office, version('province', null, always)], merged)
    expect(childrenOf.get('province')?.map(({ name }) => name)).toEqual(['Văn phòng', 'An', 'Dong', 'Đông'])
  })

  test('does not run for ever where data go round in a circle', () => {
    const tree = treeOn([version('a', 'b', always), version('b', 'a', always)], merged)
    expect(pathOf(tree, 'a')).toEqual(['a', 'b'])
  })
})

describe('a unit', () => {
  test('exists on the days of its versions only', () => {
    expect([existsOn(versions, 'chiengXuan', before), existsOn(versions, 'chiengXuan', merged)]).toEqual([true, false])
    expect([existsOn(versions, 'chiengSon', before), existsOn(versions, 'chiengSon', merged)]).toEqual([false, true])
    expect(existsOn(versions, 'nobody', merged)).toBe(false)
    expect(validOf(versions, 'muongLan')).toHaveLength(2)
  })
})

function version(unitId: string, parentUnitId: string | null, valid: DateRange, changes: Partial<OrgUnitVersion> = {}): OrgUnitVersion {
  return {
    id: `${unitId}/${valid.from}`,
    unitId,
    name: unitId,
    kind: 'province',
    parentUnitId,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: unitId,
    source: 'ví dụ',
    valid,
    ...changes,
  }
}
