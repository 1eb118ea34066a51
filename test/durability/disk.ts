import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A disk of our own, to be cut off or filled up: a file with a file system in it.

/** A folder for disks, removed afterwards. */
export async function inPlace<T>(work: (place: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'nep-disk-'))
  try {
    return await work(place)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Room is taken only as it is used. */
export function makeDisk(path: string, megabytes: number): void {
  run('truncate', ['-s', `${megabytes}M`, path])
  run('mkfs.ext4', ['-q', '-F', path])
}

/** Works in the top folder of a disk. */
export async function onDisk<T>(disk: string, work: (folder: string) => Promise<T>): Promise<T> {
  const mounted = `${disk}-mounted`
  mkdirSync(mounted)
  run('mount', ['-o', 'loop', disk, mounted])
  try {
    return await work(mounted)
  } finally {
    // Lazily: a PGlite that failed to open keeps its files until this process ends.
    run('umount', ['--lazy', mounted])
    rmSync(mounted, { recursive: true })
  }
}

export function copyDisk(disk: string, copy: string): void {
  run('cp', ['--sparse=always', disk, copy])
}

/** Fills a disk to the last block. */
export function fill(disk: string): string {
  const ballast = join(disk, 'ballast')
  for (let bytes = 32 * 1024 * 1024; bytes >= 1024; ) {
    try {
      writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' })
    } catch {
      bytes /= 2
    }
  }
  return ballast
}

/** Whether this machine lets us mount a disk of our own. */
export async function mayMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return inPlace(async place => {
    try {
      makeDisk(join(place, 'disk'), 10)
      return await onDisk(join(place, 'disk'), async () => true)
    } catch {
      return false
    }
  })
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'pipe', timeout: 60_000, env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } })
}
