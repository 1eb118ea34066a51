import { sql } from 'kysely'
import type { ReturnContent } from '#domain/request/content.ts'
import type { Level } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'

/** What a unit told that counts; null: nothing stands. */
export type ToldReturn = {
  readonly unitId: string
  readonly toUnitId: string
  readonly level: Level
  readonly version: number | null
  readonly content: ReturnContent | null
}

/** Units of a request by their id, some at a time: all, or one alone. */
export async function listToldReturns(
  tx: Db,
  requestId: string,
  { unitId, after, limit }: { readonly unitId: string | null; readonly after: string; readonly limit: number },
): Promise<ToldReturn[]> {
  const rows = await tx
    .selectFrom('reportObligation as o')
    .leftJoin('returnVersion as v', join =>
      join
        .onRef('v.partitionId', '=', 'o.partitionId')
        .onRef('v.requestId', '=', 'o.requestId')
        .onRef('v.unitId', '=', 'o.unitId')
        .on(sql<boolean>`v.version = o.standing_version`),
    )
    .select(['o.unitId', 'o.partitionId as toUnitId', 'o.level', 'v.version', 'v.content'])
    .where('o.requestId', '=', requestId)
    .where('o.unitId', '>', after)
    .$if(unitId !== null, all => all.where('o.unitId', '=', unitId ?? ''))
    .orderBy('o.unitId')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, level: row.level as Level, content: row.content as ReturnContent | null }))
}
