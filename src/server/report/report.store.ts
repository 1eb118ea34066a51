import type { Selectable } from 'kysely'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { OfficialDocument } from '#domain/document/official-document.ts'
import { isNumbered, type LastNumber, type ReportEvent, type ReportEventType, type ReportState, stateOf } from '#domain/report/life.ts'
import type { PeriodicReport, ReportContent, ReportDuty } from '#domain/report/report.ts'
import type { Db } from '../db/connect.ts'
import type { PeriodicReportTable } from '../db/schema.ts'
import { toJson } from '../db/values.ts'
import { toDuty } from './duty.store.ts'

export async function findReport(tx: Db, id: string): Promise<PeriodicReport | undefined> {
  const row = await tx.selectFrom('periodicReport').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toReport(row)
}

/** Every step locks the report first: two people act one after the other. */
export async function lockReport(tx: Db, id: string): Promise<PeriodicReport | undefined> {
  const row = await tx.selectFrom('periodicReport').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toReport(row)
}

/** The one that is not of a request of its own matter. */
export async function findReportOfPeriod(tx: Db, dutyId: string, periodName: string): Promise<PeriodicReport | undefined> {
  const row = await tx
    .selectFrom('periodicReport')
    .selectAll()
    .where('dutyId', '=', dutyId)
    .where('periodName', '=', periodName)
    .where('subject', 'is', null)
    .executeTakeFirst()
  return row && toReport(row)
}

export async function findReportOfRequest(tx: Db, dutyId: string, requestId: string): Promise<PeriodicReport | undefined> {
  const row = await tx
    .selectFrom('periodicReport')
    .selectAll()
    .where('dutyId', '=', dutyId)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  return row && toReport(row)
}

/** What a list tells of a report without reading its text. */
export type ReportHead = Omit<PeriodicReport, 'content'> & {
  readonly duty: ReportDuty
  readonly state: ReportState
  readonly number: { readonly number: number; readonly on: PlainDate } | null
}

/** Newest period first. */
export async function listReportHeads(tx: Db, unitIds: readonly string[]): Promise<ReportHead[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .selectFrom('periodicReport')
    .leftJoin('givenNumber', join => join.onRef('givenNumber.reportId', '=', 'periodicReport.id').on('voidedOn', 'is', null))
    .select([
      'periodicReport.id',
      'periodicReport.unitId',
      'dutyId',
      'formName',
      'periodName',
      'requestId',
      'subject',
      'version',
      'revision',
      'state',
    ])
    .select(['number', 'givenOn'])
    .where('periodicReport.unitId', 'in', [...unitIds])
    .orderBy('periodName', 'desc')
    .orderBy('periodicReport.id')
    .execute()
  const duties = await tx
    .selectFrom('reportDuty')
    .selectAll()
    .where('unitId', 'in', [...unitIds])
    .execute()
  const dutyOf = new Map(duties.map(row => [row.id, toDuty(row)]))
  return rows.flatMap(({ state, number, givenOn, ...head }) => {
    const duty = dutyOf.get(head.dutyId)
    const isPrinted = isNumbered(state as ReportState) && number !== null && givenOn !== null
    return duty ? [{ ...head, duty, state: state as ReportState, number: isPrinted ? { number, on: givenOn } : null }] : []
  })
}

/** The state column is only a copy of what the events say, for lists made in SQL. */
export async function insertReport(tx: Db, report: PeriodicReport): Promise<void> {
  await tx
    .insertInto('periodicReport')
    .values({ ...report, content: toJson(report.content), state: 'draft' })
    .execute()
}

export async function updateReport(tx: Db, report: PeriodicReport, events: readonly Pick<ReportEvent, 'type'>[]): Promise<void> {
  const { id, version, revision, content } = report
  await tx
    .updateTable('periodicReport')
    .set({ version, revision, content: toJson(content), state: stateOf(events) })
    .where('id', '=', id)
    .execute()
}

export async function listEvents(tx: Db, reportId: string): Promise<ReportEvent[]> {
  const rows = await tx.selectFrom('reportEvent').selectAll().where('reportId', '=', reportId).orderBy('sequence').execute()
  return rows.map(({ onDay, type, ...row }) => ({ ...row, type: type as ReportEventType, on: onDay }))
}

export async function insertEvent(tx: Db, { on, ...event }: ReportEvent): Promise<void> {
  await tx
    .insertInto('reportEvent')
    .values({ ...event, onDay: on })
    .execute()
}

/** The text as it was submitted, for good. */
export async function insertSealedVersion(
  tx: Db,
  sealed: { reportId: string; version: number; content: ReportContent; document: OfficialDocument; contentHash: string; sealedAt: string },
): Promise<void> {
  await tx
    .insertInto('reportVersion')
    .values({ ...sealed, content: toJson(sealed.content), document: toJson(sealed.document) })
    .execute()
}

/** What was submitted, oldest first. */
export async function listSealedVersions(
  tx: Db,
  reportId: string,
): Promise<{ readonly version: number; readonly sealedAt: string; readonly content: ReportContent }[]> {
  const rows = await tx
    .selectFrom('reportVersion')
    .select(['version', 'sealedAt', 'content'])
    .where('reportId', '=', reportId)
    .orderBy('version')
    .execute()
  return rows.map(row => ({ ...row, content: row.content as ReportContent }))
}

/** The document as it was submitted in this version, without number, day and signer. */
export async function findSealedDocument(
  tx: Db,
  { id, version }: Pick<PeriodicReport, 'id' | 'version'>,
): Promise<OfficialDocument | undefined> {
  const row = await tx
    .selectFrom('reportVersion')
    .select('document')
    .where('reportId', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (row.document as OfficialDocument)
}

export type KeptRemark = { readonly remarkKey: string; readonly reason: string; readonly byName: string }

export async function listKeptRemarks(tx: Db, reportId: string): Promise<KeptRemark[]> {
  return tx.selectFrom('keptRemark').select(['remarkKey', 'reason', 'byName']).where('reportId', '=', reportId).execute()
}

export async function insertKeptRemark(tx: Db, kept: KeptRemark & { reportId: string; at: string }): Promise<void> {
  await tx
    .insertInto('keptRemark')
    .values(kept)
    .onConflict(conflict =>
      conflict.columns(['reportId', 'remarkKey']).doUpdateSet({ reason: kept.reason, byName: kept.byName, at: kept.at }),
    )
    .execute()
}

export type Series = { readonly unitId: string; readonly series: string; readonly year: number }

/** Makes the series when the year has none yet, then holds it: of two hundred who ask at once, each waits for its turn. */
export async function lockSeries(tx: Db, series: Series): Promise<LastNumber> {
  await tx
    .insertInto('numberSeries')
    .values(series)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('numberSeries')
    .select(['lastNumber', 'lastOn'])
    .where('unitId', '=', series.unitId)
    .where('series', '=', series.series)
    .where('year', '=', series.year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.lastOn === null ? null : { number: row.lastNumber, on: row.lastOn }
}

export async function insertGivenNumber(tx: Db, given: Series & { number: number; givenOn: PlainDate; reportId: string }): Promise<void> {
  await tx.insertInto('givenNumber').values(given).execute()
  await tx
    .updateTable('numberSeries')
    .set({ lastNumber: given.number, lastOn: given.givenOn })
    .where('unitId', '=', given.unitId)
    .where('series', '=', given.series)
    .where('year', '=', given.year)
    .execute()
}

export async function findGivenNumber(tx: Db, reportId: string): Promise<{ readonly number: number; readonly on: PlainDate } | null> {
  const row = await tx
    .selectFrom('givenNumber')
    .select(['number', 'givenOn'])
    .where('reportId', '=', reportId)
    .where('voidedOn', 'is', null)
    .executeTakeFirst()
  return row ? { number: row.number, on: row.givenOn } : null
}

/** The document was returned and comes again: its number goes on under the new day. */
export async function updateGivenNumber(tx: Db, { reportId, givenOn }: { reportId: string; givenOn: PlainDate }): Promise<void> {
  const kept = await tx
    .updateTable('givenNumber')
    .set({ givenOn })
    .where('reportId', '=', reportId)
    .where('voidedOn', 'is', null)
    .returning(['unitId', 'series', 'year'])
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('numberSeries')
    .set({ lastOn: givenOn })
    .where('unitId', '=', kept.unitId)
    .where('series', '=', kept.series)
    .where('year', '=', kept.year)
    .execute()
}

/** The number is given up; its row stays, so that nobody gets it again. */
export async function voidGivenNumber(tx: Db, { reportId, voidedOn }: { reportId: string; voidedOn: PlainDate }): Promise<void> {
  await tx.updateTable('givenNumber').set({ voidedOn }).where('reportId', '=', reportId).where('voidedOn', 'is', null).execute()
}

export type IssuedFile = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly bytes: number }

export async function listIssuedFiles(tx: Db, reportId: string): Promise<IssuedFile[]> {
  return tx
    .selectFrom('issuedFile')
    .select(['name', 'mediaType', 'sha256', 'bytes'])
    .where('reportId', '=', reportId)
    .orderBy('name')
    .execute()
}

export async function insertIssuedDocument(
  tx: Db,
  issued: {
    reportId: string
    document: OfficialDocument
    contentHash: string
    registeredDocumentId: string
    issuedAt: string
    files: readonly IssuedFile[]
  },
): Promise<void> {
  const { files, ...row } = issued
  await tx
    .insertInto('issuedDocument')
    .values({ ...row, document: toJson(row.document) })
    .execute()
  await insertIssuedFiles(tx, issued.reportId, files)
}

export async function insertIssuedFiles(tx: Db, reportId: string, files: readonly IssuedFile[]): Promise<void> {
  await tx
    .insertInto('issuedFile')
    .values(files.map(file => ({ ...file, reportId })))
    .execute()
}

/** The document as issued, whatever the records say since. */
export async function findIssuedDocument(tx: Db, reportId: string): Promise<OfficialDocument | undefined> {
  const row = await tx.selectFrom('issuedDocument').select('document').where('reportId', '=', reportId).executeTakeFirst()
  return row && (row.document as OfficialDocument)
}

function toReport(row: Selectable<PeriodicReportTable>): PeriodicReport {
  const { state: _, ...report } = row
  return { ...report, content: report.content as ReportContent }
}
