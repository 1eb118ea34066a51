import { allInForce, overlaps, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { isEmpty } from './org-rules.ts'
import { communeKinds, type OrgUnitKind, type OrgUnitVersion, residentialAreaKinds } from './org-unit.ts'

/** What a place is beyond its kind, as decisions list it: 122/2018/NĐ-CP, Art. 5 asks fewer points of households there. */
export const placeTraitNames = ['mountain', 'island', 'especiallyDisadvantaged'] as const
export type PlaceTraitName = (typeof placeTraitNames)[number]

/** A place bears a trait during some days, by the decision that lists it. */
export type PlaceTrait = Versioned & {
  readonly id: string
  readonly unitId: string
  readonly trait: PlaceTraitName
  readonly basis: string
}

/** Communes and residential areas bear traits, each once at a time. Provinces do not: the law speaks of communes. */
export function addTrait(
  trait: PlaceTrait,
  { kind, existing }: { readonly kind: OrgUnitKind; readonly existing: readonly PlaceTrait[] },
): Result<PlaceTrait, 'org.empty-range' | 'org.no-place' | 'org.trait-overlaps'> {
  if (isEmpty(trait.valid)) return refuse('org.empty-range')
  if (!isPlace(kind)) return refuse('org.no-place')
  const met = existing.find(
    other => other.unitId === trait.unitId && other.trait === trait.trait && other.id !== trait.id && overlaps(other.valid, trait.valid),
  )
  return met ? refuse('org.trait-overlaps', { from: met.valid.from, until: met.valid.until }) : ok(trait)
}

/** What holds at a place on a day: its own traits, and for a residential area those of its commune. */
export function traitsAt(
  path: readonly Pick<OrgUnitVersion, 'unitId' | 'kind'>[],
  traits: readonly PlaceTrait[],
  on: PlainDate,
): PlaceTrait[] {
  const places = path.filter(({ kind }) => isPlace(kind)).map(({ unitId }) => unitId)
  return allInForce(traits, on).filter(({ unitId }) => places.includes(unitId))
}

/** Whether decisions list such a unit by what it is. */
export function isPlace(kind: OrgUnitKind): boolean {
  return communeKinds.includes(kind) || residentialAreaKinds.includes(kind)
}
