import { joinTaken, type TakenPiece, type TakenText, takeParagraph } from '../consolidation/taken-text.ts'
import type { Inline } from '../document/official-document.ts'
import { plainText } from '../document/official-document.ts'
import type { Drafted } from './drafted.ts'
import { withFigures } from './edit.ts'
import type { FormSection, ReportForm } from './form.ts'
import { asSentence, merged } from './prose.ts'
import {
  type Figure,
  type Origin,
  paragraphsOf,
  type ReportContent,
  type ReportParagraph,
  type ReportSection,
  type TakenOrigin,
  type TakenParagraph,
} from './report.ts'

/** What the writer took from units below into a section: as it was said, every number in it quoted from who said it. */
export function takenParagraphs({ key }: FormSection, taken: readonly TakenParagraph[]): Drafted[] {
  return taken.filter(({ sectionKey }) => sectionKey === key).map(toParagraph)
}

/** `difficulties/taken/…`: the id a taken paragraph bears in the text. */
export function takenParagraphId({ id, sectionKey }: Pick<TakenParagraph, 'id' | 'sectionKey'>): string {
  return `${sectionKey}/taken/${id}`
}

export function originOfTaken({ requestId, unitId, version, paragraphId }: TakenOrigin): Origin {
  return { kind: 'return', id: `${requestId}/${unitId}/${version}/${paragraphId}` }
}

function toParagraph(taken: TakenParagraph): Drafted {
  const drafted = quotedParagraph(takenParagraphId(taken), taken.id, taken.from)
  return { ...drafted, origins: [...taken.from, ...taken.alike].map(originOfTaken) }
}

/** Words of returns, joined to one paragraph; `key` names the numbers quoted in it. */
export function quotedParagraph(id: string, key: string, from: readonly TakenOrigin[]): Drafted {
  const texts = from.map(one => takeParagraph({ ...one, returnId: `${one.requestId} ${one.unitId}`, text: asSentence(one.text) }))
  const pieces = texts.slice(1).reduce(joinTaken, texts[0] ?? nothingTaken).pieces
  const told = pieces.map((piece, i) => tell(piece, `quoted:${key}:${i}`, from))
  return {
    id,
    inlines: merged(told.map(({ inline }) => inline)),
    origins: from.map(originOfTaken),
    besideFigureIds: [],
    figures: told.flatMap(({ figure }) => figure ?? []),
    isItem: false,
  }
}
const nothingTaken: TakenText = { pieces: [], origins: [] }

function tell(
  piece: TakenPiece,
  figureId: string,
  from: readonly TakenOrigin[],
): { readonly inline: Inline; readonly figure: Figure | null } {
  if (piece.type !== 'quoted')
    return { inline: plainText(piece.type === 'text' ? piece.text : piece.written)[0] ?? { type: 'text', text: '' }, figure: null }
  const who = from.find(({ unitId, paragraphId }) => unitId === piece.origin.unitId && paragraphId === piece.origin.paragraphId)
  const figure: Figure = {
    id: figureId,
    definition: `Số trích nguyên văn từ báo cáo của ${who?.unitName ?? ''}`,
    value: { type: 'quoted', written: piece.written },
    origins: who ? [originOfTaken(who)] : [],
  }
  return { inline: { type: 'figure', text: piece.written, figureId: figure.id }, figure }
}

/**
 * The text with what was taken or given back, and not a word else changed: what the records would say otherwise today goes on
 * being shown as drift.
 */
export function withTaken(content: ReportContent, fresh: ReportContent, form: Pick<ReportForm, 'sections'>): ReportContent {
  const known = new Map(paragraphsOf(content).map(paragraph => [paragraph.id, paragraph]))
  const stands = new Set((fresh.taken ?? []).map(takenParagraphId))
  const given = new Set((content.taken ?? []).map(takenParagraphId).filter(id => !stands.has(id)))
  const keys = [...new Set([...form.sections, ...content.sections].map(({ key }) => key))]
  const sections = keys.flatMap((key): ReportSection[] => {
    const [then, now] = [content, fresh].map(({ sections: all }) => all.find(section => section.key === key))
    const kept = (then?.paragraphs ?? []).filter(({ id }) => !given.has(id))
    const written = kept.filter(({ id }) => !id.endsWith('/gap'))
    const added = (now?.paragraphs ?? []).filter(({ id }) => stands.has(id) && !known.has(id))
    const paragraphs = [...(written.length + added.length > 0 ? written : gapOf(kept, now)), ...added]
    const frame = now ?? then
    return frame && (paragraphs.length > 0 || frame.level === 1) ? [{ ...frame, paragraphs }] : []
  })
  const { taken: _, ...rest } = content
  return withFigures({ ...rest, sections, ...(fresh.taken && { taken: fresh.taken }) }, [...content.figures, ...fresh.figures])
}

function gapOf(kept: readonly ReportParagraph[], now: ReportSection | undefined): readonly ReportParagraph[] {
  return kept.length > 0 ? kept : (now?.paragraphs.filter(({ id }) => id.endsWith('/gap')) ?? [])
}
