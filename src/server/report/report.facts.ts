import { cutoffOn, type ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { outlineOf } from '#domain/report/asked-outline.ts'
import { compose } from '#domain/report/compose.ts'
import type { ReportFacts } from '#domain/report/facts.ts'
import { type ReportForm, tellsFigures } from '#domain/report/form.ts'
import type { PeriodicReport, ReportDuty, TakenParagraph } from '#domain/report/report.ts'
import { listActivities } from '../activity/activity.store.ts'
import { findConsolidated } from '../consolidation/consolidated.ts'
import type { Db } from '../db/connect.ts'
import { listCitedDocuments } from '../document/document.store.ts'
import { listUnitsRegistered } from '../merit/unit-registration.store.ts'
import { findOrgFacts } from '../org/org.facts.ts'
import { findUnitPath, listUnitsBelow } from '../org/org.store.ts'
import { listPlanFacts } from '../plan/plan.store.ts'
import { listRegistrations } from '../title/title.store.ts'
import { frameOf } from './report.frame.ts'

/** Everything recorded that a report may speak of, as of its cut-off day. Undefined when the unit did not exist then. */
export async function findReportFacts(
  tx: Db,
  of: { readonly duty: ReportDuty; readonly form: ReportForm; readonly period: ReportingPeriod; readonly requestId: string | null },
  taken: readonly TakenParagraph[] = [],
): Promise<ReportFacts | undefined> {
  const { duty, form, period, requestId } = of
  const on = cutoffOn(period)
  const org = await findOrgFacts(tx, duty.unitId, on)
  if (!org) return undefined
  const unitPath = await findUnitPath(tx, duty.unitId, on)
  const { targets, tasks, assignments, progress } = await listPlanFacts(tx, duty.unitId)
  const consolidated = tellsFigures(form) ? await findConsolidated(tx, duty.unitId, { period, requestId }) : null
  return {
    duty,
    period,
    form: consolidated?.outline ? outlineOf(form, consolidated.outline) : form,
    unit: org.unit,
    children: org.children,
    headcounts: org.headcounts,
    documents: await listCitedDocuments(tx, unitPath),
    targets,
    tasks,
    assignments,
    progress,
    registrations: await listRegistrations(
      tx,
      org.children.map(child => child.unitId),
      [period.year, period.year + 1],
    ),
    candidates: await listUnitsRegistered(
      tx,
      org.children.map(child => child.unitId),
      [period.year, period.year + 1],
    ),
    consolidated,
    taken,
    activities: await listActivities(tx, { hostUnitIds: await listUnitsBelow(tx, duty.unitId, on), ...period.covers }),
  }
}

type ToCompose = Pick<PeriodicReport, 'id' | 'requestId' | 'subject'> & { readonly duty: ReportDuty; readonly period: ReportingPeriod }

/** A first draft of a unit's report for a period, not yet kept anywhere. From then on it stays with the request it tells of. */
export async function composeFor(
  tx: Db,
  { id, duty, period, requestId, subject }: ToCompose,
): Promise<Result<PeriodicReport, 'report.no-duty' | 'org.unit-not-in-force'>> {
  const { formName, unitId } = duty
  const frame = frameOf({ formName, periodName: period.name, subject })
  if (!frame) return refuse('report.no-duty')
  const facts = await findReportFacts(tx, { ...frame, duty, requestId })
  if (!facts) return refuse('org.unit-not-in-force', { on: cutoffOn(period) })
  return ok({
    id,
    unitId,
    dutyId: duty.id,
    formName,
    periodName: period.name,
    requestId: facts.consolidated?.requestId ?? null,
    subject,
    version: 1,
    revision: 0,
    content: compose(facts),
  })
}
