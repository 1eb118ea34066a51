import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { DurableFS, syncFolder, syncTree } from './durable-fs.ts'
import { type EngineBytes, type EngineReply, type EngineRequest, type EngineStart, ownBytes } from './engine.ts'

// PGlite runs on the thread that opened it; in this one a heavy query holds up nobody but other queries.

if (!parentPort) throw new Error('runs as a worker thread only')
const port = parentPort
const start: EngineStart = workerData
const chunkBytes = 256 * 1024

// What this file looks at in the protocol: a stream starts with a zero, X says goodbye, and Z, of six bytes, ends every answer.
const startup = 0
const readyForQuery = 'Z'.charCodeAt(0)
const readyForQueryBytes = 6
const terminate = 'X'.charCodeAt(0)

/** The tables, in the folder of the data; `.new` while they are being laid out for the first time. */
const clusterName = 'postgres'

const extensions = { btree_gist, pg_trgm }

/** PGlite's own start parameters but for `-F` (no fsync); its fdatasync does nothing, its fsync is ours. */
const durable = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync']
const startParams = [...PGlite.defaultStartParams.filter(param => param !== '-F'), ...durable]

const pglite = start.folder === null ? await openInMemory(start.image) : await openInFolder(start.folder)
port.on('message', (request: EngineRequest) => void answer(request))
reply({ kind: 'ready' })

async function openInMemory(image: Uint8Array<ArrayBuffer> | null): Promise<PGlite> {
  return PGlite.create({ extensions, ...(image ? { loadDataDir: new Blob([image]) } : {}) })
}

async function openInFolder(folder: string): Promise<PGlite> {
  const cluster = join(folder, clusterName)
  if (!existsSync(cluster)) await layOut(folder, cluster)
  // Left behind by a process that was killed. The folder is locked by ours, so nobody else is using it.
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  return PGlite.create(durableOptions(cluster))
}

/** A kill half way leaves a `.new` folder, which the next start throws away. */
async function layOut(folder: string, cluster: string): Promise<void> {
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  const created = await PGlite.create(durableOptions(fresh))
  await created.close()
  // What lays out the cluster runs in an engine of its own, whose fsync does nothing.
  syncTree(fresh)
  renameSync(fresh, cluster)
  syncFolder(folder)
}

function durableOptions(cluster: string): PGliteOptions {
  return { fs: new DurableFS(cluster), extensions, startParams }
}

async function answer(request: EngineRequest): Promise<void> {
  switch (request.kind) {
    case 'bytes':
      if (request.bytes[0] === startup) await forgetLastStream()
      await speak(request)
      return
    case 'image':
      reply({ kind: 'image', image: new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer()) })
      return
    case 'stop':
      await pglite.close()
      reply({ kind: 'stopped' })
      port.close()
  }
}

/** The session is the engine's and outlives a stream that broke off; what that left open must not reach the next. */
async function forgetLastStream(): Promise<void> {
  await pglite.exec('rollback')
  await pglite.exec('discard all')
}

/**
 * Whole messages of the PostgreSQL protocol in, the answer out in large pieces. An answer that does not end in "ready"
 * comes from an engine that has panicked (no room for its log, say) and would stay silent from now on: this thread ends
 * with it, and the next connection starts another, which recovers.
 */
async function speak({ stream, bytes }: EngineBytes): Promise<void> {
  let pieces: Uint8Array[] = []
  let size = 0
  let tail: Uint8Array = new Uint8Array()
  const send = () => {
    if (size > 0) {
      const own = ownBytes(pieces)
      port.postMessage({ kind: 'bytes', stream, bytes: own } satisfies EngineReply, [own.buffer])
    }
    pieces = []
    size = 0
  }
  const onRawData = (piece: Uint8Array) => {
    tail = Buffer.concat([tail, piece.subarray(-readyForQueryBytes)]).subarray(-readyForQueryBytes)
    pieces.push(piece.slice())
    size += piece.length
    if (size >= chunkBytes) send()
  }
  await pglite.execProtocolRawStream(bytes, { syncToFs: false, onRawData })
  send()
  if (bytes[0] !== terminate && tail[0] !== readyForQuery) throw new Error('the database engine has panicked')
}

function reply(message: EngineReply): void {
  port.postMessage(message)
}
