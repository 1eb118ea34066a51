import { readFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import type { LaidBlock, LaidOut, LaidParagraph, LaidTable } from '../layout/laid-out.ts'
import { layOut } from '../layout/lay-out.ts'
import { checkFonts, faces, fontFile, refuseMissingSigns, unprintableSigns } from '../layout/measure.ts'
import { roleStyles } from '../layout/roles.ts'
import { addressOf, type DocumentLinks, noLinks } from '../links.ts'
import { decree30, motto, nationalName, singleLine } from '../preset.ts'

/** Sets documents as PDF/A-2a: tagged, fonts embedded, title and language set. One engine serves a whole process. */
export type PdfEngine = {
  /** The same document with the same links gives the same bytes. */
  readonly write: (document: OfficialDocument, links?: DocumentLinks) => Promise<Uint8Array>
  /** The same pages as one SVG picture, one below the other: what paper will show, for a screen. */
  readonly draw: (document: OfficialDocument) => Promise<string>
}

/** Documents between two cleanings of the typesetter's memory; without them it grows without end. */
const writesPerCleaning = 10

/** Checks the fonts (throws when one lacks Vietnamese letters), then starts the typesetter. */
export async function openPdfEngine(): Promise<PdfEngine> {
  checkFonts()
  const program = readFileSync(new URL('decree30.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: faces.map(fontFile) }] })
  let writes = 0

  const compile = (input: string): NodeTypstDocument => {
    const result = compiler.compile({ mainFileContent: program, inputs: { input } })
    const compiled = result.result
    if (!compiled) throw new Error(`Typst: ${JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document')}`)
    return compiled
  }

  const set = async <Written>(
    document: OfficialDocument,
    links: DocumentLinks,
    write: (compiled: NodeTypstDocument) => Written,
  ): Promise<Written> => {
    const input = typesetterInput(layOut(document), links)
    refuseMissingSigns(input)
    try {
      return write(compile(input))
    } finally {
      if (++writes % writesPerCleaning === 0) {
        compiler.evictCache(2)
        // The typesetter frees its documents only when the event loop turns.
        await setImmediate()
      }
    }
  }

  return {
    write: (document, links = noLinks) => set(document, links, compiled => compiler.pdf(compiled, { pdfStandard: 'a-2a' })),
    draw: document => set(document, noLinks, compiled => compiler.plainSvg(compiled)),
  }
}

/** Signs of a document that no face can print; with any of them there is no PDF. */
export function signsWithoutType(document: OfficialDocument): string[] {
  return unprintableSigns(JSON.stringify(layOut(document)))
}

/** Everything the typesetter's program needs, as data. */
function typesetterInput(laid: LaidOut, links: DocumentLinks): string {
  const fixed = { nationalName, motto, fileDate: fileDate(laid), ...singleLine }
  return JSON.stringify({ document: toTypesetter(laid, links), preset: decree30, styles: roleStyles, fixed })
}

/** PDF/A asks for a day in the file's properties: that of issue, else the first of the printed year, else of the decree. */
function fileDate({ issuedOn, year }: LaidOut): string {
  return issuedOn ?? (year === null ? '2020-03-05' : `${year}-01-01`)
}

/** A code such as 41/KH-UBND becomes a run of its own, which no line break may cut. */
const code = /(\d+\/(?:\d{4}\/)?\p{L}{1,12}(?:-\p{L}{1,12}){1,3})/u

function toTypesetter(laid: LaidOut, links: DocumentLinks): unknown {
  const blocks = (of: readonly LaidBlock[]) => of.map(block => (block.type === 'table' ? toTable(block, links) : toParagraph(block, links)))
  const appendices = laid.appendices.map(appendix => ({ ...appendix, blocks: blocks(appendix.blocks) }))
  return { ...laid, blocks: blocks(laid.blocks), appendices }
}

function toTable(table: LaidTable, links: DocumentLinks): unknown {
  return { ...table, rows: table.rows.map(row => row.map(({ text, source }) => ({ text, href: addressOf(source, links) }))) }
}

function toParagraph(paragraph: LaidParagraph, links: DocumentLinks): unknown {
  const runs = paragraph.runs.flatMap(({ text, bold, source }) =>
    text.split(code).map((piece, i) => ({ text: piece, bold, together: i % 2 === 1, href: addressOf(source, links) })),
  )
  return { ...paragraph, runs: runs.filter(run => run.text !== '') }
}
