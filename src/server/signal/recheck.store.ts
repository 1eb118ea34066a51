import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Drawn, RecheckOutcome } from '#domain/signal/sample.ts'
import type { Db } from '../db/connect.ts'

import type { RecheckDrawTable } from '../db/schema.ts'

/** A lot as it was drawn: from these the same is drawn again. */
export type StoredDraw = {
  readonly id: string
  readonly seasonId: string
  readonly what: 'households' | 'areas'
  readonly seed: string
  readonly margin: number | null
  readonly decisionIds: readonly string[]
  readonly on: PlainDate
  readonly byName: string
}

export type Recognised = {
  readonly candidateId: string
  readonly partitionId: string
  readonly areaUnitId: string
  readonly decisionId: string
}

/** Whom these decisions recognised, revoked since or not, so that the same question has the same answer for good; null: all. */
export async function listRecognisedIn(
  tx: Db,
  { seasonId, decisionIds }: { readonly seasonId: string; readonly decisionIds: readonly string[] | null },
): Promise<Recognised[]> {
  const rows = await tx
    .selectFrom('seasonOutcome as o')
    .innerJoin('seasonCandidate as c', join => join.onRef('c.id', '=', 'o.candidateId').onRef('c.partitionId', '=', 'o.partitionId'))
    .select(['o.candidateId', 'o.partitionId', 'c.areaUnitId', 'o.decisionId'])
    .where('c.seasonId', '=', seasonId)
    .where('o.outcome', '=', 'recognised')
    .orderBy('c.areaUnitId')
    .orderBy('o.candidateId')
    .execute()
  return decisionIds ? rows.filter(({ decisionId }) => decisionIds.includes(decisionId)) : rows
}

export async function findDraw(tx: Db, id: string): Promise<StoredDraw | undefined> {
  const row = await tx.selectFrom('recheckDraw').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDraw(row)
}

/** Of one season, in the order they were drawn. */
export async function listDraws(tx: Db, seasonId: string): Promise<StoredDraw[]> {
  const rows = await tx.selectFrom('recheckDraw').selectAll().where('seasonId', '=', seasonId).orderBy('recordedAt').orderBy('id').execute()
  return rows.map(toDraw)
}

export type Lot = {
  readonly strata: readonly { readonly areaUnitId: string; readonly population: number }[]
  readonly items: readonly (Drawn & { readonly partitionId: string | null })[]
}

export async function insertDraw(
  tx: Db,
  { on, ...draw }: StoredDraw,
  { strata, items, recordedAt }: Lot & { readonly recordedAt: string },
): Promise<void> {
  await tx
    .insertInto('recheckDraw')
    .values({ ...draw, decisionIds: [...draw.decisionIds], drawnOn: on, recordedAt })
    .execute()
  await tx
    .insertInto('recheckStratum')
    .values(strata.map(stratum => ({ ...stratum, drawId: draw.id })))
    .execute()
  await tx
    .insertInto('recheckItem')
    .values(items.map(item => ({ ...item, drawId: draw.id })))
    .execute()
}

export async function listStrata(tx: Db, drawId: string): Promise<{ areaUnitId: string; population: number }[]> {
  return tx.selectFrom('recheckStratum').select(['areaUnitId', 'population']).where('drawId', '=', drawId).orderBy('areaUnitId').execute()
}

/** What became of one thing the lot fell on; nothing yet where `outcome` is null. */
export type StoredItem = {
  readonly itemId: string
  readonly areaUnitId: string
  readonly headName: string | null
  readonly address: string | null
  readonly outcome: RecheckOutcome | null
  readonly says: string | null
  readonly checkedOn: PlainDate | null
  readonly byName: string | null
}

/** By area and given name, each with the last that was found. */
export async function listItems(tx: Db, drawId: string): Promise<StoredItem[]> {
  const { rows } = await sql<StoredItem>`
    select i.item_id as "itemId", i.area_unit_id as "areaUnitId", c.head_name as "headName", c.address,
      f.outcome, f.says, f.checked_on as "checkedOn", f.by_name as "byName"
    from recheck_item i
      left join season_candidate c on c.id = i.item_id and c.partition_id = i.partition_id
      left join lateral (
        select * from recheck_outcome o where o.draw_id = i.draw_id and o.item_id = i.item_id
        order by o.recorded_at desc, o.id limit 1
      ) f on true
    where i.draw_id = ${drawId}
    order by i.area_unit_id, c.sort_key, i.item_id`.execute(tx)
  return rows
}

export type StoredFinding = {
  readonly id: string
  readonly drawId: string
  readonly itemId: string
  readonly outcome: RecheckOutcome
  readonly says: string
  readonly on: PlainDate
  readonly byName: string
}

/** Which of these the lot fell on; locked, so that of two who found different things both stand, one after the other. */
export async function lockItems(tx: Db, drawId: string, itemIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('recheckItem')
    .select('itemId')
    .where('drawId', '=', drawId)
    .where('itemId', 'in', [...itemIds])
    .orderBy('itemId')
    .forUpdate()
    .execute()
  return new Set(rows.map(({ itemId }) => itemId))
}

/** Those of these findings that came before, by what they are about. */
export async function listFindings(tx: Db, ids: readonly string[]): Promise<Pick<StoredFinding, 'id' | 'drawId' | 'itemId'>[]> {
  return tx
    .selectFrom('recheckOutcome')
    .select(['id', 'drawId', 'itemId'])
    .where('id', 'in', [...ids])
    .execute()
}

export async function insertFindings(tx: Db, findings: readonly StoredFinding[], recordedAt: string): Promise<void> {
  await tx
    .insertInto('recheckOutcome')
    .values(findings.map(({ on, ...finding }) => ({ ...finding, checkedOn: on, recordedAt })))
    .execute()
}

function toDraw({ recordedAt: _, drawnOn, what, ...row }: Selectable<RecheckDrawTable>): StoredDraw {
  return { ...row, what: what as StoredDraw['what'], on: drawnOn }
}
