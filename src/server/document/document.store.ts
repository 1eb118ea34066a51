import type { Db } from '../db/connect.ts'

/** How many of these documents stand in the registers of these units. */
export async function countDocuments(tx: Db, ids: readonly string[], ownerUnitIds: readonly string[]): Promise<number> {
  if (ids.length === 0 || ownerUnitIds.length === 0) return 0
  const rows = await tx
    .selectFrom('registeredDocument')
    .select('id')
    .where('id', 'in', [...ids])
    .where('ownerUnitId', 'in', [...ownerUnitIds])
    .execute()
  return rows.length
}
