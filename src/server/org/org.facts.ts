import { allInForce } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Headcount, OrgUnitVersion } from '#domain/org/org-unit.ts'
import type { Db } from '../db/connect.ts'
import { findVersionOn, listChildrenOn, listHeadcounts } from './org.store.ts'

/** A unit as a report of a day describes it: itself with letterhead and functions, what is above and below, how many people. */
export type OrgFacts = {
  readonly unit: OrgUnitVersion
  readonly parent: OrgUnitVersion | null
  /** As the decision that set them up lists them. */
  readonly children: readonly OrgUnitVersion[]
  readonly headcounts: readonly Headcount[]
}

/** Undefined when the unit was not in force on the day. */
export async function findOrgFacts(tx: Db, unitId: string, on: PlainDate): Promise<OrgFacts | undefined> {
  const unit = await findVersionOn(tx, unitId, on)
  if (!unit) return undefined
  const parent = unit.parentUnitId === null ? undefined : await findVersionOn(tx, unit.parentUnitId, on)
  const children = await listChildrenOn(tx, unitId, on)
  return { unit, parent: parent ?? null, children, headcounts: allInForce(await listHeadcounts(tx, unitId), on) }
}
