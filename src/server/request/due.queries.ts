import type { LetterToSignView } from '#contract/request-letter.ts'
import type { DueReturnView, WaitingReturnsView } from '#contract/return.ts'
import { rights } from '#contract/rights.ts'
import { may } from '#domain/account/access.ts'
import { daysBetween } from '#domain/calendar/plain-date.ts'
import type { Context } from '../context.ts'
import { listSuccessions, listUnitNames, listUnitNamesOn } from '../org/org.store.ts'
import { listUnsigned } from './letter.store.ts'
import { listRequestsById, type StoredRequest } from './request.store.ts'
import { countWaiting, listOwed } from './return.store.ts'

/** Announced this many days before. */
const soonDays = 14

/** What the units of whoever asks have not handed in, or got back: of their own units and of those that went into them, not of all below. */
async function listUnsent(ctx: Context): ReturnType<typeof listOwed> {
  const answering = await withMergedAway(ctx, unitsOf(ctx, 'return.save'))
  return (await listOwed(ctx.tx, answering)).filter(({ state }) => state === 'open' || state === 'sentBack')
}

/** The units, and those that went into them as a whole by today: who was merged away answers through its heir. */
async function withMergedAway({ tx, today }: Context, own: readonly string[]): Promise<string[]> {
  const found = new Set(own)
  for (let heirs = [...own]; heirs.length > 0; ) {
    const into = (await listSuccessions(tx, heirs)).filter(({ extent, on }) => extent === 'whole' && on <= today)
    const merged = into.filter(({ fromUnitId, toUnitId }) => found.has(toUnitId) && !found.has(fromUnitId))
    heirs = [...new Set(merged.map(({ fromUnitId }) => fromUnitId))]
    for (const unitId of heirs) found.add(unitId)
  }
  return [...found]
}

/** The requests in which something is still to be handed in, however far off its day. */
export async function listUnsentRequestIds(ctx: Context): Promise<ReadonlySet<string>> {
  return new Set((await listUnsent(ctx)).map(({ requestId }) => requestId))
}

/** Of what is to be handed in, what came back or is due soon. */
export async function listDueReturns(ctx: Context): Promise<DueReturnView[]> {
  const owed = (await listUnsent(ctx)).filter(({ state, dueOn }) => state === 'sentBack' || daysBetween(ctx.today, dueOn) <= soonDays)
  const requests = await listRequestsById(
    ctx.tx,
    owed.map(({ requestId }) => requestId),
  )
  const titles = new Map(requests.map(({ id, title }) => [id, title]))
  const nameOf = await namesAsked(ctx, requests, owed)
  return owed.map(({ requestId, unitId, dueOn, state }) => ({
    requestId,
    unitId,
    unitName: nameOf(requestId, unitId),
    title: titles.get(requestId) ?? '',
    dueOn,
    daysLeft: daysBetween(ctx.today, dueOn),
    isReturned: state === 'sentBack',
  }))
}

/** Requests in which returns wait to be looked at by whoever asks. */
export async function listWaitingReturns(ctx: Context): Promise<WaitingReturnsView[]> {
  const waiting = await countWaiting(ctx.tx, await withMergedAway(ctx, unitsOf(ctx, 'return.accept')))
  const requests = await listRequestsById(
    ctx.tx,
    waiting.map(({ requestId }) => requestId),
  )
  const nameOf = await namesAsked(ctx, requests, waiting)
  return requests.flatMap(({ id, title }) =>
    waiting
      .filter(({ requestId }) => requestId === id)
      .map(({ unitId, count }) => ({ requestId: id, unitId, unitName: nameOf(id, unitId), title, count })),
  )
}

/** What each was called on the day it was asked: it may have no name today. */
async function namesAsked(
  { tx, today }: Context,
  requests: readonly Pick<StoredRequest, 'id' | 'sentOn'>[],
  units: readonly { readonly unitId: string }[],
): Promise<(requestId: string, unitId: string) => string> {
  const days = new Map(requests.map(({ id, sentOn }) => [id, sentOn ?? today]))
  const unitIds = units.map(({ unitId }) => unitId)
  const names = await listUnitNamesOn(tx, unitIds, [...new Set(days.values())])
  return (requestId, unitId) => names.get(days.get(requestId) ?? today)?.get(unitId) ?? ''
}

/** Letters about requests that wait for whoever asks to sign them. */
export async function listLettersToSign(ctx: Context): Promise<LetterToSignView[]> {
  const own = unitsOf(ctx, 'request.signLetter')
  const letters = await listUnsigned(ctx.tx, own)
  const requests = await listRequestsById(
    ctx.tx,
    letters.map(({ requestId }) => requestId),
  )
  const titles = new Map(requests.map(({ id, title }) => [id, title]))
  const names = await listUnitNames(ctx.tx, own, ctx.today)
  return letters.map(({ id, requestId, unitId, kind, writtenBy, words }) => ({
    id,
    requestId,
    unitId,
    kind,
    writtenBy,
    unitName: names.get(unitId) ?? '',
    subject: words.subject,
    title: titles.get(requestId) ?? '',
  }))
}

/** The units at which whoever asks holds a right itself, not those below. */
export function unitsOf({ actor }: Context, name: 'return.save' | 'return.accept' | 'request.signLetter' | 'figure.acknowledge'): string[] {
  const units = [...new Set(actor.grants.map(({ unitId }) => unitId))]
  return units.filter(unitId => {
    const path = actor.grants.find(grant => grant.unitId === unitId)?.unitPath ?? []
    return may(actor, rights[name], { unitPath: path })
  })
}
