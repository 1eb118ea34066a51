import { createHmac } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readOrMakeSecret } from './account/secret.ts'
import { codeOf } from './db/fault.ts'

// The embedded database belongs to one process. While the server runs, commands at the terminal ask it to do what needs
// no pause: to back up, to prove the trail. Whoever may read the data folder may ask.

const noteSchema = z.object({ address: z.string() })

/** Proof of being able to read the data folder, sent instead of the secret itself. */
export function operatorKey(secret: string): string {
  return createHmac('sha256', secret).update('operator').digest('hex')
}

/** Leaves word in the data folder where the server listens. */
export async function noteAddress(folder: string, address: string): Promise<void> {
  await writeFile(noteOf(folder), JSON.stringify({ address }), { mode: 0o600 })
}

export async function removeNote(folder: string): Promise<void> {
  await rm(noteOf(folder), { force: true })
}

/** What the running server answers; null when none can be reached. */
export async function askRunningServer(
  folder: string,
  what: string,
  body: object,
): Promise<{ readonly isDone: boolean; readonly answer: unknown } | null> {
  const address = await readNote(folder)
  if (address === null) return null
  const authorization = `Bearer ${operatorKey(await readOrMakeSecret(folder))}`
  try {
    const response = await fetch(`${address}/api/operator/${what}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { isDone: response.ok, answer: await response.json() }
  } catch (error) {
    if (error instanceof TypeError) return null // nobody listens there any more
    throw error
  }
}

async function readNote(folder: string): Promise<string | null> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(noteOf(folder), 'utf8'))).address
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function noteOf(folder: string): string {
  return join(folder, 'server.json')
}
