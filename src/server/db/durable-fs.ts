import { closeSync, constants, fsyncSync, openSync } from 'node:fs'
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
  if (process.platform === 'win32') return 0
  const descriptor = openSync(path, constants.O_RDONLY)
  fsyncSync(descriptor)
  closeSync(descriptor)
  return 0
}
