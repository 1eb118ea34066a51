import { type RawBuilder, sql } from 'kysely'
import type { HouseholdCount, HouseholdRow } from '#contract/household.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { PovertyStanding } from '#domain/household/household.ts'
import type { Db } from '../db/connect.ts'
import { likePattern } from '../db/search.ts'

export type HouseholdFilter = {
  readonly areaUnitIds: readonly string[]
  readonly on: PlainDate
  readonly search: string
  readonly poverty?: PovertyStanding | 'unknown' | undefined
  readonly after: PageKey | null
  readonly limit: number
}
/** The last row seen: the next page begins behind it, however many rows there are before. */
export type PageKey = { readonly sortKey: string; readonly householdId: string }
export type ListedHousehold = Omit<HouseholdRow, 'areaName'> & { readonly sortKey: string }

/** So many places are asked one by one; of more, the order of all names is walked. */
const fewAreas = 200

/**
 * By given name, page by page. Whoever answers for a few places pays for those alone: each gives its first rows in order.
 * Codes are put beside the rows of one page only.
 */
export async function listHouseholdsOn(tx: Db, filter: HouseholdFilter): Promise<ListedHousehold[]> {
  const { areaUnitIds, search, limit } = filter
  const page = hasDigit(search) ? byCode(filter) : areaUnitIds.length <= fewAreas ? areaByArea(filter) : everywhere(filter)
  const { rows } = await sql<ListedHousehold>`
    select page.household_id as "householdId", head_name as "headName", member_count as "memberCount", address,
      area_unit_id as "areaUnitId", poverty, sort_key as "sortKey", h.code
    from (${inOrder(page, limit)}) as page
    join household h on h.id = page.household_id and h.partition_id = page.partition_id
    order by sort_key, household_id`.execute(tx)
  return rows
}

/** The rows of one place are few: they are read in order and looked through, whatever else could find them. */
function areaByArea(filter: HouseholdFilter): RawBuilder<unknown> {
  const own = sql`select * from household_version
    where area_unit_id = place.id and struck_at is null and valid @> ${filter.on}::date order by sort_key, household_id offset 0`
  return sql`select first.* from unnest(${[...filter.areaUnitIds]}::uuid[]) as place(id)
    cross join lateral (${inOrder(sql`select v.* from (${own}) as v where ${told(filter)}`, filter.limit)}) as first`
}

function everywhere(filter: HouseholdFilter): RawBuilder<unknown> {
  return sql`select v.* from household_version v where ${standing(filter)} and ${told(filter)}`
}

function byCode(filter: HouseholdFilter): RawBuilder<unknown> {
  const coded = sql`select * from household where lower(code) like ${likePattern(filter.search).slice(1)} offset 0`
  const own = sql`select * from household_version where household_id = coded.id and partition_id = coded.partition_id offset 0`
  return sql`select v.* from (${coded}) as coded cross join lateral (${own}) as v
    where ${standing(filter)} and ${told({ ...filter, search: '' })}`
}

function inOrder(rows: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  return sql`select * from (${rows}) as found order by sort_key, household_id limit ${limit}`
}

function standing({ areaUnitIds, on }: HouseholdFilter): RawBuilder<unknown> {
  return sql`v.struck_at is null and v.valid @> ${on}::date and v.area_unit_id = any(${[...areaUnitIds]}::uuid[])`
}

function told({ search, poverty, after }: HouseholdFilter): RawBuilder<unknown> {
  const conditions = [
    search && sql`v.search_key like ${likePattern(search)}`,
    poverty && (poverty === 'unknown' ? sql`v.poverty is null` : sql`v.poverty = ${poverty}`),
    after && sql`(v.sort_key, v.household_id) > (${after.sortKey}, ${after.householdId}::uuid)`,
  ]
  return sql.join(
    [sql`true`, ...conditions.filter(condition => condition !== undefined && condition !== null && condition !== '')],
    sql` and `,
  )
}

/** Names have no digits: what has one is a code. */
function hasDigit(search: string): boolean {
  return /\d/u.test(search)
}

export type AreaCount = Omit<HouseholdCount, 'unitId' | 'unitName'> & { readonly areaUnitId: string }

/** How many households each area has on a day, and of how many something is not known. */
export async function countHouseholdsOn(tx: Db, areaUnitIds: readonly string[], on: PlainDate): Promise<AreaCount[]> {
  return tx
    .selectFrom('householdVersion')
    .select([
      'areaUnitId',
      sql<number>`count(*)::integer`.as('households'),
      sql<number>`coalesce(sum(member_count), 0)::integer`.as('members'),
      sql<number>`count(*) filter (where member_count is null)::integer`.as('uncounted'),
      sql<number>`count(*) filter (where poverty = 'poor')::integer`.as('poor'),
      sql<number>`count(*) filter (where poverty = 'nearPoor')::integer`.as('nearPoor'),
      sql<number>`count(*) filter (where poverty is null)::integer`.as('povertyUnknown'),
    ])
    .where('struckAt', 'is', null)
    .where(sql<boolean>`valid @> ${on}::date`)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
    .groupBy('areaUnitId')
    .execute()
}

/** Units with no version in force on a day that lay one step below one of these when they ended. */
export async function listEndedBelow(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select v.unit_id as "unitId" from org_unit_version v
    where v.parent_unit_id = any(${[...unitIds]}::uuid[]) and upper(v.valid) <= ${on}::date
      and not exists (select from org_unit_version later where later.unit_id = v.unit_id and coalesce(upper(later.valid), 'infinity') > upper(v.valid))`.execute(
    tx,
  )
  return rows.map(({ unitId }) => unitId)
}
