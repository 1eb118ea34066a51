import type { Params } from '#contract/index.ts'
import type { LookedView, SeasonSignals } from '#contract/signal.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import type { Review } from '#domain/signal/review.ts'
import { isSignal, type Looked, signalNames } from '#domain/signal/signal.ts'
import { unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { authoriseAtHolder } from '../season/holder.ts'
import type { Reply } from '../season/season.actions.ts'
import { seasonTitle } from '../season/season.case.ts'
import { findSeason } from '../season/season.store.ts'
import { listRecognisedIn } from './recheck.store.ts'
import { isOfHouseholds, openLook } from './season-look.ts'
import { listReviews } from './signal.store.ts'

/** Reckoned from what is recorded now, with every look there was. Counts only: names are in the lists a signal leads to. */
export async function findSeasonSignals(ctx: Context, { id }: Params<'signal.ofSeason'>): Reply<SeasonSignals> {
  const season = await findSeason(ctx.tx, id)
  if (!season) return unknown(ctx, 'signal.ofSeason', 'season.unknown')
  const denied = await authoriseAtHolder(ctx, 'signal.ofSeason', season)
  if (denied) return denied
  if (!isOfHouseholds(season)) return refuse('signal.not-of-households')
  const { areas, look } = await openLook(ctx, season)
  const reviews = await listReviews(ctx.tx, id)
  const recognised = await listRecognisedIn(ctx.tx, { seasonId: id, decisionIds: null })
  const looked = new Map(look.areas.map(area => [area.areaUnitId, area.looked]))
  return ok({
    seasonId: id,
    unitId: season.unitId,
    year: season.year,
    bookName: await seasonTitle(ctx, season),
    commune: toView(look.commune, null, reviews),
    areas: areas
      .toSorted((a, b) => compareText(a.areaName, b.areaName))
      .map(({ areaUnitId, areaName }) => ({ areaUnitId, areaName, ...toView(looked.get(areaUnitId) ?? [], areaUnitId, reviews) })),
    toDraw: { households: recognised.length, areas: new Set(recognised.map(({ areaUnitId }) => areaUnitId)).size },
  })
}

function toView(looked: readonly Looked[], areaUnitId: string | null, reviews: readonly Review[]): LookedView {
  return {
    signals: looked.filter(isSignal).map(({ code, says, besideAreaUnitId }) => ({
      code,
      says,
      besideAreaUnitId,
      name: signalNames[code],
      reviews: reviews
        .filter(review => review.areaUnitId === areaUnitId && review.code === code)
        .toReversed()
        .map(review => ({ ...review, isOfNow: review.shown === says })),
    })),
    unknown: looked.flatMap(each => (each.kind === 'unknown' ? [{ name: signalNames[each.code], why: each.why }] : [])),
  }
}
