import type { Body } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { refuse } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'
import { findEntry } from './register.ts'
import { advance, failingForm, openForStep, type Reply } from './report.actions.ts'
import type { ReportCase } from './report.case.ts'
import { type IssuedFile, insertIssuedDocument } from './report.store.ts'
import { documentFormats, mediaTypes, writeDocument } from './writers.ts'

/** Out of the house: written once, kept by hash. From here nothing changes any more. */
export async function issueReport(ctx: Context, body: Body<'report.issue'>): Reply<ReportView> {
  const found = await openForStep(ctx, 'report.issue', body, 'issued')
  if (!found.ok) return found
  const { report, number } = found.value
  if (!number) return refuse('report.unnumbered')
  const failing = await failingForm(found.value, 'issued')
  if (failing) return failing
  const entry = await findEntry(ctx.tx, { ...found.value, number })
  if (!entry) throw new Error(`report ${report.id} has a number that is not in the register`)
  await insertIssuedDocument(ctx.tx, {
    reportId: report.id,
    document: found.value.document,
    contentHash: found.value.contentHash,
    registeredDocumentId: entry.id,
    issuedAt: ctx.now,
    files: await storeFiles(ctx, found.value),
  })
  return advance(ctx, 'report.issue', report, { type: 'issued' })
}

/** The bytes are on disk before the row that names them. */
async function storeFiles(ctx: Context, { report, document }: ReportCase): Promise<IssuedFile[]> {
  const files: IssuedFile[] = []
  for (const format of documentFormats) {
    const bytes = await writeDocument(document, format, { address: ctx.address, reportId: report.id })
    files.push({ name: `bao-cao.${format}`, mediaType: mediaTypes[format], sha256: await ctx.files.put(bytes), bytes: bytes.length })
  }
  return files
}
