import { PGlite } from '@electric-sql/pglite'
import { type DatabaseTarget, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'
import { type WriterTarget, writeEntry } from './entries.ts'

// Writes entries one after the other and tells its parent about each once it is committed. Made to be killed.

const given: WriterTarget = JSON.parse(process.argv[2] ?? '')
if (given.kind === 'out-of-the-box') await writeOutOfTheBox(given.folder)
else await write(given)

async function write(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target)
  await migrate(database)
  for (;;) {
    // A connection that was cut takes one command with it; that command is not acknowledged.
    const seq = await writeEntry(database).catch(() => null)
    if (seq !== null) acknowledge(seq)
  }
}

/** PGlite as it ships, for comparison. */
async function writeOutOfTheBox(folder: string): Promise<void> {
  const pglite = await PGlite.create(folder)
  await pglite.exec('create table if not exists entry (seq integer primary key)')
  for (;;) {
    const { rows } = await pglite.query<{ seq: number }>('insert into entry select count(*) + 1 from entry returning seq')
    acknowledge(rows[0]?.seq ?? 0)
  }
}

function acknowledge(seq: number): void {
  process.send?.(seq)
}
