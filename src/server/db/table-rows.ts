import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** A table as a backup sees it: what is computed by the database is left out. */
export type Table = { readonly name: string; readonly columns: readonly TableColumn[] }
export type TableColumn = { readonly name: string; readonly type: string; readonly keyPosition: number | null; readonly isText: boolean }

/** How many rows a table has and the hash of their text; equal on every engine that holds the same rows. */
export type TableDigest = { readonly name: string; readonly rows: number; readonly sha256: string }

const rowsPerFetch = 2000

/** Every table of ours, by name; not the register of migrations, which a restore writes anew. */
export async function listTables(db: Db): Promise<readonly Table[]> {
  const { rows } = await sql<TableColumn & { table: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      array_position(k.indkey::smallint[], a.attnum) as "key_position", a.attcollation <> 0 as "is_text"
    from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_index k on k.indrelid = c.oid and k.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> 'migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`.execute(db)
  return [...Map.groupBy(rows, row => row.table)].map(([name, own]) => ({ name, columns: own }))
}

/** The rows in a fixed order, one JSON list of texts per line, some thousand lines at a time. Run it inside one snapshot. */
export async function* linesOf(tx: Db, table: Table): AsyncGenerator<string> {
  const texts = table.columns.map(column => sql`${sql.id(column.name)}::text`)
  const cursor = sql.id(`rows_of_${table.name}`)
  await sql`declare ${cursor} no scroll cursor for
    select json_build_array(${sql.join(texts)})::text as line from ${sql.table(table.name)} order by ${orderOf(table)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(rowsPerFetch)} from ${cursor}`.execute(tx)
    if (rows.length > 0) yield rows.map(row => `${row.line}\n`).join('')
    if (rows.length < rowsPerFetch) break
  }
  await sql`close ${cursor}`.execute(tx)
}

/** By primary key, text by its bytes, so that every engine agrees. */
function orderOf(table: Table): ReturnType<typeof sql> {
  const keys = table.columns
    .filter(column => column.keyPosition !== null)
    .toSorted((a, b) => (a.keyPosition ?? 0) - (b.keyPosition ?? 0))
    .map(column => (column.isText ? sql`${sql.id(column.name)} collate "C"` : sql.id(column.name)))
  const whole = sql`${sql.table(table.name)}::text collate "C"`
  return sql.join(keys.length > 0 ? keys : [whole])
}

/** Loads lines made by `linesOf`. */
export async function insertLines(tx: Db, table: Table, lines: readonly string[]): Promise<void> {
  const names = table.columns.map(column => sql.id(column.name))
  const values = table.columns.map((column, i) => sql`(line->>${sql.lit(i)})::${sql.raw(column.type)}`)
  await sql`insert into ${sql.table(table.name)} (${sql.join(names)}) overriding system value
    select ${sql.join(values)} from json_array_elements(${`[${lines.join(',')}]`}::json) as list(line)`.execute(tx)
}

export async function digestTable(tx: Db, table: Table): Promise<TableDigest> {
  const meter = openMeter()
  for await (const lines of linesOf(tx, table)) meter.add(lines)
  return { name: table.name, ...meter.read() }
}

/** What two databases with the same rows have in common. */
export async function digestTables(db: Db): Promise<readonly TableDigest[]> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      const digests: TableDigest[] = []
      for (const table of await listTables(tx)) digests.push(await digestTable(tx, table))
      return digests
    })
}

/** Counts lines and hashes their bytes as they pass. */
export function openMeter(): { add(lines: string): void; read(): Omit<TableDigest, 'name'> } {
  const hash = createHash('sha256')
  let rows = 0
  return {
    add: lines => {
      hash.update(lines)
      for (let at = lines.indexOf('\n'); at >= 0; at = lines.indexOf('\n', at + 1)) rows++
    },
    read: () => ({ rows, sha256: hash.digest('hex') }),
  }
}
