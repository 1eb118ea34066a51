import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Change, HouseholdVersion } from '#domain/household/household.ts'
import type { ImportField } from '#domain/household/import-row.ts'
import type { KeyedRow, KnownHousehold, LikelyHousehold } from '#domain/household/take-rows.ts'
import type { Db } from '../db/connect.ts'
import { toDateRange } from '../db/values.ts'

// Lists are long: what they ask is asked row by row of the indexes (`lateral … offset 0`), since the planner alone would
// read the whole register for each batch.

/** Those of these places in which nobody was ever entered, nor has moved to. */
export async function listEmptyAreas(tx: Db, areaUnitIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${[...areaUnitIds]}::uuid[]) as asked(id)
    where not exists (select 1 from household where partition_id = asked.id)
      and not exists (select 1 from household_version where area_unit_id = asked.id and struck_at is null)`.execute(tx)
  return new Set(rows.map(row => row.id))
}

/** Held until the batch is kept, in one order for all, so that what is compared is what is changed. */
export async function lockListed(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`select 1 from household where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
}

type StandingRow = Pick<KnownHousehold, 'id' | 'code' | 'headName' | 'memberCount' | 'address' | 'areaUnitId' | 'poverty'>

/** What the register knows of these ids; null where it knew one that has ended. */
export async function listKnown(tx: Db, ids: readonly string[]): Promise<Map<string, KnownHousehold | null>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<StandingRow & { versionId: string | null; since: PlainDate | null }>`
    select h.id, h.code, v.head_name as "headName", v.member_count as "memberCount", v.address, v.area_unit_id as "areaUnitId", v.poverty,
      v.id as "versionId", lower(v.valid) as since
    from unnest(${[...ids]}::uuid[]) as asked(id)
    cross join lateral (select * from household where id = asked.id offset 0) as h
    left join lateral (
      select * from household_version
      where household_id = h.id and partition_id = h.partition_id and struck_at is null and upper_inf(valid) offset 0
    ) as v on true`.execute(tx)
  return new Map(rows.map(({ versionId, ...row }) => [row.id, versionId === null ? null : { ...row, versionId }]))
}

/** Households that stand in the places of these rows under the same name or the same code. */
export async function listLikelyMany(tx: Db, rows: readonly KeyedRow[]): Promise<LikelyHousehold[]> {
  if (rows.length === 0) return []
  const areas = rows.map(row => row.areaUnitId)
  const { rows: found } = await sql<LikelyHousehold>`
    select h.code, near.head_name as "headName", near.address, near.area_unit_id as "areaUnitId"
    from (
      select distinct * from unnest(${areas}::uuid[], ${rows.map(row => row.sortKey)}::text[]) as told(area, name)
    ) as asked
    cross join lateral (
      select * from household_version v
      where v.area_unit_id = asked.area and v.sort_key = asked.name and v.struck_at is null and upper_inf(v.valid) offset 0
    ) as near
    cross join lateral (select * from household where id = near.household_id and partition_id = near.partition_id offset 0) as h`.execute(
    tx,
  )
  const { rows: coded } = await sql<LikelyHousehold>`
    select h.code, v.head_name as "headName", v.address, v.area_unit_id as "areaUnitId"
    from unnest(${areas}::uuid[], ${rows.map(row => row.code)}::text[]) as asked(area, code)
    cross join lateral (select * from household where partition_id = asked.area and code = asked.code offset 0) as h
    cross join lateral (
      select * from household_version where household_id = h.id and partition_id = h.partition_id and struck_at is null and upper_inf(valid) offset 0
    ) as v`.execute(tx)
  return [...found, ...coded]
}

type Recorded = { readonly from: PlainDate; readonly recordedBy: string; readonly recordedAt: string }

/** Many at once: lists of values travel as arrays, one per column. */
export async function insertListed(tx: Db, rows: readonly KeyedRow[], { from, recordedBy, recordedAt }: Recorded): Promise<void> {
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
      ${rows.map(row => row.sortKey)}::text[], ${rows.map(row => row.searchKey)}::text[])
      as told(id, area, head_name, member_count, address, poverty, sort_key, search_key)`.execute(tx)
}

export type ListedChange = Change & Pick<KeyedRow, 'sortKey' | 'searchKey'>

/** What stood ends or is struck, what the list says takes over. The rows are locked. */
export async function updateListed(tx: Db, changes: readonly ListedChange[], { from, recordedBy, recordedAt }: Recorded): Promise<void> {
  const ids = changes.map(({ version }) => version.householdId)
  await sql`update household_version v
    set valid = case when told.struck then v.valid else daterange(lower(v.valid), ${from}::date) end,
      struck_at = case when told.struck then ${recordedAt}::timestamptz end
    from unnest(${ids}::uuid[], ${changes.map(({ before }) => before.id)}::uuid[], ${changes.map(({ after }) => after.isStruck)}::boolean[])
      as told(household_id, id, struck)
    where v.household_id = told.household_id and v.id = told.id`.execute(tx)
  const told = <Key extends keyof HouseholdVersion>(key: Key): HouseholdVersion[Key][] => changes.map(({ version }) => version[key])
  await sql`insert into household_version (household_id, partition_id, id, area_unit_id, head_name, member_count, address, poverty,
      sort_key, search_key, valid, cause, recorded_by, recorded_at)
    select h.id, h.partition_id, told.id, area, head_name, member_count, address, poverty, sort_key, search_key,
      ${toDateRange({ from, until: null })}::daterange, 'imported', ${recordedBy}::text, ${recordedAt}::timestamptz
    from unnest(${ids}::uuid[], ${told('id')}::uuid[], ${told('areaUnitId')}::uuid[], ${told('headName')}::text[],
      ${told('memberCount')}::integer[], ${told('address')}::text[], ${told('poverty')}::text[],
      ${changes.map(({ sortKey }) => sortKey)}::text[], ${changes.map(({ searchKey }) => searchKey)}::text[])
      as told(household_id, id, area, head_name, member_count, address, poverty, sort_key, search_key)
    join household h on h.id = told.household_id`.execute(tx)
  await sql`update household set revision = revision + 1 where id = any(${ids}::uuid[])`.execute(tx)
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
