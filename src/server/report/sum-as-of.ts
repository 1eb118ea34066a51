import { type Along, addAlong, type Handing } from '#domain/consolidation/along.ts'
import { type Dictionary, indicatorOf } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { SumMeasure } from '#domain/report/sum-figure.ts'
import { owedIn } from '#domain/request/request.ts'
import { askingOf } from '../consolidation/settle.ts'
import { listStandingIn, listToldIn } from '../consolidation/version.store.ts'
import type { Db } from '../db/connect.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { listObligations, listObligationsWithin } from '../request/return.store.ts'

/** What was told of a measure in one version at a unit and below it, added up along who hands in to whom. */
export type SumAsOf = {
  readonly dictionary: Dictionary
  /** Of the unit and all below it. */
  readonly owed: Awaited<ReturnType<typeof listObligations>>
  readonly along: Along
  /** Each unit's own word, for each thing the measure is made of. */
  readonly told: ReadonlyMap<string, readonly Value[]>
  /** Which version of each unit's return stood. */
  readonly standing: ReadonlyMap<string, number | null>
}

type Opened = { readonly measure: SumMeasure; readonly unitId: string; readonly version: number }

/** A version never changes, so what it came to at a unit is found again whatever was handed in since. */
export async function findSumAsOf(tx: Db, request: StoredRequest, { measure, unitId: at, version: number }: Opened): Promise<SumAsOf> {
  const { isAsked, dictionary } = await askingOf(tx, request)
  const isAsker = at === request.unitId
  const owed = owedIn(await (isAsker ? listObligations(tx, request.id) : listObligationsWithin(tx, request.id, at)), number)
  const unitIds = isAsker ? undefined : owed.map(({ unitId }) => unitId)
  const stood = { requestId: request.id, number, unitIds }
  const codes = codesOf(measure, dictionary)
  const rows = codes.length === 0 ? [] : await listToldIn(tx, { ...stood, codes })
  const told = new Map(
    [...Map.groupBy(rows, ({ unitId }) => unitId)].flatMap(([unitId, values]) => {
      const each = codes.flatMap(code => values.find(value => value.code === code)?.value ?? [])
      return each.length === codes.length ? [[unitId, each] as const] : []
    }),
  )
  const handing = owed.map(
    ({ unitId, toUnitId, level }): Handing => ({ unitId, toUnitId, owes: codes.length > 0 && codes.every(code => isAsked(code, level)) }),
  )
  const [code = ''] = codes
  const addition = codes.length === 1 ? (indicatorOf(dictionary, code)?.addition ?? 'sum') : 'sum'
  return { dictionary, owed, along: addAlong(handing, told, addition), told, standing: await listStandingIn(tx, stood) }
}

/** The counts a measure is made of: a share of two, what tells of returns of none. */
function codesOf(measure: SumMeasure, { ratios }: Dictionary): string[] {
  if (measure.type === 'sum' || measure.type === 'whole') return [measure.code]
  const ratio = measure.type === 'share' && ratios.find(({ code }) => code === measure.code)
  return ratio ? [ratio.numerator, measure.baseCode] : []
}
