import { traitsAt } from '#domain/org/place-trait.ts'
import type { Candidate } from '#domain/season/candidate.ts'
import { traitsOf } from '#domain/season/candidate-facts.ts'
import { type Proposal, propose } from '#domain/season/decision.ts'
import type { Season } from '#domain/season/season.ts'
import type { Context } from '../context.ts'
import { findUnitPath, listVersionsOn } from '../org/org.store.ts'
import { listTraits } from '../org/place.store.ts'
import { listRecordedGrounds } from './candidate.store.ts'
import { listOutcomes } from './decision.store.ts'
import { lawOf, type OpenedArea, openAreas } from './season.case.ts'

export type OpenedProposal = { readonly proposal: Proposal; readonly areas: readonly OpenedArea[] }

/** What a decision on these areas would say today, household by household. */
export async function openProposal(ctx: Context, season: Season, areaUnitIds: readonly string[]): Promise<OpenedProposal> {
  const law = await lawOf(ctx, season)
  const areas = await openAreas(ctx, season.id, areaUnitIds)
  const decided = new Set((await listOutcomes(ctx.tx, season.id, areaUnitIds)).map(({ candidateId }) => candidateId))
  const grounds = Map.groupBy(await listRecordedGrounds(ctx.tx, season.id, areaUnitIds), ({ householdId }) => householdId)
  const points = new Map(
    areas.flatMap(area => area.assessments.filter(({ stage }) => stage === 'meeting').map(one => [one.candidateId, one.points] as const)),
  )
  const placeTraits = await traitsOfAreas(ctx, areaUnitIds)
  const factsOf: Parameters<typeof propose>[0]['factsOf'] = (candidate: Candidate, meeting) => ({
    ...meeting,
    year: season.year,
    registeredOn: candidate.registeredOn,
    traits: traitsOf(candidate, placeTraits.get(candidate.areaUnitId) ?? []),
    points: points.get(candidate.id) ?? {},
    met: {},
    grounds: grounds.get(candidate.subjectId) ?? [],
  })
  return { areas, proposal: propose({ areas, law, decided, factsOf }) }
}

async function traitsOfAreas(ctx: Context, areaUnitIds: readonly string[]) {
  const on = ctx.today
  const first = areaUnitIds[0]
  const above = first === undefined ? [] : await findUnitPath(ctx.tx, first, on)
  const units = [...new Set([...above, ...areaUnitIds])]
  const versions = new Map((await listVersionsOn(ctx.tx, units, on)).map(version => [version.unitId, version]))
  const traits = await listTraits(ctx.tx, units)
  return new Map(
    areaUnitIds.map(areaUnitId => {
      const path = [areaUnitId, ...above.slice(1)].flatMap(unitId => versions.get(unitId) ?? [])
      return [areaUnitId, traitsAt(path, traits, on).map(({ trait }) => trait)]
    }),
  )
}
