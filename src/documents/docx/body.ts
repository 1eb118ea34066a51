import type {
  IndentedLine,
  LaidAppendix,
  LaidBlock,
  LaidOut,
  LaidParagraph,
  LaidSignature,
  Letterhead,
  TitleBlock,
} from '../layout/laid-out.ts'
import { decree30, mmToPoints, mmToTwips, motto, nationalName, pointsToTwips, textWidth } from '../preset.ts'
import { type BookmarkMaker, bookmarkMaker, brokenLines, hairline, paragraph, ruleParagraph, spacer, textRun } from './paragraphs.ts'
import { headerIds, wordNamespaces } from './parts.ts'
import { type Cell, columnsTable, dataTable } from './tables.ts'
import { element, type Xml, type XmlChild } from './xml.ts'

/** The main part: box by box of Decree 30/2020/NĐ-CP, Annex I, Part I, IV. */
export function documentPart(laid: LaidOut): Xml {
  const bookmarks = bookmarkMaker()
  const sections = laid.appendices.map(appendix => appendixSection(appendix, bookmarks))
  const main: XmlChild = [
    // Without this line LibreOffice puts an empty one above the letterhead of a file with several sections.
    hairline(),
    letterheadTable(laid.letterhead),
    laid.titleBlock === null ? null : titleParagraphs(laid.titleBlock),
    laid.addressees.map((line, i) => addresseeParagraph(line, i === 0, i === laid.addressees.length - 1)),
    laid.authority === null ? null : paragraph('authority', [textRun(laid.authority)]),
    laid.blocks.map(block => blockXml(block, bookmarks)),
    closingXml(laid),
  ]
  const geometries = [sectionProperties('portrait'), ...laid.appendices.map(appendix => sectionProperties(appendix.orientation))]
  const bodies = [main, ...sections]
  const last = bodies.length - 1
  // The properties of every section but the last stand in its closing paragraph.
  const content = bodies.map((body, i) => (i === last ? [body, hairline(), geometries[i] ?? null] : [body, hairline(geometries[i])]))
  return element('w:document', wordNamespaces, element('w:body', {}, content))
}

function letterheadTable(head: Letterhead): Xml {
  const [left, right] = [mmToPoints(head.left), mmToPoints(head.right)]
  const names: XmlChild = [
    head.parentLines.map(line => paragraph('issuerParent', [textRun(line)])),
    head.nameLines.map(line => paragraph('issuerName', [textRun(line)])),
    ruleParagraph(head.nameRule, left),
  ]
  const nation: XmlChild = [
    paragraph('nationalName', [textRun(nationalName)]),
    paragraph('motto', [textRun(motto)]),
    ruleParagraph(head.mottoRule, right),
  ]
  const row = (a: XmlChild, b: XmlChild): Cell[] => [
    { width: head.left, content: a },
    { width: head.right, content: b },
  ]
  const date = paragraph('placeAndDate', head.placeAndDateLine === null ? null : [textRun(head.placeAndDateLine)])
  const about = head.letterSubjectLines
  return columnsTable([
    row(names, nation),
    row(paragraph('number', [textRun(head.numberLine)]), date),
    ...(about.length === 0 ? [] : [row(paragraph('letterSubject', brokenLines(about)), paragraph('letterSubject', null))]),
  ])
}

function titleParagraphs({ kind, subjectLines, rule }: TitleBlock): Xml[] {
  return [
    paragraph('kind', [textRun(kind)]),
    paragraph('subject', brokenLines(subjectLines)),
    ruleParagraph(rule, mmToPoints(textWidth('portrait')), decree30.subject.after),
  ]
}

function addresseeParagraph({ text, indent, hanging }: IndentedLine, first: boolean, last: boolean): Xml {
  const { before, after } = decree30.addressees
  const distances = { ...(first ? { 'w:before': pointsToTwips(before) } : {}), ...(last ? { 'w:after': pointsToTwips(after) } : {}) }
  return paragraph(
    'addressees',
    [textRun(text)],
    [
      ...(first || last ? [element('w:spacing', distances)] : []),
      element('w:ind', { 'w:left': pointsToTwips(indent + hanging), 'w:hanging': pointsToTwips(hanging) }),
    ],
  )
}

function blockXml(block: LaidBlock, bookmarks: BookmarkMaker): XmlChild {
  // What follows a table keeps the distance of a paragraph; without it Word would join two tables into one.
  return block.type === 'table' ? [dataTable(block, bookmarks), spacer(decree30.body.after)] : bodyParagraph(block, bookmarks)
}

function bodyParagraph({ role, ids, runs, keepWithNext }: LaidParagraph, bookmarks: BookmarkMaker): Xml {
  const content = bookmarks(
    ids,
    runs.map(run => textRun(run.text, run.bold)),
  )
  return paragraph(role, content, keepWithNext ? [element('w:keepNext')] : [])
}

function signatureParagraphs({ capacityLines, officeLine, fullName }: LaidSignature): Xml[] {
  const name = paragraph('signerName', [textRun(fullName)], officeLine === null ? [] : [element('w:spacing', { 'w:before': 0 })])
  return [
    ...capacityLines.map(line => paragraph('capacity', [textRun(line)])),
    ...(officeLine === null ? [] : [paragraph('signerName', [textRun(officeLine)], [element('w:keepNext')])]),
    name,
  ]
}

/** Boxes 7 and 9b: one row that no page break may split. */
function closingXml({ closing }: LaidOut): XmlChild {
  const recipients = [
    paragraph('recipientsLabel', [textRun(closing.recipientsLabel)]),
    ...closing.recipientLines.map(line => paragraph('recipient', [textRun(line)])),
  ]
  const table = (left: XmlChild) =>
    columnsTable([
      [
        { width: closing.left, content: left },
        { width: closing.right, content: signatureParagraphs(closing.signature) },
      ],
    ])
  const space = spacer(decree30.closing.before)
  if (closing.secondSignature === null) return [space, table(recipients)]
  return [space, table(signatureParagraphs(closing.secondSignature)), spacer(decree30.closing.recipientsAfterSecondSignature), recipients]
}

function appendixSection(appendix: LaidAppendix, bookmarks: BookmarkMaker): XmlChild {
  return [
    paragraph('appendixLabel', bookmarks([appendix.id], [textRun(appendix.label)])),
    paragraph('appendixTitle', brokenLines(appendix.titleLines)),
    paragraph('appendixNote', brokenLines(appendix.noteLines)),
    appendix.blocks.map(block => blockXml(block, bookmarks)),
  ]
}

/** Annex I, I.I; every appendix counts its pages from 1 (III.1.đ). */
export function sectionProperties(orientation: 'portrait' | 'landscape'): Xml {
  const { page } = decree30
  const [width, height] = orientation === 'portrait' ? [page.width, page.height] : [page.height, page.width]
  return element(
    'w:sectPr',
    {},
    element('w:headerReference', { 'w:type': 'default', 'r:id': headerIds.pageNumber }),
    element('w:headerReference', { 'w:type': 'first', 'r:id': headerIds.none }),
    element('w:pgSz', {
      'w:w': mmToTwips(width),
      'w:h': mmToTwips(height),
      ...(orientation === 'landscape' ? { 'w:orient': 'landscape' } : {}),
    }),
    element('w:pgMar', {
      'w:top': mmToTwips(page.top.print),
      'w:right': mmToTwips(page.right.print),
      'w:bottom': mmToTwips(page.bottom.print),
      'w:left': mmToTwips(page.left.print),
      'w:header': mmToTwips(page.pageNumberTop),
      'w:footer': mmToTwips(page.pageNumberTop),
      'w:gutter': 0,
    }),
    element('w:pgNumType', { 'w:start': 1 }),
    element('w:titlePg'),
  )
}
