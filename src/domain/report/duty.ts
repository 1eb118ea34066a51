import { overlaps } from '../calendar/date-range.ts'
import { documentKinds } from '../document/kinds.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import { endOpenRange, isEmpty } from '../org/org-rules.ts'
import { reportForms } from './form.ts'
import type { ReportDuty } from './report.ts'

export type DutyRefusal = 'report.unknown-form' | 'report.symbol' | 'report.duty-overlaps' | 'org.empty-range'

/**
 * A unit owes one report at a time; a new duty ends the one that ran until then. The symbol is that of a report
 * (Decree 30/2020/NĐ-CP, Annex III, I): `BC-` and the office, without spaces (K08).
 */
export function setDuty(
  duty: ReportDuty,
  existing: readonly ReportDuty[],
): Result<{ readonly duty: ReportDuty; readonly ended: ReportDuty | null }, DutyRefusal> {
  if (!reportForms.some(form => form.name === duty.formName)) return refuse('report.unknown-form')
  if (isEmpty(duty.valid)) return refuse('org.empty-range')
  if (!new RegExp(`^${documentKinds.report.abbreviation}-[\\p{Lu}\\d&]+$`, 'u').test(duty.symbol))
    return refuse('report.symbol', { symbol: duty.symbol })
  const others = existing.filter(other => other.id !== duty.id)
  const ended = endOpenRange(others, duty.valid.from)
  const met = others.map(other => (other === ended?.before ? ended.after : other)).find(other => overlaps(other.valid, duty.valid))
  if (met) return refuse('report.duty-overlaps', { receiver: met.receiverName, from: met.valid.from, until: met.valid.until })
  return ok({ duty, ended: ended?.after ?? null })
}
