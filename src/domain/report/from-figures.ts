import { formatDay, type PlainDate } from '../calendar/plain-date.ts'
import type { AddedFigure } from '../consolidation/add-up.ts'
import type { Share } from '../consolidation/ratio.ts'
import { figureWords, percentWords } from '../consolidation/words.ts'
import { type Inline, plainText } from '../document/official-document.ts'
import { codesOf, type FigureFormPart, type FormVersion, type TablePart } from '../indicator/figure-form.ts'
import type { Flag, FlagRule } from '../indicator/flag.ts'
import { type Dictionary, type Indicator, indicatorOf } from '../indicator/indicator.ts'
import { capitalise, formatNumber, lowerFirst } from '../kit/text.ts'
import type { Level } from '../request/request.ts'
import { ruleBooks } from '../title/rule-books.ts'
import type { Drafted } from './drafted.ts'
import { figureAppendices, isOnlyBase } from './figure-tables.ts'
import type { OwnReturn } from './from-return.ts'
import { joined, merged } from './prose.ts'
import type { Figure, FigureValue, Origin } from './report.ts'
import { type SumMeasure, sumFigureId } from './sum-figure.ts'

/** What was handed in and added up for the period of a report, as it stands when the report is composed. */
export type ConsolidatedFacts = {
  readonly requestId: string
  /** Who reports: who asked, or who owes a return in it. */
  readonly unitId: string
  /** What it handed in itself, in the version that counts; null where it owes nothing or has sent nothing. */
  readonly own: OwnReturn | null
  /** How often what stands had changed by then, and when last; null while nobody has handed in. */
  readonly version: { readonly number: number; readonly on: PlainDate } | null
  readonly form: FormVersion
  /** The parts asked of the unit and those below it, where the form is a unit's own; null: the house's, which has its outline. */
  readonly outline: readonly FigureFormPart[] | null
  readonly dictionary: Dictionary
  /** Of the unit that reports, by code. */
  readonly figures: ReadonlyMap<string, AddedFigure>
  /** Of the unit, each of the units that told both counts. */
  readonly shares: readonly { readonly code: string; readonly baseCode: string; readonly of: NamedShare }[]
  /** One step below, in the order of the tree. */
  readonly parts: readonly { readonly unitId: string; readonly unitName: string; readonly figures: ReadonlyMap<string, AddedFigure> }[]
  /** What does not fit in the sums, and nobody said yet why it stays. */
  readonly flags: readonly Pick<Flag<FlagRule>, 'places' | 'sentence' | 'cause'>[]
  /** Of each level asked below it: how many handed in; who did not is named, with whom it hands in to where that is another. */
  readonly coverage: readonly {
    readonly level: Level
    readonly noun: string
    readonly of: number
    readonly handedIn: number
    readonly missing: readonly string[]
  }[]
}

/** A share is told of the base printed beside it. */
type NamedShare = Pick<Share, 'numerator' | 'denominator'> & { readonly baseName: string }

/** `Đã nhận báo cáo số liệu của 69/75 xã, phường, 60/60 cơ quan.`: always told, whole or not, with the version it was read from. */
export function coverageParagraphs(key: string, facts: ConsolidatedFacts): Drafted[] {
  const { coverage, requestId, version, own } = facts
  if (coverage.length === 0) return own ? [toldAlone(key, { ...facts, own })] : []
  const told = coverage.map(({ level, noun, of, handedIn }) =>
    numberOf(
      facts,
      { type: 'coverage', level },
      {
        definition: `${capitalise(noun)} có báo cáo số liệu được tính, trên số phải báo cáo`,
        value: { type: 'ratio', numerator: handedIn, denominator: of, baseName: noun },
        text: `${formatNumber(handedIn)}/${formatNumber(of)} ${noun}`,
      },
    ),
  )
  const isWhole = coverage.every(({ missing }) => missing.length === 0)
  const absent = isWhole ? '' : ' Các đơn vị chưa gửi được nêu tên trong phụ lục.'
  const tables = figureAppendices(facts).length > 0 ? ' Số liệu theo từng đơn vị có trong phụ lục kèm theo.' : ''
  const standing =
    version &&
    numberOf(
      facts,
      { type: 'version' },
      {
        definition: 'Số lần số liệu được tính đã thay đổi: mỗi báo cáo gửi lên, trả lại hoặc đính chính được nhận là một lần',
        value: { type: 'counted', count: version.number, unit: 'lần' },
        text: `lần tổng hợp thứ ${formatNumber(version.number)}`,
      },
    )
  const inlines = [
    ...plainText('Đã nhận báo cáo số liệu của '),
    ...joined(
      told.map(({ inline }) => [inline]),
      ', ',
    ),
    ...plainText(`.${absent}${tables}`),
    ...(standing ? [...plainText(' Số liệu theo '), standing.inline, ...plainText(`, ngày ${formatDay(version.on)}.`)] : []),
  ]
  const numbers = standing ? [...told, standing] : told
  return [{ ...paragraph(`${key}/coverage`, merged(inlines), [sumOf(requestId, '')]), figures: numbers.map(({ figure }) => figure) }]
}

/** `Số liệu theo báo cáo số liệu bản 2 của đơn vị, gửi ngày 17/12/2025.`: of a unit nobody hands in to. */
function toldAlone(key: string, { requestId, own }: ConsolidatedFacts & { readonly own: OwnReturn }): Drafted {
  const words = `Số liệu theo báo cáo số liệu bản ${own.version} của đơn vị, gửi ngày ${formatDay(own.on)}; từng chỉ tiêu có trong phụ lục kèm theo.`
  return paragraph(`${key}/coverage`, plainText(words), [sumOf(requestId, '')])
}

/** A number and how it is printed, under one id. */
function numberOf(
  { requestId, version }: ConsolidatedFacts,
  measure: SumMeasure,
  { text, ...told }: Pick<Figure, 'definition' | 'value'> & { readonly text: string },
): { readonly figure: Figure; readonly inline: Inline } {
  const id = sumFigureId(measure)
  const codes =
    measure.type === 'share' ? [measure.code, measure.baseCode] : measure.type === 'sum' || measure.type === 'whole' ? [measure.code] : ['']
  const figure: Figure = { id, ...told, origins: codes.map(code => sumOf(requestId, code)), ...(version && { version: version.number }) }
  return { figure, inline: { type: 'figure', text, figureId: id } }
}

/** One table of the form as a paragraph: every figure that is there, with its shares and their bases named; what is missing stands beside. */
export function figureParagraphs(key: string, tableKey: string, facts: ConsolidatedFacts): Drafted[] {
  const table = facts.form.parts.find((part): part is TablePart => part.kind === 'table' && part.key === tableKey)
  if (!table) return []
  const told = codesOf(table).flatMap(code => tellFigure(code, table, facts))
  const there = told.filter(({ figure }) => figure.value.type !== 'missing')
  if (
    isOnlyBase(
      there.map(({ code }) => code),
      table,
      facts.dictionary,
    )
  )
    return []
  const inlines = joined(
    there.map(({ words }) => words),
    '; ',
  ).map((inline, i) => (i === 0 && inline.type === 'text' ? { ...inline, text: capitalise(inline.text) } : inline))
  const short = shortfall(codesOf(table), facts)
  const ratios = there.flatMap(({ ratio }) => ratio)
  return [
    {
      ...paragraph(`${key}/${tableKey}`, merged([...inlines, ...plainText('.'), ...short.inlines]), [sumOf(facts.requestId, tableKey)]),
      besideFigureIds: told.filter(({ figure }) => figure.value.type === 'missing').map(({ figure }) => figure.id),
      figures: [...told.map(({ figure }) => figure), ...ratios, ...short.figures],
    },
  ]
}

/** Of how many units the figures of a table are, where some below are missing and nobody above them told: one sentence for all. */
function shortfall(
  codes: readonly string[],
  facts: ConsolidatedFacts,
): { readonly inlines: readonly Inline[]; readonly figures: readonly Figure[] } {
  const short = codes.flatMap(code => {
    const figure = facts.figures.get(code)
    const indicator = indicatorOf(facts.dictionary, code)
    const isShort = figure?.values && figure.source !== 'own' && figure.coverage.whole < figure.coverage.of
    return isShort && indicator ? [{ indicator, coverage: figure.coverage }] : []
  })
  const byWhole = short.toSorted((a, b) => a.coverage.whole - b.coverage.whole)
  const ends = [byWhole[0], byWhole.at(-1)].flatMap(end => end ?? [])
  const told = ends.map(({ indicator, coverage: { whole, of } }) =>
    numberOf(
      facts,
      { type: 'whole', code: indicator.code },
      {
        definition: `Đơn vị đã có số “${indicator.name}”, trên số phải báo cáo`,
        value: { type: 'ratio', numerator: whole, denominator: of, baseName: 'đơn vị' },
        text: `${formatNumber(whole)}/${formatNumber(of)} đơn vị`,
      },
    ),
  )
  const [least, most] = told
  if (!least || !most) return { inlines: [], figures: [] }
  const isOne = ends[0]?.coverage.whole === ends[1]?.coverage.whole && ends[0]?.coverage.of === ends[1]?.coverage.of
  const words: Inline[] = isOne ? [least.inline] : [...plainText('từ '), least.inline, ...plainText(' đến '), most.inline]
  return {
    inlines: [...plainText(' Số liệu mục này chưa đủ: mới có đủ số của '), ...words, ...plainText('.')],
    figures: (isOne ? [least] : told).map(({ figure }) => figure),
  }
}

type ToldFigure = { readonly code: string; readonly figure: Figure; readonly ratio: readonly Figure[]; readonly words: readonly Inline[] }

function tellFigure(code: string, table: TablePart, facts: ConsolidatedFacts): ToldFigure[] {
  const indicator = indicatorOf(facts.dictionary, code)
  const added = facts.figures.get(code)
  if (!indicator || !added) return []
  const { figure, inline } = numberOf(
    facts,
    { type: 'sum', code },
    {
      definition: indicator.definition,
      value: valueOf(indicator, added),
      text: `${figureWords(added) ?? ''} ${indicator.unit}`,
    },
  )
  const ratio = table.ratios.flatMap(shown => ratioFigure(shown, code, facts))
  const words: Inline[] = [
    ...plainText(`${figure.value.type === 'missing' ? '' : lowerUnlessTitle(inSentence(indicator.name))}: `),
    inline,
    ...ratio.flatMap((one, i): Inline[] => [
      ...plainText(i === 0 ? ' (' : ', '),
      one.inline,
      ...plainText(i === ratio.length - 1 ? ')' : ''),
    ]),
  ]
  return [{ code, figure, ratio: ratio.map(one => one.figure), words }]
}

/** A share is of the units that told both its counts: those may be fewer than stand behind either figure. */
function ratioFigure(
  { code, baseCode }: TablePart['ratios'][number],
  numeratorCode: string,
  facts: ConsolidatedFacts,
): ReturnType<typeof numberOf>[] {
  const ratio = facts.dictionary.ratios.find(candidate => candidate.code === code)
  const share = facts.shares.find(candidate => candidate.code === code && candidate.baseCode === baseCode)
  const percent = share && percentWords(share.of)
  if (!ratio || ratio.numerator !== numeratorCode || !percent) return []
  const { numerator, denominator, baseName } = share.of
  return [
    numberOf(
      facts,
      { type: 'share', code, baseCode },
      {
        definition: `${ratio.name}, trên ${baseName}`,
        value: { type: 'ratio', numerator: numerator.count, denominator: denominator.count, baseName },
        text: `${percent} ${baseName}`,
      },
    ),
  ]
}

function valueOf({ name, unit }: Indicator, added: AddedFigure): FigureValue {
  const [value] = added.values ?? []
  if (!value) return { type: 'missing', what: added.notAdded ? `${name} (không cộng, vì một người có thể được đếm ở nhiều nơi)` : name }
  if (value.quality === 'counted') return { type: 'counted', count: value.count, unit }
  return { type: 'estimated', count: value.count, qualifier: value.qualifier, unit }
}

/** `Buổi tuyên truyền: lượt người`, where a colon stands before the number: `buổi tuyên truyền (lượt người)`. */
function inSentence(name: string): string {
  return name.replace(/: (.+)$/u, ' ($1)')
}

/** The name of a title keeps its capital inside a sentence. */
function lowerUnlessTitle(name: string): string {
  return ruleBooks.some(book => name.startsWith(book.name)) ? name : lowerFirst(name)
}

function sumOf(requestId: string, code: string): Origin {
  return { kind: 'sum', id: code === '' ? requestId : `${requestId}/${code}` }
}

function paragraph(id: string, inlines: readonly Inline[], origins: readonly Origin[]): Drafted {
  return { id, inlines, origins, besideFigureIds: [], figures: [], isItem: false }
}
