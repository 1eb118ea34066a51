import type { Body, RefusalCode } from '#contract/index.ts'
import { acceptEvidence, type Evidence, type EvidenceOwner, evidenceOwnerKinds, isPhoto } from '#domain/evidence/evidence.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { answerAgain } from '../sent-before.ts'
import { findEvidence, findEvidenceEver, insertEvidence, listEvidence, updateEvidenceRemoved } from './evidence.store.ts'
import { lockOwner, type OwnerPlace, refuseReading } from './owners.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export type UploadedFile = { readonly id: string; readonly owner: EvidenceOwner; readonly fileName: string; readonly bytes: Uint8Array }

/** The bytes are on disk before the row is: a row never names a file that is not there. */
export async function attachEvidence(ctx: Context, file: UploadedFile): Reply<Evidence> {
  const { id, owner, bytes } = file
  const place = await lockOwner(ctx.tx, owner)
  if (!place) return unknown(ctx, 'evidence.attach', 'evidence.unknown-owner')
  const denied = await authorise(ctx, 'evidence.attach', place.unitId)
  if (denied) return denied
  if (place.isRemoved) return refuse('evidence.owner-removed')
  const sentBefore = await findEvidenceEver(ctx.tx, id)
  if (sentBefore) return answerAgain(sentBefore.evidence, isOf(sentBefore.evidence, owner) && !sentBefore.isRemoved)
  const fileName = file.fileName.normalize('NFC')
  const accepted = acceptEvidence({ fileName, bytes: bytes.length, head: bytes.subarray(0, 16) })
  if (!accepted.ok) return accepted
  const sha256 = await ctx.files.put(bytes)
  const addedBy = ctx.actor.fullName
  const evidence: Evidence = { id, owner, fileName, mediaType: accepted.value, bytes: bytes.length, sha256, addedBy }
  await insertEvidence(ctx.tx, evidence)
  await insertAuditEntry(ctx, 'evidence.attach', subjectOf(place, id), { after: evidence })
  return ok(evidence)
}

/** Taken off the list, not destroyed: the trail keeps what it was and why it went. */
export async function detachEvidence(ctx: Context, body: Body<'evidence.detach'>): Reply<undefined> {
  const named = await findEvidence(ctx.tx, body.id)
  const place = named && (await lockOwner(ctx.tx, named.owner))
  if (!place) return unknown(ctx, 'evidence.detach', 'evidence.unknown')
  const denied = await authorise(ctx, 'evidence.detach', place.unitId)
  if (denied) return denied
  if (place.isRemoved) return refuse('evidence.owner-removed')
  const evidence = await findEvidence(ctx.tx, body.id) // a colleague may have been first
  if (!evidence) return refuse('evidence.unknown')
  await updateEvidenceRemoved(ctx.tx, evidence.id, ctx.now)
  await insertAuditEntry(ctx, 'evidence.detach', subjectOf(place, evidence.id), { before: evidence, after: { reason: body.reason } })
  return ok()
}

/** The file itself, proved whole by its hash; photos and PDF open in the browser. */
export async function readEvidence(ctx: Context, params: { readonly id: string }): Reply<SentFile> {
  const evidence = await findEvidence(ctx.tx, params.id)
  if (!evidence) return unknown(ctx, 'evidence.attach', 'evidence.unknown')
  const denied = await refuseReading(ctx, evidence.owner)
  if (denied) return denied
  const { sha256, mediaType, fileName } = evidence
  const isInline = isPhoto(evidence) || mediaType === 'application/pdf'
  return ok({ bytes: await ctx.files.get(sha256), mediaType, fileName, isInline })
}

/** What shows that these records are true, as far as the actor may open it. */
export async function listReadableEvidence(ctx: Context, owners: readonly EvidenceOwner[]): Promise<Evidence[]> {
  const readable: Evidence[] = []
  for (const kind of evidenceOwnerKinds) {
    const ids = owners.filter(owner => owner.kind === kind).map(owner => owner.id)
    const found = Map.groupBy(await listEvidence(ctx.tx, kind, ids), evidence => evidence.owner.id)
    for (const [id, ofOwner] of found) if (!(await refuseReading(ctx, { kind, id }))) readable.push(...ofOwner)
  }
  return readable
}

function isOf(evidence: Evidence, owner: EvidenceOwner): boolean {
  return evidence.owner.kind === owner.kind && evidence.owner.id === owner.id
}

function subjectOf({ subject, unitId }: OwnerPlace, evidenceId: string) {
  return { ...subject, unitId, recordIds: [evidenceId] }
}
