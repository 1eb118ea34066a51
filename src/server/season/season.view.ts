import type { SeasonAreaView, SeasonCandidateRow } from '#contract/season.ts'
import { countedGatherings, countOf, leftOutOf, missingFrom, nextStep, postingOf, stateOf } from '#domain/season/area.ts'
import { linesOf } from '#domain/season/assessment.ts'
import { isStanding } from '#domain/season/candidate.ts'
import type { Season } from '#domain/season/season.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listHouseholdsLiving } from './candidate.store.ts'
import { listOutcomes } from './decision.store.ts'
import { lawOf, type OpenedArea, openArea, toSeasonView } from './season.case.ts'

/** One area as those who answer for it see it: names, votes, points, what is missing. */
export async function toAreaView(ctx: Context, season: Season, areaUnitId: string): Promise<SeasonAreaView> {
  const law = await lawOf(ctx, season)
  const area = await openArea(ctx, season.id, areaUnitId)
  const names = await listUnitNames(ctx.tx, [areaUnitId], ctx.today)
  const living = await listHouseholdsLiving(ctx.tx, areaUnitId, ctx.today)
  const registered = new Set(area.candidates.filter(isStanding).map(({ subjectId }) => subjectId))
  return {
    season: toSeasonView(season),
    areaUnitId,
    areaName: names.get(areaUnitId) ?? '',
    state: stateOf(area.events),
    nextStep: nextStep(law.book, area.events),
    events: area.events,
    candidates: await toRows(ctx, season.id, area),
    others: living
      .filter(({ subjectId }) => !registered.has(subjectId))
      .map(({ subjectId, headName, address }) => ({ subjectId, headName, address })),
    gatherings: countedGatherings(area),
    count: countOf(area, law),
    posting: postingOf(area.events),
    opinions: area.opinions,
    missing: missingFrom(area, law),
    lines: linesOf(law),
  }
}

async function toRows(ctx: Context, seasonId: string, area: OpenedArea): Promise<SeasonCandidateRow[]> {
  const leftOut = new Map(leftOutOf(area.events).map(({ candidateId, reason }) => [candidateId, reason]))
  const outcomes = new Map((await listOutcomes(ctx.tx, seasonId, [area.areaUnitId])).map(outcome => [outcome.candidateId, outcome]))
  const pointsOf = new Map(area.assessments.map(one => [`${one.stage} ${one.candidateId}`, one.points]))
  return area.candidates.map(({ partitionId: _, seasonId: __, areaUnitId: ___, ...candidate }) => ({
    ...candidate,
    self: pointsOf.get(`self ${candidate.id}`) ?? null,
    scored: pointsOf.get(`meeting ${candidate.id}`) ?? null,
    leftOut: leftOut.get(candidate.id) ?? null,
    outcome: outcomes.get(candidate.id) ?? null,
  }))
}
