import { useQueries } from '@tanstack/react-query'
import { activityBodies } from '#contract/activity.ts'
import type { ReportRow } from '#contract/report.ts'
import { themeOf } from '#domain/activity/activity.ts'
import { contains, inForce } from '#domain/calendar/date-range.ts'
import { isPlainDate } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodContaining, type ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import type { Task, TaskTheme } from '#domain/plan/plan.ts'
import { reportFormOn } from '#domain/report/form.ts'
import type { ReportContent } from '#domain/report/report.ts'
import { type ToldActivity, tellActivity } from '#domain/report/told.ts'
import { ask } from '../api.ts'
import { useAsk } from '../app/queries.ts'
import { type ActivityValues, recordBody } from './activity-values.ts'

/** What an activity that is being typed will give to the report of its period; undefined while too little is known. */
export type Telling = {
  readonly period: ReportingPeriod
  readonly unitName: string
  /** Undefined: the unit owes no report in that period, or its form has no place for this. */
  readonly told: ToldActivity | undefined
  readonly theme: TaskTheme
  /** `2.5.`, where the report of the period is composed already and has the place. */
  readonly label: string | null
  /** The report of the period, once somebody composed it. */
  readonly report: ReportRow | undefined
}

export function useTelling(values: ActivityValues): Telling | undefined {
  const { hostUnitId, startsOn } = values
  const host = useAsk('org.unit', startsOn && isPlainDate(startsOn) ? { unitId: hostUnitId, on: startsOn } : { unitId: hostUnitId })
  // A department's work is told by the office it belongs to: a unit without a letterhead issues no report of its own.
  const unitId = host.data && ((host.data.version?.letterhead ? undefined : host.data.path[1]?.unitId) ?? hostUnitId)
  const unit = useAsk('org.unit', { unitId: unitId ?? '' }, { enabled: unitId !== undefined })
  const duties = useAsk('report.duties', { unitId: unitId ?? '' }, { enabled: unitId !== undefined })
  const reports = useAsk('report.list', { unitId: unitId ?? '' }, { enabled: unitId !== undefined })
  const documents = useAsk('document.list', { unitId: hostUnitId, search: undefined })
  const tasks = useTasks(hostUnitId)

  const parsed = activityBodies['activity.record'].safeParse(recordBody(values))
  const period = parsed.success ? periodContaining(parsed.data.startsOn, ['H1', 'H2']) : undefined
  const report = reports.data?.find(row => row.unitId === unitId && row.periodName === period?.name)
  const composed = useAsk('report.one', { id: report?.id ?? '' }, { enabled: report !== undefined })
  const version = unit.data?.version ?? unit.data?.versions.at(-1)
  if (!parsed.success || !period || !version || !duties.data || !reports.data) return undefined

  const activity = { ...parsed.data, revision: 0 }
  const duty = duties.data.find(candidate => contains(candidate.valid, cutoffOn(period)))
  const form = duty && reportFormOn(duty.formName, period.covers.from)
  const facts = duty && form && { duty, form, period, unit: version, tasks, documents: documents.data ?? [] }
  const told = facts && tellActivity(activity, facts)
  const task = tasks.find(({ id }) => activity.taskIds.includes(id))
  return {
    period,
    unitName: (unit.data && inForce(unit.data.versions, cutoffOn(period))?.calledInText) ?? version.calledInText,
    told,
    theme: task?.theme ?? themeOf[activity.kind],
    label: told && composed.data ? labelIn(composed.data.report.content, told.section.key) : null,
    report,
  }
}

/** Every task of the unit's plans, as the task field of the form asked for them. */
function useTasks(unitId: string): Task[] {
  const plans = useAsk('plan.list', { unitId })
  return useQueries({
    queries: (plans.data ?? []).map(({ id }) => ({ queryKey: ['plan.one', { id }], queryFn: () => ask('plan.one', { id }) })),
    combine: results => results.flatMap(({ data }) => data?.tasks ?? []),
  })
}

function labelIn(content: ReportContent, sectionKey: string): string | null {
  const section = content.sections.find(({ key }) => key === sectionKey)
  return section?.label ?? section?.paragraphs[0]?.label ?? null
}
