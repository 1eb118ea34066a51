import { randomUUID } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, test as plain } from 'vitest'
import type { ApiSchema } from '#contract/api-description.ts'
import { bodies, type CommandName, params, type QueryName, refusals } from '#contract/index.ts'
import type { RefusalText } from '#contract/refusal-text.ts'
import { givenApp, openBrowser } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { worldOn } from '../../../test/factories.ts'
import { paramsOf } from '../../../test/one-look.ts'
import { bodyOf, type Ids } from '../../../test/one-of-everything.ts'
import { describeApi } from './openapi.ts'
import { sayTemplate } from './openapi-refusals.ts'

const description = describeApi()
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
)
const judge = new Ajv2020({ strict: false, allErrors: true })
formats.default(judge)

plain('is OpenAPI by the standard’s own schema, and no two operations bear one name', async () => {
  expect(await new Validator().validate(JSON.parse(JSON.stringify(description)))).toMatchObject({ valid: true })
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
})

test('holds every route there is, except those the terminal asks of a running server', async ({ database }) => {
  const { app } = await givenApp(worldOn(database))
  const routes = routesOf(app.printRoutes({ commonPrefix: false })).filter(route => !route.includes('/operator/'))
  const described = operations.map(({ method, path }) => `${method.toUpperCase()} /api${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`)
  expect(described.toSorted()).toEqual(routes.toSorted())
})

test('is given to anybody, without an account', async ({ database }) => {
  const answer = await openBrowser(await givenApp(worldOn(database))).ask('GET', 'openapi.json')
  expect([answer.statusCode, answer.json()]).toEqual([200, JSON.parse(JSON.stringify(description))])
})

describe('what commands take', () => {
  plain.for(Object.keys(bodies) as CommandName[])('%s: a body that is accepted fits, one with something more does not', name => {
    const schema = description.paths[`/${name}`]?.post?.requestBody?.content['application/json']?.schema
    const fits = judge.compile({ ...schema })
    const body = bodyOf(anyIds(), name)
    fits(body)
    expect(fits.errors).toBeNull()
    expect(fits({ ...body, colour: 'đỏ' })).toBe(false)
  })

  plain('tells the label of a field, how long it may be, and what is a day', () => {
    const schema = description.paths['/season.post']?.post?.requestBody?.content['application/json']?.schema
    expect(schema).toMatchObject({
      required: ['id', 'seasonId', 'areaUnitId', 'on', 'lastOn', 'place'],
      additionalProperties: false,
      properties: {
        id: { title: 'Bước', format: 'uuid' },
        lastOn: { title: 'Ngày cuối niêm yết', type: 'string', format: 'date' },
        place: { title: 'Nơi niêm yết', type: 'string', minLength: 1, maxLength: 300 },
      },
    })
  })
})

plain.for(Object.keys(params) as QueryName[])('what %s asks is named, and what must be said is marked', name => {
  const { parameters = [] } = description.paths[`/${name}`]?.get ?? {}
  const asked = paramsOf(anyIds(), name)
  expect(parameters.map(parameter => parameter.name)).toEqual(expect.arrayContaining(Object.keys(asked)))
  for (const { name: key, required, schema } of parameters) {
    if (required) expect(Object.keys(asked)).toContain(key)
    if (asked[key] !== undefined) expect([key, fitsAsText(schema, asked[key])]).toEqual([key, true])
  }
})

describe('who may and what is refused', () => {
  plain('is said of every operation in Vietnamese', () => {
    for (const { operation } of operations) {
      expect(operation.summary).toMatch(/^\p{Lu}[\p{Ll} ]/u)
      expect(operation.description).toMatch(/\.$/u)
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['2XX', '400', '403', '500']))
    }
    expect(description.paths['/season.decide']?.post?.description).toContain('Lãnh đạo')
    expect(description.paths['/certificate.keys']?.get?.security).toEqual([])
  })

  plain('names every code with its sentence, blanks where it names what was sent', () => {
    const said = Object.values(description.components.responses).map(response => response.description)
    for (const [code, text] of Object.entries(refusals as Record<string, RefusalText>)) {
      expect([code, said.some(part => part.includes(`\`${code}\` `))]).toEqual([code, true])
      expect(sayTemplate(text)).not.toMatch(/NaN|undefined|null|\[object/u)
    }
    expect(description.components.responses['season-409']?.description).toContain('`season.already-registered` Hộ … đã đăng ký')
  })
})

/** Ids of nothing: only their form matters here. */
function anyIds(): Ids {
  const any = new Proxy({}, { get: () => randomUUID() })
  return new Proxy({}, { get: (_, key) => (key === 'ofSeason' || key === 'ofRequest' ? any : randomUUID()) }) as Ids
}

/** What stands in an address is text; a number is read from it. */
function fitsAsText(schema: ApiSchema, text: string): boolean {
  return judge.validate({ ...schema }, text) || judge.validate({ ...schema }, Number(text))
}

/** Fastify prints its routes as a tree: each line says how deep it stands, a piece of the path, and the methods at its end. */
function routesOf(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap(line => {
    const [, depth = '', piece = '', methods = ''] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/u.exec(line) ?? []
    above.length = depth.length / 4
    above.push(piece)
    const path = above.join('').replaceAll('//', '/')
    return methods.split(', ').flatMap(method => (['GET', 'POST', 'DELETE'].includes(method) ? [`${method} ${path}`] : []))
  })
}
