import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { RequestLine } from '#contract/request.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { searchKey } from '#domain/kit/text.ts'
import { boardOn, byUrgency, countByLevel, handingInTo, isInSet, type Standing, standingOf } from '#domain/request/board.ts'
import { keptAt, owedIn } from '#domain/request/request.ts'
import type { ReturnState } from '#domain/request/return.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import { findFigureVersion } from '../consolidation/version.store.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listLastReminders } from './reminder.store.ts'
import { countReceived, findRegime, findRequest, listRegimes, listRequests, listRequestsById } from './request.store.ts'
import { toRegimeView, toRequestView } from './request.view.ts'
import { listAllEvents, listObligations, listOwed } from './return.store.ts'
import { openWithin } from './within.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** Those of the unit and of all above it: what is asked of it rests on them. */
export async function listRegimeViews(ctx: Context, { unitId }: Params<'request.regimes'>): Reply<Answer<'request.regimes'>> {
  const denied = await authorise(ctx, 'request.regimes', unitId)
  if (denied) return denied
  const regimes = await listRegimes(ctx.tx, await pathOf(ctx, unitId))
  return ok(await Promise.all(regimes.map(regime => toRegimeView(ctx, regime))))
}

export async function findRequestView(ctx: Context, { id }: Params<'request.one'>): Reply<Answer<'request.one'>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.one', 'request.unknown')
  const denied = await authorise(ctx, 'request.one', request.placeUnitId)
  return denied ?? ok(await toRequestView(ctx, request))
}

/** What a unit asked of others, and what it owes itself; of both, how many of those that hand in to it have. */
export async function listRequestLines(ctx: Context, { unitId }: Params<'request.list'>): Reply<Answer<'request.list'>> {
  const denied = await authorise(ctx, 'request.list', unitId)
  if (denied) return denied
  const asked = await listRequests(ctx.tx, [unitId])
  const owed = await listOwed(ctx.tx, [unitId])
  const owedRequests = await listRequestsById(
    ctx.tx,
    owed.map(({ requestId }) => requestId),
  )
  const requests = [...asked, ...owedRequests]
  const names = await listUnitNames(
    ctx.tx,
    requests.map(request => request.unitId),
    ctx.today,
  )
  const counts = await countReceived(ctx.tx, {
    unitId,
    askedIds: asked.map(({ id }) => id),
    owedIds: owed.map(({ requestId }) => requestId),
    today: ctx.today,
  })
  return ok(
    requests.map(({ id, title, cutoff, sentOn, kind, asked: levels, unitId: askerId }): RequestLine => {
      const obligation = owed.find(({ requestId }) => requestId === id)
      return {
        id,
        unitId: askerId,
        title,
        cutoff,
        sentOn,
        kind,
        asked: levels,
        unitName: names.get(askerId) ?? '',
        owed: obligation ? { unitId, dueOn: obligation.dueOn, standing: standingToday(obligation, ctx.today) } : null,
        counts: counts.get(id) ?? [],
      }
    }),
  )
}

function standingToday({ state, dueOn }: { readonly state: ReturnState; readonly dueOn: PlainDate }, today: PlainDate): Standing {
  return standingOf({ state, isLate: today > dueOn })
}

/** So many rows of a board at once; of a whole country there are ninety thousand. */
const rowsAtOnce = 500

/** Who has sent, who not, on any day: what came later has not come yet. */
export async function findBoard(ctx: Context, params: Params<'request.board'>): Reply<Answer<'request.board'>> {
  const { id, level, set, skip = 0, on = ctx.today } = params
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.board', 'request.unknown')
  const unitId = keptAt(request, params.unitId ?? request.unitId)
  await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, 'request.board', unitId)
  if (denied) return denied
  if (request.sentOn === null) return refuse('request.not-sent')
  const eventsOf = Map.groupBy(await listAllEvents(ctx.tx, id, on), event => event.unitId)
  const version = (await findFigureVersion(ctx.tx, id, { endOf: on }))?.number ?? 0
  const owed = handingInTo(owedIn(await listObligations(ctx.tx, id), version), unitId)
  const all = boardOn(owed, owing => eventsOf.get(owing) ?? [], on)
  const wanted = all.filter(row => (level === undefined ? row.toUnitId === unitId : row.level === level) && (!set || isInSet(set, row)))
  const named = [...new Set([unitId, request.unitId, request.placeUnitId, ...wanted.flatMap(row => [row.unitId, row.toUnitId])])]
  const names = await listUnitNames(ctx.tx, named, request.sentOn)
  const nameOf = (of: string): string => names.get(of) ?? ''
  const key = searchKey(params.search ?? '')
  const found = wanted
    .map(row => ({ ...row, unitName: nameOf(row.unitId) }))
    .filter(row => searchKey(row.unitName).includes(key))
    .toSorted(byUrgency)
  const reminded = await listLastReminders(ctx.tx, id, on)
  return ok({
    id,
    title: request.title,
    cutoff: request.cutoff,
    sentOn: request.sentOn,
    on,
    askedBy: { unitId: request.unitId, unitName: nameOf(request.unitId) },
    regimeName: (request.regimeId && (await findRegime(ctx.tx, request.regimeId))?.items.name) ?? null,
    placeName: request.placeUnitId === request.unitId ? null : nameOf(request.placeUnitId),
    unitId,
    unitName: nameOf(unitId),
    byLevel: request.asked.flatMap(asked => {
      const counts = countByLevel(all).get(asked.level)
      return counts ? [{ level: asked.level, dueOn: asked.dueOn, counts }] : []
    }),
    found: found.length,
    rows: found.slice(skip, skip + rowsAtOnce).map(row => ({
      ...row,
      toUnitName: nameOf(row.toUnitId),
      version: eventsOf.get(row.unitId)?.at(-1)?.version ?? null,
      remindedOn: reminded.get(row.unitId) ?? null,
    })),
  })
}
