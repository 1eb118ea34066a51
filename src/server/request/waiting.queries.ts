import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import type { WaitingLine } from '#contract/request.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { indicatorOf } from '#domain/indicator/indicator.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { changedCells } from '#domain/request/content.ts'
import { firstSentOn } from '#domain/request/return.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { findRequest, type StoredRequest } from './request.store.ts'
import { flagsOf } from './return.flags.ts'
import { findReturn, findVersion, listEvents, listWaitingFor, type StoredReturn } from './return.store.ts'

/** Each is read whole before it is accepted: so many at once. */
const mostAtOnce = 20

/** What waits for a unit's answer, the longest waiting first, with what is asked about it and what a correction changes. */
export async function listWaiting(
  ctx: Context,
  { id, unitId }: Params<'request.waiting'>,
): Promise<Result<Answer<'request.waiting'>, RefusalCode>> {
  const request = await findRequest(ctx.tx, id)
  if (!request) return unknown(ctx, 'request.waiting', 'request.unknown')
  const denied = await authorise(ctx, 'request.waiting', unitId)
  if (denied) return denied
  const waiting = await listWaitingFor(ctx.tx, { requestId: id, toUnitId: unitId })
  const looked = waiting.slice(0, mostAtOnce)
  const names = await listUnitNames(ctx.tx, looked, request.sentOn ?? ctx.today)
  const asked = await askedOf(ctx.tx, id)
  const rows: WaitingLine[] = []
  for (const owing of looked) {
    const held = await findReturn(ctx.tx, id, owing)
    if (held) rows.push(await toLine(ctx, { request, asked, held, unitName: names.get(owing) ?? '' }))
  }
  const ordered = rows.toSorted((a, b) => compareText(a.unitName, b.unitName))
  return ok({ rows: ordered, left: waiting.length - looked.length })
}

type Looked = { readonly request: StoredRequest; readonly asked: Asked; readonly held: StoredReturn; readonly unitName: string }

async function toLine(ctx: Context, { request, asked: { dictionary }, held, unitName }: Looked): Promise<WaitingLine> {
  const events = await listEvents(ctx.tx, held)
  const last = events.at(-1)
  const accepted = events.findLast(({ type }) => type === 'accepted')?.version
  const before = accepted === undefined ? undefined : await findVersion(ctx.tx, held, accepted)
  const flags = await flagsOf(ctx, request, held)
  const asks = flags.filter(({ rule }) => rule !== 'missing')
  return {
    unitId: held.unitId,
    unitName,
    version: last?.version ?? 0,
    sentOn: last?.on ?? ctx.today,
    isLate: (firstSentOn(events) ?? ctx.today) > held.dueOn,
    reason: last?.reason ?? '',
    open: asks.flatMap(({ kept, sentence }) => (kept === null ? [sentence] : [])),
    explained: asks.flatMap(({ kept, sentence }) => (kept === null ? [] : [{ sentence, reason: kept.reason }])),
    missing: flags.filter(({ rule }) => rule === 'missing').length,
    changes: (before ? changedCells(before, held.content) : []).map(({ code, ...cell }) => ({
      name: indicatorOf(dictionary, code)?.name ?? code,
      ...cell,
    })),
  }
}
