import { parentPort, workerData } from 'node:worker_threads'
import { type ColumnMapping, readRow } from '#domain/household/import-row.ts'
import { fromLegacy, type LegacyEncoding } from '#domain/household/legacy-text.ts'
import type { ListBatch, ListReply, ReadLine } from './list-reader.ts'
import { readSheet, SheetFault } from './sheet-file.ts'

// Reading a list of a province takes seconds of pure reckoning; on this thread it holds up nobody. It never runs further
// ahead than the batches it was asked for, so that a list of any length needs the same memory.

export type ListWork = {
  readonly file: string
  readonly headerAt: number
  readonly mapping: ColumnMapping
  readonly encoding: LegacyEncoding | null
  readonly batchRows: number
}

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
  for await (const batch of batches()) await send({ kind: 'batch', batch })
  await send({ kind: 'end' })
} catch (error) {
  port.postMessage({ kind: 'fault', isOfFile: error instanceof SheetFault, message: (error as Error).message } satisfies ListReply)
}
port.close()

async function* batches(): AsyncGenerator<ListBatch> {
  let lines: ReadLine[] = []
  let at = 0
  for await (const { line, cells } of readSheet(work.file)) {
    if (at++ <= work.headerAt || cells.every(cell => cell === '')) continue
    const { encoding } = work
    const read = encoding === null ? cells : cells.map(cell => fromLegacy(cell, encoding))
    const row = readRow(read, work.mapping)
    lines.push(row.ok ? { line, row: row.row } : { line, row: null, told: row.told, reason: row.reason })
    if (lines.length < work.batchRows) continue
    yield lines
    lines = []
  }
  if (lines.length > 0) yield lines
}

async function send(reply: ListReply): Promise<void> {
  while (asked === 0)
    await new Promise<void>(resolve => {
      wake = resolve
    })
  asked--
  port.postMessage(reply)
}
