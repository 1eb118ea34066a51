import { type Along, addAlong, type Handing } from '#domain/consolidation/along.ts'
import { type Dictionary, indicatorOf } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { SumMeasure } from '#domain/report/sum-figure.ts'
import { askingOf } from '../consolidation/settle.ts'
import { listStandingIn, listToldIn } from '../consolidation/version.store.ts'
import type { Db } from '../db/connect.ts'
import type { StoredRequest } from '../request/request.store.ts'
import { listObligations } from '../request/return.store.ts'

/** What was told of a measure in one version, added up along who hands in to whom. */
export type SumAsOf = {
  readonly dictionary: Dictionary
  readonly owed: Awaited<ReturnType<typeof listObligations>>
  readonly along: Along
  /** Each unit's own word, for each thing the measure is made of. */
  readonly told: ReadonlyMap<string, readonly Value[]>
  /** Which version of each unit's return stood. */
  readonly standing: ReadonlyMap<string, number | null>
}

/** A version never changes, so what it came to is found again whatever was handed in since. */
export async function findSumAsOf(tx: Db, request: StoredRequest, measure: SumMeasure, number: number): Promise<SumAsOf> {
  const { isAsked, dictionary } = await askingOf(tx, request)
  const owed = await listObligations(tx, request.id)
  const codes = codesOf(measure, dictionary)
  const rows = codes.length === 0 ? [] : await listToldIn(tx, { requestId: request.id, number, codes })
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
  return { dictionary, owed, along: addAlong(handing, told, addition), told, standing: await listStandingIn(tx, request.id, number) }
}

/** The counts a measure is made of: a share of two, what tells of returns of none. */
function codesOf(measure: SumMeasure, { ratios }: Dictionary): string[] {
  if (measure.type === 'sum' || measure.type === 'whole') return [measure.code]
  const ratio = measure.type === 'share' && ratios.find(({ code }) => code === measure.code)
  return ratio ? [ratio.numerator, measure.baseCode] : []
}
