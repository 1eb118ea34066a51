import { type Selectable, sql } from 'kysely'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { RegistrationRound, TitleRegistration, Withdrawal } from '#domain/title/registration.ts'
import type { TitleKey } from '#domain/title/title-kinds.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { TitleRegistrationTable } from '../db/schema.ts'

/** A registration with who entered it. */
export type StoredRegistration = TitleRegistration & { readonly recordedBy: string }

/** Two may withdraw at once: lock, then look. */
export async function lockRegistration(tx: Db, id: string): Promise<StoredRegistration | undefined> {
  const row = await tx.selectFrom('titleRegistration').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toRegistration(row)
}

/** Of these units for these years, withdrawn ones too; in the order they were registered. */
export async function listRegistrations(tx: Db, unitIds: readonly string[], years: readonly number[]): Promise<StoredRegistration[]> {
  const rows = await tx
    .selectFrom('titleRegistration')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .where(sql<boolean>`year = any(${years}::integer[])`)
    .orderBy('registeredOn')
    .orderBy('id')
    .execute()
  return rows.map(toRegistration)
}

/** `name` is for the sentence that says who registered already. */
export async function insertRegistration(
  tx: Db,
  { withdrawal: _, ...registration }: TitleRegistration,
  { recordedBy, name }: { readonly recordedBy: string; readonly name: string },
): Promise<Result<undefined, 'title.already-registered'>> {
  const refusal = refuse('title.already-registered', { name, year: registration.year })
  return refuseOnViolation({ title_registration_one_standing: refusal }, () =>
    tx
      .insertInto('titleRegistration')
      .values({ ...registration, recordedBy })
      .execute(),
  )
}

export async function updateRegistrationWithdrawn(tx: Db, id: string, { on, reason }: Withdrawal): Promise<void> {
  await tx.updateTable('titleRegistration').set({ withdrawnOn: on, withdrawalReason: reason }).where('id', '=', id).execute()
}

function toRegistration({ withdrawnOn, withdrawalReason, ...row }: Selectable<TitleRegistrationTable>): StoredRegistration {
  return {
    ...row,
    title: row.title as TitleKey,
    round: row.round as RegistrationRound,
    withdrawal: withdrawnOn === null ? null : { on: withdrawnOn, reason: withdrawalReason ?? '' },
  }
}
