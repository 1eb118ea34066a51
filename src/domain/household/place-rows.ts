import { searchKey } from '../kit/text.ts'
import { communeKinds, type OrgUnitKind, type OrgUnitVersion, residentialAreaKinds } from '../org/org-unit.ts'
import type { ImportRow } from './import-row.ts'

/** The places a list may name: the residential areas of a unit, each with its commune. */
export type Places = {
  /** Where every row belongs when the list is of one residential area alone. */
  readonly only: string | null
  readonly byName: ReadonlyMap<string, readonly Place[]>
}
type Place = { readonly unitId: string; readonly name: string; readonly communeKey: string }
type Unit = Pick<OrgUnitVersion, 'unitId' | 'name' | 'kind' | 'parentUnitId'>

/** By name, from the units of a subtree on a day. */
export function placesOf(units: readonly Unit[], unitId: string): Places {
  const unitOf = new Map(units.map(unit => [unit.unitId, unit]))
  const areas = units.filter(({ kind }) => residentialAreaKinds.includes(kind))
  const places = areas.map(({ unitId: id, name, parentUnitId }) => {
    const commune = parentUnitId === null ? undefined : unitOf.get(parentUnitId)
    return { unitId: id, name, communeKey: commune && isCommune(commune.kind) ? areaKey(commune.name) : '' }
  })
  return { only: areas.some(area => area.unitId === unitId) ? unitId : null, byName: Map.groupBy(places, ({ name }) => areaKey(name)) }
}

function isCommune(kind: OrgUnitKind): boolean {
  return communeKinds.includes(kind)
}

export type PlacedRow = { readonly ok: true; readonly areaUnitId: string } | { readonly ok: false; readonly reason: string }

/** Where a row belongs. Names are compared with their marks; two places of one name are told apart by the commune. */
export function placeRow({ areaName, communeName }: Pick<ImportRow, 'areaName' | 'communeName'>, places: Places): PlacedRow {
  if (areaName === '' && places.only !== null) return { ok: true, areaUnitId: places.only }
  const named = places.byName.get(areaKey(areaName)) ?? []
  const commune = areaKey(communeName)
  const meant = named.filter(place => commune === '' || place.communeKey === '' || place.communeKey === commune)
  const [place] = meant
  if (place && meant.length === 1) return { ok: true, areaUnitId: place.unitId }
  if (meant.length > 1) return { ok: false, reason: `có ${meant.length} nơi tên “${areaName}”: thêm cột xã, phường` }
  if (named.length > 0) return { ok: false, reason: `“${areaName}” không thuộc “${communeName}” vào ngày tính sổ` }
  return { ok: false, reason: `không có “${areaName}” trong đơn vị${guess(areaName, places)}` }
}

/** A name that differs in marks only is offered, never taken. */
function guess(areaName: string, { byName }: Places): string {
  const key = searchKey(areaKey(areaName))
  for (const [name, [place]] of byName) if (place && searchKey(name) === key) return `; có phải “${place.name}”?`
  return ''
}

/** A place by its own name, whatever kind is written before it. */
export function areaKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(thôn|bản|tiểu khu|tổ dân phố|tdp|khu dân cư|khu phố|xã|phường|thị trấn)\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
