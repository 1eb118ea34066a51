import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { test as plainTest } from 'vitest'
import { type Database, type Db, onEngine, openDatabase } from '#server/db/connect.ts'
import { startEngine } from '#server/db/engine.ts'
import { listMigrations, migrate } from '#server/db/migrate.ts'

// A real, migrated database for every test that asks for one; nothing is mocked.
//
// A test imports `test` from here in place of Vitest's and takes what it needs as its first argument:
// `async ({ tx }) =>` for stores and actions, `async ({ database }) =>` for whole commands and routes.
// The two are one transaction that is rolled back after the test: commands inside it commit to
// savepoints, one after the other. What must run side by side (locks, numbering) or survive the test takes
// a database of its own: `const database = await openTestDatabase()`, closed by the test.
//
// PGlite in memory, unless NEP_TEST_DATABASE_URL names a PostgreSQL server where databases may be created.
// Both start from a template that is migrated once and used as long as no migration changes.

/** A server to test on, if one is given. */
export const serverUrl: string | undefined = process.env['NEP_TEST_DATABASE_URL']
const cacheFolder = join(import.meta.dirname, '../node_modules/.cache/nep')
const templateLock = 41_072_022

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

async function findImage(): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(cacheFolder, `template-${await fingerprint()}.tar`)
  try {
    return new Uint8Array(await readFile(path))
  } catch {
    return makeImage(path)
  }
}

/** Several test files may make it at once; the last to finish wins, and all are the same. */
async function makeImage(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await startEngine({ folder: null, image: null })
  const database = onEngine(engine)
  await migrate(database)
  const image = await engine.image()
  await database.close()

  await mkdir(cacheFolder, { recursive: true })
  const outdated = (await readdir(cacheFolder)).filter(name => name.startsWith('template-') && name.endsWith('.tar'))
  const fresh = `${path}.${process.pid}`
  await writeFile(fresh, image)
  await rename(fresh, path)
  await Promise.all(
    outdated
      .map(name => join(cacheFolder, name))
      .filter(old => old !== path)
      .map(old => rm(old, { force: true })),
  )
  return image
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
  const template = `nep_template_${await fingerprint()}`
  const name = `nep_test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, async client => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    await makeTemplate(client, url, template)
    await client.query(`create database ${name} template ${template}`)
  })
  return { url: databaseUrl(url, name), drop: () => onServer(url, client => client.query(`drop database ${name} with (force)`)) }
}

async function makeTemplate(client: Client, url: string, template: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (rowCount) return
  const unfinished = `${template}_new`
  await client.query(`drop database if exists ${unfinished}`)
  await client.query(`create database ${unfinished} template template0`)
  const database = await openDatabase({ kind: 'server', url: databaseUrl(url, unfinished) })
  await migrate(database)
  await database.close()
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(url: string, name: string): string {
  const own = new URL(url)
  own.pathname = `/${name}`
  return own.href
}

/** Changes with any migration and with the engine. */
async function fingerprint(): Promise<string> {
  const engine = await readFile(join(import.meta.dirname, '../node_modules/@electric-sql/pglite/package.json'), 'utf8')
  const migrations = (await listMigrations()).map(({ name, hash }) => `${name} ${hash}`)
  return createHash('sha256')
    .update([engine, ...migrations].join('\n'))
    .digest('hex')
    .slice(0, 16)
}
