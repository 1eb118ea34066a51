import type { Answer, Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { tellReminded } from '../notice/tell-request.ts'
import { insertReminders, isReminderKnown } from './reminder.store.ts'
import { lockRequest } from './request.store.ts'
import { listObligations } from './return.store.ts'

/** Whoever receives reminds those who owe: kept with its words, so that nobody is reminded twice a day by two people. */
export async function remindUnits(ctx: Context, body: Body<'request.remind'>): Promise<Result<Answer<'request.remind'>, RefusalCode>> {
  const request = await lockRequest(ctx.tx, body.requestId)
  if (!request) return unknown(ctx, 'request.remind', 'request.unknown')
  const wanted = new Set(body.unitIds)
  const owed = (await listObligations(ctx.tx, request.id)).filter(({ unitId }) => wanted.has(unitId))
  const receivers = [...new Set(owed.map(({ toUnitId }) => toUnitId))]
  for (const unitId of receivers.length > 0 ? receivers : [request.unitId]) {
    const denied = await authorise(ctx, 'request.remind', unitId)
    if (denied) return denied
  }
  if (owed.length < wanted.size) return refuse('return.unknown')
  if (await isReminderKnown(ctx.tx, body.id)) return ok({ reminded: owed.length })
  const reminder = { id: body.id, words: body.words ?? '', on: ctx.today, byName: ctx.actor.fullName, at: ctx.now }
  await insertReminders(ctx.tx, reminder, owed)
  const [onlyOne, ...others] = receivers
  const unitId = onlyOne !== undefined && others.length === 0 ? onlyOne : request.unitId
  const subject = { kind: 'request', id: request.id, unitId, recordIds: [body.id] }
  await insertAuditEntry(ctx, 'request.remind', subject, { after: { ...reminder, unitIds: body.unitIds } })
  await tellReminded(ctx, request, body.unitIds, reminder.words)
  return ok({ reminded: owed.length })
}
