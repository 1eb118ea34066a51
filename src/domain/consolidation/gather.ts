import type { NarrativeRole } from '../indicator/figure-form.ts'
import { compareText } from '../kit/text.ts'

/** What a point is marked as: by the part it stands under, or by its words. */
export type NarrativeMark = Exclude<NarrativeRole, 'account'>

/** One paragraph of one version of a unit's return. */
export type ParagraphOrigin = { readonly unitId: string; readonly returnId: string; readonly version: number; readonly paragraphId: string }
export type ChildParagraph = ParagraphOrigin & {
  readonly partKey: string
  readonly text: string
  /** Steps from the unit that gathers: 1 is right below. */
  readonly depth: number
}

/** The paragraphs of one sealed version, named by part and place: a version never changes, so neither do their names. */
export function paragraphsOfReturn(
  told: Omit<ParagraphOrigin, 'paragraphId'> & { readonly depth: number; readonly parts: Readonly<Record<string, string>> },
): ChildParagraph[] {
  const { parts, ...origin } = told
  return Object.entries(parts).flatMap(([partKey, words]) =>
    words
      .split(/\n+/u)
      .map((line, i) => ({ ...origin, partKey, paragraphId: `${partKey} ${i + 1}`, text: line.replace(/^\s*[-+•*]\s+/u, '').trim() }))
      .filter(({ text }) => text !== ''),
  )
}

/** One thing said, in the fullest words it was said in, with everyone who said it. */
export type GatheredPoint = {
  readonly partKey: string
  /** The wording offered: one of those said, unchanged. */
  readonly paragraph: ChildParagraph
  readonly alike: readonly ChildParagraph[]
  readonly unitIds: readonly string[]
  readonly figures: number
  readonly mark: NarrativeMark | null
  /** `words`: only its words suggest the mark, so a person looks. */
  readonly markedBy: 'part' | 'words' | null
}

/** Two paragraphs say the same from this share of common runs of words on: an assumption, on the side of keeping both. */
export const sameFrom = 0.6
const wordsInARun = 3

/**
 * Children's paragraphs under each part of the outline: what is said alike stands once with all who said it; first what
 * most units say, then what has figures, then what stands nearer, then the fuller text.
 */
export function gather(
  paragraphs: readonly ChildParagraph[],
  outline: readonly { readonly key: string; readonly role: NarrativeRole }[],
): GatheredPoint[] {
  const byPart = Map.groupBy(paragraphs, ({ partKey }) => partKey)
  return outline.flatMap(part =>
    groupsAlike(byPart.get(part.key) ?? [])
      .map(alike => pointOf(alike, part.role === 'account' ? null : part.role))
      .toSorted(byWeight),
  )
}

function pointOf(alike: readonly ChildParagraph[], markOfPart: NarrativeMark | null): GatheredPoint {
  const [paragraph, ...others] = alike.toSorted(byFullness) as [ChildParagraph, ...ChildParagraph[]]
  const told = markOfPart ?? markByWords(paragraph.text)
  return {
    partKey: paragraph.partKey,
    paragraph,
    alike: [paragraph, ...others],
    unitIds: [...new Set([paragraph, ...others].map(({ unitId }) => unitId))],
    figures: figuresIn(paragraph.text).length,
    mark: told,
    markedBy: told && (markOfPart ? 'part' : 'words'),
  }
}

function byWeight(a: GatheredPoint, b: GatheredPoint): number {
  return (
    b.unitIds.length - a.unitIds.length ||
    Number(b.figures > 0) - Number(a.figures > 0) ||
    a.paragraph.depth - b.paragraph.depth ||
    byFullness(a.paragraph, b.paragraph)
  )
}

/** More figures, then more words; what is left decides nothing but a fixed order. */
function byFullness(a: ChildParagraph, b: ChildParagraph): number {
  return (
    figuresIn(b.text).length - figuresIn(a.text).length ||
    b.text.length - a.text.length ||
    compareText(`${a.unitId} ${a.paragraphId}`, `${b.unitId} ${b.paragraphId}`)
  )
}

/** Paragraphs in groups of such as say the same, straight or through others, so that no order of arrival changes them. */
function groupsAlike(paragraphs: readonly ChildParagraph[]): ChildParagraph[][] {
  const told = paragraphs.map(paragraph => ({ paragraph, runs: runsOfText(paragraph.text) }))
  const wordings = [...Map.groupBy(told, ({ runs }) => [...runs].join('|')).values()]
  const runsOf = wordings.map(([first]) => first?.runs ?? new Set<string>())
  const groupOf = wordings.map((_, i) => i)
  for (const [one, other] of alikePairs(runsOf)) {
    const [kept, left] = [groupOf[other] ?? other, groupOf[one]]
    if (kept !== left) for (const [i, group] of groupOf.entries()) if (group === left) groupOf[i] = kept
  }
  const groups = Map.groupBy(
    wordings.flatMap((same, i) => same.map(({ paragraph }) => ({ paragraph, group: groupOf[i] }))),
    ({ group }) => group,
  )
  return [...groups.values()].map(group => group.map(({ paragraph }) => paragraph))
}

/** Pairs that share enough runs of all they have together; only such as share any are ever compared. */
function alikePairs(runsOf: readonly ReadonlySet<string>[]): [number, number][] {
  const holders = new Map<string, number[]>()
  return runsOf.flatMap((runs, one) => {
    const shared = new Map<number, number>()
    for (const run of runs) {
      const before = holders.get(run) ?? []
      for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1)
      before.push(one)
      holders.set(run, before)
    }
    const isAlike = ([other, both]: [number, number]): boolean => both / (runs.size + (runsOf[other]?.size ?? 0) - both) >= sameFrom
    return [...shared].filter(isAlike).map(([other]): [number, number] => [one, other])
  })
}

/** Runs of words in lower case with every number as one sign: the same sentence with another number is the same sentence. */
function runsOfText(text: string): Set<string> {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('vi')
      .match(/[\p{L}\p{M}]+|\d+(?:[.,]\d+)*/gu) ?? []
  const plain = words.map(word => (/^\d/u.test(word) ? '#' : word))
  if (plain.length <= wordsInARun) return new Set([plain.join(' ')])
  return new Set(plain.slice(wordsInARun - 1).map((_, i) => plain.slice(i, i + wordsInARun).join(' ')))
}

const signs: Record<NarrativeMark, RegExp> = {
  goodExample: /mô hình (?:hay|tiêu biểu|hiệu quả|điểm)|cách làm (?:hay|mới|sáng tạo)|điển hình (?:tiên tiến|tiêu biểu)|điểm sáng/iu,
  difficulty: /khó khăn|vướng mắc|hạn chế|bất cập|chưa đáp ứng/iu,
  proposal: /(?:^|[.;:]\s+)(?:kiến nghị|đề nghị|đề xuất)(?!\p{L})/iu,
}

/** Only words that point one way mark a text: `đã khắc phục khó khăn và đề nghị…` is left to a person. */
export function markByWords(text: string): NarrativeMark | null {
  const found = (Object.keys(signs) as NarrativeMark[]).filter(mark => signs[mark].test(text.normalize('NFC')))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** A number in running text and where it stands. */
export type FoundFigure = { readonly from: number; readonly until: number; readonly written: string }

const numberPattern = /(?<![\p{L}\d.,/-])\d+(?:[.,]\d+)*(?![\d/]|[.,]\d|-?\p{L})/gu

/** Numbers that count something: not those of days, years, documents, articles or headings. */
export function figuresIn(text: string): FoundFigure[] {
  return [...text.matchAll(numberPattern)]
    .map(({ 0: written, index }) => ({ from: index, until: index + written.length, written }))
    .filter(({ from, until, written }) => !isName(text.slice(0, from), written, text.slice(until)))
}

function isName(before: string, written: string, after: string): boolean {
  if (/^\d{4}$/u.test(written) && (/(?:năm|giai đoạn|[-–])\s*$/iu.test(before) || /^\s*[-–]\s*\d{4}/u.test(after))) return true
  if (/(?:ngày|tháng|quý|điều|khoản|lần thứ)\s+$/iu.test(before) || /^\s+tháng (?:đầu|cuối)/iu.test(after)) return true
  return before.trim() === '' && /^[.)]\s/u.test(after)
}
