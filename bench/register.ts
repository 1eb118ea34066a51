import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Params } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { nameKey } from '#domain/household/name-key.ts'
import type { KeyedRow } from '#domain/household/take-rows.ts'
import { searchKey } from '#domain/kit/text.ts'
import { openContext } from '#server/context.ts'
import { demoId } from '#server/demo/ids.ts'
import { listHouseholdRows } from '#server/household/household.queries.ts'
import { countRowsAnew, insertListed } from '#server/household/household-import.store.ts'
import { openWorld, type World } from '#server/world.ts'
import { areaOf, communeOf, layOutProvince, nameOf, provinceId } from './province-register.ts'

// The register of a province, looked at by those who answer for all of it, for one commune and for one village: the first
// page, a page far behind, a name without marks, a standing. The budget: the middle of the narrow looks is
// no more than 1.2 of that of the wide one.

const households = Number(process.env['BENCH_HOUSEHOLDS'] ?? 300_000)
const villages = 2000
const rounds = 60
const budget = 1.2

export async function benchRegister(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-bench-'))
  const world = await openWorld({ folder, databaseUrl: process.env['DATABASE_URL'] ?? null, address: '' })
  try {
    await fill(world)
    console.log(
      `\nLooking at a register of ${households.toLocaleString('en')} households, ${world.database.engine} engine, ms; budget narrow/wide ${budget}`,
    )
    const lookers = {
      province: await looker(world, [provinceId]),
      commune: await looker(world, [communeOf(7), provinceId]),
      village: await looker(world, [areaOf(7), communeOf(7), provinceId]),
    }
    for (const [what, ask] of Object.entries(looks)) {
      const told: string[] = []
      const middles: number[] = []
      for (const [who, look] of Object.entries(lookers)) {
        const { p50, p95 } = await measured(() => look(ask))
        told.push(`${who} p50 ${p50.toFixed(1).padStart(5)} p95 ${p95.toFixed(1).padStart(5)}`)
        middles.push(p50)
      }
      const [wide = 0, ...narrow] = middles
      const ratio = Math.max(...narrow) / wide
      console.log(`  ${what.padEnd(18)} ${told.join('   ')}   narrow/wide ${ratio.toFixed(2)}${ratio > budget ? ', OVER' : ''}`)
    }
  } finally {
    await world.database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Look = Pick<Params<'household.list'>, 'search' | 'poverty' | 'after'>
type Ask = (round: number) => Look

const looks: Record<string, Ask> = {
  'first page': () => ({ search: '' }),
  'a page far behind': round => ({ search: '', after: `${demoId('bench/none')}${nameKey(nameOf(round * 37))}` }),
  'poor households': () => ({ search: '', poverty: 'poor' }),
  'a name, no marks': round => ({ search: searchKey(nameOf(round * 13)) }),
  'part of a name': () => ({ search: 'quynh' }),
  'a name of nobody': () => ({ search: 'khong co ai' }),
  'a code': round => ({ search: `HO-${round * 101}` }),
}

async function looker(world: World, path: readonly string[]): Promise<(ask: Ask) => (round: number) => Promise<void>> {
  const [unitId = ''] = path
  const actor: Actor = { accountId: unitId, fullName: 'Minh Họa', grants: [{ role: 'officer', unitId, withSubtree: true, unitPath: path }] }
  return ask => async round => {
    const seen = await listHouseholdRows(openContext(world, actor, world.database.kysely), {
      unitId,
      on: plainDate('2022-06-15'),
      ...ask(round),
    })
    if (!seen.ok) throw new Error(seen.code)
  }
}

async function measured(ready: () => (round: number) => Promise<void>): Promise<{ readonly p50: number; readonly p95: number }> {
  const run = ready()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    await run(round)
    times.push(performance.now() - startedAt)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(rounds * 0.5)] ?? 0, p95: sorted[Math.floor(rounds * 0.95)] ?? 0 }
}

/** Written as the import writes them, without a file between. */
async function fill(world: World): Promise<void> {
  const { kysely } = world.database
  await layOutProvince(kysely, villages)
  const there = await kysely.selectFrom('household').select('id').limit(1).execute()
  if (there.length > 0) return
  const recorded = { from: plainDate('2022-01-01'), recordedBy: 'Minh Họa', recordedAt: '2022-01-01T00:00:00.000Z' }
  for (let at = 0; at < households; at += 2000)
    await insertListed(
      kysely,
      Array.from({ length: Math.min(2000, households - at) }, (_, i) => household(at + i)),
      recorded,
    )
  await countRowsAnew(kysely)
  await sql`analyze org_unit, org_unit_version`.execute(kysely) // a server does so by itself within a minute
}

function household(i: number): KeyedRow {
  const village = Math.floor((i * villages) / households)
  const headName = nameOf(i)
  const told = {
    headName,
    memberCount: (i % 7) + 1,
    address: `Số ${i % 90}`,
    poverty: (['none', 'none', 'poor', 'nearPoor'] as const)[i % 4] ?? null,
  }
  const keys = { sortKey: nameKey(headName), searchKey: searchKey(headName) }
  const place = { areaUnitId: areaOf(village), areaName: '', communeName: '' }
  return { ...told, ...keys, ...place, id: demoId(`bench/household/${i}`), code: `HO-${i + 1}`, isAnother: false, line: i }
}
