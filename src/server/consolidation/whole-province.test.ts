import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addUp, figureAt } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { communeKinds, residentialAreaKinds, treeOn } from '#domain/org/org-unit.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'

import { familiesTold } from '../../../test/one-request.ts'
import { withInventedUnits } from '../demo/province/place.ts'
import { demoActor } from '../demo/record.ts'
import { importUnits } from '../org/org.import.ts'
import { listVersions } from '../org/org.store.ts'
import { listFiguresOf, listToldOf } from './figure.store.ts'

const cutoff = plainDate('2025-06-14')

test('Sơn La before its merger is asked whole: what is kept is what adding the whole tree gives, and the board knows who has not sent', async ({
  database,
}) => {
  const world = { ...worldOn(database), workingDay: plainDate('2025-06-16') }
  const list = await readFile(join(import.meta.dirname, '../demo/sonla-units.csv'), 'utf8')
  await must(importUnits(world, demoActor('none'), withInventedUnits(list)))
  const ids = await database.kysely.selectFrom('orgUnit').select('id').execute()
  const versions = await listVersions(
    database.kysely,
    ids.map(({ id }) => id),
  )
  const tree = treeOn(versions, cutoff)
  const units = [...tree.versionOf.values()]
  const province = units.find(({ kind }) => kind === 'province')?.unitId ?? ''
  const officer = {
    ...someone('officer', [province]),
    grants: roles.map(role => ({ role, unitId: province, withSubtree: true, unitPath: [province] })),
  }
  const request = randomUUID()
  await must(send(world, officer, 'request.open', openBody(request, province)))
  const { owing } = await must(send(world, officer, 'request.send', { id: request, revision: 0 }))
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

function openBody(id: string, unitId: string): BodyInput<'request.open'> {
  return {
    id,
    unitId,
    regimeId: null,
    kind: 'regular',
    title: 'Báo cáo 6 tháng đầu năm 2025',
    formKey: 'movement',
    covers: { from: '2024-12-15', until: '2025-06-15' },
    asked: [
      { level: 'area', dueOn: '2025-06-17' },
      { level: 'commune', dueOn: '2025-06-19' },
      { level: 'agency', dueOn: '2025-06-19' },
    ],
    basis: '',
  }
}
