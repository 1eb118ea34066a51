import { randomUUID } from 'node:crypto'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { CitationLink, RegisteredDocument } from '#domain/document/registry.ts'
import type { LastNumber } from '#domain/report/life.ts'
import { issuerOf, subjectOf } from '#domain/report/official.ts'
import type { Db } from '../db/connect.ts'
import { insertCitation } from '../document/citation.store.ts'
import { insertDocument, listDocumentsWithCode, listIssuedUnder, updateDocument } from '../document/document.store.ts'
import type { ReportCase } from './report.case.ts'
import type { Series } from './report.store.ts'

type Numbered = Pick<ReportCase, 'report' | 'duty' | 'facts' | 'document'> & { readonly number: NonNullable<ReportCase['number']> }

/** `01/BC-VPUB`: at least two digits (Decree 30, Annex I, II.3). */
export function codeOf({ number, duty }: Pick<Numbered, 'number' | 'duty'>): string {
  return documentCode(number.number, duty.symbol)
}

export function documentCode(number: number, symbol: string): string {
  return `${number < 10 ? '0' : ''}${number}/${symbol}`
}

/** The last number the register knows in a series: documents made elsewhere count, or their numbers would be given again. */
export async function findLastRegistered(tx: Db, { unitId, series, year }: Series): Promise<LastNumber> {
  const entries = (await listIssuedUnder(tx, unitId, { symbol: series, year })).map(({ code, issuedOn }) => ({
    number: Number.parseInt(code, 10),
    on: issuedOn,
  }))
  return entries.toSorted((a, b) => b.number - a.number)[0] ?? null
}

/** Entered in the outgoing register as soon as it has its number, before it leaves (Decree 30, Art. 15, 16 and 18). */
export async function enterInRegister(tx: Db, numbered: Numbered): ReturnType<typeof insertDocument> {
  const entry = { id: randomUUID(), ...entryOf(numbered), copies: null, forwardedOn: null, revision: 0 }
  const inserted = await insertDocument(tx, entry)
  if (!inserted.ok) return inserted
  for (const link of citationsOf(entry.id, numbered)) await insertCitation(tx, link)
  return inserted
}

/** What the register says of a document, all of it told by the document itself. */
function entryOf({
  report,
  duty,
  facts,
  number,
  document,
}: Numbered): Omit<RegisteredDocument, 'id' | 'copies' | 'forwardedOn' | 'revision'> {
  return {
    ownerUnitId: report.unitId,
    direction: 'outgoing',
    kind: 'report',
    code: codeOf({ number, duty }),
    issuedOn: number.on,
    issuerName: issuerOf(facts.unit),
    issuerUnitId: report.unitId,
    subject: subjectOf(facts),
    valid: { from: number.on, until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    signerName: document.signature.fullName ?? '',
    recipients: document.recipients.lines.join('; '),
    archivedWith: document.recipients.archive,
    note: `Kỳ ${report.periodName}`,
  }
}

/** The report takes its place in the chain: it rests on what its duty names, and mentions what its text names. */
function citationsOf(id: string, { duty, document }: Numbered): CitationLink[] {
  const inlines = [...document.bases, ...document.blocks].flatMap(block => ('inlines' in block ? block.inlines : []))
  const named = inlines.flatMap(inline => (inline.type === 'citation' ? inline.documentId : []))
  const cited = new Set(duty.basisDocumentId === null ? named : [duty.basisDocumentId, ...named])
  return [...cited].map(toDocumentId => ({
    fromDocumentId: id,
    toDocumentId,
    relation: toDocumentId === duty.basisDocumentId ? 'restsOn' : 'mentions',
  }))
}

/** The entry of a number that goes on under a new day, since the document was returned and signed anew. */
export async function redateEntry(tx: Db, numbered: Numbered, givenOn: PlainDate): Promise<void> {
  const entry = await findEntry(tx, { ...numbered, number: { ...numbered.number, on: givenOn } })
  if (entry) await updateDocument(tx, { ...entry, ...entryOf(numbered), revision: entry.revision + 1 })
}

/** A number given up stays in the register and says which one took its place. */
export async function voidEntry(tx: Db, numbered: Numbered, newCode: string): Promise<void> {
  const entry = await findEntry(tx, numbered)
  const note = `${entry?.note ?? ''}. Số bỏ: văn bản bị trả lại, phát hành theo số ${newCode}`
  if (entry) await updateDocument(tx, { ...entry, note, revision: entry.revision + 1 })
}

export async function findEntry(tx: Db, numbered: Numbered): Promise<RegisteredDocument | undefined> {
  const entries = await listDocumentsWithCode(tx, numbered.report.unitId, codeOf(numbered))
  return entries.find(entry => entry.issuerUnitId === numbered.report.unitId && entry.issuedOn === numbered.number.on)
}
