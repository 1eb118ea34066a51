import { sql } from 'kysely'
import type { GroundsReview } from '#domain/season/grounds.ts'
import type { Db } from '../db/connect.ts'

/** The last look at each of these files. */
export async function listLastGroundsReviews(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<GroundsReview[]> {
  return tx
    .selectFrom('seasonGroundsReview')
    .distinctOn('areaUnitId')
    .select(['id', 'areaUnitId', 'upTo', 'candidateIds', 'byName', 'at'])
    .where('seasonId', '=', seasonId)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .orderBy('areaUnitId')
    .orderBy('sequence', 'desc')
    .execute()
}

/** What was said before under an id: of which season, and about whom. */
export async function findGroundsReviews(tx: Db, id: string): Promise<readonly { seasonId: string; candidateIds: readonly string[] }[]> {
  return tx.selectFrom('seasonGroundsReview').select(['seasonId', 'candidateIds']).where('id', '=', id).execute()
}

type Said = GroundsReview & { readonly seasonId: string; readonly byAccountId: string }

/** Under the lock of the file, so that each has its place in the row of looks. */
export async function insertGroundsReview(tx: Db, { candidateIds, ...said }: Said): Promise<void> {
  const { seasonId, areaUnitId } = said
  await tx
    .insertInto('seasonGroundsReview')
    .values({
      ...said,
      candidateIds: [...candidateIds],
      sequence: sql<number>`(select coalesce(max(sequence), 0) + 1 from season_grounds_review
        where season_id = ${seasonId} and area_unit_id = ${areaUnitId})`,
    })
    .execute()
}

export type StandingInFile = { readonly areaUnitId: string; readonly candidates: number; readonly unlooked: number }

/** Of each file how many stand in it, and how many of these the last look did not see: counts, no names. */
export async function countUnlooked(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<StandingInFile[]> {
  const { rows } = await sql<StandingInFile>`
    with latest as (
      select distinct on (area_unit_id) candidate_ids from season_grounds_review
      where season_id = ${seasonId} and area_unit_id = any(${[...areaUnitIds]}::uuid[]) order by area_unit_id, sequence desc
    ), looked as (select unnest(candidate_ids) as id from latest)
    select c.area_unit_id as "areaUnitId", count(*)::integer as candidates, count(*) filter (where looked.id is null)::integer as unlooked
    from season_candidate c left join looked on looked.id = c.id
    where c.season_id = ${seasonId} and c.area_unit_id = any(${[...areaUnitIds]}::uuid[]) and c.withdrawn_on is null
    group by c.area_unit_id`.execute(tx)
  return rows
}
