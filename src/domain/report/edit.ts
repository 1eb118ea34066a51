import { type Inline, inlineText, plainText } from '../document/official-document.ts'
import type { RegisteredDocument } from '../document/registry.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { merged, withCitations } from './prose.ts'
import { type Figure, paragraphsOf, type ReportContent, type ReportParagraph } from './report.ts'

export type ParagraphEdit = { readonly id: string; readonly text: string }

/**
 * A person rewrites paragraphs of a draft. Origins stay; numbers and citations still found in the new words stay live;
 * what the text said as composed is kept beside it.
 */
export function editParagraphs(
  content: ReportContent,
  edits: readonly ParagraphEdit[],
  facts: { readonly documents: readonly RegisteredDocument[]; readonly by: string },
): Result<ReportContent, 'report.unknown-paragraph' | 'report.empty-paragraph'> {
  const known = new Map(paragraphsOf(content).map(paragraph => [paragraph.id, paragraph]))
  if (edits.some(edit => !known.has(edit.id))) return refuse('report.unknown-paragraph')
  if (edits.some(edit => edit.text.trim() === '')) return refuse('report.empty-paragraph')
  const texts = new Map(edits.map(edit => [edit.id, edit.text.replace(/\s*\n\s*/gu, ' ')]))
  return ok({
    ...content,
    sections: content.sections.map(section => ({
      ...section,
      paragraphs: section.paragraphs.map(paragraph => rewritten(paragraph, texts.get(paragraph.id), content.figures, facts)),
    })),
  })
}

function rewritten(
  paragraph: ReportParagraph,
  text: string | undefined,
  figures: readonly Figure[],
  facts: { readonly documents: readonly RegisteredDocument[]; readonly by: string },
): ReportParagraph {
  const before = inlineText(paragraph.inlines)
  if (text === undefined || text === before) return paragraph
  const composedText = paragraph.edited?.composedText ?? before
  return { ...paragraph, inlines: relinked(text, paragraph.inlines, figures, facts.documents), edited: { by: facts.by, composedText } }
}

/** Finds the numbers a paragraph printed again in its new words, in order, and the documents named in it. */
function relinked(text: string, before: readonly Inline[], figures: readonly Figure[], documents: readonly RegisteredDocument[]): Inline[] {
  const inlines: Inline[] = []
  let at = 0
  for (const inline of before) {
    if (inline.type !== 'figure' || !figures.some(figure => figure.id === inline.figureId)) continue
    const found = wholeNumberAt(text, inline.text, at)
    if (found < 0) continue
    inlines.push(...withCitations(text.slice(at, found), documents), inline)
    at = found + inline.text.length
  }
  return merged([...inlines, ...(at < text.length ? withCitations(text.slice(at), documents) : plainText(''))])
}

/** `08` is found in `có 08 tổ chức`, not in `2008` or `08/2014`. */
function wholeNumberAt(text: string, number: string, from: number): number {
  for (let at = text.indexOf(number, from); at >= 0; at = text.indexOf(number, at + 1)) {
    const around = `${text.charAt(at - 1)}|${text.charAt(at + number.length)}`
    if (!/[\p{L}\d/]\||\|[\d/]/u.test(around)) return at
  }
  return -1
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

/** Composed afresh, but a paragraph somebody rewrote keeps their words as long as its source says what it said then. */
export function recomposed(content: ReportContent, fresh: ReportContent): ReportContent {
  const edited = new Map(paragraphsOf(content).flatMap(paragraph => (paragraph.edited ? [[paragraph.id, paragraph] as const] : [])))
  return {
    ...fresh,
    sections: fresh.sections.map(section => ({
      ...section,
      paragraphs: section.paragraphs.map(paragraph => {
        const kept = edited.get(paragraph.id)
        return kept && kept.edited?.composedText === inlineText(paragraph.inlines)
          ? { ...paragraph, inlines: kept.inlines, edited: kept.edited }
          : paragraph
      }),
    })),
  }
}
