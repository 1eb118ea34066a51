import type { Body, RefusalCode } from '#contract/index.ts'
import {
  addCitation,
  type CitationLink,
  registerDocument as decideDocument,
  type RegisteredDocument,
  saysTheSame,
} from '#domain/document/registry.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { followWhatIDo, tellDocumentAmended } from '../notice/tell.ts'
import { findUnitPath, findVersionOn, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import { insertCitation, listCitations, listCitationsAround, lockCitations } from './citation.store.ts'
import { findDocument, insertDocument, isNumberedHere, listDocumentsWithCode, lockDocument, updateDocument } from './document.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export async function registerDocument(ctx: Context, body: Body<'document.register'>): Reply<RegisteredDocument> {
  const denied = await lockRegister(ctx, 'document.register', body.ownerUnitId)
  if (denied) return denied
  const sentBefore = await findDocument(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.ownerUnitId === body.ownerUnitId)
  const decision = await decide(ctx, { ...body, revision: 0 })
  if (!decision.ok) return decision
  const inserted = await insertDocument(ctx.tx, decision.value)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'document.register', subjectOf(decision.value), { after: decision.value })
  await followWhatIDo(ctx, 'document', body.id)
  return decision
}

export async function amendDocument(ctx: Context, { reason, ...body }: Body<'document.amend'>): Reply<RegisteredDocument> {
  const before = await lockDocument(ctx.tx, body.id)
  if (!before) return unknown(ctx, 'document.amend', 'document.unknown')
  const denied = await authorise(ctx, 'document.amend', before.ownerUnitId)
  if (denied) return denied
  const deniedThere = await lockRegister(ctx, 'document.amend', body.ownerUnitId) // it may move to another register of the same person only
  if (deniedThere) return deniedThere
  if (before.revision !== body.revision) return refuse('document.stale')
  // Decree 30, Art. 18(3): put right by a new document. What the clerk writes beside it is no part of it.
  if (!saysTheSame(before, body) && (await isNumberedHere(ctx.tx, before))) return refuse('document.numbered-here')
  const decision = await decide(ctx, { ...body, revision: body.revision + 1 })
  if (!decision.ok) return decision
  const updated = await updateDocument(ctx.tx, decision.value)
  if (!updated.ok) return updated
  await insertAuditEntry(ctx, 'document.amend', subjectOf(decision.value), { before, after: { ...decision.value, reason } })
  await tellDocumentAmended(ctx, decision.value)
  return decision
}

/** A document cites what stands in its own register or in one above it. */
export async function citeDocument(ctx: Context, link: Body<'document.cite'>): Reply<CitationLink> {
  const from = await lockDocument(ctx.tx, link.fromDocumentId)
  if (!from) return unknown(ctx, 'document.cite', 'document.unknown')
  const denied = await authorise(ctx, 'document.cite', from.ownerUnitId)
  if (denied) return denied
  const to = await findDocument(ctx.tx, link.toDocumentId)
  if (!to || !(await findUnitPath(ctx.tx, from.ownerUnitId, ctx.today)).includes(to.ownerUnitId)) return refuse('document.unknown')
  await lockCitations(ctx.tx)
  const before = (await listCitations(ctx.tx, [from.id])).find(other => other.toDocumentId === to.id)
  if (before?.relation === link.relation) return ok(before)
  const decision = addCitation(link, await listCitationsAround(ctx.tx, to.id))
  if (!decision.ok) return decision
  await insertCitation(ctx.tx, link)
  await insertAuditEntry(ctx, 'document.cite', subjectOf(from), { before, after: link })
  return decision
}

/** Entries of one register are made one after the other. */
async function lockRegister(ctx: Context, name: 'document.register' | 'document.amend', ownerUnitId: string) {
  if (!(await lockUnit(ctx.tx, ownerUnitId))) return unknown(ctx, name, 'org.unknown-unit')
  return authorise(ctx, name, ownerUnitId)
}

/** The rule's verdict, once it is known that the register is open and the issuer existed on the day of issue. */
async function decide(ctx: Context, document: RegisteredDocument): Reply<RegisteredDocument> {
  const { ownerUnitId, issuerUnitId, issuedOn, code } = document
  const decision = decideDocument(document, await listDocumentsWithCode(ctx.tx, ownerUnitId, code), ctx.today)
  if (!decision.ok) return decision
  if (!(await findVersionOn(ctx.tx, ownerUnitId, ctx.today))) return refuse('org.unit-not-in-force', { on: ctx.today })
  if (issuerUnitId !== null && !(await findVersionOn(ctx.tx, issuerUnitId, issuedOn)))
    return refuse('org.unit-not-in-force', { name: document.issuerName, on: issuedOn })
  return decision
}

function subjectOf(document: RegisteredDocument) {
  return { kind: 'document', id: document.id, unitId: document.ownerUnitId }
}
