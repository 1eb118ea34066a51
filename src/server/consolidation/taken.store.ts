import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { TakenWay } from '#domain/consolidation/differences.ts'
import type { Db } from '../db/connect.ts'

/** Up to which version a unit knows the sums of one that hands in to it, and how it came to know them. */
export type TakenSum = {
  readonly requestId: string
  /** Who receives. */
  readonly unitId: string
  readonly partUnitId: string
  readonly number: number
  readonly way: TakenWay
  readonly byName: string
  readonly at: string
  readonly on: PlainDate
}

export async function insertTakenSums(tx: Db, taken: readonly TakenSum[]): Promise<void> {
  const rows = taken.map(({ on, ...row }) => ({ ...row, onDay: on }))
  if (rows.length === 0) return
  await tx
    .insertInto('takenSum')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The highest number last. */
export async function listTakenSums(tx: Db, { requestId, unitId }: Pick<TakenSum, 'requestId' | 'unitId'>): Promise<TakenSum[]> {
  const rows = await tx
    .selectFrom('takenSum')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('requestId', '=', requestId)
    .orderBy('number')
    .orderBy('partUnitId')
    .execute()
  return rows.map(({ onDay, way, ...row }) => ({ ...row, way: way as TakenWay, on: onDay }))
}

/** A return that is another one since the sums it goes into were taken two steps above it or more. */
export type ChangedBelow = Pick<TakenSum, 'requestId' | 'unitId' | 'partUnitId' | 'number'> & { readonly changedUnitId: string }

/** Of these units, in one request or in all. */
export async function listChangedBelow(tx: Db, unitIds: readonly string[], requestId?: string): Promise<ChangedBelow[]> {
  const { rows } = await sql<ChangedBelow>`
    with recursive known as (
      select request_id, unit_id, part_unit_id, max(number) as number from taken_sum
      where unit_id = any(${unitIds}::uuid[]) ${requestId === undefined ? sql`` : sql`and request_id = ${requestId}::uuid`}
      group by request_id, unit_id, part_unit_id
    ), since as (
      select request_id, min(number) as number from known group by request_id
    ), above as (
      select changed.request_id, changed.number, changed.unit_id as changed_unit_id, changed.partition_id as unit_id
      from since join figure_version changed on changed.request_id = since.request_id and changed.number > since.number
      union all
      select above.request_id, above.number, above.changed_unit_id, owing.partition_id
      from above join report_obligation owing on owing.request_id = above.request_id and owing.unit_id = above.unit_id
    )
    select distinct known.request_id, known.unit_id, known.part_unit_id, known.number, above.changed_unit_id
    from known join above on above.request_id = known.request_id and above.unit_id = known.part_unit_id and above.number > known.number
    order by known.request_id, known.part_unit_id, above.changed_unit_id`.execute(tx)
  return rows
}
