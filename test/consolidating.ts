import fc from 'fast-check'
import type { DateRange } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Value } from '#domain/indicator/value.ts'
import { type OrgTree, type OrgUnitKind, type OrgUnitVersion, treeOn } from '#domain/org/org-unit.ts'

/** A unit of an invented tree, called by its id. */
export function unitNamed(unitId: string, kind: OrgUnitKind, parentUnitId: string | null, valid: Partial<DateRange> = {}): OrgUnitVersion {
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

export const counted = (count: number): Value => ({ quality: 'counted', count })
export const about = (qualifier: 'trên' | 'gần' | 'khoảng', count: number): Value => ({ quality: 'estimated', count, qualifier })

export const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.nat(5000).map(counted),
  fc.tuple(fc.constantFrom('trên', 'gần', 'khoảng'), fc.nat(5000)).map(([word, count]) => about(word, count)),
)

/** A province of communes and their villages: `c2`, `c2-1`. */
export function provinceOf(villagesPerCommune: readonly number[]): { readonly versions: OrgUnitVersion[]; readonly tree: OrgTree } {
  const versions = [
    unitNamed('province', 'province', null),
    ...villagesPerCommune.flatMap((count, c) => [
      unitNamed(`c${c}`, 'commune', 'province'),
      ...Array.from({ length: count }, (_, v) => unitNamed(`c${c}-${v}`, 'village', `c${c}`)),
    ]),
  ]
  return { versions, tree: treeOn(versions, plainDate('2025-12-14')) }
}

/** A province of which some villages and communes told something, and some did not. */
export const anyTelling = fc.array(fc.nat(5), { minLength: 1, maxLength: 6 }).chain(shape => {
  const { tree, versions } = provinceOf(shape)
  const owing = versions.map(({ unitId }) => unitId).filter(unitId => unitId !== 'province')
  return fc
    .array(fc.option(anyValue, { freq: 2 }), { minLength: owing.length, maxLength: owing.length })
    .map(values => ({ tree, versions, owing, told: new Map(owing.flatMap((id, i) => (values[i] ? [[id, values[i]] as const] : []))) }))
})
