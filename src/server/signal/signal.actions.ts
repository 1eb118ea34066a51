import type { Body } from '#contract/index.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { type Review, reviewSignal } from '#domain/signal/review.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { authoriseAtHolder } from '../season/holder.ts'
import type { Reply } from '../season/season.actions.ts'
import { lockSeason } from '../season/season.store.ts'
import { answerAgain } from '../sent-before.ts'
import { isOfHouseholds, openLook } from './season-look.ts'
import { findReview, insertReview } from './signal.store.ts'

/** What a supervisor found where a signal pointed, beside the sentence as it stood. */
export async function reviewSeasonSignal(ctx: Context, body: Body<'signal.review'>): Reply<Review> {
  const season = await lockSeason(ctx.tx, body.seasonId)
  if (!season) return unknown(ctx, 'signal.review', 'season.unknown')
  const denied = await authoriseAtHolder(ctx, 'signal.review', season)
  if (denied) return denied
  const sentBefore = await findReview(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.seasonId === season.id)
  if (!isOfHouseholds(season)) return refuse('signal.not-of-households')
  const { look } = await openLook(ctx, season)
  const shown = reviewSignal(look, body)
  if (!shown.ok) return shown
  const { id, areaUnitId, code, outcome, says } = body
  const review: Review = { id, areaUnitId, code, outcome, says, shown: shown.value.says, on: ctx.today, byName: ctx.actor.fullName }
  await insertReview(ctx.tx, season.id, review, ctx.now)
  const subject = { kind: 'season', id: season.id, unitId: areaUnitId ?? season.unitId, recordIds: [id] }
  await insertAuditEntry(ctx, 'signal.review', subject, { after: review })
  return ok(review)
}
