import { elsewhereOf, type ToldElsewhere } from '#domain/indicator/checks/elsewhere.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listStandingElsewhere } from './flags.store.ts'
import type { StoredRequest } from './request.store.ts'

/** What a unit told of the same days in other requests: a number is entered once, and offered wherever it is asked again. */
export async function findElsewhere(ctx: Context, request: StoredRequest, unitId: string): Promise<Record<string, ToldElsewhere>> {
  const others = await listStandingElsewhere(ctx.tx, unitId, request)
  if (others.length === 0) return {}
  const { dictionary } = await askedOf(ctx.tx, request.id)
  const told = []
  for (const { requestId, title, content } of others)
    told.push({ requestId, title, values: content.values, indicators: (await askedOf(ctx.tx, requestId)).dictionary.indicators })
  return elsewhereOf(dictionary.indicators, told)
}
