import type { Selectable } from 'kysely'
import { type Result, refuse } from '#domain/kit/result.ts'
import type { ReportDuty } from '#domain/report/report.ts'
import type { Db } from '../db/connect.ts'
import { refuseOnViolation } from '../db/constraint.ts'
import type { ReportDutyTable } from '../db/schema.ts'
import { toDateRange, toJson } from '../db/values.ts'

export async function findDuty(tx: Db, id: string): Promise<ReportDuty | undefined> {
  const row = await tx.selectFrom('reportDuty').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDuty(row)
}

export async function listDuties(tx: Db, unitId: string): Promise<ReportDuty[]> {
  const rows = await tx.selectFrom('reportDuty').selectAll().where('unitId', '=', unitId).execute()
  return rows.map(toDuty)
}

/** Two who set a duty for one unit come one after the other: the unit is locked before. */
export async function insertDuty(tx: Db, duty: ReportDuty): Promise<Result<undefined, 'report.duty-overlaps'>> {
  const row = { ...duty, recipientLines: toJson(duty.recipientLines), valid: toDateRange(duty.valid) }
  return refuseOnViolation({ report_duty_no_overlap: refuse('report.duty-overlaps', { receiver: duty.receiverName, ...duty.valid }) }, () =>
    tx.insertInto('reportDuty').values(row).execute(),
  )
}

/** A duty may end; what it said stays. */
export async function updateDutyValid(tx: Db, { id, valid }: Pick<ReportDuty, 'id' | 'valid'>): Promise<void> {
  await tx
    .updateTable('reportDuty')
    .set({ valid: toDateRange(valid) })
    .where('id', '=', id)
    .execute()
}

export function toDuty({ recipientLines, ...row }: Selectable<ReportDutyTable>): ReportDuty {
  return { ...row, recipientLines: recipientLines as string[] }
}
