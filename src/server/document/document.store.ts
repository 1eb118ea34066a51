import { type Selectable, sql } from 'kysely'
import type { DateRange } from '#domain/calendar/date-range.ts'
import { formatDay, type PlainDate, plainDate, yearOf } from '#domain/calendar/plain-date.ts'
import { type DocumentKind, documentKinds } from '#domain/document/kinds.ts'
import type { BookDirection, DocumentDirection, RegisteredDocument } from '#domain/document/registry.ts'
import { type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { RegisteredDocumentTable } from '../db/schema.ts'
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
  const isThis = sql<boolean>`lpad(number::text, greatest(2, length(number::text)), '0') || '/' || series = ${code}`
  const year = yearOf(issuedOn)
  const given = await tx
    .selectFrom('givenNumber')
    .select('number')
    .where('unitId', '=', ownerUnitId)
    .where('year', '=', year)
    .where(isThis)
    .union(tx.selectFrom('seasonDecision').select('number').where('issuerUnitId', '=', ownerUnitId).where('year', '=', year).where(isThis))
    .union(
      tx.selectFrom('seasonRevokingAct').select('number').where('issuerUnitId', '=', ownerUnitId).where('year', '=', year).where(isThis),
    )
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

/** What these units issued themselves in these days, in order. */
export async function listIssuedIn(tx: Db, unitIds: readonly string[], days: DateRange): Promise<RegisteredDocument[]> {
  const rows = await tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where(sql<boolean>`owner_unit_id = any(${unitIds}::uuid[]) and issuer_unit_id = owner_unit_id and direction = 'outgoing'`)
    .where(sql<boolean>`issued_on <@ ${toDateRange(days)}::daterange`)
    .orderBy('issuedOn')
    .orderBy('code')
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
  readonly kind?: DocumentKind | undefined
  readonly year?: number | undefined
  readonly search?: string | undefined
  readonly limit: number
  readonly skip?: number | undefined
}

/** Newest first; before them what bears the number that was typed. Every word typed is somewhere in the entry. */
export async function listDocuments(tx: Db, filter: DocumentFilter): Promise<RegisteredDocument[]> {
  if (filter.ownerUnitIds.length === 0) return []
  let query = tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where('ownerUnitId', 'in', [...filter.ownerUnitIds])
  if (filter.direction) query = query.where('direction', '=', filter.direction)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.year)
    query = query.where('issuedOn', '>=', plainDate(`${filter.year}-01-01`)).where('issuedOn', '<=', plainDate(`${filter.year}-12-31`))
  const words = searchKey(filter.search ?? '')
    .split(' ')
    .filter(Boolean)
  for (const word of words) query = query.where('searchKey', 'like', likePattern(word))
  const [lead] = words
  if (lead) query = query.orderBy(sql`search_key like ${leadPattern(lead)}`, 'desc')
  const rows = await query
    .orderBy('issuedOn', 'desc')
    .orderBy('id')
    .limit(filter.limit)
    .offset(filter.skip ?? 0)
    .execute()
  return rows.map(toDocument)
}

/** `41` means number 41, not 415. */
function leadPattern(word: string): string {
  return likePattern(/^\d+$/u.test(word) ? `${word}/` : word).slice(1)
}

/** What was entered in one register of a unit during some days: by arrival number or by own number. */
export async function listBook(tx: Db, book: BookPart): Promise<RegisteredDocument[]> {
  const day = sql<PlainDate>`coalesce(arrived_on, issued_on)`
  const number = sql`substring(code from '^\\d{1,9}')::integer`
  const query = tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where('ownerUnitId', '=', book.ownerUnitId)
    .where('direction', '=', book.direction)
    .where(day, '>=', book.from)
    .where(day, '<', book.until)
  const ordered = book.direction === 'incoming' ? query.orderBy('arrivalNumber').orderBy(day) : query.orderBy('issuedOn').orderBy(number)
  const rows = await ordered.orderBy('id').limit(book.limit).execute()
  return rows.map(toDocument)
}

export type BookPart = {
  readonly ownerUnitId: string
  readonly direction: BookDirection
  readonly from: PlainDate
  /** The first day out. */
  readonly until: PlainDate
  readonly limit: number
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
    searchKey: searchKey(searchText(document)),
  }
}

/** What a person may remember of a document. The code comes first: who types a number means that one. */
function searchText(document: Omit<RegisteredDocument, 'valid' | 'years'>): string {
  const { code, kind, subject, issuerName, signerName, note, issuedOn } = document
  return [code, documentKinds[kind].name, subject, issuerName, formatDay(issuedOn), signerName, note].join(' ')
}

export function toDocument(row: Selectable<RegisteredDocumentTable>): RegisteredDocument {
  const { searchKey: _, yearFrom, yearUntil, ...columns } = row
  return {
    ...columns,
    direction: row.direction as DocumentDirection,
    kind: row.kind as DocumentKind,
    years: yearFrom === null || yearUntil === null ? null : { from: yearFrom, until: yearUntil },
  }
}
