import { type Selectable, sql } from 'kysely'
import type { LevelCounts } from '#contract/request.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { PeriodPart, PeriodRule } from '#domain/calendar/reporting-period.ts'
import type { ReportingRegime, RequestKind } from '#domain/request/regime.ts'
import { type AskedLevel, levels, type Obligation, type ReportRequest } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import type { ReportingRegimeTable, ReportRequestTable } from '../db/schema.ts'
import { toDateRange, toJson } from '../db/values.ts'

export type StoredRegime = ReportingRegime & { readonly byName: string }
export type StoredRequest = ReportRequest & { readonly revision: number }

export async function findRegime(tx: Db, id: string): Promise<StoredRegime | undefined> {
  const row = await tx.selectFrom('reportingRegime').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRegime(row)
}

/** Those in force at these units, the newest first. */
export async function listRegimes(tx: Db, unitIds: readonly string[]): Promise<StoredRegime[]> {
  const rows = await tx
    .selectFrom('reportingRegime')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy('recordedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toRegime)
}

export async function insertRegime(tx: Db, regime: StoredRegime, recordedAt: string): Promise<void> {
  const { items, basis, parts, ownPeriods, valid, ...rest } = regime
  await tx
    .insertInto('reportingRegime')
    .values({
      ...rest,
      items: toJson(items),
      basis: basis && toJson(basis),
      parts: [...parts],
      ownPeriods: toJson(ownPeriods),
      valid: toDateRange(valid),
      recordedAt,
    })
    .execute()
}

export async function updateRegimeDays(tx: Db, id: string, valid: ReportingRegime['valid']): Promise<void> {
  await tx
    .updateTable('reportingRegime')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

export async function findRequest(tx: Db, id: string): Promise<StoredRequest | undefined> {
  const row = await tx.selectFrom('reportRequest').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRequest(row)
}

export async function lockRequest(tx: Db, id: string): Promise<StoredRequest | undefined> {
  const row = await tx.selectFrom('reportRequest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toRequest(row)
}

/** What was asked of the trees of these places, by them or in their stead, and by these units; the newest cut-off first. */
export async function listRequests(tx: Db, unitIds: readonly string[]): Promise<StoredRequest[]> {
  const rows = await tx
    .selectFrom('reportRequest')
    .selectAll()
    .where(sql<boolean>`(unit_id = any(${unitIds}::uuid[]) or place_unit_id = any(${unitIds}::uuid[]))`)
    .orderBy('cutoff', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toRequest)
}

/** The last that went out from a unit, or in its stead, for exactly these days; a regular one before any other. */
export async function findRequestOfDays(tx: Db, unitId: string, days: ReportRequest['covers']): Promise<StoredRequest | undefined> {
  const row = await tx
    .selectFrom('reportRequest')
    .selectAll()
    .where(of => of.or([of('unitId', '=', unitId), of('placeUnitId', '=', unitId)]))
    .where('sentOn', 'is not', null)
    .where(sql<boolean>`covers = ${toDateRange(days)}::daterange`)
    .orderBy(sql`kind = 'regular'`, 'desc')
    .orderBy('sentOn', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row && toRequest(row)
}

/** The last that went out for exactly these days and in which a unit owes something; a regular one before any other. */
export async function findRequestOwed(tx: Db, unitId: string, days: ReportRequest['covers']): Promise<StoredRequest | undefined> {
  const row = await tx
    .selectFrom('reportRequest as r')
    .innerJoin('reportObligation as o', 'o.requestId', 'r.id')
    .selectAll('r')
    .where('o.unitId', '=', unitId)
    .where('r.sentOn', 'is not', null)
    .where(sql<boolean>`r.covers = ${toDateRange(days)}::daterange`)
    .orderBy(sql`r.kind = 'regular'`, 'desc')
    .orderBy('r.sentOn', 'desc')
    .orderBy('r.id')
    .executeTakeFirst()
  return row && toRequest(row)
}

export async function listRequestsById(tx: Db, ids: readonly string[]): Promise<StoredRequest[]> {
  const rows = await tx
    .selectFrom('reportRequest')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('cutoff', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toRequest)
}

export async function insertRequest(tx: Db, request: StoredRequest): Promise<void> {
  await tx.insertInto('reportRequest').values(toRow(request)).execute()
}

export async function updateRequest(tx: Db, request: StoredRequest): Promise<void> {
  await tx.updateTable('reportRequest').set(toRow(request)).where('id', '=', request.id).execute()
}

/** Thousands at once: one list of values for each column. */
export async function insertObligations(tx: Db, obligations: readonly Obligation[]): Promise<void> {
  const [first] = obligations
  if (!first) return
  await sql`
    insert into report_obligation (partition_id, request_id, unit_id, level, due_on, since_version)
    select to_unit_id, ${first.requestId}::uuid, unit_id, level, due_on, since_version
    from unnest(${obligations.map(({ toUnitId }) => toUnitId)}::uuid[], ${obligations.map(({ unitId }) => unitId)}::uuid[],
      ${obligations.map(({ level }) => level)}::text[], ${obligations.map(({ dueOn }) => dueOn)}::date[],
      ${obligations.map(({ sinceVersion }) => sinceVersion)}::integer[]) as owed(to_unit_id, unit_id, level, due_on, since_version)`.execute(
    tx,
  )
}

/** Of the requests a unit sent out, all who owe; of those it owes itself, who hands in to it. */
export async function countReceived(
  tx: Db,
  of: { readonly unitId: string; readonly askedIds: readonly string[]; readonly owedIds: readonly string[]; readonly today: PlainDate },
): Promise<ReadonlyMap<string, LevelCounts[]>> {
  const counts = await sql<LevelCounts & { readonly requestId: string }>`
    select request_id, level, count(*)::integer as "of",
      (count(*) filter (where state <> 'open'))::integer as handed_in,
      (count(*) filter (where state in ('sent', 'corrected') and partition_id = ${of.unitId}::uuid))::integer as waiting,
      (count(*) filter (where state = 'open' and due_on < ${of.today}::date))::integer as overdue
    from report_obligation
    where request_id = any(${of.askedIds}::uuid[])
      or (partition_id = ${of.unitId}::uuid and request_id = any(${of.owedIds}::uuid[]))
    group by request_id, level
    order by request_id, array_position(${[...levels]}::text[], level)`.execute(tx)
  return Map.groupBy(counts.rows, ({ requestId }) => requestId)
}

function toRow({ covers, asked, ...rest }: StoredRequest) {
  return { ...rest, covers: toDateRange(covers), asked: toJson(asked) }
}

function toRegime(row: Selectable<ReportingRegimeTable>): StoredRegime {
  const { recordedAt: _, ...regime } = row
  return {
    ...regime,
    kind: row.kind as RequestKind,
    items: row.items as ReportingRegime['items'],
    basis: row.basis as ReportingRegime['basis'],
    parts: row.parts as PeriodPart[],
    ownPeriods: row.ownPeriods as PeriodRule[],
  }
}

function toRequest(row: Selectable<ReportRequestTable>): StoredRequest {
  return {
    ...row,
    kind: row.kind as RequestKind,
    covers: row.covers as ReportRequest['covers'],
    asked: row.asked as AskedLevel[],
  }
}
