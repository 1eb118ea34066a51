import { writeDocx } from '#documents/docx/write-docx.ts'
import { writeHtml } from '#documents/html/write-html.ts'
import { openPdfEngine, type PdfEngine } from '#documents/pdf/pdf-engine.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'

export const documentFormats = ['pdf', 'docx', 'html'] as const
export type DocumentFormat = (typeof documentFormats)[number]

export const mediaTypes: Record<DocumentFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
}

let engine: Promise<PdfEngine> | undefined

/** A document in one of its three forms. `reportId` is where figures lead to in the readable page. */
export async function writeDocument(document: OfficialDocument, format: DocumentFormat, reportId: string): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(document)
    case 'pdf':
      engine ??= openPdfEngine()
      return (await engine).write(document)
    case 'html':
      return new TextEncoder().encode(
        writeHtml(document, {
          citation: id => `/van-ban/${encodeURIComponent(id)}`,
          figure: id => `/bao-cao/${encodeURIComponent(reportId)}?so=${encodeURIComponent(id)}`,
        }),
      )
  }
}
