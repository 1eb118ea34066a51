import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Obligation } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'

export type Reminder = { readonly id: string; readonly words: string; readonly on: PlainDate; readonly byName: string; readonly at: string }

/** How many were reminded at once; none: this reminder did not go out. */
export async function countReminded(tx: Db, id: string): Promise<number> {
  const { many } = await tx
    .selectFrom('reportReminder')
    .select(sql<number>`count(*)::integer`.as('many'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return many
}

/** One reminder of many units. */
export async function insertReminders(tx: Db, { on, ...reminder }: Reminder, owed: readonly Obligation[]): Promise<void> {
  const rows = owed.map(({ toUnitId, requestId, unitId }) => ({ ...reminder, onDay: on, partitionId: toUnitId, requestId, unitId }))
  if (rows.length > 0) await tx.insertInto('reportReminder').values(rows).execute()
}

/** The last day by then on which each unit was reminded. */
export async function listLastReminders(tx: Db, requestId: string, on: PlainDate): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await tx
    .selectFrom('reportReminder')
    .select(['unitId', sql<PlainDate>`max(on_day)`.as('onDay')])
    .where('requestId', '=', requestId)
    .where('onDay', '<=', on)
    .groupBy('unitId')
    .execute()
  return new Map(rows.map(({ unitId, onDay }) => [unitId, onDay]))
}
