import type { Params } from '#contract/index.ts'
import type { ProposalView, ProposedRow, SeasonAreaRow, SeasonAreaView, SeasonBoardView, SeasonView } from '#contract/season.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { compareText } from '#domain/kit/text.ts'
import { residentialAreaKinds } from '#domain/org/org-unit.ts'
import type { Candidate } from '#domain/season/candidate.ts'
import type { Season } from '#domain/season/season.ts'
import { authorise, listUnitsInReach, pathOf, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { countHouseholdsOn } from '../household/household-list.store.ts'
import { listVersionsOn } from '../org/org.store.ts'
import { listDecisions } from './decision.store.ts'
import { openProposal } from './proposal.ts'
import type { Reply } from './season.actions.ts'
import { toSeasonView } from './season.case.ts'
import { findSeason, listSeasons, tallySeason } from './season.store.ts'
import { toAreaView } from './season.view.ts'

/** The seasons of a commune; of a village, those of its commune. */
export async function listSeasonViews(ctx: Context, { unitId }: Params<'season.list'>): Reply<readonly SeasonView[]> {
  const denied = await authorise(ctx, 'season.list', unitId)
  if (denied) return denied
  const path = await pathOf(ctx, unitId)
  const seasons: Season[] = []
  for (const each of path) seasons.push(...(await listSeasons(ctx.tx, each)))
  return ok(seasons.map(toSeasonView))
}

/** Counts, area by area, of those the reader's own duty reaches. */
export async function findSeasonBoard(ctx: Context, { id }: Params<'season.board'>): Reply<SeasonBoardView> {
  const season = await findSeason(ctx.tx, id)
  if (!season) return unknown(ctx, 'season.board', 'season.unknown')
  const denied = await authorise(ctx, 'season.board', season.unitId)
  if (denied) return denied
  const areas = await listAreasInReach(ctx, 'season.board', season)
  const ids = areas.map(({ unitId }) => unitId)
  const tallies = new Map((await tallySeason(ctx.tx, id, ids)).map(tally => [tally.areaUnitId, tally]))
  const households = new Map((await countHouseholdsOn(ctx.tx, ids, ctx.today)).map(count => [count.areaUnitId, count.households]))
  return ok({
    season: toSeasonView(season),
    areas: areas.map(({ unitId, calledInText }) => ({
      ...(tallies.get(unitId) ?? notBegun(unitId)),
      areaName: calledInText,
      households: households.get(unitId) ?? 0,
    })),
    decisions: await listDecisions(ctx.tx, id),
  })
}

export async function findSeasonArea(ctx: Context, { seasonId, areaUnitId }: Params<'season.area'>): Reply<SeasonAreaView> {
  const season = await findSeason(ctx.tx, seasonId)
  if (!season) return unknown(ctx, 'season.area', 'season.unknown')
  const denied = await authorise(ctx, 'season.area', areaUnitId)
  if (denied) return denied
  const path = await pathOf(ctx, areaUnitId)
  return path.includes(season.unitId) && path[0] !== season.unitId
    ? ok(await toAreaView(ctx, season, areaUnitId))
    : refuse('season.not-of-commune')
}

/** What a decision would say of every dossier that is in, before anybody decides. */
export async function findProposal(ctx: Context, { id }: Params<'season.proposal'>): Reply<ProposalView> {
  const season = await findSeason(ctx.tx, id)
  if (!season) return unknown(ctx, 'season.proposal', 'season.unknown')
  const denied = await authorise(ctx, 'season.proposal', season.unitId)
  if (denied) return denied
  const areas = await listAreasInReach(ctx, 'season.proposal', season)
  const { proposal } = await openProposal(
    ctx,
    season,
    areas.map(({ unitId }) => unitId),
  )
  return ok({
    recognised: proposal.recognised.map(toRow),
    failed: proposal.failed.map(({ candidate, reasons }) => ({ ...toRow(candidate), reasons })),
    heldBack: proposal.heldBack.map(toRow),
    open: proposal.open.map(({ candidate, missing, doubts }) => ({ ...toRow(candidate), missing, doubts })),
  })
}

async function listAreasInReach(ctx: Context, name: 'season.board' | 'season.proposal', season: Season) {
  const reached = await listUnitsInReach(ctx, name, season.unitId)
  const versions = await listVersionsOn(ctx.tx, reached, ctx.today)
  return versions
    .filter(({ kind }) => residentialAreaKinds.includes(kind))
    .toSorted((a, b) => a.position - b.position || compareText(a.name, b.name))
}

function notBegun(areaUnitId: string): Omit<SeasonAreaRow, 'areaName' | 'households'> {
  return { areaUnitId, state: 'registering', registered: 0, withdrawn: 0, recognised: 0, failed: 0, revoked: 0, handedOver: 0 }
}

function toRow({ id, headName, address, areaUnitId }: Candidate): ProposedRow {
  return { id, headName, address, areaUnitId }
}
