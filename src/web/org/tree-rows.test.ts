import { describe, expect, it } from 'vitest'
import type { OrgTreeRow } from '#contract/org.ts'
import { always } from '#domain/calendar/date-range.ts'
import { foldedAtFirst, shownRows } from './tree-rows.ts'

const unit = (unitId: string, parentUnitId: string | null, depth: number, more: Partial<OrgTreeRow> = {}): OrgTreeRow => ({
  unitId,
  name: unitId,
  kind: 'commune',
  parentUnitId,
  code: null,
  calledInText: unitId,
  valid: always,
  namedAfterPerson: false,
  depth,
  ...more,
})
const units = [
  unit('tinh', null, 0, { kind: 'province', name: 'Sơn La' }),
  unit('moc-chau', 'tinh', 1, { kind: 'district', name: 'Mộc Châu' }),
  unit('chieng-son', 'moc-chau', 2, { name: 'Chiềng Sơn', code: '03985' }),
  unit('long-sap', 'moc-chau', 2, { name: 'Lóng Sập' }),
  unit('van-ho', 'tinh', 1, { kind: 'district', name: 'Vân Hồ' }),
  unit('chieng-xuan', 'van-ho', 2, { name: 'Chiềng Xuân' }),
]
const ids = (rows: ReturnType<typeof shownRows>): string[] => rows.map(row => row.unit.unitId)

describe('the tree as it is drawn', () => {
  it('leaves out what is folded away, and nothing beside it', () => {
    const rows = shownRows(units, { folded: new Set(['moc-chau']), search: '' })
    expect(ids(rows)).toEqual(['tinh', 'moc-chau', 'van-ho', 'chieng-xuan'])
    expect(rows.map(row => row.fold)).toEqual(['open', 'folded', 'open', 'none'])
  })

  it('keeps the way to what was found, folded or not, without diacritics or by code', () => {
    const folded = new Set(['moc-chau', 'van-ho'])
    const rows = shownRows(units, { folded, search: 'chieng' })
    expect(ids(rows)).toEqual(['tinh', 'moc-chau', 'chieng-son', 'van-ho', 'chieng-xuan'])
    expect(rows.filter(row => row.isWay).map(row => row.unit.unitId)).toEqual(['tinh', 'moc-chau', 'van-ho'])
    expect(ids(shownRows(units, { folded, search: '03985' }))).toEqual(['tinh', 'moc-chau', 'chieng-son'])
    expect(shownRows(units, { folded, search: 'không có' })).toEqual([])
  })

  it('opens a small tree whole, a large one folded by district save the way to the open unit', () => {
    expect(foldedAtFirst(units, undefined)).toEqual(new Set())
    const large = [...units, ...Array.from({ length: 300 }, (_, i) => unit(`xa-${i}`, 'van-ho', 2))]
    expect(foldedAtFirst(large, 'chieng-son')).toEqual(new Set(['van-ho']))
    expect(ids(shownRows(large, { folded: foldedAtFirst(large, undefined), search: '' }))).toEqual(['tinh', 'moc-chau', 'van-ho'])
  })
})
