import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Succession } from '#domain/org/org-unit.ts'
import type { Db } from '../db/connect.ts'

/** The unit and everything that ever hung below it, on whatever day. */
export async function listUnitsEverBelow(tx: Db, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive down as (
      select ${unitId}::uuid as unit_id
      union
      select v.unit_id from down join org_unit_version v on v.parent_unit_id = down.unit_id
    )
    select unit_id as "unitId" from down`.execute(tx)
  return rows.map(row => row.unitId)
}

/**
 * All a unit came from and all it went into, through as many mergers and splits as there were. Who else took from the
 * same givers, and who else gave to the same heirs, is the history of those.
 */
export async function listLineage(tx: Db, unitId: string): Promise<Succession[]> {
  const { rows } = await sql<{
    fromUnitId: string
    toUnitId: string
    on: PlainDate
    extent: Succession['extent']
    isVerified: boolean
    basis: string | null
  }>`
    with recursive back as (
      select * from org_succession where to_unit_id = ${unitId}::uuid
      union
      select s.* from back join org_succession s on s.to_unit_id = back.from_unit_id and s.happened_on <= back.happened_on
    ), ahead as (
      select * from org_succession where from_unit_id = ${unitId}::uuid
      union
      select s.* from ahead join org_succession s on s.from_unit_id = ahead.to_unit_id and s.happened_on >= ahead.happened_on
    )
    select from_unit_id as "fromUnitId", to_unit_id as "toUnitId", happened_on as "on", extent, is_verified as "isVerified", basis
    from (select * from back union select * from ahead) as lineage
    order by happened_on, from_unit_id, to_unit_id`.execute(tx)
  return rows
}
