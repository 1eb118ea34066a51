import { describe, expect, it } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { standBelow } from './org-rules.ts'
import { addTrait, type PlaceTrait, traitsAt } from './place-trait.ts'

const trait: PlaceTrait = {
  id: 'một',
  unitId: 'xã',
  trait: 'mountain',
  valid: { from: plainDate('2021-06-04'), until: plainDate('2025-07-01') },
  basis: 'Quyết định minh họa',
}
const path = [
  { unitId: 'bản', kind: 'village' },
  { unitId: 'xã', kind: 'commune' },
  { unitId: 'tỉnh', kind: 'province' },
] as const

const held = (day: string): string[] => traitsAt(path, [trait], plainDate(day)).map(({ unitId }) => unitId)

describe('what a place is', () => {
  it('holds for its villages from the first day in to the last', () => {
    expect([held('2021-06-03'), held('2021-06-04'), held('2025-06-30'), held('2025-07-01')]).toEqual([[], ['xã'], ['xã'], []])
  })

  it('is not had from a province: the law speaks of communes', () => {
    expect(traitsAt(path, [{ ...trait, unitId: 'tỉnh' }], plainDate('2022-01-01'))).toEqual([])
    expect(addTrait(trait, { kind: 'province', existing: [] })).toMatchObject({ code: 'org.no-place' })
  })

  it('is recorded once for the same days', () => {
    const again = { ...trait, id: 'hai', valid: { from: plainDate('2025-06-30'), until: null } }
    expect(addTrait(again, { kind: 'commune', existing: [trait] })).toMatchObject({ code: 'org.trait-overlaps' })
    expect(
      addTrait({ ...again, valid: { from: plainDate('2025-07-01'), until: null } }, { kind: 'commune', existing: [trait] }),
    ).toMatchObject({
      ok: true,
    })
  })
})

it('a residential area lies in a commune, ward or township', () => {
  expect(standBelow({ kind: 'village' }, { kind: 'commune' })).toMatchObject({ ok: true })
  expect(standBelow({ kind: 'neighbourhood' }, { kind: 'ward' })).toMatchObject({ ok: true })
  expect(standBelow({ kind: 'village' }, { kind: 'province' })).toMatchObject({ code: 'org.not-below-commune' })
  expect(standBelow({ kind: 'department' }, { kind: 'agency' })).toMatchObject({ ok: true })
})

it('provinces lie in the country, and the country in nothing', () => {
  expect(standBelow({ kind: 'province' }, { kind: 'country' })).toMatchObject({ ok: true })
  expect(standBelow({ kind: 'country' }, { kind: 'agency' })).toMatchObject({ code: 'org.country-on-top' })
})

it('a special zone lies right below its province, and has residential areas of its own', () => {
  expect(standBelow({ kind: 'specialZone' }, { kind: 'province' })).toMatchObject({ ok: true })
  expect(standBelow({ kind: 'specialZone' }, { kind: 'district' })).toMatchObject({ code: 'org.zone-below-province' })
  expect(standBelow({ kind: 'hamlet' }, { kind: 'specialZone' })).toMatchObject({ ok: true })
})

it('a clan is kept in the book of a village or a commune, an enterprise by whoever registers it', () => {
  expect(standBelow({ kind: 'group' }, { kind: 'village' })).toMatchObject({ ok: true })
  expect(standBelow({ kind: 'group' }, { kind: 'ward' })).toMatchObject({ ok: true })
  expect(standBelow({ kind: 'group' }, { kind: 'province' })).toMatchObject({ code: 'org.group-in-place' })
  expect(standBelow({ kind: 'enterprise' }, { kind: 'commune' })).toMatchObject({ ok: true })
})
