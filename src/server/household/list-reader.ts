import { Worker } from 'node:worker_threads'
import { type ListLook, lookAtList } from '#domain/household/import-list.ts'
import type { ImportField, ImportRow, ToldRow } from '#domain/household/import-row.ts'
import type { ListWork } from './list-worker.ts'
import { readSheet, SheetFault } from './sheet-file.ts'

/** A row as read, or what it tells and why it cannot be. */
export type ReadLine = { readonly line: number } & (
  | { readonly row: ImportRow }
  | { readonly row: null; readonly told: ToldRow; readonly reason: string }
)
export type ListBatch = readonly ReadLine[]
export type ListReply =
  | { readonly kind: 'batch'; readonly batch: ListBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly isOfFile: boolean; readonly message: string }

const sampledRows = 300
/** Batches the reader may be ahead. */
const ahead = 2

/** The first rows of a list and what they tell of the rest. */
export async function lookAtFile(file: string, remembered?: ReadonlyMap<string, ImportField | null>): Promise<ListLook> {
  const rows: (readonly string[])[] = []
  for await (const { cells } of readSheet(file)) if (rows.push(cells) >= sampledRows) break
  return lookAtList(rows, remembered)
}

/** The rows of a list in batches, read on a thread of their own. */
export async function* readList(work: ListWork): AsyncGenerator<ListBatch> {
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 16 },
  })
  const inbox: ListReply[] = []
  let wake: (() => void) | undefined
  const take = (reply: ListReply): void => {
    inbox.push(reply)
    wake?.()
  }
  worker.on('message', take)
  worker.on('error', error => take({ kind: 'fault', isOfFile: false, message: String(error) }))
  for (let i = 0; i < ahead; i++) worker.postMessage('more')
  try {
    for (;;) {
      while (inbox.length === 0)
        await new Promise<void>(resolve => {
          wake = resolve
        })
      const reply = inbox.shift()
      if (!reply || reply.kind === 'end') return
      if (reply.kind === 'fault') throw reply.isOfFile ? new SheetFault(reply.message) : new Error(reply.message)
      worker.postMessage('more')
      yield reply.batch
    }
  } finally {
    await worker.terminate()
  }
}
