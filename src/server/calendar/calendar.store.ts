import { sql } from 'kysely'
import type { AnnouncedYear } from '#domain/calendar/announced-year.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

export type StoredYear = AnnouncedYear & {
  readonly id: string
  readonly unitId: string
  readonly byName: string
  readonly recordedAt: string
}

/** What was entered at these units, the oldest first. */
export async function listAnnounced(tx: Db, unitIds: readonly string[]): Promise<StoredYear[]> {
  const rows = await tx
    .selectFrom('announcedYear')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, days: row.days as AnnouncedYear['days'] }))
}

export async function insertAnnounced(tx: Db, year: StoredYear): Promise<void> {
  await tx
    .insertInto('announcedYear')
    .values({ ...year, days: toJson(year.days) })
    .execute()
}
