import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup } from '#server/db/backup.ts'
import { type Database, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { restore } from '#server/db/restore.ts'
import { digestTables } from '#server/db/table-rows.ts'
import { openTestDatabase } from '../database.ts'
import { serverUrl } from '../template.ts'
import { countWholeEntries, writeEntry } from './entries.ts'

const other = serverUrl ? 'a PostgreSQL server' : 'another embedded database'

describe(`a backup taken while people write, between a data folder and ${other}`, () => {
  let folder = ''
  let embedded: Database
  let elsewhere: Database

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nep-across-'))
    embedded = await openDatabase({ kind: 'embedded', folder: join(folder, 'data') })
    elsewhere = await openTestDatabase()
    await migrate(embedded)
  })
  afterAll(async () => {
    await embedded.close()
    await elsewhere.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('restores there with equal row hashes, and back again', async () => {
    await write(embedded, 50)
    await backUpWhileWriting(embedded, 'out.zip')
    await restore(elsewhere, join(folder, 'restored'), join(folder, 'out.zip'), { force: false })
    expect(await countWholeEntries(elsewhere.kysely)).toBeGreaterThanOrEqual(50)

    await backUpWhileWriting(elsewhere, 'back.zip')
    await restore(embedded, join(folder, 'files'), join(folder, 'back.zip'), { force: true })
    expect(await countWholeEntries(embedded.kysely)).toBeGreaterThanOrEqual(50)

    await backup(embedded, join(folder, 'files'), join(folder, 'quiet.zip'))
    await restore(elsewhere, join(folder, 'restored'), join(folder, 'quiet.zip'), { force: true })
    expect(await digestTables(elsewhere.kysely)).toEqual(await digestTables(embedded.kysely))
  })

  async function backUpWhileWriting(database: Database, name: string): Promise<void> {
    const before = await countWholeEntries(database.kysely)
    await Promise.all([backup(database, join(folder, 'files'), join(folder, name)), write(database, 50)])
    expect(await countWholeEntries(database.kysely)).toBe(before + 50)
  }
})

async function write(database: Database, entries: number): Promise<void> {
  for (let i = 0; i < entries; i++) await writeEntry(database)
}
