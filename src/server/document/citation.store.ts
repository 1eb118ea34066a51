import { type Selectable, sql } from 'kysely'
import type { Way } from '#domain/document/graph.ts'
import type { CitationLink, CitationRelation, RegisteredDocument } from '#domain/document/registry.ts'
import type { Db } from '../db/connect.ts'
import type { DocumentCitationTable } from '../db/schema.ts'
import { toDocument } from './document.store.ts'

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

/** What these documents cite, or what cites them, each once; the newest when there are more than the limit. */
export async function listNeighbours(
  tx: Db,
  ids: readonly string[],
  { way, limit }: { way: Way; limit: number },
): Promise<RegisteredDocument[]> {
  if (ids.length === 0) return []
  const [near, far] = way === 'up' ? (['fromDocumentId', 'toDocumentId'] as const) : (['toDocumentId', 'fromDocumentId'] as const)
  const rows = await tx
    .selectFrom('registeredDocument')
    .selectAll()
    .where(
      'id',
      'in',
      tx
        .selectFrom('documentCitation')
        .select(far)
        .where(near, 'in', [...ids]),
    )
    .orderBy('issuedOn', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toDocument)
}

function toLink(row: Selectable<DocumentCitationTable>): CitationLink {
  return { ...row, relation: row.relation as CitationRelation }
}
