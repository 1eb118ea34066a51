import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Database } from './db/connect.ts'
import type { FileStore } from './files.ts'

/** What one running server holds on to. Opened once in main.ts, by the CLI, and by tests. */
export type World = {
  readonly database: Database
  readonly files: FileStore
  /** The day demonstration data are looked at; null: the day in Vietnam. */
  readonly workingDay: PlainDate | null
}
