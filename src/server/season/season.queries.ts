import type { Params } from '#contract/index.ts'
import type { SeasonAreaView, SeasonBoardView, SeasonView } from '#contract/season.ts'
import type { ProposalView, ProposedRow } from '#contract/season-proposal.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import type { Candidate } from '#domain/season/candidate.ts'
import { authorityOf, symbolOf } from '#domain/season/decision.ts'
import { holdingOf } from '#domain/season/holding.ts'
import { lawDoubt } from '#domain/season/law.ts'
import type { Season } from '#domain/season/season.ts'
import { reasonsFor } from '#domain/season/told-reasons.ts'
import { mayDecide } from '#domain/title/authority.ts'
import { withinCap } from '#domain/title/praise.ts'
import { ruleBookOn } from '#domain/title/rule-books.ts'
import { authorise, listUnitsInReach, pathOf, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listVersionsOn } from '../org/org.store.ts'
import { listDecisions } from './decision.store.ts'
import { authoriseWhereDecided, isOfChargedFederation, listFederations } from './federation.ts'
import { listUnionsBeside } from './holder.store.ts'
import { authoriseAtFile, authoriseAtHolder, holdersOf, isFileOf, isHeldBeside, listFileUnits } from './holder.ts'
import { openProposal } from './proposal.ts'
import { listSeasonsHeldAt, type Reply } from './season.actions.ts'
import { toAreaRows } from './season.board.ts'
import { authoritySheetOn, bookOf, type SeasonLaw, toSeasonView } from './season.case.ts'
import { findSeason } from './season.store.ts'
import { toAreaView } from './season.view.ts'
import { periodYearsIn } from './standing.ts'

/** The seasons of a unit and of those above it; where communes were merged, also those opened before. */
export async function listSeasonViews(ctx: Context, { unitId }: Params<'season.list'>): Reply<readonly SeasonView[]> {
  const denied = await authorise(ctx, 'season.list', unitId)
  if (denied) return denied
  const seasons = await listSeasonsHeldAt(ctx, await pathOf(ctx, unitId))
  const views: SeasonView[] = []
  for (const season of seasons.toSorted((a, b) => b.year - a.year)) views.push(await toSeasonView(ctx, season))
  return ok(views)
}

/** Counts, file by file, of those the reader's own duty reaches, with what comes next and by when. */
export async function findSeasonBoard(ctx: Context, { id }: Params<'season.board'>): Reply<SeasonBoardView> {
  const season = await findSeason(ctx.tx, id)
  if (!season) return unknown(ctx, 'season.board', 'season.unknown')
  const denied = await authoriseAtHolder(ctx, 'season.board', season)
  if (denied) return denied
  const files = await listFilesInReach(ctx, 'season.board', season)
  const decisions = await listDecisions(ctx.tx, id)
  const { rows, publishing } = await toAreaRows(ctx, season, { files, decisions })
  return ok({
    season: await toSeasonView(ctx, season),
    areas: rows,
    lawDoubt: lawDoubt(season, ctx.today),
    federationIds: await listFederations(ctx, season),
    periodYears: await periodYearsIn(ctx, season, files),
    decisions: decisions.map(decision => ({ ...decision, publishBy: publishing(decision) })),
  })
}

export async function findSeasonArea(ctx: Context, { seasonId, areaUnitId }: Params<'season.area'>): Reply<SeasonAreaView> {
  const season = await findSeason(ctx.tx, seasonId)
  if (!season) return unknown(ctx, 'season.area', 'season.unknown')
  const denied = await authoriseAtFile(ctx, 'season.area', season, areaUnitId)
  if (denied) return denied
  return (await isFileOf(ctx, season, { seasonId, areaUnitId }))
    ? ok(await toAreaView(ctx, season, areaUnitId))
    : refuse('season.not-of-commune')
}

/** What a decision would say of every dossier that is in, before anybody decides. */
export async function findProposal(ctx: Context, { id }: Params<'season.proposal'>): Reply<ProposalView> {
  const season = await findSeason(ctx.tx, id)
  if (!season) return unknown(ctx, 'season.proposal', 'season.unknown')
  const denied = await authoriseWhereDecided(ctx, 'season.proposal', season)
  if (denied) return denied
  const files = await listFilesInReach(ctx, 'season.proposal', season)
  const { proposal, standings, cap, law } = await openProposal(ctx, season, { areaUnitIds: files.map(({ unitId }) => unitId), round: null })
  const toRow = ({ id: candidateId, headName, address, areaUnitId }: Candidate): ProposedRow => ({
    id: candidateId,
    headName,
    address,
    areaUnitId,
    round: standings.get(candidateId)?.round ?? null,
  })
  const unitPath = await pathOf(ctx, (await holdersOf(ctx, season))[0] ?? season.unitId)
  return ok({
    issuers: await listIssuers(ctx, season, law),
    recognised: proposal.recognised.map(toRow),
    failed: proposal.failed.map(({ candidate, reasons }) => ({ ...toRow(candidate), reasons: reasonsFor(ctx.actor, unitPath, reasons) })),
    heldBack: proposal.heldBack.map(toRow),
    reachedOnly: proposal.reachedOnly.map(toRow),
    open: proposal.open.map(({ candidate, missing, doubts }) => ({ ...toRow(candidate), missing, doubts })),
    places: cap && {
      places: withinCap([], { ...cap, tieRule: null }).places,
      of: cap.withAllYears,
      percent: cap.rule.capPercent.value,
      clause: cap.rule.capPercent.clause,
    },
  })
}

/** Units whose chair decides anything, from the holder up; `rounds`: those the law of today gives to that chair. */
export async function listIssuers(ctx: Context, season: Season, { confirmations, prepared }: SeasonLaw): Promise<ProposalView['issuers']> {
  const book = ruleBookOn(season.honour, ctx.today) ?? bookOf(season)
  const [holder = season.unitId] = await holdersOf(ctx, season)
  const above = await pathOf(ctx, holder)
  const unions = season.honour === 'culturalOffice' ? await listUnionsBeside(ctx.tx, above, ctx.today) : []
  const path = [...new Set([...above, ...unions])]
  const versions = await listVersionsOn(ctx.tx, path, ctx.today)
  const kindOf = new Map(versions.map(({ unitId, kind }) => [unitId, kind]))
  const sheet = await authoritySheetOn(ctx, season, { sheet: prepared.sheet, on: ctx.today })
  return versions
    .toSorted((a, b) => path.indexOf(a.unitId) - path.indexOf(b.unitId))
    .flatMap(({ unitId, kind, calledInText, parentUnitId }) => {
      const authority = authorityOf(kind, kindOf.get(parentUnitId ?? '') ?? null)
      if (!authority) return []
      const rounds = (['first', 'again'] as const).filter(round => {
        const decides = mayDecide(book, { authority, decidedOn: ctx.today, round, sheet }, confirmations)
        return decides.ok && decides.value.agrees
      })
      return [{ unitId, name: calledInText, rounds, symbol: symbolOf(authority) }]
    })
}

/** The file of a season reviewed together is seen by whoever sees the season. */
async function listFilesInReach(ctx: Context, name: 'season.board' | 'season.proposal', season: Season): Promise<OrgUnitVersion[]> {
  const files = await listFileUnits(ctx, season)
  if (holdingOf(season.honour).arrangement === 'together') return files
  if ((await isHeldBeside(ctx, season)) && !(await authoriseAtHolder(ctx, name, season))) return files
  if (await isOfChargedFederation(ctx, name, season)) return files
  const reached = new Set<string>()
  for (const holder of await holdersOf(ctx, season)) for (const unitId of await listUnitsInReach(ctx, name, holder)) reached.add(unitId)
  const within: OrgUnitVersion[] = []
  for (const file of files)
    if (reached.has(file.unitId) || (await holdersOf(ctx, file)).some(unitId => reached.has(unitId))) within.push(file)
  return within
}
