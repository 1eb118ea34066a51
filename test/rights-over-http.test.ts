import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, type CommandName, params, type QueryName, rights } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import { isOnesOwn } from '#domain/notice/access.ts'
import type { Database, Db } from '#server/db/connect.ts'
import { stopListWork } from '#server/household/list-work.ts'
import { allCommands, allQueries } from '#server/routes.ts'
import type { World } from '#server/world.ts'
import { type Browser, givenAccount, givenApp, openBrowser, type TestApp } from './app.ts'
import { openTestDatabase } from './database.ts'
import { givenUnit, must, send, someone, worldOn } from './factories.ts'
import { paramsOf } from './one-look.ts'
import { bodyOf, type Ids, recordSomething } from './one-of-everything.ts'

// Every command, query and file over HTTP, asked by those who may not: a stranger with every role elsewhere, someone
// who may only read here, someone signed out. All get a plain no and leave no trace.

test('everything in the contract is offered, and nothing else', () => {
  expect(allCommands.map(command => command.name).toSorted()).toEqual(Object.keys(bodies).toSorted())
  expect(allQueries.map(query => query.name).toSorted()).toEqual(Object.keys(params).toSorted())
})

let database: Database
let app: TestApp
let ids: Ids
let stranger: Browser
let reader: Browser
let everyone: Browser

beforeAll(async () => {
  database = await openTestDatabase()
  const world = worldOn(database)
  ids = await recordSomething(world)
  app = await givenApp(world)
  const elsewhere = await givenUnit(database.kysely, { name: 'Sở khác' })
  ;[stranger, reader, everyone] = [openBrowser(app), openBrowser(app), openBrowser(app)]
  await giveEveryRole(world, 'nguoi.ngoai', elsewhere)
  await giveEveryRole(world, 'du.quyen', ids.office)
  await givenAccount(world, { unitId: ids.office, username: 'nguoi.xem', role: 'viewer' })
  await stranger.signIn('nguoi.ngoai')
  await everyone.signIn('du.quyen')
  await reader.signIn('nguoi.xem')
})

afterAll(async () => {
  await app.app.close()
  await database.close()
})

describe.for(Object.keys(params) as QueryName[])('%s', name => {
  test('is read by those who may and by nobody else', async () => {
    const path = `${name}?${new URLSearchParams(paramsOf(ids, name))}`
    expect([(await everyone.ask('GET', path)).statusCode, (await openBrowser(app).ask('GET', path)).json().code]).toEqual([
      200,
      'account.signed-out',
    ])
    const answer = await stranger.ask('GET', path)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.not-allowed'])
  })
})

describe('files', () => {
  test.for([
    ['of an activity', () => `evidence/${ids.evidence}`],
    ['of an answer', () => `evidence/${ids.evidenceOfProgress}`],
    ['of a draft', () => `report.preview?id=${ids.report}&format=html`],
    ['of an issued report', () => `report.download?id=${ids.report}&name=bao-cao.pdf`],
  ] as const)('%s are opened by those who may and by nobody else', async ([, path]) => {
    expect((await openBrowser(app).ask('GET', path())).json().code).toBe('account.signed-out')
    expect((await stranger.ask('GET', path())).json().code).toBe('account.not-allowed')
    expect([200, 409]).toContain((await reader.ask('GET', path())).statusCode)
  })
})

test('a page of ours is shown without scripts, cut off from the application', async () => {
  const page = await reader.ask('GET', `report.preview?id=${ids.report}&format=html`)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; .*sandbox(?!.*allow-(scripts|same-origin))/u)
})

// Last, because those who may do change things. What only concerns one's own desk is done by readers too.
describe.for(Object.keys(bodies) as CommandName[])('%s', name => {
  test('is refused to a stranger and to a reader, and nothing is written', async () => {
    const before = await fingerprint(database.kysely)
    for (const browser of isOnesOwn(rights[name]) ? [stranger] : [stranger, reader]) {
      const answer = await browser.ask('POST', name, bodyOf(ids, name))
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.not-allowed'])
    }
    expect(await fingerprint(database.kysely)).toEqual(before)
  })

  test('is refused to someone signed out, before anything is read', async () => {
    const answer = await openBrowser(app).ask('POST', name, { nonsense: true })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'account.signed-out'])
  })

  test('is not refused by its form: the same words from someone who may are understood', async () => {
    const answer = await everyone.ask('POST', name, bodyOf(ids, name))
    await stopListWork() // what follows a command is no trace of the next one
    const refusal = answer.statusCode < 300 ? null : answer.json().code
    expect(['input.invalid', 'account.not-allowed', 'account.signed-out', 'server.fault', 'input.not-found']).not.toContain(refusal)
  })
})

async function giveEveryRole(world: World, username: string, unitId: string): Promise<void> {
  const accountId = await givenAccount(world, { unitId, username, role: 'admin' })
  for (const role of roles.slice(1))
    await must(send(world, someone('admin', [unitId]), 'account.grant', { id: randomUUID(), accountId, unitId, role, withSubtree: true }))
}

/** What every table says, sessions aside: they are prolonged by looking. */
async function fingerprint(tx: Db): Promise<unknown> {
  const { rows: tables } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'session' order by 1`.execute(
    tx,
  )
  const all = tables.map(
    ({ name }) =>
      sql`select ${name}::text as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as said from ${sql.table(name)} t`,
  )
  return (await sql`${sql.join(all, sql` union all `)}`.execute(tx)).rows
}
