import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as its reader sees it: lines from top to bottom, the page number apart. */
export type PdfPage = { readonly number: string | null; readonly lines: readonly string[] }

const upperMargin = 56 // points: 20 mm, where only the page number stands

/** Text of a PDF in its reading order, line by line. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages: PdfPage[] = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i)
    const { height } = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    const lines: { y: number; text: string }[] = []
    let number: string | null = null
    for (const item of content.items) {
      if (!('str' in item) || item.str === '') continue
      const y = Math.round(height - Number(item.transform[5]))
      if (y < upperMargin) number = item.str
      else if (lines.at(-1)?.y === y) lines[lines.length - 1] = { y, text: (lines.at(-1)?.text ?? '') + item.str }
      else lines.push({ y, text: item.str })
    }
    pages.push({ number, lines: lines.map(line => line.text.trimEnd()).filter(line => line !== '') })
  }
  await task.destroy()
  return pages
}
