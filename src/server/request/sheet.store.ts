import { nameKey } from '#domain/request/sheet.ts'
import type { Db } from '../db/connect.ts'

/** What a name in a sender's spreadsheet was taken for; null: passed over. */
export type SheetChoice = { readonly label: string; readonly key: string | null }

export async function listChoices(tx: Db, unitId: string, sender: string): Promise<SheetChoice[]> {
  const rows = await tx
    .selectFrom('sheetChoice')
    .select(['labelKey as label', 'placeKey as key'])
    .where('unitId', '=', unitId)
    .where('sender', '=', sender)
    .orderBy('labelKey')
    .execute()
  return rows
}

/** The last choice of a name counts. */
export async function rememberChoices(
  tx: Db,
  unitId: string,
  { sender, choices }: { readonly sender: string; readonly choices: readonly SheetChoice[] },
): Promise<void> {
  const rows = new Map(choices.map(({ label, key }) => [nameKey(label), { unitId, sender, labelKey: nameKey(label), placeKey: key }]))
  rows.delete('')
  if (rows.size === 0) return
  await tx
    .insertInto('sheetChoice')
    .values([...rows.values()])
    .onConflict(known => known.columns(['unitId', 'sender', 'labelKey']).doUpdateSet(row => ({ placeKey: row.ref('excluded.placeKey') })))
    .execute()
}
