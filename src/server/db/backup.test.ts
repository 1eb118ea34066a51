import { cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { backup } from './backup.ts'
import { type Database, openDatabase } from './connect.ts'
import { codeOf } from './fault.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'
import { digestTables } from './table-rows.ts'
import { toDateRange, toJson } from './values.ts'

// New data folders and restores take seconds, on a busy machine many.
vi.setConfig({ testTimeout: 90_000 })

const unit = { id: '00000000-0000-4000-8000-000000000001', shortName: 'VPUB' }
const parent = { id: '00000000-0000-4000-8000-000000000002', shortName: 'UBND' }

let folder = ''
let source: Database
let target: Database
const path = (...parts: readonly string[]) => join(folder, ...parts)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nep-backup-'))
  source = await openTestDatabase()
  target = await openTestDatabase()
  await record(source)
  await mkdir(path('files', 'ab'), { recursive: true })
  await writeFile(path('files', 'ab', 'abcd'), 'một tấm ảnh')
  await writeFile(path('files', 'ab', 'abff.1.part'), 'chưa xong')
})
afterEach(async () => {
  await source.close()
  await target.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('restores every row and file', async () => {
    const summary = await backup(source, path('files'), path('out.zip'))
    expect(await restore(target, path('restored'), path('out.zip'), { force: false })).toEqual(summary)
    expect(await digestTables(target.kysely)).toEqual(await digestTables(source.kysely))
    expect(await readFile(path('restored', 'ab', 'abcd'), 'utf8')).toBe('một tấm ảnh')
    expect(await readdir(path('restored', 'ab'))).toEqual(['abcd'])
    expect(await readdir(path('restored'))).toEqual(['ab'])
  })

  test('leaves a database that is guarded and migrated as before', async () => {
    await backup(source, path('files'), path('out.zip'))
    await restore(target, path('restored'), path('out.zip'), { force: false })
    expect(await migrate(target)).toEqual([])
    await expect(sql`delete from audit_entry`.execute(target.kysely)).rejects.toThrow('append-only')
    const orphan = { id: crypto.randomUUID(), unitId: crypto.randomUUID(), category: 'biên chế', count: 1, valid: '[2022-01-01,)' }
    await expect(target.kysely.insertInto('headcount').values(orphan).execute()).rejects.toMatchObject({ code: '23503' })
  })

  test('is one snapshot, whatever is written meanwhile', async () => {
    const done = backup(source, path('files'), path('out.zip'))
    await Promise.all(Array.from({ length: 20 }, (_, i) => writePair(source, `pair-${i}`)))
    await done
    await restore(target, path('restored'), path('out.zip'), { force: false })
    const { rows } = await sql<{ key: string }>`select key from setting where key like 'pair-%'`.execute(target.kysely)
    expect(rows.length % 2).toBe(0)
    expect(await source.kysely.selectFrom('setting').select('key').where('key', 'like', 'pair-%').execute()).toHaveLength(40)
  })

  test('that cannot be written leaves nothing under its name', async () => {
    await expect(backup(source, path('files'), path('nowhere', 'out.zip'))).rejects.toMatchObject({ code: 'backup.failed' })
    expect((await readdir(folder)).toSorted()).toEqual(['files'])
  })
})

describe('a restore', () => {
  test('refuses a database that holds anything, unless forced', async () => {
    await backup(source, path('files'), path('out.zip'))
    const before = await digestTables(source.kysely)
    await writePair(source, 'pair-later')
    await expect(restore(source, path('restored'), path('out.zip'), { force: false })).rejects.toMatchObject({
      code: 'backup.target-not-empty',
    })
    await restore(source, path('restored'), path('out.zip'), { force: true })
    expect(await digestTables(source.kysely)).toEqual(before)
  })

  test('refuses a folder that holds files, unless forced', async () => {
    await backup(source, path('files'), path('out.zip'))
    await expect(restore(target, path('files'), path('out.zip'), { force: false })).rejects.toMatchObject({
      code: 'backup.target-not-empty',
    })
  })

  test('migrates a database that has no table yet', async () => {
    await backup(source, path('files'), path('out.zip'))
    const bare = await openDatabase({ kind: 'memory' })
    await restore(bare, path('restored'), path('out.zip'), { force: false })
    expect(await digestTables(bare.kysely)).toEqual(await digestTables(source.kysely))
    await bare.close()
  })

  test('refuses a file torn at any place and changes nothing', async () => {
    await backup(source, path('files'), path('out.zip'))
    const whole = await readFile(path('out.zip'))
    const before = await digestTables(target.kysely)
    for (const kept of [0, 100, Math.floor(whole.length / 2), whole.length - 1]) {
      await cp(path('out.zip'), path('torn.zip'))
      await truncate(path('torn.zip'), kept)
      await expect(restore(target, path('restored'), path('torn.zip'), { force: true })).rejects.toMatchObject({ code: 'backup.broken' })
    }
    expect(await digestTables(target.kysely)).toEqual(before)
    expect(await readdir(folder)).not.toContain('restored')
  })

  test('refuses a file in which any one byte of the content was changed', async () => {
    await backup(source, path('files'), path('out.zip'))
    const whole = await readFile(path('out.zip'))
    const whatWas = await digestTables(source.kysely)
    const contentEnd = whole.indexOf('nep-backup.json')
    for (let at = 60; at < contentEnd; at += Math.ceil(contentEnd / 10)) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 0x20
      await writeFile(path('changed.zip'), changed)
      const outcome = restore(target, path('restored'), path('changed.zip'), { force: true })
      // Some bytes mean nothing to a reader (a time stamp, a local name): then what was restored is whole.
      await expect(outcome.then(() => digestTables(target.kysely), codeOf)).resolves.toSatisfy(
        result => result === 'backup.broken' || JSON.stringify(result) === JSON.stringify(whatWas),
      )
    }
  })

  test('refuses a backup of a newer release and names the step it lacks', async () => {
    await sql`insert into migration (name, hash) values ('9999-from-the-future', ${'0'.repeat(64)})`.execute(source.kysely)
    await backup(source, path('files'), path('out.zip'))
    const restoring = restore(target, path('restored'), path('out.zip'), { force: false })
    await expect(restoring).rejects.toMatchObject({
      code: 'backup.newer-than-code',
      message: expect.stringContaining('9999-from-the-future'),
    })
  })
})

/** Rows with what breaks careless formats: marks, quotes, line ends, references in a circle, ranges, numbers, empty values. */
async function record(database: Database): Promise<void> {
  const { kysely } = database
  const awkward = 'Văn phòng "UBND"\\ tỉnh\n\u2028\tđường ½ – …'
  await kysely
    .insertInto('setting')
    .values({ key: awkward, value: toJson({ a_b: [1, null, awkward], n: 12345678901234.5 }) })
    .execute()
  await kysely.insertInto('orgUnit').values([unit, parent]).execute()
  const version = { kind: 'office', name: awkward, calledInText: 'Văn phòng', source: '', parentUnitId: null }
  const valid = toDateRange({ from: null, until: null })
  await kysely
    .insertInto('orgUnitVersion')
    .values([
      { ...version, id: crypto.randomUUID(), unitId: unit.id, parentUnitId: parent.id, valid },
      { ...version, id: crypto.randomUUID(), unitId: parent.id, valid, letterhead: toJson(['a', { b: 'c' }]) },
    ])
    .execute()
  const entry = { at: '2022-06-15T03:04:05.120Z', actorName: 'Lò Thị Mai', command: 'org.save', subjectKind: 'unit', subjectId: unit.id }
  await kysely
    .insertInto('auditEntry')
    .values({ ...entry, recordIds: [unit.id], seq: 1, previousHash: '', hash: 'a' })
    .execute()
}

/** Two rows that belong together. */
async function writePair(database: Database, key: string): Promise<void> {
  await database.kysely.transaction().execute(async tx => {
    await tx
      .insertInto('setting')
      .values({ key: `${key}a`, value: toJson(1) })
      .execute()
    await tx
      .insertInto('setting')
      .values({ key: `${key}b`, value: toJson(2) })
      .execute()
  })
}
