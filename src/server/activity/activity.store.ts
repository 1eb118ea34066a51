import { type Selectable, sql } from 'kysely'
import type { Activity, ActivityKind, Campaign, MoneyEntry, Participants, Qualifier } from '#domain/activity/activity.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Db } from '../db/connect.ts'
import type { ActivityTable } from '../db/schema.ts'
import { toDateRange, toJson } from '../db/values.ts'

/** An activity with what only the register knows: who recorded it, whether it was struck out. */
export type StoredActivity = Activity & { readonly recordedBy: string; readonly isRemoved: boolean }

export async function findActivity(tx: Db, id: string): Promise<StoredActivity | undefined> {
  const row = await tx.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toActivity(row)
}

/** Two clerks may save at once: lock, then check the revision. */
export async function lockActivity(tx: Db, id: string): Promise<StoredActivity | undefined> {
  const row = await tx.selectFrom('activity').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toActivity(row)
}

export type ActivityFilter = {
  readonly hostUnitIds: readonly string[]
  /** Activities that touch this half-open range of days. */
  readonly from?: PlainDate | undefined
  readonly until?: PlainDate | undefined
  readonly search?: string | undefined
  readonly kind?: ActivityKind | undefined
  readonly campaign?: Campaign | undefined
  readonly having?: 'photos' | undefined
  /** For screens; a report reads all there is. */
  readonly limit?: number
  readonly skip?: number | undefined
}

/** Newest first; struck-out ones are left out. */
export async function listActivities(tx: Db, filter: ActivityFilter): Promise<StoredActivity[]> {
  let query = tx
    .selectFrom('activity')
    .selectAll()
    .where(sql<boolean>`host_unit_id = any(${filter.hostUnitIds}::uuid[])`)
    .where('removedAt', 'is', null)
  if (filter.from || filter.until) {
    const days = toDateRange({ from: filter.from ?? null, until: filter.until ?? null })
    query = query.where(sql<boolean>`daterange(starts_on, ends_on, '[]') && ${days}::daterange`)
  }
  if (filter.search) query = query.where('searchKey', 'like', `%${escapeLike(searchKey(filter.search))}%`)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.campaign) query = query.where('campaign', '=', filter.campaign)
  if (filter.having === 'photos') query = query.where(hasPhotos)
  if (filter.limit !== undefined) query = query.limit(filter.limit).offset(filter.skip ?? 0)
  const rows = await query.orderBy('startsOn', 'desc').orderBy('id').execute()
  return rows.map(toActivity)
}

const hasPhotos = sql<boolean>`exists (
  select from evidence where activity_id = activity.id and removed_at is null and media_type like 'image/%'
)`

export async function insertActivity(tx: Db, activity: Activity, recordedBy: string): Promise<void> {
  await tx
    .insertInto('activity')
    .values({ ...toRow(activity), recordedBy })
    .execute()
}

export async function updateActivity(tx: Db, activity: Activity): Promise<void> {
  await tx.updateTable('activity').set(toRow(activity)).where('id', '=', activity.id).execute()
}

export async function updateActivityRemoved(tx: Db, id: string, at: string): Promise<void> {
  await tx.updateTable('activity').set({ removedAt: at, revision: sql<number>`revision + 1` }).where('id', '=', id).execute()
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&')
}

function toRow(activity: Activity) {
  const { participants, money, taskIds, documentIds, ...rest } = activity
  return {
    ...rest,
    participantCount: participants?.count ?? null,
    participantQuality: participants?.quality ?? null,
    participantQualifier: participants?.quality === 'estimated' ? participants.qualifier : null,
    money: toJson(money),
    taskIds: [...taskIds],
    documentIds: [...documentIds],
    searchKey: searchKey(`${activity.name} ${activity.place} ${activity.narrative}`),
  }
}

export function toActivity(row: Selectable<ActivityTable>): StoredActivity {
  return {
    id: row.id,
    hostUnitId: row.hostUnitId,
    kind: row.kind as ActivityKind,
    name: row.name,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    place: row.place,
    participants: toParticipants(row),
    money: row.money as MoneyEntry[],
    campaign: row.campaign as Campaign,
    taskIds: row.taskIds,
    documentIds: row.documentIds,
    narrative: row.narrative,
    revision: row.revision,
    recordedBy: row.recordedBy,
    isRemoved: row.removedAt !== null,
  }
}

function toParticipants(row: Selectable<ActivityTable>): Participants | null {
  const { participantCount: count, participantQualifier: qualifier } = row
  if (count === null) return null
  return qualifier === null ? { quality: 'counted', count } : { quality: 'estimated', count, qualifier: qualifier as Qualifier }
}
