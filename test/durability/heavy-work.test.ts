import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from '#server/db/backup.ts'
import { type Database, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'

let folder = ''
let database: Database

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-heavy-'))
  database = await openDatabase({ kind: 'embedded', folder })
  await migrate(database)
  await sql`insert into setting select 'đơn vị ' || g, '{"khen": "thưởng"}' from generate_series(1, 100000) g`.execute(database.kysely)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

test('a query of seconds leaves the process free to answer others', async () => {
  const heavy = sql`select count(*) from generate_series(1, 12000000) g where g % 7 = 3`
  const { lastedMs, longestPauseMs } = await measure(() => heavy.execute(database.kysely))
  expect(lastedMs).toBeGreaterThan(1000)
  expect(longestPauseMs).toBeLessThan(Math.max(250, lastedMs / 5))
})

test('a backup of a hundred thousand rows leaves the process free to answer others', async () => {
  const { lastedMs, longestPauseMs } = await measure(() => backup(database, join(folder, 'files'), join(folder, 'out.zip')))
  expect(longestPauseMs).toBeLessThan(Math.max(250, lastedMs / 5))
})

/** How long the work took, and how long the event loop was held up at most. */
async function measure(work: () => Promise<unknown>): Promise<{ lastedMs: number; longestPauseMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const start = performance.now()
  await work()
  const lastedMs = performance.now() - start
  delay.disable()
  return { lastedMs, longestPauseMs: delay.max / 1e6 }
}
