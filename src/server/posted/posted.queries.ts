import type { RefusalCode } from '#contract/index.ts'
import type { OpinionState, PostedAnswers, PostedList } from '#contract/posted.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { openPosting, postedAddress, postedRows } from '#domain/posted/posted-list.ts'
import { proposedCandidates, standingEvents } from '#domain/season/area.ts'
import type { Candidate } from '#domain/season/candidate.ts'
import type { Posting } from '#domain/season/posting.ts'
import type { Season } from '#domain/season/season.ts'
import { authorise } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listReadableEvidence } from '../evidence/evidence.actions.ts'
import { listUnitNames } from '../org/org.store.ts'
import { bookOf, lawOf, openArea } from '../season/season.case.ts'
import { findOpinion, findSeason, type SeasonArea } from '../season/season.store.ts'
import { findPostedOpinion, findPosting, findPostingId, listOpinionsFromPage } from './posted.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export type OpenList = SeasonArea & { readonly season: Season; readonly posting: Posting; readonly candidates: readonly Candidate[] }

/** The list behind an address while it is posted; for anybody, so no right is asked. */
export async function openList(ctx: Context, postingId: string): Reply<OpenList> {
  const place = await findPosting(ctx.tx, postingId)
  const season = place && (await findSeason(ctx.tx, place.seasonId))
  if (!place || !season) return refuse('posted.unknown')
  const { seasonId, areaUnitId } = place
  const area = await openArea(ctx, seasonId, areaUnitId)
  const posting = openPosting(area.events, place.sequence, ctx.today)
  if (!posting.ok) return posting
  return ok({ seasonId, areaUnitId, season, posting: posting.value, candidates: proposedCandidates(area, await lawOf(ctx, season)) })
}

export async function readPostedList(ctx: Context, postingId: string): Reply<PostedList> {
  const opened = await openList(ctx, postingId)
  if (!opened.ok) return opened
  const { season, areaUnitId, posting, candidates } = opened.value
  const names = await listUnitNames(ctx.tx, [areaUnitId, season.unitId], posting.from)
  return ok({
    areaName: names.get(areaUnitId) ?? '',
    communeName: names.get(season.unitId) ?? '',
    honour: bookOf(season).name,
    year: season.year,
    posting,
    rows: postedRows(candidates),
  })
}

/** Also when the posting is over: who spoke up is answered. */
export async function readOpinionState(ctx: Context, opinionId: string): Reply<OpinionState> {
  const opinion = (await findPostedOpinion(ctx.tx, opinionId)) === undefined ? undefined : await findOpinion(ctx.tx, opinionId)
  if (!opinion) return refuse('posted.unknown')
  const { receivedOn, answer } = opinion
  return ok({ receivedOn, answer: answer && { on: answer.on, outcome: answer.outcome, reason: answer.reason } })
}

/** What stands beside the posting for those who answer for the area. */
export async function findPosted(ctx: Context, area: SeasonArea): Reply<PostedAnswers['posted.one']> {
  const denied = await authorise(ctx, 'posted.one', area.areaUnitId)
  if (denied) return denied
  const { events } = await openArea(ctx, area.seasonId, area.areaUnitId)
  const event = standingEvents(events).find(({ type }) => type === 'post')
  const postingId = event && (await findPostingId(ctx.tx, { ...area, sequence: event.sequence }))
  if (!event || postingId === undefined) return ok({ postingId: null, address: '', isOpen: false, evidence: [], fromPage: [] })
  return ok({
    postingId,
    address: ctx.address === '' ? '' : postedAddress(ctx.address, postingId),
    isOpen: openPosting(events, event.sequence, ctx.today).ok,
    evidence: await listReadableEvidence(ctx, [{ kind: 'posting', id: postingId }]),
    fromPage: await listOpinionsFromPage(ctx.tx, area),
  })
}
