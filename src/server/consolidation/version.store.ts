import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { Db } from '../db/connect.ts'
import type { ReturnKey } from '../request/return.store.ts'

/** What was added up for a request, as it stood after so many changes of what stands. */
export type FigureVersion = { readonly number: number; readonly on: PlainDate }

type UpTo = { readonly number?: number; readonly endOf?: PlainDate }

/** The last one, or the last up to a number or the end of a day; undefined while nobody had handed in. */
export async function findFigureVersion(tx: Db, requestId: string, { number, endOf }: UpTo = {}): Promise<FigureVersion | undefined> {
  let query = tx.selectFrom('figureVersion').select(['number', 'onDay as on']).where('requestId', '=', requestId)
  if (number !== undefined) query = query.where('number', '<=', number)
  if (endOf !== undefined) query = query.where('onDay', '<=', endOf)
  return query.orderBy('number', 'desc').executeTakeFirst()
}

/**
 * A return that stands, stands no more, or is owed from now on (null). The caller holds the request, so that each change has a
 * number of its own.
 */
export async function insertFigureVersion(
  tx: Db,
  { requestId, unitId, toUnitId }: ReturnKey,
  { returnVersion, on }: { readonly returnVersion: number | null; readonly on: PlainDate },
): Promise<void> {
  const number = ((await findFigureVersion(tx, requestId))?.number ?? 0) + 1
  await tx.insertInto('figureVersion').values({ requestId, number, partitionId: toUnitId, unitId, returnVersion, onDay: on }).execute()
}

/** What stood of each unit in a version: the version of its return, and null where none stood any more or yet. */
export async function listStandingIn(tx: Db, stood: Stood): Promise<ReadonlyMap<string, number | null>> {
  const { rows } = await sql<{ unitId: string; returnVersion: number | null }>`
    select unit_id, return_version from (${lastOf(stood)}) as stood`.execute(tx)
  return new Map(rows.map(({ unitId, returnVersion }) => [unitId, returnVersion]))
}

type Stood = {
  readonly requestId: string
  /** In this version; or of each unit in one of its own, and of these alone. */
  readonly number: number | ReadonlyMap<string, number>
  /** Of these alone; of all where it is left out. */
  readonly unitIds?: readonly string[] | undefined
}

/** What each unit told of some things in a version; who told one of them and not another is in one list only. */
export async function listToldIn(
  tx: Db,
  { codes, ...stood }: Stood & { readonly codes: readonly string[] },
): Promise<{ readonly unitId: string; readonly code: string; readonly value: Value }[]> {
  const { rows } = await sql<{ unitId: string; code: string; value: Value }>`
    select stood.unit_id, asked.code, sealed.content -> 'values' -> asked.code as value
    from (${lastOf(stood)}) as stood
    join return_version as sealed
      on sealed.partition_id = stood.partition_id and sealed.request_id = ${stood.requestId}::uuid
      and sealed.unit_id = stood.unit_id and sealed.version = stood.return_version
    cross join unnest(${codes}::text[]) as asked(code)
    where jsonb_exists(sealed.content -> 'values', asked.code)`.execute(tx)
  return rows
}

function lastOf({ requestId, number, unitIds }: Stood): RawBuilder<unknown> {
  const upTo =
    typeof number === 'number'
      ? sql`where changed.number <= ${number}`
      : sql`join unnest(${[...number.keys()]}::uuid[], ${[...number.values()]}::integer[]) as own(unit_id, number)
          on own.unit_id = changed.unit_id and changed.number <= own.number where true`
  const among = unitIds === undefined ? sql`` : sql`and changed.unit_id = any(${unitIds}::uuid[])`
  return sql`
    select distinct on (changed.unit_id) changed.unit_id, changed.partition_id, changed.return_version
    from figure_version as changed ${upTo} and changed.request_id = ${requestId}::uuid ${among}
    order by changed.unit_id, changed.number desc`
}
