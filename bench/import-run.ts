import { join } from 'node:path'
import type { Actor } from '#domain/account/access.ts'
import { always } from '#domain/calendar/date-range.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { asideOf, noRows } from '#domain/household/list-import.ts'
import { demoId } from '#server/demo/ids.ts'
import { importHouseholds, lookAtHouseholdList } from '#server/household/household.import.ts'
import { readSheet } from '#server/household/sheet-file.ts'
import { insertUnits, insertVersions } from '#server/org/org.store.ts'
import { openWorld, type World } from '#server/world.ts'

// One measured process of bench/import.ts: prints how long it took and how much memory it ever held.

const [what, file = '', folder = '', villages = '0'] = process.argv.slice(2)
const provinceId = demoId('bench/province')
const clerk: Actor = {
  accountId: demoId('bench/clerk'),
  fullName: 'Minh Họa',
  grants: [{ role: 'officer', unitId: provinceId, withSubtree: true, unitPath: [provinceId] }],
}

const seconds = what === 'read' ? await timed(readAlone) : await inWorld()
process.stdout.write(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS * 1024 }))

async function inWorld(): Promise<number> {
  const world = await openWorld({ folder: join(folder, 'data'), databaseUrl: process.env['DATABASE_URL'] ?? null, address: '' })
  try {
    await layOut(world)
    return what === 'open' ? 0 : await timed(() => importAll(world))
  } finally {
    await world.database.close()
  }
}

async function readAlone(): Promise<void> {
  let rows = 0
  for await (const { cells } of readSheet(file)) rows += cells.length > 0 ? 1 : 0
  if (rows === 0) throw new Error('nothing was read')
}

async function importAll(world: World): Promise<void> {
  const looked = await lookAtHouseholdList(world, clerk, { file, unitId: provinceId, sender: '' })
  if (!looked.ok) throw new Error(looked.code)
  const wanted = { ...looked.value, file, unitId: provinceId, sender: '', from: plainDate('2022-01-01'), mode: 'addOnly', kept: noRows } as const
  const taken = await importHouseholds(world, clerk, wanted, { keep: async () => {}, goOn: () => true })
  if (!taken.ok || asideOf(taken.value) > 0) throw new Error(JSON.stringify(taken))
}

async function layOut({ database: { kysely } }: World): Promise<void> {
  const communes = Array.from({ length: 75 }, (_, i) => unit(`${i}`, 'commune', provinceId))
  const areas = Array.from({ length: Number(villages) }, (_, i) => unit(`${i}`, 'village', communes[i % 75]?.unitId ?? null))
  const all = [unit('Tỉnh minh họa', 'province', null), ...communes, ...areas]
  await insertUnits(
    kysely,
    all.map(({ unitId }) => ({ id: unitId, shortName: null })),
  )
  if ((await kysely.selectFrom('orgUnitVersion').select('id').limit(1).execute()).length === 0) await insertVersions(kysely, all)
}

function unit(name: string, kind: 'province' | 'commune' | 'village', parentUnitId: string | null): OrgUnitVersion {
  return {
    id: demoId(`bench/version/${kind}/${name}`),
    unitId: kind === 'province' ? provinceId : demoId(`bench/${kind}/${name}`),
    name,
    kind,
    parentUnitId,
    code: null,
    namedAfterPerson: false,
    position: 0,
    letterhead: null,
    functions: null,
    calledInText: name,
    valid: always,
    source: 'dữ liệu minh họa',
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}
