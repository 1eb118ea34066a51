import type { OwnDefinition } from '#domain/indicator/own-definition.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

export type StoredDefinition = OwnDefinition & { readonly byName: string }

export async function listDefinitions(tx: Db, unitId: string): Promise<StoredDefinition[]> {
  const rows = await tx
    .selectFrom('ownDefinition')
    .select(['definition', 'byName'])
    .where('unitId', '=', unitId)
    .orderBy('code')
    .orderBy('fromDay')
    .execute()
  return rows.map(({ definition, byName }) => ({ ...(definition as OwnDefinition), byName }))
}

/** False where somebody else defined the same code from the same day in this very moment. */
export async function insertDefinition(
  tx: Db,
  definition: OwnDefinition,
  told: { readonly unitId: string; readonly byName: string; readonly recordedAt: string },
): Promise<boolean> {
  const row = { ...told, code: definition.code, fromDay: definition.from, definition: toJson(definition) }
  const inserted = await tx
    .insertInto('ownDefinition')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}
