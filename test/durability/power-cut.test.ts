import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { openDatabase } from '#server/db/connect.ts'
import { countWholeEntries, startWriter, type WriterTarget } from './entries.ts'

// A power cut keeps what had reached the disk and nothing else. The disk is a file with a file system in it: the
// writer is stopped, the file is copied while the system still holds back what nobody asked it to write, and the
// copy is opened as after the cut.

const megabytes = 600
const cuts = 4

if (mayMount()) testPowerCuts()
else tellWhyNot()

function testPowerCuts(): void {
  test(`${cuts} power cuts while writing take nothing that was acknowledged`, async () => {
    for (let i = 0; i < cuts; i++) expect(await lostInPowerCut('embedded', countEntries)).toEqual({ lost: 0 })
  })

  test('a power cut in the first second of a new data folder takes nothing that was acknowledged', async () => {
    expect(await lostInPowerCut('embedded', countEntries, { firstMs: 0 })).toEqual({ lost: 0 })
  })

  test('PGlite as it ships loses acknowledged work in the same power cut, so the test can tell', async () => {
    const { lost } = await lostInPowerCut('out-of-the-box', countOutOfTheBox)
    expect(lost).toBeGreaterThan(0)
  })
}

function tellWhyNot(): void {
  test('power cuts cannot be simulated here: that takes Linux, root and loop-mounted file systems', () => {
    expect(mayMount()).toBe(false)
  })
}

type Kind = Extract<WriterTarget, { folder: string }>['kind']

/** Writes on a disk of its own, cuts the power, and counts what is missing of what was acknowledged. */
async function lostInPowerCut(
  kind: Kind,
  countIn: (folder: string) => Promise<number>,
  { firstMs } = { firstMs: 1000 },
): Promise<{ lost: number }> {
  const place = mkdtempSync(join(tmpdir(), 'nep-power-'))
  const [disk, copy, mounted] = [join(place, 'disk'), join(place, 'copy'), join(place, 'mounted')]
  mkdirSync(mounted)
  makeDisk(disk)
  const unmount = mount(disk, mounted)
  try {
    const writer = startWriter({ kind, folder: join(mounted, 'data') })
    await writer.after(1)
    await pause(firstMs + Math.random() * 500)
    const acknowledged = await cutPower(writer.process.pid ?? 0, disk, copy, () => writer.last())
    await writer.kill()
    unmount()
    const unmountCopy = mount(copy, mounted)
    try {
      const kept = await countIn(join(mounted, 'data'))
      return { lost: Math.max(0, acknowledged - kept) }
    } finally {
      unmountCopy()
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** A copy that the system wrote into meanwhile is no picture of one moment, and is taken again. */
async function cutPower(pid: number, disk: string, copy: string, acknowledged: () => number): Promise<number> {
  for (;;) {
    process.kill(pid, 'SIGSTOP')
    const before = statSync(disk).mtimeMs
    run('cp', ['--sparse=always', disk, copy])
    if (statSync(disk).mtimeMs === before) {
      await pause(100) // acknowledgements still on their way to us were given before the cut
      return acknowledged()
    }
    process.kill(pid, 'SIGCONT')
    await pause(300)
  }
}

async function countEntries(folder: string): Promise<number> {
  const database = await openDatabase({ kind: 'embedded', folder })
  const count = await countWholeEntries(database.kysely)
  await database.close()
  return count
}

/** 0 where the folder no longer opens at all. */
async function countOutOfTheBox(folder: string): Promise<number> {
  try {
    const pglite = await PGlite.create(folder)
    const { rows } = await pglite.query<{ count: number }>('select count(*)::integer as count from entry')
    await pglite.close()
    return rows[0]?.count ?? 0
  } catch {
    return 0
  }
}

function makeDisk(path: string): void {
  run('truncate', ['-s', `${megabytes}M`, path])
  run('mkfs.ext4', ['-q', '-F', path])
}

function mount(disk: string, at: string): () => void {
  run('mount', ['-o', 'loop', disk, at])
  // Lazily: a PGlite that failed to open keeps its files until this process ends.
  return () => run('umount', ['--lazy', at])
}

function mayMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const place = mkdtempSync(join(tmpdir(), 'nep-power-'))
  try {
    mkdirSync(join(place, 'mounted'))
    makeDisk(join(place, 'disk'))
    mount(join(place, 'disk'), join(place, 'mounted'))()
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'pipe', timeout: 60_000, env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` } })
}
