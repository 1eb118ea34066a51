import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Block, OfficialDocument } from '#domain/document/official-document.ts'
import { rich } from './build.ts'

/** Changes one place in a part of a Word file. Throws when the place is not there, so that no fault is seeded in vain. */
export function editPart(docx: Uint8Array, part: string, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(docx)
  const before = strFromU8(files[part] ?? new Uint8Array())
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to change in ${part}: ${from}`)
  return zipSync({ ...files, [part]: strToU8(after) })
}

/** The document with other words in one of its paragraphs. */
export function withText(document: OfficialDocument, id: string, text: string): OfficialDocument {
  const blocks = document.blocks.map((block): Block => (block.id === id && 'inlines' in block ? { ...block, inlines: rich(text) } : block))
  if (!document.blocks.some(block => block.id === id)) throw new Error(`no block ${id}`)
  return { ...document, blocks }
}

/** Sets direct formatting on the run that shows a text. */
export function formatRun(docx: Uint8Array, text: string, properties: string): Uint8Array {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  return editPart(
    docx,
    'word/document.xml',
    new RegExp(`<w:r>(?:<w:rPr>.*?</w:rPr>)?(?=<w:t [^>]*>[^<]*${escaped})`, 'u'),
    `<w:r><w:rPr>${properties}</w:rPr>`,
  )
}

/** Adds paragraph formatting to the first paragraph of a style. */
export function formatParagraph(docx: Uint8Array, style: string, properties: string): Uint8Array {
  return editPart(docx, 'word/document.xml', `<w:pStyle w:val="${style}"/>`, `<w:pStyle w:val="${style}"/>${properties}`)
}
