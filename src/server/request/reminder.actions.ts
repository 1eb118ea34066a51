import type { Answer, Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { tellReminded } from '../notice/tell-request.ts'
import { insertReminders, isReminderKnown } from './reminder.store.ts'
import { lockRequest } from './request.store.ts'
import { listObligations } from './return.store.ts'

/** Reminds units of what they owe: kept with its words, so that nobody is reminded twice a day by two people. */
export async function remindUnits(ctx: Context, body: Body<'request.remind'>): Promise<Result<Answer<'request.remind'>, RefusalCode>> {
  const request = await lockRequest(ctx.tx, body.requestId)
  if (!request) return unknown(ctx, 'request.remind', 'request.unknown')
  const denied = await authorise(ctx, 'request.remind', request.unitId)
  if (denied) return denied
  const wanted = new Set(body.unitIds)
  const owed = (await listObligations(ctx.tx, request.id)).filter(({ unitId }) => wanted.has(unitId))
  if (owed.length < wanted.size) return refuse('return.unknown')
  if (await isReminderKnown(ctx.tx, body.id)) return ok({ reminded: owed.length })
  const reminder = { id: body.id, words: body.words ?? '', on: ctx.today, byName: ctx.actor.fullName, at: ctx.now }
  await insertReminders(ctx.tx, reminder, owed)
  const subject = { kind: 'request', id: request.id, unitId: request.unitId, recordIds: [body.id] }
  await insertAuditEntry(ctx, 'request.remind', subject, { after: { ...reminder, unitIds: body.unitIds } })
  await tellReminded(ctx, request, body.unitIds, reminder.words)
  return ok({ reminded: owed.length })
}
