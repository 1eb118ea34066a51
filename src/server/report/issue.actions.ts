import { randomUUID } from 'node:crypto'
import type { Body } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import { refuse } from '#domain/kit/result.ts'
import { subjectOf as titleOf } from '#domain/report/official.ts'
import type { Context } from '../context.ts'
import { insertDocument } from '../document/document.store.ts'
import { advance, failingForm, openForStep, type Reply } from './report.actions.ts'
import type { ReportCase } from './report.case.ts'
import { type IssuedFile, insertIssuedDocument } from './report.store.ts'
import { documentFormats, mediaTypes, writeDocument } from './writers.ts'

/** Out of the house: written once, kept by hash, entered in the outgoing register. From here nothing changes any more. */
export async function issueReport(ctx: Context, body: Body<'report.issue'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.issue', body, 'issued')
  if (!found.ok) return found
  const { report, number } = found.value
  if (!number) return refuse('report.unnumbered')
  const failing = await failingForm(found.value, 'issued')
  if (failing) return failing
  const registered = toRegistered(found.value, number)
  const entered = await insertDocument(ctx.tx, registered)
  if (!entered.ok) return entered
  await insertIssuedDocument(ctx.tx, {
    reportId: report.id,
    document: found.value.document,
    contentHash: found.value.contentHash,
    registeredDocumentId: registered.id,
    issuedAt: ctx.now,
    files: await storeFiles(ctx, found.value),
  })
  return advance(ctx, 'report.issue', report, { type: 'issued' })
}

/** The bytes are on disk before the row that names them. */
async function storeFiles(ctx: Context, { report, document }: ReportCase): Promise<IssuedFile[]> {
  const files: IssuedFile[] = []
  for (const format of documentFormats) {
    const bytes = await writeDocument(document, format, report.id)
    files.push({ name: `bao-cao.${format}`, mediaType: mediaTypes[format], sha256: await ctx.files.put(bytes), bytes: bytes.length })
  }
  return files
}

function toRegistered({ report, duty, facts }: ReportCase, number: NonNullable<ReportCase['number']>): RegisteredDocument {
  return {
    id: randomUUID(),
    ownerUnitId: report.unitId,
    direction: 'outgoing',
    kind: 'report',
    code: `${number.number < 10 ? '0' : ''}${number.number}/${duty.symbol}`,
    issuedOn: number.on,
    issuerName: facts.unit.calledInText,
    issuerUnitId: report.unitId,
    subject: titleOf(facts),
    valid: { from: number.on, until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: `Kỳ ${report.periodName}`,
    revision: 0,
  }
}
