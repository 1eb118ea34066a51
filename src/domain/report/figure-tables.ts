import type { AddedFigure } from '../consolidation/add-up.ts'
import { figureWords } from '../consolidation/words.ts'
import type { Block, DataTable, DocumentAppendix, TableCell } from '../document/official-document.ts'
import { dictionaryNote } from '../indicator/dictionary/dictionary.ts'
import { codesOf, type TablePart } from '../indicator/figure-form.ts'
import { type Dictionary, type Indicator, indicatorOf } from '../indicator/indicator.ts'
import { capitalise, romanNumeral } from '../kit/text.ts'
import type { ConsolidatedFacts } from './from-figures.ts'
import { sumFigureId } from './sum-figure.ts'

/** Tables by unit, each on its side with repeated heads, and the units that did not hand in. */
export function figureAppendices(facts: ConsolidatedFacts): DocumentAppendix[] {
  const tables = facts.form.parts.filter((part): part is TablePart => part.kind === 'table')
  const byUnit = tables.flatMap(table => unitTables(table, facts))
  // Communes and agencies first, then the villages below them, of which there may be many.
  const inOrder = facts.coverage.toSorted((a, b) => Number(a.level === 'area') - Number(b.level === 'area'))
  const missing = inOrder.flatMap(({ missing: names }) => names)
  const absent: DocumentAppendix[] =
    missing.length === 0
      ? []
      : [{ id: 'absent', title: 'Đơn vị chưa gửi báo cáo số liệu', orientation: 'portrait', blocks: [absentTable(missing)] }]
  return [...byUnit, ...ownTable(tables, facts), ...absent]
}

/** The id of the table of what the unit alone was asked: each figure in a row, and none of another unit. */
export const ownTableId = 'own'

/** Figures that stand in no table by unit, since nobody below tells them: those of the return of the unit itself. */
function ownTable(tables: readonly TablePart[], { parts, figures, dictionary, unitId }: ConsolidatedFacts): DocumentAppendix[] {
  const isByUnit = (code: string): boolean => parts.some(part => part.figures.get(code)?.values)
  const told = tables.flatMap((table, at) => {
    const before = new Set(tables.slice(0, at).flatMap(codesOf))
    const codes = codesOf(table).filter(code => figures.get(code)?.values && !isByUnit(code) && !before.has(code))
    const rows = codes.flatMap((code): (readonly TableCell[])[] => {
      const [indicator, figure] = [indicatorOf(dictionary, code), figures.get(code)]
      const text = figure && figureWords(figure)
      return indicator && text ? [[indicator.name, indicator.unit, { text, figureId: sumFigureId({ type: 'sum', code }, unitId) }]] : []
    })
    return rows.length > 0 ? [{ heading: table.heading, rows }] : []
  })
  if (told.length === 0) return []
  const rows = told.flatMap(({ heading, rows: ofTable }, at): (readonly TableCell[])[] => [
    [romanNumeral(at + 1), heading, '', ''],
    ...ofTable.map((row, i) => [String(i + 1), ...row]),
  ])
  const columns: DataTable['columns'] = [
    { heading: 'STT', share: 1, align: 'center' },
    { heading: 'Chỉ tiêu', share: 9, align: 'left' },
    { heading: 'Đơn vị tính', share: 2, align: 'center' },
    { heading: 'Số liệu', share: 3, align: 'right' },
  ]
  return [
    {
      id: ownTableId,
      title: 'Số liệu do đơn vị tự báo cáo',
      orientation: 'landscape',
      blocks: [
        { type: 'table', id: ownTableId, columns, rows },
        noteParagraph(ownTableId, 'Chỉ tiêu không có trong bảng: chưa có số liệu.'),
      ],
    },
  ]
}

/** What is printed under every table of figures. */
function noteParagraph(id: string, more: string): Block {
  return { type: 'paragraph', id: `${id}-note`, label: null, inlines: [{ type: 'text', text: `${dictionaryNote}. ${more}` }] }
}

/** What a share would be of says nothing by itself, and stands where it is asked for. */
export function isOnlyBase(codes: readonly string[], { ratios }: TablePart, dictionary: Dictionary): boolean {
  const numerators = ratios.map(({ code }) => dictionary.ratios.find(ratio => ratio.code === code)?.numerator)
  return codes.every(code => ratios.some(({ baseCode }) => baseCode === code) && !numerators.includes(code))
}

/** Columns a page on its side holds beside the name of the unit. */
const columnsOnPage = 8

function unitTables(table: TablePart, facts: ConsolidatedFacts): DocumentAppendix[] {
  const codes = codesOf(table).filter(code => facts.parts.some(({ figures }) => figures.get(code)?.values))
  if (isOnlyBase(codes, table, facts.dictionary)) return []
  const indicators = codes.flatMap(code => indicatorOf(facts.dictionary, code) ?? [])
  const pages = Array.from({ length: Math.ceil(indicators.length / columnsOnPage) }, (_, i) =>
    indicators.slice(i * columnsOnPage, (i + 1) * columnsOnPage),
  )
  return pages.map((page, i) => ({
    id: `${table.key}-${i + 1}`,
    title: `${table.heading}${table.heading.includes(' theo ') ? ', từng đơn vị' : ' theo đơn vị'}${pages.length > 1 ? ` (${i + 1})` : ''}`,
    orientation: 'landscape',
    blocks: [
      unitTable(`${table.key}-${i + 1}`, page, facts),
      noteParagraph(`${table.key}-${i + 1}`, 'Ô để trống: đơn vị chưa có số liệu hoặc không thuộc diện báo cáo.'),
    ],
  }))
}

function unitTable(id: string, indicators: readonly Indicator[], { parts, figures, unitId }: ConsolidatedFacts): DataTable {
  const cells = (
    of: ReadonlyMap<string, AddedFigure>,
    partId: string,
    isShown: (figure: AddedFigure) => boolean = () => true,
  ): TableCell[] =>
    indicators.map(({ code }) => {
      const figure = of.get(code)
      if (!figure || !isShown(figure)) return ''
      const text = figureWords(figure)
      if (text) return { text, figureId: sumFigureId({ type: 'sum', code }, partId) }
      return figure.notAdded ? 'không cộng' : ''
    })
  return {
    type: 'table',
    id,
    columns: [
      { heading: 'STT', share: 1, align: 'center' },
      { heading: 'Đơn vị', share: 4, align: 'left' },
      ...indicators.map(({ name, unit }) => ({ heading: `${name} (${unit})`, share: 2, align: 'right' as const })),
    ],
    rows: [
      ...parts
        .filter(({ figures: own }) => indicators.some(({ code }) => own.get(code)?.values))
        .map(({ unitId: partId, unitName, figures: own }, i) => [String(i + 1), capitalise(unitName), ...cells(own, partId)]),
      ['', 'Cộng', ...cells(figures, unitId, figure => !isOwn(figure))],
      // Its own word stands in for units below that are missing, and is no sum of the rows above.
      ...(indicators.some(({ code }) => isOwn(figures.get(code))) ? [['', 'Đơn vị tự báo cáo', ...cells(figures, unitId, isOwn)]] : []),
    ],
  }
}

function isOwn(figure: AddedFigure | undefined): boolean {
  return figure?.source === 'own'
}

function absentTable(names: readonly string[]): DataTable {
  return {
    type: 'table',
    id: 'absent',
    columns: [
      { heading: 'STT', share: 1, align: 'center' },
      { heading: 'Đơn vị', share: 8, align: 'left' },
    ],
    rows: names.map((name, i) => [String(i + 1), capitalise(name)]),
  }
}
