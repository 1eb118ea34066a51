import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { encodeQR } from 'qr'
import type { BallotBook, FormBook, FormPaper, PhotoPage } from '#domain/dossier/form-paper.ts'
import { clean } from '../layout/lay-out.ts'
import { checkFonts, faces, fontFile, refuseMissingSigns } from '../layout/measure.ts'
import { decree30, motto, nationalName } from '../preset.ts'

/** Sets forms and ballots as PDF/A-2a. The same papers give the same bytes. */
export type FormEngine = {
  readonly write: (book: FormBook | BallotBook) => Promise<Uint8Array>
  /** Null: the file calls itself a photo and is none that can be read. */
  readonly writePhoto: (page: PhotoPage) => Promise<Uint8Array | null>
}

/** Where the typesetter finds the photo of a page: in its own memory, never on the disk. */
const photoPath = join(import.meta.dirname, 'photo')

export async function openFormEngine(): Promise<FormEngine> {
  checkFonts()
  const program = readFileSync(new URL('form.typ', import.meta.url), 'utf8')
  const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: faces.map(fontFile) }] })
  const set = async (input: string): Promise<Uint8Array> => {
    refuseMissingSigns(input)
    try {
      const result = compiler.compile({ mainFileContent: program, inputs: { input } })
      const compiled = result.result
      if (!compiled) throw new Error(`Typst: ${JSON.stringify(result.takeError()?.shortDiagnostics ?? 'no document')}`)
      return compiler.pdf(compiled, { pdfStandard: 'a-2a' })
    } finally {
      compiler.evictCache(1)
      await setImmediate() // the typesetter frees its documents only when the event loop turns
    }
  }
  return {
    write: async book => set(typesetterInput(book)),
    writePhoto: async ({ paper, photo, format, says, ...file }) => {
      compiler.mapShadow(photoPath, Buffer.from(photo))
      try {
        return await set(typesetterInput({ ...file, papers: [paper] }, { type: 'photo', format, says }))
      } catch (error) {
        if (error instanceof Error && error.message.includes('failed to decode image')) return null
        throw error
      } finally {
        compiler.unmapShadow(photoPath)
      }
    },
  }
}

type PhotoBlock = Pick<PhotoPage, 'format' | 'says'> & { readonly type: 'photo' }

function typesetterInput(book: FormBook | BallotBook, photo: PhotoBlock | null = null): string {
  const { left, right, pageNumberTop } = decree30.page
  const page = { left: left.print, right: right.print, numberTop: pageNumberTop }
  const { title, author, day } = book
  const common = { title, author, fileDate: day, nationalName, motto, page }
  const input =
    'ballot' in book
      ? { ...common, papers: [], ballots: ballotsOf(book) }
      : { ...common, papers: book.papers.map(paper => withSquares(paper, photo)), ballots: null }
  return JSON.stringify(input, (_, value: unknown) => (typeof value === 'string' ? clean(value) : value))
}

/** What a camera reads, as a picture of one bit a point. */
function withSquares(paper: FormPaper, photo: PhotoBlock | null): unknown {
  const blocks = paper.blocks.map(block =>
    block.type === 'square' ? { ...block, qr: Array.from(encodeQR(block.address, 'gif', { ecc: 'medium', border: 2 })) } : block,
  )
  return { ...paper, blocks: photo ? [...blocks, photo] : blocks }
}

/** A long list stands in two columns, and goes on overleaf where a sheet is not enough. */
function ballotsOf({ ballot: { names, ...ballot }, copies, perSheet }: BallotBook) {
  const rows = names.map((name, at) => ({ number: at + 1, name }))
  const perColumn = perSheet === 1 ? 32 : 15
  const columns = perSheet === 4 ? [rows] : chunked(rows, perColumn)
  return { ...ballot, perSheet, sheets: Math.ceil(copies / perSheet), pages: chunked(columns, 2) }
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
