import type { AddedFigure } from '../consolidation/add-up.ts'
import { figureWords } from '../consolidation/words.ts'
import type { DataTable, DocumentAppendix, TableCell } from '../document/official-document.ts'
import { dictionaryNote } from '../indicator/dictionary/dictionary.ts'
import { codesOf, type TablePart } from '../indicator/figure-form.ts'
import { type Dictionary, type Indicator, indicatorOf } from '../indicator/indicator.ts'
import { capitalise } from '../kit/text.ts'
import type { ConsolidatedFacts } from './from-figures.ts'
import { sumFigureId } from './sum-figure.ts'

/** Tables by unit, each on its side with repeated heads, and the units that did not hand in. */
export function figureAppendices(facts: ConsolidatedFacts): DocumentAppendix[] {
  const tables = facts.form.parts.filter((part): part is TablePart => part.kind === 'table')
  const byUnit = tables.flatMap(table => unitTables(table, facts))
  const missing = facts.coverage.flatMap(({ missing: names }) => names)
  const absent: DocumentAppendix[] =
    missing.length === 0
      ? []
      : [{ id: 'absent', title: 'Đơn vị chưa gửi báo cáo số liệu', orientation: 'portrait', blocks: [absentTable(missing)] }]
  return [...byUnit, ...absent]
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
    title: `${table.heading} theo đơn vị${pages.length > 1 ? ` (${i + 1})` : ''}`,
    orientation: 'landscape',
    blocks: [
      unitTable(`${table.key}-${i + 1}`, page, facts),
      {
        type: 'paragraph',
        id: `${table.key}-${i + 1}-note`,
        label: null,
        inlines: [{ type: 'text', text: `${dictionaryNote}. Ô để trống: đơn vị chưa có số liệu hoặc không thuộc diện báo cáo.` }],
      },
    ],
  }))
}

function unitTable(id: string, indicators: readonly Indicator[], { parts, figures, unitId }: ConsolidatedFacts): DataTable {
  const cells = (of: ReadonlyMap<string, AddedFigure>, partId: string): TableCell[] =>
    indicators.map(({ code }) => {
      const figure = of.get(code)
      const text = figure && figureWords(figure)
      if (text) return { text, figureId: sumFigureId({ type: 'sum', code }, partId) }
      return figure?.notAdded ? 'không cộng' : ''
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
      ['', 'Cộng', ...cells(figures, unitId)],
    ],
  }
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
