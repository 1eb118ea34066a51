import type { z } from 'zod'
import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { drawBody } from '#contract/report.ts'
import { signsWithoutType } from '#documents/pdf/pdf-engine.ts'
import { inlineText, type OfficialDocument } from '#domain/document/official-document.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { editParagraphs } from '#domain/report/edit.ts'
import { isSealed, stateOf } from '#domain/report/life.ts'
import { toOfficialDocument } from '#domain/report/official.ts'
import { paragraphsOf } from '#domain/report/report.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { meet } from './presence.ts'
import type { Reply } from './report.actions.ts'
import { openCase, type ReportCase } from './report.case.ts'
import { findReport, listEvents, listSealedVersions } from './report.store.ts'
import { mediaTypes, writeDocument } from './writers.ts'

// What the desk of whoever writes asks for besides the report itself.

/** The texts as they were sealed, one for each time the report was submitted. */
export async function listSealedTexts(ctx: Context, params: Params<'report.versions'>): Reply<Answer<'report.versions'>> {
  const report = await findReport(ctx.tx, params.id)
  if (!report) return unknown(ctx, 'report.versions', 'report.unknown')
  const denied = await authorise(ctx, 'report.versions', report.unitId)
  if (denied) return denied
  const events = await listEvents(ctx.tx, report.id)
  const submittedBy = (version: number) => events.find(event => event.type === 'submitted' && event.version === version)?.byName ?? ''
  const versions = await listSealedVersions(ctx.tx, report.id)
  return ok(versions.map(sealed => ({ ...sealed, byName: submittedBy(sealed.version) })))
}

/** Asked every few seconds by whoever has the report open: what changed, and who else is there. */
export async function takePulse(ctx: Context, params: Params<'report.pulse'>): Reply<Answer<'report.pulse'>> {
  const report = await findReport(ctx.tx, params.id)
  if (!report) return unknown(ctx, 'report.pulse', 'report.unknown')
  const denied = await authorise(ctx, 'report.pulse', report.unitId)
  if (denied) return denied
  const { accountId, fullName } = ctx.actor
  const here = accountId === null ? [] : meet(report.id, { accountId, fullName, paragraphId: params.at ?? null }, Date.parse(ctx.now))
  const last = (await listEvents(ctx.tx, report.id)).at(-1)
  return ok({ revision: report.revision, changedBy: last?.byName ?? '', here })
}

/** The pages as they would print with these words in them, as one picture; a paragraph left empty keeps what it said. */
export async function drawReport(ctx: Context, body: z.output<typeof drawBody>): Promise<Result<SentFile, RefusalCode>> {
  const report = await findReport(ctx.tx, body.id)
  if (!report) return unknown(ctx, 'report.preview', 'report.unknown')
  const denied = await authorise(ctx, 'report.preview', report.unitId)
  if (denied) return denied
  const found = await openCase(ctx.tx, report, ctx.today)
  if (!found.ok) return found
  const document = withWords(found.value, body.paragraphs)
  const unprintable = signsWithoutType(document)
  if (unprintable.length > 0) return refuse('report.unprintable', { signs: unprintable.slice(0, 10).join(' ') })
  const bytes = await writeDocument(document, 'svg', { address: ctx.address, reportId: report.id })
  return ok({ bytes, mediaType: mediaTypes.svg, fileName: 'bao-cao.svg', isInline: true, isGzipped: true })
}

function withWords(reportCase: ReportCase, edits: z.output<typeof drawBody>['paragraphs']): OfficialDocument {
  const { report, facts, duty, events, signer, document } = reportCase
  if (edits.length === 0 || isSealed(stateOf(events))) return document
  const said = new Map(paragraphsOf(report.content).map(paragraph => [paragraph.id, inlineText(paragraph.inlines)]))
  let content = report.content
  for (const edit of edits) {
    const was = said.get(edit.id) ?? '' // only looked at: nobody is overwritten
    const edited = editParagraphs(content, [{ ...edit, was }], { documents: facts.documents, by: '' })
    if (edited.ok) content = edited.value
  }
  const { unit, form, period } = facts
  return toOfficialDocument(content, { unit, duty, form, period, signer, number: null })
}
