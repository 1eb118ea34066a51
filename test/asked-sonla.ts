import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BodyInput } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { treeOn } from '#domain/org/org-unit.ts'
import type { Database } from '#server/db/connect.ts'
import { withInventedUnits } from '#server/demo/province/place.ts'
import { demoActor } from '#server/demo/record.ts'
import { importUnits } from '#server/org/org.import.ts'
import { listVersions } from '#server/org/org.store.ts'
import { must, send, someone, worldOn } from './factories.ts'

const cutoff = plainDate('2025-06-14')

/** Sơn La before its merger, asked for the first half of 2025 on the Monday after the cut-off: its units, and who asks. */
export async function askedSonla(database: Database) {
  const world = { ...worldOn(database), workingDay: plainDate('2025-06-16') }
  const list = await readFile(join(import.meta.dirname, '../src/server/demo/sonla-units.csv'), 'utf8')
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
  const request: string = randomUUID()
  await must(send(world, officer, 'request.open', openBody(request, province)))
  const { owing } = await must(send(world, officer, 'request.send', { id: request, revision: 0 }))
  return { world, tree, units, province, officer, request, owing }
}

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
