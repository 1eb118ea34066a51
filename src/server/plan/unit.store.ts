import { sql } from 'kysely'
import type { AssignableUnit } from '#contract/plan.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from '../db/connect.ts'
import { listUnitsBelow } from '../org/org.store.ts'

/** Bodies that stand beside the administration are not "phòng, ban, đơn vị trực thuộc". */
const besideTheOffice = ['steeringCommittee', 'partyCell', 'tradeUnion', 'youthUnion', 'fatherlandFront']

/** A unit and everything below it on a day, in the order of the decisions that set them up. */
export async function listUnitsToAssign(tx: Db, unitId: string, on: PlainDate): Promise<AssignableUnit[]> {
  const rows = await tx
    .selectFrom('orgUnitVersion')
    .innerJoin('orgUnit', 'orgUnit.id', 'orgUnitVersion.unitId')
    .select(['orgUnitVersion.unitId', 'name', 'calledInText', 'shortName', 'kind', 'parentUnitId'])
    .where('orgUnitVersion.unitId', 'in', await listUnitsBelow(tx, unitId, on))
    .where(sql<boolean>`valid @> ${on}::date`)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(({ kind, parentUnitId, ...unit }) => ({
    ...unit,
    isDirect: parentUnitId === unitId && !besideTheOffice.includes(kind),
  }))
}
