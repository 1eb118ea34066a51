import { sql } from 'kysely'
import type { ReturnContent } from '#domain/request/content.ts'
import type { Level } from '#domain/request/request.ts'
import type { ReturnEvent } from '#domain/request/return.ts'
import type { Db } from '../../db/connect.ts'

/** What one unit owes and nobody has written yet. */
export type Open = { readonly unitId: string; readonly toUnitId: string; readonly level: Level }

export async function lockOpenReturns(tx: Db, requestId: string, unitIds: readonly string[]): Promise<Open[]> {
  const rows = await tx
    .selectFrom('reportObligation')
    .select(['unitId', 'partitionId as toUnitId', 'level'])
    .where('requestId', '=', requestId)
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .where('state', '=', 'open')
    .where('revision', '=', 0)
    .forUpdate()
    .execute()
  return rows.map(row => ({ ...row, level: row.level as Level }))
}

export type HandedIn = Open & { readonly content: ReturnContent; readonly contentHash: string; readonly events: readonly ReturnEvent[] }

/** First versions, all of one day, as handing in one by one would have left them: written, sealed, told and counted. */
export async function insertHandedIn(tx: Db, requestId: string, rows: readonly HandedIn[]): Promise<void> {
  const [first] = rows[0]?.events ?? []
  if (!first) return
  const json = JSON.stringify(
    rows.map(({ unitId, toUnitId, content, contentHash, events }) => ({
      unit_id: unitId,
      partition_id: toUnitId,
      content,
      content_hash: contentHash,
      state: events.at(-1)?.type,
    })),
  )
  const put = sql`json_to_recordset(${json}::json) as put(unit_id uuid, partition_id uuid, content jsonb, content_hash text, state text)`
  await sql`
    update report_obligation owed set content = put.content, revision = 1, state = put.state, standing_version = 1
    from ${put} where owed.partition_id = put.partition_id and owed.request_id = ${requestId}::uuid and owed.unit_id = put.unit_id`.execute(
    tx,
  )
  await sql`
    insert into return_version (partition_id, request_id, unit_id, version, content, content_hash, sealed_at)
    select partition_id, ${requestId}::uuid, unit_id, 1, content, content_hash, ${first.at}::timestamptz from ${put}`.execute(tx)
  const happened = rows.flatMap(({ unitId, toUnitId, events }) =>
    events.map(({ sequence, type, on }) => ({ unit_id: unitId, partition_id: toUnitId, sequence, type, on_day: on })),
  )
  await sql`
    insert into return_event (partition_id, request_id, unit_id, sequence, type, version, by_account_id, by_name, at, on_day)
    select partition_id, ${requestId}::uuid, unit_id, sequence, type, 1, ${first.byAccountId}::uuid, ${first.byName}, ${first.at}::timestamptz, on_day
    from json_to_recordset(${JSON.stringify(happened)}::json)
      as happened(unit_id uuid, partition_id uuid, sequence integer, type text, on_day date)`.execute(tx)
  await sql`
    insert into told_value (partition_id, request_id, unit_id, code, count, qualifier, version)
    select partition_id, ${requestId}::uuid, unit_id, told.code, (told.value ->> 'count')::bigint, told.value ->> 'qualifier', 1
    from ${put} cross join jsonb_each(content -> 'values') as told(code, value)`.execute(tx)
  await sql`
    insert into figure_version (request_id, number, partition_id, unit_id, return_version, on_day)
    select ${requestId}::uuid, last.number + row_number() over (), partition_id, unit_id, 1, ${first.on}::date
    from ${put} cross join (
      select coalesce(max(number), 0)::integer as number from figure_version where request_id = ${requestId}::uuid
    ) as last`.execute(tx)
}

/** What was written in one go is unknown to the planner: without this each look of the same transaction reads whole tables. */
export async function countRows(tx: Db): Promise<void> {
  await sql`analyze`.execute(tx)
}
