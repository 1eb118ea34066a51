import { type Selectable, sql } from 'kysely'
import type { Season } from '#domain/season/season.ts'
import type { Review, ReviewOutcome } from '#domain/signal/review.ts'
import type { SignalCode } from '#domain/signal/signal.ts'
import type { Db } from '../db/connect.ts'
import type { SignalReviewTable } from '../db/schema.ts'

/** Areas of a season in which anything was recorded. */
export async function listAreasBegun(tx: Db, seasonId: string): Promise<string[]> {
  const rows = await tx.selectFrom('seasonArea').select('areaUnitId').where('seasonId', '=', seasonId).orderBy('areaUnitId').execute()
  return rows.map(({ areaUnitId }) => areaUnitId)
}

export type YearBefore = { readonly areaUnitId: string; readonly householdId: string; readonly outcome: 'recognised' | 'failed' }

/** What was decided a year ago about the households of a season, where the same area considered them then. */
export async function listYearBefore(tx: Db, { id, honour, year }: Season): Promise<YearBefore[]> {
  const { rows } = await sql<YearBefore>`
    select before.area_unit_id as "areaUnitId", before.household_id as "householdId", o.outcome
    from season_candidate now
      join season_candidate before on before.household_id = now.household_id and before.partition_id = now.partition_id
        and before.area_unit_id = now.area_unit_id
      join season s on s.id = before.season_id and s.honour = ${honour} and s.year = ${year - 1}
      join season_outcome o on o.candidate_id = before.id and o.partition_id = before.partition_id
    where now.season_id = ${id} and now.withdrawn_on is null and o.outcome in ('recognised', 'failed')`.execute(tx)
  return rows
}

/** Oldest first. */
export async function listReviews(tx: Db, seasonId: string): Promise<Review[]> {
  const rows = await tx
    .selectFrom('signalReview')
    .selectAll()
    .where('seasonId', '=', seasonId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return rows.map(toReview)
}

export async function findReview(tx: Db, id: string): Promise<(Review & { readonly seasonId: string }) | undefined> {
  const row = await tx.selectFrom('signalReview').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...toReview(row), seasonId: row.seasonId }
}

export async function insertReview(tx: Db, seasonId: string, { on, ...review }: Review, recordedAt: string): Promise<void> {
  await tx
    .insertInto('signalReview')
    .values({ ...review, seasonId, reviewedOn: on, recordedAt })
    .execute()
}

function toReview(row: Selectable<SignalReviewTable>): Review {
  const { seasonId: _, recordedAt: __, reviewedOn, code, outcome, ...review } = row
  return { ...review, on: reviewedOn, code: code as SignalCode, outcome: outcome as ReviewOutcome }
}
