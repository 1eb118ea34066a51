import type { Answer, Body, RightName } from '#contract/index.ts'
import type { FoundGround } from '#contract/season-grounds.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareFullName } from '#domain/kit/text.ts'
import { type Candidate, isStanding } from '#domain/season/candidate.ts'
import type { RecordedGround } from '#domain/season/candidate-facts.ts'
import { caseOf, reviewGrounds } from '#domain/season/grounds.ts'
import type { Season } from '#domain/season/season.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { answerAgain } from '../sent-before.ts'
import { listCandidates, listRecordedGrounds } from './candidate.store.ts'
import { findGroundsReviews, insertGroundsReview } from './grounds.store.ts'
import { authoriseAtHolder, isFileOf } from './holder.ts'
import { type Reply, subjectOf } from './season.actions.ts'
import { bookOf, lawOf, type SeasonLaw } from './season.case.ts'
import { findSeason, lockSeasonAreas } from './season.store.ts'

/**
 * The few with grounds on record, for whoever reviews these files. A look like any other: it stands in the trail of each
 * household seen, and of each file.
 */
export async function lookForGrounds(ctx: Context, body: Body<'season.lookForGrounds'>): Reply<Answer<'season.lookForGrounds'>> {
  const found = await openFiles(ctx, 'season.lookForGrounds', body)
  if (!found.ok) return found
  const { season, areaUnitIds } = found.value
  const law = await lawOf(ctx, season)
  const standing = (await listCandidates(ctx.tx, season.id, areaUnitIds)).filter(isStanding)
  const grounds = Map.groupBy(await listRecordedGrounds(ctx.tx, season.id, areaUnitIds), ({ householdId }) => householdId)
  const withGrounds = standing.filter(({ subjectId }) => grounds.has(subjectId))
  for (const areaUnitId of areaUnitIds)
    await insertAuditEntry(ctx, 'season.lookForGrounds', subjectOf({ seasonId: season.id, areaUnitId }, []), {})
  const reason = `Rà soát căn cứ loại trừ, ${bookOf(season).name} năm ${season.year}`
  for (const { subjectId, areaUnitId } of withGrounds) {
    const household = { kind: 'household', id: subjectId, unitId: areaUnitId, recordIds: [] }
    await insertAuditEntry(ctx, 'household.lookAtGrounds', household, { after: { reason } })
  }
  const rows = withGrounds.flatMap(candidate =>
    (grounds.get(candidate.subjectId) ?? []).map(ground => toFound(candidate, ground, { law, season })),
  )
  return ok({ candidates: standing.length, found: rows.toSorted((a, b) => compareFullName(a.headName, b.headName)) })
}

function toFound(
  { id, headName, address, areaUnitId }: Candidate,
  ground: RecordedGround,
  { law, season }: { readonly law: SeasonLaw; readonly season: Season },
): FoundGround {
  const held = caseOf(ground, { exclusions: law.prepared.exclusions, year: season.year })
  return { ...ground, candidateId: id, headName, address, areaUnitId, barredBy: held?.rule.clause ?? null }
}

/** Said of all these files or of none, in one act: the registers have been looked through up to that day. */
export async function reviewSeasonGrounds(ctx: Context, body: Body<'season.reviewGrounds'>): Reply<Answer<'season.reviewGrounds'>> {
  const found = await openFiles(ctx, 'season.reviewGrounds', body)
  if (!found.ok) return found
  const { season, areaUnitIds } = found.value
  await lockSeasonAreas(ctx.tx, season.id, areaUnitIds)
  const said = await findGroundsReviews(ctx.tx, body.id)
  if (said.length > 0) {
    const candidates = said.reduce((sum, { candidateIds }) => sum + candidateIds.length, 0)
    const isSame = said.every(({ seasonId }) => seasonId === season.id)
    return answerAgain({ candidates, files: said.length }, isSame)
  }
  const law = await lawOf(ctx, season)
  const inFile = Map.groupBy(await listCandidates(ctx.tx, season.id, areaUnitIds), ({ areaUnitId }) => areaUnitId)
  const { id, upTo } = body
  const by = { byName: ctx.actor.fullName, byAccountId: ctx.actor.accountId, at: ctx.now }
  let candidates = 0
  for (const areaUnitId of areaUnitIds) {
    const decision = reviewGrounds({ upTo, candidates: inFile.get(areaUnitId) ?? [] }, { season, law }, ctx.today)
    if (!decision.ok) return decision
    await insertGroundsReview(ctx.tx, { id, seasonId: season.id, areaUnitId, upTo, candidateIds: decision.value, ...by })
    const after = { upTo, candidates: decision.value.length }
    await insertAuditEntry(ctx, 'season.reviewGrounds', subjectOf({ seasonId: season.id, areaUnitId }, [id]), { after })
    candidates += decision.value.length
  }
  return ok({ candidates, files: areaUnitIds.length })
}

type Files = { readonly seasonId: string; readonly areaUnitIds: readonly string[] }

/** Asked of whoever answers for the season: grounds are looked for where the file is appraised, not where it is made. */
async function openFiles(
  ctx: Context,
  name: RightName,
  { seasonId, areaUnitIds }: Files,
): Reply<{ season: Season; areaUnitIds: string[] }> {
  const season = await findSeason(ctx.tx, seasonId)
  if (!season) return unknown(ctx, name, 'season.unknown')
  const denied = await authoriseAtHolder(ctx, name, season)
  if (denied) return denied
  const asked = [...new Set(areaUnitIds)]
  for (const areaUnitId of asked) if (!(await isFileOf(ctx, season, { seasonId, areaUnitId }))) return refuse('season.not-of-commune')
  return ok({ season, areaUnitIds: asked })
}
