import { periodNamed, type ReportingPeriod } from '#domain/calendar/reporting-period.ts'
import { type ReportForm, reportFormOn } from '#domain/report/form.ts'
import type { PeriodicReport } from '#domain/report/report.ts'

/** What a report is about and follows: its period, and its form with its own matter. Undefined where either is not known. */
export function frameOf({
  formName,
  periodName,
  subject,
}: Pick<PeriodicReport, 'formName' | 'periodName' | 'subject'>):
  | { readonly period: ReportingPeriod; readonly form: ReportForm }
  | undefined {
  const period = periodNamed(periodName)
  const form = period && reportFormOn(formName, period.covers.from)
  return form && { period, form: subject === null ? form : { ...form, subject } }
}
