import { randomUUID } from 'node:crypto'
import type { RefusalCode } from '#contract/index.ts'
import { type PlainDate, yearOf } from '#domain/calendar/plain-date.ts'
import type { DocumentKind } from '#domain/document/kinds.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { latestOf, nextNumber } from '#domain/report/life.ts'
import type { Context } from '../context.ts'
import { insertDocument } from '../document/document.store.ts'
import { documentCode, findLastRegistered } from '../report/register.ts'
import { lockSeries } from '../report/report.store.ts'

type Act = {
  readonly issuer: OrgUnitVersion
  readonly signerName: string
  readonly on: PlainDate
  readonly symbol: string
  readonly subject: string
  /** A decision where nothing else is told. */
  readonly kind?: DocumentKind
  readonly recipients?: string
  readonly archivedWith?: string
}
type Entered = {
  readonly code: string
  readonly series: string
  readonly year: number
  readonly number: number
  readonly documentId: string
}

/** The next number of the issuer's series, and its entry in the outgoing register (Decree 30/2020/NĐ-CP, Art. 15 and 16). */
export async function enterAct(ctx: Context, act: Act): Promise<Result<Entered, RefusalCode>> {
  const { issuer, on, symbol } = act
  const series = { unitId: issuer.unitId, series: symbol, year: yearOf(on) }
  const last = latestOf(await lockSeries(ctx.tx, series), await findLastRegistered(ctx.tx, series))
  const number = nextNumber(last, { on, signedOn: on, today: ctx.today })
  if (!number.ok) return number
  const document = toDocument(act, documentCode(number.value, symbol))
  const entered = await insertDocument(ctx.tx, document)
  if (!entered.ok) return entered
  return ok({ code: document.code, series: symbol, year: series.year, number: number.value, documentId: document.id })
}

function toDocument(
  { issuer, signerName, on, subject, kind = 'decision', recipients = '', archivedWith = '' }: Act,
  code: string,
): RegisteredDocument {
  return {
    id: randomUUID(),
    ownerUnitId: issuer.unitId,
    direction: 'outgoing',
    kind,
    code,
    issuedOn: on,
    issuerName: issuer.calledInText,
    issuerUnitId: issuer.unitId,
    subject,
    valid: { from: on, until: null },
    years: null,
    arrivedOn: null,
    arrivalNumber: null,
    signerName,
    recipients,
    archivedWith,
    copies: null,
    forwardedOn: null,
    note: '',
    revision: 0,
  }
}
