import {
  type Block,
  cellText,
  type DataTable,
  type DocumentAppendix,
  type Inline,
  type OfficialDocument,
  type SignatureBlock,
  type TableCell,
} from '#domain/document/official-document.ts'
import { decree30, mmToPoints, motto, textWidth } from '../preset.ts'
import { breakLines } from './break-lines.ts'
import type {
  Closing,
  IndentedLine,
  LaidAppendix,
  LaidBlock,
  LaidCell,
  LaidOut,
  LaidParagraph,
  LaidSignature,
  Letterhead,
  Run,
  TitleBlock,
} from './laid-out.ts'
import {
  addresseeLines,
  appendixLabel,
  appendixNote,
  capitals,
  documentTitle,
  kindLine,
  numberLine,
  placeAndDateLine,
  recipientLines,
} from './lines.ts'
import { type Face, measureText } from './measure.ts'
import type { Role } from './roles.ts'

/** Decides every word, line and length of a document; writers only set what they are given. */
export function layOut(document: OfficialDocument): LaidOut {
  return {
    title: clean(documentTitle(document)),
    issuer: clean(document.issuer.fullName),
    issuedOn: document.placeAndDate?.day ?? null,
    year: document.placeAndDate?.year ?? null,
    letterhead: layLetterhead(document),
    titleBlock: layTitle(document),
    addressees: layAddressees(document.addressees),
    authority: document.authority === null ? null : capitals(clean(document.authority)),
    blocks: withClosingMark([...layBases(document), ...layBlocks(document.blocks, textWidth('portrait'))]),
    closing: layClosing(document),
    appendices: document.appendices.map((appendix, i) => layAppendix(document, appendix, i)),
  }
}

/** Runs of blanks print as one in every format, non-breaking spaces stay; controls and broken signs print nowhere. */
export function clean(text: string): string {
  return text.replace(/[\t\n\v\f\r ]+/gu, ' ').replace(/[\p{Cc}\p{Cs}\u{feff}]/gu, '')
}

function layLetterhead(document: OfficialDocument): Letterhead {
  const { letterhead, sizes, rules } = decree30
  const widest = Math.max(
    ...[...document.issuer.parentLines, ...document.issuer.nameLines].map(line => measureText(clean(line), 'bold', sizes.issuer.print)),
  )
  const left = Math.min(letterhead.leftMost, Math.max(letterhead.left, Math.ceil(widest / mmToPoints(1)) + 2))
  const fit = (lines: readonly string[], face: Face) =>
    lines.flatMap(line => breakLines(clean(line), { face, size: sizes.issuer.print, width: mmToPoints(left - 1) }))
  const nameLines = fit(document.issuer.nameLines, 'bold')
  const about = document.kind === 'officialLetter' ? `V/v ${document.subject}` : ''
  return {
    left,
    right: textWidth('portrait') - left,
    parentLines: fit(document.issuer.parentLines, 'regular'),
    nameLines,
    nameRule: { length: rules.share * measureText(nameLines.at(-1) ?? '', 'bold', sizes.issuer.print) },
    mottoRule: { length: measureText(motto, 'bold', sizes.motto.print) },
    numberLine: numberLine(document.code),
    placeAndDateLine: document.placeAndDate === null ? null : clean(placeAndDateLine(document.placeAndDate)),
    letterSubjectLines: breakLines(clean(about), {
      face: 'regular',
      size: sizes.letterSubject.print,
      width: mmToPoints(left - letterhead.gap),
    }),
  }
}

function layTitle(document: OfficialDocument): TitleBlock | null {
  const kind = kindLine(document)
  if (kind === null) return null
  const { rules, sizes, subject } = decree30
  const subjectLines = breakLines(clean(document.subject), { face: 'bold', size: sizes.subject.print, width: mmToPoints(subject.width) })
  return { kind, subjectLines, rule: { length: rules.share * measureText(subjectLines.at(-1) ?? kind, 'bold', sizes.subject.print) } }
}

/** The dashes of several addressees stand under the colon of `Kính gửi:` (Annex I, II.9.a); the whole stands in the middle. */
function layAddressees(addressees: readonly string[]): IndentedLine[] {
  if (addressees.length === 0) return []
  const lines = addresseeLines(addressees.map(clean))
  const label = 'Kính gửi:'
  const [first = ''] = lines
  const several = lines.length > 1
  const step = several ? addresseeWidth('Kính gửi') : addresseeWidth(`${label} `)
  const room = mmToPoints(textWidth('portrait')) - step - Math.max(...lines.map(addresseeWidth))
  const indent = Math.max(room / 2, mmToPoints(decree30.body.firstLine))
  if (!several) return [{ text: `${label} ${first}`, indent, hanging: step }]
  return [{ text: label, indent, hanging: 0 }, ...lines.map(text => ({ text, indent: indent + step, hanging: addresseeWidth('- ') }))]
}

function addresseeWidth(text: string): number {
  return measureText(text, 'regular', decree30.sizes.addressees.print)
}

function layBases(document: OfficialDocument): LaidParagraph[] {
  const last = document.bases.length - 1
  return document.bases.map(({ id, inlines }, i) => ({
    type: 'paragraph',
    role: 'basis',
    ids: [id],
    runs: [...layInlines(inlines), run(i === last ? '.' : ';')],
    keepWithNext: false,
  }))
}

function layBlocks(blocks: readonly Block[], width: number): LaidBlock[] {
  const laid: LaidBlock[] = []
  let label: { id: string; run: Run } | null = null
  const paragraph = (id: string, role: Role, runs: readonly Run[]): LaidParagraph => {
    const ids = label === null ? [id] : [label.id, id]
    const all = label === null ? runs : [label.run, ...runs]
    label = null
    return { type: 'paragraph', role, ids, runs: all, keepWithNext: false }
  }
  for (const [i, block] of blocks.entries()) {
    if (block.type === 'article' && block.inlines.length === 0 && blocks[i + 1]?.type === 'paragraph')
      label = { id: block.id, run: run(`Điều ${block.number}. `, true) }
    else laid.push(layBlock(block, width, paragraph))
  }
  return laid
}

function layBlock(block: Block, width: number, paragraph: (id: string, role: Role, runs: readonly Run[]) => LaidParagraph): LaidBlock {
  if (block.type === 'table') return layTable(block, width)
  if (block.type === 'pronouncement') return paragraph(block.id, 'pronouncement', [run(capitals(clean(block.text)))])
  if (block.type === 'article') return paragraph(block.id, 'article', [run(`Điều ${block.number}. `), ...layInlines(block.inlines)])
  const runs = [...(block.label === null ? [] : [run(`${block.label} `)]), ...layInlines(block.inlines)]
  if (block.type === 'paragraph') return paragraph(block.id, 'body', runs)
  const inCapitals = block.level === 1 ? runs.map(one => ({ ...one, text: capitals(one.text) })) : runs
  return paragraph(block.id, `heading${block.level}`, inCapitals)
}

function layTable({ id, columns, rows }: DataTable, width: number): LaidBlock {
  const shares = columns.reduce((sum, column) => sum + column.share, 0)
  return {
    type: 'table',
    id,
    columns: columns.map(({ heading, share, align }) => ({ heading: clean(heading), width: (width * share) / shares, align })),
    rows: rows.map(row => row.map(layCell)),
  }
}

function layCell(cell: TableCell): LaidCell {
  return { text: clean(cellText(cell)), source: typeof cell === 'string' ? null : { type: 'figure', id: cell.figureId } }
}

function layInlines(inlines: readonly Inline[]): Run[] {
  return inlines.map(layInline)
}

function layInline(inline: Inline): Run {
  if (inline.type === 'missing') return { ...run('…'), source: { type: 'missing', what: inline.what } }
  const plain = run(clean(inline.text))
  if (inline.type === 'text') return plain
  const id = inline.type === 'citation' ? inline.documentId : inline.figureId
  return { ...plain, source: { type: inline.type, id } }
}

function run(text: string, bold = false): Run {
  return { text, bold, source: null }
}

/**
 * The text ends with `./.` (forms of Annex III), and its last lines go with the signature: no signature page stands
 * without text above it. A text that ends with a table is left as it is; the checker says so.
 */
function withClosingMark(blocks: readonly LaidBlock[]): LaidBlock[] {
  const last = blocks.at(-1)
  if (last?.type !== 'paragraph') return [...blocks]
  return blocks.map((block, i) => {
    if (block === last) return { ...last, runs: endWithMark(last.runs), keepWithNext: true }
    return block.type === 'paragraph' && i === blocks.length - 2 ? { ...block, keepWithNext: isShort(last) } : block
  })
}

function isShort(block: LaidParagraph): boolean {
  const width = measureText(block.runs.map(one => one.text).join(''), 'regular', decree30.sizes.body.print)
  return width < mmToPoints(textWidth('portrait') - decree30.body.firstLine)
}

function endWithMark(runs: readonly Run[]): Run[] {
  const text = runs
    .map(one => one.text)
    .join('')
    .trimEnd()
  const trimmed = runs.map((one, i) => (i === runs.length - 1 ? { ...one, text: one.text.trimEnd() } : one))
  if (text.endsWith('./.')) return trimmed
  return [...trimmed, run(text.endsWith('.') ? '/.' : './.')]
}

function layClosing(document: OfficialDocument): Closing {
  const { closing } = decree30
  return {
    left: closing.left,
    right: textWidth('portrait') - closing.left,
    recipientsLabel: 'Nơi nhận:',
    recipientLines: recipientLines(document.recipients).map(clean),
    signature: laySignature(document.signature),
    secondSignature: document.secondSignature === null ? null : laySignature(document.secondSignature),
  }
}

function laySignature({ capacityLines, officeLine, fullName }: SignatureBlock): LaidSignature {
  return {
    capacityLines: capacityLines.map(line => capitals(clean(line))),
    officeLine: officeLine === undefined ? null : capitals(clean(officeLine)),
    fullName: clean(fullName ?? ''),
  }
}

function layAppendix(document: OfficialDocument, appendix: DocumentAppendix, index: number): LaidAppendix {
  const width = textWidth(appendix.orientation)
  const { appendixTitle, appendixNote: note } = decree30.sizes
  const available = mmToPoints(width * 0.9)
  return {
    id: appendix.id,
    label: appendixLabel(index, document.appendices.length),
    titleLines: breakLines(capitals(clean(appendix.title)), { face: 'bold', size: appendixTitle.print, width: available }),
    noteLines: breakLines(clean(appendixNote(document)), { face: 'italic', size: note.print, width: available }),
    orientation: appendix.orientation,
    blocks: layBlocks(appendix.blocks, width),
  }
}
