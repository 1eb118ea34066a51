import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '#server/db/connect.ts'
import { createServerDatabase } from '../database.ts'
import { serverUrl } from '../template.ts'
import { countWholeEntries, type LastingTarget, startWriter } from './entries.ts'

const kills = 50

test(`a data folder loses nothing that was acknowledged in ${kills} kills`, async () => {
  await inFolder(async folder => {
    // Two folders side by side, to be done in half the time.
    const folders = [join(folder, 'a'), join(folder, 'b')]
    await Promise.all(folders.map(own => expectNothingLost({ kind: 'embedded', folder: own }, kills / 2)))
  })
})

test('a data folder is refused to a second process while the first writes on undisturbed', async () => {
  await inFolder(async folder => {
    const writer = startWriter({ kind: 'embedded', folder })
    await writer.after(5)
    const refusal = expect.objectContaining({ code: 'database.busy', message: expect.stringContaining(`(pid ${writer.process.pid})`) })
    await expect(openDatabase({ kind: 'embedded', folder })).rejects.toEqual(refusal)
    await writer.after(10)
    await writer.kill()
    const database = await openDatabase({ kind: 'embedded', folder })
    expect(await countWholeEntries(database.kysely)).toBeGreaterThanOrEqual(writer.last())
    await database.close()
  })
})

if (serverUrl) testOnServer(serverUrl)

function testOnServer(serverWithDatabases: string): void {
  test(`a PostgreSQL server loses nothing that was acknowledged in ${kills} kills of the process that writes`, async () => {
    const own = await createServerDatabase(serverWithDatabases)
    await expectNothingLost({ kind: 'server', url: own.url }, kills)
    await own.drop()
  })

  test('a PostgreSQL server may drop every connection: the next command finds a new one', async () => {
    const own = await createServerDatabase(serverWithDatabases)
    const writer = startWriter({ kind: 'server', url: own.url })
    const database = await openDatabase({ kind: 'server', url: own.url })
    for (let i = 1; i <= 10; i++) {
      await writer.after(i * 5)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(database.kysely)
    }
    await writer.after(60)
    await writer.kill()
    expect(await countWholeEntries(database.kysely)).toBeGreaterThanOrEqual(writer.last())
    await database.close()
    await own.drop()
  })
}

/** Most kills fall among writes; every fifth anywhere, also while the folder is made, opened or recovered. */
async function expectNothingLost(target: LastingTarget, times: number): Promise<void> {
  let acknowledged = 0
  for (let i = 0; i < times; i++) {
    const writer = startWriter(target)
    if (i % 5 === 0) await pause(Math.random() * 1500)
    else await writer.after(1 + Math.floor(Math.random() * 40))
    await writer.kill()
    // Numbers go on from what is stored: had an entry been lost, a later writer would give its number again.
    expect(writer.first()).toBeGreaterThan(acknowledged)
    acknowledged = Math.max(acknowledged, writer.last())
  }
  const database = await openDatabase(target)
  expect(await countWholeEntries(database.kysely)).toBeGreaterThanOrEqual(acknowledged)
  expect(acknowledged).toBeGreaterThan(times)
  await database.close()
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nep-kill-'))
  try {
    await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
