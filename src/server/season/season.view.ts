import type { SeasonAreaView, SeasonCandidateRow } from '#contract/season.ts'
import { countedGatherings, countOf, leftOutOf, missingFrom, nextStep, postingOf, stateOf } from '#domain/season/area.ts'
import { findingsOf, linesOf } from '#domain/season/assessment.ts'
import { type Applicant, isStanding } from '#domain/season/candidate.ts'
import { duesOf } from '#domain/season/due.ts'
import { groundsLookOf } from '#domain/season/grounds.ts'
import type { Season } from '#domain/season/season.ts'
import { reasonsFor } from '#domain/season/told-reasons.ts'
import { pathOf } from '../account/authorise.ts'
import { calendarAt } from '../calendar/calendar.actions.ts'
import type { Context } from '../context.ts'
import { listVersions } from '../org/org.store.ts'
import { listDecisions, listOutcomes, type StoredOutcome } from './decision.store.ts'
import { listApplicants } from './holder.ts'
import { listYearBefore } from './season.actions.ts'
import { lawOf, type OpenedArea, openArea, type SeasonLaw, toSeasonView } from './season.case.ts'
import { standingsOf } from './standing.ts'

/** One file as those who answer for it see it: names, votes, points, what is missing, what is due. */
export async function toAreaView(ctx: Context, season: Season, areaUnitId: string): Promise<SeasonAreaView> {
  const law = await lawOf(ctx, season)
  const area = await openArea(ctx, season.id, areaUnitId)
  const last = (await listVersions(ctx.tx, [areaUnitId])).at(-1)
  const unitPath = await pathOf(ctx, areaUnitId)
  const outcomes = (await listOutcomes(ctx.tx, season.id, [areaUnitId])).map(outcome => ({
    ...outcome,
    reasons: reasonsFor(ctx.actor, unitPath, outcome.reasons),
  }))
  return {
    season: await toSeasonView(ctx, season),
    areaUnitId,
    areaName: last?.calledInText ?? '',
    state: stateOf(area.events),
    nextStep: nextStep(law.book, area.events),
    events: area.events,
    candidates: toRows(area, outcomes),
    others: await listOthers(ctx, season, { law, area }),
    yearBefore: (await listYearBefore(ctx, season, areaUnitId)).length,
    gatherings: countedGatherings(area),
    count: countOf(area, law),
    posting: postingOf(area.events),
    postingDays: law.prepared.posting?.value ?? null,
    opinions: area.opinions,
    missing: missingFrom(area, law),
    grounds: groundsLookOf(area, law, season.year),
    lines: linesOf(law),
    findings: findingsOf(law),
    asksContent: law.prepared.contentment !== null,
    texts: law.book.steps.map(({ code, actor, does, form }) => ({
      step: code,
      actor: actor.value,
      does: does.value,
      form: form?.value ?? null,
    })),
    deadlines: duesOf(
      law.book,
      season.year,
      { events: area.events, decision: await findLastDecision(ctx, season, outcomes) },
      { calendar: await calendarAt(ctx, season.unitId), confirmations: law.confirmations, today: ctx.today },
    ),
  }
}

/** Who may still be registered; of a letter of praise, those whose years may suffice. */
async function listOthers(
  ctx: Context,
  season: Season,
  { law, area }: { readonly law: SeasonLaw; readonly area: OpenedArea },
): Promise<SeasonAreaView['others']> {
  const registered = new Set(area.candidates.filter(isStanding).map(({ subjectId }) => subjectId))
  const isFree = ({ subjectId }: Applicant): boolean => !registered.has(subjectId)
  const free = (await listApplicants(ctx, season, { seasonId: season.id, areaUnitId: area.areaUnitId }, ctx.today)).filter(isFree)
  const standings = law.book.praise ? await standingsOf(ctx, season, { law, subjectIds: free.map(({ subjectId }) => subjectId) }) : null
  return free
    .filter(({ subjectId }) => standings?.get(subjectId)?.verdict !== 'notDue')
    .map(({ subjectId, headName, address }) => ({ subjectId, headName, address }))
}

async function findLastDecision(ctx: Context, season: Season, outcomes: readonly StoredOutcome[]) {
  const ids = new Set(outcomes.map(({ decisionId }) => decisionId))
  return ids.size === 0 ? null : ((await listDecisions(ctx.tx, season.id)).findLast(({ id }) => ids.has(id)) ?? null)
}

function toRows(area: OpenedArea, outcomes: readonly StoredOutcome[]): SeasonCandidateRow[] {
  const leftOut = new Map(leftOutOf(area.events).map(({ candidateId, reason }) => [candidateId, reason]))
  const outcomeOf = new Map(outcomes.map(outcome => [outcome.candidateId, outcome]))
  const assessed = new Map(area.assessments.map(one => [`${one.stage} ${one.candidateId}`, one]))
  return area.candidates.map(({ partitionId: _, seasonId: __, areaUnitId: ___, ...candidate }) => {
    const found = assessed.get(`meeting ${candidate.id}`)
    return {
      ...candidate,
      self: assessed.get(`self ${candidate.id}`)?.points ?? null,
      scored: found?.points ?? null,
      met: found?.met ?? {},
      content: found?.content ?? null,
      leftOut: leftOut.get(candidate.id) ?? null,
      outcome: outcomeOf.get(candidate.id) ?? null,
    }
  })
}
