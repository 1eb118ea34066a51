import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from '../db/connect.ts'
import type { KeptFlag } from '../request/flags.store.ts'
import type { StoredRequest } from '../request/request.store.ts'

type AtUnit = { readonly requestId: string; readonly unitId: string }

type PastRequest = Pick<StoredRequest, 'id' | 'title' | 'cutoff' | 'covers'> & {
  /** Where the sums of the same place were kept then: with whoever asked in its stead. */
  readonly keptWith: string
}

/** Earlier requests on the same form in which something was added up for a place, the newest first. */
export async function listPastRequests(
  tx: Db,
  placeId: string,
  { formKey, since, before }: { readonly formKey: string; readonly since: PlainDate; readonly before: PlainDate },
): Promise<PastRequest[]> {
  const keptWith = sql<string>`(case when r.place_unit_id = ${placeId}::uuid then r.unit_id else ${placeId}::uuid end)`
  const rows = await tx
    .selectFrom('reportRequest as r')
    .select(['r.id', 'r.title', 'r.cutoff', 'r.covers', keptWith.as('keptWith')])
    .where('r.formKey', '=', formKey)
    .where('r.cutoff', '>=', since)
    .where('r.cutoff', '<', before)
    .where(sql<boolean>`exists (select from added_figure kept where kept.request_id = r.id and kept.unit_id = ${keptWith})`)
    .orderBy('r.cutoff', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map(row => ({ ...row, covers: row.covers as StoredRequest['covers'] }))
}

/** What was said to remarks about the sums of a unit, oldest first: of several about one remark the last counts. */
export async function listKeptSums(tx: Db, { requestId, unitId }: AtUnit): Promise<KeptFlag[]> {
  return tx
    .selectFrom('keptSum')
    .select(['flagKey', 'reason', 'byName', 'at'])
    .where('requestId', '=', requestId)
    .where('unitId', '=', unitId)
    .orderBy('at')
    .execute()
}

export async function insertKeptSum(tx: Db, at: AtUnit, kept: KeptFlag): Promise<void> {
  await tx
    .insertInto('keptSum')
    .values({ ...at, ...kept })
    .execute()
}
