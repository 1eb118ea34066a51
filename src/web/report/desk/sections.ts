import type { ReportSection } from '#domain/report/report.ts'

/** The section a heading or paragraph belongs to. */
export function sectionOf(sections: readonly ReportSection[], id: string): ReportSection | undefined {
  return sections.find(section => section.key === id || section.paragraphs.some(paragraph => paragraph.id === id))
}

/** The section with a heading that an id lies under: parts without one belong to the one before. */
export function headedSectionOf(sections: readonly ReportSection[], id: string): ReportSection | undefined {
  const at = sections.findIndex(section => section.key === id || section.paragraphs.some(paragraph => paragraph.id === id))
  return sections.slice(0, at + 1).findLast(section => section.heading)
}
