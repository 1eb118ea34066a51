import { type Selectable, sql } from 'kysely'
import type { LetterView } from '#contract/request-letter.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { LetterKind, LetterWords } from '#domain/request/letter.ts'
import type { Db } from '../db/connect.ts'
import type { RequestLetterTable } from '../db/schema.ts'
import { toJson } from '../db/values.ts'

/** A letter with what was signed of it: printed again, it is the same. */
export type StoredLetter = LetterView & { readonly document: OfficialDocument | null }

export async function findLetter(tx: Db, id: string): Promise<StoredLetter | undefined> {
  const row = await tx.selectFrom('requestLetter').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toLetter(row)
}

export async function lockLetter(tx: Db, id: string): Promise<StoredLetter | undefined> {
  const row = await tx.selectFrom('requestLetter').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toLetter(row)
}

/** Those of one unit in a request, the newest first. */
export async function listLetters(tx: Db, of: { readonly requestId: string; readonly unitId: string }): Promise<StoredLetter[]> {
  const rows = await tx
    .selectFrom('requestLetter')
    .selectAll()
    .where('requestId', '=', of.requestId)
    .where('unitId', '=', of.unitId)
    .orderBy('writtenAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toLetter)
}

/** Those of some units that nobody has signed, the oldest first. */
export async function listUnsigned(tx: Db, unitIds: readonly string[]): Promise<StoredLetter[]> {
  const rows = await tx
    .selectFrom('requestLetter')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .where('issued', 'is', null)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  return rows.map(toLetter)
}

export async function insertLetter(tx: Db, letter: StoredLetter, writtenAt: string): Promise<void> {
  await tx
    .insertInto('requestLetter')
    .values({ ...toRow(letter), writtenAt })
    .execute()
}

export async function updateLetter(tx: Db, letter: StoredLetter): Promise<void> {
  await tx.updateTable('requestLetter').set(toRow(letter)).where('id', '=', letter.id).execute()
}

function toRow({ words, issued, document, ...rest }: StoredLetter) {
  return { ...rest, words: toJson(words), issued: issued && toJson(issued), document: document && toJson(document) }
}

function toLetter(row: Selectable<RequestLetterTable>): StoredLetter {
  const { writtenAt: _, ...letter } = row
  return {
    ...letter,
    kind: row.kind as LetterKind,
    words: row.words as LetterWords,
    issued: row.issued as LetterView['issued'],
    document: row.document as OfficialDocument | null,
  }
}
