import { type Selectable, sql } from 'kysely'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { AreaEvent, AreaState } from '#domain/season/area.ts'
import type { Gathering, GatheringForm, VotingWay } from '#domain/season/meeting.ts'
import type { Opinion, OpinionAnswer, OpinionKind, OpinionOutcome } from '#domain/season/posting.ts'
import type { Season } from '#domain/season/season.ts'
import type { ProvincialWay } from '#domain/title/provincial-way.ts'
import type { Honour } from '#domain/title/rule-book.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { SeasonEventTable, SeasonGatheringTable, SeasonOpinionTable, SeasonTable } from '../db/schema.ts'
import { toJson } from '../db/values.ts'

export async function findSeason(tx: Db, id: string): Promise<Season | undefined> {
  const row = await tx.selectFrom('season').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSeason(row)
}

/** Two may decide at once: lock, then look who is left. */
export async function lockSeason(tx: Db, id: string): Promise<Season | undefined> {
  const row = await tx.selectFrom('season').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toSeason(row)
}

/** Of one commune, the latest year first. */
export async function listSeasons(tx: Db, unitId: string): Promise<Season[]> {
  const rows = await tx.selectFrom('season').selectAll().where('unitId', '=', unitId).orderBy('year', 'desc').orderBy('id').execute()
  return rows.map(toSeason)
}

export async function insertSeason(tx: Db, season: Season, recordedBy: string): Promise<Result<undefined, 'season.open-already'>> {
  const refusal = refuse('season.open-already', { year: season.year, on: season.openedOn })
  return refuseOnViolation({ season_once: refusal }, () =>
    tx
      .insertInto('season')
      .values({ ...season, way: season.way && toJson(season.way), recordedBy })
      .execute(),
  )
}

export type SeasonArea = { readonly seasonId: string; readonly areaUnitId: string }

/** Makes the area's row when the season has none yet, then holds it: what happens to one area happens in turn. */
export async function lockSeasonArea(tx: Db, { seasonId, areaUnitId }: SeasonArea): Promise<void> {
  await lockSeasonAreas(tx, seasonId, [areaUnitId])
}

/** Many at once, always in the same order: two who hold some of the same wait for each other and not both. */
export async function lockSeasonAreas(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<void> {
  const areas = sql`unnest(${[...areaUnitIds]}::uuid[]) as area(unit_id)`
  await sql`
    insert into season_area (season_id, area_unit_id)
    select ${seasonId}::uuid, unit_id from ${areas} order by unit_id on conflict do nothing`.execute(tx)
  await sql`
    select state from season_area
    where season_id = ${seasonId} and area_unit_id = any(${[...areaUnitIds]}::uuid[]) order by area_unit_id for update`.execute(tx)
}

/** The state column is only a copy of what the events say, for lists made in SQL. */
export async function insertSeasonEvent(
  tx: Db,
  { seasonId, areaUnitId }: SeasonArea,
  { id, event, state }: { readonly id: string; readonly event: AreaEvent; readonly state: AreaState },
): Promise<void> {
  const { sequence, type, on, byName, byAccountId, at, ...details } = event
  await tx
    .insertInto('seasonEvent')
    .values({ id, seasonId, areaUnitId, sequence, type, onDay: on, byName, byAccountId, at, details: toJson(details) })
    .execute()
  await tx.updateTable('seasonArea').set({ state }).where('seasonId', '=', seasonId).where('areaUnitId', '=', areaUnitId).execute()
}

/** Which area an event known by its id belongs to. */
export async function findSeasonEvent(tx: Db, id: string): Promise<SeasonArea | undefined> {
  return tx.selectFrom('seasonEvent').select(['seasonId', 'areaUnitId']).where('id', '=', id).executeTakeFirst()
}

export async function listSeasonEvents(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<(AreaEvent & SeasonArea)[]> {
  const rows = await tx
    .selectFrom('seasonEvent')
    .selectAll()
    .where('seasonId', '=', seasonId)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .orderBy('sequence')
    .execute()
  return rows.map(toEvent)
}

/** Struck ones left out. */
export async function listGatherings(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<Gathering[]> {
  const rows = await tx
    .selectFrom('seasonGathering')
    .selectAll()
    .where('seasonId', '=', seasonId)
    .where('struckReason', 'is', null)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .orderBy('heldOn')
    .orderBy('id')
    .execute()
  return rows.map(toGathering)
}

export async function findGathering(tx: Db, id: string): Promise<(Gathering & { readonly isStruck: boolean }) | undefined> {
  const row = await tx.selectFrom('seasonGathering').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...toGathering(row), isStruck: row.struckReason !== null }
}

export async function insertGathering(tx: Db, { list, exceptions, absent, ...gathering }: Gathering, recordedBy: string): Promise<void> {
  await tx
    .insertInto('seasonGathering')
    .values({ ...gathering, absent: [...absent], votes: toJson({ list, exceptions }), recordedBy })
    .execute()
}

export async function updateGatheringStruck(tx: Db, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
  await tx.updateTable('seasonGathering').set({ struckReason: reason }).where('id', '=', id).execute()
}

export async function listOpinions(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<Opinion[]> {
  const rows = await tx
    .selectFrom('seasonOpinion')
    .selectAll()
    .where('seasonId', '=', seasonId)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .orderBy('receivedOn')
    .orderBy('id')
    .execute()
  return rows.map(toOpinion)
}

export async function findOpinion(tx: Db, id: string): Promise<Opinion | undefined> {
  const row = await tx.selectFrom('seasonOpinion').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toOpinion(row)
}

export async function insertOpinion(tx: Db, { answer: _, ...opinion }: Opinion): Promise<void> {
  await tx.insertInto('seasonOpinion').values(opinion).execute()
}

export async function updateOpinionAnswered(tx: Db, id: string, { on, outcome, reason, by }: OpinionAnswer): Promise<void> {
  await tx.updateTable('seasonOpinion').set({ answeredOn: on, outcome, answer: reason, answeredBy: by }).where('id', '=', id).execute()
}

export type AreaTally = {
  readonly areaUnitId: string
  readonly state: AreaState
  readonly registered: number
  readonly withdrawn: number
} & {
  readonly recognised: number
  readonly failed: number
  readonly revoked: number
  readonly handedOver: number
}

/** Every area of a season that has begun, with its numbers: counts, no names. */
export async function tallySeason(tx: Db, seasonId: string, areaUnitIds: readonly string[]): Promise<AreaTally[]> {
  const { rows } = await sql<AreaTally>`
    select a.area_unit_id as "areaUnitId", a.state,
      count(c.id)::integer as registered,
      count(c.withdrawn_on)::integer as withdrawn,
      count(*) filter (where o.outcome = 'recognised')::integer as recognised,
      count(*) filter (where o.outcome = 'failed')::integer as failed,
      count(r.candidate_id)::integer as revoked,
      count(*) filter (where exists (
        select from season_handover h
        where h.candidate_id = o.candidate_id and h.partition_id = o.partition_id and h.outcome = 'handedOver'
      ))::integer as "handedOver"
    from season_area a
      left join season_candidate c on c.season_id = a.season_id and c.area_unit_id = a.area_unit_id
      left join season_outcome o on o.candidate_id = c.id and o.partition_id = c.partition_id
      left join season_revocation r on r.candidate_id = o.candidate_id and r.partition_id = o.partition_id
    where a.season_id = ${seasonId} and a.area_unit_id = any(${[...areaUnitIds]}::uuid[])
    group by a.area_unit_id, a.state`.execute(tx)
  return rows
}

function toSeason({ recordedBy: _, ...row }: Selectable<SeasonTable>): Season {
  return { ...row, honour: row.honour as Honour, way: row.way as ProvincialWay | null }
}

function toEvent({ id: _, details, onDay, type, ...row }: Selectable<SeasonEventTable>): AreaEvent & SeasonArea {
  return { ...row, ...(details as object), type, on: onDay } as AreaEvent & SeasonArea
}

function toGathering(row: Selectable<SeasonGatheringTable>): Gathering {
  const { votes, form, way, recordedBy: _, struckReason: __, ...gathering } = row
  return { ...gathering, ...(votes as Pick<Gathering, 'list' | 'exceptions'>), form: form as GatheringForm, way: way as VotingWay }
}

function toOpinion({ answeredOn, outcome, answer, answeredBy, kind, ...row }: Selectable<SeasonOpinionTable>): Opinion {
  const answered =
    answeredOn === null ? null : { on: answeredOn, outcome: outcome as OpinionOutcome, reason: answer ?? '', by: answeredBy ?? '' }
  return { ...row, kind: kind as OpinionKind, answer: answered }
}
