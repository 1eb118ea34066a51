import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CommandName, QueryName } from '#contract/index.ts'
import { bodies, params } from '#contract/index.ts'
import { roles } from '#domain/account/access.ts'
import { writeAnswers } from '../../../scripts/answers.ts'
import { type Browser, givenAccount, givenApp, openBrowser, type TestApp } from '../../../test/app.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { must, send, someone, worldOn } from '../../../test/factories.ts'
import { paramsOf } from '../../../test/one-look.ts'
import { type Ids, recordSomething } from '../../../test/one-of-everything.ts'
import type { Database } from '../db/connect.ts'
import { describeApi } from './openapi.ts'

// What the description says is answered is what is answered, read by a program that knows nothing but the description.

const description = describeApi()
const judge = new Ajv2020({ strict: false, allErrors: true })
formats.default(judge)
judge.addSchema({ $id: 'nep', ...description })

let database: Database
let app: TestApp
let ids: Ids
let everyone: Browser

beforeAll(async () => {
  database = await openTestDatabase()
  const world = worldOn(database)
  ids = await recordSomething(world)
  app = await givenApp(world)
  await givenAccount(world, { unitId: ids.office, username: 'du.quyen', role: 'viewer' })
  const account = await givenAccount(world, { unitId: ids.office, username: 'moi.quyen', role: 'admin' })
  const admin = { ...someone('admin', [ids.office]) }
  for (const role of roles.filter(each => each !== 'admin'))
    await must(
      send(world, admin, 'account.grant', { id: crypto.randomUUID(), accountId: account, role, unitId: ids.office, withSubtree: true }),
    )
  everyone = openBrowser(app)
  await everyone.signIn('moi.quyen')
})

afterAll(async () => {
  await app.app.close()
  await database.close()
})

test('is written from the types as they are (npm run answers)', async () => {
  expect(await readFile(join(import.meta.dirname, '../../contract/answers.json'), 'utf8')).toBe(writeAnswers())
})

test('every command and query says what it answers, or that it answers nothing', () => {
  const silent = (Object.keys(bodies) as CommandName[]).filter(name => !contentOf('post', name))
  expect(silent).toHaveLength(15)
  expect((Object.keys(params) as QueryName[]).filter(name => !contentOf('get', name))).toEqual([])
})

describe('what is answered fits what is described', () => {
  test.for(Object.keys(params) as QueryName[])('%s', async name => {
    const answer = await everyone.ask('GET', `${name}?${new URLSearchParams(paramsOf(ids, name))}`)
    expect(answer.statusCode).toBe(200)
    const fits = judge.compile({ $ref: `nep#/paths/~1${name}/get/responses/2XX/content/application~1json/schema` })
    fits(answer.json())
    expect(fits.errors).toBeNull()
  })
})

function contentOf(method: 'get' | 'post', name: string): unknown {
  const said = description.paths[`/${name}`]?.[method]?.responses['2XX']
  return said && 'content' in said ? said.content : undefined
}
