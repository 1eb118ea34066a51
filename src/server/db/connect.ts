import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { type Engine, startEngine } from './engine.ts'
import { databaseFault } from './fault.ts'
import { lockFolder } from './folder-lock.ts'
import type { Schema } from './schema.ts'
import { sessionSettings, valueTypes } from './values.ts'

/** Where the data lie: a folder of our own, memory (tests), or a PostgreSQL server. */
export type DatabaseTarget =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'memory' }
  | { readonly kind: 'server'; readonly url: string }

/** The open database. Both engines speak the same SQL through the same driver. */
export type Database = {
  readonly engine: 'embedded' | 'server'
  readonly kysely: Kysely<Schema>
  /** For quiet moments and after bulk loads: the embedded engine neither vacuums nor analyses by itself. */
  tidy(): Promise<void>
  close(): Promise<void>
}

/** What stores and transactions are handed: a transaction, or for reads the database itself. */
export type Db = Kysely<Schema>

/** Long enough for two hundred commands in a row on a busy machine; a query that waits for a transaction it is part of fails instead of hanging. */
const patienceMs = 60_000
const serverConnections = 10
const oldestServer = 150_000

export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  if (target.kind === 'server') return openServer(target.url)
  return target.kind === 'embedded' ? openFolder(target.folder) : openMemory()
}

/** The database of a running embedded engine; closing it stops the engine. */
export function onEngine(engine: Engine): Database {
  const pool = new Pool({
    stream: () => engine.connect(),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: patienceMs,
    types: valueTypes,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
  })
  const kysely = kyselyOn(pool)
  return {
    engine: 'embedded',
    kysely,
    tidy: async () => {
      await sql`vacuum (analyze)`.execute(kysely)
    },
    close: async () => {
      await kysely.destroy()
      await engine.stop()
    },
  }
}

async function openMemory(): Promise<Database> {
  return onEngine(await startEngine({ folder: null, image: null }))
}

async function openFolder(folder: string): Promise<Database> {
  const lock = await lockFolder(folder)
  try {
    const database = onEngine(await startEngine({ folder, image: null }))
    const close = async () => {
      await database.close()
      await lock.release()
    }
    return { ...database, close }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openServer(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: serverConnections,
    connectionTimeoutMillis: patienceMs,
    types: valueTypes,
    application_name: 'nep',
  })
  const kysely = kyselyOn(pool)
  try {
    await checkServerVersion(kysely)
  } catch (error) {
    await kysely.destroy()
    throw error
  }
  // The server looks after itself by autovacuum.
  return { engine: 'server', kysely, tidy: async () => {}, close: () => kysely.destroy() }
}

function kyselyOn(pool: Pool): Kysely<Schema> {
  // A connection that drops fails the query it is needed for and is then replaced. Unheard, its error would end the process.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const dialect = new PostgresDialect({
    pool,
    onCreateConnection: async connection => {
      await connection.executeQuery(CompiledQuery.raw(sessionSettings))
    },
  })
  return new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}

async function checkServerVersion(kysely: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ number: string; name: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as name`.execute(kysely)
  const version = rows[0]
  if (version && Number(version.number) >= oldestServer) return
  throw databaseFault('database.too-old', `Máy chủ PostgreSQL phiên bản ${version?.name ?? '?'} quá cũ, cần phiên bản 15 trở lên.`)
}
