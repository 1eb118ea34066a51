import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Db } from '../db/connect.ts'
import { likePattern } from '../db/search.ts'
import { pathOfUnit } from '../org/org.store.ts'

/** What is looked for: words in any order, within units, as of a day; what the unit looked at has comes first. */
export type Search = {
  readonly text: string
  readonly unitId: string
  readonly unitIds: readonly string[]
  readonly today: PlainDate
  readonly limit: number
}

/** A row found, with the unit it belongs to. */
export type Found = {
  readonly id: string
  readonly insideId: string | null
  readonly title: string
  readonly about: string
  readonly unitId: string
  readonly on: PlainDate | null
}

/** By number and symbol first, then newest. */
export async function searchDocuments(tx: Db, search: Search): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select id, null as "insideId", code as title, subject as about, owner_unit_id as "unitId", issued_on as "on"
    from registered_document
    where owner_unit_id = any(${search.unitIds}::uuid[]) and ${holds(sql`search_key`, search.text)}
    order by ${startsLike(sql`search_key`, search.text)}, ${elsewhere(sql`owner_unit_id`, search)}, issued_on desc, id
    limit ${search.limit}`.execute(tx)
  return rows
}

/** How many of the newest are looked through first: enough for a word many use, few enough to read at once. */
const newestFirst = 5000

/** Of what is found everywhere the newest will do; what is rarer is looked for among all there is. */
export async function searchActivities(tx: Db, search: Search): Promise<Found[]> {
  const newest = sql`(select * from activity where removed_at is null order by starts_on desc, id limit ${newestFirst})`
  const found = await searchActivitiesAmong(tx, newest, search)
  return found.length === search.limit ? found : searchActivitiesAmong(tx, sql`activity`, search)
}

async function searchActivitiesAmong(tx: Db, activities: RawBuilder<unknown>, search: Search): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select id, null as "insideId", name as title, place as about, host_unit_id as "unitId", starts_on as "on"
    from ${activities} as activity
    where host_unit_id = any(${search.unitIds}::uuid[]) and removed_at is null and ${holds(sql`search_key`, search.text)}
    order by ${startsLike(sql`search_key`, search.text)}, ${elsewhere(sql`host_unit_id`, search)}, starts_on desc, id
    limit ${search.limit}`.execute(tx)
  return rows
}

/** Found by title or by the number of the document that decreed it. */
export async function searchPlans(tx: Db, search: Search): Promise<Found[]> {
  const key = sql`plan.search_key`
  const { rows } = await sql<Found>`
    with ${readablePlan(search)}
    select plan.id, null as "insideId", plan.title, concat_ws(' · ', d.code, 'năm ' || plan.year) as about,
      plan.owner_unit_id as "unitId", d.issued_on as "on"
    from readable join plan on plan.id = readable.id left join registered_document d on d.id = plan.document_id
    where (${holds(key, search.text)} or ${holds(sql`d.search_key`, search.text)})
    order by ${startsLike(key, search.text)}, ${elsewhere(sql`plan.owner_unit_id`, search)}, plan.year desc, plan.id
    limit ${search.limit}`.execute(tx)
  return rows
}

export async function searchTasks(tx: Db, search: Search): Promise<Found[]> {
  const key = sql`task.search_key`
  const { rows } = await sql<Found>`
    with ${readablePlan(search)}
    select task.id, plan.id as "insideId", task.name as title, plan.title as about, task.lead_unit_id as "unitId", task.due_on as "on"
    from readable join plan on plan.id = readable.id join task on task.plan_id = plan.id
    where ${holds(key, search.text)}
    order by ${startsLike(key, search.text)}, ${elsewhere(sql`task.lead_unit_id`, search)}, task.due_on desc, task.id
    limit ${search.limit}`.execute(tx)
  return rows
}

/** Units are found by every name they ever bore, and named as they last were; with the way up, which says who reads them. */
export async function searchUnits(tx: Db, search: Search): Promise<(Found & { readonly path: readonly string[] })[]> {
  const typed = searchKey(search.text)
  const { rows } = await sql<Found & { path: string[] }>`
    with named as (
      select v.unit_id,
        bool_or(search_key(coalesce(v.code, '')) = ${typed} or search_key(coalesce(u.short_name, '')) = ${typed}) as by_code,
        bool_or(search_key(v.name) like ${`${escape(typed)}%`}) as by_start
      from org_unit_version v join org_unit u on u.id = v.unit_id
      where ${holds(sql`search_key(v.name)`, search.text)} or v.code = ${search.text} or search_key(u.short_name) = ${typed}
      group by v.unit_id
    )
    select named.unit_id as id, null as "insideId", last.name as title, coalesce(last.code, '') as about, named.unit_id as "unitId",
      case when last.valid @> ${search.today}::date then null else upper(last.valid) end as "on",
      ${pathOfUnit(sql`named.unit_id`, search.today)} as path
    from named
    cross join lateral (
      select name, code, valid, parent_unit_id from org_unit_version where unit_id = named.unit_id
      order by (valid @> ${search.today}::date) desc, upper(valid) desc nulls first limit 1
    ) as last
    where named.unit_id = any(${search.unitIds}::uuid[]) or last.parent_unit_id = any(${search.unitIds}::uuid[])
    order by by_code desc, by_start desc, (last.valid @> ${search.today}::date) desc, last.name, named.unit_id
    limit ${search.limit}`.execute(tx)
  return rows
}

/** Who holds a position today, as the register of units shows it. */
export async function searchPeople(tx: Db, search: Search): Promise<Found[]> {
  const key = sql`search_key(appointment.full_name)`
  const { rows } = await sql<Found>`
    select appointment.id, position.unit_id as "insideId", appointment.full_name as title, position.name as about,
      position.unit_id as "unitId", null::date as "on"
    from appointment join position on position.id = appointment.position_id
    where position.unit_id = any(${search.unitIds}::uuid[]) and appointment.valid @> ${search.today}::date and ${holds(key, search.text)}
    order by ${elsewhere(sql`position.unit_id`, search)}, split_part(appointment.full_name, ' ', -1) collate vi, appointment.full_name collate vi,
      appointment.id
    limit ${search.limit}`.execute(tx)
  return rows
}

/** Plans of these units, and those that give one of them something to answer for: as plan.one opens them. */
function readablePlan({ unitIds }: Search): RawBuilder<unknown> {
  return sql`readable as materialized (
    select id from plan where owner_unit_id = any(${unitIds}::uuid[])
    union
    select plan.id from plan join task given on given.plan_id = plan.id join assignment on assignment.task_id = given.id
    where plan.owner_unit_id <> all(${unitIds}::uuid[]) and assignment.unit_id = any(${unitIds}::uuid[]))`
}

/** Every word somewhere, in any order, with or without diacritics. */
function holds(key: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const words = searchKey(text).split(' ')
  return sql<boolean>`(${sql.join(
    words.map(word => sql`${key} like ${likePattern(word)}`),
    sql` and `,
  )})`
}

/** The whole of what was typed at the very beginning comes first, most of all when a word ends there: `41/KH` before `411/KH`. */
function startsLike(key: RawBuilder<unknown>, text: string): RawBuilder<number> {
  const typed = escape(searchKey(text))
  return sql<number>`case when ${key} like ${`${typed} %`} or ${key} = ${searchKey(text)} then 0 when ${key} like ${`${typed}%`} then 1 else 2 end`
}

function elsewhere(column: RawBuilder<unknown>, { unitId }: Search): RawBuilder<boolean> {
  return sql<boolean>`${column} <> ${unitId}::uuid`
}

function escape(key: string): string {
  return key.replace(/[\\%_]/gu, '\\$&')
}
