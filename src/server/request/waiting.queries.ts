import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { WaitingLine } from '#contract/request.ts'
import type { FlagView } from '#contract/return.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { partsFor } from '#domain/indicator/figure-form.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { changedPlaces, placesOf } from '#domain/request/places.ts'
import { firstSentOn, type ReturnEvent } from '#domain/request/return.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findRequest } from './request.store.ts'
import { flagsOfAll } from './return.flags.ts'
import { listEventsOf, listReturns, listVersionsOf, listWaitingFor, type StoredReturn } from './return.store.ts'
import { openWithin } from './within.ts'

/** Each is looked at before it is accepted: so many on one page. */
const mostAtOnce = 100

/** What waits for a unit's answer, the longest waiting first, with what is asked about it and what a correction changes. */
export async function listWaiting(
  ctx: Context,
  { id, unitId }: Params<'request.waiting'>,
): Promise<Result<Answer<'request.waiting'>, RefusalCode>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.waiting', 'request.unknown')
  await openWithin(ctx, request, unitId)
  const denied = await authorise(ctx, 'request.waiting', unitId)
  if (denied) return denied
  const waiting = await listWaitingFor(ctx.tx, { requestId: id, toUnitId: unitId })
  const looked = waiting.slice(0, mostAtOnce)
  const key = { requestId: id, toUnitId: unitId }
  const names = await listUnitNames(ctx.tx, looked, request.sentOn ?? ctx.today)
  const returns = await listReturns(ctx.tx, key, looked)
  const allEvents = await listEventsOf(
    ctx.tx,
    id,
    looked.map(each => ({ unitId: each, toUnitId: unitId })),
  )
  const events = Map.groupBy(allEvents, event => event.unitId)
  const accepted = [...events].flatMap(([unit, happened]) => {
    const last = happened.findLast(({ type }) => type === 'accepted')
    return last ? [{ unitId: unit, version: last.version }] : []
  })
  const before = await listVersionsOf(ctx.tx, key, accepted)
  const flags = await flagsOfAll(ctx, request, returns)
  const asked = await askedOf(ctx.tx, id)
  const rows = returns.map(held =>
    toLine(ctx, asked, {
      held,
      unitName: names.get(held.unitId) ?? '',
      events: events.get(held.unitId) ?? [],
      before: before.get(held.unitId),
      flags: flags.get(held.unitId) ?? [],
    }),
  )
  const ordered = rows.toSorted((a, b) => compareText(a.unitName, b.unitName))
  return ok({ rows: ordered, left: waiting.length - looked.length })
}

type Looked = {
  readonly held: StoredReturn
  readonly unitName: string
  readonly events: readonly ReturnEvent[]
  /** What was accepted before, where this corrects it. */
  readonly before: ReturnContent | undefined
  readonly flags: readonly FlagView[]
}

function toLine({ today }: Context, { form, dictionary }: Asked, { held, unitName, events, before, flags }: Looked): WaitingLine {
  const last = events.at(-1)
  const asks = flags.filter(({ rule }) => rule !== 'missing')
  return {
    unitId: held.unitId,
    unitName,
    version: last?.version ?? 0,
    sentOn: last?.on ?? today,
    isLate: (firstSentOn(events) ?? today) > held.dueOn,
    reason: last?.reason ?? '',
    open: asks.flatMap(({ kept, sentence }) => (kept === null ? [sentence] : [])),
    explained: asks.flatMap(({ kept, sentence }) => (kept === null ? [] : [{ sentence, reason: kept.reason }])),
    missing: flags.filter(({ rule }) => rule === 'missing').length,
    changes: before ? changedPlaces(before, held.content, placesOf(partsFor(form, held.level), dictionary)) : [],
  }
}
