import type { FormBlock, FormBook, FormPaper, FormRow, FormSignature, FormTable } from '#domain/dossier/form-paper.ts'
import { sectionProperties } from '../docx/body.ts'
import { bookmarkMaker, hairline, paragraph, ruleParagraph, spacer, textRun } from '../docx/paragraphs.ts'
import { wordNamespaces } from '../docx/parts.ts'
import { type Cell, columnsTable, dataTable } from '../docx/tables.ts'
import { packDocx } from '../docx/write-docx.ts'
import { element, type Xml, type XmlChild } from '../docx/xml.ts'
import { clean } from '../layout/lay-out.ts'
import { capitals } from '../layout/lines.ts'
import { measureText } from '../layout/measure.ts'
import { decree30, mmToPoints, mmToTwips, motto, nationalName, textWidth } from '../preset.ts'

/** Papers as a Word file, for whoever must write into them on a machine: one section each, in the styles of all documents. */
export function writeFormDocx(book: FormBook): Uint8Array {
  const bookmarks = bookmarkMaker()
  const last = book.papers.length - 1
  const content = book.papers.map((paper, at) => {
    const body = paperXml(cleaned(paper), at, bookmarks)
    const section = sectionProperties(paper.orientation)
    return at === last ? [body, hairline(), section] : [body, hairline(section)]
  })
  const main = element('w:document', wordNamespaces, element('w:body', {}, content))
  return packDocx(main, { title: clean(book.title), issuer: clean(book.author), issuedOn: book.day })
}

function paperXml(paper: FormPaper, number: number, bookmarks: ReturnType<typeof bookmarkMaker>): XmlChild {
  const width = textWidth(paper.orientation)
  return [
    hairline(),
    paper.formNumber === null ? null : formMark(paper.formNumber, paper.cites),
    headTable(paper, width),
    paper.placeAndDate === null ? null : paragraph('placeAndDate', [textRun(paper.placeAndDate)], [justified('right')]),
    paragraph('kind', bookmarks([`paper-${number + 1}`], [textRun(capitals(paper.title))])),
    paragraph('subject', [textRun(paper.subtitle)]),
    ruleParagraph({ length: mmToPoints(30) }, mmToPoints(width), decree30.subject.after),
    ...paper.addressees.map((name, at) => paragraph('addressees', [textRun(at === 0 ? `Kính gửi: ${name}` : name)], [justified('center')])),
    paper.addressees.length > 0 ? spacer(decree30.addressees.after) : null,
    ...paper.blocks.map((block, at) => blockXml(block, { id: `paper-${number + 1}-${at + 1}`, width, bookmarks })),
    ...signatureRows(paper.signatures, width),
  ]
}

function formMark(number: string, cites: string): XmlChild {
  return [
    paragraph('recipientsLabel', [textRun(number)], [justified('right')]),
    paragraph('recipient', [textRun(`(${cites})`)], [justified('right')]),
  ]
}

function headTable({ issuerLines }: FormPaper, width: number): XmlChild {
  const left = issuerLines.length > 0 ? width * 0.4 : 0
  const nation: XmlChild = [
    paragraph('nationalName', [textRun(nationalName)]),
    paragraph('motto', [textRun(motto)]),
    ruleParagraph({ length: measureText(motto, 'bold', decree30.sizes.motto.print) }, mmToPoints(width - left)),
  ]
  const name = capitals(issuerLines.at(-1) ?? '')
  const issuer: XmlChild = [
    ...issuerLines.slice(0, -1).map(line => paragraph('issuerParent', [textRun(capitals(line))])),
    paragraph('issuerName', [textRun(name)]),
    ruleParagraph({ length: decree30.rules.share * measureText(name, 'bold', decree30.sizes.issuer.print) }, mmToPoints(left)),
  ]
  const cells: Cell[] = [
    { width: left, content: issuer },
    { width: width - left, content: nation },
  ]
  return columnsTable([issuerLines.length > 0 ? cells : cells.slice(1)])
}

type Place = { readonly id: string; readonly width: number; readonly bookmarks: ReturnType<typeof bookmarkMaker> }

function blockXml(block: FormBlock, place: Place): XmlChild {
  switch (block.type) {
    case 'table':
      return [tableXml(block, place), spacer(decree30.body.after)]
    case 'heading':
      return paragraph('heading2', [textRun(block.text)])
    case 'field':
      return paragraph('body', block.value === null ? [textRun(`${block.label}: `), dots()] : [textRun(`${block.label}: ${block.value}`)], [
        leader(place.width),
        element('w:ind', { 'w:firstLine': 0 }),
      ])
    case 'blank':
      return Array.from({ length: block.lines }, () =>
        paragraph('body', [dots()], [leader(place.width), element('w:ind', { 'w:firstLine': 0 })]),
      )
    case 'square':
      return paragraph('body', [textRun(block.says)])
    case 'text':
      return paragraph('body', [textRun(block.text)])
  }
}

/** Rows that head or sum up others keep their words; their weight is for the eye and is set on paper alone. */
function tableXml({ columns, rows }: FormTable, { id, width, bookmarks }: Place): Xml {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const laid = columns.map(({ heading, share, align }) => ({ heading, align, width: (width * share) / shares }))
  return dataTable(
    { type: 'table', id, columns: laid, rows: rows.map(row => cellsOf(row).map(text => ({ text, source: null }))) },
    bookmarks,
  )

  /** Words over the whole width stand where there is most room. */
  function cellsOf({ cells, look }: FormRow): readonly string[] {
    const widest = columns.reduce((found, { share }, at) => (share > (columns[found]?.share ?? 0) ? at : found), 0)
    return look === 'across' ? columns.map((_, at) => (at === widest ? (cells[0] ?? '') : '')) : cells
  }
}

/** A tab that draws dots up to the margin. */
function leader(width: number): Xml {
  return element('w:tabs', {}, element('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': mmToTwips(width) }))
}

function dots(): Xml {
  return element('w:r', {}, element('w:tab'))
}

function justified(to: 'right' | 'center'): Xml {
  return element('w:jc', { 'w:val': to })
}

function signatureRows(signatures: readonly FormSignature[], width: number): XmlChild[] {
  const rows = Array.from({ length: Math.ceil(signatures.length / 2) }, (_, at) => signatures.slice(at * 2, at * 2 + 2))
  return rows.map(row => [
    spacer(decree30.closing.before),
    columnsTable([row.map(signature => ({ width: width / row.length, content: signatureXml(signature) }))]),
  ])
}

function signatureXml({ capacity, name }: FormSignature): XmlChild {
  if (capacity === '') return paragraph('recipient', null)
  return [
    paragraph('capacity', [textRun(capitals(capacity))]),
    paragraph('appendixNote', [textRun('(Ký, ghi rõ họ tên)')]),
    paragraph('signerName', name === null ? null : [textRun(name)]),
  ]
}

/** Runs of blanks print as one, as in every document. */
function cleaned(paper: FormPaper): FormPaper {
  return JSON.parse(JSON.stringify(paper), (_, value: unknown) => (typeof value === 'string' ? clean(value) : value)) as FormPaper
}
