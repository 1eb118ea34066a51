import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Bytes kept outside the database under their own sha256: written once, never changed, the same content once. */
export type FileStore = {
  readonly folder: string
  /** Stores bytes durably before it answers, so that a committed row never names a file that is not there. */
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Uint8Array>
  stream(sha256: string): Promise<Readable>
}

export function openFileStore(folder: string): FileStore {
  return {
    folder,
    put: bytes => putFile(folder, bytes),
    get: async sha256 => verified(sha256, await readFile(pathOf(folder, sha256))),
    stream: async sha256 => {
      const path = pathOf(folder, sha256)
      await stat(path)
      return createReadStream(path)
    },
  }
}

async function putFile(folder: string, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes)
  const path = pathOf(folder, sha256)
  if (await exists(path)) return sha256
  const own = join(folder, sha256.slice(0, 2))
  const made = await mkdir(own, { recursive: true })
  const part = `${path}.${randomUUID()}.part`
  try {
    const handle = await open(part, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, path)
    // Without this a power cut may keep the row and lose the name of its file.
    for (const holder of made === undefined ? [own] : [own, dirname(own), dirname(made)]) await syncFolder(holder)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return sha256
}

/** Windows opens no folders, and keeps their names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function verified(sha256: string, bytes: Uint8Array): Uint8Array {
  if (sha256Of(bytes) !== sha256) throw new Error(`file ${sha256} is damaged`)
  return bytes
}

function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('not a file name of this store')
  return join(folder, sha256.slice(0, 2), sha256)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
