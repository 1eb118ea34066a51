import { sql } from 'kysely'
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

/** By given name, page by page. */
export async function listHouseholdsOn(tx: Db, filter: HouseholdFilter): Promise<ListedHousehold[]> {
  const { areaUnitIds, on, search, poverty, after, limit } = filter
  let query = tx
    .selectFrom('householdVersion')
    .innerJoin('household', join =>
      join.onRef('household.id', '=', 'householdVersion.householdId').onRef('household.partitionId', '=', 'householdVersion.partitionId'),
    )
    .select(['householdId', 'headName', 'memberCount', 'address', 'areaUnitId', 'poverty', 'sortKey', 'household.code'])
    .where('struckAt', 'is', null)
    .where(sql<boolean>`valid @> ${on}::date`)
    .where(sql<boolean>`area_unit_id = any(${[...areaUnitIds]}::uuid[])`)
  if (/\d/u.test(search))
    query = query.where(sql<boolean>`lower(household.code) like ${likePattern(search).slice(1)}`) // names have no digits
  else if (search) query = query.where('searchKey', 'like', likePattern(search))
  if (poverty) query = poverty === 'unknown' ? query.where('poverty', 'is', null) : query.where('poverty', '=', poverty)
  if (after) query = query.where(sql<boolean>`(sort_key, household_id) > (${after.sortKey}, ${after.householdId}::uuid)`)
  const rows = await query.orderBy('sortKey').orderBy('householdId').limit(limit).execute()
  return rows.map(row => ({ ...row, poverty: row.poverty as PovertyStanding | null }))
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
