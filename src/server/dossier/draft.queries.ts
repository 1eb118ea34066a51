import type { DraftDecisionParams } from '#contract/dossier.ts'
import type { RefusalCode } from '#contract/index.ts'
import { type ActFacts, decisionDocument } from '#domain/dossier/decision-document.ts'
import { type Result, refuse } from '#domain/kit/result.ts'
import { acceptOpen } from '#domain/season/decision.ts'
import { holdingOf } from '#domain/season/holding.ts'
import { checkCap } from '#domain/season/praise-cap.ts'
import type { Season } from '#domain/season/season.ts'
import { unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import type { SentFile } from '../http/definitions.ts'
import { listSigners } from '../org/position.store.ts'
import { unlessUnprintable } from '../report/writers.ts'
import { findIssuer } from '../season/decision.actions.ts'
import { authoriseWhereDecided } from '../season/federation.ts'
import { listFileUnits } from '../season/holder.ts'
import { openProposal } from '../season/proposal.ts'
import type { SeasonLaw } from '../season/season.case.ts'
import { listIssuers } from '../season/season.queries.ts'
import { findSeason } from '../season/season.store.ts'
import { actFacts, withTitles } from './dossier.facts.ts'
import { paperFile, send } from './paper.files.ts'

/** The decision as it would be signed now, with room for its number and its day: read first, kept nowhere. */
export async function draftDecision(ctx: Context, params: DraftDecisionParams): Promise<Result<SentFile, RefusalCode>> {
  const season = await findSeason(ctx.tx, params.seasonId)
  if (!season) return unknown(ctx, 'dossier.draftDecision', 'season.unknown')
  const denied = await authoriseWhereDecided(ctx, 'dossier.draftDecision', season)
  if (denied) return denied
  const { on = ctx.today, symbol, round = null, open, format } = params
  const files = (await listFileUnits(ctx, season)).map(({ unitId }) => unitId)
  const { proposal, law, cap } = await openProposal(ctx, season, { areaUnitIds: files, round })
  const except = params.except ?? proposal.open.filter(({ doubts }) => doubts.length > 0).map(({ candidate }) => candidate.id)
  const { recognised } = open === 'recognise' ? acceptOpen(proposal, except) : proposal
  if (recognised.length === 0) return refuse('dossier.nothing')
  const capped = cap ? checkCap({ ...proposal, recognised }, cap) : null
  if (capped && !capped.ok) return capped
  const issuerUnitId = params.issuerUnitId ?? (await issuerOf(ctx, season, law, round ?? 'first'))
  const unitIds = [...new Set(recognised.map(({ areaUnitId }) => areaUnitId))]
  const issuer = await findIssuer(ctx, season, { issuerUnitId, areaUnitIds: unitIds, on, round })
  if (!issuer.ok) return issuer
  const signers = await listSigners(ctx.tx, issuerUnitId, on)
  // Whoever reads it as its signer signs it; else whoever heads the place.
  const signer = signers.find(({ accountId }) => accountId === ctx.actor.accountId) ?? signers.find(each => each.capacityLines.length === 1)
  const act: ActFacts = { on, code: `/${symbol}`, openAccepted: '', lawChosen: '', signerName: signer?.fullName ?? null, isDraft: true }
  const capacityLines = signer?.capacityLines ?? []
  // Of households the title has one name, whoever they are.
  const areUnits = holdingOf(season.honour).isFor !== null
  const subjectIds = areUnits ? recognised.map(({ subjectId }) => subjectId) : []
  const facts = await actFacts(ctx, { season, law }, { act, issuer: issuer.value, capacityLines, unitIds, subjectIds })
  const rows = recognised.map((one, at) => ({ ...one, number: at + 1, unitId: areUnits ? one.subjectId : null }))
  const document = decisionDocument({ ...facts, recognised: await withTitles(ctx, law, { rows, on }), failed: [] })
  const name = `Dự thảo quyết định ${facts.book.name} ${season.year}`
  return unlessUnprintable('dossier.unprintable', async () =>
    send(await paperFile(ctx, 'decision', null, async () => ({ kind: 'document', document })), { format, name }),
  )
}

/** Whose chair the law of today names; where it names nobody, the unit that holds the season. */
async function issuerOf(ctx: Context, season: Season, law: SeasonLaw, round: 'first' | 'again'): Promise<string> {
  const issuers = await listIssuers(ctx, season, law)
  return issuers.find(({ rounds }) => rounds.includes(round))?.unitId ?? season.unitId
}
