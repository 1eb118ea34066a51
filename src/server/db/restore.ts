import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CompiledQuery, sql } from 'kysely'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { listFiles } from './backup.ts'
import {
  type BackupManifest,
  type BackupSummary,
  brokenBackup,
  fileEntry,
  manifestName,
  manifestSchema,
  summarise,
  tableEntry,
} from './backup-format.ts'
import type { Database, Db } from './connect.ts'
import { databaseFault, isDatabaseFault } from './fault.ts'
import { apply, createRegister, listMigrations, type Migration } from './migrate.ts'
import { digestTable, insertLines, listTables, type Table } from './table-rows.ts'

type Source = {
  readonly zip: ZipFile
  readonly entries: ReadonlyMap<string, Entry>
  readonly manifest: BackupManifest
  readonly inFile: string
}

const linesPerInsert = 1000
const largestManifest = 256 * 1024 * 1024

/**
 * Puts a backup into an empty database and folder, of whichever engine, and migrates it to this code. With `force`
 * what is there is replaced; files the backup does not name stay. The backup is proved whole first; rows are loaded,
 * compared and kept in one transaction, so that a failure leaves everything as it was.
 */
export async function restore(
  database: Database,
  filesFolder: string,
  inFile: string,
  options: { readonly force: boolean },
): Promise<BackupSummary> {
  if (!options.force) await refuseFullTarget(database, filesFolder)
  const source = await openBackup(inFile)
  const staging = join(filesFolder, `.restore-${randomUUID()}`)
  try {
    const migrations = await matchMigrations(source.manifest)
    await verifyTables(source)
    await extractFiles(source, staging)
    await database.kysely.transaction().execute(async tx => {
      await loadRows(tx, source, migrations)
      await placeFiles(source.manifest, staging, filesFolder)
    })
    await database.tidy()
    return summarise(source.manifest)
  } catch (error) {
    if (isDatabaseFault(error) || !isZipError(error)) throw error
    throw brokenBackup(inFile, 'không đọc được nội dung', error)
  } finally {
    source.zip.close()
    await rm(staging, { recursive: true, force: true })
  }
}

async function refuseFullTarget(database: Database, filesFolder: string): Promise<void> {
  const sentence = 'Nơi phục hồi đã có dữ liệu; chỉ ghi đè khi có lựa chọn --force.'
  if ((await listFiles(filesFolder)).length > 0) throw databaseFault('backup.target-not-empty', sentence)
  for (const { name } of await listTables(database.kysely)) {
    // The chain's head is laid down by the first migration; without entries it says nothing.
    if (name === 'audit_head') continue
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(database.kysely)
    if (rows.length > 0) throw databaseFault('backup.target-not-empty', sentence)
  }
}

async function openBackup(inFile: string): Promise<Source> {
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(inFile, { autoClose: false })
    const entries = new Map<string, Entry>()
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
    const manifest = await readManifest(zip, entries.get(manifestName))
    return { zip, entries, manifest, inFile }
  } catch (error) {
    zip?.close()
    if (isDatabaseFault(error)) throw error
    throw brokenBackup(inFile, 'không đọc được danh mục', error)
  }
}

async function readManifest(zip: ZipFile, entry: Entry | undefined): Promise<BackupManifest> {
  if (!entry || entry.uncompressedSize > largestManifest) throw new Error('no manifest')
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
  const json: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'))
  if (typeof json === 'object' && json !== null && 'format' in json && typeof json.format === 'number' && json.format > 1) throw tooNew('')
  return manifestSchema.parse(json)
}

/** The steps the backup had been through, with their texts, so that its rows meet the tables they came from. */
async function matchMigrations(manifest: BackupManifest): Promise<{ before: readonly Migration[]; after: readonly Migration[] }> {
  const known = await listMigrations()
  for (const { name, hash } of manifest.migrations) {
    const mine = known.find(migration => migration.name === name)
    if (mine?.hash !== hash) throw tooNew(` (bước nâng cấp ${name})`)
  }
  const names = new Set(manifest.migrations.map(({ name }) => name))
  return { before: known.filter(({ name }) => names.has(name)), after: known.filter(({ name }) => !names.has(name)) }
}

function tooNew(which: string): Error {
  const sentence = `Bản sao lưu do phiên bản Nếp khác tạo ra mà phiên bản này không đọc được${which}; hãy dùng phiên bản mới hơn.`
  return databaseFault('backup.newer-than-code', sentence)
}

async function verifyTables(source: Source): Promise<void> {
  for (const { name, sha256 } of source.manifest.tables) {
    const hash = createHash('sha256')
    for await (const piece of await read(source, tableEntry(name))) hash.update(piece)
    if (hash.digest('hex') !== sha256) throw brokenBackup(source.inFile, `sai nội dung bảng ${name}`)
  }
}

async function extractFiles(source: Source, staging: string): Promise<void> {
  for (const { path, sha256 } of source.manifest.files) {
    const hash = createHash('sha256')
    const metered = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    const target = join(staging, path)
    await mkdir(dirname(target), { recursive: true })
    await pipeline(await read(source, fileEntry(path)), metered, createWriteStream(target, { flush: true, mode: 0o600 }))
    if (hash.digest('hex') !== sha256) throw brokenBackup(source.inFile, `sai nội dung tệp ${path}`)
  }
}

/** Only names the zip itself holds are ever read, and its reader refuses names that lead out of a folder. */
async function read(source: Source, name: string): Promise<AsyncIterable<Buffer>> {
  const entry = source.entries.get(name)
  if (!entry) throw brokenBackup(source.inFile, `thiếu ${name}`)
  return source.zip.openReadStreamPromise(entry)
}

async function placeFiles(manifest: BackupManifest, staging: string, filesFolder: string): Promise<void> {
  for (const { path } of manifest.files) {
    const target = join(filesFolder, path)
    await mkdir(dirname(target), { recursive: true })
    await rename(join(staging, path), target)
  }
}

async function loadRows(tx: Db, source: Source, migrations: { before: readonly Migration[]; after: readonly Migration[] }): Promise<void> {
  await dropOurs(tx)
  await createRegister(tx)
  for (const migration of migrations.before) await apply(tx, migration)

  const tables = await listTables(tx)
  const references = await dropReferences(tx)
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx)
  for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(tx)
  for (const backedUp of source.manifest.tables) await loadTable(tx, source, tables, backedUp)
  for (const { name, last } of source.manifest.sequences) await sql`select setval(${sql.lit(name)}::regclass, ${last})`.execute(tx)
  await sql`set constraints all immediate`.execute(tx)
  for (const { table, name, definition } of references) {
    await sql`alter table ${sql.table(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(tx)
  }
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx)

  for (const migration of migrations.after) await apply(tx, migration)
}

async function loadTable(tx: Db, source: Source, tables: readonly Table[], backedUp: BackupManifest['tables'][number]): Promise<void> {
  const table = tables.find(({ name }) => name === backedUp.name)
  const names = table?.columns.map(column => column.name)
  if (!table || names?.join() !== backedUp.columns.join()) throw brokenBackup(source.inFile, `sai cấu trúc bảng ${backedUp.name}`)
  for await (const lines of inBatches(await read(source, tableEntry(table.name)))) await insertLines(tx, table, lines)
  const loaded = await digestTable(tx, table)
  if (loaded.sha256 !== backedUp.sha256 || loaded.rows !== backedUp.rows)
    throw brokenBackup(source.inFile, `bảng ${table.name} nạp vào không khớp`)
}

async function* inBatches(pieces: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  let batch: string[] = []
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    batch.push(...lines)
    if (batch.length < linesPerInsert) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

type Reference = { readonly table: string; readonly name: string; readonly definition: string }

/** Tables point at each other, also in circles: references are put back, and so checked, once every row is in. */
async function dropReferences(tx: Db): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace and c.conparentid = 0`.execute(tx)
  for (const { table, name } of rows) await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(tx)
  return rows
}

/** Everything the migrations made. Extensions stay: a server may let only its administrator make them. */
async function dropOurs(tx: Db): Promise<void> {
  const { rows } = await sql<{ command: string }>`
    select format('drop %s if exists %s cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end, oid::regclass) as command
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and ${isOurs('pg_class')}
    union all select format('drop routine if exists %s cascade', oid::regprocedure) from pg_proc
    where pronamespace = 'public'::regnamespace and ${isOurs('pg_proc')}
    union all select format('drop type if exists %s cascade', oid::regtype) from pg_type
    where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') and ${isOurs('pg_type')}
    union all select format('drop collation if exists public.%I cascade', collname) from pg_collation
    where collnamespace = 'public'::regnamespace`.execute(tx)
  for (const { command } of rows) await tx.executeQuery(CompiledQuery.raw(command))
}

function isOurs(catalog: string): ReturnType<typeof sql<boolean>> {
  const own = sql.table(catalog)
  return sql<boolean>`not exists (select from pg_depend d where d.classid = ${sql.lit(catalog)}::regclass and d.objid = ${own}.oid and d.deptype = 'e')`
}

/** Errors of the zip reader and of decompression: the file's fault, not the disk's or the database's. */
function isZipError(error: unknown): boolean {
  return error instanceof Error && (!('code' in error) || String(error.code).startsWith('Z_'))
}
