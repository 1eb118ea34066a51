import type { Answer, Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { tellReminded } from '../notice/tell-request.ts'
import { countReminded, insertReminders, listLastReminders } from './reminder.store.ts'
import { lockRequest } from './request.store.ts'
import { listObligations } from './return.store.ts'
import { openWithin } from './within.ts'

/** Whoever receives reminds those who still owe: kept with its words. Who sent meanwhile, or was reminded today by another, is left out. */
export async function remindUnits(ctx: Context, body: Body<'request.remind'>): Promise<Result<Answer<'request.remind'>, RefusalCode>> {
  const request = await lockRequest(ctx.tx, body.requestId)
  if (!request) return unknown(ctx, 'request.remind', 'request.unknown')
  const wanted = new Set(body.unitIds)
  const owed = (await listObligations(ctx.tx, request.id)).filter(({ unitId }) => wanted.has(unitId))
  const receivers = [...new Set(owed.map(({ toUnitId }) => toUnitId))]
  for (const unitId of receivers.length > 0 ? receivers : [request.unitId]) {
    await openWithin(ctx, request, unitId)
    const denied = await authorise(ctx, 'request.remind', unitId)
    if (denied) return denied
  }
  if (owed.length < wanted.size) return refuse('return.unknown')
  const before = await countReminded(ctx.tx, body.id)
  if (before > 0) return ok({ reminded: before })
  const remindedOn = await listLastReminders(ctx.tx, request.id, ctx.today)
  const owing = owed.filter(({ unitId, state }) => (state === 'open' || state === 'sentBack') && remindedOn.get(unitId) !== ctx.today)
  if (owing.length === 0) return refuse('request.nobody-to-remind')
  const unitIds = owing.map(({ unitId }) => unitId)
  const reminder = { id: body.id, words: body.words ?? '', on: ctx.today, byName: ctx.actor.fullName, at: ctx.now }
  await insertReminders(ctx.tx, reminder, owing)
  const [onlyOne, ...others] = receivers
  const unitId = onlyOne !== undefined && others.length === 0 ? onlyOne : request.unitId
  const subject = { kind: 'request', id: request.id, unitId, recordIds: [body.id] }
  await insertAuditEntry(ctx, 'request.remind', subject, { after: { ...reminder, unitIds } })
  await tellReminded(ctx, request, unitIds, reminder.words)
  return ok({ reminded: owing.length })
}
