import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { openDatabase } from '#server/db/connect.ts'
import { copyDisk, inPlace, makeDisk, mayMount, onDisk } from './disk.ts'
import { countWholeEntries, startWriter, type Writer, type WriterTarget } from './entries.ts'

// A power cut keeps what had reached the disk and nothing else. The writer is stopped, its disk is copied while the
// system still holds back what nobody asked it to write, and the copy is opened as after the cut.

const megabytes = 600
const cuts = 3

if (await mayMount()) testPowerCuts()
else tellWhyNot()

function testPowerCuts(): void {
  test(`${cuts} power cuts while writing take nothing that was acknowledged`, async () => {
    for (let i = 0; i < cuts; i++) expect(await lostInPowerCut('embedded', 1000 + Math.random() * 500)).toBe(0)
  })

  test('a power cut just after the first words of a new data folder takes nothing that was acknowledged', async () => {
    expect(await lostInPowerCut('embedded', 0)).toBe(0)
  })

  test('PGlite as it ships loses acknowledged work in the same power cut, so the test can tell', async () => {
    expect(await lostInPowerCut('out-of-the-box', 1000)).toBeGreaterThan(0)
  })
}

function tellWhyNot(): void {
  test('power cuts cannot be simulated here: that takes Linux, root and loop-mounted file systems', async () => {
    expect(await mayMount()).toBe(false)
  })
}

/** Writes on a disk of its own, cuts the power, and counts what is missing of what was acknowledged. */
async function lostInPowerCut(kind: Extract<WriterTarget, { folder: string }>['kind'], afterMs: number): Promise<number> {
  return inPlace(async place => {
    const [disk, copy] = [join(place, 'disk'), join(place, 'copy')]
    makeDisk(disk, megabytes)
    const acknowledged = await onDisk(disk, async mounted => {
      const writer = startWriter({ kind, folder: join(mounted, 'data') })
      try {
        await writer.after(1)
        await pause(afterMs)
        return await cutPower(writer, disk, copy)
      } finally {
        await writer.kill()
      }
    })
    const count = kind === 'embedded' ? countEntries : countOutOfTheBox
    const kept = await onDisk(copy, mounted => count(join(mounted, 'data')))
    return Math.max(0, acknowledged - kept)
  })
}

/** A copy that the system wrote into meanwhile is no picture of one moment, and is taken again. */
async function cutPower(writer: Writer, disk: string, copy: string): Promise<number> {
  for (;;) {
    writer.process.kill('SIGSTOP')
    const before = statSync(disk).mtimeMs
    copyDisk(disk, copy)
    if (statSync(disk).mtimeMs === before) {
      await pause(100) // acknowledgements still on their way to us were given before the cut
      return writer.last()
    }
    writer.process.kill('SIGCONT')
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
