import { parentPort, workerData } from 'node:worker_threads'
import { readRow } from '#domain/household/import-row.ts'
import { fromLegacy } from '#domain/household/legacy-text.ts'
import type { ListReading } from '#domain/household/list-import.ts'
import type { Places } from '#domain/household/place-rows.ts'
import { keyRows, type ReadLine, type Seen } from './key-rows.ts'
import type { ListBatch, ListReply } from './list-reader.ts'
import { readSheet, readSheets, SheetFault } from './sheet-file.ts'

// Reading a list of a province takes seconds of pure reckoning; on this thread it holds up nobody, and rows reach the
// other with their place and key. It never runs further ahead than the batches it was asked for, so that a list of any
// length needs the same memory.

export type ListWork =
  | { readonly kind: 'look'; readonly file: string; readonly rows: number }
  | { readonly kind: 'sheets'; readonly file: string; readonly rows: number }
  | ({ readonly kind: 'read'; readonly file: string; readonly batchRows: number; readonly places: Places } & Pick<
      ListReading,
      'headerAt' | 'mapping' | 'encoding'
    >)

/** What unpacks to more rows than this was not made by an office. */
const mostRows = 2_000_000

if (!parentPort) throw new Error('runs as a worker thread only')
const port = parentPort
const work: ListWork = workerData
let asked = 0
let wake: (() => void) | undefined
port.on('message', () => {
  asked++
  wake?.()
})

try {
  switch (work.kind) {
    case 'look':
      await send({ kind: 'rows', rows: await firstRows(work) })
      break
    case 'sheets':
      await send({ kind: 'sheets', sheets: await readSheets(work.file, work.rows) })
      break
    case 'read':
      for await (const batch of batches(work)) await send({ kind: 'batch', batch })
  }
  await send({ kind: 'end' })
} catch (error) {
  port.postMessage({ kind: 'fault', isOfFile: error instanceof SheetFault, message: (error as Error).message } satisfies ListReply)
}
port.close()

async function firstRows({ file, rows: most }: Extract<ListWork, { kind: 'look' }>): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = []
  for await (const { cells } of readSheet(file)) if (rows.push(cells) >= most) break
  return rows
}

async function* batches({ file, headerAt, mapping, encoding, places, batchRows }: Extract<ListWork, { kind: 'read' }>) {
  const seen: Seen = { namesakes: new Map(), lineOf: new Map() }
  let lines: ReadLine[] = []
  let at = 0
  const keyed = (): ListBatch => {
    const batch = { read: lines.length, ...keyRows(lines, places, seen) }
    lines = []
    return batch
  }
  for await (const { line, cells } of readSheet(file)) {
    if (at++ <= headerAt || cells.every(cell => cell === '')) continue
    if (at > mostRows) throw new SheetFault('bảng có quá nhiều dòng')
    const read = readRow(encoding === null ? cells : cells.map(cell => fromLegacy(cell, encoding)), mapping)
    lines.push({ line, read })
    if (lines.length >= batchRows) yield keyed()
  }
  if (lines.length > 0) yield keyed()
}

async function send(reply: ListReply): Promise<void> {
  while (asked === 0)
    await new Promise<void>(resolve => {
      wake = resolve
    })
  asked--
  port.postMessage(reply)
}
