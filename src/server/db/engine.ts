import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'

/** What the worker opens: a folder, or a database in memory, empty or from an image of another. */
export type EngineStart = { readonly folder: string | null; readonly image: Uint8Array<ArrayBuffer> | null }
/** Bytes carry the number of their stream, so that an answer nobody waits for any more never reaches the next one. */
export type EngineBytes = { readonly kind: 'bytes'; readonly stream: number; readonly bytes: Uint8Array<ArrayBuffer> }
export type EngineRequest = EngineBytes | { readonly kind: 'image' } | { readonly kind: 'stop' }
export type EngineReply =
  | EngineBytes
  | { readonly kind: 'ready' | 'stopped' }
  | { readonly kind: 'image'; readonly image: Uint8Array<ArrayBuffer> }

/** PGlite in a worker thread. It has one session, so one stream is used at a time. */
export type Engine = {
  /** A stream that speaks the PostgreSQL protocol, for the `pg` driver to use in place of a socket. */
  connect(): Duplex
  /** A copy of a database in memory, from which others start in a fraction of a second. */
  image(): Promise<Uint8Array<ArrayBuffer>>
  stop(): Promise<void>
}

/** Starts the worker and waits until its database is open. */
export async function startEngine(start: EngineStart): Promise<Engine> {
  let running = await launch(start)
  return {
    connect: () =>
      new EngineStream(async () => {
        // A database in a folder comes back after a crash of the engine (a full disk, say); one in memory is lost.
        if (running.isGone() && start.folder !== null) running = await launch(start)
        return running
      }),
    image: () => running.ask({ kind: 'image' }, reply => (reply.kind === 'image' ? reply.image : null)),
    stop: async () => {
      if (!running.isGone()) await running.ask({ kind: 'stop' }, reply => reply.kind === 'stopped' || null)
    },
  }
}

type Listener = { onBytes(bytes: Uint8Array): void; onGone(error: Error): void }

/** Bytes in memory of their own, which is handed over. A view of Node's pool would be sent with the whole pool, each time. */
export function ownBytes(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    own.set(piece, at)
    at += piece.length
  }
  return own
}

type Running = {
  /** Opens a stream, which takes the place of the one before; answers with how to send on it. */
  open(listener: Listener): (pieces: readonly Uint8Array[]) => void
  ask<Answer>(request: EngineRequest | null, read: (reply: EngineReply) => Answer | null): Promise<Answer>
  isGone(): boolean
}

async function launch(start: EngineStart): Promise<Running> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: start, stdout: false })
  let gone: Error | null = null
  let listener: Listener | null = null
  let stream = 0
  const end = (error: Error) => {
    gone ??= error
    listener?.onGone(gone)
    listener = null
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the database engine has stopped')))
  worker.on('message', (reply: EngineReply) => {
    if (reply.kind === 'bytes' && reply.stream === stream) listener?.onBytes(reply.bytes)
  })

  const running: Running = {
    open: next => {
      listener = next
      const own = ++stream
      return pieces => {
        const bytes = ownBytes(pieces)
        worker.postMessage({ kind: 'bytes', stream: own, bytes } satisfies EngineRequest, [bytes.buffer])
      }
    },
    ask: (request, read) =>
      new Promise((resolve, reject) => {
        const settle = (reply: EngineReply) => {
          const answer = read(reply)
          if (answer === null) return
          worker.off('message', settle)
          resolve(answer)
        }
        worker.on('message', settle)
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('the database engine has stopped')))
        if (request) worker.postMessage(request)
      }),
    isGone: () => gone !== null,
  }
  await running.ask(null, reply => reply.kind === 'ready' || null)
  return running
}

/** The socket the `pg` driver thinks it has. A class because streams are made by extending them. */
class EngineStream extends Duplex {
  readonly #open: () => Promise<Running>
  #send: ((pieces: readonly Uint8Array[]) => void) | null = null

  constructor(open: () => Promise<Running>) {
    super({ decodeStrings: true })
    this.#open = open
  }

  connect(): this {
    this.#open().then(running => {
      if (running.isGone()) return this.destroy(new Error('the database engine has stopped'))
      this.#send = running.open({ onBytes: bytes => this.push(bytes), onGone: error => this.destroy(error) })
      return this.emit('connect')
    }, this.destroy.bind(this))
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#send?.([chunk])
    done()
  }

  /** Messages that belong together travel together, as the engine wants them. */
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: () => void): void {
    this.#send?.(chunks.map(({ chunk }) => chunk))
    done()
  }

  override _final(done: () => void): void {
    this.push(null)
    done()
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }
}
