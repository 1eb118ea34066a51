import { expect } from 'vitest'
import type { ParamsInput } from '#contract/index.ts'
import { addUp, figureAt } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { searchKey } from '#domain/kit/text.ts'
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

  // A board of thousands comes so many rows at a time, what asks for somebody first, and is narrowed where the rows are.
  const rowsOf = async (params: Omit<ParamsInput<'request.board'>, 'id'>) =>
    must(ask(world, officer, 'request.board', { id: request, ...params }))
  const pages = [await rowsOf({ level: 'area' }), await rowsOf({ level: 'area', skip: 500 }), await rowsOf({ level: 'area', skip: 2000 })]
  expect(pages.map(page => [page.found, page.rows.length])).toEqual([
    [2300, 500],
    [2300, 500],
    [2300, 300],
  ])
  expect(new Set(pages.flatMap(page => page.rows.map(({ unitId }) => unitId))).size).toBe(1300)
  expect(pages[0]?.rows[0]?.state).toBe('sent')
  expect(pages[2]?.rows.every(({ state }) => state === 'open')).toBe(true)
  const sent = await rowsOf({ level: 'area', set: 'sent' })
  expect([sent.found, sent.rows.length]).toEqual([villages.length - 1, villages.length - 1])
  const [one] = sent.rows
  const called = await rowsOf({ level: 'area', set: 'sent', search: searchKey(one?.unitName ?? '') })
  expect(called.rows.map(({ unitId }) => unitId)).toContain(one?.unitId)
  expect((await rowsOf({ level: 'area', search: 'không có nơi nào tên thế' })).found).toBe(0)
})
