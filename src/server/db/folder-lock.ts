import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { codeOf, databaseFault } from './fault.ts'

/** Who holds a data folder. `born` tells a process from a later one given the same pid; null where the system does not say. */
const holderSchema = z.object({ pid: z.int(), host: z.string(), startedAtMs: z.number(), born: z.string().nullable() })
type Holder = Readonly<z.infer<typeof holderSchema>>

/** The hold on a data folder. */
export type FolderLock = { release(): Promise<void> }

const heldHere = new Set<string>()
const attempts = 5

/** Two processes on one PGlite folder are both let in by PGlite and one loses its writes, so a folder is taken before it is opened. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, '.lock')
  const claim = join(folder, `.lock-${process.pid}`)
  if (heldHere.has(path)) throw busy(await self(), folder)
  heldHere.add(path)
  try {
    await writeFile(claim, JSON.stringify(await self()))
    await take(path, claim, folder)
  } catch (error) {
    heldHere.delete(path)
    throw error
  } finally {
    await rm(claim, { force: true })
  }
  return {
    release: async () => {
      heldHere.delete(path)
      await rm(path, { force: true })
    },
  }
}

/** A hard link either appears whole or not at all, so nobody ever reads half a lock. */
async function take(path: string, claim: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await linked(claim, path)) return
    const text = await readOrNull(path)
    if (text === null) continue
    const holder = parseHolder(text)
    if (holder && (await isAlive(holder))) throw busy(holder, folder)
    await removeStale(path, text)
    if (!(await linked(claim, path))) continue
    await pause(100)
    if ((await readOrNull(path)) === (await readFile(claim, 'utf8'))) return
  }
  throw busy(parseHolder((await readOrNull(path)) ?? ''), folder)
}

/** Another process may replace the stale lock between our look and our move: what was moved is looked at again, and put back if alive. */
async function removeStale(path: string, staleText: string): Promise<void> {
  const aside = `${path}-stale-${process.pid}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  if ((await readFile(aside, 'utf8')) !== staleText) await linked(aside, path)
  await rm(aside, { force: true })
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true
  if (holder.pid === process.pid) return false
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  const born = await bornOf(holder.pid)
  return born === null || holder.born === null || born === holder.born
}

async function self(): Promise<Holder> {
  return { pid: process.pid, host: hostname(), startedAtMs: Math.round(performance.timeOrigin), born: await bornOf(process.pid) }
}

/** Linux tells when a process was born, in ticks since the machine started; elsewhere the pid alone must do. */
async function bornOf(pid: number): Promise<string | null> {
  const [stat, boot] = await Promise.all([readOrNull(`/proc/${pid}/stat`), readOrNull('/proc/sys/kernel/random/boot_id')])
  if (stat === null || boot === null) return null
  const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return `${boot.trim()}/${afterName[19] ?? ''}`
}

function busy(holder: Holder | null, folder: string): Error {
  const pid = holder?.pid ?? 0
  const host = holder?.host ?? hostname()
  const sentence = `Thư mục dữ liệu ${folder} đang được tiến trình khác sử dụng (pid ${pid})`
  if (host === hostname()) return databaseFault('database.busy', `${sentence}.`, { pid, host })
  const advice = `nếu chắc chắn máy đó đã tắt thì xóa tệp ${join(folder, '.lock')} rồi chạy lại`
  return databaseFault('database.busy', `${sentence} trên máy ${host}; ${advice}.`, { pid, host })
}

/** Null for a file nobody could have linked whole: it was damaged, and whoever wrote it is gone. */
function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT'
}
