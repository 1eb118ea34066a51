import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Db } from '../db/connect.ts'
import type { SeasonArea } from '../season/season.store.ts'

/** A posting known by its id: which area's, and its place among the events there. */
export type PostingPlace = SeasonArea & { readonly sequence: number }

export async function findPosting(tx: Db, id: string): Promise<PostingPlace | undefined> {
  return tx
    .selectFrom('seasonEvent')
    .select(['seasonId', 'areaUnitId', 'sequence'])
    .where('id', '=', id)
    .where('type', '=', 'post')
    .executeTakeFirst()
}

/** The id of the posting at this place. */
export async function findPostingId(tx: Db, { seasonId, areaUnitId, sequence }: PostingPlace): Promise<string | undefined> {
  const row = await tx
    .selectFrom('seasonEvent')
    .select('id')
    .where('seasonId', '=', seasonId)
    .where('areaUnitId', '=', areaUnitId)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row?.id
}

export async function insertPostedOpinion(
  tx: Db,
  opinion: { readonly opinionId: string; readonly postingId: string; readonly receivedOn: PlainDate },
): Promise<void> {
  await tx.insertInto('postedOpinion').values(opinion).execute()
}

/** Of which posting an opinion was left on its page; undefined for one that came otherwise. */
export async function findPostedOpinion(tx: Db, opinionId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('postedOpinion').select('postingId').where('opinionId', '=', opinionId).executeTakeFirst()
  return row?.postingId
}

export async function countPostedOpinions(tx: Db, postingId: string, receivedOn: PlainDate): Promise<number> {
  const row = await tx
    .selectFrom('postedOpinion')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('postingId', '=', postingId)
    .where('receivedOn', '=', receivedOn)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function listOpinionsFromPage(tx: Db, { seasonId, areaUnitId }: SeasonArea): Promise<string[]> {
  const rows = await tx
    .selectFrom('postedOpinion')
    .innerJoin('seasonOpinion', 'seasonOpinion.id', 'postedOpinion.opinionId')
    .select('postedOpinion.opinionId')
    .where('seasonOpinion.seasonId', '=', seasonId)
    .where('seasonOpinion.areaUnitId', '=', areaUnitId)
    .orderBy('postedOpinion.opinionId')
    .execute()
  return rows.map(({ opinionId }) => opinionId)
}
