import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { RequestLine } from '#contract/request.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { boardOn, countBoard, countByLevel, standingOf } from '#domain/request/board.ts'
import { remarksOnRegime } from '#domain/request/regime.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listLastReminders } from './reminder.store.ts'
import { findRequest, listRegimes, listRequests, listRequestsById, type StoredRequest } from './request.store.ts'
import { toRequestView } from './request.view.ts'
import { listAllEvents, listObligations, listOwed } from './return.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** Those of the unit and of all above it: what is asked of it rests on them. */
export async function listRegimeViews(ctx: Context, { unitId }: Params<'request.regimes'>): Reply<Answer<'request.regimes'>> {
  const denied = await authorise(ctx, 'request.regimes', unitId)
  if (denied) return denied
  const regimes = await listRegimes(ctx.tx, await pathOf(ctx, unitId))
  return ok(regimes.map(regime => ({ ...regime, remarks: remarksOnRegime(regime) })))
}

export async function findRequestView(ctx: Context, { id }: Params<'request.one'>): Reply<Answer<'request.one'>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.one', 'request.unknown')
  const denied = await authorise(ctx, 'request.one', request.unitId)
  return denied ?? ok(await toRequestView(ctx, request))
}

/** What a unit asked of others, and what it owes itself. */
export async function listRequestLines(ctx: Context, { unitId }: Params<'request.list'>): Reply<Answer<'request.list'>> {
  const denied = await authorise(ctx, 'request.list', unitId)
  if (denied) return denied
  const asked = await listRequests(ctx.tx, [unitId])
  const owed = await listOwed(ctx.tx, [unitId])
  const requests = await listRequestsById(
    ctx.tx,
    owed.map(({ requestId }) => requestId),
  )
  const names = await listUnitNames(
    ctx.tx,
    [...asked, ...requests].map(request => request.unitId),
    ctx.today,
  )
  const lines: RequestLine[] = []
  for (const request of asked) lines.push({ ...lineOf(request, names), owed: null, counts: await countsOf(ctx, request) })
  for (const obligation of owed) {
    const request = requests.find(({ id }) => id === obligation.requestId)
    const [row] = boardOn([obligation], () => [], ctx.today)
    if (!request || !row) continue
    const standing = standingOf({ state: obligation.state, isLate: row.isLate })
    lines.push({ ...lineOf(request, names), owed: { unitId, dueOn: obligation.dueOn, standing }, counts: null })
  }
  return ok(lines)
}

function lineOf({ id, title, cutoff, sentOn, kind, unitId }: StoredRequest, names: ReadonlyMap<string, string>) {
  return { id, title, cutoff, sentOn, kind, unitName: names.get(unitId) ?? '' }
}

async function countsOf(ctx: Context, request: StoredRequest) {
  if (request.sentOn === null) return null
  const eventsOf = Map.groupBy(await listAllEvents(ctx.tx, request.id, ctx.today), ({ unitId }) => unitId)
  return countBoard(boardOn(await listObligations(ctx.tx, request.id), unitId => eventsOf.get(unitId) ?? [], ctx.today))
}

/** Who has sent, who not, on any day: what came later has not come yet. */
export async function findBoard(ctx: Context, { id, on = ctx.today }: Params<'request.board'>): Reply<Answer<'request.board'>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.board', 'request.unknown')
  const denied = await authorise(ctx, 'request.board', request.unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  const eventsOf = Map.groupBy(await listAllEvents(ctx.tx, id, on), ({ unitId }) => unitId)
  const rows = boardOn(await listObligations(ctx.tx, id), unitId => eventsOf.get(unitId) ?? [], on)
  const names = await listUnitNames(
    ctx.tx,
    rows.flatMap(({ unitId, toUnitId }) => [unitId, toUnitId]),
    request.sentOn,
  )
  const reminded = await listLastReminders(ctx.tx, id, on)
  return ok({
    id,
    title: request.title,
    unitId: request.unitId,
    on,
    byLevel: [...countByLevel(rows)].map(([level, counts]) => ({ level, counts })),
    rows: rows.map(row => ({
      ...row,
      unitName: names.get(row.unitId) ?? '',
      toUnitName: names.get(row.toUnitId) ?? '',
      version: eventsOf.get(row.unitId)?.at(-1)?.version ?? null,
      remindedOn: reminded.get(row.unitId) ?? null,
    })),
  })
}
