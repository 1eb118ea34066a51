import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { ZipFile } from 'yazl'
import { type BackupManifest, type BackupSummary, fileEntry, formatVersion, manifestName, summarise, tableEntry } from './backup-format.ts'
import type { Database, Db } from './connect.ts'
import { syncFolder } from './durable-fs.ts'
import { codeOf, databaseFault } from './fault.ts'
import { listApplied } from './migrate.ts'
import { linesOf, listTables, openMeter } from './table-rows.ts'

type Archive = { addStream(name: string, content: Readable): Promise<void>; finish(manifest: BackupManifest): Promise<void> }
type Rows = Omit<BackupManifest, 'files'>

/**
 * One file with every row of one snapshot and every file of the folder, while people go on writing. The embedded
 * engine has one session, so there a writer waits until the rows (not the files) are out. The file appears under its name only when it is whole.
 */
export async function backup(database: Database, filesFolder: string, outFile: string): Promise<BackupSummary> {
  const unfinished = `${outFile}.${process.pid}.tmp`
  try {
    const manifest = await write(database, filesFolder, unfinished)
    await rename(unfinished, outFile)
    syncFolder(dirname(outFile))
    return summarise(manifest)
  } catch (error) {
    const why = codeOf(error) === 'ENOSPC' ? 'đĩa đã đầy' : error instanceof Error ? error.message : String(error)
    throw databaseFault('backup.failed', `Không sao lưu được ra tệp ${outFile}: ${why}.`, {}, error)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function write(database: Database, filesFolder: string, path: string): Promise<BackupManifest> {
  const archive = openArchive(path)
  const rows = await database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(tx => writeRows(tx, database.engine, archive))
  // Files are stored before the row that names them and never change, so those of the snapshot are all here by now.
  const manifest: BackupManifest = { ...rows, files: await writeFiles(filesFolder, archive) }
  await archive.finish(manifest)
  await syncFile(path)
  return manifest
}

async function writeRows(tx: Db, engine: Database['engine'], archive: Archive): Promise<Rows> {
  const tables: BackupManifest['tables'] = []
  for (const table of await listTables(tx)) {
    const meter = openMeter()
    const metered = async function* () {
      for await (const lines of linesOf(tx, table)) {
        meter.add(lines)
        yield Buffer.from(lines)
      }
    }
    await archive.addStream(tableEntry(table.name), Readable.from(metered(), { objectMode: false }))
    tables.push({ name: table.name, columns: table.columns.map(column => column.name), ...meter.read() })
  }
  const now = await sql<{ at: string }>`select now()::timestamptz(3) as at`.execute(tx)
  return {
    format: formatVersion,
    madeAt: now.rows[0]?.at ?? '',
    engine,
    migrations: [...(await listApplied(tx))],
    tables,
    sequences: await listSequences(tx),
  }
}

async function listSequences(tx: Db): Promise<BackupManifest['sequences']> {
  const { rows } = await sql<{ name: string; last: number }>`
    select sequencename as name, last_value as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`.execute(tx)
  return rows
}

async function writeFiles(folder: string, archive: Archive): Promise<BackupManifest['files']> {
  const files: BackupManifest['files'] = []
  for (const path of await listFiles(folder)) {
    const hash = createHash('sha256')
    let bytes = 0
    const metered = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk)
        bytes += chunk.length
        done(null, chunk)
      },
    })
    const source = await openIfThere(join(folder, path))
    if (!source) continue
    source.on('error', error => metered.destroy(error))
    await archive.addStream(fileEntry(path), source.pipe(metered))
    files.push({ path, bytes, sha256: hash.digest('hex') })
  }
  return files
}

/** A file may be removed between the listing and its turn; no row of the snapshot names it then. */
async function openIfThere(path: string): Promise<Readable | null> {
  try {
    return (await open(path)).createReadStream()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Paths of the finished files below a folder, with `/` between their parts on every system. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter(entry => entry.isFile()).map(entry => relative(folder, join(entry.parentPath, entry.name)))
    return paths
      .map(path => path.split(sep))
      .filter(parts => !parts.some(isUnfinished))
      .map(parts => parts.join('/'))
      .toSorted()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** An upload or a restore under way, or one that was cut off. */
function isUnfinished(name: string): boolean {
  return name.startsWith('.') || name.endsWith('.part')
}

/** The zip being written. An error of the disk ends whatever waits for it. */
function openArchive(path: string): Archive {
  const zip = new ZipFile()
  const output = Readable.from(zip.outputStream)
  zip.on('error', (error: Error) => output.destroy(error))
  const written = pipeline(output, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  written.catch(() => {})
  return {
    addStream: async (name, content) => {
      const passed = new Promise<void>((resolve, reject) => content.once('end', resolve).once('error', reject))
      zip.addReadStream(content, name)
      await Promise.race([passed, written])
    },
    finish: async manifest => {
      zip.addBuffer(Buffer.from(JSON.stringify(manifest)), manifestName)
      zip.end()
      await written
    },
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path)
  await file.sync()
  await file.close()
}
