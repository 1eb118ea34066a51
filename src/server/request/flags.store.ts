import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import type { Db } from '../db/connect.ts'
import { toDateRange } from '../db/values.ts'
import type { StoredRequest } from './request.store.ts'
import { type ReturnKey, rowKey } from './return.store.ts'

type PastReturn = Pick<StoredRequest, 'title' | 'cutoff' | 'covers'> & { readonly unitId: string; readonly content: ReturnContent }

/** The versions of some units that stand in earlier requests on the same form, the newest first. */
export async function listPastReturns(
  tx: Db,
  unitIds: readonly string[],
  { formKey, since, before }: { readonly formKey: string; readonly since: PlainDate; readonly before: PlainDate },
): Promise<PastReturn[]> {
  const rows = await tx
    .selectFrom('reportObligation as o')
    .innerJoin('reportRequest as r', 'r.id', 'o.requestId')
    .innerJoin('returnVersion as v', join =>
      join.onRef('v.partitionId', '=', 'o.partitionId').onRef('v.requestId', '=', 'o.requestId').onRef('v.unitId', '=', 'o.unitId'),
    )
    .select(['o.unitId', 'r.title', 'r.cutoff', 'r.covers', 'v.content'])
    .where(sql<boolean>`o.unit_id = any(${unitIds}::uuid[])`)
    .where('r.formKey', '=', formKey)
    .where('r.cutoff', '>=', since)
    .where('r.cutoff', '<', before)
    .where(sql<boolean>`v.version = o.standing_version`)
    .orderBy('r.cutoff', 'desc')
    .execute()
  return rows.map(row => ({ ...row, covers: row.covers as StoredRequest['covers'], content: row.content as ReturnContent }))
}

type StandingElsewhere = { readonly requestId: string; readonly title: string; readonly content: ReturnContent }

/** What a unit told that stands in other requests of exactly the same days, the newest first. */
export async function listStandingElsewhere(
  tx: Db,
  unitId: string,
  { id, covers }: Pick<StoredRequest, 'id' | 'covers'>,
): Promise<StandingElsewhere[]> {
  const rows = await tx
    .selectFrom('reportObligation as o')
    .innerJoin('reportRequest as r', 'r.id', 'o.requestId')
    .innerJoin('returnVersion as v', join =>
      join.onRef('v.partitionId', '=', 'o.partitionId').onRef('v.requestId', '=', 'o.requestId').onRef('v.unitId', '=', 'o.unitId'),
    )
    .select(['o.requestId', 'r.title', 'v.content'])
    .where('o.unitId', '=', unitId)
    .where('r.id', '<>', id)
    .where(sql<boolean>`r.covers = ${toDateRange(covers)}::daterange`)
    .where(sql<boolean>`v.version = o.standing_version`)
    .orderBy('r.sentOn', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map(row => ({ ...row, content: row.content as ReturnContent }))
}

export type KeptFlag = { readonly flagKey: string; readonly reason: string; readonly byName: string; readonly at: string }

/** What some that hand in to one unit said to remarks, oldest first: of several about one flag the last counts. */
export async function listKeptFlags(
  tx: Db,
  { requestId, toUnitId }: Pick<ReturnKey, 'requestId' | 'toUnitId'>,
  unitIds: readonly string[],
): Promise<(KeptFlag & { readonly unitId: string })[]> {
  return tx
    .selectFrom('keptFlag')
    .select(['unitId', 'flagKey', 'reason', 'byName', 'at'])
    .where('partitionId', '=', toUnitId)
    .where('requestId', '=', requestId)
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy('at')
    .execute()
}

export async function insertKeptFlag(tx: Db, key: ReturnKey, kept: KeptFlag): Promise<void> {
  await tx
    .insertInto('keptFlag')
    .values({ ...rowKey(key), ...kept })
    .execute()
}
