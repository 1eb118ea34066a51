import { Worker } from 'node:worker_threads'
import type { RefusalCode } from '#contract/index.ts'
import type { CertificateBook } from '#documents/certificate/certificate-engine.ts'
import type { CheckFacts } from '#documents/check/check-docx.ts'
import { MissingSigns } from '#documents/layout/measure.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { DocumentStage, Remark } from '#domain/document/remark.ts'
import type { BallotBook, FormBook, PhotoPage } from '#domain/dossier/form-paper.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { type Result, refuse } from '#domain/kit/result.ts'
import { sha256Of } from '../files.ts'

export const documentFormats = ['pdf', 'docx', 'html'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** `svg`: the pages one below the other as they print, to be looked at while somebody writes; packed with gzip. */
export type WrittenFormat = DocumentFormat | 'svg'

export const mediaTypes: Record<WrittenFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
}

/** Where citations and figures lead from the readable page and from the printed file: this house, at the report. */
export type Home = { readonly address: string; readonly reportId: string }

/** What the worker is asked. */
export type DocumentWork =
  | { readonly kind: 'docx' | 'svg'; readonly document: OfficialDocument }
  | { readonly kind: 'html' | 'pdf'; readonly document: OfficialDocument; readonly home: Home | null }
  | { readonly kind: 'certificates'; readonly book: CertificateBook }
  | { readonly kind: 'forms'; readonly book: FormBook | BallotBook }
  | { readonly kind: 'photo'; readonly page: PhotoPage }
  | { readonly kind: 'formDocx'; readonly book: FormBook }
  | { readonly kind: 'check'; readonly document: OfficialDocument; readonly stage: DocumentStage; readonly facts: CheckFacts }
export type DocumentJob = { readonly id: number; readonly work: DocumentWork }
export type DocumentReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string }
  | { readonly id: number; readonly ok: false; readonly signs: readonly string[] }

/** A document in one of its forms; without a home nothing in it leads anywhere. */
export async function writeDocument(document: OfficialDocument, format: WrittenFormat, home: Home | null): Promise<Uint8Array> {
  const leads = format === 'html' || format === 'pdf'
  return (await ask(leads ? { kind: format, document, home } : { kind: format, document })) as Uint8Array
}

/** Certificates of one book, a page each, as one PDF. */
export async function writeCertificates(book: CertificateBook): Promise<Uint8Array> {
  return (await ask({ kind: 'certificates', book })) as Uint8Array
}

/** Papers for the pen, one after another, as one PDF. */
export async function writeForms(book: FormBook | BallotBook): Promise<Uint8Array> {
  return (await ask({ kind: 'forms', book })) as Uint8Array
}

/** A photo as a page among papers; null where the file is no photo that can be read. */
export async function writePhotoPage(page: PhotoPage): Promise<Uint8Array | null> {
  return (await ask({ kind: 'photo', page })) as Uint8Array | null
}

/** The same papers for the word processor. */
export async function writeFormFile(book: FormBook): Promise<Uint8Array> {
  return (await ask({ kind: 'formDocx', book })) as Uint8Array
}

/** What the Word file of a document shows of Decree 30. The same file is looked at once, however often it is opened. */
export function checkWritten(document: OfficialDocument, stage: DocumentStage, facts: CheckFacts): Promise<readonly Remark[]> {
  const key = sha256Of(canonicalJson({ document, stage, facts }))
  const known = checked.get(key)
  if (known) return known
  const remarks = ask({ kind: 'check', document, stage, facts }) as Promise<readonly Remark[]>
  remarks.catch(() => checked.delete(key))
  checked.set(key, remarks)
  const [oldest] = checked.keys()
  if (checked.size > rememberedChecks && oldest !== undefined) checked.delete(oldest)
  return remarks
}

/** Documents whose remarks are remembered; an office works on a handful at a time. */
const rememberedChecks = 100
const checked = new Map<string, Promise<readonly Remark[]>>()

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/** What no face can print is somebody's to retype: told, with the signs, instead of a fault. */
export async function unlessUnprintable<Value, Code extends RefusalCode>(
  code: 'dossier.unprintable' | 'certificate.unprintable',
  write: () => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | typeof code>> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof MissingSigns) return refuse(code, { signs: error.signs.slice(0, 10).join(' ') })
    throw error
  }
}

/** One thread for all documents of this process, started when first needed; it keeps no process alive by itself. */
let thread: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | undefined
let lastId = 0

function ask(work: DocumentWork): Promise<unknown> {
  const { worker, waiting } = (thread ??= start())
  const id = ++lastId
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.ref() // what is asked is answered before the process ends
    worker.postMessage({ id, work } satisfies DocumentJob)
  })
}

function start(): { worker: Worker; waiting: Map<number, Waiting> } {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url))
  const waiting = new Map<number, Waiting>()
  const settle = (reply: DocumentReply): void => {
    const one = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) worker.unref()
    if (reply.ok) one?.resolve(reply.value)
    else one?.reject('signs' in reply ? new MissingSigns(reply.signs) : new Error(reply.message))
  }
  /** Whoever still waits is told; the next document gets a new thread. */
  const end = (error: Error): void => {
    if (thread?.worker === worker) thread = undefined
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  worker.on('message', settle)
  worker.on('error', end)
  worker.on('exit', code => end(new Error(`the document worker ended with ${code}`)))
  worker.unref()
  return { worker, waiting }
}
