import type { Actor } from '#domain/account/access.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'

type Placed = Pick<OrgUnitVersion, 'unitId' | 'parentUnitId'>

/** Grants whose unit does not lie below another grant with a subtree: their trees hold all the rest. */
export function topmost(actor: Actor): string[] {
  const wide = actor.grants.filter(grant => grant.withSubtree)
  const kept = actor.grants.filter(grant => !wide.some(other => other.unitId !== grant.unitId && grant.unitPath.includes(other.unitId)))
  return [...new Set(kept.map(grant => grant.unitId))]
}

/** From a unit up to the top: along the trees that are known here, then as the grants themselves say. */
export function pathOf(unitId: string, byId: ReadonlyMap<string, Placed>, actor: Actor): string[] {
  const path: string[] = []
  for (let next: string | null = unitId; next !== null && !path.includes(next); next = byId.get(next)?.parentUnitId ?? null) {
    const known: string = next
    const grant = actor.grants.find(candidate => candidate.unitPath.includes(known))
    if (grant) return [...path, ...grant.unitPath.slice(grant.unitPath.indexOf(known))]
    path.push(known)
  }
  return path
}
