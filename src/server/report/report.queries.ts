import { z } from 'zod'
import { id } from '#contract/fields.ts'
import type { Answer, Params, RefusalCode, RightName } from '#contract/index.ts'
import type { ReportRow, ReportView } from '#contract/report.ts'
import { signsWithoutType } from '#documents/pdf/pdf-engine.ts'
import { cutoffOn, type ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { ReportForm } from '#domain/report/form.ts'
import { readSumFigureId } from '#domain/report/sum-figure.ts'
import { authorise, listUnitsInReach, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import type { SentFile } from '../http/definitions.ts'
import { findUnitPath, listUnitNamesOn } from '../org/org.store.ts'
import { explain } from './explain.ts'
import type { Reply } from './report.actions.ts'
import { openCase, type ReportCase } from './report.case.ts'
import { frameOf } from './report.frame.ts'
import { findReport, listIssuedFiles, listReportHeads, type ReportHead } from './report.store.ts'
import { toReportRow, toReportView } from './report.view.ts'
import { explainSum } from './sum-explained.ts'
import { documentFormats, mediaTypes, writeDocument } from './writers.ts'

/** Reports of the unit and its parts; those who work below it see the report they contribute to. */
export async function listReportRows(ctx: Context, params: Params<'report.list'>): Reply<Answer<'report.list'>> {
  const denied = await authorise(ctx, 'report.list', params.unitId)
  if (denied) return denied
  const unitIds = new Set([
    ...(await listUnitsInReach(ctx, 'report.list', params.unitId)),
    ...(await findUnitPath(ctx.tx, params.unitId, ctx.today)),
  ])
  return ok(await toReportRows(ctx, await listReportHeads(ctx.tx, [...unitIds]), [...unitIds]))
}

export async function toReportRows({ tx }: Context, heads: readonly ReportHead[], unitIds: readonly string[]): Promise<ReportRow[]> {
  return (await withNames(tx, heads, unitIds)).map(toReportRow)
}

export type NamedReport = ReportHead & { readonly period: ReportingPeriod; readonly form: ReportForm; readonly unitName: string }

/** Units are named as they were at the cut-off day; a report whose period or form is not known is left out. */
export async function withNames(tx: Db, heads: readonly ReportHead[], unitIds: readonly string[]): Promise<NamedReport[]> {
  const known = new Map([...Map.groupBy(heads, formAndPeriod)].map(([key, [first]]) => [key, first && findFrame(first)]))
  const days = [...new Set([...known.values()].flatMap(frame => frame?.on ?? []))]
  const namesOn = await listUnitNamesOn(tx, unitIds, days)
  return heads.flatMap(head => {
    const frame = known.get(formAndPeriod(head))
    return frame ? [{ ...head, period: frame.period, form: frame.form, unitName: namesOn.get(frame.on)?.get(head.unitId) ?? '' }] : []
  })
}

function formAndPeriod({ formName, periodName, subject }: ReportHead): string {
  return `${formName} ${periodName} ${subject ?? ''}`
}

function findFrame(head: ReportHead) {
  const frame = frameOf(head)
  return frame && { ...frame, on: cutoffOn(frame.period) }
}

export async function findReportView(ctx: Context, params: Params<'report.one'>): Reply<ReportView> {
  const found = await openToRead(ctx, 'report.one', params.id)
  return found.ok ? ok(await toReportView(ctx.tx, found.value)) : found
}

export async function explainReport(ctx: Context, params: Params<'report.explain'>): Reply<Answer<'report.explain'>> {
  const report = await findReport(ctx.tx, params.id)
  if (!report) return unknown(ctx, 'report.explain', 'report.unknown')
  const denied = await authorise(ctx, 'report.explain', report.unitId)
  if (denied) return denied
  // A sum opens from sealed returns alone; the rest asks for all that bears on the report.
  if (params.figureId !== undefined && readSumFigureId(params.figureId)) return explainSum(ctx, report, params.figureId)
  const found = await openCase(ctx.tx, report, ctx.today)
  return found.ok ? ok(await explain(ctx, found.value, params)) : found
}

export const previewParams = z.strictObject({ id: id('Báo cáo'), format: z.enum(documentFormats) })

/** The very document that will be issued, in its present state. */
export async function previewReport(ctx: Context, params: z.output<typeof previewParams>): Promise<Result<SentFile, RefusalCode>> {
  const found = await openToRead(ctx, 'report.preview', params.id)
  if (!found.ok) return found
  const unprintable = params.format === 'pdf' ? signsWithoutType(found.value.document) : []
  if (unprintable.length > 0) return refuse('report.unprintable', { signs: unprintable.slice(0, 10).join(' ') })
  const bytes = await writeDocument(found.value.document, params.format, { address: ctx.address, reportId: params.id })
  return ok({
    bytes,
    mediaType: mediaTypes[params.format],
    fileName: `bao-cao-du-thao.${params.format}`,
    isInline: params.format !== 'docx',
  })
}

export const downloadParams = z.strictObject({ id: id('Báo cáo'), name: z.string().max(100) })

export async function downloadReport(ctx: Context, params: z.output<typeof downloadParams>): Promise<Result<SentFile, RefusalCode>> {
  const found = await openToRead(ctx, 'report.download', params.id)
  if (!found.ok) return found
  const file = (await listIssuedFiles(ctx.tx, params.id)).find(candidate => candidate.name === params.name)
  if (!file) return refuse('report.not-issued')
  return ok({ bytes: await ctx.files.get(file.sha256), mediaType: file.mediaType, fileName: file.name, isInline: false })
}

async function openToRead(ctx: Context, name: RightName, reportId: string): Reply<ReportCase> {
  const report = await findReport(ctx.tx, reportId)
  if (!report) return unknown(ctx, name, 'report.unknown')
  const denied = await authorise(ctx, name, report.unitId)
  return denied ?? openCase(ctx.tx, report, ctx.today)
}
