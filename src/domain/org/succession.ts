import { inForce } from '../calendar/date-range.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Ended } from './org-rules.ts'
import type { OrgUnitVersion, Succession } from './org-unit.ts'

/** What a succession is judged by. */
export type SuccessionFacts = {
  readonly fromVersions: readonly OrgUnitVersion[]
  readonly toVersions: readonly OrgUnitVersion[]
  /** How many units hang under the one that gives, on that day or later. */
  readonly subordinates: number
  /** What is told already: everything about the unit that gives, and whatever else happened on that day. */
  readonly known: readonly Succession[]
}

type SuccessionRefusal =
  | 'org.succeeds-itself'
  | 'org.unit-not-in-force'
  | 'org.succession-circle'
  | 'org.merged-already'
  | 'org.unit-lives-on'
  | 'org.has-subordinates'

/**
 * A merger or a split: what was there on the day before went to what is there on the day. A unit that gave all, or all
 * that was left, ends that day; one that gave a part lives on.
 */
export function recordSuccession(
  succession: Succession,
  facts: SuccessionFacts,
): Result<{ readonly succession: Succession; readonly ended: Ended<OrgUnitVersion> | undefined }, SuccessionRefusal> {
  const { fromUnitId, toUnitId, on, extent } = succession
  if (fromUnitId === toUnitId) return refuse('org.succeeds-itself')
  const last = inForce(facts.fromVersions, addDays(on, -1))
  if (!last) return refuse('org.unit-not-in-force', { name: nameOf(facts.fromVersions), on: addDays(on, -1) })
  if (!inForce(facts.toVersions, on)) return refuse('org.unit-not-in-force', { name: nameOf(facts.toVersions), on })
  if (leadsTo(fromUnitId, succession, facts.known)) return refuse('org.succession-circle', { on })
  if (extent === 'part') return ok({ succession, ended: undefined })
  const merged = facts.known.find(other => other.fromUnitId === fromUnitId && other.extent === 'whole' && other.on >= on)
  if (merged) return refuse('org.merged-already', { on: merged.on })
  const livesOn = firstDayAfter(succession, facts)
  if (livesOn) return refuse('org.unit-lives-on', { name: last.name, on: livesOn })
  if (facts.subordinates > 0) return refuse('org.has-subordinates', { name: last.name, count: facts.subordinates })
  return ok({ succession, ended: endVersion(last, on) })
}

/** Nothing to end where a list of units ended it that day already. */
function endVersion(before: OrgUnitVersion, on: PlainDate): Ended<OrgUnitVersion> | undefined {
  return before.valid.until === on ? undefined : { before, after: { ...before, valid: { from: before.valid.from, until: on } } }
}

/** A day, from that of the succession on, for which something is told of the unit that gives: a version, or another succession. */
function firstDayAfter({ fromUnitId, on }: Succession, { fromVersions, known }: SuccessionFacts): PlainDate | undefined {
  const begun = fromVersions.flatMap(({ valid }) => (valid.from !== null && valid.from >= on ? [valid.from] : []))
  const gave = known.filter(other => other.fromUnitId === fromUnitId && other.on > on)
  const took = known.filter(other => other.toUnitId === fromUnitId && other.on >= on)
  return [...begun, ...[...gave, ...took].map(other => other.on)].toSorted()[0]
}

/** Whether what was given would come back on the same day, straight or through others. */
function leadsTo(unitId: string, { toUnitId, on }: Succession, known: readonly Succession[]): boolean {
  const reached = new Set([toUnitId])
  for (const giver of reached) for (const other of known) if (other.on === on && other.fromUnitId === giver) reached.add(other.toUnitId)
  return reached.has(unitId)
}

function nameOf(versions: readonly OrgUnitVersion[]): string | null {
  return versions.at(-1)?.name ?? null
}
