import { describe, expect } from 'vitest'
import { ok, refuse } from '#domain/kit/result.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import type { Database, Db } from './connect.ts'
import { inTransaction } from './transaction.ts'
import { toJson } from './values.ts'

describe('a command', () => {
  test('keeps what it wrote when it answers ok', async ({ database }) => {
    await inTransaction(database, async tx => ok(await note(tx, 'kept')))
    expect(await notes(database.kysely)).toEqual(['kept'])
  })

  test('leaves nothing behind when it refuses', async ({ database }) => {
    const result = await inTransaction(database, async tx => {
      await note(tx, 'half done')
      return refuse('plan.not-allowed')
    })
    expect(result).toMatchObject({ ok: false, code: 'plan.not-allowed' })
    expect(await notes(database.kysely)).toEqual([])
  })

  test('leaves nothing behind when it fails', async ({ database }) => {
    const failing = inTransaction(database, async tx => {
      await note(tx, 'half done')
      throw new Error('disk')
    })
    await expect(failing).rejects.toThrow('disk')
    expect(await notes(database.kysely)).toEqual([])
  })

  test('does not answer ok when an error of the database was swallowed on the way', async ({ database }) => {
    const swallowing = inTransaction(database, async tx => {
      await note(tx, 'once')
      await note(tx, 'once').catch(() => {})
      return ok()
    })
    await expect(swallowing).rejects.toThrow('aborted')
    expect(await notes(database.kysely)).toEqual([])
  })
})

describe('outside the transaction of a test', () => {
  test('the same verdicts hold', async () => {
    const database = await openTestDatabase()
    await inTransaction(database, async tx => ok(await note(tx, 'kept')))
    await inTransaction(database, async tx => {
      await note(tx, 'refused')
      return refuse('plan.not-allowed')
    })
    const swallowing = inTransaction(database, async tx => {
      await note(tx, 'swallowed')
      await note(tx, 'kept').catch(() => {})
      return ok()
    })
    await expect(swallowing).rejects.toThrow('aborted')
    expect(await notes(database.kysely)).toEqual(['kept'])
    await database.close()
  })

  test('two hundred commands at once take turns on the row they lock', async () => {
    const database = await openTestDatabase()
    const numbers = await Promise.all(Array.from({ length: 200 }, () => nextNumber(database)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
    await database.close()
  })

  test('commands that wait for each other are run again until both have their way', async () => {
    const database = await openTestDatabase()
    await inTransaction(database, async tx => {
      await note(tx, 'a')
      await note(tx, 'b')
      return ok()
    })
    const both = (first: string, second: string) =>
      inTransaction(database, async tx => {
        await lockNote(tx, first)
        await new Promise(resolve => setTimeout(resolve, 50))
        await lockNote(tx, second)
        return ok()
      })
    const results = await Promise.all([both('a', 'b'), both('b', 'a')])
    expect(results.map(result => result.ok)).toEqual([true, true])
    await database.close()
  })
})

async function note(tx: Db, key: string): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ key, value: toJson(true) })
    .execute()
}

async function lockNote(tx: Db, key: string): Promise<void> {
  await tx.selectFrom('setting').select('key').where('key', '=', key).forUpdate().execute()
}

async function notes(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('setting').select('key').orderBy('key').execute()
  return rows.map(row => row.key)
}

async function nextNumber(database: Database): Promise<number> {
  const result = await inTransaction(database, async tx => {
    const head = await tx.selectFrom('auditHead').select('seq').forUpdate().executeTakeFirstOrThrow()
    await tx
      .updateTable('auditHead')
      .set({ seq: head.seq + 1 })
      .execute()
    return ok(head.seq + 1)
  })
  if (!result.ok) throw new Error('a command without a rule was refused')
  return result.value
}
