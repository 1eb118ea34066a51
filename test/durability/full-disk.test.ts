import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { backup } from '#server/db/backup.ts'
import { type Database, openDatabase } from '#server/db/connect.ts'
import { codeOf } from '#server/db/fault.ts'
import { migrate } from '#server/db/migrate.ts'
import { sayStartFault } from '#server/start-fault.ts'
import { fill, inPlace, makeDisk, mayMount, onDisk } from './disk.ts'
import { countWholeEntries, writeEntry } from './entries.ts'

const megabytes = 240
const diskFull = '53100'

if (await mayMount()) testFullDisk()
else tellWhyNot()

function testFullDisk(): void {
  test('a full disk fails commands, keeps what was acknowledged, and once there is room work goes on without a restart', async () => {
    await onSmallDisk(async disk => {
      const database = await openDatabase({ kind: 'embedded', folder: join(disk, 'data') })
      await migrate(database)
      const ballast = fill(disk)
      const { acknowledged, error } = await writeUntilItFails(database)
      expect(codeOf(error)).toBe(diskFull)
      await expect(writeEntry(database)).rejects.toBeInstanceOf(Error)

      rmSync(ballast)
      expect(await countWholeEntries(database.kysely)).toBeGreaterThanOrEqual(acknowledged)
      expect(await writeEntry(database)).toBeGreaterThan(acknowledged)
      await database.close()
    })
  })

  test('a start on a full disk says that it is full, and works once there is room', async () => {
    await onSmallDisk(async disk => {
      const target = { kind: 'embedded', folder: join(disk, 'data') } as const
      const first = await openDatabase(target)
      await migrate(first)
      await first.close()
      const ballast = fill(disk)
      const error = await openDatabase(target).catch((reason: unknown) => reason)
      expect(sayStartFault(error, { folder: disk })).toBe(`ổ đĩa chứa ${disk} đã đầy.`)

      rmSync(ballast)
      await (await openDatabase(target)).close()
    })
  })

  test('a backup that does not fit says so and leaves nothing behind', async () => {
    await onSmallDisk(async disk => {
      const database = await openDatabase({ kind: 'memory' })
      await migrate(database)
      await sql`insert into setting select g::text, to_jsonb(md5(g::text)) from generate_series(1, 20000) g`.execute(database.kysely)
      fill(disk)
      const before = readdirSync(disk)
      const failing = backup(database, join(disk, 'files'), join(disk, 'out.zip'))
      await expect(failing).rejects.toMatchObject({ code: 'backup.failed', message: expect.stringContaining('đĩa đã đầy') })
      expect(readdirSync(disk)).toEqual(before)
      expect(await sql`select from setting`.execute(database.kysely)).toMatchObject({ rows: { length: 20000 } })
      await database.close()
    })
  })
}

function tellWhyNot(): void {
  test('a full disk cannot be simulated here: that takes Linux, root and loop-mounted file systems', async () => {
    expect(await mayMount()).toBe(false)
  })
}

/** Every entry in a new segment of the log, which takes 16 MB of room. */
async function writeUntilItFails(database: Database): Promise<{ acknowledged: number; error: unknown }> {
  let acknowledged = 0
  try {
    for (;;) {
      acknowledged = await writeEntry(database)
      await sql`select pg_switch_wal()`.execute(database.kysely)
    }
  } catch (error) {
    return { acknowledged, error }
  }
}

async function onSmallDisk(work: (folder: string) => Promise<void>): Promise<void> {
  await inPlace(async place => {
    makeDisk(join(place, 'disk'), megabytes)
    await onDisk(join(place, 'disk'), work)
  })
}
