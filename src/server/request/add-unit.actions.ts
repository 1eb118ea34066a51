import type { Body, RefusalCode } from '#contract/index.ts'
import type { RequestView } from '#contract/request.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { addedObligation } from '#domain/request/request.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { dayOf, treeOfDay } from '../consolidation/period.ts'
import { askingOf, settleAll } from '../consolidation/settle.ts'
import type { Context } from '../context.ts'
import { tellAsked } from '../notice/tell-request.ts'
import { insertObligations, lockRequest } from './request.store.ts'
import { toRequestView } from './request.view.ts'
import { listObligations } from './return.store.ts'

/** A unit that was forgotten owes an answer too, from today; nobody who was asked is let off. */
export async function addUnit(ctx: Context, { id, unitId, dueOn }: Body<'request.addUnit'>): Promise<Result<RequestView, RefusalCode>> {
  const request = await lockRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.addUnit', 'request.unknown')
  const denied = await authorise(ctx, 'request.addUnit', request.unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  const owed = await listObligations(ctx.tx, id)
  const added = addedObligation(request, { unitId, dueOn }, { owed, tree: await treeOfDay(ctx.tx, request.placeUnitId, dayOf(request)) })
  if (!added.ok) return added
  await insertObligations(ctx.tx, [added.value])
  await settleAll(ctx.tx, await askingOf(ctx.tx, request), [...owed, added.value])
  await tellAsked(ctx, request, [added.value])
  const subject = { kind: 'request', id, unitId: request.unitId, recordIds: [unitId] }
  await insertAuditEntry(ctx, 'request.addUnit', subject, { after: added.value })
  return ok(await toRequestView(ctx, request))
}
