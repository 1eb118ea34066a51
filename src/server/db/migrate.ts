import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { ok } from '#domain/kit/result.ts'
import { checkCollation } from './collation.ts'
import type { Database, Db } from './connect.ts'
import { databaseFault } from './fault.ts'
import { inTransaction } from './transaction.ts'

/** One file of `migrations/`: plain SQL, forward only, never edited after release. */
export type Migration = { readonly name: string; readonly hash: string; readonly text: string }

const folder = join(import.meta.dirname, 'migrations')

/** Brings the database up to this code, one transaction per migration, and says which were applied. */
export async function migrate(database: Database): Promise<readonly string[]> {
  const migrations = await listMigrations()
  await createRegister(database.kysely)
  refuseStrangers(migrations, await listApplied(database.kysely))

  const applied: string[] = []
  for (const migration of migrations) {
    const isNew = await inTransaction(database, async tx => ok(await applyOnce(tx, migration)))
    if (isNew.ok && isNew.value) applied.push(migration.name)
  }
  await checkCollation(database.kysely)
  return applied
}

/** The migrations this code brings, in order of their numbers. */
export async function listMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(names.map(readMigration))
}

async function readMigration(file: string): Promise<Migration> {
  // A checkout on Windows may hold other line ends; the migration is the same.
  const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
  return { name: file.replace(/\.sql$/u, ''), hash: createHash('sha256').update(text).digest('hex'), text }
}

/** Which migrations a database has been through. Empty for a database that was never ours. */
export async function listApplied(db: Db): Promise<readonly Omit<Migration, 'text'>[]> {
  const found = await sql`select from pg_class where oid = to_regclass('migration')`.execute(db)
  if (found.rows.length === 0) return []
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migration order by name`.execute(db)
  return rows
}

export async function createRegister(db: Db): Promise<void> {
  await sql`create table if not exists migration (
    name text primary key,
    hash text not null,
    applied_at timestamptz(3) not null default now()
  )`.execute(db)
}

export async function apply(tx: Db, migration: Migration): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(migration.text))
  await sql`insert into migration (name, hash) values (${migration.name}, ${migration.hash})`.execute(tx)
}

/** Two servers may start at once on one database: they take turns, and the second finds the work done. */
async function applyOnce(tx: Db, migration: Migration): Promise<boolean> {
  await sql`lock table migration in exclusive mode`.execute(tx)
  const applied = await listApplied(tx)
  if (applied.some(({ name }) => name === migration.name)) return false
  await apply(tx, migration)
  return true
}

function refuseStrangers(known: readonly Migration[], applied: readonly Omit<Migration, 'text'>[]): void {
  for (const { name, hash } of applied) {
    const mine = known.find(migration => migration.name === name)
    if (!mine) {
      const sentence = `Cơ sở dữ liệu do phiên bản Nếp mới hơn tạo ra (có bước nâng cấp ${name}); hãy dùng phiên bản mới hơn.`
      throw databaseFault('database.newer-than-code', sentence, { name })
    }
    if (mine.hash !== hash) {
      const sentence = `Bước nâng cấp ${name} đã bị sửa sau khi được áp dụng; hãy dùng lại đúng bản đã phát hành.`
      throw databaseFault('database.migration-changed', sentence, { name })
    }
  }
}
