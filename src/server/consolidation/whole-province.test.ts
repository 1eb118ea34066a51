import { expect } from 'vitest'
import { addUp, figureAt } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { communeKinds, residentialAreaKinds } from '#domain/org/org-unit.ts'
import { askedSonla } from '../../../test/asked-sonla.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'
import { listFiguresOf, listToldOf } from './figure.store.ts'

test('Sơn La before its merger is asked whole: what is kept is what adding the whole tree gives, and the board knows who has not sent', async ({
  database,
}) => {
  const { world, tree, units, province, officer, request, owing } = await askedSonla(database)
  expect(owing).toEqual({ area: 2300, commune: 200, agency: 60 })

  const [commune] = units.filter(({ kind }) => communeKinds.includes(kind))
  const villages = units.filter(({ kind, parentUnitId }) => residentialAreaKinds.includes(kind) && parentUnitId === commune?.unitId)
  for (const [i, { unitId }] of villages.slice(1).entries()) {
    await must(send(world, officer, 'return.save', { requestId: request, unitId, content: familiesTold(100 + i, 80), revision: 0 }))
    await must(send(world, officer, 'return.handIn', { requestId: request, unitId, revision: 1, reason: '' }))
  }

  const told = new Map((await listToldOf(database.kysely, request, 'family.total')).map(({ unitId, value }) => [unitId, value]))
  const owingIds = units
    .filter(({ kind }) => communeKinds.includes(kind) || residentialAreaKinds.includes(kind))
    .map(({ unitId }) => unitId)
  const added = addUp(levelsOf(tree, new Set(owingIds)), [told])
  for (const unitId of [commune?.unitId ?? '', province]) {
    const kept = (await listFiguresOf(database.kysely, request, unitId)).find(({ code }) => code === 'family.total')
    expect(kept).toMatchObject(figureAt(added, unitId))
  }
  const board = await must(ask(world, officer, 'request.board', { id: request }))
  const ofVillages = board.byLevel.find(({ level }) => level === 'area')?.counts
  expect(ofVillages).toMatchObject({ of: 2300, handedIn: villages.length - 1, notYet: 2300 - villages.length + 1 })
})
