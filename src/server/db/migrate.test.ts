import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { listMigrations, migrate } from './migrate.ts'

describe('migrating', () => {
  test('again changes nothing', async ({ database }) => {
    const register = sql`select count(*) as count from migration`
    const before = await register.execute(database.kysely)
    expect(await migrate(database)).toEqual([])
    expect((await register.execute(database.kysely)).rows).toEqual(before.rows)
    expect(before.rows).toEqual([{ count: (await listMigrations()).length }])
  })

  test('is refused when a released step was edited', async ({ database }) => {
    await sql`update migration set hash = 'other' where name = '0001-foundation'`.execute(database.kysely)
    await expect(migrate(database)).rejects.toMatchObject({ code: 'database.migration-changed' })
  })

  test('is refused when the database was written by a newer release', async ({ database }) => {
    await sql`insert into migration (name, hash) values ('9999-from-the-future', 'x')`.execute(database.kysely)
    await expect(migrate(database)).rejects.toThrow('9999-from-the-future')
  })
})
