import type { BelowSum } from '#contract/return.ts'
import { listBelow } from '../consolidation/settle.store.ts'
import { askingOf } from '../consolidation/settle.ts'
import type { Db } from '../db/connect.ts'
import type { StoredRequest } from './request.store.ts'
import type { StoredReturn } from './return.store.ts'

type Sums = ReadonlyMap<string, BelowSum>

/** What those that hand in to some units told so far, added up by figure; nobody hands in to a village. */
export async function listBelowSums(
  tx: Db,
  request: Pick<StoredRequest, 'id' | 'unitId'>,
  returns: readonly Pick<StoredReturn, 'unitId' | 'level'>[],
): Promise<(unitId: string) => Sums> {
  const unitIds = returns.flatMap(({ unitId, level }) => (level === 'area' ? [] : [unitId]))
  if (unitIds.length === 0) return () => new Map()
  const asking = await askingOf(tx, request)
  const things = asking.things.filter(({ codes, addition }) => codes.length === 1 && addition === 'sum')
  const below = await listBelow(tx, { requestId: request.id, unitIds, things })
  return unitId =>
    new Map(
      things.flatMap(({ code }) => {
        const { values, coverage } = below.get(`${unitId} ${code}`) ?? {}
        const [value] = values ?? []
        return value && coverage ? [[code, { value, of: coverage.of, whole: coverage.whole }] as const] : []
      }),
    )
}

/** Those that stand for the unit: all below it have told them. */
export function wholeBelow(sums: Sums): Record<string, BelowSum['value']> {
  return Object.fromEntries([...sums].flatMap(([code, { value, of, whole }]) => (whole === of ? [[code, value]] : [])))
}
