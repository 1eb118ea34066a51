import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { RefusalCode } from '#contract/index.ts'
import { answerParams, postedListParams, sayBody } from '#contract/posted.ts'
import type { Result } from '#domain/kit/result.ts'
import { type Context, openContext } from '../context.ts'
import { inTransaction } from '../db/transaction.ts'
import { sendOutcome, sendRefusal } from '../http/answer.ts'
import { query } from '../http/definitions.ts'
import { parseInput } from '../http/run.ts'
import { openThrottle } from '../http/throttle.ts'
import type { World } from '../world.ts'
import { anybody, sayOfPosted } from './posted.actions.ts'
import { findPosted, readOpinionState, readPostedList } from './posted.queries.ts'

export const postedQueries = [query('posted.one', findPosted)]

/** A family looks, thinks, writes once or twice; where from is counted in memory and written down nowhere. */
const opinionsAllowed = { times: 5, withinMs: 10 * 60_000 }

/** What anybody may ask of a list while it is posted. */
export function publicPostedRoutes(api: FastifyInstance, world: World): void {
  const mayHear = openThrottle(opinionsAllowed)

  function look<Schema extends z.ZodType, Value>(
    path: string,
    params: Schema,
    read: (ctx: Context, asked: z.output<Schema>) => Promise<Result<Value, RefusalCode>>,
  ): void {
    api.get(path, async (request: FastifyRequest, reply: FastifyReply) => {
      const parsed = parseInput(params, request.query)
      if (!parsed.ok) return sendOutcome(reply, parsed)
      return sendOutcome(reply, await read(openContext(world, anybody, world.database.kysely), parsed.value))
    })
  }

  look('/posted.list', postedListParams, (ctx, { id }) => readPostedList(ctx, id))
  look('/posted.answer', answerParams, (ctx, { id }) => readOpinionState(ctx, id))

  api.post('/posted.say', async (request, reply) => {
    const parsed = parseInput(sayBody, request.body)
    if (!parsed.ok) return sendOutcome(reply, parsed)
    if (!mayHear(request.ip)) return sendRefusal(reply, 'posted.too-many')
    return sendOutcome(reply, await inTransaction(world.database, tx => sayOfPosted(openContext(world, anybody, tx), parsed.value)))
  })
}
