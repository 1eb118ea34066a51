import type { DueReturnView, WaitingReturnsView } from '#contract/return.ts'
import { rights } from '#contract/rights.ts'
import { may } from '#domain/account/access.ts'
import { daysBetween } from '#domain/calendar/plain-date.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listRequestsById } from './request.store.ts'
import { countWaiting, listOwed } from './return.store.ts'

/** Announced this many days before. */
const soonDays = 14

/** What the units of whoever asks owe and have not handed in, or got back: of their own units, not of all below. */
export async function listDueReturns(ctx: Context): Promise<DueReturnView[]> {
  const own = unitsOf(ctx, 'return.save')
  const owed = (await listOwed(ctx.tx, own)).filter(({ state, dueOn }) => {
    return state === 'sentBack' || (state === 'open' && daysBetween(ctx.today, dueOn) <= soonDays)
  })
  const requests = await listRequestsById(
    ctx.tx,
    owed.map(({ requestId }) => requestId),
  )
  const titles = new Map(requests.map(({ id, title }) => [id, title]))
  const names = await listUnitNames(ctx.tx, own, ctx.today)
  return owed.map(({ requestId, unitId, dueOn, state }) => ({
    requestId,
    unitId,
    unitName: names.get(unitId) ?? '',
    title: titles.get(requestId) ?? '',
    dueOn,
    daysLeft: daysBetween(ctx.today, dueOn),
    isReturned: state === 'sentBack',
  }))
}

/** Requests in which returns wait to be looked at by whoever asks. */
export async function listWaitingReturns(ctx: Context): Promise<WaitingReturnsView[]> {
  const own = unitsOf(ctx, 'return.accept')
  const waiting = await countWaiting(ctx.tx, own)
  const requests = await listRequestsById(
    ctx.tx,
    waiting.map(({ requestId }) => requestId),
  )
  const names = await listUnitNames(ctx.tx, own, ctx.today)
  return requests.flatMap(({ id, title }) =>
    waiting
      .filter(({ requestId }) => requestId === id)
      .map(({ unitId, count }) => ({ requestId: id, unitId, unitName: names.get(unitId) ?? '', title, count })),
  )
}

function unitsOf({ actor }: Context, name: 'return.save' | 'return.accept'): string[] {
  const units = [...new Set(actor.grants.map(({ unitId }) => unitId))]
  return units.filter(unitId => {
    const path = actor.grants.find(grant => grant.unitId === unitId)?.unitPath ?? []
    return may(actor, rights[name], { unitPath: path })
  })
}
