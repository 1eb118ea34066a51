import type { AskedDossier, TakeDossierParams } from '#contract/dossier.ts'
import type { Body, RefusalCode } from '#contract/index.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import type { Season } from '#domain/season/season.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { unlessUnprintable } from '../report/writers.ts'
import { authoriseAtFile, authoriseAtHolder, listFileUnits } from '../season/holder.ts'
import { findSeason } from '../season/season.store.ts'
import { answerAgain } from '../sent-before.ts'
import { type Dossier, dossierPdf, dossierZip, drawContents, openDossier } from './assemble.ts'
import { openSeasonPapers } from './dossier.facts.ts'
import { type DossierRequest, findRequest, insertRequest } from './dossier.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** To take every name of a place out of the house leaves its trace: a command, though nothing of the season changes. */
export async function askForDossier(ctx: Context, body: Body<'dossier.ask'>): Reply<AskedDossier> {
  const { id, seasonId, areaUnitIds, purpose } = body
  const season = await findSeason(ctx.tx, seasonId)
  if (!season) return unknown(ctx, 'dossier.ask', 'season.unknown')
  const denied = await authoriseAll(ctx, 'dossier.ask', season, areaUnitIds)
  if (denied) return denied
  const known = await findRequest(ctx.tx, id)
  const request: DossierRequest = known ?? {
    id,
    seasonId,
    areaUnitIds,
    purpose,
    askedById: ctx.actor.accountId,
    askedBy: ctx.actor.fullName,
    askedOn: ctx.today,
  }
  const dossier = await open(ctx, season, request)
  if (dossier.items.length === 0) return refuse('dossier.nothing')
  const listed = await refuseUnprintable(dossier)
  if (!listed.ok) return listed
  const answer = { id, papers: dossier.items.length, gaps: dossier.gaps.length }
  if (known) return answerAgain(answer, known.askedById === ctx.actor.accountId && known.seasonId === seasonId)
  await insertRequest(ctx.tx, request)
  const [unitId = season.unitId] = areaUnitIds.length === 1 ? areaUnitIds : []
  await insertAuditEntry(
    ctx,
    'dossier.ask',
    { kind: 'season', id: seasonId, unitId, recordIds: [id] },
    { after: { purpose, areas: areaUnitIds.length, papers: dossier.items.length } },
  )
  return ok(answer)
}

/** By whoever asked for it, while they still may. */
export async function takeDossier(ctx: Context, { id, as }: TakeDossierParams): Reply<SentFile> {
  const request = await findRequest(ctx.tx, id)
  const season = request && (await findSeason(ctx.tx, request.seasonId))
  if (!request || !season || request.askedById !== ctx.actor.accountId) return unknown(ctx, 'dossier.take', 'dossier.unknown')
  const denied = await authoriseAll(ctx, 'dossier.take', season, request.areaUnitIds)
  if (denied) return denied
  const dossier = await open(ctx, season, request)
  const listed = await refuseUnprintable(dossier)
  if (!listed.ok) return listed
  return ok({
    bytes: as === 'pdf' ? dossierPdf(dossier) : dossierZip(dossier),
    mediaType: as === 'pdf' ? 'application/pdf' : 'application/zip',
    fileName: `${dossier.title}.${as}`,
    isInline: false,
  })
}

/** Once the first byte has left, nothing can be refused. */
function refuseUnprintable(dossier: Dossier): Reply<undefined> {
  return unlessUnprintable('dossier.unprintable', async () => {
    await drawContents(dossier)
    return ok()
  })
}

async function open(ctx: Context, season: Season, { areaUnitIds, purpose }: DossierRequest): Promise<Dossier> {
  const isWhole = areaUnitIds.length === 0
  const ids = isWhole ? (await listFileUnits(ctx, season)).map(({ unitId }) => unitId) : areaUnitIds
  return openDossier(ctx, await openSeasonPapers(ctx, season), { areaUnitIds: ids, isWhole, purpose })
}

/** The whole season is for those who answer for the commune; a village for those who answer for it, each one asked about. */
async function authoriseAll(
  ctx: Context,
  name: 'dossier.ask' | 'dossier.take',
  season: Season,
  areaUnitIds: readonly string[],
): Promise<Refusal<RefusalCode> | undefined> {
  if (areaUnitIds.length === 0) return authoriseAtHolder(ctx, name, season)
  for (const areaUnitId of areaUnitIds) {
    const denied = await authoriseAtFile(ctx, name, season, areaUnitId)
    if (denied) return denied
  }
  return undefined
}
