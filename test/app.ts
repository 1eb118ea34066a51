import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Role } from '#domain/account/access.ts'
import { addAccountWithPassword } from '#server/account/account.actions.ts'
import type { Database } from '#server/db/connect.ts'
import { buildApp } from '#server/http/app.ts'
import type { FaultLine } from '#server/http/fault.ts'
import { runAction } from '#server/http/run.ts'
import type { World } from '#server/world.ts'
import { givenUnit, someone, worldOn } from './factories.ts'

// The server as browsers meet it, without a port: requests are handed to it directly.

export const password = 'mật khẩu để thử'

type AppSettings = { readonly idleHours?: number; readonly webFolder?: string }
export type TestApp = { readonly app: FastifyInstance; readonly faults: readonly FaultLine[] }

export async function givenApp(world: World, options: AppSettings = {}): Promise<TestApp> {
  const { idleHours = 8, webFolder = null } = options
  const faults: FaultLine[] = []
  const secret = 'a secret for tests only, long enough'
  const app = await buildApp(world, { secret, idleHours, webFolder, post: null, logFault: line => faults.push(line) })
  return { app, faults }
}

/** An account whose password need not be changed first; answers its id. */
export async function givenAccount(
  world: World,
  account: { readonly unitId: string; readonly username: string; readonly role: Role; readonly withSubtree?: boolean },
): Promise<string> {
  const body = { id: randomUUID(), fullName: `Người thử ${account.username}`, withSubtree: true, ...account }
  const added = await runAction(world, someone('admin', [account.unitId]), 'account.add', ctx =>
    addAccountWithPassword(ctx, body, password),
  )
  if (!added.ok) throw new Error(added.code)
  return body.id
}

export type Browser = {
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<LightMyRequestResponse>
  signIn(username: string, password?: string): Promise<LightMyRequestResponse>
  cookie(): string
}

/** Keeps the cookie it was given, as browsers do. */
export function openBrowser({ app }: TestApp, { address = '10.0.0.1', cookie = '' } = {}): Browser {
  let jar = cookie
  const ask: Browser['ask'] = async (method, path, body) => {
    const request: InjectOptions = { method, url: `/api/${path}`, remoteAddress: address, headers: { cookie: jar } }
    const response = await app.inject(body === undefined ? request : { ...request, payload: body })
    const [session] = response.cookies.filter(given => given.name === 'nep.session_token')
    if (session) jar = session.value === '' ? '' : `${session.name}=${encodeURIComponent(session.value)}`
    return response
  }
  const signIn: Browser['signIn'] = (username, given = password) => ask('POST', 'session', { username, password: given })
  return { ask, signIn, cookie: () => jar }
}

/** One file as a form sends it. */
export async function handIn(
  { app }: TestApp,
  browser: Browser,
  path: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<LightMyRequestResponse> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), fileName)
  const encoded = new Response(form)
  return app.inject({
    method: 'POST',
    url: `/api/${path}`,
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', cookie: browser.cookie() },
  })
}

/** An office whose officer has signed in. */
export async function anOfficeAtWork(
  database: Database,
  options: AppSettings = {},
): Promise<{ world: World; unitId: string; app: TestApp; browser: Browser }> {
  const world = worldOn(database)
  const unitId = await givenUnit(database.kysely, { name: 'Văn phòng minh họa' })
  await givenAccount(world, { unitId, username: 'chuyen.vien', role: 'officer' })
  const app = await givenApp(world, options)
  const browser = openBrowser(app)
  await browser.signIn('chuyen.vien')
  return { world, unitId, app, browser }
}
