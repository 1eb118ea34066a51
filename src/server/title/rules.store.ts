import { type Selectable, sql } from 'kysely'
import { provincialRulesFile } from '#contract/score-sheet.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { AdoptedRules } from '#domain/title/adopt-rules.ts'
import type { ProvincialRules } from '#domain/title/score-sheet.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { TitleProvincialRulesTable } from '../db/schema.ts'
import { toDateRange, toJson } from '../db/values.ts'

/** Rules of a place with who loaded them. */
export type StoredRules = AdoptedRules & {
  readonly unitId: string
  readonly adoptedBy: string
  readonly adoptedById: string
  readonly adoptedOn: PlainDate
  readonly withdrawal: { readonly by: string; readonly on: PlainDate; readonly reason: string } | null
}

/** Two may withdraw at once: lock, then look. */
export async function lockRules(tx: Db, id: string): Promise<StoredRules | undefined> {
  const row = await tx.selectFrom('titleProvincialRules').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toRules(row)
}

/** Where rules were adopted: the unit is locked before they are. */
export async function findUnitOfRules(tx: Db, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('titleProvincialRules').select('unitId').where('id', '=', id).executeTakeFirst()
  return row?.unitId
}

/** Adopted at any of these units, withdrawn ones too, the newest first. */
export async function listRules(tx: Db, unitIds: readonly string[]): Promise<StoredRules[]> {
  const rows = await tx
    .selectFrom('titleProvincialRules')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy(sql`lower(valid)`, 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toRules)
}

export async function insertRules(
  tx: Db,
  { id, unitId, rules, adoptedBy, adoptedById, adoptedOn }: Omit<StoredRules, 'withdrawal' | 'withdrawnOn' | 'isOpenAsLoaded'>,
): Promise<Result<undefined, 'rules.overlap'>> {
  const refusal = refuse('rules.overlap', { basis: rules.basis })
  const row = { id, unitId, valid: toDateRange(rules.valid), rules: toJson(rules), adoptedBy, adoptedById, adoptedOn }
  return refuseOnViolation({ title_provincial_rules_no_overlap: refusal }, () =>
    tx.insertInto('titleProvincialRules').values(row).execute(),
  )
}

/** The first day on which other rules follow; null where none do any more. */
export async function updateRulesUntil(tx: Db, id: string, until: PlainDate | null): Promise<void> {
  await tx
    .updateTable('titleProvincialRules')
    .set({ valid: sql`daterange(lower(valid), ${until}::date)` })
    .where('id', '=', id)
    .execute()
}

export async function updateRulesConfirmed(tx: Db, id: string, { by, on }: { readonly by: string; readonly on: PlainDate }): Promise<void> {
  await tx.updateTable('titleProvincialRules').set({ confirmedBy: by, confirmedOn: on }).where('id', '=', id).execute()
}

export async function updateRulesWithdrawn(tx: Db, id: string, { by, on, reason }: NonNullable<StoredRules['withdrawal']>): Promise<void> {
  await tx
    .updateTable('titleProvincialRules')
    .set({ withdrawnBy: by, withdrawnOn: on, withdrawalReason: reason })
    .where('id', '=', id)
    .execute()
}

function toRules({
  rules,
  valid,
  confirmedBy,
  confirmedOn,
  withdrawnBy,
  withdrawnOn,
  withdrawalReason,
  ...row
}: Selectable<TitleProvincialRulesTable>): StoredRules {
  const loaded: ProvincialRules = provincialRulesFile.parse(rules)
  return {
    ...row,
    isOpenAsLoaded: loaded.valid.until === null,
    rules: { ...loaded, valid, confirmation: confirmedOn === null ? null : { by: confirmedBy ?? '', on: confirmedOn } },
    withdrawnOn,
    withdrawal: withdrawnOn === null ? null : { by: withdrawnBy ?? '', on: withdrawnOn, reason: withdrawalReason ?? '' },
  }
}
