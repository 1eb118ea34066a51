import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, vi } from 'vitest'
import { test } from '../../../test/database.ts'
import { checkCollation } from './collation.ts'
import { openDatabase } from './connect.ts'
import { startEngine } from './engine.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { toDateRange, toJson } from './values.ts'

// New data folders and restores take seconds, on a busy machine many.
vi.setConfig({ testTimeout: 90_000 })

describe('values', () => {
  test('a day comes back as text, whatever the clock of the machine', async ({ tx }) => {
    const { rows } = await sql`select date '2022-03-31' as day`.execute(tx)
    expect(rows).toEqual([{ day: '2022-03-31' }])
  })

  test('an instant comes back as the text it was written as', async ({ tx }) => {
    const at = '2026-11-22T03:04:05.120Z'
    const { rows } = await sql`select ${at}::timestamptz(3) as at, timestamptz '2022-01-01 07:00+07' as midnight`.execute(tx)
    expect(rows).toEqual([{ at, midnight: '2022-01-01T00:00:00.000Z' }])
  })

  test('sums of money and counts are numbers, and one too large to be exact is refused', async ({ tx }) => {
    const { rows } = await sql`select 90::bigint as households, sum(v) as dong from (values (1500000::bigint), (2)) t(v)`.execute(tx)
    expect(rows).toEqual([{ households: 90, dong: 1_500_002 }])
    await expect(sql`select 9007199254740993::bigint`.execute(tx)).rejects.toThrow('beyond what a number can hold')
  })

  test('days in force are half-open and may have no end', async ({ tx }) => {
    const until = toDateRange({ from: null, until: null })
    const { rows } = await sql`select '[2021-06-30,2025-07-01)'::daterange as past, ${until}::daterange as always`.execute(tx)
    expect(rows).toEqual([{ past: { from: '2021-06-30', until: '2025-07-01' }, always: { from: null, until: null } }])
  })

  test('the names inside a stored value are kept as they are', async ({ tx }) => {
    const value = { so_ky_hieu: '17/KH-VPUB', danhSach: ['a', { b_c: null }] }
    await tx
      .insertInto('setting')
      .values({ key: 'k', value: toJson(value) })
      .execute()
    expect(await tx.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'k', value }])
  })
})

describe('Vietnamese order', () => {
  test('is that of the browser', async ({ tx }) => {
    await expect(checkCollation(tx)).resolves.toBeUndefined()
  })

  test('is checked against: a wrong collation is found', async ({ tx }) => {
    await sql`alter collation vi rename to vi_good`.execute(tx)
    await sql`create collation vi from "C"`.execute(tx)
    await expect(checkCollation(tx)).rejects.toMatchObject({ code: 'database.collation' })
  })
})

test('the audit trail refuses to be changed', async ({ tx }) => {
  const entry = { seq: 1, at: '2022-06-15T00:00:00.000Z', actorName: 'Lò Thị Mai', command: 'report.issue', hash: 'b', previousHash: 'a' }
  await tx
    .insertInto('auditEntry')
    .values({ ...entry, subjectKind: 'report', subjectId: '1', recordIds: ['1'] })
    .execute()
  await sql`savepoint before`.execute(tx)
  await expect(tx.updateTable('auditEntry').set({ actorName: 'khác' }).execute()).rejects.toThrow('append-only')
  await sql`rollback to before`.execute(tx)
  await expect(tx.deleteFrom('auditEntry').execute()).rejects.toThrow('append-only')
  await sql`rollback to before`.execute(tx)
  await expect(sql`truncate audit_entry`.execute(tx)).rejects.toThrow('append-only')
})

test('a connection that breaks off inside a transaction leaves nothing of it to the next', async () => {
  const engine = await startEngine({ folder: null, image: null })
  const connect = async () => {
    const client = new Client({ stream: () => engine.connect(), user: 'postgres', database: 'postgres', ssl: false })
    client.on('error', () => {})
    await client.connect()
    return client
  }
  const first = await connect()
  await first.query('create table note (text text); set statement_timeout = 1')
  await first.query('begin')
  await first.query("insert into note values ('half done')")
  const unheard = first.query('select count(*) from generate_series(1, 2000000)')
  first.connection.stream.destroy()
  await expect(unheard).rejects.toThrow('terminated')
  const second = await connect()
  expect((await second.query('select text from note')).rows).toEqual([])
  expect((await second.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '0' }])
  await second.end()
  await engine.stop()
})

describe('a data folder', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nep-folder-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('keeps what was written from one start to the next', async () => {
    const first = await openDatabase({ kind: 'embedded', folder })
    await migrate(first)
    await first.kysely
      .insertInto('setting')
      .values({ key: 'season', value: toJson(2022) })
      .execute()
    await first.tidy()
    await first.close()
    const second = await openDatabase({ kind: 'embedded', folder })
    expect(await migrate(second)).toEqual([])
    expect(await second.kysely.selectFrom('setting').selectAll().execute()).toEqual([{ key: 'season', value: 2022 }])
    await second.close()
  })

  test('starts writing only after fsync is real', async () => {
    const database = await openDatabase({ kind: 'embedded', folder })
    const { rows } = await sql`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method,
      current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits`.execute(database.kysely)
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync', pages: 'on', commits: 'on' }])
    await database.close()
  })

  test('survives a first start that was cut off half way', async () => {
    await mkdir(join(folder, 'postgres.new'))
    await writeFile(join(folder, 'postgres.new', 'PG_VERSION'), '18')
    const database = await openDatabase({ kind: 'embedded', folder })
    expect((await migrate(database)).length).toBeGreaterThan(0)
    await database.close()
  })

  test('is refused to a second process, which is told the pid of the first', async () => {
    const lock = await lockFolder(folder)
    const program = `import { openDatabase } from '#server/db/connect.ts'
      await openDatabase({ kind: 'embedded', folder: process.argv[1] }).catch(error => console.log(error.code, error.message))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, folder], { timeout: 30_000 })
    expect(stdout).toContain('database.busy')
    expect(stdout).toContain(`(pid ${process.pid})`)
    await lock.release()
  })

  test('is refused to a second opening in the same process', async () => {
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'database.busy', details: { pid: process.pid } })
    await lock.release()
    await (await lockFolder(folder)).release()
  })

  test.for([
    ['a process that is gone', { pid: 2 ** 22 + 1, born: null }],
    ['an earlier process whose pid was given to another', { pid: process.ppid, born: 'another-boot/1' }],
    ['an earlier process whose pid is now ours', { pid: process.pid, born: null }],
  ] as const)('is taken over from %s', async ([, holder]) => {
    await writeFile(join(folder, '.lock'), JSON.stringify({ host: hostname(), startedAtMs: 0, ...holder }))
    const lock = await lockFolder(folder)
    expect(JSON.parse(await readFile(join(folder, '.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
    await lock.release()
  })

  test('is never taken over from another machine, which cannot be asked', async () => {
    const holder = { pid: 1, host: 'may-chu-khac', startedAtMs: 0, born: null }
    await writeFile(join(folder, '.lock'), JSON.stringify(holder))
    await expect(lockFolder(folder)).rejects.toThrow('may-chu-khac')
  })

  test('falls to one of many who find a stale lock at once', async () => {
    await writeFile(join(folder, '.lock'), 'damaged')
    const program = `import { lockFolder } from '#server/db/folder-lock.ts'
      await lockFolder(process.argv[1]).then(() => console.log('mine'), error => console.log(error.code))
      process.stdin.resume()`
    const rivals = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', program, folder]))
    const answers = await Promise.all(rivals.map(async rival => String(await once(rival.stdout, 'data')).trim()))
    expect(answers.toSorted()).toEqual(['database.busy', 'database.busy', 'database.busy', 'mine'])
    for (const rival of rivals) rival.stdin.end()
  })
})
