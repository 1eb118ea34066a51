import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { HouseholdVersion } from '#domain/household/household.ts'
import type { ImportField } from '#domain/household/import-row.ts'
import { nameKey } from '#domain/household/name-key.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Db } from '../db/connect.ts'
import { toDateRange } from '../db/values.ts'

/** A household as a list tells it, under the id its key gives it. */
export type ListedRow = Pick<HouseholdVersion, 'headName' | 'memberCount' | 'address' | 'areaUnitId' | 'poverty'> & {
  readonly id: string
  readonly code: string | null
}

// Lists are long: what they ask is asked row by row of the indexes (`lateral … offset 0`), since the planner alone would
// read the whole register for each batch.

/** What the register knows of these ids; null where it knew one that has ended. */
export async function listKnown(tx: Db, ids: readonly string[]): Promise<Map<string, ListedRow | null>> {
  const { rows } = await sql<ListedRow & { stands: boolean }>`
    select h.id, h.code, v.head_name as "headName", v.member_count as "memberCount", v.address, v.area_unit_id as "areaUnitId", v.poverty,
      v.id is not null as stands
    from unnest(${[...ids]}::uuid[]) as asked(id)
    cross join lateral (select * from household where id = asked.id offset 0) as h
    left join lateral (
      select * from household_version
      where household_id = h.id and partition_id = h.partition_id and struck_at is null and upper_inf(valid) offset 0
    ) as v on true`.execute(tx)
  return new Map(rows.map(({ stands, ...row }) => [row.id, stands ? row : null]))
}

/** Households that stand in the places of these rows under the same name or the same code. */
export async function listLikelyMany(tx: Db, rows: readonly ListedRow[]): Promise<ListedRow[]> {
  const areas = rows.map(row => row.areaUnitId)
  const { rows: found } = await sql<ListedRow>`
    select h.id, h.code, near.head_name as "headName", near.member_count as "memberCount", near.address, near.area_unit_id as "areaUnitId", near.poverty
    from (
      select distinct * from unnest(${areas}::uuid[], ${rows.map(row => nameKey(row.headName))}::text[]) as told(area, name)
    ) as asked
    cross join lateral (
      select * from household_version v
      where v.area_unit_id = asked.area and v.sort_key = asked.name and v.struck_at is null and upper_inf(v.valid) offset 0
    ) as near
    cross join lateral (select * from household where id = near.household_id and partition_id = near.partition_id offset 0) as h`.execute(
    tx,
  )
  const { rows: coded } = await sql<ListedRow>`
    select h.id, h.code, v.head_name as "headName", v.member_count as "memberCount", v.address, v.area_unit_id as "areaUnitId", v.poverty
    from unnest(${areas}::uuid[], ${rows.map(row => row.code)}::text[]) as asked(area, code)
    cross join lateral (select * from household where partition_id = asked.area and code = asked.code offset 0) as h
    cross join lateral (
      select * from household_version where household_id = h.id and partition_id = h.partition_id and struck_at is null and upper_inf(valid) offset 0
    ) as v`.execute(tx)
  return [...found, ...coded]
}

/** Many at once: lists of values travel as arrays, one per column. */
export async function insertListed(
  tx: Db,
  rows: readonly ListedRow[],
  { from, recordedBy, recordedAt }: { readonly from: PlainDate; readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
  const ids = rows.map(row => row.id)
  const areas = rows.map(row => row.areaUnitId)
  await sql`insert into household (id, partition_id, code)
    select * from unnest(${ids}::uuid[], ${areas}::uuid[], ${rows.map(row => row.code)}::text[])`.execute(tx)
  await sql`insert into household_version (household_id, partition_id, id, area_unit_id, head_name, member_count, address, poverty,
      sort_key, search_key, valid, cause, recorded_by, recorded_at)
    select id, area, id, area, head_name, member_count, address, poverty, sort_key, search_key,
      ${toDateRange({ from, until: null })}::daterange, 'imported', ${recordedBy}::text, ${recordedAt}::timestamptz
    from unnest(${ids}::uuid[], ${areas}::uuid[], ${rows.map(row => row.headName)}::text[], ${rows.map(row => row.memberCount)}::integer[],
      ${rows.map(row => row.address)}::text[], ${rows.map(row => row.poverty)}::text[],
      ${rows.map(row => nameKey(row.headName))}::text[], ${rows.map(row => searchKey(row.headName))}::text[])
      as told(id, area, head_name, member_count, address, poverty, sort_key, search_key)`.execute(tx)
}

/** A register that has just grown is planned for as it was before, until somebody counts. */
export async function countRowsAnew(db: Db): Promise<void> {
  await sql`analyze household, household_version`.execute(db)
}

/** How this sender called the columns before. */
export async function listRememberedColumns(tx: Db, unitId: string, sender: string): Promise<Map<string, ImportField | null>> {
  const rows = await tx
    .selectFrom('householdColumn')
    .select(['header', 'field'])
    .where('unitId', '=', unitId)
    .where('sender', '=', sender)
    .execute()
  return new Map(rows.map(({ header, field }) => [header, field as ImportField | null]))
}

export async function saveColumns(
  tx: Db,
  {
    unitId,
    sender,
    columns,
  }: { readonly unitId: string; readonly sender: string; readonly columns: ReadonlyMap<string, ImportField | null> },
): Promise<void> {
  for (const [header, field] of columns)
    await tx
      .insertInto('householdColumn')
      .values({ unitId, sender, header, field })
      .onConflict(conflict => conflict.columns(['unitId', 'sender', 'header']).doUpdateSet({ field }))
      .execute()
}
