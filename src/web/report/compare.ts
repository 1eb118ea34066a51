import { inlineText } from '#domain/document/official-document.ts'
import type { ReportContent, ReportParagraph, ReportSection } from '#domain/report/report.ts'

/** One paragraph that says something else in two texts; null where it did not stand. */
export type ChangedParagraph = { readonly id: string; readonly heading: string; readonly was: string | null; readonly now: string | null }

/** What changed from one text to another, in the order of the newer one; paragraphs that went come after what stood before them. */
export function changedParagraphs(was: ReportContent, now: ReportContent): ChangedParagraph[] {
  const before = placed(was)
  const after = placed(now)
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  const changed: ChangedParagraph[] = []
  for (const section of [null, ...now.sections]) {
    for (const paragraph of section?.paragraphs ?? []) {
      const old = before.get(paragraph.id)
      const present = after.get(paragraph.id)
      if (present && old?.said !== present.said) changed.push({ ...present, was: old?.said ?? null, now: present.said })
    }
    const key = section?.key
    changed.push(...gone.filter(old => old.key === key).map(old => ({ ...old, was: old.said, now: null })))
  }
  const known = new Set(now.sections.map(({ key }) => key))
  return [...changed, ...gone.filter(({ key }) => !known.has(key)).map(old => ({ ...old, was: old.said, now: null }))].map(
    ({ id, heading, was: old, now: present }) => ({ id, heading, was: old, now: present }),
  )
}

type Placed = { readonly id: string; readonly key: string; readonly heading: string; readonly said: string }

function placed(content: ReportContent): Map<string, Placed> {
  const found = new Map<string, Placed>()
  let heading = 'Phần mở đầu'
  for (const section of content.sections) {
    heading = headingOf(section) ?? heading
    for (const paragraph of section.paragraphs)
      found.set(paragraph.id, { id: paragraph.id, key: section.key, heading, said: sayParagraph(paragraph) })
  }
  return found
}

function headingOf({ label, heading }: ReportSection): string | null {
  return heading === null ? null : [label, heading].filter(Boolean).join(' ')
}

function sayParagraph({ label, inlines }: ReportParagraph): string {
  return [label, inlineText(inlines)].filter(Boolean).join(' ')
}
