import type { SeasonAreaRow } from '#contract/season.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { isReady } from '#domain/season/area.ts'
import type { SeasonDecision } from '#domain/season/decision.ts'
import { duesOf, nextDue, publishBy } from '#domain/season/due.ts'
import { type GroundsLook, lookOf } from '#domain/season/grounds.ts'
import { isOwnFile } from '#domain/season/hands.ts'
import { holdingOf } from '#domain/season/holding.ts'
import type { Season } from '#domain/season/season.ts'
import { calendarAt } from '../calendar/calendar.actions.ts'
import type { Context } from '../context.ts'
import { countHouseholdsOn } from '../household/household-list.store.ts'
import { listDecidedAreas, listDecisions } from './decision.store.ts'
import { countUnlooked, listLastGroundsReviews } from './grounds.store.ts'
import { listUnitsFor } from './holder.ts'
import { lawOf, type SeasonLaw } from './season.case.ts'
import { listSeasonEvents, tallySeason } from './season.store.ts'

type Board = {
  readonly files: readonly OrgUnitVersion[]
  /** Null: not looked up yet. */
  readonly decisions: readonly SeasonDecision[] | null
}

/** Each file with its numbers, where it is and what is due; and by when a decision is to be made public. */
export async function toAreaRows(ctx: Context, season: Season, { files, decisions }: Board) {
  const ids = files.map(({ unitId }) => unitId)
  const law = await lawOf(ctx, season)
  const { book, confirmations } = law
  const tallies = new Map((await tallySeason(ctx.tx, season.id, ids)).map(tally => [tally.areaUnitId, tally]))
  const eligible = await countEligible(ctx, season, ids)
  const events = Map.groupBy(await listSeasonEvents(ctx.tx, season.id, ids), ({ areaUnitId }) => areaUnitId)
  const decisionOf = new Map((decisions ?? (await listDecisions(ctx.tx, season.id))).map(decision => [decision.id, decision]))
  const decided = new Map((await listDecidedAreas(ctx.tx, season.id)).map(({ areaUnitId, decisionId }) => [areaUnitId, decisionId]))
  const looks = await looksAtGrounds(ctx, season, { law, ids })
  const counting = { calendar: await calendarAt(ctx, season.unitId), confirmations, today: ctx.today }
  const isOfHouseholds = season.honour === 'culturalFamily' && decisionOf.size === 0
  const rows = files.map(({ unitId, calledInText }): SeasonAreaRow => {
    const file = { events: events.get(unitId) ?? [], decision: decisionOf.get(decided.get(unitId) ?? '') ?? null }
    const tally = tallies.get(unitId) ?? notBegun(unitId)
    const due = nextDue(duesOf(book, season.year, file, counting))
    const standing = tally.registered - tally.withdrawn
    const mayRegister = eligible.get(unitId) ?? standing // of an area that has ended nobody else is left
    // Where nobody registered nothing but registration is owed; a village where households live is told of its meeting in time.
    const isOwed = standing > 0 || due?.step === 'register' || (isOfHouseholds && mayRegister > 0)
    return {
      ...tally,
      areaName: calledInText,
      eligible: mayRegister,
      isReady: isReady(book, file.events),
      grounds: looks.get(unitId) ?? null,
      isOwn: isOwnFile(file.events, ctx.actor.accountId),
      due: isOwed ? due : null,
    }
  })
  return { rows, publishing: (decision: SeasonDecision) => publishBy(duesOf(book, season.year, { events: [], decision }, counting)) }
}

/** How far the grounds of each file have been looked for, told in numbers. */
async function looksAtGrounds(
  ctx: Context,
  season: Season,
  { law, ids }: { readonly law: SeasonLaw; readonly ids: readonly string[] },
): Promise<Map<string, GroundsLook>> {
  if (law.prepared.exclusions.length === 0) return new Map()
  const reviews = new Map((await listLastGroundsReviews(ctx.tx, season.id, ids)).map(review => [review.areaUnitId, review]))
  const counts = await countUnlooked(ctx.tx, season.id, ids)
  return new Map(
    counts.flatMap(({ areaUnitId, ...count }) => {
      const look = lookOf(count, { last: reviews.get(areaUnitId) ?? null, law, year: season.year })
      return look ? [[areaUnitId, look] as const] : []
    }),
  )
}

/** Households of an area, units reviewed together, or the one unit that asks for itself. */
async function countEligible(ctx: Context, season: Season, ids: readonly string[]): Promise<Map<string, number>> {
  const { arrangement } = holdingOf(season.honour)
  if (arrangement === 'byArea')
    return new Map((await countHouseholdsOn(ctx.tx, ids, ctx.today)).map(count => [count.areaUnitId, count.households]))
  const each = arrangement === 'together' ? (await listUnitsFor(ctx, season, ctx.today)).length : 1
  return new Map(ids.map(unitId => [unitId, each]))
}

function notBegun(areaUnitId: string): Omit<SeasonAreaRow, 'areaName' | 'eligible' | 'isReady' | 'due' | 'grounds' | 'isOwn'> {
  return { areaUnitId, state: 'registering', registered: 0, withdrawn: 0, recognised: 0, failed: 0, revoked: 0, handedOver: 0 }
}
