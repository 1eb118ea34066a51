import type { CalendarView } from '#contract/calendar.ts'
import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import { announcedYears, calendarWith, checkAnnounced } from '#domain/calendar/announced-year.ts'
import type { WorkCalendar } from '#domain/calendar/working-days.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { authorise, pathOf } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import { insertAnnounced, listAnnounced, type StoredYear } from './calendar.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The days off of a year, from a text somebody names: for the unit and all below it, until they are entered anew. */
export async function announce(ctx: Context, body: Body<'calendar.announce'>): Reply<CalendarView> {
  const denied = await authorise(ctx, 'calendar.announce', body.unitId)
  if (denied) return denied
  const checked = checkAnnounced(body)
  if (!checked.ok) return checked
  const sentBefore = (await listAnnounced(ctx.tx, [body.unitId])).find(({ id }) => id === body.id)
  if (sentBefore) return answerAgain(await viewOf(ctx, body.unitId), true)
  const year: StoredYear = { ...body, byName: ctx.actor.fullName, recordedAt: ctx.now }
  await insertAnnounced(ctx.tx, year)
  await insertAuditEntry(ctx, 'calendar.announce', { kind: 'calendar', id: body.id, unitId: body.unitId }, { after: year })
  return ok(await viewOf(ctx, body.unitId))
}

export async function findCalendar(ctx: Context, { unitId }: Params<'calendar.one'>): Reply<Answer<'calendar.one'>> {
  const denied = await authorise(ctx, 'calendar.one', unitId)
  return denied ?? ok(await viewOf(ctx, unitId))
}

/** By what days are counted at a unit: what was entered nearest to it counts before what was entered above. */
export async function calendarAt(ctx: Context, unitId: string): Promise<WorkCalendar> {
  return calendarWith(await listAt(ctx, unitId))
}

/** Those above first, so that the last one of a year is the nearest. */
async function listAt(ctx: Context, unitId: string): Promise<StoredYear[]> {
  const path = await pathOf(ctx, unitId)
  const entered = await listAnnounced(ctx.tx, path)
  return entered.toSorted((a, b) => path.indexOf(b.unitId) - path.indexOf(a.unitId))
}

async function viewOf(ctx: Context, unitId: string): Promise<CalendarView> {
  const entered = await listAt(ctx, unitId)
  const names = await listUnitNames(
    ctx.tx,
    entered.map(year => year.unitId),
    ctx.today,
  )
  const told = entered.map(year => ({ ...year, unitName: names.get(year.unitId) ?? '' }))
  const last = new Map(told.map(year => [year.year, year]))
  const years = [
    ...announcedYears.filter(({ year }) => !last.has(year)).map(year => ({ ...year, entered: null })),
    ...[...last.values()].map(year => ({ ...year, entered: year })),
  ]
  return { years: years.toSorted((a, b) => b.year - a.year), history: told.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1)) }
}
