import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** A server started for a journey. */
export type JourneyServer = {
  readonly address: string
  stop(): Promise<void>
}

const main = join(import.meta.dirname, '../../src/server/main.ts')

/** Starts Nếp on the given data folder and a free port, with what else `npm start` may be told, and returns once it says where it listens. */
export async function startServer(folder: string, ...args: readonly string[]): Promise<JourneyServer> {
  const { DATABASE_URL: _, ...env } = process.env
  const PORT = String(await freePort()) // known beforehand: links in what it issues lead back to it
  const child = spawn(process.execPath, [main, ...args], { env: { ...env, NEP_DATA: folder, PORT, HOST: '127.0.0.1' } })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const stop = (): Promise<void> => {
    child.kill('SIGTERM')
    return ended
  }
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address) resolve({ address, stop })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', () => reject(new Error(`the server did not start:\n${said}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => (at && typeof at === 'object' ? resolve(at.port) : reject(new Error('no free port'))))
    })
  })
}
