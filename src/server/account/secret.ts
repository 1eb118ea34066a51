import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../db/fault.ts'

/**
 * What signs session cookies: made once, kept beside the data but outside the database and its backups, readable by
 * its owner only. Who restores a backup elsewhere signs in again.
 */
export async function readOrMakeSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  const found = await readOrNull(path)
  if (found !== null) return found
  const fresh = `${path}.${randomUUID()}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(fresh, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  try {
    await link(fresh, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error // another server was faster: its secret counts
  } finally {
    await rm(fresh, { force: true })
  }
  return readFile(path, 'utf8')
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}
