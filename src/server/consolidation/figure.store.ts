import { type Selectable, sql } from 'kysely'
import type { Qualifier } from '#domain/activity/activity.ts'
import type { KeptFigure } from '#domain/consolidation/add-one.ts'
import type { FigureSource } from '#domain/consolidation/add-up.ts'
import type { Thing } from '#domain/consolidation/things.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { Level } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import type { AddedFigureTable, ReportObligationTable } from '../db/schema.ts'

/** A unit that owes something in a request, to whom, and whether others hand in to it. */
export type Owing = { readonly unitId: string; readonly toUnitId: string; readonly level: Level; readonly receives: boolean }

export async function findOwing(tx: Db, requestId: string, unitId: string): Promise<Owing | undefined> {
  const row = await tx
    .selectFrom('reportObligation')
    .select(['unitId', 'partitionId', 'level', 'receives'])
    .where('unitId', '=', unitId)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  return row && toOwing(row)
}

/** Those that hand in to a unit. */
export async function listOwingBelow(tx: Db, requestId: string, unitId: string): Promise<Owing[]> {
  const rows = await tx
    .selectFrom('reportObligation')
    .select(['unitId', 'partitionId', 'level', 'receives'])
    .where('partitionId', '=', unitId)
    .where('requestId', '=', requestId)
    .execute()
  return rows.map(toOwing)
}

type OwingRow = Pick<Selectable<ReportObligationTable>, 'unitId' | 'partitionId' | 'level' | 'receives'>

function toOwing({ partitionId, level, ...row }: OwingRow): Owing {
  return { ...row, toUnitId: partitionId, level: level as Level }
}

export type ToldValue = { readonly unitId: string; readonly code: string; readonly value: Value }

/** What those that hand in to a unit told themselves of some things, in the versions that stand. */
export async function listToldBelow(tx: Db, requestId: string, unitId: string, codes: readonly string[]): Promise<ToldValue[]> {
  const rows = await tx
    .selectFrom('toldValue')
    .select(['unitId', 'code', 'count', 'qualifier'])
    .where('partitionId', '=', unitId)
    .where('requestId', '=', requestId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute()
  return rows.map(toTold)
}

/** What one unit told itself. */
export async function listToldBy(tx: Db, requestId: string, unit: Placed): Promise<ToldValue[]> {
  return listToldByAll(tx, requestId, [unit])
}
type Placed = Pick<Owing, 'unitId' | 'toUnitId'>

/** What each of these told itself. */
export async function listToldByAll(tx: Db, requestId: string, units: readonly Placed[]): Promise<ToldValue[]> {
  const rows = await tx
    .selectFrom('toldValue')
    .select(['unitId', 'code', 'count', 'qualifier'])
    .where(sql<boolean>`partition_id = any(${[...new Set(units.map(({ toUnitId }) => toUnitId))]}::uuid[])`)
    .where('requestId', '=', requestId)
    .where(sql<boolean>`unit_id = any(${units.map(({ unitId }) => unitId)}::uuid[])`)
    .execute()
  return rows.map(toTold)
}

/** What everybody told of one thing, in the versions that stand. */
export async function listToldOf(tx: Db, requestId: string, code: string): Promise<ToldValue[]> {
  const rows = await tx
    .selectFrom('toldValue')
    .select(['unitId', 'code', 'count', 'qualifier'])
    .where('requestId', '=', requestId)
    .where('code', '=', code)
    .execute()
  return rows.map(toTold)
}

export type CodedFigure = KeptFigure & { readonly code: string }

/** A kept figure; of a share, with how many units told one of its two counts and so are in neither. */
export type StoredFigure = CodedFigure & { readonly halves: number }

/** The kept figures of one unit. */
export async function listFiguresOf(tx: Db, requestId: string, unitId: string): Promise<StoredFigure[]> {
  return listFiguresOfAll(tx, requestId, [unitId])
}

/** The same of several units. */
export async function listFiguresOfAll(tx: Db, requestId: string, unitIds: readonly string[]): Promise<StoredFigure[]> {
  const rows = await tx
    .selectFrom('addedFigure')
    .selectAll()
    .where('requestId', '=', requestId)
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .execute()
  return rows.map(toFigure)
}

/** The kept figures of those one step below a unit, the unit itself left out. */
export async function listFiguresBelow(tx: Db, requestId: string, unitId: string, codes: readonly string[]): Promise<StoredFigure[]> {
  const rows = await tx
    .selectFrom('addedFigure')
    .selectAll()
    .where('partitionId', '=', unitId)
    .where('requestId', '=', requestId)
    .where('unitId', '!=', unitId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute()
  return rows.map(toFigure)
}

function toTold(row: { unitId: string; code: string; count: number; qualifier: string | null }): ToldValue {
  return { unitId: row.unitId, code: row.code, value: toValue(row.count, row.qualifier) }
}

function toValue(count: number, qualifier: string | null): Value {
  return qualifier === null ? { quality: 'counted', count } : { quality: 'estimated', count, qualifier: qualifier as Qualifier }
}

function toFigure(row: Selectable<AddedFigureTable>): StoredFigure {
  const { unitId, code, owes, source, notAdded, ofUnits, whole, begun, entries, estimated, halves, beside } = row
  const second = row.baseCount === null ? [] : [toValue(row.baseCount, row.baseQualifier)]
  return {
    unitId,
    code,
    owes,
    values: row.count === null ? null : [toValue(row.count, row.qualifier), ...second],
    source: source as FigureSource,
    notAdded: notAdded as KeptFigure['notAdded'],
    coverage: { of: ofUnits, whole, begun, entries, estimated },
    beside: beside as KeptFigure['beside'],
    halves,
  }
}

/** Of some shares, who below a unit told one of the two counts; `via` is the one right below it that this lies in. */
export async function listHalvesBelow(
  tx: Db,
  requestId: string,
  {
    unitId,
    shares,
  }: {
    readonly unitId: string
    readonly shares: readonly { readonly code: string; readonly codes: readonly string[]; readonly levels: readonly string[] }[]
  },
): Promise<{ readonly code: string; readonly via: string; readonly unitId: string }[]> {
  const asked = shares.flatMap(({ code, codes, levels }) => levels.map(level => ({ code, level, first: codes[0], second: codes[1] })))
  if (asked.length === 0) return []
  const { rows } = await sql<{ code: string; via: string; unitId: string }>`
    with recursive asked as (
      select * from unnest(${asked.map(({ code }) => code)}::text[], ${asked.map(({ level }) => level)}::text[],
        ${asked.map(({ first }) => first)}::text[], ${asked.map(({ second }) => second)}::text[]) as asked(code, level, first_code, second_code)
    ), share as (select distinct code from asked),
    opened as (
      select share.code, below.unit_id as via, below.unit_id, below.partition_id, below.level, below.receives
      from share cross join report_obligation below
      where below.partition_id = ${unitId}::uuid and below.request_id = ${requestId}::uuid
      union all
      select opened.code, opened.via, below.unit_id, below.partition_id, below.level, below.receives
      from opened
        join added_figure kept on kept.partition_id = opened.partition_id and kept.request_id = ${requestId}::uuid
          and kept.code = opened.code and kept.unit_id = opened.unit_id and kept.halves > 0
        join report_obligation below on below.partition_id = opened.unit_id and below.request_id = ${requestId}::uuid
      where opened.receives
    )
    select opened.code, opened.via, opened.unit_id
    from opened join asked on asked.code = opened.code and asked.level = opened.level
    where (select count(*) from told_value told where told.partition_id = opened.partition_id and told.request_id = ${requestId}::uuid
        and told.unit_id = opened.unit_id and told.code in (asked.first_code, asked.second_code)) = 1
      and not exists (select from added_figure kept where kept.partition_id = opened.partition_id and kept.request_id = ${requestId}::uuid
        and kept.code = opened.code and kept.unit_id = opened.unit_id and kept.source in ('own', 'below'))`.execute(tx)
  return rows
}

/** Everything a unit owes or owed. */
export async function listRequestIdsOf(tx: Db, unitId: string): Promise<string[]> {
  const rows = await tx.selectFrom('reportObligation').select('requestId').distinct().where('unitId', '=', unitId).execute()
  return rows.map(({ requestId }) => requestId)
}

/** The units of a level at or below one, with what is kept of one thing, and what those told that nobody hands in to. */
export async function listFiguresWithin(
  tx: Db,
  requestId: string,
  { unitId, level, thing }: { readonly unitId: string; readonly level: Level; readonly thing: Thing },
) {
  const { rows } = await sql<OwingRow>`
    with recursive below as (
      select unit_id, partition_id, level, receives from report_obligation
      where request_id = ${requestId}::uuid and (partition_id = ${unitId}::uuid or unit_id = ${unitId}::uuid)
      union
      select owing.unit_id, owing.partition_id, owing.level, owing.receives
      from below join report_obligation owing on owing.partition_id = below.unit_id and owing.request_id = ${requestId}::uuid
      where below.receives
    )
    select unit_id, partition_id, level, receives from below where level = ${level}`.execute(tx)
  const owing = rows.map(toOwing)
  const ids = owing.map(part => part.unitId)
  const kept = await tx
    .selectFrom('addedFigure')
    .selectAll()
    .where('requestId', '=', requestId)
    .where('code', '=', thing.code)
    .where(sql<boolean>`unit_id = any(${ids}::uuid[])`)
    .execute()
  const told = await listToldByAll(
    tx,
    requestId,
    owing.filter(part => !part.receives),
  )
  return {
    owing,
    kept: new Map(kept.map(row => [row.unitId, toFigure(row)])),
    told: new Map(told.filter(({ code }) => thing.codes.includes(code)).map(value => [`${value.unitId} ${value.code}`, value])),
  }
}
