import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addUp, figureAt } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { treeOn } from '#domain/org/org-unit.ts'
import { test } from '../../../../test/database.ts'
import { ask, must, worldOn } from '../../../../test/factories.ts'
import { listFiguresOf, listToldOf } from '../../consolidation/figure.store.ts'
import { listUnitsBelow, listVersionsOn, listVersionsWithCode } from '../../org/org.store.ts'
import { listObligations } from '../../request/return.store.ts'
import { findWorkingDay } from '../../setting.store.ts'
import { demoActor } from '../record.ts'
import { loadProvince, requestIds } from './load.ts'

test('the province of the demonstration stands as it was told: six communes in time, 69 of 75 a week later, every kept sum re-added', {
  timeout: 180_000,
}, async ({ database }) => {
  const accounts = await loadProvince(worldOn(database))
  const tx = database.kysely
  expect(await findWorkingDay(tx)).toBe('2025-12-22')
  expect(accounts.map(({ username }) => username)).toContain('truongban')
  const [province = ''] = (await listVersionsWithCode(tx, ['14'])).map(({ unitId }) => unitId)
  const world = { ...worldOn(database), workingDay: plainDate('2025-12-22') }
  const actor = demoActor(province)
  const communesOn = async (on: string) =>
    (await must(ask(world, actor, 'request.board', { id: requestIds.year, on }))).byLevel.find(({ level }) => level === 'commune')?.counts
  expect(await communesOn('2025-12-16')).toMatchObject({ of: 75, handedIn: 0 })
  expect(await communesOn('2025-12-17')).toMatchObject({ of: 75, handedIn: 6, onTime: 6 })
  expect(await communesOn('2025-12-22')).toMatchObject({ of: 75, onTime: 6, sentBack: 1 })
  for (const [id, day] of [
    [requestIds.firstHalf, plainDate('2025-06-02')],
    [requestIds.year, plainDate('2025-12-01')],
  ] as const) {
    const tree = treeOn(await listVersionsOn(tx, await listUnitsBelow(tx, province, day), day), day)
    const owing = (await listObligations(tx, id)).filter(({ level }) => level !== 'agency').map(({ unitId }) => unitId)
    const told = new Map((await listToldOf(tx, id, 'family.total')).map(({ unitId, value }) => [unitId, value]))
    const added = addUp(levelsOf(tree, new Set(owing)), [told])
    const kept = (await listFiguresOf(tx, id, province)).find(({ code }) => code === 'family.total')
    expect(kept).toMatchObject(figureAt(added, province))
  }
})
