import type { RefusalCode } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { Signer } from '#domain/org/position.ts'
import type { ReportFacts } from '#domain/report/facts.ts'
import { isNumbered, isSealed, type ReportEvent, stateOf } from '#domain/report/life.ts'
import { toOfficialDocument, withSignatureAndNumber } from '#domain/report/official.ts'
import type { PeriodicReport, ReportDuty } from '#domain/report/report.ts'
import type { Db } from '../db/connect.ts'
import { sha256Of } from '../files.ts'
import { listSigners } from '../org/position.store.ts'
import { findDuty } from './duty.store.ts'
import { findReportFacts } from './report.facts.ts'
import { frameOf } from './report.frame.ts'
import { findGivenNumber, findIssuedDocument, findSealedDocument, listEvents } from './report.store.ts'

/** A report with all that bears on it: what happened, the records behind it, who signs, its number. */
export type ReportCase = {
  readonly report: PeriodicReport
  readonly duty: ReportDuty
  readonly events: readonly ReportEvent[]
  readonly facts: ReportFacts
  readonly signer: Signer | null
  readonly number: { readonly number: number; readonly on: PlainDate } | null
  /** Everything printed but number, day and signer; once submitted, as it was submitted. */
  readonly text: OfficialDocument
  /** As it would print now; once issued, as it was issued. */
  readonly document: OfficialDocument
  /** Binds everything printed but number, day and signer: what is checked and signed is this text and no other. */
  readonly contentHash: string
}

export async function openCase(tx: Db, report: PeriodicReport, today: PlainDate): Promise<Result<ReportCase, RefusalCode>> {
  const duty = await findDuty(tx, report.dutyId)
  const facts = duty && (await factsOf(tx, duty, report))
  if (!duty || !facts) return refuse('report.no-duty')
  const events = await listEvents(tx, report.id)
  const signer = await signerOf(tx, report.unitId, events, today)
  const number = isNumbered(stateOf(events)) ? await findGivenNumber(tx, report.id) : null
  const issued = await findIssuedDocument(tx, report.id)
  const { unit, form, period } = facts
  const text =
    (isSealed(stateOf(events)) ? await findSealedDocument(tx, report) : undefined) ??
    toOfficialDocument(report.content, { unit, duty, form, period, signer: null, number: null })
  return ok({
    report,
    duty,
    events,
    facts,
    signer,
    number,
    text,
    document: issued ?? withSignatureAndNumber(text, { signer, number }),
    contentHash: sha256Of(canonicalJson(text)),
  })
}

/** The case with a number in its place: what the document will be once it is given. */
export function numberedAs(
  reportCase: ReportCase,
  number: NonNullable<ReportCase['number']>,
): ReportCase & { readonly number: typeof number } {
  return { ...reportCase, number, document: withSignatureAndNumber(reportCase.text, { signer: reportCase.signer, number }) }
}

async function factsOf(tx: Db, duty: ReportDuty, report: PeriodicReport): Promise<ReportFacts | undefined> {
  const frame = frameOf(report)
  return frame && findReportFacts(tx, { ...frame, duty, requestId: report.requestId }, report.content.taken)
}

/** Who signed; before that the one proposed: the first with a mandate today. */
async function signerOf(tx: Db, unitId: string, events: readonly ReportEvent[], today: PlainDate): Promise<Signer | null> {
  const signed = signedEvent(events)
  const signers = await listSigners(tx, unitId, signed?.on ?? today)
  return (signed ? signers.find(signer => signer.accountId === signed.byAccountId) : signers[0]) ?? null
}

/** The signature that stands: the last one not followed by a return. */
export function signedEvent(events: readonly ReportEvent[]): ReportEvent | undefined {
  const returnedAt = events.findLastIndex(event => event.type === 'sentBack')
  return events.slice(returnedAt + 1).find(event => event.type === 'signedOff')
}
