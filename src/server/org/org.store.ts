import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from '../db/connect.ts'

/** From the unit up to the top on a day. A unit not in force then stands alone under its last parent. */
export async function findUnitPath(tx: Db, unitId: string, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive up as (
      select unit_id, parent_unit_id, 1 as depth from (
        select unit_id, parent_unit_id from org_unit_version
        where unit_id = ${unitId} and lower(valid) is not distinct from (
          select lower(valid) from org_unit_version where unit_id = ${unitId}
          order by (valid @> ${on}::date) desc, upper(valid) desc nulls first limit 1)
        limit 1) as own
      union all
      select v.unit_id, v.parent_unit_id, up.depth + 1
      from up join org_unit_version v on v.unit_id = up.parent_unit_id and v.valid @> ${on}::date
      where up.depth < 20
    )
    select unit_id as "unitId" from up order by depth`.execute(tx)
  return rows.map(row => row.unitId)
}

/** Which of these units had a version in force on a day, with the name they bore. */
export async function listUnitNames(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('orgUnitVersion')
    .select(['unitId', 'calledInText'])
    .where('unitId', 'in', [...unitIds])
    .where(sql<boolean>`valid @> ${on}::date`)
    .execute()
  return new Map(rows.map(row => [row.unitId, row.calledInText]))
}

/** The unit and everything below it on a day. */
export async function listUnitsBelow(tx: Db, unitId: string, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive down as (
      select ${unitId}::uuid as unit_id, 1 as depth
      union
      select v.unit_id, down.depth + 1 from down
      join org_unit_version v on v.parent_unit_id = down.unit_id and v.valid @> ${on}::date
      where down.depth < 20
    )
    select unit_id as "unitId" from down`.execute(tx)
  return rows.map(row => row.unitId)
}
