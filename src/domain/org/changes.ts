import { inForce } from '../calendar/date-range.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { compareText } from '../kit/text.ts'
import type { OrgUnitVersion } from './org-unit.ts'

/** What a day brought to a unit, the weightiest first; `other` is what the tree does not show, such as its functions. */
export type UnitChangeKind = 'ended' | 'began' | 'moved' | 'renamed' | 'rekinded' | 'other'

/** One unit on a day on which it is not what it was the day before. */
export type UnitChange = {
  readonly unitId: string
  /** All that changed at once: a unit may be renamed and moved by one text. */
  readonly kinds: readonly UnitChangeKind[]
  readonly before: OrgUnitVersion | null
  readonly after: OrgUnitVersion | null
}

/** How much a day brought: units by what happened to them. */
export type ChangeDay = { readonly on: PlainDate; readonly counts: Readonly<Partial<Record<UnitChangeKind, number>>> }

/** The days on which anything changed, oldest first. What has no first day was there before the data begin, and brought no change. */
export function changeDays(versions: readonly OrgUnitVersion[]): ChangeDay[] {
  const days = versions.flatMap(({ valid }) => [valid.from, valid.until]).filter(day => day !== null)
  const ofUnit = Map.groupBy(versions, version => version.unitId)
  return [...new Set(days)].toSorted().map(on => ({ on, counts: countKinds(changesOfUnits(ofUnit, on)) }))
}

/** What changed on a day against the day before, by name. */
export function changesOn(versions: readonly OrgUnitVersion[], on: PlainDate): UnitChange[] {
  const changes = changesOfUnits(
    Map.groupBy(versions, version => version.unitId),
    on,
  )
  return changes.toSorted((a, b) => compareText(nameOf(a), nameOf(b)))
}

function changesOfUnits(ofUnit: ReadonlyMap<string, readonly OrgUnitVersion[]>, on: PlainDate): UnitChange[] {
  return [...ofUnit].flatMap(([unitId, versions]) => {
    const before = inForce(versions, addDays(on, -1)) ?? null
    const after = inForce(versions, on) ?? null
    return before === after ? [] : [{ unitId, kinds: kindsOf(before, after), before, after }]
  })
}

function kindsOf(before: OrgUnitVersion | null, after: OrgUnitVersion | null): UnitChangeKind[] {
  if (!after) return ['ended']
  if (!before) return ['began']
  const kinds: UnitChangeKind[] = []
  if (before.parentUnitId !== after.parentUnitId) kinds.push('moved')
  if (before.name !== after.name) kinds.push('renamed')
  if (before.kind !== after.kind) kinds.push('rekinded')
  return kinds.length > 0 ? kinds : ['other']
}

function countKinds(changes: readonly UnitChange[]): ChangeDay['counts'] {
  const counts: Partial<Record<UnitChangeKind, number>> = {}
  for (const kind of changes.flatMap(change => change.kinds)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

function nameOf({ before, after }: UnitChange): string {
  return (after ?? before)?.name ?? ''
}
