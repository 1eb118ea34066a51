import type { Activity } from '../activity/activity.ts'
import type { ReportingPeriod } from '../calendar/reporting-period.ts'
import type { RegisteredDocument } from '../document/registry.ts'
import type { Headcount, OrgUnitVersion } from '../org/org-unit.ts'
import type { Assignment, Progress, Target, Task } from '../plan/plan.ts'
import type { SeasonRegistration, TitleRegistration } from '../title/registration.ts'
import type { ReportForm } from './form.ts'
import type { ConsolidatedFacts } from './from-figures.ts'
import type { ReportDuty, TakenParagraph } from './report.ts'

/** Everything recorded that a report may speak of. Composition reads this and nothing else. */
export type ReportFacts = {
  readonly duty: ReportDuty
  readonly form: ReportForm
  readonly period: ReportingPeriod
  /** The unit and its parts as of the cut-off day. */
  readonly unit: OrgUnitVersion
  readonly children: readonly OrgUnitVersion[]
  readonly headcounts: readonly Headcount[]
  readonly documents: readonly RegisteredDocument[]
  readonly targets: readonly Target[]
  readonly tasks: readonly Task[]
  readonly assignments: readonly Assignment[]
  readonly progress: readonly Progress[]
  readonly activities: readonly Activity[]
  /** Of the parts of the unit, for titles of the period's year and the next. */
  readonly registrations: readonly TitleRegistration[]
  /** The same parts as seasons hold them: where a season has any of a title and year, the report counts these. */
  readonly candidates: readonly SeasonRegistration[]
  /** Figures handed in for the same days; null where nobody was asked for them. */
  readonly consolidated: ConsolidatedFacts | null
  /** What the writer took from units below. */
  readonly taken: readonly TakenParagraph[]
}
