import type { Season } from '#domain/season/season.ts'
import { type AreaFacts } from '#domain/signal/area-facts.ts'
import { lookAtSeason, type SeasonLook } from '#domain/signal/look.ts'
import { areaFactsOf } from '#domain/signal/of-season.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listDecisions, listOutcomes } from '../season/decision.store.ts'
import { bookOf, lawOf, openAreas } from '../season/season.case.ts'
import { listAreasBegun, listYearBefore } from './signal.store.ts'

export type OpenedLook = { readonly areas: readonly AreaFacts[]; readonly look: SeasonLook }

/** A season as it is recorded now, and what a look over it comes to. */
export async function openLook(ctx: Context, season: Season): Promise<OpenedLook> {
  const areas = await openFacts(ctx, season)
  return { areas, look: lookAtSeason(areas) }
}

/** Signals speak of many households side by side: of a season of units they have nothing to say. */
export function isOfHouseholds(season: Season): boolean {
  return bookOf(season).subjects.includes('household')
}

async function openFacts(ctx: Context, season: Season): Promise<AreaFacts[]> {
  const areaUnitIds = await listAreasBegun(ctx.tx, season.id)
  const law = await lawOf(ctx, season)
  const opened = await openAreas(ctx, season.id, areaUnitIds)
  const names = await listUnitNames(ctx.tx, areaUnitIds, ctx.today)
  const decided = new Map((await listDecisions(ctx.tx, season.id)).map(({ id, on }) => [id, on]))
  const outcomes = new Map((await listOutcomes(ctx.tx, season.id, areaUnitIds)).map(outcome => [outcome.candidateId, outcome]))
  const yearBefore = Map.groupBy(await listYearBefore(ctx.tx, season), ({ areaUnitId }) => areaUnitId)
  return opened.map(area => {
    const own = area.candidates.flatMap(({ id }) => outcomes.get(id) ?? [])
    const days = own.flatMap(({ decisionId }) => decided.get(decisionId) ?? [])
    return areaFactsOf(area, law, {
      areaName: names.get(area.areaUnitId) ?? '',
      assessments: area.assessments,
      outcomes: new Map(own.map(({ candidateId, outcome }) => [candidateId, outcome])),
      yearBefore: new Map((yearBefore.get(area.areaUnitId) ?? []).map(({ householdId, outcome }) => [householdId, outcome])),
      decidedOn: days.toSorted()[0] ?? null,
    })
  })
}
