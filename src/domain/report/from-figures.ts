import type { AddedFigure } from '../consolidation/add-up.ts'
import type { RatioFigure } from '../consolidation/ratio.ts'
import { figureWords, notAddedWords } from '../consolidation/words.ts'
import type { DataTable, DocumentAppendix, Inline } from '../document/official-document.ts'
import { plainText } from '../document/official-document.ts'
import { codesOf, type FormVersion, type TablePart } from '../indicator/figure-form.ts'
import { type Dictionary, type Indicator, indicatorOf } from '../indicator/indicator.ts'
import { printPercent, rounded } from '../indicator/share.ts'
import { capitalise, formatNumber, lowerFirst } from '../kit/text.ts'
import type { Drafted } from './drafted.ts'
import { joined, merged } from './prose.ts'
import type { Figure, FigureValue, Origin } from './report.ts'

/** What was handed in and added up for the period of a report, as it stands when the report is composed. */
export type ConsolidatedFacts = {
  readonly requestId: string
  readonly form: FormVersion
  readonly dictionary: Dictionary
  /** Of the unit that reports, by code. */
  readonly figures: ReadonlyMap<string, AddedFigure>
  /** Of the unit, each of the units that told both counts. */
  readonly shares: readonly { readonly code: string; readonly baseCode: string; readonly of: RatioFigure }[]
  /** One step below, in the order of the tree. */
  readonly parts: readonly { readonly unitId: string; readonly unitName: string; readonly figures: ReadonlyMap<string, AddedFigure> }[]
  /** Of each level asked: how many handed in; who did not is named where it hands in to the unit itself. */
  readonly coverage: readonly {
    readonly noun: string
    readonly of: number
    readonly handedIn: number
    readonly missing: readonly string[]
  }[]
}

/** `Đã nhận báo cáo số liệu của 69/75 xã, phường, 60/60 cơ quan.`: always told, whole or not. */
export function coverageParagraphs(key: string, facts: ConsolidatedFacts): Drafted[] {
  const { coverage, requestId } = facts
  const told = coverage.map(({ noun, of, handedIn }) => `${formatNumber(handedIn)}/${formatNumber(of)} ${noun}`)
  const isWhole = coverage.every(({ missing }) => missing.length === 0)
  const absent = isWhole ? '' : ' Các đơn vị chưa gửi được nêu tên trong phụ lục.'
  const tables = figureAppendices(facts).length > 0 ? ' Số liệu theo từng đơn vị có trong phụ lục kèm theo.' : ''
  return [
    paragraph(`${key}/coverage`, plainText(`Đã nhận báo cáo số liệu của ${told.join(', ')}.${absent}${tables}`), [sumOf(requestId, '')]),
  ]
}

/** One table of the form as a paragraph: every figure that is there, with its shares and their bases named; what is missing stands beside. */
export function figureParagraphs(key: string, tableKey: string, facts: ConsolidatedFacts): Drafted[] {
  const table = facts.form.parts.find((part): part is TablePart => part.kind === 'table' && part.key === tableKey)
  if (!table) return []
  const told = codesOf(table).flatMap(code => tellFigure(code, table, facts))
  const there = told.filter(({ figure }) => figure.value.type !== 'missing')
  if (there.length === 0) return []
  const inlines = joined(
    there.map(({ words }) => words),
    '; ',
  ).map((inline, i) => (i === 0 && inline.type === 'text' ? { ...inline, text: capitalise(inline.text) } : inline))
  const short = shortfallWords(codesOf(table).flatMap(code => facts.figures.get(code) ?? []))
  const ratios = there.flatMap(({ ratio }) => ratio)
  return [
    {
      ...paragraph(`${key}/${tableKey}`, merged([...inlines, ...plainText(`.${short}`)]), [sumOf(facts.requestId, tableKey)]),
      besideFigureIds: told.filter(({ figure }) => figure.value.type === 'missing').map(({ figure }) => figure.id),
      figures: [...told.map(({ figure }) => figure), ...ratios],
    },
  ]
}

/** Of how many units the figures of a table are, where some are missing: one sentence for all of them. */
function shortfallWords(figures: readonly AddedFigure[]): string {
  const short = figures.filter(({ values, coverage }) => values && coverage.whole < coverage.of)
  if (short.length === 0) return ''
  const counts = short.map(({ coverage }) => coverage.whole)
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const from = least === most ? formatNumber(most) : `${formatNumber(least)} đến ${formatNumber(most)}`
  const of = Math.max(...short.map(({ coverage }) => coverage.of))
  return ` Số liệu mục này chưa đủ: mới có của ${from} trong ${formatNumber(of)} đơn vị.`
}

type ToldFigure = { readonly figure: Figure; readonly ratio: readonly Figure[]; readonly words: readonly Inline[] }

function tellFigure(code: string, table: TablePart, facts: ConsolidatedFacts): ToldFigure[] {
  const indicator = indicatorOf(facts.dictionary, code)
  const added = facts.figures.get(code)
  if (!indicator || !added) return []
  const figure: Figure = {
    id: `sum.${code}`,
    definition: indicator.definition,
    value: valueOf(indicator, added),
    origins: [sumOf(facts.requestId, code)],
  }
  const ratio = table.ratios.flatMap(shown => ratioFigure(shown, code, facts))
  const words: Inline[] = [
    ...plainText(`${figure.value.type === 'missing' ? '' : lowerUnlessTitle(indicator.name)}: `),
    { type: 'figure', text: `${figureWords(added) ?? ''} ${indicator.unit}`, figureId: figure.id },
    ...ratio.flatMap((one, i): Inline[] => [
      ...plainText(i === 0 ? ' (' : ', '),
      { type: 'figure', text: ratioWords(one.value), figureId: one.id },
      ...plainText(i === ratio.length - 1 ? ')' : ''),
    ]),
  ]
  return [{ figure, ratio, words }]
}

/** A share is of the units that told both its counts: those may be fewer than stand behind either figure. */
function ratioFigure({ code, baseCode }: TablePart['ratios'][number], numeratorCode: string, facts: ConsolidatedFacts): Figure[] {
  const ratio = facts.dictionary.ratios.find(candidate => candidate.code === code)
  const share = facts.shares.find(candidate => candidate.code === code && candidate.baseCode === baseCode)
  if (!ratio || ratio.numerator !== numeratorCode || !share || share.of.denominator.count === 0) return []
  const { numerator, denominator, baseName } = share.of
  return [
    {
      id: `share.${code}.${baseCode}`,
      definition: `${ratio.name}, trên ${baseName}`,
      value: { type: 'ratio', numerator: numerator.count, denominator: denominator.count, baseName },
      origins: [sumOf(facts.requestId, numeratorCode), sumOf(facts.requestId, baseCode)],
    },
  ]
}

function ratioWords(value: FigureValue): string {
  if (value.type !== 'ratio') return ''
  const { numerator, denominator: base, baseName } = value
  return `${printPercent(rounded({ numerator, base, digits: 1 }))}% ${baseName}`
}

function valueOf({ name, unit }: Indicator, added: AddedFigure): FigureValue {
  const [value] = added.values ?? []
  if (!value) return { type: 'missing', what: notAddedWords(added) ?? name }
  if (value.quality === 'counted') return { type: 'counted', count: value.count, unit }
  return { type: 'estimated', count: value.count, qualifier: value.qualifier, unit }
}

/** The name of a title keeps its capital inside a sentence. */
function lowerUnlessTitle(name: string): string {
  return /^(?:Gia đình|Thôn|Khu dân cư|Xã|Phường|Cơ quan|Nhà văn hóa)/u.test(name) ? name : lowerFirst(name)
}

function sumOf(requestId: string, code: string): Origin {
  return { kind: 'sum', id: code === '' ? requestId : `${requestId}/${code}` }
}

function paragraph(id: string, inlines: readonly Inline[], origins: readonly Origin[]): Drafted {
  return { id, inlines, origins, besideFigureIds: [], figures: [], isItem: false }
}

/** Tables by unit, each on its side with repeated heads, and the units that did not hand in. */
export function figureAppendices(facts: ConsolidatedFacts): DocumentAppendix[] {
  const tables = facts.form.parts.filter((part): part is TablePart => part.kind === 'table' && part.layout.type === 'list')
  const byUnit = tables.flatMap(table => unitTables(table, facts))
  const missing = facts.coverage.flatMap(({ missing: names }) => names)
  const absent: DocumentAppendix[] =
    missing.length === 0
      ? []
      : [{ id: 'absent', title: 'Đơn vị chưa gửi báo cáo số liệu', orientation: 'portrait', blocks: [absentTable(missing)] }]
  return [...byUnit, ...absent]
}

/** Columns a page on its side holds beside the name of the unit. */
const columnsOnPage = 8

function unitTables(table: TablePart, facts: ConsolidatedFacts): DocumentAppendix[] {
  const codes = codesOf(table).filter(code => facts.parts.some(({ figures }) => figures.get(code)?.values))
  const indicators = codes.flatMap(code => indicatorOf(facts.dictionary, code) ?? [])
  const pages = Array.from({ length: Math.ceil(indicators.length / columnsOnPage) }, (_, i) =>
    indicators.slice(i * columnsOnPage, (i + 1) * columnsOnPage),
  )
  return pages.map((page, i) => ({
    id: `${table.key}-${i + 1}`,
    title: `${table.heading} theo đơn vị${pages.length > 1 ? ` (${i + 1})` : ''}`,
    orientation: 'landscape',
    blocks: [unitTable(`${table.key}-${i + 1}`, page, facts)],
  }))
}

function unitTable(id: string, indicators: readonly Indicator[], { parts, figures }: ConsolidatedFacts): DataTable {
  const cells = (of: ReadonlyMap<string, AddedFigure>): string[] =>
    indicators.map(({ code }) => {
      const figure = of.get(code)
      return (figure && figureWords(figure)) ?? ''
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
        .map(({ unitName, figures: own }, i) => [String(i + 1), unitName, ...cells(own)]),
      ['', 'Cộng', ...cells(figures)],
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
    rows: names.map((name, i) => [String(i + 1), name]),
  }
}
