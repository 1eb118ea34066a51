import type { RegimeView } from '#contract/regime.ts'
import type { RequestView } from '#contract/request.ts'
import { treeOn } from '#domain/org/org-unit.ts'
import { periodAsked, remarksOnRegime } from '#domain/request/regime.ts'
import { type Level, type Obligation, obligationsOf, restOnDueDay } from '#domain/request/request.ts'
import { calendarAt } from '../calendar/calendar.actions.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { listUnitNames, listUnitsBelow, listVersionsOn } from '../org/org.store.ts'
import { findRegime, type StoredRegime, type StoredRequest } from './request.store.ts'
import { listObligations } from './return.store.ts'

/** A regime with what Decree 09/2019/NĐ-CP asks of it and it does not say. */
export async function toRegimeView(ctx: Context, regime: StoredRegime): Promise<RegimeView> {
  const names = await listUnitNames(ctx.tx, [regime.unitId], ctx.today)
  return { ...regime, unitName: names.get(regime.unitId) ?? '', remarks: remarksOnRegime(regime) }
}

export async function toRequestView(ctx: Context, request: StoredRequest): Promise<RequestView> {
  const names = await listUnitNames(ctx.tx, [request.unitId, request.placeUnitId], ctx.today)
  const owed = request.sentOn === null ? await listWouldOwe(ctx, request) : await listObligations(ctx.tx, request.id)
  const calendar = await calendarAt(ctx, request.unitId)
  return {
    ...request,
    unitName: names.get(request.unitId) ?? '',
    placeName: request.placeUnitId === request.unitId ? null : (names.get(request.placeUnitId) ?? ''),
    formName: (await askedOf(ctx.tx, request.id)).name,
    periodName: periodAsked(request, request.regimeId === null ? null : await findRegime(ctx.tx, request.regimeId)).name,
    owing: countLevels(owed),
    restDays: request.asked.flatMap(({ dueOn }) => {
      const name = restOnDueDay(dueOn, calendar)
      return name === null ? [] : [{ dueOn, name }]
    }),
  }
}

/** Each unit of the levels asked, in the tree of the cut-off or of today where that is earlier. */
export async function listWouldOwe(ctx: Context, request: StoredRequest): Promise<Obligation[]> {
  const on = request.cutoff < ctx.today ? request.cutoff : ctx.today
  return obligationsOf(request, treeOn(await listVersionsOn(ctx.tx, await listUnitsBelow(ctx.tx, request.placeUnitId, on), on), on))
}

function countLevels(owed: readonly Pick<Obligation, 'level'>[]): Partial<Record<Level, number>> {
  return Object.fromEntries([...Map.groupBy(owed, ({ level }) => level)].map(([level, of]) => [level, of.length]))
}
