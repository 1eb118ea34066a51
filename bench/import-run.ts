import { join } from 'node:path'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { asideOf, noRows } from '#domain/household/list-import.ts'
import { demoId } from '#server/demo/ids.ts'
import { importHouseholds, lookAtHouseholdList } from '#server/household/household.import.ts'
import { readSheet } from '#server/household/sheet-file.ts'
import { openWorld, type World } from '#server/world.ts'
import { layOutProvince, provinceId } from './province-register.ts'

// One measured process of bench/import.ts: prints how long it took and how much memory it ever held.

const [what, file = '', folder = '', villages = '0'] = process.argv.slice(2)
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
    await layOutProvince(world.database.kysely, Number(villages))
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
  const wanted = {
    ...looked.value,
    file,
    unitId: provinceId,
    sender: '',
    from: plainDate('2022-01-01'),
    mode: 'addOnly',
    kept: noRows,
  } as const
  const taken = await importHouseholds(world, clerk, wanted, { keep: async () => {}, goOn: () => true })
  if (!taken.ok || asideOf(taken.value) > 0) throw new Error(JSON.stringify(taken))
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}
