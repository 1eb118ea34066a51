import { joinPdfs } from '#documents/join/join-pdf.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { BallotBook, FormBook } from '#domain/dossier/form-paper.ts'
import type { PaperCode } from '#domain/dossier/paper-kinds.ts'
import { editablePapers } from '#domain/dossier/paper-kinds.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { mediaTypes, writeDocument, writeFormFile, writeForms } from '../report/writers.ts'
import { findKeptPaper, insertKeptPaper, type PaperKey } from './dossier.store.ts'

/** A paper as data: forms of this slice, or an administrative document. */
export type PaperContent =
  | { readonly kind: 'form'; readonly book: FormBook | BallotBook }
  | { readonly kind: 'document'; readonly document: OfficialDocument }

export type PaperFile = { readonly pdf: Uint8Array; readonly docx: Uint8Array | null }

/**
 * Set once its step stood, a paper is kept: whoever prints it again gets the very bytes, whatever has changed in the
 * register, among people or in the settings since. `key` is null for papers that are drawn anew each time.
 */
export async function paperFile(
  ctx: Context,
  code: PaperCode,
  key: PaperKey | null,
  content: () => Promise<PaperContent>,
): Promise<PaperFile> {
  if (key === null) return setInType(code, await content())
  const known = await readKept(ctx, key)
  if (known) return known
  const set = await setInType(code, await content())
  const pdfSha256 = await ctx.files.put(set.pdf)
  const docxSha256 = set.docx && (await ctx.files.put(set.docx))
  await insertKeptPaper(ctx.tx, key, { pdfSha256, docxSha256, printedOn: ctx.today }, ctx.actor.fullName)
  return (await readKept(ctx, key)) ?? set
}

async function readKept(ctx: Context, key: PaperKey): Promise<PaperFile | undefined> {
  const kept = await findKeptPaper(ctx.tx, key)
  return kept && { pdf: await ctx.files.get(kept.pdfSha256), docx: kept.docxSha256 === null ? null : await ctx.files.get(kept.docxSha256) }
}

async function setInType(code: PaperCode, content: PaperContent): Promise<PaperFile> {
  const isEditable = editablePapers.includes(code)
  if (content.kind === 'document') {
    const { document } = content
    return { pdf: await writeDocument(document, 'pdf', null), docx: isEditable ? await writeDocument(document, 'docx', null) : null }
  }
  const { book } = content
  return { pdf: await writeBook(book), docx: isEditable && 'papers' in book ? await writeFormFile(book) : null }
}

type Wanted = { readonly format: 'pdf' | 'docx'; readonly name: string }

/** A paper on its way out; not every paper is a file to write in. */
export function send({ pdf, docx }: PaperFile, { format, name }: Wanted): Result<SentFile, 'dossier.no-such-paper'> {
  if (format === 'docx' && docx === null) return refuse('dossier.no-such-paper')
  const bytes = format === 'docx' && docx ? docx : pdf
  return ok({ bytes, mediaType: mediaTypes[format], fileName: `${name}.${format}`, isInline: format === 'pdf' })
}

/** Sheets set at a time: memory is that of so many, however large the village. */
const sheetsAtATime = 40

export async function writeBook(book: FormBook | BallotBook): Promise<Uint8Array> {
  if (!('papers' in book) || book.papers.length <= sheetsAtATime) return writeForms(book)
  const pieces: Uint8Array[] = []
  for await (const piece of joinPdfs(sheetsOf(book), { title: book.title, day: book.day, contents: null })) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function* sheetsOf(book: FormBook) {
  for (let at = 0; at < book.papers.length; at += sheetsAtATime) {
    const bytes = await writeForms({ ...book, papers: book.papers.slice(at, at + sheetsAtATime) })
    yield { heading: at === 0 ? book.title : null, title: null, bytes }
  }
}
