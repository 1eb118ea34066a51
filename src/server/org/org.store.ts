import { type RawBuilder, type Selectable, sql } from 'kysely'
import { contains } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { Headcount, HeadcountCategory, Letterhead, OrgUnit, OrgUnitKind, OrgUnitVersion, Succession } from '#domain/org/org-unit.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { HeadcountTable, OrgSuccessionTable, OrgUnitVersionTable } from '../db/schema.ts'
import { toDateRange, toJson } from '../db/values.ts'

/** From the unit up to the top on a day. A unit not in force then stands alone under its last parent. */
export async function findUnitPath(tx: Db, unitId: string, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ path: string[] }>`select ${pathOfUnit(sql`${unitId}::uuid`, on)} as path`.execute(tx)
  return rows[0]?.path ?? []
}

/** The same of many units in one question, by unit. */
export async function listUnitPaths(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ unitId: string; path: string[] }>`
    select asked.unit_id as "unitId", ${pathOfUnit(sql`asked.unit_id`, on)} as path
    from unnest(${[...new Set(unitIds)]}::uuid[]) as asked(unit_id)`.execute(tx)
  return new Map(rows.map(({ unitId, path }) => [unitId, path]))
}

/** The same within another query, for a unit that one names. */
export function pathOfUnit(unitId: RawBuilder<unknown>, on: PlainDate): RawBuilder<string[]> {
  return sql<string[]>`array(
    with recursive up as (
      (select unit_id, parent_unit_id, 1 as depth from org_unit_version where unit_id = ${unitId}
        order by (valid @> ${on}::date) desc, upper(valid) desc nulls first limit 1)
      union all
      select v.unit_id, v.parent_unit_id, up.depth + 1
      from up join org_unit_version v on v.unit_id = up.parent_unit_id and v.valid @> ${on}::date
      where up.depth < 20
    )
    select unit_id from up order by depth)`
}

/** Which of these units had a version in force on a day, with the name they bore. */
export async function listUnitNames(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<Map<string, string>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('orgUnitVersion')
    .select(['unitId', 'calledInText'])
    .where(isOneOf('unitId', [...new Set(unitIds)]))
    .where(isInForce(on))
    .execute()
  return new Map(rows.map(row => [row.unitId, row.calledInText]))
}

/** The same on each of several days, in one look. */
export async function listUnitNamesOn(
  tx: Db,
  unitIds: readonly string[],
  days: readonly PlainDate[],
): Promise<Map<PlainDate, Map<string, string>>> {
  const rows = await tx
    .selectFrom('orgUnitVersion')
    .select(['unitId', 'calledInText', 'valid'])
    .where(isOneOf('unitId', [...new Set(unitIds)]))
    .where(sql<boolean>`valid @> any(${days}::date[])`)
    .execute()
  return new Map(days.map(day => [day, new Map(rows.filter(row => contains(row.valid, day)).map(row => [row.unitId, row.calledInText]))]))
}

/** The unit and everything below it on a day. */
export async function listUnitsBelow(tx: Db, unitId: string, on: PlainDate): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    with recursive down as (
      select ${unitId}::uuid as unit_id, 1 as depth
      union
      select v.unit_id, down.depth + 1 from down
      join org_unit_version v on v.parent_unit_id = down.unit_id and v.valid @> ${on}::date
      where down.depth < 20
    )
    select unit_id as "unitId" from down`.execute(tx)
  return rows.map(row => row.unitId)
}

/** The bodies through which a unit acts on a day: its people's committee, its steering committee. */
export async function listBodiesOf(tx: Db, unitId: string, on: PlainDate): Promise<string[]> {
  const rows = await tx
    .selectFrom('orgUnitVersion')
    .select('unitId')
    .where('parentUnitId', '=', unitId)
    .where('kind', 'in', ['peoplesCommittee', 'steeringCommittee'])
    .where(isInForce(on))
    .execute()
  return rows.map(row => row.unitId)
}

/** Changes to a unit come one after the other; rows that only refer to it are not held up. */
export async function lockUnit(tx: Db, unitId: string): Promise<OrgUnit | undefined> {
  return tx.selectFrom('orgUnit').select(['id', 'shortName']).where('id', '=', unitId).forNoKeyUpdate().executeTakeFirst()
}

/** Several at once, always in the same order, so that two who need the same units never wait for each other in a circle. */
export async function lockUnits(tx: Db, unitIds: readonly string[]): Promise<OrgUnit[]> {
  return tx.selectFrom('orgUnit').select(['id', 'shortName']).where(isOneOf('id', unitIds)).orderBy('id').forNoKeyUpdate().execute()
}

export async function findUnit(tx: Db, unitId: string): Promise<OrgUnit | undefined> {
  return tx.selectFrom('orgUnit').select(['id', 'shortName']).where('id', '=', unitId).executeTakeFirst()
}

/** The unit a terminal or an address names: `VPUB`. */
export async function findUnitByShortName(tx: Db, shortName: string): Promise<OrgUnit | undefined> {
  return tx.selectFrom('orgUnit').select(['id', 'shortName']).where('shortName', '=', shortName).executeTakeFirst()
}

/** A unit that is there already is left as it is. */
export async function insertUnit(tx: Db, unit: OrgUnit): Promise<Result<undefined, 'org.short-name-taken'>> {
  const refusal = refuse('org.short-name-taken', { shortName: unit.shortName })
  return refuseOnViolation({ org_unit_short_name_key: refusal }, () => insertUnits(tx, [unit]))
}

/** Many at once, none of them with a short name another has. */
export async function insertUnits(tx: Db, units: readonly OrgUnit[]): Promise<void> {
  for (const page of pagesOf(units))
    await tx
      .insertInto('orgUnit')
      .values(page)
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
}

export async function findVersion(tx: Db, id: string): Promise<OrgUnitVersion | undefined> {
  const row = await tx.selectFrom('orgUnitVersion').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toVersion(row)
}

/** What a unit was on a day. */
export async function findVersionOn(tx: Db, unitId: string, on: PlainDate): Promise<OrgUnitVersion | undefined> {
  const row = await tx.selectFrom('orgUnitVersion').selectAll().where('unitId', '=', unitId).where(isInForce(on)).executeTakeFirst()
  return row && toVersion(row)
}

/** Every version these units ever had, oldest first. */
export async function listVersions(tx: Db, unitIds: readonly string[]): Promise<OrgUnitVersion[]> {
  const rows = await tx.selectFrom('orgUnitVersion').selectAll().where(isOneOf('unitId', unitIds)).orderBy('valid').orderBy('id').execute()
  return rows.map(toVersion)
}

/** Every version that ever bore one of these codes. */
export async function listVersionsWithCode(tx: Db, codes: readonly string[]): Promise<OrgUnitVersion[]> {
  const rows = await tx.selectFrom('orgUnitVersion').selectAll().where(sql<boolean>`code = any(${codes}::text[])`).execute()
  return rows.map(toVersion)
}

/** These units as they were on a day; those not in force then are left out. */
export async function listVersionsOn(tx: Db, unitIds: readonly string[], on: PlainDate): Promise<OrgUnitVersion[]> {
  const rows = await tx.selectFrom('orgUnitVersion').selectAll().where(isOneOf('unitId', unitIds)).where(isInForce(on)).execute()
  return rows.map(toVersion)
}

/** One step down on a day, as the decision that set them up lists them. */
export async function listChildrenOn(tx: Db, unitId: string, on: PlainDate): Promise<OrgUnitVersion[]> {
  const rows = await tx
    .selectFrom('orgUnitVersion')
    .selectAll()
    .where('parentUnitId', '=', unitId)
    .where(isInForce(on))
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(toVersion)
}

/** How many units hang under this one on a day or come to hang under it later. */
export async function countSubordinatesFrom(tx: Db, unitId: string, on: PlainDate): Promise<number> {
  const { count } = await tx
    .selectFrom('orgUnitVersion')
    .select(sql<number>`count(distinct unit_id)::integer`.as('count'))
    .where('parentUnitId', '=', unitId)
    .where(sql<boolean>`valid && daterange(${on}::date, null)`)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertVersions(tx: Db, versions: readonly OrgUnitVersion[]): Promise<Result<undefined, 'org.versions-overlap'>> {
  const [first] = versions
  const refusal = refuse('org.versions-overlap', {
    name: first?.name ?? '',
    from: first?.valid.from ?? null,
    until: first?.valid.until ?? null,
  })
  return refuseOnViolation({ org_unit_version_no_overlap: refusal }, async () => {
    for (const page of pagesOf(versions.map(toVersionRow))) await tx.insertInto('orgUnitVersion').values(page).execute()
  })
}

/** A version may end; what it said stays. */
export async function updateVersionValid(tx: Db, { id, valid }: Pick<OrgUnitVersion, 'id' | 'valid'>): Promise<void> {
  await tx
    .updateTable('orgUnitVersion')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

/** From a unit and to it. */
export async function listSuccessions(tx: Db, unitIds: readonly string[]): Promise<Succession[]> {
  const rows = await tx
    .selectFrom('orgSuccession')
    .selectAll()
    .where(where => where.or([isOneOf('fromUnitId', unitIds), isOneOf('toUnitId', unitIds)]))
    .orderBy('happenedOn')
    .orderBy('fromUnitId')
    .orderBy('toUnitId')
    .execute()
  return rows.map(toSuccession)
}

/** Everything that happened on a day, or from it up to another, between whichever units. */
export async function listSuccessionsOn(tx: Db, on: PlainDate, upTo = on): Promise<Succession[]> {
  const rows = await tx.selectFrom('orgSuccession').selectAll().where('happenedOn', '>=', on).where('happenedOn', '<=', upTo).execute()
  return rows.map(toSuccession)
}

export async function insertSuccessions(tx: Db, successions: readonly Succession[]): Promise<void> {
  for (const page of pagesOf(successions))
    await tx
      .insertInto('orgSuccession')
      .values(page.map(({ on, ...succession }) => ({ ...succession, happenedOn: on })))
      .execute()
}

export async function findHeadcount(tx: Db, id: string): Promise<Headcount | undefined> {
  const row = await tx.selectFrom('headcount').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toHeadcount(row)
}

/** Every number of people a unit ever had, by category, oldest first. */
export async function listHeadcounts(tx: Db, unitId: string): Promise<Headcount[]> {
  const rows = await tx.selectFrom('headcount').selectAll().where('unitId', '=', unitId).orderBy('category').orderBy('valid').execute()
  return rows.map(toHeadcount)
}

export async function insertHeadcount(tx: Db, headcount: Headcount): Promise<Result<undefined, 'org.headcount-overlaps'>> {
  const refusal = refuse('org.headcount-overlaps', { count: headcount.count, from: headcount.valid.from, until: headcount.valid.until })
  return refuseOnViolation({ headcount_no_overlap: refusal }, () =>
    tx
      .insertInto('headcount')
      .values({ ...headcount, valid: toDateRange(headcount.valid) })
      .execute(),
  )
}

export async function updateHeadcountValid(tx: Db, { id, valid }: Pick<Headcount, 'id' | 'valid'>): Promise<void> {
  await tx
    .updateTable('headcount')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

function isInForce(on: PlainDate) {
  return sql<boolean>`valid @> ${on}::date`
}

function isOneOf(column: 'id' | 'unitId' | 'fromUnitId' | 'toUnitId', unitIds: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any(${unitIds}::uuid[])`
}

/** A statement takes 65,535 values at most. */
function pagesOf<Row>(rows: readonly Row[], size = 1000): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, page) => rows.slice(page * size, (page + 1) * size))
}

function toVersionRow({ letterhead, valid, ...version }: OrgUnitVersion) {
  return { ...version, letterhead: letterhead && toJson(letterhead), valid: toDateRange(valid) }
}

function toVersion(row: Selectable<OrgUnitVersionTable>): OrgUnitVersion {
  return { ...row, kind: row.kind as OrgUnitKind, letterhead: row.letterhead as Letterhead | null }
}

function toSuccession({ happenedOn, extent, ...row }: Selectable<OrgSuccessionTable>): Succession {
  return { ...row, on: happenedOn, extent: extent as Succession['extent'] }
}

function toHeadcount(row: Selectable<HeadcountTable>): Headcount {
  return { ...row, category: row.category as HeadcountCategory }
}
