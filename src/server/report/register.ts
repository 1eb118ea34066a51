import { randomUUID } from 'node:crypto'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import type { LastNumber } from '#domain/report/life.ts'
import { subjectOf } from '#domain/report/official.ts'
import type { Db } from '../db/connect.ts'
import { insertDocument, listDocumentsWithCode, listIssuedUnder } from '../document/document.store.ts'
import type { ReportCase } from './report.case.ts'
import type { Series } from './report.store.ts'

type Numbered = Pick<ReportCase, 'report' | 'duty' | 'facts'> & { readonly number: NonNullable<ReportCase['number']> }

/** `01/BC-VPUB`: at least two digits (Decree 30, Annex I, II.3). */
export function codeOf({ number, duty }: Pick<Numbered, 'number' | 'duty'>): string {
  return `${number.number < 10 ? '0' : ''}${number.number}/${duty.symbol}`
}

/** The last number the register knows in a series: documents made elsewhere count, or their numbers would be given again. */
export async function findLastRegistered(tx: Db, { unitId, series, year }: Series): Promise<LastNumber> {
  const entries = (await listIssuedUnder(tx, unitId, { symbol: series, year })).map(({ code, issuedOn }) => ({
    number: Number.parseInt(code, 10),
    on: issuedOn,
  }))
  return entries.toSorted((a, b) => b.number - a.number)[0] ?? null
}

/** Entered in the outgoing register as soon as it has its number, before it leaves (Decree 30, Art. 15, 16 and 18). */
export function enterInRegister(tx: Db, numbered: Numbered): ReturnType<typeof insertDocument> {
  const { report, facts, number } = numbered
  return insertDocument(tx, {
    id: randomUUID(),
    ownerUnitId: report.unitId,
    direction: 'outgoing',
    kind: 'report',
    code: codeOf(numbered),
    issuedOn: number.on,
    issuerName: facts.unit.calledInText,
    issuerUnitId: report.unitId,
    subject: subjectOf(facts),
    valid: { from: number.on, until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    note: `Kỳ ${report.periodName}`,
    revision: 0,
  })
}

export async function findEntry(tx: Db, numbered: Numbered): Promise<RegisteredDocument | undefined> {
  const entries = await listDocumentsWithCode(tx, numbered.report.unitId, codeOf(numbered))
  return entries.find(entry => entry.issuerUnitId === numbered.report.unitId && entry.issuedOn === numbered.number.on)
}
