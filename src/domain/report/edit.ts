import { type Inline, inlineText, plainText } from '../document/official-document.ts'
import type { RegisteredDocument } from '../document/registry.ts'
import { canonicalJson } from '../kit/canonical.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { formatNumber } from '../kit/text.ts'
import { ratioText } from './from-tasks.ts'
import { merged, withCitations } from './prose.ts'
import { type Figure, type FigureValue, paragraphsOf, type ReportContent, type ReportParagraph } from './report.ts'

/** What somebody wrote: plain words, and numbers, citations and gaps of the report left standing among them. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'figure'; readonly figureId: string }
  | { readonly type: 'citation'; readonly documentId: string; readonly text: string }
  | { readonly type: 'missing'; readonly what: string }

/** `was` is what the paragraph said when the person began: someone else may have written it anew meanwhile. */
export type ParagraphEdit = { readonly id: string; readonly was: string; readonly pieces: readonly Piece[] }

/**
 * People rewrite paragraphs of a draft, several of them at once. Each paragraph is laid upon what the others wrote; only
 * the very paragraph a colleague changed is refused, with what it says now. Origins stay, numbers stay live, a document
 * named in the new words opens, and what the text said as composed is kept beside it.
 */
export function editParagraphs(
  content: ReportContent,
  edits: readonly ParagraphEdit[],
  facts: { readonly documents: readonly RegisteredDocument[]; readonly by: string },
): Result<ReportContent, 'report.unknown-paragraph' | 'report.empty-paragraph' | 'report.unknown-figure' | 'report.paragraph-changed'> {
  const known = new Map(paragraphsOf(content).map(paragraph => [paragraph.id, paragraph]))
  const rewritten = new Map<string, ReportParagraph>()
  for (const edit of edits) {
    const paragraph = rewritten.get(edit.id) ?? known.get(edit.id)
    if (!paragraph) return refuse('report.unknown-paragraph')
    const inlines = toInlines(edit.pieces, content, facts.documents)
    if (!inlines) return refuse('report.unknown-figure')
    if (inlineText(inlines).trim() === '') return refuse('report.empty-paragraph')
    const now = inlineText(paragraph.inlines)
    if (canonicalJson(inlines) === canonicalJson(paragraph.inlines)) continue
    if (now !== edit.was) return refuse('report.paragraph-changed', { paragraphId: edit.id, by: paragraph.edited?.by ?? '', now })
    rewritten.set(edit.id, { ...paragraph, inlines, edited: { by: facts.by, composedText: paragraph.edited?.composedText ?? now } })
  }
  return ok(withParagraphs(content, paragraph => rewritten.get(paragraph.id) ?? paragraph))
}

/** Undefined when a number is named that the report does not hold. A number prints as the report prints it elsewhere. */
function toInlines(pieces: readonly Piece[], content: ReportContent, documents: readonly RegisteredDocument[]): Inline[] | undefined {
  const inlines: Inline[] = []
  for (const piece of pieces) {
    if (piece.type === 'text') inlines.push(...plainText(piece.text.replace(/\s*\n\s*/gu, ' ')))
    else if (piece.type === 'figure') {
      const figure = printed(piece.figureId, content)
      if (!figure) return undefined
      inlines.push(figure)
    } else if (piece.type === 'citation' && !documents.some(document => document.id === piece.documentId))
      inlines.push(...plainText(piece.text))
    else inlines.push(piece)
  }
  return merged(merged(inlines).flatMap(inline => (inline.type === 'text' ? withCitations(inline.text, documents) : [inline])))
}

/** A number as this report prints it; undefined when it holds no such number. */
export function printed(figureId: string, content: ReportContent): Inline | undefined {
  const figure = content.figures.find(candidate => candidate.id === figureId)
  if (!figure) return undefined
  if (figure.value.type === 'missing') return { type: 'missing', what: figure.value.what }
  const standing = paragraphsOf(content)
    .flatMap(paragraph => paragraph.inlines)
    .find(inline => inline.type === 'figure' && inline.figureId === figureId)
  return standing ?? { type: 'figure', text: figureText(figure.value), figureId }
}

function figureText(value: Exclude<FigureValue, { type: 'missing' }>): string {
  switch (value.type) {
    case 'counted':
      return formatNumber(value.count)
    case 'estimated':
      return `${value.qualifier} ${formatNumber(value.count)}`
    case 'quoted':
      return value.written
    case 'goal':
      return `${formatNumber(value.percent, 2)}%`
    case 'ratio':
      return ratioText(value)
  }
}

function withParagraphs(content: ReportContent, change: (paragraph: ReportParagraph) => ReportParagraph): ReportContent {
  return { ...content, sections: content.sections.map(section => ({ ...section, paragraphs: section.paragraphs.map(change) })) }
}

export type Drift = { readonly paragraphId: string; readonly was: string; readonly now: string | null }

/**
 * Where the records would say something else today than when the text was composed; null where the paragraph would be
 * gone. Paragraphs that would be new are listed with an empty `was`.
 */
export function driftBetween(content: ReportContent, fresh: ReportContent): Drift[] {
  const freshTexts = new Map(paragraphsOf(fresh).map(paragraph => [paragraph.id, inlineText(paragraph.inlines)]))
  const known = new Set(paragraphsOf(content).map(paragraph => paragraph.id))
  const changed = paragraphsOf(content).flatMap((paragraph): Drift[] => {
    const was = paragraph.edited?.composedText ?? inlineText(paragraph.inlines)
    const now = freshTexts.get(paragraph.id) ?? null
    return was === now ? [] : [{ paragraphId: paragraph.id, was, now }]
  })
  const added = [...freshTexts].filter(([id]) => !known.has(id)).map(([paragraphId, now]): Drift => ({ paragraphId, was: '', now }))
  return [...changed, ...added]
}

/**
 * Somebody looked at a paragraph whose source changed and says which words stand: what the records say now, or those
 * written, which then count as looked at. `now` is what they were shown; if the records moved on meanwhile, they look again.
 */
export function answerDrift(
  content: ReportContent,
  fresh: ReportContent,
  answer: { readonly paragraphId: string; readonly take: 'fresh' | 'mine'; readonly now: string; readonly by: string },
): Result<ReportContent, 'report.unknown-paragraph' | 'report.paragraph-changed'> {
  const { paragraphId, take, now, by } = answer
  const source = paragraphsOf(fresh).find(paragraph => paragraph.id === paragraphId)
  if (!source || !paragraphsOf(content).some(paragraph => paragraph.id === paragraphId)) return refuse('report.unknown-paragraph')
  const said = inlineText(source.inlines)
  if (said !== now) return refuse('report.paragraph-changed', { paragraphId, by: '', now: said })
  const numbers = new Set(source.inlines.flatMap(inline => (inline.type === 'figure' ? [inline.figureId] : [])))
  const answered = withParagraphs(content, paragraph => {
    const { label } = paragraph
    if (paragraph.id !== paragraphId)
      return take === 'fresh' ? { ...paragraph, inlines: withNumbersOf(fresh, paragraph.inlines, numbers) } : paragraph
    return take === 'fresh' ? { ...source, label } : { ...source, label, inlines: paragraph.inlines, edited: { by, composedText: now } }
  })
  if (take === 'mine') return ok(withFigures(answered, [...content.figures, ...fresh.figures]))
  const { appendices = content.appendices, sums = content.sums } = fresh
  const tables = { ...(appendices && { appendices }), ...(sums && { sums }) }
  return ok(
    withFigures({ ...answered, ...tables }, [...fresh.figures.filter(({ id }) => numbers.has(id)), ...content.figures, ...fresh.figures]),
  )
}

/** Composed afresh; words somebody wrote stay, numbers left live in them follow, and where a source changed the drift goes on being shown. */
export function recomposed(content: ReportContent, fresh: ReportContent): ReportContent {
  const edited = new Map(paragraphsOf(content).flatMap(paragraph => (paragraph.edited ? [[paragraph.id, paragraph] as const] : [])))
  const text = withParagraphs(fresh, paragraph => {
    const kept = edited.get(paragraph.id)
    return kept ? { ...paragraph, inlines: withNumbersOf(fresh, kept.inlines), edited: kept.edited } : paragraph
  })
  return withFigures(text, [...fresh.figures, ...content.figures])
}

/** Numbers left live among words, as they are told afresh: all of them, or those named. What is told no more stays as it was. */
function withNumbersOf(fresh: ReportContent, inlines: readonly Inline[], only?: ReadonlySet<string>): readonly Inline[] {
  return inlines.map(inline => {
    if (inline.type !== 'figure' || (only && !only.has(inline.figureId))) return inline
    return printed(inline.figureId, fresh) ?? inline
  })
}

/** The numbers a text prints or keeps beside it, each once, the first that bears the id. */
export function withFigures(content: ReportContent, figures: readonly Figure[]): ReportContent {
  const used = new Set(
    paragraphsOf(content).flatMap(({ inlines, besideFigureIds }) => [
      ...inlines.flatMap(inline => (inline.type === 'figure' ? [inline.figureId] : [])),
      ...besideFigureIds,
    ]),
  )
  const kept = new Map<string, Figure>()
  for (const figure of figures) if (used.has(figure.id) && !kept.has(figure.id)) kept.set(figure.id, figure)
  return { ...content, figures: [...kept.values()] }
}
