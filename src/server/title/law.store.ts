import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { Confirmation } from '#domain/title/sourced.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { TitleConfirmationTable } from '../db/schema.ts'

/** A confirmation, standing or withdrawn, and the unit it was made at. */
export type StoredConfirmation = Confirmation & {
  readonly id: string
  readonly unitId: string
  readonly withdrawal: { readonly by: string; readonly on: PlainDate; readonly reason: string } | null
}

/** Two may withdraw at once: lock, then look. */
export async function lockConfirmation(tx: Db, id: string): Promise<StoredConfirmation | undefined> {
  const row = await tx.selectFrom('titleConfirmation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toConfirmation(row)
}

/** Made at any of these units, withdrawn ones too, oldest first. */
export async function listConfirmations(tx: Db, unitIds: readonly string[]): Promise<StoredConfirmation[]> {
  const rows = await tx
    .selectFrom('titleConfirmation')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy('confirmedOn')
    .orderBy('id')
    .execute()
  return rows.map(toConfirmation)
}

export async function insertConfirmation(
  tx: Db,
  id: string,
  { unitId, ...confirmation }: Confirmation & { readonly unitId: string },
): Promise<Result<undefined, 'law.confirmed-already'>> {
  const refusal = refuse('law.confirmed-already', { by: confirmation.confirmedBy, on: confirmation.confirmedOn })
  return refuseOnViolation({ title_confirmation_one_standing: refusal }, () =>
    tx
      .insertInto('titleConfirmation')
      .values({ id, unitId, ...confirmation })
      .execute(),
  )
}

export async function updateConfirmationWithdrawn(
  tx: Db,
  id: string,
  { by, on, reason }: NonNullable<StoredConfirmation['withdrawal']>,
): Promise<void> {
  await tx
    .updateTable('titleConfirmation')
    .set({ withdrawnBy: by, withdrawnOn: on, withdrawalReason: reason })
    .where('id', '=', id)
    .execute()
}

function toConfirmation({ withdrawnBy, withdrawnOn, withdrawalReason, ...row }: Selectable<TitleConfirmationTable>): StoredConfirmation {
  const withdrawal = withdrawnOn === null ? null : { by: withdrawnBy ?? '', on: withdrawnOn, reason: withdrawalReason ?? '' }
  return { ...row, withdrawal }
}
