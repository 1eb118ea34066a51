import { readFileSync } from 'node:fs'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { type ListedVersion, traceLineage } from '#domain/org/lineage.ts'
import { communeKinds, type OrgUnitVersion, type Succession } from '#domain/org/org-unit.ts'
import { readUnitList } from '#server/org/unit-list.ts'
import { unitNamed } from './consolidating.ts'

/** Resolution 1681/NQ-UBTVQH15: 75 communes and wards instead of 200, districts end. */
export const mergerDay = plainDate('2025-07-01')
export const lastDayBefore = addDays(mergerDay, -1)

const idOf = ({ code, valid }: ListedVersion): string => `${code} ${valid.from ?? ''}`

/** The real units of Sơn La with the days they stood and who followed whom, as their list tells. */
export function unitsOfSonLa(): { readonly versions: OrgUnitVersion[]; readonly successions: Succession[] } {
  const text = readFileSync(new URL('../src/server/demo/sonla-units.csv', import.meta.url), 'utf8')
  const { lineage } = traceLineage(readUnitList(text).versions)
  return {
    versions: lineage.versions.map(({ listed, origin, parentOrigin }) => ({
      ...unitNamed(idOf(origin), listed.kind, parentOrigin && idOf(parentOrigin), listed.valid),
      name: listed.name,
      code: listed.code,
    })),
    successions: lineage.successions.map(({ from, to, ...rest }) => ({ ...rest, fromUnitId: idOf(from), toUnitId: idOf(to), basis: null })),
  }
}

/** The same with invented villages, so many below each commune of the last day before the merger; they go where it goes. */
export function withVillages({ versions, successions }: ReturnType<typeof unitsOfSonLa>, perCommune: number): OrgUnitVersion[] {
  const heirOf = new Map(successions.filter(({ on }) => on === mergerDay).map(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]))
  const communes = versions.filter(({ kind, valid }) => communeKinds.includes(kind) && valid.until === mergerDay)
  const villages = communes.flatMap(({ unitId, valid }) =>
    Array.from({ length: perCommune }, (_, i) => [
      unitNamed(`${unitId} village ${i}`, 'village', unitId, { from: valid.from, until: mergerDay }),
      unitNamed(`${unitId} village ${i}`, 'village', heirOf.get(unitId) ?? unitId, { from: mergerDay }),
    ]).flat(),
  )
  return [...versions, ...villages]
}
