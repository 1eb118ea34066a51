import { sql } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { FigureForm, FigureFormPart } from '#domain/indicator/figure-form.ts'
import { inTurn } from '#domain/indicator/own-definition.ts'
import type { Db } from '../db/connect.ts'
import { toJson } from '../db/values.ts'

/** A form of a unit's own, with the draft that is being written. */
export type StoredForm = FigureForm & {
  readonly id: string
  readonly unitId: string
  readonly draft: readonly FigureFormPart[]
  readonly revision: number
  readonly published: readonly { readonly version: number; readonly byName: string; readonly recordedAt: string }[]
}

export async function findForm(tx: Db, id: string): Promise<StoredForm | undefined> {
  const row = await tx.selectFrom('figureForm').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await withVersions(tx, [row]))[0]
}

export async function lockForm(tx: Db, id: string): Promise<StoredForm | undefined> {
  const row = await tx.selectFrom('figureForm').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && (await withVersions(tx, [row]))[0]
}

export async function listForms(tx: Db, unitIds: readonly string[]): Promise<StoredForm[]> {
  const rows = await tx
    .selectFrom('figureForm')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${unitIds}::uuid[])`)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return withVersions(tx, rows)
}

type FormRow = Pick<StoredForm, 'id' | 'unitId' | 'name' | 'note' | 'revision'> & { readonly draft: unknown }

async function withVersions(tx: Db, rows: readonly FormRow[]): Promise<StoredForm[]> {
  const ids = rows.map(({ id }) => id)
  const versions = await tx
    .selectFrom('figureFormVersion')
    .selectAll()
    .where(sql<boolean>`form_id = any(${ids}::uuid[])`)
    .orderBy('version')
    .execute()
  return rows.map(row => {
    const ofForm = versions.filter(({ formId }) => formId === row.id)
    return {
      ...row,
      key: row.id,
      draft: row.draft as readonly FigureFormPart[],
      versions: inTurn(ofForm.map(each => ({ ...each, from: each.fromDay }))).map(({ version, valid, parts }) => ({
        version,
        valid,
        parts: parts as readonly FigureFormPart[],
      })),
      published: ofForm.map(({ version, byName, recordedAt }) => ({ version, byName, recordedAt })),
    }
  })
}

export async function insertForm(tx: Db, { id, unitId, name, note, draft }: StoredForm): Promise<void> {
  await tx
    .insertInto('figureForm')
    .values({ id, unitId, name, note, draft: toJson(draft) })
    .execute()
}

export async function updateForm(tx: Db, { id, name, note, draft, revision }: StoredForm): Promise<void> {
  await tx
    .updateTable('figureForm')
    .set({ name, note, draft: toJson(draft), revision })
    .where('id', '=', id)
    .execute()
}

type PublishedVersion = {
  readonly formId: string
  readonly version: number
  readonly fromDay: PlainDate
  readonly parts: readonly FigureFormPart[]
  readonly byName: string
  readonly recordedAt: string
}

export async function insertFormVersion(tx: Db, version: PublishedVersion): Promise<void> {
  await tx
    .insertInto('figureFormVersion')
    .values({ ...version, parts: toJson(version.parts) })
    .execute()
}
