import type { Body } from '#contract/index.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { signerWithAccount } from '#domain/org/position.ts'
import { isReady, standingEvents } from '#domain/season/area.ts'
import { acceptOpen, authorityOf, decide, publish, type SeasonDecision, subjectOfDecision } from '#domain/season/decision.ts'
import { isOwnFile } from '#domain/season/hands.ts'
import { lawDoubt } from '#domain/season/law.ts'
import { checkCap } from '#domain/season/praise-cap.ts'
import { handOver } from '#domain/season/recognition.ts'
import type { Season } from '#domain/season/season.ts'
import { mayDecide } from '#domain/title/authority.ts'
import { ruleBookOn } from '#domain/title/rule-books.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { ensureSigningKey } from '../certificate/signing.ts'
import type { Context } from '../context.ts'
import { findVersionOn, listVersions } from '../org/org.store.ts'
import { listSigners } from '../org/position.store.ts'
import { answerAgain } from '../sent-before.ts'
import { findCandidate } from './candidate.store.ts'
import {
  findDecision,
  insertDecision,
  insertHandover,
  insertOutcomes,
  lockDecision,
  lockRecognition,
  updateDecisionPublished,
} from './decision.store.ts'
import { authoriseWhereDecided } from './federation.ts'
import { authoriseAtHolder, holdersOf, listStandingPaths, placeAnsweredFor } from './holder.ts'
import { enterAct } from './numbered-act.ts'
import { openProposal } from './proposal.ts'
import { lockArea, type Reply, refuseElsewhere, subjectOf } from './season.actions.ts'
import { authoritySheetOn, bookOf, lawOf } from './season.case.ts'
import { findSeason, lockSeason, lockSeasonAreas } from './season.store.ts'

/** One act about everybody whose dossier is in: a number of the series, a row for each, a reason for each that fails. */
export async function decideSeason(ctx: Context, body: Body<'season.decide'>): Reply<SeasonDecision> {
  const season = await lockSeason(ctx.tx, body.seasonId)
  if (!season) return unknown(ctx, 'season.decide', 'season.unknown')
  const denied = await authoriseWhereDecided(ctx, 'season.decide', season, body.on)
  if (denied) return denied
  const sentBefore = await findDecision(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.seasonId === season.id)
  const issuer = await findIssuer(ctx, season, body)
  if (!issuer.ok) return issuer
  const signer = signerWithAccount(await listSigners(ctx.tx, body.issuerUnitId, body.on), ctx.actor.accountId, body.on)
  if (!signer.ok) return signer
  await lockSeasonAreas(ctx.tx, season.id, body.areaUnitIds) // none is sent back meanwhile
  const { proposal, areas, law, cap } = await openProposal(ctx, season, body)
  const submittedOn = areas
    .filter(({ events }) => isReady(law.book, events))
    .flatMap(({ events }) => standingEvents(events).at(-1)?.on ?? [])
  const { on, total, openAccepted, openExcept } = body
  const doubt = lawDoubt(season, on)
  if (doubt !== null && body.lawChosen === '') return refuse('season.law-changed', { doubt })
  const accepted = openAccepted ? acceptOpen(proposal, openExcept) : proposal
  const decided = decide(accepted, { on, total, submittedOn, openExcept }, ctx.today)
  if (!decided.ok) return decided
  const elsewhere = await refuseElsewhere(
    ctx,
    season,
    decided.value.recognised.map(({ subjectId }) => subjectId),
  )
  if (elsewhere) return elsewhere
  const capped = cap ? checkCap(decided.value, cap) : ok()
  if (!capped.ok) return capped
  const { recognised, failed } = decided.value
  const subject = subjectOfDecision(bookOf(season), { year: season.year, recognised: recognised.length })
  const act = { issuer: issuer.value, signerName: signer.value.fullName, on, symbol: body.symbol, subject }
  const entered = await enterAct(ctx, act)
  if (!entered.ok) return entered
  const { code, ...numbered } = entered.value
  const decision: SeasonDecision = {
    id: body.id,
    seasonId: season.id,
    issuerUnitId: body.issuerUnitId,
    on,
    code,
    signerName: signer.value.fullName,
    recognised: recognised.length,
    failed: failed.length,
    openAccepted,
    lawChosen: doubt === null ? '' : body.lawChosen,
    published: null,
  }
  const { code: _, ...row } = decision
  await ensureSigningKey(ctx)
  await insertDecision(ctx.tx, { ...row, ...numbered })
  await insertOutcomes(ctx.tx, decision.id, decided.value)
  const ownFiles = areas.filter(({ events }) => isOwnFile(events, ctx.actor.accountId)).length
  await insertAuditEntry(
    ctx,
    'season.decide',
    { kind: 'season', id: season.id, unitId: season.unitId, recordIds: [decision.id] },
    { after: { ...decision, ...(ownFiles > 0 && { ownFiles }) } },
  )
  return ok(decision)
}

/** Who issues it: a level of government, its people's committee, or the federation of labour beside it, of the place the areas belonged to that day. */
export async function findIssuer(
  ctx: Context,
  season: Season,
  { issuerUnitId, areaUnitIds, on, round }: Pick<Body<'season.decide'>, 'issuerUnitId' | 'areaUnitIds' | 'on' | 'round'>,
): Reply<OrgUnitVersion> {
  const unit = await findVersionOn(ctx.tx, issuerUnitId, on)
  const speaksFor = unit?.kind === 'peoplesCommittee' || unit?.kind === 'tradeUnion' ? unit.parentUnitId : null
  const place = speaksFor === null ? unit : await findVersionOn(ctx.tx, speaksFor, on)
  if (!unit || !place) {
    const known = unit ?? (await listVersions(ctx.tx, [issuerUnitId])).at(-1) // as it was, or will be
    return refuse('season.authority-gone', { name: known?.name ?? 'cơ quan này', on })
  }
  const authority = authorityOf(unit.kind, place.kind)
  if (!authority) return refuse('season.no-authority', { name: unit.name })
  const { book, confirmations, prepared } = await lawOf(ctx, season)
  if (book.recognition && round === null) return refuse('season.no-round')
  const sheet = await authoritySheetOn(ctx, season, { sheet: prepared.sheet, on })
  const facts = { authority, decidedOn: on, sheet, ...(round && { round }) }
  const decides = mayDecide(ruleBookOn(season.honour, on) ?? bookOf(season), facts, confirmations)
  if (!decides.ok)
    return decides.code === 'title.authority-gone'
      ? refuse('season.authority-gone', { name: unit.name, on })
      : refuse('season.other-authority', decides.details)
  const holders: string[] = []
  for (const holder of await holdersOf(ctx, season, on)) holders.push(await placeAnsweredFor(ctx, holder, on))
  const paths = await listStandingPaths(ctx, areaUnitIds, on) // a unit may have ended since
  const areHere = paths.every(path => path.includes(place.unitId) && holders.some(holder => path.includes(holder)))
  return areHere ? ok(unit) : refuse('season.not-of-commune')
}

export async function publishDecision(ctx: Context, { id, ...published }: Body<'season.publish'>): Reply<SeasonDecision> {
  const decision = await lockDecision(ctx.tx, id)
  const season = decision && (await findSeason(ctx.tx, decision.seasonId))
  if (!decision || !season) return unknown(ctx, 'season.publish', 'season.unknown-decision')
  const denied = await authoriseAtHolder(ctx, 'season.publish', season)
  if (denied) return denied
  const done = publish(decision, published, ctx.today)
  if (!done.ok) return done
  await updateDecisionPublished(ctx.tx, done.value)
  await insertAuditEntry(
    ctx,
    'season.publish',
    { kind: 'season', id: season.id, unitId: season.unitId, recordIds: [id] },
    { after: published },
  )
  return done
}

/** All of those named or none: the certificates of a morning in the village hall. */
export async function handOverCertificates(ctx: Context, body: Body<'season.handOver'>): Reply<{ candidates: number }> {
  const found = await lockArea(ctx, 'season.handOver', body)
  if (!found.ok) return found
  const { on, outcome } = body
  for (const candidateId of body.candidateIds) {
    const candidate = await findCandidate(ctx.tx, candidateId)
    const recognition = await lockRecognition(ctx.tx, candidateId)
    const isHere = candidate?.seasonId === body.seasonId && candidate.areaUnitId === body.areaUnitId
    if (!candidate || !recognition || !isHere) return refuse('season.unknown-recognition')
    const done = handOver(recognition, { on, outcome }, ctx.today)
    if (!done.ok) return done
    await insertHandover(ctx.tx, candidate, { on, outcome }, { recordedBy: ctx.actor.fullName, recordedAt: ctx.now })
  }
  await insertAuditEntry(ctx, 'season.handOver', subjectOf(body, body.candidateIds), { after: { on, outcome } })
  return ok({ candidates: body.candidateIds.length })
}
