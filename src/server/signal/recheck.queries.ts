import type { Params } from '#contract/index.ts'
import type { DrawnView, DrawView } from '#contract/signal.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { ok } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { draw, drawAreas, estimate } from '#domain/signal/sample.ts'
import { unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listVersions } from '../org/org.store.ts'
import { authoriseAtHolder } from '../season/holder.ts'
import type { Reply } from '../season/season.actions.ts'
import { seasonTitle } from '../season/season.case.ts'
import { findSeason } from '../season/season.store.ts'
import { rankWith, strataOf } from './lot.ts'
import { findDraw, listDraws, listItems, listRecognisedIn, listStrata, type StoredDraw, type StoredItem } from './recheck.store.ts'

/** Every lot of a season in the order they were drawn: whoever drew until the lot pleased is seen. */
export async function listSeasonDraws(ctx: Context, { seasonId }: Params<'signal.draws'>): Reply<readonly DrawView[]> {
  const season = await findSeason(ctx.tx, seasonId)
  if (!season) return unknown(ctx, 'signal.draws', 'season.unknown')
  const denied = await authoriseAtHolder(ctx, 'signal.draws', season)
  if (denied) return denied
  const views: DrawView[] = []
  for (const each of await listDraws(ctx.tx, seasonId)) views.push(await openDraw(ctx, each))
  return ok(views)
}

/** One lot with names, for those who go and look; drawn again to see that it falls the same way. */
export async function findDrawn(ctx: Context, { id }: Params<'signal.drawn'>): Reply<DrawnView> {
  const stored = await findDraw(ctx.tx, id)
  const season = stored && (await findSeason(ctx.tx, stored.seasonId))
  if (!stored || !season) return unknown(ctx, 'signal.drawn', 'signal.unknown-draw')
  const denied = await authoriseAtHolder(ctx, 'signal.drawn', season)
  if (denied) return denied
  const items = await listItems(ctx.tx, id)
  const strata = await listStrata(ctx.tx, id)
  const names = await namesOfAreas(
    ctx,
    strata.map(({ areaUnitId }) => areaUnitId),
    ctx.today,
  )
  const nameOf = (areaUnitId: string): string => names.get(areaUnitId) ?? ''
  const drawn = Map.groupBy(items, ({ areaUnitId }) => areaUnitId)
  return ok({
    ...(await openDraw(ctx, stored)),
    unitId: season.unitId,
    year: season.year,
    bookName: await seasonTitle(ctx, season),
    areas: strata
      .map(({ areaUnitId, population }) => ({
        areaUnitId,
        areaName: nameOf(areaUnitId),
        population,
        drawn: drawn.get(areaUnitId)?.length ?? 0,
      }))
      .toSorted((a, b) => compareText(a.areaName, b.areaName)),
    items: items
      .map(item => ({ ...toItem(item), areaName: nameOf(item.areaUnitId) }))
      .toSorted((a, b) => compareText(a.areaName, b.areaName)),
    isSameAgain: await fallsTheSame(ctx, stored, items),
  })
}

/** As they were called on a day; a village that had ended by then, as it was called last. */
export async function namesOfAreas(ctx: Context, unitIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, string>> {
  const begun = (await listVersions(ctx.tx, unitIds)).filter(({ valid }) => valid.from === null || valid.from <= on)
  return new Map(begun.map(({ unitId, calledInText }) => [unitId, calledInText]))
}

export async function openDraw(ctx: Context, { decisionIds: _, ...stored }: StoredDraw): Promise<DrawView> {
  const strata = await listStrata(ctx.tx, stored.id)
  const items = await listItems(ctx.tx, stored.id)
  const population = strata.reduce((total, stratum) => total + stratum.population, 0)
  return {
    ...stored,
    estimate: estimate(
      population,
      items.map(({ outcome }) => outcome),
    ),
  }
}

async function fallsTheSame(
  ctx: Context,
  { seasonId, what, seed, decisionIds }: StoredDraw,
  items: readonly StoredItem[],
): Promise<boolean> {
  const strata = strataOf(await listRecognisedIn(ctx.tx, { seasonId, decisionIds }))
  const again =
    what === 'households'
      ? draw(strata, items.length, rankWith(seed))
      : drawAreas(
          strata.map(({ areaUnitId }) => areaUnitId),
          items.length,
          rankWith(seed),
        )
  const drawn = new Set(items.map(({ itemId }) => itemId))
  return again.ok && again.value.length === drawn.size && again.value.every(({ itemId }) => drawn.has(itemId))
}

function toItem({ itemId, areaUnitId, headName, address, outcome, says, checkedOn, byName }: StoredItem) {
  const isFound = outcome !== null && checkedOn !== null
  return {
    itemId,
    areaUnitId,
    headName,
    address,
    outcome: isFound ? { outcome, says: says ?? '', on: checkedOn, byName: byName ?? '' } : null,
  }
}
