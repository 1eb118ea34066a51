import type { Answer, Body, Params } from '#contract/index.ts'
import type { ReportView } from '#contract/report.ts'
import { writePackage } from '#documents/package/write-package.ts'
import { inlineText, type OfficialDocument } from '#domain/document/official-document.ts'
import { dictionaryNote } from '#domain/indicator/dictionary/dictionary.ts'
import { type Dictionary, indicatorOf } from '#domain/indicator/indicator.ts'
import { ok } from '#domain/kit/result.ts'
import { type PublicFigure, personalWords, possibleNames, publicFigures, publicVersion } from '#domain/report/public-version.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { sha256Of } from '../files.ts'
import { listKnownNames } from './public.store.ts'
import { codeOf } from './register.ts'
import { openForChange, type Reply, subjectOf, view } from './report.actions.ts'
import { openCase, type ReportCase } from './report.case.ts'
import { findReport, insertIssuedFiles, listIssuedFiles } from './report.store.ts'
import { writeDocument } from './writers.ts'

type PublicParagraph = Answer<'report.publicDraft'>['paragraphs'][number]

/** What everybody would read, paragraph by paragraph, with what in it tells of a person; before the report is issued too. */
export async function findPublicDraft(ctx: Context, params: Params<'report.publicDraft'>): Reply<Answer<'report.publicDraft'>> {
  const report = await findReport(ctx.tx, params.id)
  if (!report) return unknown(ctx, 'report.publicDraft', 'report.unknown')
  const denied = await authorise(ctx, 'report.publicDraft', report.unitId)
  if (denied) return denied
  const found = await openCase(ctx.tx, report, ctx.today)
  if (!found.ok) return found
  return ok({ paragraphs: await listParagraphs(ctx.tx, found.value.document) })
}

async function listParagraphs(tx: Db, { blocks }: OfficialDocument): Promise<PublicParagraph[]> {
  const told = blocks.flatMap(block => (block.type === 'paragraph' ? [{ id: block.id, text: inlineText(block.inlines) }] : []))
  const known = new Set(await listKnownNames(tx, [...new Set(told.flatMap(({ text }) => possibleNames(text)))]))
  return told.map(({ id, text }) => ({ id, text, found: [...personalWords(text), ...possibleNames(text).filter(name => known.has(name))] }))
}

/** The package for the portal, made from the issued document: what tells of a person is left out, and whatever else was asked. */
export async function publishReport(ctx: Context, body: Body<'report.publish'>): Reply<ReportView> {
  const found = await openForChange(ctx, 'report.publish', body)
  if (!found.ok) return found
  const { report, document } = found.value
  const paragraphs = await listParagraphs(ctx.tx, document)
  const leaveOut = new Set([...body.leaveOut, ...paragraphs.flatMap(({ id, found: personal }) => (personal.length > 0 ? [id] : []))])
  const bytes = writePackage(await filesOf(found.value, leaveOut))
  const sha256 = await ctx.files.put(bytes)
  const before = await listIssuedFiles(ctx.tx, report.id)
  if (before.some(file => file.sha256 === sha256)) return view(ctx, report) // the same package, made before
  const count = before.filter(({ mediaType }) => mediaType === packageType).length
  await insertIssuedFiles(ctx.tx, report.id, [
    { name: `ban-cong-khai-${count + 1}.zip`, mediaType: packageType, sha256, bytes: bytes.length },
  ])
  await insertAuditEntry(ctx, 'report.publish', subjectOf(report), { after: { sha256, leftOut: [...leaveOut] } })
  return view(ctx, report)
}

const packageType = 'application/zip'

type PackageFile = { readonly name: string; readonly bytes: Uint8Array }

async function filesOf({ duty, number, document, facts }: ReportCase, leaveOut: ReadonlySet<string>): Promise<PackageFile[]> {
  const shown = publicVersion(document, leaveOut)
  const dictionary = facts.consolidated?.dictionary ?? { indicators: [], ratios: [] }
  const figures = publicFigures(document, dictionary)
  const files = [
    { name: 'bao-cao.html', bytes: await writeDocument(shown, 'html', null) },
    { name: 'bao-cao.pdf', bytes: await writeDocument(shown, 'pdf', null) },
    ...(figures.length > 0 ? datasetOf(figures, dictionary) : []),
  ]
  const manifest = {
    title: shown.subject,
    issuer: shown.issuer.fullName,
    code: number && codeOf({ number, duty }),
    issuedOn: number?.on ?? null,
    leftOut: [...leaveOut].length,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })),
  }
  return [...files, { name: 'ke-khai.json', bytes: json(manifest) }]
}

function datasetOf(figures: readonly PublicFigure[], dictionary: Dictionary): PackageFile[] {
  const codes = [...new Set(figures.map(({ code }) => code))]
  const entries = codes.flatMap(code => {
    const indicator = indicatorOf(dictionary, code)
    return indicator
      ? [{ code, name: indicator.name, definition: indicator.definition, countUnit: indicator.unit, addition: indicator.addition }]
      : []
  })
  const rows = figures.map(({ table, unit, code, name, countUnit, value, words, isEstimated }) => [
    table,
    unit,
    code,
    name,
    countUnit,
    String(value),
    isEstimated ? words : '',
  ])
  const head = ['Bảng', 'Đơn vị', 'Mã chỉ tiêu', 'Chỉ tiêu', 'Đơn vị tính', 'Giá trị', 'Ước tính']
  const terms = entries.map(({ code, name, countUnit, definition }) => [code, name, countUnit, definition])
  return [
    { name: 'so-lieu.csv', bytes: csv([head, ...rows]) },
    { name: 'so-lieu.json', bytes: json({ note: dictionaryNote, dictionary: entries, figures }) },
    { name: 'tu-dien.csv', bytes: csv([['Mã chỉ tiêu', 'Chỉ tiêu', 'Đơn vị tính', 'Cách đếm'], ...terms]) },
  ]
}

/** RFC 4180, with the mark by which a spreadsheet knows Vietnamese letters. */
function csv(rows: readonly (readonly string[])[]): Uint8Array {
  return new TextEncoder().encode(`\u{feff}${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`)
}

/** No cell begins as a formula. */
function csvCell(text: string): string {
  return `"${text.replace(/^[=+\-@\t\r]/u, "'$&").replaceAll('"', '""')}"`
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
