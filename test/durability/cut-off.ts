import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Starts a process that tells when its work has begun, and kills it so long after. */
export async function killedWhile(worker: string, args: readonly string[], afterMs: number): Promise<void> {
  const child = fork(join(import.meta.dirname, worker), args)
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended.then(([code]) => Promise.reject(new Error(`the worker ended by itself (${code})`)))])
  await pause(afterMs)
  child.kill('SIGKILL')
  await ended
}
