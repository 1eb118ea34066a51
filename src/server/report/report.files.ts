import { randomUUID } from 'node:crypto'
import type { RefusalCode } from '#contract/index.ts'
import { inForce } from '#domain/calendar/date-range.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodNamed } from '#domain/calendar/reporting-period.ts'
import type { Remark } from '#domain/document/remark.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { stateOf } from '#domain/report/life.ts'
import type { PeriodicReport } from '#domain/report/report.ts'
import type { Db } from '../db/connect.ts'
import type { World } from '../world.ts'
import { listDuties } from './duty.store.ts'
import { openCase } from './report.case.ts'
import { composeFor } from './report.facts.ts'
import { findReportOfPeriod, listIssuedFiles } from './report.store.ts'
import { remarksOf, stageOf } from './report.view.ts'
import { documentFormats, writeDocument } from './writers.ts'

export type ReportRequest = { readonly unitId: string; readonly periodName: string; readonly today: PlainDate }
export type ReportFiles = {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly remarks: readonly Remark[]
}

/** The report as it stands, or as recorded work would make it now when nobody has begun it; nothing is kept. */
export async function draftReportFiles({ database, address }: World, request: ReportRequest): Promise<Result<ReportFiles, RefusalCode>> {
  const report = await findOrCompose(database.kysely, request)
  if (!report.ok) return report
  const found = await openCase(database.kysely, report.value, request.today)
  if (!found.ok) return found
  const { document, events } = found.value
  const files = []
  for (const format of documentFormats)
    files.push({ name: `bao-cao.${format}`, bytes: await writeDocument(document, format, { address, reportId: report.value.id }) })
  return ok({ files, remarks: await remarksOf(found.value, stageOf(stateOf(events))) })
}

/** The very files that were issued. */
export async function issuedReportFiles({ database, files }: World, request: ReportRequest): Promise<Result<ReportFiles, RefusalCode>> {
  const report = await findOrCompose(database.kysely, request)
  if (!report.ok) return report
  const issued = await listIssuedFiles(database.kysely, report.value.id)
  if (issued.length === 0) return refuse('report.not-issued')
  const found = await openCase(database.kysely, report.value, request.today)
  if (!found.ok) return found
  const bytes = await Promise.all(issued.map(async ({ name, sha256 }) => ({ name, bytes: await files.get(sha256) })))
  return ok({ files: bytes, remarks: await remarksOf(found.value, 'issued') })
}

async function findOrCompose(tx: Db, { unitId, periodName }: ReportRequest): Promise<Result<PeriodicReport, RefusalCode>> {
  const period = periodNamed(periodName)
  if (!period) return refuse('report.unknown-period')
  const duty = inForce(await listDuties(tx, unitId), cutoffOn(period))
  if (!duty) return refuse('report.no-duty')
  const existing = await findReportOfPeriod(tx, duty.id, period.name)
  return existing ? ok(existing) : composeFor(tx, { id: randomUUID(), duty, period, requestId: null, subject: null })
}
