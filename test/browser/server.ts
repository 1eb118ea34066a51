import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A server started for a journey. */
export type JourneyServer = {
  readonly address: string
  stop(): Promise<void>
}

const main = join(import.meta.dirname, '../../src/server/main.ts')

/** Starts Nếp on the given data folder and a free port, with what else `npm start` may be told, and returns once it says where it listens. */
export function startServer(folder: string, ...args: readonly string[]): Promise<JourneyServer> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [main, ...args], { env: { ...env, NEP_DATA: folder, PORT: '0', HOST: '127.0.0.1' } })
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
