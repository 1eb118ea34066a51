import { sql } from 'kysely'
import type { Level } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'

type StandingBelow = { readonly level: Level; readonly of: number; readonly handedIn: number; readonly missing: string[] }

/** Of all that hand in below a unit, level by level, how many have, and who right below it has not. */
export async function listStandingBelow(tx: Db, requestId: string, unitId: string): Promise<StandingBelow[]> {
  const { rows } = await sql<StandingBelow>`
    with recursive below as (
      select unit_id, level, receives, state in ('open', 'sentBack') as is_missing, true as is_right_below
      from report_obligation where partition_id = ${unitId}::uuid and request_id = ${requestId}::uuid
      union all
      select owing.unit_id, owing.level, owing.receives, owing.state in ('open', 'sentBack'), false
      from below join report_obligation owing on owing.partition_id = below.unit_id and owing.request_id = ${requestId}::uuid
      where below.receives
    )
    select level, count(*)::integer as of, (count(*) filter (where not is_missing))::integer as handed_in,
      coalesce(array_agg(unit_id) filter (where is_missing and is_right_below), '{}') as missing
    from below group by level`.execute(tx)
  return rows
}

type Written = {
  readonly unitId: string
  readonly version: number
  readonly depth: number
  readonly parts: Readonly<Record<string, string>>
}

/** The versions that stand of those right below; where one has handed in nothing, of those below it. */
export async function listWrittenBelow(tx: Db, requestId: string, unitId: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    with recursive below as (
      select partition_id, unit_id, standing_version, receives, 1 as depth
      from report_obligation where partition_id = ${unitId}::uuid and request_id = ${requestId}::uuid
      union all
      select owing.partition_id, owing.unit_id, owing.standing_version, owing.receives, below.depth + 1
      from below join report_obligation owing on owing.partition_id = below.unit_id and owing.request_id = ${requestId}::uuid
      where below.receives and below.standing_version is null
    )
    select below.unit_id, sealed.version, below.depth, sealed.content -> 'parts' as parts
    from below join return_version sealed on sealed.partition_id = below.partition_id and sealed.request_id = ${requestId}::uuid
      and sealed.unit_id = below.unit_id and sealed.version = below.standing_version
    order by below.depth, below.unit_id`.execute(tx)
  return rows
}
