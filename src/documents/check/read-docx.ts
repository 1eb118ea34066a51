import { ok, type Result } from '#domain/kit/result.ts'
import { blockIdOf } from '../docx/bookmark.ts'
import { badFile, openPackage } from './package.ts'
import { type ParagraphProperties, readParagraphProperties, readRunProperties, type ThemeFonts } from './properties.ts'
import type { CellPlace, ReadDocument, ReadParagraph, ReadRun, ReadSection } from './read-model.ts'
import { readStyles, readTheme, type StyleSheet } from './styles.ts'
import { child, childrenNamed, descendants, integer, parseXml, value, type XmlNode } from './xml-tree.ts'

/** A Word file as the checker sees it, or the reason it cannot be read. */
export function readDocx(bytes: Uint8Array): Result<ReadDocument, 'document.bad-file'> {
  const opened = openPackage(bytes)
  if (!opened.ok) return opened
  try {
    return ok(readParts(opened.value))
  } catch {
    // Whatever is wrong inside, the file cannot be judged; it comes from outside, so this is no fault of ours.
    return badFile('Tệp Word bị hỏng: nội dung bên trong không đọc được.')
  }
}

function readParts(parts: ReadonlyMap<string, string>): ReadDocument {
  const parse = (name: string) => {
    const text = parts.get(name)
    return text === undefined ? undefined : parseXml(text)
  }
  const themeName = [...parts.keys()].find(name => name.startsWith('word/theme/'))
  const theme = readTheme(themeName === undefined ? undefined : parse(themeName))
  const reader: Reader = { theme, styles: readStyles(parse('word/styles.xml'), parse('word/numbering.xml'), theme), tables: 0 }
  const body = child(parse('word/document.xml'), 'body')
  if (body === undefined) throw new Error('no body')
  const relations = new Map(
    (parse('word/_rels/document.xml.rels')?.children ?? []).map(node => [node.attributes['Id'] ?? '', node.attributes['Target'] ?? '']),
  )
  const headerOf = (id: string): ReadParagraph[] => {
    const part = parse(`word/${(relations.get(id) ?? '').replace(/^\/?(?:word\/)?/u, '')}`)
    return part === undefined ? [] : readBlocks(part, reader, { cell: null, tableStyle: undefined, section: 0, available: 0 })
  }
  const sections = readSections(body, headerOf)
  return { sections, paragraphs: readBody(body, reader, sections) }
}

type Reader = { readonly theme: ThemeFonts; readonly styles: StyleSheet; tables: number }
type Place = {
  readonly cell: CellPlace | null
  readonly tableStyle: string | undefined
  readonly section: number
  readonly available: number
}

function readSections(body: XmlNode, headerOf: (id: string) => ReadParagraph[]): ReadSection[] {
  const nodes = [...childrenNamed(body, 'p').flatMap(node => childrenNamed(child(node, 'pPr'), 'sectPr')), ...childrenNamed(body, 'sectPr')]
  const sections: ReadSection[] = []
  for (const node of nodes) {
    const size = child(node, 'pgSz')?.attributes ?? {}
    const margin = child(node, 'pgMar')?.attributes ?? {}
    const of = (kind: 'header' | 'footer', type: 'default' | 'first'): readonly ReadParagraph[] => {
      const reference = childrenNamed(node, `${kind}Reference`).find(one => (one.attributes['type'] ?? 'default') === type)
      // A section without a header of its own goes on with that of the section before.
      return reference ? headerOf(reference.attributes['id'] ?? '') : (sections.at(-1)?.[`${kind}s`][type] ?? [])
    }
    const titlePage = child(node, 'titlePg')
    sections.push({
      width: integer(size['w']) ?? 0,
      height: integer(size['h']) ?? 0,
      landscape: size['orient'] === 'landscape',
      margins: {
        top: integer(margin['top']) ?? 0,
        bottom: integer(margin['bottom']) ?? 0,
        left: integer(margin['left']) ?? 0,
        right: integer(margin['right']) ?? 0,
        header: integer(margin['header']) ?? 0,
      },
      titlePage: titlePage !== undefined && !['0', 'false'].includes(value(titlePage) ?? '1'),
      headers: { default: of('header', 'default'), first: of('header', 'first') },
      footers: { default: of('footer', 'default'), first: of('footer', 'first') },
    })
  }
  return sections
}

function readBody(body: XmlNode, reader: Reader, sections: readonly ReadSection[]): ReadParagraph[] {
  const paragraphs: ReadParagraph[] = []
  let section = 0
  for (const node of body.children) {
    const { width = 0, margins } = sections[section] ?? {}
    const available = width - (margins?.left ?? 0) - (margins?.right ?? 0)
    paragraphs.push(...readBlock(node, reader, { cell: null, tableStyle: undefined, section, available }))
    if (child(child(node, 'pPr'), 'sectPr')) section++
  }
  return paragraphs
}

function readBlocks(node: XmlNode, reader: Reader, place: Place): ReadParagraph[] {
  return node.children.flatMap(one => readBlock(one, reader, place))
}

function readBlock(node: XmlNode, reader: Reader, place: Place): ReadParagraph[] {
  if (node.name === 'p') return [readParagraph(node, reader, place)]
  if (node.name === 'tbl') return readTable(node, reader, place)
  // Content controls and accepted insertions hold blocks of their own.
  if (node.name === 'sdt') return readBlocks(child(node, 'sdtContent') ?? node, reader, place)
  return ['sdtContent', 'ins', 'moveTo', 'smartTag', 'customXml'].includes(node.name) ? readBlocks(node, reader, place) : []
}

function readTable(node: XmlNode, reader: Reader, place: Place): ReadParagraph[] {
  const table = reader.tables++
  const properties = child(node, 'tblPr')
  const grid = childrenNamed(child(node, 'tblGrid'), 'gridCol').map(column => integer(column.attributes['w']) ?? 0)
  const margins = child(properties, 'tblCellMar')
  const sideMargin = (side: string) =>
    integer((child(margins, side) ?? child(margins, side === 'left' ? 'start' : 'end'))?.attributes['w']) ?? 108
  const sides = sideMargin('left') + sideMargin('right')
  const bordered = childrenNamed(properties, 'tblBorders').some(borders =>
    borders.children.some(side => !['nil', 'none'].includes(value(side) ?? 'none')),
  )
  const tableStyle = value(child(properties, 'tblStyle'))
  return childrenNamed(node, 'tr').flatMap((row, rowIndex) => {
    let column = 0
    return childrenNamed(row, 'tc').flatMap(cellNode => {
      const cellProperties = child(cellNode, 'tcPr')
      const span = integer(value(child(cellProperties, 'gridSpan'))) ?? 1
      const gridWidth = grid.slice(column, column + span).reduce((sum, width) => sum + width, 0)
      const width = (integer(child(cellProperties, 'tcW')?.attributes['w']) ?? 0) || gridWidth
      const cell = place.cell ?? { table, row: rowIndex, column, width, bordered }
      column += span
      return readBlocks(cellNode, reader, { ...place, cell, tableStyle, available: width - sides })
    })
  })
}

function readParagraph(node: XmlNode, reader: Reader, place: Place): ReadParagraph {
  const direct: ParagraphProperties = readParagraphProperties(child(node, 'pPr'))
  const look = reader.styles.paragraphLook(direct, place.tableStyle)
  const found: Found = { runs: [], lines: [], pageNumber: false, deleted: 0 }
  readInline(node, run => reader.styles.runLook(look.styleId, readRunProperties(run, reader.theme), place.tableStyle), found)
  const bullet = reader.styles.bulletOf(look)
  const first = found.runs[0]
  const runs = bullet !== '' && first ? [{ ...first, text: bullet }, ...found.runs] : found.runs
  const ids = descendants(node, 'bookmarkStart').map(mark => blockIdOf(mark.attributes['name'] ?? ''))
  return {
    text: runs.map(run => run.text).join(''),
    runs,
    look,
    cell: place.cell,
    section: place.section,
    blockId: ids.findLast(id => id !== null) ?? null,
    available: place.available,
    drawnLines: found.lines,
    hasPageNumber: found.pageNumber,
  }
}

type Found = { runs: ReadRun[]; lines: number[]; pageNumber: boolean; deleted: number }
type LookOf = (runProperties: XmlNode | undefined) => ReadRun['look'] & { readonly hidden: boolean }

const emuPerPoint = 12_700

/** Runs in order; deleted text, hidden text and the text of fields' instructions are not read. */
function readInline(node: XmlNode, lookOf: LookOf, found: Found): void {
  for (const one of node.children) {
    if (one.name === 'r') readRun(one, lookOf, found)
    else if (one.name === 'fldSimple') {
      if (/\bPAGE\b/u.test(one.attributes['instr'] ?? '')) found.pageNumber = true
      readInline(one, lookOf, found)
    } else if (['hyperlink', 'ins', 'smartTag', 'sdt', 'sdtContent', 'moveTo', 'customXml', 'dir', 'bdo'].includes(one.name))
      readInline(one, lookOf, found)
  }
}

function readRun(node: XmlNode, lookOf: LookOf, found: Found): void {
  const { hidden, ...look } = lookOf(child(node, 'rPr'))
  let text = ''
  for (const one of node.children) {
    if (one.name === 't') text += one.children.map(part => part.text).join('')
    else if (one.name === 'br' || one.name === 'cr') text += one.attributes['type'] === 'page' ? '' : '\n'
    else if (one.name === 'tab') text += '\t'
    else if (one.name === 'noBreakHyphen') text += '-'
    else if (one.name === 'instrText' && /\bPAGE\b/u.test(one.children.map(part => part.text).join(''))) found.pageNumber = true
    else if (['drawing', 'pict', 'AlternateContent'].includes(one.name)) found.lines.push(...drawnLines(one))
  }
  if (text !== '' && !hidden) found.runs.push({ text: look.caps ? text.toLocaleUpperCase('vi') : text, look })
}

/** Lengths of straight lines: DrawingML gives extents, older files a VML line with its two ends. */
function drawnLines(node: XmlNode): number[] {
  const chosen = child(node, 'Choice') ?? node
  const shapes = [...descendants(chosen, 'anchor'), ...descendants(chosen, 'inline')].filter(shape =>
    descendants(shape, 'prstGeom').some(geometry => /line|connector/iu.test(geometry.attributes['prst'] ?? '')),
  )
  const modern = shapes.map(shape => (integer(child(shape, 'extent')?.attributes['cx']) ?? 0) / emuPerPoint)
  const old = descendants(chosen, 'line').map(line => Math.abs(pointsOf(line.attributes['to']) - pointsOf(line.attributes['from'])))
  return [...modern, ...old].filter(length => length > 0)
}

/** The horizontal place in `23.5pt,4pt`, `1in,2in` or plain pixels, in points. */
function pointsOf(pair: string | undefined): number {
  const match = /^(-?[\d.]+)(pt|in|mm|cm|px)?/u.exec(pair ?? '')
  const unit = { pt: 1, in: 72, mm: 72 / 25.4, cm: 72 / 2.54, px: 0.75 }[match?.[2] ?? 'px'] ?? 0.75
  return Number(match?.[1] ?? 0) * unit
}
