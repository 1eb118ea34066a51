import { randomUUID } from 'node:crypto'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type AuthSettings, openAuth } from '../account/auth.ts'
import { recognise, sessionRoutes } from '../account/session.routes.ts'
import { publicCertificateRoutes } from '../certificate/certificate.routes.ts'
import { listUploadRoutes } from '../household/list.upload.ts'
import type { PostSettings } from '../notice/post.ts'
import { publicPostedRoutes } from '../posted/posted.routes.ts'
import { sheetUploadRoutes } from '../request/sheet.upload.ts'
import { allCommands, allFileQueries, allQueries } from '../routes.ts'
import type { World } from '../world.ts'
import { sendFile, sendOutcome, sendRefusal } from './answer.ts'
import { answerFault, type FaultLine, lineOf } from './fault.ts'
import { isFromElsewhere, setSecurityHeaders } from './guard.ts'
import { describeApi } from './openapi.ts'
import { operatorRoutes } from './operator.routes.ts'
import { pages } from './pages.ts'
import { personOf } from './person.ts'
import { runCommand, runFileQuery, runQuery } from './run.ts'
import { openThrottle } from './throttle.ts'
import { uploadRoutes } from './upload.ts'

export type AppOptions = AuthSettings & {
  /** Where the built web application lies; null serves the API alone. */
  readonly webFolder: string | null
  readonly logFault: (line: FaultLine) => void
  readonly post: PostSettings | null
}

const largestJson = 1024 * 1024
/** A photo over a slow line takes minutes; a request that takes longer is given up. */
const longestRequestMs = 10 * 60_000

/** An office behind one address checks a pile of certificates in a morning; a machine asks faster. */
const publicLimit = { times: 240, withinMs: 60_000 }

/** Every command, query and file over HTTP, and the web application beside them. */
export async function buildApp(world: World, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: largestJson,
    requestTimeout: longestRequestMs,
    trustProxy: 'loopback', // a proxy on the same machine tells the client's address and that it came over https
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  })
  app.removeContentTypeParser('text/plain')
  app.decorateRequest('person', null)
  app.addHook('onRequest', setSecurityHeaders)
  app.setErrorHandler(answerFault(options.logFault))
  await app.register(api => apiRoutes(api, world, options), { prefix: '/api' })
  if (options.webFolder !== null) await pages(app, options.webFolder)
  return app
}

async function apiRoutes(api: FastifyInstance, world: World, options: AppOptions): Promise<void> {
  const door = { world, auth: openAuth(world.database.kysely, options) }
  await api.register(multipart, { preservePath: true })
  api.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return isFromElsewhere(request) ? sendRefusal(reply, 'input.foreign-origin') : undefined
  })
  api.addHook('onRequest', recognise(door))
  api.setNotFoundHandler(async (_request, reply) => sendRefusal(reply, 'input.not-found'))
  sessionRoutes(api, door)
  descriptionRoute(api)
  await api.register(async anybody => publicRoutes(anybody, world, options))
  await api.register(async operator => operatorRoutes(operator, world, options))
  await api.register(async work => workRoutes(work, world, options))
}

/** What anybody asks without an account, so often and no more from one address. */
function publicRoutes(anybody: FastifyInstance, world: World, { webFolder }: AppOptions): void {
  const mayAsk = openThrottle(publicLimit)
  anybody.addHook('onRequest', async (request, reply) => (mayAsk(request.ip) ? undefined : sendRefusal(reply, 'posted.busy')))
  publicCertificateRoutes(anybody, world, webFolder)
  publicPostedRoutes(anybody, world)
}

/** What machines read to know what can be asked; made when first wanted. */
function descriptionRoute(api: FastifyInstance): void {
  let text = ''
  api.get('/openapi.json', async (_request, reply) => {
    text ||= JSON.stringify(describeApi())
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

/** What only those at work may ask: signed in, with a password of their own. */
function workRoutes(work: FastifyInstance, world: World, { logFault }: Pick<AppOptions, 'logFault'>): void {
  work.addHook('onRequest', refuseStrangers)
  for (const definition of allCommands) {
    work.post(`/${definition.name}`, async (request, reply) => {
      const { actor } = personOf(request)
      const outcome = await runCommand(world, actor, definition, request.body)
      if (outcome.ok) definition.followUp?.(world, actor, request.body).catch(error => logFault(lineOf(error, request)))
      return sendOutcome(reply, outcome)
    })
  }
  for (const definition of allQueries) {
    work.get(`/${definition.name}`, async (request, reply) => {
      return sendOutcome(reply, await runQuery(world, personOf(request).actor, definition, request.query))
    })
  }
  for (const definition of allFileQueries) {
    work.route({
      method: definition.method,
      url: `/${definition.path}`,
      handler: async (request, reply) => {
        const input = { ...(request.query as object), ...(request.params as object), ...(request.body as object | undefined) }
        const outcome = await runFileQuery(world, personOf(request).actor, definition, input)
        return outcome.ok ? sendFile(reply, outcome.value) : sendOutcome(reply, outcome)
      },
    })
  }
  uploadRoutes(work, world)
  listUploadRoutes(work, world)
  sheetUploadRoutes(work, world)
}

async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (!request.person) return sendRefusal(reply, 'account.signed-out')
  if (request.person.mustChangePassword) return sendRefusal(reply, 'account.password-must-change')
  return undefined
}
