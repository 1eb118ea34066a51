import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { verifyChain } from '../audit/audit.store.ts'
import { backup } from '../db/backup.ts'
import { isDatabaseFault } from '../db/fault.ts'
import { sendDigests } from '../notice/digest.ts'
import type { PostSettings } from '../notice/post.ts'
import { operatorKey } from '../operator.ts'
import type { World } from '../world.ts'
import { sendOutcome, sendRefusal } from './answer.ts'
import { parseInput } from './run.ts'

const backupBody = z.strictObject({ file: z.string().max(4096) })

/** What commands at the terminal ask of the server that holds the data; for whoever may read the data folder. */
export function operatorRoutes(
  operator: FastifyInstance,
  world: World,
  { secret, post }: { readonly secret: string; readonly post: PostSettings | null },
): void {
  const expected = Buffer.from(`Bearer ${operatorKey(secret)}`)
  operator.addHook('onRequest', async (request, reply) =>
    isKnown(request, expected) ? undefined : sendRefusal(reply, 'account.not-allowed'),
  )

  operator.post('/operator/backup', async (request, reply) => {
    const parsed = parseInput(backupBody, request.body)
    if (!parsed.ok) return sendOutcome(reply, parsed)
    return backup(world.database, world.files.folder, parsed.value.file).then(
      summary => reply.send(summary),
      error => sayDatabaseFault(reply, error),
    )
  })

  operator.post('/operator/digest', async (_request, reply) =>
    reply.send(post === null ? null : await sendDigests(world, post, { isEarly: true })),
  )

  operator.post('/operator/verify-trail', async (_request, reply) => reply.send(await verifyChain(world.database.kysely)))
}

function isKnown(request: FastifyRequest, expected: Buffer): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** The person at the terminal can act on these; anything else is a fault like any other. */
function sayDatabaseFault(reply: FastifyReply, error: unknown): FastifyReply {
  if (!isDatabaseFault(error)) throw error
  return reply.code(409).send({ code: error.code, message: error.message })
}
