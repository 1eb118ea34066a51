import type { Selectable } from 'kysely'
import type { Qualifier } from '#domain/activity/activity.ts'
import type { KeptFigure } from '#domain/consolidation/add-one.ts'
import type { FigureSource } from '#domain/consolidation/add-up.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { Level } from '#domain/request/request.ts'
import type { Db } from '../db/connect.ts'
import type { AddedFigureTable } from '../db/schema.ts'

/** A unit that owes something in a request, and to whom. */
export type Owing = { readonly unitId: string; readonly toUnitId: string; readonly level: Level }

export async function findOwing(tx: Db, requestId: string, unitId: string): Promise<Owing | undefined> {
  const row = await tx
    .selectFrom('reportObligation')
    .select(['unitId', 'partitionId', 'level'])
    .where('unitId', '=', unitId)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  return row && { unitId: row.unitId, toUnitId: row.partitionId, level: row.level as Level }
}

/** Those that hand in to a unit. */
export async function listOwingBelow(tx: Db, requestId: string, unitId: string): Promise<Owing[]> {
  const rows = await tx
    .selectFrom('reportObligation')
    .select(['unitId', 'partitionId', 'level'])
    .where('partitionId', '=', unitId)
    .where('requestId', '=', requestId)
    .execute()
  return rows.map(row => ({ unitId: row.unitId, toUnitId: row.partitionId, level: row.level as Level }))
}

export type ToldValue = { readonly unitId: string; readonly code: string; readonly value: Value }

/** What those that hand in to a unit told themselves, in the versions that stand. */
export async function listToldBelow(tx: Db, requestId: string, unitId: string): Promise<ToldValue[]> {
  const rows = await tx
    .selectFrom('toldValue')
    .select(['unitId', 'code', 'count', 'qualifier'])
    .where('partitionId', '=', unitId)
    .where('requestId', '=', requestId)
    .execute()
  return rows.map(toTold)
}

/** What one unit told itself. */
export async function listToldBy(tx: Db, requestId: string, { unitId, toUnitId }: Owing): Promise<ToldValue[]> {
  const rows = await tx
    .selectFrom('toldValue')
    .select(['unitId', 'code', 'count', 'qualifier'])
    .where('partitionId', '=', toUnitId)
    .where('requestId', '=', requestId)
    .where('unitId', '=', unitId)
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

/** The kept figures of one unit. */
export async function listFiguresOf(tx: Db, requestId: string, unitId: string): Promise<CodedFigure[]> {
  const rows = await tx.selectFrom('addedFigure').selectAll().where('requestId', '=', requestId).where('unitId', '=', unitId).execute()
  return rows.map(toFigure)
}

/** The kept figures of those one step below a unit, the unit itself left out. */
export async function listFiguresBelow(tx: Db, requestId: string, unitId: string): Promise<CodedFigure[]> {
  const rows = await tx
    .selectFrom('addedFigure')
    .selectAll()
    .where('partitionId', '=', unitId)
    .where('requestId', '=', requestId)
    .where('unitId', '!=', unitId)
    .execute()
  return rows.map(toFigure)
}

/** Those of a unit take the place of what was kept for it. */
export async function replaceFigures(
  tx: Db,
  { requestId, unitId, toUnitId }: { readonly requestId: string; readonly unitId: string; readonly toUnitId: string },
  figures: readonly CodedFigure[],
): Promise<void> {
  await tx
    .deleteFrom('addedFigure')
    .where('partitionId', '=', toUnitId)
    .where('requestId', '=', requestId)
    .where('unitId', '=', unitId)
    .execute()
  if (figures.length === 0) return
  const rows = figures.map(({ code, owes, values, source, notAdded, coverage, beside }) => {
    const [value] = values ?? []
    const { of, ...counts } = coverage
    const qualifier = value?.quality === 'estimated' ? value.qualifier : null
    return {
      code,
      owes,
      count: value?.count ?? null,
      qualifier,
      source,
      notAdded,
      ofUnits: of,
      ...counts,
      beside: beside && JSON.stringify(beside),
    }
  })
  await tx
    .insertInto('addedFigure')
    .values(rows.map(row => ({ ...row, partitionId: toUnitId, requestId, unitId })))
    .execute()
}

function toTold(row: { unitId: string; code: string; count: number; qualifier: string | null }): ToldValue {
  return { unitId: row.unitId, code: row.code, value: toValue(row.count, row.qualifier) }
}

function toValue(count: number, qualifier: string | null): Value {
  return qualifier === null ? { quality: 'counted', count } : { quality: 'estimated', count, qualifier: qualifier as Qualifier }
}

function toFigure(row: Selectable<AddedFigureTable>): CodedFigure {
  const { unitId, code, owes, count, qualifier, source, notAdded, ofUnits, whole, begun, entries, estimated, beside } = row
  return {
    unitId,
    code,
    owes,
    values: count === null ? null : [toValue(count, qualifier)],
    source: source as FigureSource,
    notAdded: notAdded as KeptFigure['notAdded'],
    coverage: { of: ofUnits, whole, begun, entries, estimated },
    beside: beside as KeptFigure['beside'],
  }
}
