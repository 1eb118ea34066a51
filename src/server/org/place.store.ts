import { type Selectable, sql } from 'kysely'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { PlaceTrait, PlaceTraitName } from '#domain/org/place-trait.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { PlaceTraitTable } from '../db/schema.ts'
import { toDateRange } from '../db/values.ts'

/** What these places bear or ever bore, oldest first. */
export async function listTraits(tx: Db, unitIds: readonly string[]): Promise<PlaceTrait[]> {
  const rows = await tx
    .selectFrom('placeTrait')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`)
    .orderBy('trait')
    .orderBy('valid')
    .execute()
  return rows.map(toTrait)
}

export async function lockTrait(tx: Db, id: string): Promise<PlaceTrait | undefined> {
  const row = await tx.selectFrom('placeTrait').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toTrait(row)
}

export async function insertTrait(tx: Db, trait: PlaceTrait): Promise<Result<undefined, 'org.trait-overlaps'>> {
  const refusal = refuse('org.trait-overlaps', { from: trait.valid.from, until: trait.valid.until })
  return refuseOnViolation({ place_trait_no_overlap: refusal }, () =>
    tx
      .insertInto('placeTrait')
      .values({ ...trait, valid: toDateRange(trait.valid) })
      .execute(),
  )
}

export async function updateTraitValid(tx: Db, { id, valid }: Pick<PlaceTrait, 'id' | 'valid'>): Promise<void> {
  await tx
    .updateTable('placeTrait')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

function toTrait(row: Selectable<PlaceTraitTable>): PlaceTrait {
  return { ...row, trait: row.trait as PlaceTraitName }
}
