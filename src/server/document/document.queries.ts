import type { DocumentBook, DocumentDetail, DocumentGraph, DocumentView } from '#contract/document.ts'
import { type Answer, type Params, type RefusalCode, rights } from '#contract/index.ts'
import { may } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Way } from '#domain/document/graph.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { findUnitPath, findVersionOn, listUnitPaths } from '../org/org.store.ts'
import { listCitations, listNeighbours } from './citation.store.ts'
import { findDocument, listBook, listDocuments } from './document.store.ts'

/** What a list holds at once; older ones are found by word or year. */
const listLimit = 500
/** What a drawing can show and an eye can follow. */
const graphLimit = 200
/** Looked at on each step, before it is asked who may read them. */
const neighbourLimit = 2000
/** A register printed at once; a larger one is printed by month. */
const bookLimit = 2000

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The register of a unit and those above it: a department works with what its office holds. */
export async function listDocumentViews(ctx: Context, params: Params<'document.list'>): Reply<Answer<'document.list'>> {
  const denied = await authorise(ctx, 'document.list', params.unitId)
  if (denied) return denied
  const ownerUnitIds = await findUnitPath(ctx.tx, params.unitId, ctx.today)
  const documents = await listDocuments(ctx.tx, { ...params, ownerUnitIds, limit: listLimit })
  return ok(await toViews(ctx, documents))
}

export async function findDocumentDetail(ctx: Context, params: Params<'document.one'>): Reply<DocumentDetail> {
  const document = await findDocument(ctx.tx, params.id)
  if (!document) return unknown(ctx, 'document.one', 'document.unknown')
  const denied = await authorise(ctx, 'document.one', document.ownerUnitId)
  if (denied) return denied
  return ok({ document })
}

/** The documents within so many steps above and below one, as far as each may be read. */
export async function findDocumentGraph(ctx: Context, { id, depth }: Params<'document.graph'>): Reply<DocumentGraph> {
  const start = await findDocument(ctx.tx, id)
  if (!start) return unknown(ctx, 'document.graph', 'document.unknown')
  const denied = await authorise(ctx, 'document.graph', start.ownerUnitId)
  if (denied) return denied
  const found = new Map([[start.id, start]])
  const cut = [await walk(ctx, found, { start, way: 'up', depth }), await walk(ctx, found, { start, way: 'down', depth })]
  const links = await listCitations(ctx.tx, [...found.keys()])
  return ok({
    documents: [...found.values()].toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0)),
    links: links.filter(link => found.has(link.toDocumentId)),
    isCut: cut.includes(true),
  })
}

/** Adds what lies one way, step by step; true when there was more than could be shown. */
async function walk(
  ctx: Context,
  found: Map<string, RegisteredDocument>,
  { start, way, depth }: { readonly start: RegisteredDocument; readonly way: Way; readonly depth: number },
): Promise<boolean> {
  let reached: readonly RegisteredDocument[] = [start]
  for (let step = 1; reached.length > 0; step++) {
    const ids = reached.map(document => document.id)
    const neighbours = await readable(ctx, await listNeighbours(ctx.tx, ids, { way, limit: neighbourLimit }))
    const fresh = neighbours.filter(document => !found.has(document.id))
    if (step > depth) return fresh.length > 0
    reached = fresh.slice(0, graphLimit - found.size)
    for (const document of reached) found.set(document.id, document)
    if (reached.length < fresh.length) return true
  }
  return false
}

/** The incoming or outgoing register of one unit, by the day of arrival or else of the document. */
export async function findDocumentBook(ctx: Context, { unitId, direction, year, month }: Params<'document.book'>): Reply<DocumentBook> {
  const denied = await authorise(ctx, 'document.book', unitId)
  if (denied) return denied
  const unit = await findVersionOn(ctx.tx, unitId, ctx.today)
  if (!unit) return refuse('org.unit-not-in-force', { on: ctx.today })
  const from = plainDate(`${year}-${twoDigits(month ?? 1)}-01`)
  const until = month === undefined || month === 12 ? plainDate(`${year + 1}-01-01`) : plainDate(`${year}-${twoDigits(month + 1)}-01`)
  const entries = await listBook(ctx.tx, { ownerUnitId: unitId, direction, from, until, limit: bookLimit + 1 })
  return ok({ unitName: unit.name, entries: entries.slice(0, bookLimit), isCut: entries.length > bookLimit })
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** What cites a document may stand in registers the actor does not read. */
async function readable(ctx: Context, documents: readonly RegisteredDocument[]): Promise<RegisteredDocument[]> {
  const owners = [...new Set(documents.map(document => document.ownerUnitId))]
  const paths = await listUnitPaths(ctx.tx, owners, ctx.today)
  const open = new Set(owners.filter(owner => may(ctx.actor, rights['document.one'], { unitPath: paths.get(owner) ?? [] })))
  return documents.filter(document => open.has(document.ownerUnitId))
}

async function toViews(ctx: Context, documents: readonly RegisteredDocument[]): Promise<DocumentView[]> {
  const links = await listCitations(
    ctx.tx,
    documents.map(document => document.id),
  )
  const citedBy = Map.groupBy(links, link => link.fromDocumentId)
  return documents.map(document => ({ ...document, cites: (citedBy.get(document.id) ?? []).map(link => link.toDocumentId) }))
}
