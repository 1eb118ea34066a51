import { z } from 'zod'
import { databaseFault } from './fault.ts'

// A backup is one zip: `table/<name>.ndjson` with a line per row, `file/<path>`, and last the manifest, which
// says how many rows and which bytes belong to it. It holds no page of any engine, so every engine can read it.

export const manifestName = 'nep-backup.json'
export const formatVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)
const count = z.int().nonnegative()

export const manifestSchema = z.object({
  format: z.literal(formatVersion),
  madeAt: z.string(),
  engine: z.enum(['embedded', 'server']),
  migrations: z.array(z.object({ name: z.string(), hash: sha256 })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: count, sha256 })),
  sequences: z.array(z.object({ name: z.string(), last: z.int() })),
  files: z.array(z.object({ path: z.string(), bytes: count, sha256 })),
})

/** What a backup holds: enough to prove it whole before a single row is loaded. */
export type BackupManifest = Readonly<z.infer<typeof manifestSchema>>

/** What to tell whoever asked for a backup or a restore. */
export type BackupSummary = { readonly madeAt: string; readonly tables: number; readonly rows: number; readonly files: number }

export function summarise(manifest: BackupManifest): BackupSummary {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return { madeAt: manifest.madeAt, tables: manifest.tables.length, rows, files: manifest.files.length }
}

export function tableEntry(name: string): string {
  return `table/${name}.ndjson`
}

export function fileEntry(path: string): string {
  return `file/${path}`
}

export function brokenBackup(inFile: string, why: string, cause?: unknown): Error {
  return databaseFault(
    'backup.broken',
    `Tệp sao lưu ${inFile} bị hỏng hoặc không đầy đủ (${why}); chưa có dữ liệu nào bị thay đổi.`,
    { why },
    cause,
  )
}
