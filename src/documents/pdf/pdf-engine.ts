import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { LaidOut } from '../layout/laid-out.ts'
import { layOut } from '../layout/lay-out.ts'
import { canPrint, checkFonts, faces, fontFile } from '../layout/measure.ts'
import { roleStyles } from '../layout/roles.ts'
import { decree30, motto, nationalName, singleLine } from '../preset.ts'

/** Sets documents as PDF/A-2a: tagged, fonts embedded, title and language set. One engine serves a whole process. */
export type PdfEngine = {
  /** The same document gives the same bytes. */
  readonly write: (document: OfficialDocument) => Promise<Uint8Array>
}

/** Documents between two cleanings of the typesetter's memory; without them it grows without end. */
const writesPerCleaning = 10

/** Checks the fonts (throws when one lacks Vietnamese letters), then starts the typesetter. */
export async function openPdfEngine(): Promise<PdfEngine> {
  checkFonts()
  const program = readFileSync(new URL('decree30.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: faces.map(fontFile) }] })
  let writes = 0

  const compile = (laid: LaidOut): Uint8Array => {
    const fixed = { nationalName, motto, fileDate: fileDate(laid), ...singleLine }
    const inputs = { input: JSON.stringify({ document: laid, preset: decree30, styles: roleStyles, fixed }) }
    const result = compiler.compile({ mainFileContent: program, inputs })
    const compiled = result.result
    if (!compiled) {
      const error = result.takeError()
      throw new Error(`Typst: ${error ? JSON.stringify(error.shortDiagnostics) : 'no document'}`)
    }
    return compiler.pdf(compiled, { pdfStandard: 'a-2a' })
  }

  return {
    async write(document) {
      const laid = layOut(document)
      const unprintable = unprintableCharacters(laid)
      if (unprintable.length > 0) throw new Error(`Phông chữ ${decree30.font} không có ký tự: ${unprintable.join(' ')}`)
      try {
        return compile(laid)
      } finally {
        if (++writes % writesPerCleaning === 0) {
          compiler.evictCache(2)
          // The typesetter frees its documents only when the event loop turns.
          await setImmediate()
        }
      }
    },
  }
}

/** PDF/A asks for a day in the file's properties: that of issue, else the first of the printed year, else of the decree. */
function fileDate({ issuedOn, year }: LaidOut): string {
  return issuedOn ?? (year === null ? '2020-03-05' : `${year}-01-01`)
}

/** Signs no face of the font can print: paper would show boxes, so there is no paper. */
function unprintableCharacters(laid: LaidOut): string[] {
  const characters = new Set(textsOf(laid).join(''))
  return [...characters].filter(character => !canPrint(character, 'regular'))
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
