import { createHash } from 'node:crypto'
import type { ReportView } from '#contract/report.ts'
import { checkDocx } from '#documents/check/check-docx.ts'
import { findCitations } from '#domain/document/cite.ts'
import { inlineText, type OfficialDocument } from '#domain/document/official-document.ts'
import { listDocumentsWithCode } from '#server/document/document.store.ts'
import { findIssuedDocument } from '#server/report/report.store.ts'
import type { World } from '#server/world.ts'
import { pdfAFaults } from './golden/pdf-a.ts'

// The checks K01–K30 of an issued report, each by its number: what it found, or why it has nothing to look at.

/** `K14`. */
export type CheckNumber = string
export type Checked = { readonly found: readonly string[]; readonly notApplied: string | null }

/** What a check of the file needs before it can say anything; the rest look at every document. */
const applies: Readonly<Record<CheckNumber, (document: OfficialDocument) => string | null>> = {
  K14: ({ bases }) => (bases.length === 0 ? 'báo cáo không có căn cứ ban hành' : null),
  K15: document => (findCitations(wordsOf(document)).length === 0 ? 'không viện dẫn văn bản nào' : null),
  K17: ({ addressees }) => (addressees.length === 0 ? 'không gửi cấp trên' : null),
  K19: ({ addressees }) => (addressees.length === 0 ? 'không gửi cấp trên' : null),
  K21: ({ appendices }) => (appendices.length === 0 ? 'không có phụ lục' : null),
}

export async function checksOf(world: World, { id, unitId, code, files }: ReportView): Promise<ReadonlyMap<CheckNumber, Checked>> {
  const document = await findIssuedDocument(world.database.kysely, id)
  if (!document) throw new Error('not issued')
  const stored = new Map<string, Uint8Array>()
  for (const { name, sha256 } of files) stored.set(name, await world.files.get(sha256))
  const read = checkDocx(stored.get('bao-cao.docx') ?? new Uint8Array(), 'issued', {
    kind: 'report',
    place: document.placeAndDate?.place ?? '',
    signature: document.signature,
    register: { lastNumber: null, lastOn: null },
  })
  if (!read.ok) throw new Error(read.code)
  const remarks = Map.groupBy(read.value.remarks, remark => remark.code)
  const found = new Map<CheckNumber, Checked>()
  for (let n = 1; n <= 26; n++) {
    const check = `K${String(n).padStart(2, '0')}`
    const notApplied = applies[check]?.(document) ?? null
    found.set(check, { found: (remarks.get(check) ?? []).map(({ message }) => message), notApplied })
  }
  const [entry] = await listDocumentsWithCode(world.database.kysely, unitId, code)
  const pdf = stored.get('bao-cao.pdf') ?? new Uint8Array()
  found.set('K27', { found: pdfAFaults(pdf), notApplied: 'chữ ký số đặt vào tệp ở ngoài hệ thống; ở đây chỉ xét tệp' })
  found.set('K28', {
    found: entry?.recipients === document.recipients.lines.join('; ') ? [] : ['nơi nhận trong sổ khác nơi nhận trong tệp'],
    notApplied: null,
  })
  found.set('K29', { found: wordsOf(document).match(/TUYỆT MẬT|TỐI MẬT|ĐỘ MẬT/gu) ?? [], notApplied: null })
  const differing = files.filter(({ name, sha256 }) => sha256 !== hashOf(stored.get(name)))
  found.set('K30', { found: differing.map(({ name }) => `${name} khác tệp đã phát hành`), notApplied: null })
  return found
}

function wordsOf({ subject, blocks }: OfficialDocument): string {
  return [subject, ...blocks.flatMap(block => ('inlines' in block ? [inlineText(block.inlines)] : []))].join('\n')
}

function hashOf(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? new Uint8Array())
    .digest('hex')
}
