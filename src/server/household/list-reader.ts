import { Worker } from 'node:worker_threads'
import { type ListLook, lookAtList } from '#domain/household/import-list.ts'
import type { ImportField } from '#domain/household/import-row.ts'
import type { KeyedRow } from '#domain/household/take-rows.ts'
import { codeOf } from '../db/fault.ts'
import type { AsideRow } from './key-rows.ts'
import type { ListWork } from './list-worker.ts'
import { type Sheet, SheetFault } from './sheet-file.ts'

/** Some rows of a list: those that found their place, and those that could not be read or placed. */
export type ListBatch = { readonly read: number; readonly rows: readonly KeyedRow[]; readonly aside: readonly AsideRow[] }
export type ListReply =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'batch'; readonly batch: ListBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly isOfFile: boolean; readonly message: string }

const sampledRows = 300
/** Batches the reader may be ahead. */
const ahead = 2

/** The first rows of a list and what they tell of the rest. */
export async function lookAtFile(file: string, remembered?: ReadonlyMap<string, ImportField | null>): Promise<ListLook> {
  for await (const reply of replies({ kind: 'look', file, rows: sampledRows }))
    if (reply.kind === 'rows') return lookAtList(reply.rows, remembered)
  throw new SheetFault('tệp không có dòng nào')
}

/** The first rows of every sheet as they are shown, read on a thread of their own. */
export async function readFirstSheets(file: string, rows: number): Promise<readonly Sheet[]> {
  for await (const reply of replies({ kind: 'sheets', file, rows })) if (reply.kind === 'sheets') return reply.sheets
  throw new SheetFault('tệp không có dòng nào')
}

/** The rows of a list in batches, read on a thread of their own. */
export async function* readList(work: Omit<Extract<ListWork, { kind: 'read' }>, 'kind'>): AsyncGenerator<ListBatch> {
  for await (const reply of replies({ kind: 'read', ...work })) if (reply.kind === 'batch') yield reply.batch
}

async function* replies(work: ListWork): AsyncGenerator<ListReply> {
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  })
  const inbox: ListReply[] = []
  let wake: (() => void) | undefined
  const take = (reply: ListReply): void => {
    inbox.push(reply)
    wake?.()
  }
  worker.on('message', take)
  worker.on('error', error => take(faultOf(error)))
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
      yield reply
    }
  } finally {
    await worker.terminate()
  }
}

/** A file that needs more memory than any list is no list; the thread ends, the house goes on. */
function faultOf(error: unknown): ListReply {
  const isOfFile = codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY'
  return { kind: 'fault', isOfFile, message: isOfFile ? 'tệp cần nhiều bộ nhớ quá mức một danh sách' : String(error) }
}
