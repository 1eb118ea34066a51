import type { RemarkView } from '#contract/report.ts'
import { inlineText } from '#domain/document/official-document.ts'
import type { ReportSection } from '#domain/report/report.ts'

/** Remarks by the section or paragraph they stand beside: by its id, else by the words they quote; null for the rest. */
export function placeRemarks(
  remarks: readonly RemarkView[],
  sections: readonly ReportSection[],
): ReadonlyMap<string | null, readonly RemarkView[]> {
  const paragraphs = sections.flatMap(section =>
    section.paragraphs.map(paragraph => ({ id: paragraph.id, text: inlineText(paragraph.inlines) })),
  )
  const known = new Set([...sections.map(section => section.key), ...paragraphs.map(paragraph => paragraph.id)])
  return Map.groupBy(remarks, ({ place }) => {
    if (place.blockId !== null && known.has(place.blockId)) return place.blockId
    const words = quoted(place.words)
    return words === '' ? null : (paragraphs.find(({ text }) => text.includes(words))?.id ?? null)
  })
}

/** The quotation without its ellipses; nothing when it is too short to find a place by. */
function quoted(words: string): string {
  const inner = words.replace(/^…\s*|\s*…$/gu, '')
  return inner.length < 12 ? '' : inner
}
