import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from '../files.ts'

// A list on its way lies beside the store of files, under its own id, until it is taken: it is full of names, nobody
// needs it afterwards, and no backup carries it.

export function listFileOf({ folder }: Pick<FileStore, 'folder'>, id: string): string {
  return join(`${folder}-lists`, id)
}

/** The whole file or none of it. */
export async function saveListFile(files: FileStore, id: string, content: Readable): Promise<void> {
  const path = listFileOf(files, id)
  const part = `${path}.${randomUUID()}.part`
  await mkdir(`${files.folder}-lists`, { recursive: true, mode: 0o700 })
  try {
    await pipeline(content, createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

export async function hasListFile(files: FileStore, id: string): Promise<boolean> {
  return access(listFileOf(files, id)).then(
    () => true,
    () => false,
  )
}

/** What a house that was cut off left of lists nobody knows of: `isKept` tells which are known, by their ids. */
export async function sweepListFiles({ folder }: FileStore, isKept: (id: string) => Promise<boolean>): Promise<void> {
  const names = await readdir(`${folder}-lists`).catch(() => [])
  for (const name of names) if (!(await isKept(name))) await rm(join(`${folder}-lists`, name), { force: true })
}

export async function removeListFile(files: FileStore, id: string): Promise<void> {
  await rm(listFileOf(files, id), { force: true })
}
