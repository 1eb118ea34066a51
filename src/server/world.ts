import { join, resolve } from 'node:path'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Database, openDatabase } from './db/connect.ts'
import { migrate } from './db/migrate.ts'
import { type FileStore, openFileStore } from './files.ts'
import { findWorkingDay } from './setting.store.ts'

/** What one running server holds on to. Opened once in main.ts, by the CLI, and by tests. */
export type World = {
  readonly database: Database
  readonly files: FileStore
  /** The day demonstration data are looked at; null: the day in Vietnam. */
  readonly workingDay: PlainDate | null
  /** How people reach the house, without a slash at its end: what leads back from a downloaded page. Empty: not told. */
  readonly address: string
}

/** Where the data of this machine lie. */
export type DataPlace = {
  /** Files, the secret of the sessions, and the database unless it lives on a server. */
  readonly folder: string
  /** A PostgreSQL server; null: a folder inside `folder`. */
  readonly databaseUrl: string | null
  readonly address: World['address']
}

export function readDataPlace(env: NodeJS.ProcessEnv): DataPlace {
  return { folder: resolve(env['NEP_DATA'] || 'data'), databaseUrl: env['DATABASE_URL'] || null, address: readAddress(env) }
}

const own = new Set(['127.0.0.1', 'localhost', '::1'])

/** Where nothing is set, a house on this machine alone is reached at its own port; others must say how. */
function readAddress(env: NodeJS.ProcessEnv): string {
  const { NEP_ADDRESS: told, HOST: host = '127.0.0.1', PORT: port = '4000' } = env
  if (told) return told.replace(/\/+$/u, '')
  return own.has(host) ? `http://${host.includes(':') ? `[${host}]` : host}:${port}` : ''
}

export function openDatabaseAt({ folder, databaseUrl }: Pick<DataPlace, 'folder' | 'databaseUrl'>): Promise<Database> {
  return openDatabase(databaseUrl === null ? { kind: 'embedded', folder: join(folder, 'database') } : { kind: 'server', url: databaseUrl })
}

export function filesFolderOf({ folder }: Pick<DataPlace, 'folder'>): string {
  return join(folder, 'files')
}

/** Opens the data and brings the tables up to this code. Whoever opens closes `database`. */
export async function openWorld(place: DataPlace): Promise<World> {
  if (place.address !== '' && !/^https?:\/\/[^/]/u.test(place.address))
    throw new RangeError(`NEP_ADDRESS phải có dạng http://… hoặc https://…, không phải “${place.address}”.`)
  const database = await openDatabaseAt(place)
  try {
    await migrate(database)
    return await withWorkingDay({ database, files: openFileStore(filesFolderOf(place)), workingDay: null, address: place.address })
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The same world on the day its data name, once the demonstration is loaded. */
export async function withWorkingDay(world: World): Promise<World> {
  return { ...world, workingDay: await findWorkingDay(world.database.kysely) }
}
