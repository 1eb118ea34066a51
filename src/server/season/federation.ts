import type { RightName } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { Season } from '#domain/season/season.ts'
import { mayDecide } from '#domain/title/authority.ts'
import { ruleBookOn } from '#domain/title/rule-books.ts'
import { authorise, pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnionsBeside } from './holder.store.ts'
import { authoriseAtHolder, holdersOf } from './holder.ts'
import { authoritySheetOn, bookOf, lawOf } from './season.case.ts'

// A season a place holds, and a federation of labour beside that place which decides it: the place keeps the files, the
// federation reads what is proposed and signs.

/** At the holder, or at a federation the law or the province charges with the decision on that day. */
export async function authoriseWhereDecided(
  ctx: Context,
  name: RightName,
  season: Season,
  on: PlainDate = ctx.today,
): ReturnType<typeof authoriseAtHolder> {
  const denied = await authoriseAtHolder(ctx, name, season)
  return denied && (await isOfChargedFederation(ctx, name, season, on)) ? undefined : denied
}

/** The actor may do this at a federation that decides the season on the day. */
export async function isOfChargedFederation(ctx: Context, name: RightName, season: Season, on: PlainDate = ctx.today): Promise<boolean> {
  for (const unitId of await listFederations(ctx, season, on)) if (!(await authorise(ctx, name, unitId))) return true
  return false
}

/** Those beside the place that holds the season and charged with its decision on the day. */
export async function listFederations(ctx: Context, season: Season, on: PlainDate = ctx.today): Promise<readonly string[]> {
  if (season.honour !== 'culturalOffice') return []
  const [holder = season.unitId] = await holdersOf(ctx, season)
  const unions = await listUnionsBeside(ctx.tx, await pathOf(ctx, holder), on)
  return unions.length > 0 && (await areCharged(ctx, season, on)) ? unions : []
}

async function areCharged(ctx: Context, season: Season, on: PlainDate): Promise<boolean> {
  const { prepared, confirmations } = await lawOf(ctx, season)
  const sheet = await authoritySheetOn(ctx, season, { sheet: prepared.sheet, on })
  const book = ruleBookOn(season.honour, on) ?? bookOf(season)
  return (['first', 'again'] as const).some(round => {
    const decides = mayDecide(book, { authority: 'provinceLabourFederation', decidedOn: on, round, sheet }, confirmations)
    return decides.ok && decides.value.agrees
  })
}
