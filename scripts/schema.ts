import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Db, openDatabase } from '#server/db/connect.ts'
import { migrate } from '#server/db/migrate.ts'

// `npm run schema` writes the table types from a freshly migrated database; a test fails when they are stale.

type Column = {
  table: string
  name: string
  type: string
  isNullable: boolean
  hasDefault: boolean
  isAlways: boolean
  comment: string | null
}

const schemaFile = join(import.meta.dirname, '../src/server/db/schema.ts')

const typeOf: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bpchar: 'string',
  bytea: 'Buffer',
  date: 'Day',
  daterange: 'Days',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'Json',
  jsonb: 'Json',
  ltree: 'string',
  numeric: 'number',
  text: 'string',
  timestamptz: 'string',
  uuid: 'string',
  varchar: 'string',
}

/** The driver reads lists of these rightly by itself. */
const listTypeOf: typeof typeOf = { bool: 'boolean', float8: 'number', int2: 'number', int4: 'number', text: 'string', uuid: 'string' }

/** The table types of a migrated database, as a TypeScript file. */
export async function writeSchema(db: Db): Promise<string> {
  const columns = await listColumns(db)
  const tables = [...Map.groupBy(columns, column => column.table)]
  const rows = tables.map(([table, own]) => `export type ${typeName(table)} = {\n${own.map(line).join('')}}\n`)
  const all = tables.map(([table]) => `  ${camelCase(table)}: ${typeName(table)}\n`)
  const body = `${rows.join('\n')}\n/** Every table, for Kysely. */\nexport type Schema = {\n${all.join('')}}\n`
  return `// Written by \`npm run schema\` from the migrations; do not edit.\n${imports(body)}\n${body}`
}

async function listColumns(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as "is_nullable",
      (a.atthasdef and a.attgenerated = '') or a.attidentity = 'd' as "has_default",
      a.attgenerated <> '' or a.attidentity = 'a' as "is_always",
      col_description(c.oid, a.attnum) as comment
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and c.relname <> 'migration'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C", a.attnum`.execute(db)
  return rows
}

function line(column: Column): string {
  const value = column.isNullable ? `Nullable<${valueType(column)}>` : valueType(column)
  const wrapped = column.isAlways ? `ColumnType<SelectType<${value}>, never, never>` : column.hasDefault ? `Defaulted<${value}>` : value
  const comment = column.comment ? `  /** ${column.comment} */\n` : ''
  return `${comment}  ${camelCase(column.name)}: ${wrapped}\n`
}

/** PostgreSQL names the type of a list `_text`. */
function valueType(column: Column): string {
  const isList = column.type.startsWith('_')
  const type = isList ? listTypeOf[column.type.slice(1)] : typeOf[column.type]
  if (!type) throw new Error(`no TypeScript type for ${column.table}.${column.name} (${column.type}): add it to ${import.meta.filename}`)
  return isList ? `List<${type}>` : type
}

function imports(body: string): string {
  return (
    importOf(body, 'kysely', ['ColumnType', 'SelectType']) +
    importOf(body, './values.ts', ['Day', 'Days', 'Defaulted', 'Json', 'List', 'Nullable'])
  )
}

function importOf(body: string, from: string, names: readonly string[]): string {
  const used = names.filter(name => new RegExp(`\\b${name}\\b`, 'u').test(body))
  return used.length > 0 ? `import type { ${used.join(', ')} } from '${from}'\n` : ''
}

function typeName(table: string): string {
  const name = camelCase(table)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`
}

/** Kysely's plugin turns names there and back, which a digit after an underscore would not survive. */
function camelCase(name: string): string {
  if (!/^[a-z][a-z0-9]*(_[a-z][a-z0-9]*)*$/u.test(name)) throw new Error(`name a table or column like this: due_on, not ${name}`)
  return name.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase())
}

if (import.meta.main) {
  const database = await openDatabase({ kind: 'memory' })
  await migrate(database)
  await writeFile(schemaFile, await writeSchema(database.kysely))
  await database.close()
}
