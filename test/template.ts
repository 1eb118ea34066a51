import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { onEngine, openDatabase } from '#server/db/connect.ts'
import { startEngine } from '#server/db/engine.ts'
import { listMigrations, migrate } from '#server/db/migrate.ts'

// What every test database is copied from: migrated once, and used as long as no migration changes. Vitest makes it before
// the first test (`setup`), so that none of them pays for it out of its own time.

/** A server to test on, if one is given. */
export const serverUrl: string | undefined = process.env['NEP_TEST_DATABASE_URL']
const cacheFolder = join(import.meta.dirname, '../node_modules/.cache/nep')
export const templateLock = 41_072_022

export async function setup(): Promise<void> {
  await (serverUrl ? makeServerTemplate(serverUrl) : findImage())
}

/** The files of a migrated database for the embedded engine. */
export async function findImage(): Promise<Uint8Array<ArrayBuffer>> {
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

/** The name of a migrated database on the server. Several processes may ask at once: the first makes it. */
export async function makeServerTemplate(url: string): Promise<string> {
  const template = `nep_template_${await fingerprint()}`
  await onServer(url, async client => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    await makeTemplate(client, url, template)
  })
  return template
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

export async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

export function databaseUrl(url: string, name: string): string {
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
