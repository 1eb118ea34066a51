import { createHash } from 'node:crypto'
import type { Stratum } from '#domain/signal/sample.ts'
import type { Recognised } from './recheck.store.ts'

/** SHA-256 of `seed:id`, so that anybody draws the same with what any machine has. */
export function rankWith(seed: string): (id: string) => string {
  return id => createHash('sha256').update(`${seed}:${id}`).digest('hex')
}

/** Recognised households, area by area. */
export function strataOf(recognised: readonly Recognised[]): Stratum[] {
  return [...Map.groupBy(recognised, ({ areaUnitId }) => areaUnitId)].map(([areaUnitId, rows]) => ({
    areaUnitId,
    ids: rows.map(({ candidateId }) => candidateId),
  }))
}
