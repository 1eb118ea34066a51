import { randomUUID } from 'node:crypto'
import { test as plainTest } from 'vitest'
import { type Database, type Db, onEngine, openDatabase } from '#server/db/connect.ts'
import { startEngine } from '#server/db/engine.ts'
import { databaseUrl, findImage, makeServerTemplate, onServer, serverUrl, templateLock } from './template.ts'

// A real, migrated database for every test that asks for one; nothing is mocked.
//
// A test imports `test` from here in place of Vitest's and takes what it needs as its first argument:
// `async ({ tx }) =>` for stores and actions, `async ({ database }) =>` for whole commands and routes.
// The two are one transaction that is rolled back after the test: commands inside it commit to
// savepoints, one after the other. What must run side by side (locks, numbering) or survive the test takes
// a database of its own: `const database = await openTestDatabase()`, closed by the test.
//
// PGlite in memory, unless NEP_TEST_DATABASE_URL names a PostgreSQL server where databases may be created.
// Both start from the template of `template.ts`.

export const test = plainTest
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern that nothing is needed
  .extend('sharedDatabase', { scope: 'worker' }, async ({}, { onCleanup }): Promise<Database> => {
    const database = await openTestDatabase()
    onCleanup(() => database.close())
    return database
  })
  .extend('database', async ({ sharedDatabase }, { onCleanup }): Promise<Database> => {
    const tx = await sharedDatabase.kysely.startTransaction().execute()
    onCleanup(() => tx.rollback().execute())
    return { ...sharedDatabase, kysely: tx, close: async () => {} }
  })
  .extend('tx', ({ database }): Db => database.kysely)

/** A migrated database of its own; the test closes it. */
export async function openTestDatabase(): Promise<Database> {
  return serverUrl ? openOnServer(serverUrl) : openInMemory()
}

async function openInMemory(): Promise<Database> {
  return onEngine(await startEngine({ folder: null, image: await findImage() }))
}

async function openOnServer(url: string): Promise<Database> {
  const own = await createServerDatabase(url)
  const database = await openDatabase({ kind: 'server', url: own.url })
  return {
    ...database,
    close: async () => {
      await database.close()
      await own.drop()
    },
  }
}

/** A migrated database of its own on a server, for processes that open it by themselves. */
export async function createServerDatabase(url: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const template = await makeServerTemplate(url)
  const name = `nep_test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, async client => {
    await client.query('select pg_advisory_lock($1)', [templateLock]) // a template in use by one copy refuses the next
    await client.query(`create database ${name} template ${template}`)
  })
  return { url: databaseUrl(url, name), drop: () => onServer(url, client => client.query(`drop database ${name} with (force)`)) }
}
