import { type Selectable, sql } from 'kysely'
import type { SealedReturnView } from '#contract/return.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import type { Level, Obligation } from '#domain/request/request.ts'
import {
  type ReturnEvent,
  type ReturnEventType,
  type ReturnRemark,
  type ReturnState,
  standingVersion,
  stateOfReturn,
} from '#domain/request/return.ts'
import type { Db } from '../db/connect.ts'
import type { ReportObligationTable, ReturnEventTable } from '../db/schema.ts'
import { toJson } from '../db/values.ts'

/** What a unit owes with what it has written so far. */
export type StoredReturn = Obligation & {
  readonly content: ReturnContent
  readonly revision: number
  readonly state: ReturnState
}

/** Where a return lies: its rows lie with those of all who hand in to the same unit. */
export type ReturnKey = Pick<Obligation, 'requestId' | 'unitId' | 'toUnitId'>

export function rowKey({ requestId, unitId, toUnitId }: ReturnKey) {
  return { partitionId: toUnitId, requestId, unitId }
}

/** What some that hand in to one unit owe. */
export async function listReturns(tx: Db, { requestId, toUnitId }: Placed, unitIds: readonly string[]): Promise<StoredReturn[]> {
  const rows = await tx
    .selectFrom('reportObligation')
    .selectAll()
    .where('partitionId', '=', toUnitId)
    .where('requestId', '=', requestId)
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .execute()
  return rows.map(toReturn)
}
type Placed = Pick<ReturnKey, 'requestId' | 'toUnitId'>

export async function findReturn(tx: Db, requestId: string, unitId: string): Promise<StoredReturn | undefined> {
  const row = await ofUnit(tx, requestId, unitId).executeTakeFirst()
  return row && toReturn(row)
}

/** Every change locks the return first: two people act one after the other. */
export async function lockReturn(tx: Db, requestId: string, unitId: string): Promise<StoredReturn | undefined> {
  const row = await ofUnit(tx, requestId, unitId).forUpdate().executeTakeFirst()
  return row && toReturn(row)
}

function ofUnit(tx: Db, requestId: string, unitId: string) {
  return tx.selectFrom('reportObligation').selectAll().where('unitId', '=', unitId).where('requestId', '=', requestId)
}

export async function updateReturnContent(tx: Db, { content, revision, ...key }: StoredReturn): Promise<void> {
  await keyed(tx, key)
    .set({ content: toJson(content), revision })
    .execute()
}

/** Both columns are only copies of what the events say, for lists made in SQL. */
export async function updateReturnState(tx: Db, key: ReturnKey, events: readonly ReturnEvent[]): Promise<void> {
  await keyed(tx, key)
    .set({ state: stateOfReturn(events), standingVersion: standingVersion(events) })
    .execute()
}

function keyed(tx: Db, { requestId, unitId, toUnitId }: ReturnKey) {
  return tx
    .updateTable('reportObligation')
    .where('partitionId', '=', toUnitId)
    .where('requestId', '=', requestId)
    .where('unitId', '=', unitId)
}

/** What is owed in a request, without what was written. */
export async function listObligations(tx: Db, requestId: string): Promise<(Obligation & { readonly state: ReturnState })[]> {
  const rows = await tx
    .selectFrom('reportObligation')
    .select(['partitionId', 'requestId', 'unitId', 'level', 'dueOn', 'sinceVersion', 'state'])
    .where('requestId', '=', requestId)
    .orderBy('unitId')
    .execute()
  return rows.map(toObligation)
}

/** What a unit owes in a request, and all that hand in to it, straight or through others. */
export async function listObligationsWithin(
  tx: Db,
  requestId: string,
  unitId: string,
): Promise<(Obligation & { readonly state: ReturnState })[]> {
  const { rows } = await sql<ObligationRow>`
    with recursive within as (
      select partition_id, unit_id, level, due_on, since_version, state from report_obligation
      where unit_id = ${unitId}::uuid and request_id = ${requestId}::uuid
      union all
      select owing.partition_id, owing.unit_id, owing.level, owing.due_on, owing.since_version, owing.state
      from within join report_obligation owing on owing.partition_id = within.unit_id and owing.request_id = ${requestId}::uuid
    )
    select partition_id, ${requestId}::uuid as request_id, unit_id, level, due_on, since_version, state from within order by unit_id`.execute(
    tx,
  )
  return rows.map(toObligation)
}

/** What these units owe, whoever asked. */
export async function listOwed(tx: Db, unitIds: readonly string[]): Promise<(Obligation & { readonly state: ReturnState })[]> {
  const rows = await tx
    .selectFrom('reportObligation')
    .select(['partitionId', 'requestId', 'unitId', 'level', 'dueOn', 'sinceVersion', 'state'])
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy('dueOn', 'desc')
    .orderBy('requestId')
    .execute()
  return rows.map(toObligation)
}

/** How many wait to be looked at by each of these units, request by request. */
export async function countWaiting(tx: Db, unitIds: readonly string[]): Promise<{ requestId: string; unitId: string; count: number }[]> {
  return tx
    .selectFrom('reportObligation')
    .select(['requestId', 'partitionId as unitId', sql<number>`count(*)::integer`.as('count')])
    .where(sql<boolean>`partition_id = any(${unitIds}::uuid[])`)
    .where('state', 'in', ['sent', 'corrected'])
    .groupBy(['requestId', 'partitionId'])
    .execute()
}

/** Who waits for the answer of a unit, the longest waiting first. */
export async function listWaitingFor(tx: Db, { requestId, toUnitId }: Placed): Promise<string[]> {
  const rows = await tx
    .selectFrom('reportObligation as o')
    .innerJoin('returnEvent as e', join =>
      join.onRef('e.partitionId', '=', 'o.partitionId').onRef('e.requestId', '=', 'o.requestId').onRef('e.unitId', '=', 'o.unitId'),
    )
    .select(['o.unitId', sql<string>`max(e.at)`.as('at')])
    .where('o.partitionId', '=', toUnitId)
    .where('o.requestId', '=', requestId)
    .where('o.state', 'in', ['sent', 'corrected'])
    .groupBy('o.unitId')
    .orderBy('at')
    .orderBy('o.unitId')
    .execute()
  return rows.map(({ unitId }) => unitId)
}

export async function listEvents(tx: Db, key: ReturnKey): Promise<ReturnEvent[]> {
  return (await listEventsOf(tx, key.requestId, [key])).map(({ unitId: _, ...event }) => event)
}

/** The same of several, wherever they hand in, each with whose it is. */
export async function listEventsOf(tx: Db, requestId: string, keys: readonly Omit<ReturnKey, 'requestId'>[]): Promise<UnitEvent[]> {
  const [units, receivers] = [keys.map(({ unitId }) => unitId), keys.map(({ toUnitId }) => toUnitId)]
  const rows = await tx
    .selectFrom('returnEvent as e')
    .innerJoin(
      sql<{ unitId: string; toUnitId: string }>`unnest(${units}::uuid[], ${receivers}::uuid[])`.as<'wanted'>(
        sql`wanted(unit_id, to_unit_id)`,
      ),
      join => join.onRef('wanted.unitId', '=', 'e.unitId').onRef('wanted.toUnitId', '=', 'e.partitionId'),
    )
    .selectAll('e')
    .where('e.requestId', '=', requestId)
    .orderBy('e.sequence')
    .execute()
  return rows.map(row => ({ ...toEvent(row), unitId: row.unitId }))
}
type UnitEvent = ReturnEvent & { readonly unitId: string }

/** What happened in a whole request by a day, each with the unit it happened to. */
export async function listAllEvents(tx: Db, requestId: string, on: PlainDate): Promise<UnitEvent[]> {
  const rows = await tx
    .selectFrom('returnEvent')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('onDay', '<=', on)
    .orderBy('unitId')
    .orderBy('sequence')
    .execute()
  return rows.map(row => ({ ...toEvent(row), unitId: row.unitId }))
}

export async function insertEvent(tx: Db, key: ReturnKey, { on, remarks, ...event }: ReturnEvent): Promise<void> {
  await tx
    .insertInto('returnEvent')
    .values({ ...rowKey(key), ...event, onDay: on, remarks: toJson(remarks) })
    .execute()
}

export type SealedVersion = { readonly version: number; readonly content: ReturnContent; readonly contentHash: string }

export async function insertVersion(tx: Db, key: ReturnKey, sealed: SealedVersion, sealedAt: string): Promise<void> {
  await tx
    .insertInto('returnVersion')
    .values({ ...rowKey(key), ...sealed, content: toJson(sealed.content), sealedAt })
    .execute()
}

export async function findVersion(tx: Db, key: ReturnKey, version: number): Promise<ReturnContent | undefined> {
  return (await findSealed(tx, key, version))?.content
}

/** One version of each of several that hand in to one unit. */
export async function listVersionsOf(
  tx: Db,
  { requestId, toUnitId }: Placed,
  wanted: readonly { readonly unitId: string; readonly version: number }[],
): Promise<ReadonlyMap<string, ReturnContent>> {
  const { rows } = await sql<{ unitId: string; content: unknown }>`
    select sealed.unit_id, sealed.content
    from unnest(${wanted.map(({ unitId }) => unitId)}::uuid[], ${wanted.map(({ version }) => version)}::integer[]) as wanted(unit_id, version)
      join return_version sealed on sealed.partition_id = ${toUnitId}::uuid and sealed.request_id = ${requestId}::uuid
        and sealed.unit_id = wanted.unit_id and sealed.version = wanted.version`.execute(tx)
  return new Map(rows.map(({ unitId, content }) => [unitId, content as ReturnContent]))
}

export async function findSealed(tx: Db, key: ReturnKey, version: number): Promise<SealedReturnView | undefined> {
  const row = await tx
    .selectFrom('returnVersion')
    .select(['version', 'content', 'sealedAt'])
    .where('partitionId', '=', key.toUnitId)
    .where('requestId', '=', key.requestId)
    .where('unitId', '=', key.unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { ...row, content: row.content as ReturnContent }
}

/** The figures of the version that stands take the place of those before; null: none stands. */
export async function replaceToldValues(
  tx: Db,
  { requestId, unitId, toUnitId }: ReturnKey,
  standing: Pick<SealedVersion, 'version' | 'content'> | null,
): Promise<void> {
  await tx
    .deleteFrom('toldValue')
    .where('partitionId', '=', toUnitId)
    .where('requestId', '=', requestId)
    .where('unitId', '=', unitId)
    .execute()
  const told = Object.entries(standing?.content.values ?? {})
  if (!standing || told.length === 0) return
  const counts = told.map(([, value]) => value.count)
  const qualifiers = told.map(([, value]) => (value.quality === 'estimated' ? value.qualifier : null))
  await sql`
    insert into told_value (partition_id, request_id, unit_id, code, count, qualifier, version)
    select ${toUnitId}::uuid, ${requestId}::uuid, ${unitId}::uuid, code, count, qualifier, ${standing.version}
    from unnest(${told.map(([code]) => code)}::text[], ${counts}::bigint[], ${qualifiers}::text[]) as told(code, count, qualifier)`.execute(
    tx,
  )
}

type ObligationRow = Pick<
  Selectable<ReportObligationTable>,
  'partitionId' | 'requestId' | 'unitId' | 'level' | 'dueOn' | 'sinceVersion' | 'state'
>

function toObligation(row: ObligationRow): Obligation & { readonly state: ReturnState } {
  const { requestId, unitId, partitionId, level, dueOn, sinceVersion, state } = row
  return { requestId, unitId, toUnitId: partitionId, level: level as Level, dueOn, sinceVersion, state: state as ReturnState }
}

function toReturn(row: Selectable<ReportObligationTable>): StoredReturn {
  return { ...toObligation(row), content: row.content as ReturnContent, revision: row.revision }
}

function toEvent(row: Selectable<ReturnEventTable>): ReturnEvent {
  const { sequence, type, version, byName, byAccountId, at, onDay, reason, remarks } = row
  return {
    sequence,
    type: type as ReturnEventType,
    version,
    byName,
    byAccountId,
    at,
    on: onDay,
    reason,
    remarks: remarks as ReturnRemark[],
  }
}
