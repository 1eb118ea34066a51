import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type {
  EndCause,
  Household,
  HouseholdSuccession,
  HouseholdVersion,
  PovertyStanding,
  VersionCause,
} from '#domain/household/household.ts'
import { nameKey } from '#domain/household/name-key.ts'
import { type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { HouseholdVersionTable } from '../db/schema.ts'
import { toDateRange } from '../db/values.ts'

/** A version with what only the register knows: who recorded it and when. */
export type StoredVersion = HouseholdVersion & { readonly recordedBy: string; readonly recordedAt: string }

export async function findHousehold(tx: Db, id: string): Promise<Household | undefined> {
  return tx.selectFrom('household').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Two clerks may change a household at once: lock, then check the revision. */
export async function lockHousehold(tx: Db, id: string): Promise<Household | undefined> {
  return tx.selectFrom('household').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Every version, struck ones among them, the latest first. */
export async function listVersionsOfHousehold(
  tx: Db,
  { id, partitionId }: Pick<Household, 'id' | 'partitionId'>,
): Promise<StoredVersion[]> {
  const rows = await tx
    .selectFrom('householdVersion')
    .selectAll()
    .where('householdId', '=', id)
    .where('partitionId', '=', partitionId)
    .orderBy('recordedAt', 'desc')
    .orderBy('valid', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** Who lives in an area on a day by such a code or such a name, for a person to compare. */
export async function listLikely(
  tx: Db,
  { areaUnitId, headName, code, on }: { areaUnitId: string; headName: string; code: string | null; on: PlainDate },
): Promise<(StoredVersion & { readonly code: string | null })[]> {
  const rows = await tx
    .selectFrom('householdVersion')
    .innerJoin('household', join =>
      join.onRef('household.id', '=', 'householdVersion.householdId').onRef('household.partitionId', '=', 'householdVersion.partitionId'),
    )
    .selectAll('householdVersion')
    .select('household.code')
    .where('areaUnitId', '=', areaUnitId)
    .where('struckAt', 'is', null)
    .where(sql<boolean>`valid @> ${on}::date`)
    .where(where => where.or([where('sortKey', '=', nameKey(headName)), where('household.code', '=', code)]))
    .limit(20)
    .execute()
  return rows.map(({ code: known, ...row }) => ({ ...toVersion(row), code: known }))
}

export async function insertHousehold(
  tx: Db,
  { id, partitionId, code }: Omit<Household, 'revision'>,
): Promise<Result<undefined, 'household.code-taken'>> {
  return refuseOnViolation({ household_code: refuse('household.code-taken', { code }) }, () =>
    tx.insertInto('household').values({ id, partitionId, code }).execute(),
  )
}

export async function updateHouseholdRevision(tx: Db, { id, partitionId }: Pick<Household, 'id' | 'partitionId'>): Promise<void> {
  await tx
    .updateTable('household')
    .set({ revision: sql<number>`revision + 1` })
    .where('id', '=', id)
    .where('partitionId', '=', partitionId)
    .execute()
}

export async function insertHouseholdVersion(
  tx: Db,
  partitionId: string,
  { isStruck: _, valid, ...version }: HouseholdVersion,
  by: Pick<StoredVersion, 'recordedBy' | 'recordedAt'>,
): Promise<void> {
  await tx
    .insertInto('householdVersion')
    .values({
      ...version,
      ...by,
      partitionId,
      valid: toDateRange(valid),
      sortKey: nameKey(version.headName),
      searchKey: searchKey(version.headName),
    })
    .execute()
}

/** A version ends or is struck; what it said stays. */
export async function updateHouseholdVersionEnded(tx: Db, partitionId: string, version: HouseholdVersion, at: string): Promise<void> {
  await tx
    .updateTable('householdVersion')
    .set({ valid: toDateRange(version.valid), endCause: version.endCause, struckAt: version.isStruck ? at : null })
    .where('householdId', '=', version.householdId)
    .where('partitionId', '=', partitionId)
    .where('id', '=', version.id)
    .execute()
}

export async function insertHouseholdSuccession(tx: Db, partitionId: string, { on, ...succession }: HouseholdSuccession): Promise<void> {
  await tx
    .insertInto('householdSuccession')
    .values({ ...succession, partitionId, happenedOn: on })
    .execute()
}

/** From a household and to it. */
export async function listHouseholdSuccessions(tx: Db, id: string): Promise<HouseholdSuccession[]> {
  const rows = await tx
    .selectFrom('householdSuccession')
    .select(['fromHouseholdId', 'toHouseholdId', 'happenedOn', 'kind'])
    .where(where => where.or([where('fromHouseholdId', '=', id), where('toHouseholdId', '=', id)]))
    .orderBy('happenedOn')
    .execute()
  return rows.map(({ happenedOn, kind, ...row }) => ({ ...row, on: happenedOn, kind: kind as HouseholdSuccession['kind'] }))
}

export function toVersion(row: Omit<Selectable<HouseholdVersionTable>, never>): StoredVersion {
  const { partitionId: _, sortKey: __, searchKey: ___, struckAt, cause, endCause, poverty, ...version } = row
  return {
    ...version,
    poverty: poverty as PovertyStanding | null,
    cause: cause as VersionCause,
    endCause: endCause as EndCause | null,
    isStruck: struckAt !== null,
  }
}
