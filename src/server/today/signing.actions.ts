import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import { refusalAnswer, rights } from '#contract/index.ts'
import type { SigningPage } from '#contract/today.ts'
import { whyNot } from '#domain/account/access.ts'
import { ok, type Refusal, refuse } from '#domain/kit/result.ts'
import { type ReportEvent, stateOf } from '#domain/report/life.ts'
import { subjectOf } from '#domain/report/official.ts'
import type { PeriodicReport } from '#domain/report/report.ts'
import { whatIsNew } from '#domain/today/signing.ts'
import { authorise, listUnitsInReach, pathOf, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { type Reply, signOffReport } from '../report/report.actions.ts'
import { openCase } from '../report/report.case.ts'
import { toReportRows } from '../report/report.queries.ts'
import { findReport, listReportHeads, lockReport } from '../report/report.store.ts'
import { toReportView } from '../report/report.view.ts'

/** The reports submitted to whoever asks, one page each. */
export async function listSigningPages(ctx: Context, params: Params<'today.signing'>): Reply<Answer<'today.signing'>> {
  const denied = await authorise(ctx, 'today.signing', params.unitId)
  if (denied) return denied
  const units = new Set([...(await listUnitsInReach(ctx, 'today.signing', params.unitId)), ...(await pathOf(ctx, params.unitId))])
  const heads = (await listReportHeads(ctx.tx, [...units])).filter(({ state }) => state === 'submitted')
  const pages: SigningPage[] = []
  for (const head of heads) {
    const unitPath = await pathOf(ctx, head.duty.draftingUnitId)
    if (whyNot(ctx.actor, rights['report.signOff'], { unitPath, state: head.state })) continue
    const report = await findReport(ctx.tx, head.id)
    const page = report && (await toSigningPage(ctx, report))
    if (page) pages.push(page)
  }
  return ok(pages.toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1)))
}

async function toSigningPage(ctx: Context, report: PeriodicReport): Promise<SigningPage | undefined> {
  const found = await openCase(ctx.tx, report, ctx.today)
  if (!found.ok) return undefined
  const { report: _, events, files: _files, number: _number, remarks, drift, ...row } = await toReportView(ctx.tx, found.value)
  const last = await findLastIssued(ctx, report)
  return {
    ...row,
    revision: report.revision,
    against: last?.against ?? null,
    changes: last ? whatIsNew(report.content, last.report.content) : [],
    remarks,
    missing: report.content.figures.flatMap(({ value, definition }) => (value.type === 'missing' ? [value.what || definition] : [])),
    drift,
    answers: whoAnswers(events),
  }
}

/** The last one of the unit on the same form that left the house. */
async function findLastIssued(
  ctx: Context,
  { id, unitId, formName }: PeriodicReport,
): Promise<{ readonly report: PeriodicReport; readonly against: NonNullable<SigningPage['against']> } | undefined> {
  const heads = await listReportHeads(ctx.tx, [unitId])
  const issued = heads.filter(head => head.id !== id && head.formName === formName && head.state === 'issued')
  const rows = await toReportRows(ctx, issued, [unitId])
  const [last] = rows.toSorted((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1))
  const report = last && (await findReport(ctx.tx, last.id))
  if (!report || last.issuedOn === null) return undefined
  const { code, periodName, issuedOn } = last
  return { report, against: { id: report.id, code, periodName, issuedOn } }
}

/** Who wrote, checked and submitted the present text: each deed by whoever did it last, in order. */
function whoAnswers(events: readonly ReportEvent[]): SigningPage['answers'] {
  const returnedAt = events.findLastIndex(event => event.type === 'sentBack')
  const deeds = (['composed', 'edited', 'contentChecked', 'formChecked', 'submitted'] as const).flatMap(type => {
    const at = events.findLastIndex(event => event.type === type)
    const isWriting = type === 'composed' || type === 'edited' // what was written stands after a return, what was checked does not
    const event = isWriting || at > returnedAt ? events[at] : undefined
    return event ? [event] : []
  })
  return deeds.toSorted((a, b) => a.sequence - b.sequence).map(({ type, byName, at, on, reason }) => ({ type, byName, at, on, reason }))
}

/** Several signed in one act: all of them, or none and which one stands in the way. */
export async function signOffSeveral(ctx: Context, body: Body<'report.signOffSeveral'>): Reply<Answer<'report.signOffSeveral'>> {
  const ordered = body.reports.toSorted((a, b) => (a.id < b.id ? -1 : 1)) // two who sign at once never wait for each other in a circle
  for (const one of ordered) {
    const refusal = await signOne(ctx, one)
    if (refusal) return refusal
  }
  return ok({ signed: body.reports.map(({ id }) => id) })
}

async function signOne(ctx: Context, one: { readonly id: string; readonly revision: number }): Promise<Refusal<RefusalCode> | undefined> {
  const report = await lockReport(ctx.tx, one.id)
  const found = report && (await openCase(ctx.tx, report, ctx.today))
  if (!found?.ok) return unknown(ctx, 'report.signOffSeveral', 'report.unknown')
  const { duty, events, facts } = found.value
  const denied = await authorise(ctx, 'report.signOffSeveral', duty.draftingUnitId, stateOf(events))
  if (denied?.code === 'account.not-allowed') return denied
  const signed = denied ?? (await signOffReport(ctx, one))
  if (signed.ok) return undefined
  return refuse('today.one-not-signed', { title: subjectOf(facts), why: refusalAnswer(signed.code, signed.details).message })
}
