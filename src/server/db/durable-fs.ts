import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What of the mounted file system this file touches; PGlite publishes no type for it. */
type OpenFile = { readonly nfd?: number; readonly node: unknown }
type HostModule = { readonly NODEFS: HostFiles }
type HostFiles = { realPath(node: unknown): string; stream_ops: { fsync?: (file: OpenFile) => number } }
type StartOptions = Parameters<NodeFS['init']>[1]

/**
 * PGlite's files in a folder, with an fsync that reaches the disk. The one that ships does nothing,
 * so a power cut would take back work that was already acknowledged.
 */
export class DurableFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): Promise<{ emscriptenOpts: StartOptions }> {
    const { emscriptenOpts } = await super.init(pg, options)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), reachDisk] } }
  }
}

function reachDisk({ NODEFS: files }: HostModule): void {
  files.stream_ops.fsync = file => (file.nfd === undefined ? syncFolder(files.realPath(file.node)) : syncFile(file.nfd))
}

function syncFile(descriptor: number): number {
  fsyncSync(descriptor)
  return 0
}

/** A new or renamed file lasts only once its folder is synced too. Windows syncs folders by itself and cannot open them. */
export function syncFolder(path: string): number {
  return process.platform === 'win32' ? 0 : syncPath(path, 'r')
}

/** Everything below a folder, and the folder. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncPath(path, 'r+')
  }
  syncFolder(folder)
}

function syncPath(path: string, flags: string): number {
  const descriptor = openSync(path, flags)
  try {
    return syncFile(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
