import type { Activity } from '../activity/activity.ts'
import { overlaps } from '../calendar/date-range.ts'
import { addDays } from '../calendar/plain-date.ts'
import type { Inline } from '../document/official-document.ts'
import type { ReportFacts } from './facts.ts'
import type { FormSection } from './form.ts'
import { themeParagraphs } from './from-tasks.ts'
import { merged } from './prose.ts'
import type { Figure } from './report.ts'

/** Where a report will tell one activity, in which words and with which numbers. */
export type ToldActivity = {
  readonly section: FormSection
  readonly inlines: readonly Inline[]
  readonly figures: readonly Figure[]
}

/**
 * What one activity will give to the report of a period, by the very rule that composes it, asked about this activity
 * alone: other work may join its sentence. Undefined when it lies outside of the period or the form has no place for it.
 */
export function tellActivity(
  activity: Activity,
  facts: Pick<ReportFacts, 'duty' | 'form' | 'period' | 'unit' | 'tasks' | 'documents'>,
): ToldActivity | undefined {
  if (!overlaps({ from: activity.startsOn, until: addDays(activity.endsOn, 1) }, facts.period.covers)) return undefined
  const alone: ReportFacts = {
    ...facts,
    activities: [activity],
    children: [],
    headcounts: [],
    targets: [],
    assignments: [],
    progress: [],
    registrations: [],
    candidates: [],
    consolidated: null,
    taken: [],
  }
  for (const section of facts.form.sections) {
    const paragraphs = section.parts.flatMap(part =>
      part.fill === 'theme' ? themeParagraphs(section.key, part.theme, alone, new Set()) : [],
    )
    if (paragraphs.length > 0)
      return {
        section,
        inlines: merged(paragraphs.flatMap(paragraph => paragraph.inlines)),
        figures: paragraphs.flatMap(paragraph => paragraph.figures),
      }
  }
  return undefined
}
