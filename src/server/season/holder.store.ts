import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from '../db/connect.ts'

/** The units in force on a day that a unit which ended has gone into, over however many mergers; wholes before parts. */
export async function listSuccessorsOn(tx: Db, unitId: string, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive onward as (
      select s.to_unit_id as unit_id, s.extent, s.happened_on from org_succession s
      where s.from_unit_id = ${unitId} and s.happened_on <= ${on}::date
      union
      select s.to_unit_id, least(s.extent, onward.extent), s.happened_on
      from onward join org_succession s on s.from_unit_id = onward.unit_id
        and s.happened_on >= onward.happened_on and s.happened_on <= ${on}::date
    )
    select onward.unit_id as "unitId" from onward
    where exists (select from org_unit_version v where v.unit_id = onward.unit_id and v.valid @> ${on}::date)
    group by onward.unit_id order by max(onward.extent) desc, onward.unit_id`.execute(tx)
  return rows.map(row => row.unitId)
}

/** Units gone into one of these, over however many mergers: their seasons go on there. */
export async function listPredecessors(tx: Db, unitIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive back as (
      select s.from_unit_id as unit_id, s.happened_on from org_succession s where s.to_unit_id = any(${[...unitIds]}::uuid[])
      union
      select s.from_unit_id, s.happened_on from back join org_succession s on s.to_unit_id = back.unit_id and s.happened_on <= back.happened_on
    )
    select distinct unit_id as "unitId" from back`.execute(tx)
  return rows.map(row => row.unitId)
}

/** Units of which a season has a file with anything in it. */
export async function listAreasBegun(tx: Db, seasonId: string): Promise<string[]> {
  const rows = await tx.selectFrom('seasonArea').select('areaUnitId').where('seasonId', '=', seasonId).orderBy('areaUnitId').execute()
  return rows.map(({ areaUnitId }) => areaUnitId)
}

/** Federations of labour of these units: what is below the unit is theirs to recognise, and they are not above it. */
export async function listUnionsBeside(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select unit_id as "unitId" from org_unit_version
    where parent_unit_id = any(${[...unitIds]}::uuid[]) and kind = 'tradeUnion' and valid @> ${on}::date
    order by unit_id`.execute(tx)
  return rows.map(row => row.unitId)
}
