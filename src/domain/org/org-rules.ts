import { type DateRange, overlaps, type Versioned } from '../calendar/date-range.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { communeKinds, type Headcount, type OrgUnitVersion, residentialAreaKinds } from './org-unit.ts'

export type OrgRefusal =
  | 'org.unknown-unit'
  | 'org.unit-not-in-force'
  | 'org.empty-range'
  | 'org.short-name-taken'
  | 'org.versions-overlap'
  | 'org.headcount-overlaps'
  | 'org.parent-of-itself'
  | 'org.unknown-position'
  | 'org.no-mandate-to-sign'
  | 'org.signs-for-nobody'
  | 'org.unknown-appointment'
  | 'org.unknown-mandate'
  | 'org.already-ended'
  | 'org.succeeds-itself'
  | 'org.succession-circle'
  | 'org.succession-recorded'
  | 'org.merged-already'
  | 'org.unit-lives-on'
  | 'org.has-subordinates'
  | 'org.bad-file'
  | 'org.not-below-commune'
  | 'org.zone-below-province'
  | 'org.group-in-place'
  | 'org.country-on-top'
  | 'org.no-place'
  | 'org.trait-overlaps'
  | 'org.unknown-trait'

/** A new version of a unit: its days must not be empty nor meet those of another version, and it cannot hang under itself. */
export function addVersion(
  version: OrgUnitVersion,
  existing: readonly OrgUnitVersion[],
): Result<OrgUnitVersion, 'org.empty-range' | 'org.versions-overlap' | 'org.parent-of-itself'> {
  if (isEmpty(version.valid)) return refuse('org.empty-range')
  if (version.parentUnitId === version.unitId) return refuse('org.parent-of-itself')
  const met = existing.find(other => other.unitId === version.unitId && other.id !== version.id && overlaps(other.valid, version.valid))
  if (met) return refuse('org.versions-overlap', { name: met.name, from: met.valid.from, until: met.valid.until })
  return ok(version)
}

/** A new version takes over on its first day: what ran until then ends that day and stays on record. */
export function takeOver(
  version: OrgUnitVersion,
  existing: readonly OrgUnitVersion[],
): Result<
  { readonly version: OrgUnitVersion; readonly ended: Ended<OrgUnitVersion> | undefined },
  'org.empty-range' | 'org.versions-overlap' | 'org.parent-of-itself'
> {
  const ended = endOpenRange(existing, version.valid.from)
  const decision = addVersion(version, ended ? existing.map(other => (other === ended.before ? ended.after : other)) : existing)
  return decision.ok ? ok({ version, ended }) : decision
}

/**
 * A residential area lies in a commune, ward, township or special zone, and nowhere else; a special zone right below its
 * province; a clan or another group in the village or commune that keeps it in its book; the country lies in nothing.
 */
export function standBelow(
  { kind }: Pick<OrgUnitVersion, 'kind'>,
  parent: Pick<OrgUnitVersion, 'kind'>,
): Result<undefined, 'org.not-below-commune' | 'org.country-on-top' | 'org.zone-below-province' | 'org.group-in-place'> {
  if (kind === 'country') return refuse('org.country-on-top')
  if (kind === 'specialZone' && parent.kind !== 'province') return refuse('org.zone-below-province')
  if (kind === 'group' && !isWithinCommune(parent.kind)) return refuse('org.group-in-place')
  return residentialAreaKinds.includes(kind) && !communeKinds.includes(parent.kind) ? refuse('org.not-below-commune') : ok()
}

function isWithinCommune(kind: OrgUnitVersion['kind']): boolean {
  return communeKinds.includes(kind) || residentialAreaKinds.includes(kind)
}

/** How many people of a category a unit has from a day on: one number per category and day. */
export function setHeadcount(
  headcount: Headcount,
  existing: readonly Headcount[],
): Result<Headcount, 'org.empty-range' | 'org.headcount-overlaps'> {
  if (isEmpty(headcount.valid)) return refuse('org.empty-range')
  const met = existing.find(
    other =>
      other.unitId === headcount.unitId &&
      other.category === headcount.category &&
      other.id !== headcount.id &&
      overlaps(other.valid, headcount.valid),
  )
  return met ? refuse('org.headcount-overlaps', { count: met.count, from: met.valid.from, until: met.valid.until }) : ok(headcount)
}

/** What ended, as it was and as it is. */
export type Ended<Entry> = { readonly before: Entry; readonly after: Entry }

/** What still runs when something takes its place on a day: it ends that day. Undefined when nothing begun before is still open. */
export function endOpenRange<Entry extends Versioned>(existing: readonly Entry[], on: PlainDate | null): Ended<Entry> | undefined {
  if (on === null) return undefined
  const before = existing.find(({ valid }) => valid.until === null && (valid.from === null || valid.from < on))
  return before && { before, after: { ...before, valid: { from: before.valid.from, until: on } } }
}

/** What ends on a day ran until then and is kept; what has ended already is not ended again, and nothing ends before it began. */
export function endOn<Entry extends Versioned>(entry: Entry, on: PlainDate): Result<Entry, 'org.empty-range' | 'org.already-ended'> {
  const { from, until } = entry.valid
  if (until !== null && until <= on) return refuse('org.already-ended', { until })
  if (from !== null && on <= from) return refuse('org.empty-range')
  return ok({ ...entry, valid: { from, until: on } })
}

export function isEmpty(range: DateRange): boolean {
  return range.from !== null && range.until !== null && range.until <= range.from
}
