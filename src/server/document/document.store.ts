import { type Selectable, sql } from 'kysely'
import { plainDate, yearOf } from '#domain/calendar/plain-date.ts'
import type { DocumentKind } from '#domain/document/kinds.ts'
import type { CitationLink, CitationRelation, DocumentDirection, RegisteredDocument } from '#domain/document/registry.ts'
import { type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { DocumentCitationTable, RegisteredDocumentTable } from '../db/schema.ts'
import { likePattern } from '../db/search.ts'
import { toDateRange } from '../db/values.ts'

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

export async function findDocument(tx: Db, id: string): Promise<RegisteredDocument | undefined> {
  const row = await tx.selectFrom('registeredDocument').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDocument(row)
}

/** Two clerks may save at once: lock, then check the revision. */
export async function lockDocument(tx: Db, id: string): Promise<RegisteredDocument | undefined> {
  const row = await tx.selectFrom('registeredDocument').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return row && toDocument(row)
}

/** What bears this code in the register of a unit, whatever its issuer and year. */
export async function listDocumentsWithCode(tx: Db, ownerUnitId: string, code: string): Promise<RegisteredDocument[]> {
  const rows = await tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where('ownerUnitId', '=', ownerUnitId)
    .where('code', '=', code)
    .execute()
  return rows.map(toDocument)
}

/** Whether the house gave a document of its own register its number. */
export async function isNumberedHere(tx: Db, { ownerUnitId, issuerUnitId, code, issuedOn }: RegisteredDocument): Promise<boolean> {
  if (issuerUnitId !== ownerUnitId) return false
  const given = await tx
    .selectFrom('givenNumber')
    .select('reportId')
    .where('unitId', '=', ownerUnitId)
    .where('year', '=', yearOf(issuedOn))
    .where(sql<boolean>`lpad(number::text, greatest(2, length(number::text)), '0') || '/' || series = ${code}`)
    .executeTakeFirst()
  return given !== undefined
}

/** What a unit itself issued in a year under a symbol such as `BC-VPUB`. */
export async function listIssuedUnder(
  tx: Db,
  issuerUnitId: string,
  { symbol, year }: { readonly symbol: string; readonly year: number },
): Promise<RegisteredDocument[]> {
  const rows = await tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where('ownerUnitId', '=', issuerUnitId)
    .where('issuerUnitId', '=', issuerUnitId)
    .where('direction', '=', 'outgoing')
    .where('issuedOn', '>=', plainDate(`${year}-01-01`))
    .where('issuedOn', '<=', plainDate(`${year}-12-31`))
    .where(sql<boolean>`split_part(code, '/', 2) = ${symbol}`)
    .execute()
  return rows.map(toDocument)
}

export async function listDocumentsByIds(tx: Db, ids: readonly string[]): Promise<RegisteredDocument[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('issuedOn')
    .orderBy('code')
    .execute()
  return rows.map(toDocument)
}

export type DocumentFilter = {
  readonly ownerUnitIds: readonly string[]
  readonly direction?: DocumentDirection | undefined
  readonly search?: string | undefined
  readonly limit: number
}

/** Newest first. */
export async function listDocuments(tx: Db, filter: DocumentFilter): Promise<RegisteredDocument[]> {
  if (filter.ownerUnitIds.length === 0) return []
  let query = tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where('ownerUnitId', 'in', [...filter.ownerUnitIds])
  if (filter.direction) query = query.where('direction', '=', filter.direction)
  if (filter.search) query = query.where('searchKey', 'like', likePattern(filter.search))
  const rows = await query.orderBy('issuedOn', 'desc').orderBy('id').limit(filter.limit).execute()
  return rows.map(toDocument)
}

/** Everything in the registers of these units and everything that rests on, wherever it is registered; oldest first. */
export async function listCitedDocuments(tx: Db, unitIds: readonly string[]): Promise<RegisteredDocument[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive cited as (
      select id from registered_document where owner_unit_id = any(${unitIds}::uuid[])
      union
      select c.to_document_id from cited join document_citation c on c.from_document_id = cited.id
    )
    select id from cited`.execute(tx)
  return listDocumentsByIds(
    tx,
    rows.map(row => row.id),
  )
}

export async function insertDocument(tx: Db, document: RegisteredDocument): Promise<DocumentWritten> {
  return refuseOnViolation(violations(document), () => tx.insertInto('registeredDocument').values(toRow(document)).execute())
}

export async function updateDocument(tx: Db, document: RegisteredDocument): Promise<DocumentWritten> {
  return refuseOnViolation(violations(document), () =>
    tx.updateTable('registeredDocument').set(toRow(document)).where('id', '=', document.id).execute(),
  )
}

/** Citations are added one after the other, so that two cannot close a circle from both ends. */
export async function lockCitations(tx: Db): Promise<void> {
  await sql`lock table document_citation in share row exclusive mode`.execute(tx)
}

/** The citations these documents make themselves. */
export async function listCitations(tx: Db, documentIds: readonly string[]): Promise<CitationLink[]> {
  if (documentIds.length === 0) return []
  const rows = await tx
    .selectFrom('documentCitation')
    .selectAll()
    .where('fromDocumentId', 'in', [...documentIds])
    .orderBy('fromDocumentId')
    .orderBy('toDocumentId')
    .execute()
  return rows.map(toLink)
}

/** Every citation on the way down from a document and on the way up to it. */
export async function listCitationsAround(tx: Db, documentId: string): Promise<CitationLink[]> {
  const { rows } = await sql<Selectable<DocumentCitationTable>>`
    with recursive down as (
      select c.* from document_citation c where c.from_document_id = ${documentId}
      union
      select c.* from down join document_citation c on c.from_document_id = down.to_document_id
    ), up as (
      select c.* from document_citation c where c.to_document_id = ${documentId}
      union
      select c.* from up join document_citation c on c.to_document_id = up.from_document_id
    )
    select from_document_id as "fromDocumentId", to_document_id as "toDocumentId", relation
    from (select * from down union select * from up) as around
    order by 1, 2`.execute(tx)
  return rows.map(toLink)
}

/** A citation said again says how from now on. */
export async function insertCitation(tx: Db, link: CitationLink): Promise<void> {
  await tx
    .insertInto('documentCitation')
    .values(link)
    .onConflict(conflict => conflict.columns(['fromDocumentId', 'toDocumentId']).doUpdateSet({ relation: link.relation }))
    .execute()
}

type DocumentWritten = Result<undefined, 'document.already-registered' | 'document.arrival-number-taken'>

function violations(
  document: RegisteredDocument,
): Record<string, Refusal<'document.already-registered' | 'document.arrival-number-taken'>> {
  return {
    registered_document_once: refuse('document.already-registered', { code: document.code, issuedOn: document.issuedOn }),
    registered_document_arrival: refuse('document.arrival-number-taken', { number: document.arrivalNumber }),
  }
}

function toRow({ valid, years, ...document }: RegisteredDocument) {
  return {
    ...document,
    valid: toDateRange(valid),
    yearFrom: years?.from ?? null,
    yearUntil: years?.until ?? null,
    searchKey: searchKey(`${document.code} ${document.subject} ${document.issuerName} ${document.note}`),
  }
}

function toDocument(row: Selectable<RegisteredDocumentTable>): RegisteredDocument {
  const { id, ownerUnitId, code, issuedOn, issuerName, issuerUnitId, subject, valid, arrivedOn, arrivalNumber, note, revision } = row
  const { yearFrom, yearUntil } = row
  return {
    id,
    ownerUnitId,
    code,
    issuedOn,
    issuerName,
    issuerUnitId,
    subject,
    valid,
    arrivedOn,
    arrivalNumber,
    note,
    revision,
    direction: row.direction as DocumentDirection,
    kind: row.kind as DocumentKind,
    years: yearFrom === null || yearUntil === null ? null : { from: yearFrom, until: yearUntil },
  }
}

function toLink(row: Selectable<DocumentCitationTable>): CitationLink {
  return { ...row, relation: row.relation as CitationRelation }
}
