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
}

/** Where the data of this machine lie. */
export type DataPlace = {
  /** Files, the secret of the sessions, and the database unless it lives on a server. */
  readonly folder: string
  /** A PostgreSQL server; null: a folder inside `folder`. */
  readonly databaseUrl: string | null
}

export function readDataPlace(env: NodeJS.ProcessEnv): DataPlace {
  return { folder: resolve(env['NEP_DATA'] || 'data'), databaseUrl: env['DATABASE_URL'] || null }
}

export function openDatabaseAt({ folder, databaseUrl }: DataPlace): Promise<Database> {
  return openDatabase(databaseUrl === null ? { kind: 'embedded', folder: join(folder, 'database') } : { kind: 'server', url: databaseUrl })
}

export function filesFolderOf({ folder }: DataPlace): string {
  return join(folder, 'files')
}

/** Opens the data and brings the tables up to this code. Whoever opens closes `database`. */
export async function openWorld(place: DataPlace): Promise<World> {
  const database = await openDatabaseAt(place)
  try {
    await migrate(database)
    return await withWorkingDay({ database, files: openFileStore(filesFolderOf(place)), workingDay: null })
  } catch (error) {
    await database.close()
    throw error
  }
}

/** The same world on the day its data name, once the demonstration is loaded. */
export async function withWorkingDay(world: World): Promise<World> {
  return { ...world, workingDay: await findWorkingDay(world.database.kysely) }
}
