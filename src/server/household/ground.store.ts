import type { Selectable } from 'kysely'
import type { Handling, Matter } from '#domain/household/conduct.ts'
import type { ExclusionGround } from '#domain/household/ground.ts'
import type { Household } from '#domain/household/household.ts'
import type { Db } from '../db/connect.ts'
import type { HouseholdGroundTable } from '../db/schema.ts'

export async function lockGround(tx: Db, id: string): Promise<ExclusionGround | undefined> {
  const row = await tx.selectFrom('householdGround').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toGround(row)
}

/** Withdrawn ones among them, the latest first. */
export async function listGrounds(tx: Db, { id, partitionId }: Pick<Household, 'id' | 'partitionId'>): Promise<ExclusionGround[]> {
  const rows = await tx
    .selectFrom('householdGround')
    .selectAll()
    .where('householdId', '=', id)
    .where('partitionId', '=', partitionId)
    .orderBy('onDay', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toGround)
}

export async function insertGround(tx: Db, partitionId: string, { on, withdrawal: _, ...ground }: ExclusionGround): Promise<void> {
  await tx
    .insertInto('householdGround')
    .values({ ...ground, onDay: on, partitionId })
    .execute()
}

export async function updateGroundWithdrawn(tx: Db, { id, withdrawal }: ExclusionGround): Promise<void> {
  await tx
    .updateTable('householdGround')
    .set({ withdrawnOn: withdrawal?.on ?? null, withdrawalReason: withdrawal?.reason ?? null })
    .where('id', '=', id)
    .execute()
}

function toGround(row: Selectable<HouseholdGroundTable>): ExclusionGround {
  const { onDay: on, partitionId: _, withdrawnOn, withdrawalReason, matter, handling, ...ground } = row
  return {
    ...ground,
    matter: matter as Matter,
    handling: handling as Handling,
    on,
    withdrawal: withdrawnOn && { on: withdrawnOn, reason: withdrawalReason ?? '' },
  }
}
