import { parentPort } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { type CertificateEngine, openCertificateEngine } from '#documents/certificate/certificate-engine.ts'
import { checkDocx } from '#documents/check/check-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { writeFormDocx } from '#documents/form/form-docx.ts'
import { type FormEngine, openFormEngine } from '#documents/form/form-engine.ts'
import { writeHtml } from '#documents/html/write-html.ts'
import { MissingSigns } from '#documents/layout/measure.ts'
import { type DocumentLinks, noLinks } from '#documents/links.ts'
import { openPdfEngine, type PdfEngine } from '#documents/pdf/pdf-engine.ts'
import type { DocumentJob, DocumentReply, DocumentWork, Home } from './writers.ts'

// Setting and checking a long document takes seconds of pure reckoning; on this thread it holds up nobody.

if (!parentPort) throw new Error('runs as a worker thread only')
const port = parentPort
let engine: Promise<PdfEngine> | undefined
let certificates: Promise<CertificateEngine> | undefined
let forms: Promise<FormEngine> | undefined

port.on('message', (job: DocumentJob) => void answer(job))

async function answer({ id, work }: DocumentJob): Promise<void> {
  try {
    reply({ id, ok: true, value: await done(work) })
  } catch (error) {
    if (error instanceof MissingSigns) reply({ id, ok: false, signs: error.signs })
    else reply({ id, ok: false, message: error instanceof Error ? error.message : String(error) })
  }
}

async function done(work: DocumentWork): Promise<unknown> {
  switch (work.kind) {
    case 'docx':
      return writeDocx(work.document)
    case 'pdf':
      engine ??= openPdfEngine()
      return (await engine).write(work.document, work.home?.address ? linksOf(work.home) : noLinks) // a file on a desk has no house around it
    case 'svg':
      engine ??= openPdfEngine()
      return gzipSync(await (await engine).draw(work.document), { level: 1 })
    case 'html':
      return new TextEncoder().encode(writeHtml(work.document, linksOf(work.home)))
    case 'certificates':
      certificates ??= openCertificateEngine()
      return (await certificates).write(work.book)
    case 'forms':
      forms ??= openFormEngine()
      return (await forms).write(work.book)
    case 'photo':
      forms ??= openFormEngine()
      return (await forms).writePhoto(work.page)
    case 'formDocx':
      return writeFormDocx(work.book)
    case 'check': {
      const checked = checkDocx(await writeDocx(work.document), work.stage, work.facts)
      return checked.ok ? checked.value.remarks : []
    }
  }
}

function linksOf(home: Home | null): DocumentLinks {
  if (home === null) return noLinks
  return {
    citation: id => `${home.address}/van-ban/${encodeURIComponent(id)}`,
    figure: id => `${home.address}/bao-cao/${encodeURIComponent(home.reportId)}?so=${encodeURIComponent(id)}`,
  }
}

function reply(message: DocumentReply): void {
  port.postMessage(message)
}
