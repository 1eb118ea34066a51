import type { Activity } from '#domain/activity/activity.ts'
import { sumsOf } from '#domain/consolidation/add-up.ts'
import { codesAsked } from '#domain/indicator/figure-form.ts'
import { type Indicator, type IndicatorSource } from '#domain/indicator/indicator.ts'
import type { Value } from '#domain/indicator/value.ts'
import type { CountedHonour } from '#domain/merit/holders.ts'
import { figureOf, type MeritSum, sumsBelow } from '#domain/merit/sum.ts'
import { type OrgUnitKind, residentialAreaKinds } from '#domain/org/org-unit.ts'
import { listActivities } from '../activity/activity.store.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { countLiving } from '../merit/merit.store.ts'
import { openScope, type Scope } from '../merit/scope.ts'
import { sumsAtPlaces } from '../merit/sums.ts'
import type { StoredRequest } from './request.store.ts'
import type { StoredReturn } from './return.store.ts'

/**
 * What the work recorded at a unit and below counts to by the cut-off, for each figure the form asks of it. Nothing on record
 * is no figure, never none: the writer is offered what is here, and enters the rest.
 */
export async function countRecorded(
  ctx: Context,
  request: StoredRequest,
  { unitId, level }: Pick<StoredReturn, 'unitId' | 'level'>,
): Promise<Record<string, Value>> {
  const found = await openScope(ctx, unitId, request.cutoff)
  if (!found.ok) return {}
  const { form, dictionary } = await askedOf(ctx.tx, request.id)
  const asked = new Set(codesAsked(form, level))
  const indicators = dictionary.indicators.filter(({ code }) => asked.has(code))
  const look = await openLook(ctx, request, { unitId, scope: found.value, indicators })
  return Object.fromEntries(
    indicators.flatMap(({ code, source }) => {
      const value = countOf(look, source)
      return value ? [[code, value]] : []
    }),
  )
}

/** The same for one figure, with what it was counted from; null where nothing is on record. */
export async function countOne(
  ctx: Context,
  request: StoredRequest,
  { unitId, indicator }: { readonly unitId: string; readonly indicator: Indicator },
): Promise<Recorded | null> {
  const found = await openScope(ctx, unitId, request.cutoff)
  if (!found.ok) return null
  const look = await openLook(ctx, request, { unitId, scope: found.value, indicators: [indicator] })
  const value = countOf(look, indicator.source)
  const { source } = indicator
  const unitIds = source.from === 'register' && source.of !== 'household' ? look.units(source.of) : []
  return value && { value, activities: activitiesBehind(look, source), unitIds }
}

/** A count with the activities or units it was counted from. */
export type Recorded = { readonly value: Value; readonly activities: readonly Activity[]; readonly unitIds: readonly string[] }

function activitiesBehind({ activities }: Look, source: IndicatorSource): Activity[] {
  if (source.from === 'activity') return activities.filter(({ kind }) => source.kinds.includes(kind))
  if (source.from !== 'money') return []
  return activities.filter(({ kind, money }) => source.kinds.includes(kind) && money.some(entry => source.sources.includes(entry.source)))
}

type Look = {
  readonly merit: ReadonlyMap<CountedHonour, MeritSum>
  readonly activities: readonly Activity[]
  readonly households: number
  readonly units: (kinds: readonly OrgUnitKind[]) => readonly string[]
}

async function openLook(
  ctx: Context,
  { cutoff, covers }: StoredRequest,
  { unitId, scope, indicators }: { readonly unitId: string; readonly scope: Scope; readonly indicators: readonly Indicator[] },
): Promise<Look> {
  const year = Number(cutoff.slice(0, 4))
  const honours = new Set(indicators.flatMap(({ source }) => (source.from === 'season' || source.from === 'reason' ? [source.honour] : [])))
  const merit = new Map<CountedHonour, MeritSum>()
  for (const honour of honours)
    merit.set(honour, sumsBelow(scope.tree, unitId, await sumsAtPlaces(ctx, scope, { honour, year, on: cutoff })).total)
  const within = new Set(scope.within([...new Set([...scope.tree.versionOf.values()].map(({ kind }) => kind))]))
  const here = [...scope.tree.versionOf.values()].filter(unit => within.has(unit.unitId))
  const living = await countLiving(ctx.tx, scope.within(residentialAreaKinds), cutoff)
  return {
    merit,
    activities: await listActivities(ctx.tx, { hostUnitIds: [...within], ...covers }),
    households: [...living.values()].reduce((sum, count) => sum + count, 0),
    units: kinds => here.flatMap(({ kind, unitId: id }) => (kinds.includes(kind) ? [id] : [])),
  }
}

function countOf(look: Look, source: IndicatorSource): Value | null {
  switch (source.from) {
    case 'entered':
      return null
    case 'season': {
      const sum = look.merit.get(source.honour)
      return counted(sum ? figureOf(source.measure, sum).count : null)
    }
    case 'reason': {
      const sum = look.merit.get(source.honour)
      const isKnown = sum !== undefined && figureOf('notReached', sum).count !== null
      return counted(isKnown ? (sum.counts.reasons[source.reason] ?? 0) : null)
    }
    case 'register': {
      const count = source.of === 'household' ? look.households : look.units(source.of).length
      return counted(count === 0 ? null : count)
    }
    case 'activity': {
      const held = activitiesBehind(look, source)
      if (held.length === 0) return null
      if (source.what === 'events') return counted(held.length)
      return sumsOf(held.map(({ participants }) => (participants ? [participants] : null)))?.[0] ?? null
    }
    case 'money': {
      const paid = activitiesBehind(look, source).flatMap(({ money }) => money.filter(entry => source.sources.includes(entry.source)))
      return paid.length === 0 ? null : counted(paid.reduce((sum, { amount }) => sum + amount, 0))
    }
  }
}

function counted(count: number | null): Value | null {
  return count === null ? null : { quality: 'counted', count }
}
