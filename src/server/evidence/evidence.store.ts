import { type Selectable, sql } from 'kysely'
import {
  type Evidence,
  type EvidenceMediaType,
  type EvidenceOwner,
  type EvidenceOwnerKind,
  evidenceOwnerKinds,
} from '#domain/evidence/evidence.ts'
import type { Db } from '../db/connect.ts'
import type { EvidenceTable } from '../db/schema.ts'

/** Each kind of owner has a column of its own, so that the database keeps what a file belongs to. */
const columns = { activity: 'activityId', progress: 'progressId', posting: 'postingId' } as const satisfies Record<
  EvidenceOwnerKind,
  keyof EvidenceTable
>

export async function insertEvidence(tx: Db, { owner, ...evidence }: Evidence): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({ ...evidence, [columns[owner.kind]]: owner.id })
    .execute()
}

export async function findEvidence(tx: Db, id: string): Promise<Evidence | undefined> {
  const found = await findEvidenceEver(tx, id)
  return found?.isRemoved ? undefined : found?.evidence
}

/** Also what was taken away since: its id is never used again. */
export async function findEvidenceEver(
  tx: Db,
  id: string,
): Promise<{ readonly evidence: Evidence; readonly isRemoved: boolean } | undefined> {
  const row = await tx.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { evidence: toEvidence(row), isRemoved: row.removedAt !== null }
}

export async function listEvidence(tx: Db, kind: EvidenceOwnerKind, ownerIds: readonly string[]): Promise<Evidence[]> {
  if (ownerIds.length === 0) return []
  const rows = await tx
    .selectFrom('evidence')
    .selectAll()
    .where(sql<boolean>`${sql.ref(columns[kind])} = any(${ownerIds}::uuid[])`)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(toEvidence)
}

export async function updateEvidenceRemoved(tx: Db, id: string, at: string): Promise<void> {
  await tx.updateTable('evidence').set({ removedAt: at }).where('id', '=', id).execute()
}

function toEvidence(row: Selectable<EvidenceTable>): Evidence {
  const { id, fileName, mediaType, bytes, sha256, addedBy } = row
  return { id, owner: ownerOf(row), fileName, mediaType: mediaType as EvidenceMediaType, bytes, sha256, addedBy }
}

function ownerOf(row: Selectable<EvidenceTable>): EvidenceOwner {
  for (const kind of evidenceOwnerKinds) {
    const id = row[columns[kind]]
    if (id !== null) return { kind, id }
  }
  throw new Error(`evidence ${row.id} belongs to nothing`)
}
