import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { encodeQR } from 'qr'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { CertificateText } from '#domain/certificate/paper.ts'
import { checkFonts, faces, fontFile, refuseMissingSigns } from '../layout/measure.ts'
import { motto, nationalName } from '../preset.ts'

/** One certificate as it is printed, and what its square says to a camera. */
export type CertificatePage = CertificateText & { readonly code: string }

export const certificatePapers = ['a4', 'a5'] as const
export type CertificatePaper = (typeof certificatePapers)[number]

export type CertificateBook = {
  readonly title: string
  readonly author: string
  readonly decidedOn: PlainDate
  readonly paper: CertificatePaper
  readonly pages: readonly CertificatePage[]
}

/** Sets certificates as PDF/A-2a, some hundreds in one file: memory is that of one file, however many files follow. */
export type CertificateEngine = { readonly write: (book: CertificateBook) => Promise<Uint8Array> }

export async function openCertificateEngine(): Promise<CertificateEngine> {
  checkFonts()
  const program = readFileSync(new URL('certificate.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: faces.map(fontFile) }] })
  return {
    write: async ({ title, author, decidedOn, paper, pages }) => {
      const input = JSON.stringify({ title, author, fileDate: decidedOn, paper, nationalName, motto, pages: pages.map(withSquare) })
      refuseMissingSigns(pages.map(({ name, place }) => name + place).join(''))
      const result = compiler.compile({ mainFileContent: program, inputs: { input } })
      const compiled = result.result
      if (!compiled) throw new Error(`Typst: ${JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document')}`)
      try {
        return compiler.pdf(compiled, { pdfStandard: 'a-2a' })
      } finally {
        compiler.evictCache(1)
        await setImmediate() // the typesetter frees its documents only when the event loop turns
      }
    },
  }
}

function withSquare({ code, ...page }: CertificatePage): unknown {
  return { ...page, qr: Array.from(encodeQR(code, 'gif', { ecc: 'medium', border: 2 })), qrWords: 'Mã QR để xác minh giấy này' }
}
