import type { Body, RefusalCode } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { yearOf } from '#domain/calendar/plain-date.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { signerWithAccount } from '#domain/org/position.ts'
import { compose } from '#domain/report/compose.ts'
import { answerDrift, editParagraphs, recomposed } from '#domain/report/edit.ts'
import {
  latestOf,
  mayEdit,
  nextNumber,
  numbersBefore,
  type ReportEvent,
  type ReportEventType,
  sendBack,
  stateOf,
  takeStep,
} from '#domain/report/life.ts'
import { subjectOf as titleOf } from '#domain/report/official.ts'
import type { PeriodicReport, ReportContent } from '#domain/report/report.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { takeSubmitted } from '../consolidation/taken.actions.ts'
import type { Context } from '../context.ts'
import { tellReportEvent } from '../notice/tell-report.ts'
import { listSigners } from '../org/position.store.ts'
import { codeOf, enterInRegister, findLastRegistered, redateEntry, voidEntry } from './register.ts'
import { numberedAs, openCase, type ReportCase, signedEvent } from './report.case.ts'
import {
  findGivenNumber,
  insertEvent,
  insertGivenNumber,
  insertKeptRemark,
  insertSealedVersion,
  lockReport,
  lockSeries,
  updateGivenNumber,
  updateReport,
  voidGivenNumber,
} from './report.store.ts'
import { remarkKey, remarksOf, stageOf, toReportView } from './report.view.ts'

export type Reply<Value> = Promise<Result<Value, RefusalCode>>
type StepName = 'report.checkContent' | 'report.checkForm' | 'report.submit' | 'report.signOff' | 'report.number' | 'report.issue'
type ChangeName = StepName | `report.${'recompose' | 'edit' | 'answerDrift' | 'take' | 'giveBack' | 'keepRemark' | 'sendBack' | 'publish'}`

/** Takes up what was recorded since; words somebody wrote stay as long as their source says the same. */
export async function recomposeReport(ctx: Context, body: Body<'report.recompose'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.recompose', body)
  if (!found.ok) return found
  const { report, facts, events } = found.value
  const free = mayEdit(events)
  if (!free.ok) return free
  return saveContent(ctx, 'report.recompose', report, recomposed(report.content, compose(facts)), 'composed')
}

export async function editReport(ctx: Context, body: Body<'report.edit'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.edit', body)
  if (!found.ok) return found
  const { report, facts, events } = found.value
  const free = mayEdit(events)
  if (!free.ok) return free
  const edited = editParagraphs(report.content, body.paragraphs, { documents: facts.documents, by: ctx.actor.fullName })
  if (!edited.ok) return edited
  if (canonicalJson(edited.value) === canonicalJson(report.content)) return ok(await toReportView(ctx.tx, found.value)) // sent twice
  return saveContent(ctx, 'report.edit', report, edited.value, 'edited')
}

/** Words that stand where the records changed after they were composed. */
export async function answerReportDrift(ctx: Context, body: Body<'report.answerDrift'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.answerDrift', body)
  if (!found.ok) return found
  const { report, facts, events } = found.value
  const free = mayEdit(events)
  if (!free.ok) return free
  const answered = answerDrift(report.content, compose(facts), { ...body, by: ctx.actor.fullName })
  return answered.ok ? saveContent(ctx, 'report.answerDrift', report, answered.value, 'edited') : answered
}

/** "Giữ nguyên vì …": stands for the words it was said about. */
export async function keepRemark(ctx: Context, body: Body<'report.keepRemark'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.keepRemark', body)
  if (!found.ok) return found
  const reportCase = found.value
  const remarks = await remarksOf(reportCase, stageOf(stateOf(reportCase.events)))
  if (!remarks.some(remark => remarkKey(remark, reportCase) === body.remarkKey)) return refuse('report.unknown-remark')
  const { remarkKey: key, reason } = body
  await insertKeptRemark(ctx.tx, { reportId: body.id, remarkKey: key, reason, byName: ctx.actor.fullName, at: ctx.now })
  await insertAuditEntry(ctx, 'report.keepRemark', subjectOf(reportCase.report), { after: { key, reason } })
  return view(ctx, reportCase.report)
}

/** Whoever checks answers for it; how many warnings stood open then is kept with the step. */
export async function checkContent(ctx: Context, body: Body<'report.checkContent'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.checkContent', body, 'contentChecked')
  if (!found.ok) return found
  const open = (await remarksOf(found.value, 'forSignature')).filter(remark => remark.level === 'C')
  return advance(ctx, 'report.checkContent', found.value.report, {
    type: 'contentChecked',
    reason: open.length > 0 ? `Đã xem ${open.length} cảnh báo` : '',
  })
}

export async function checkForm(ctx: Context, body: Body<'report.checkForm'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.checkForm', body, 'formChecked')
  if (!found.ok) return found
  const failing = await failingForm(found.value, 'forSignature')
  return failing ?? advance(ctx, 'report.checkForm', found.value.report, { type: 'formChecked' })
}

/** From here the text is sealed: a change means sending back, and a new version. */
export async function submitReport(ctx: Context, body: Body<'report.submit'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.submit', body, 'submitted')
  if (!found.ok) return found
  const { report, text, contentHash } = found.value
  await insertSealedVersion(ctx.tx, {
    reportId: report.id,
    version: report.version,
    content: report.content,
    document: text,
    contentHash,
    sealedAt: ctx.now,
  })
  await takeSubmitted(ctx, report.unitId, report.content.sums)
  return advance(ctx, 'report.submit', report, { type: 'submitted' })
}

/** Besides the role: a position with a mandate in force on the day (Decree 30, Art. 13). */
export async function signOffReport(ctx: Context, body: Body<'report.signOff'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.signOff', body, 'signedOff')
  if (!found.ok) return found
  const signer = signerWithAccount(await listSigners(ctx.tx, found.value.report.unitId, ctx.today), ctx.actor.accountId, ctx.today)
  return signer.ok ? advance(ctx, 'report.signOff', found.value.report, { type: 'signedOff' }) : signer
}

/** The next number of issuer, series and year, under the lock of its series: no gap, no double, never reused. */
export async function numberReport(ctx: Context, body: Body<'report.number'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.number', body, 'numbered')
  if (!found.ok) return found
  const { report, duty, events } = found.value
  const series = { unitId: report.unitId, series: duty.symbol, year: yearOf(body.on) }
  const last = latestOf(await lockSeries(ctx.tx, series), await findLastRegistered(ctx.tx, series))
  const given = await findGivenNumber(ctx.tx, report.id) // it was numbered before, and returned
  const number = nextNumber(given ? numbersBefore(given, last, body.on) : last, {
    on: body.on,
    signedOn: signedEvent(events)?.on ?? null,
    today: ctx.today,
  })
  if (!number.ok) return number
  const numbered = numberedAs(found.value, { number: number.value, on: body.on })
  const failing = await failingForm(numbered, 'issued') // a number cannot be taken back: what would stop the issue stops it here
  if (failing) return failing
  if (number.value === given?.number) {
    await redateEntry(ctx.tx, numbered, given.on)
    await updateGivenNumber(ctx.tx, { reportId: report.id, givenOn: body.on })
    return advance(ctx, 'report.number', report, { type: 'numbered' })
  }
  if (given) {
    await voidEntry(ctx.tx, { ...numbered, number: given }, codeOf(numbered))
    await voidGivenNumber(ctx.tx, { reportId: report.id, voidedOn: ctx.today })
  }
  const entered = await enterInRegister(ctx.tx, numbered)
  if (!entered.ok) return entered
  await insertGivenNumber(ctx.tx, { ...series, number: number.value, givenOn: body.on, reportId: report.id })
  return advance(ctx, 'report.number', report, { type: 'numbered' })
}

export async function sendBackReport(ctx: Context, body: Body<'report.sendBack'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.sendBack', body)
  if (!found.ok) return found
  const { report, events } = found.value
  const decision = sendBack(events, report.version)
  if (!decision.ok) return decision
  return advance(ctx, 'report.sendBack', { ...report, version: decision.value.version }, { type: 'sentBack', reason: body.reason })
}

/** Level L blocks: Decree 30 is not a matter of taste. */
export async function failingForm(reportCase: ReportCase, stage: 'forSignature' | 'issued') {
  const failing = (await remarksOf(reportCase, stage)).filter(remark => remark.level === 'L')
  if (failing.length === 0) return undefined
  return refuse('report.form-fails', { count: failing.length, codes: [...new Set(failing.map(remark => remark.code))].join(', ') })
}

/** Lock, ask, compare the version looked at: the start of every change. Words are merged by paragraph and name no version. */
export async function openForChange(
  ctx: Context,
  name: ChangeName,
  body: { readonly id: string; readonly revision?: number | undefined },
): Reply<ReportCase> {
  const report = await lockReport(ctx.tx, body.id)
  if (!report) return unknown(ctx, name, 'report.unknown')
  const found = await openCase(ctx.tx, report, ctx.today)
  if (!found.ok) return unknown(ctx, name, found.code)
  const denied = await authorise(ctx, name, found.value.duty.draftingUnitId, stateOf(found.value.events))
  if (denied) return denied
  return body.revision === undefined || report.revision === body.revision ? found : refuse('report.stale')
}

export async function openForStep(
  ctx: Context,
  name: StepName,
  body: { readonly id: string; readonly revision: number },
  step: Exclude<ReportEventType, 'composed' | 'edited' | 'sentBack'>,
): Reply<ReportCase> {
  const found = await openForChange(ctx, name, body)
  if (!found.ok) return found
  const decision = takeStep(step, found.value.events, found.value.contentHash)
  return decision.ok ? found : decision
}

export async function saveContent(
  ctx: Context,
  name: ChangeName,
  report: PeriodicReport,
  content: ReportContent,
  type: ReportEventType,
): Reply<ReportView> {
  return advance(ctx, name, { ...report, content }, { type })
}

/** The next revision of a report with what happened to it. */
export async function advance(
  ctx: Context,
  name: ChangeName,
  report: PeriodicReport,
  event: { readonly type: ReportEventType; readonly reason?: string },
): Reply<ReportView> {
  return record(ctx, name, { ...report, revision: report.revision + 1 }, event)
}

export async function record(
  ctx: Context,
  name: ChangeName | 'report.compose',
  report: PeriodicReport,
  { type, reason = '' }: { readonly type: ReportEventType; readonly reason?: string },
): Reply<ReportView> {
  const before = await openCase(ctx.tx, report, ctx.today)
  if (!before.ok) return before
  const event: ReportEvent = {
    reportId: report.id,
    sequence: before.value.events.length + 1,
    type,
    byName: ctx.actor.fullName,
    byAccountId: ctx.actor.accountId,
    at: ctx.now,
    on: ctx.today,
    reason,
    contentHash: before.value.contentHash,
    version: report.version,
  }
  await insertEvent(ctx.tx, event)
  await updateReport(ctx.tx, report, [...before.value.events, event])
  await insertAuditEntry(ctx, name, subjectOf(report), {
    before: { state: stateOf(before.value.events) },
    after: { state: stateOf([event]), version: report.version, contentHash: event.contentHash, reason },
  })
  const { duty, facts } = before.value
  await tellReportEvent(ctx, event, { unitId: report.unitId, draftingUnitId: duty.draftingUnitId, title: titleOf(facts) })
  return view(ctx, report)
}

export async function view(ctx: Context, report: PeriodicReport): Reply<ReportView> {
  const found = await openCase(ctx.tx, report, ctx.today)
  return found.ok ? ok(await toReportView(ctx.tx, found.value)) : found
}

export function subjectOf(report: PeriodicReport) {
  return { kind: 'report', id: report.id, unitId: report.unitId }
}
