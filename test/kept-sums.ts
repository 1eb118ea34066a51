import { expect } from 'vitest'
import { listFiguresOf } from '#server/consolidation/figure.store.ts'
import { askingOf, settleAll } from '#server/consolidation/settle.ts'
import { listObligations } from '#server/request/return.store.ts'
import type { AskedProvince } from './asked-province.ts'

/** All of it thrown away and added anew from what the units told: nothing is otherwise than it was kept. */
export async function expectKeptAsAddedAnew({ world, province, communes, request }: AskedProvince): Promise<void> {
  const tx = world.database.kysely
  const kept = async () => {
    const figures = []
    for (const unitId of [province, ...communes]) figures.push(...(await listFiguresOf(tx, request, unitId)))
    return figures.toSorted((a, b) => (`${a.unitId} ${a.code}` < `${b.unitId} ${b.code}` ? -1 : 1))
  }
  const before = await kept()
  await tx.deleteFrom('addedFigure').where('requestId', '=', request).execute()
  await settleAll(tx, await askingOf(tx, { id: request, unitId: province }), await listObligations(tx, request))
  expect(before).toEqual(await kept())
}
