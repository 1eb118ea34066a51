import type { Body, RefusalCode } from '#contract/index.ts'
import type { RegimeView } from '#contract/regime.ts'
import type { RequestView } from '#contract/request.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { checkAsker, checkRequest, namedOutside } from '#domain/request/request.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { askingOf, settleAll } from '../consolidation/settle.ts'
import type { Context } from '../context.ts'
import { findAskable, insertAsked, replaceAsked } from '../indicator/asked.store.ts'
import { tellAsked } from '../notice/tell-request.ts'
import { findVersionOn } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findRegime,
  findRequest,
  insertObligations,
  insertRegime,
  insertRequest,
  lockRequest,
  type StoredRequest,
  updateRegimeDays,
  updateRequest,
} from './request.store.ts'
import { listWouldOwe, toRegimeView, toRequestView } from './request.view.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A regime is kept as its text says it; where it departs from Decree 09/2019/NĐ-CP, that is told beside it. */
export async function setRegime(ctx: Context, body: Body<'request.setRegime'>): Reply<RegimeView> {
  const denied = await authorise(ctx, 'request.setRegime', body.unitId)
  if (denied) return denied
  const sentBefore = await findRegime(ctx.tx, body.id)
  if (sentBefore) return answerAgain(await toRegimeView(ctx, sentBefore), sentBefore.unitId === body.unitId)
  const { replaces, ...told } = body
  const items = Object.fromEntries(Object.entries(told.items).map(([item, words]) => [item, words ?? '']))
  const regime = { ...told, items: items as RegimeView['items'], byName: ctx.actor.fullName }
  const ended = await endRegime(ctx, { replaces, unitId: body.unitId, on: body.valid.from })
  if (!ended.ok) return ended
  await insertRegime(ctx.tx, regime, ctx.now)
  const subject = { kind: 'regime', id: body.id, unitId: body.unitId }
  await insertAuditEntry(ctx, 'request.setRegime', subject, { after: { ...regime, replaces } })
  return ok(await toRegimeView(ctx, regime))
}

/** The regime another follows ends where that one begins; what was asked by it stays as it was asked. */
async function endRegime(
  ctx: Context,
  { replaces, unitId, on }: { readonly replaces: string | null; readonly unitId: string; readonly on: PlainDate | null },
): Reply<undefined> {
  if (replaces === null) return ok()
  const before = await findRegime(ctx.tx, replaces)
  if (before?.unitId !== unitId) return refuse('request.unknown-regime')
  const { from, until } = before.valid
  if (on === null || (from !== null && on <= from) || (until !== null && on > until)) return refuse('request.regime-order')
  await updateRegimeDays(ctx.tx, before.id, { from, until: on })
  return ok()
}

/** A draft of a request: nobody is asked yet. */
export async function openRequest(ctx: Context, body: Body<'request.open'>): Reply<RequestView> {
  const denied = await authorise(ctx, 'request.open', body.unitId)
  if (denied) return denied
  const sentBefore = await findRequest(ctx.tx, body.id)
  if (sentBefore) return answerAgain(await toRequestView(ctx, sentBefore), sentBefore.unitId === body.unitId)
  const { placeUnitId = body.unitId } = body
  const asker = checkAsker(await findVersionOn(ctx.tx, body.unitId, ctx.today), await findVersionOn(ctx.tx, placeUnitId, ctx.today))
  if (!asker.ok) return asker
  const drafted = await draftOf(ctx, { ...body, placeUnitId })
  if (!drafted.ok) return drafted
  const { request, asked } = drafted.value
  await insertRequest(ctx.tx, request)
  await insertAsked(ctx.tx, request.id, asked)
  await insertAuditEntry(ctx, 'request.open', subjectOf(request), { after: request })
  return ok(await toRequestView(ctx, request))
}

/** What it asks may be written anew as long as nobody was asked. */
export async function amendRequest(ctx: Context, body: Body<'request.amend'>): Reply<RequestView> {
  const before = await lockRequest(ctx.tx, body.id)
  if (!before) return unknown(ctx, 'request.amend', 'request.unknown')
  const denied = await authorise(ctx, 'request.amend', before.unitId)
  if (denied) return denied
  if (before.sentOn !== null) return refuse('request.sent')
  if (before.revision !== body.revision) return refuse('request.stale')
  const drafted = await draftOf(ctx, { ...body, unitId: before.unitId, placeUnitId: before.placeUnitId })
  if (!drafted.ok) return drafted
  const request = { ...drafted.value.request, revision: before.revision + 1 }
  await updateRequest(ctx.tx, request)
  await replaceAsked(ctx.tx, request.id, drafted.value.asked)
  await insertAuditEntry(ctx, 'request.amend', subjectOf(request), { before, after: request })
  return ok(await toRequestView(ctx, request))
}

/** A request as it would go out, with what its form asks on the day of the cut-off. */
async function draftOf(
  ctx: Context,
  body: Body<'request.open'> & { readonly placeUnitId: string },
): Reply<{ request: StoredRequest; asked: Asked }> {
  const regime = body.regimeId === null ? null : await findRegime(ctx.tx, body.regimeId)
  if (regime === undefined || (regime && !(await pathOf(ctx, body.unitId)).includes(regime.unitId))) return refuse('request.unknown-regime')
  const cutoff = addDays(body.covers.until, -1)
  const checked = checkRequest({ asked: body.asked, cutoff })
  if (!checked.ok) return checked
  const asked = await findAskable(ctx.tx, { ...body, cutoff })
  if (!asked) return refuse('request.unknown-form')
  const { id, unitId, placeUnitId, regimeId, kind, title, formKey, covers, basis } = body
  const told = { id, unitId, placeUnitId, regimeId, kind, title, formKey, covers, asked: body.asked, basis: basis ?? '' }
  return ok({ request: { ...told, cutoff, formVersion: asked.form.version, sentOn: null, revision: 0 }, asked })
}

/** From now on each unit that it was said would owe an answer owes it. */
export async function sendRequest(ctx: Context, body: Body<'request.send'>): Reply<RequestView> {
  const request = await lockRequest(ctx.tx, body.id)
  if (!request) return unknown(ctx, 'request.send', 'request.unknown')
  const denied = await authorise(ctx, 'request.send', request.unitId)
  if (denied) return denied
  if (request.sentOn !== null) return refuse('request.sent')
  if (request.revision !== body.revision) return refuse('request.stale')
  const obligations = await listWouldOwe(ctx, request)
  if (obligations.length === 0) return refuse('request.nobody-owes')
  if (namedOutside(request, obligations).length > 0) return refuse('request.unit-outside')
  const sent: StoredRequest = { ...request, sentOn: ctx.today, revision: request.revision + 1 }
  await updateRequest(ctx.tx, sent)
  await insertObligations(ctx.tx, obligations)
  await settleAll(ctx.tx, await askingOf(ctx.tx, sent), obligations)
  await tellAsked(ctx, sent, obligations)
  await insertAuditEntry(ctx, 'request.send', subjectOf(request), { before: request, after: { ...sent, owing: obligations.length } })
  return ok(await toRequestView(ctx, sent))
}

function subjectOf({ id, unitId }: StoredRequest) {
  return { kind: 'request', id, unitId }
}
