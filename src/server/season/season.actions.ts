import { randomUUID } from 'node:crypto'
import type { Answer, Body, RefusalCode, RightName } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { residentialAreaKinds } from '#domain/org/org-unit.ts'
import { isListClosed } from '#domain/season/area.ts'
import { checkPoints } from '#domain/season/assessment.ts'
import { type Applicant, type Candidate, carryOver, registerCandidate, withdrawCandidate } from '#domain/season/candidate.ts'
import { openSeason, type Season } from '#domain/season/season.ts'
import { ruleBookOn } from '#domain/title/rule-books.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findVersionOn, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findCandidate,
  findCandidatesByIds,
  insertAssessments,
  insertCandidates,
  listCandidates,
  listCandidatesOfSubjects,
  listHouseholdsLiving,
  updateCandidateWithdrawn,
} from './candidate.store.ts'
import { listOutcomes } from './decision.store.ts'
import { lawOf } from './season.case.ts'
import { findSeason, insertSeason, listSeasonEvents, listSeasons, lockSeasonArea, type SeasonArea } from './season.store.ts'

export type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The rule book of the day it is opened is the season's for good. */
export async function openSeasonOfCommune(ctx: Context, body: Body<'season.open'>): Reply<Season> {
  const denied = await authorise(ctx, 'season.open', body.unitId)
  if (denied) return denied
  await lockUnit(ctx.tx, body.unitId) // two may open it at once
  const sentBefore = await findSeason(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const { openedOn, honour } = body
  const unit = await findVersionOn(ctx.tx, body.unitId, openedOn)
  if (!unit) return refuse('org.unit-not-in-force', { on: openedOn })
  const existing = await listSeasons(ctx.tx, body.unitId)
  const decision = openSeason(body, { unit, existing, book: ruleBookOn(honour, openedOn) }, ctx.today)
  if (!decision.ok) return decision
  const inserted = await insertSeason(ctx.tx, decision.value, ctx.actor.fullName)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'season.open', { kind: 'season', id: body.id, unitId: body.unitId }, { after: decision.value })
  return decision
}

/** All the households or none: one refusal leaves nothing behind. */
export async function registerCandidates(ctx: Context, body: Body<'season.register'>): Reply<readonly Candidate[]> {
  const found = await lockArea(ctx, 'season.register', body)
  if (!found.ok) return found
  const { candidates: asked, registeredOn } = body
  const known = await findCandidatesByIds(
    ctx.tx,
    asked.map(({ id }) => id),
  )
  if (known.some(other => other.areaUnitId !== body.areaUnitId || other.seasonId !== body.seasonId)) return refuse('input.id-taken')
  const knownIds = new Set(known.map(({ id }) => id))
  const living = new Map((await listHouseholdsLiving(ctx.tx, body.areaUnitId, registeredOn)).map(each => [each.subjectId, each]))
  const fresh: { readonly id: string; readonly applicant: Applicant }[] = []
  for (const { id, subjectId } of asked.filter(each => !knownIds.has(each.id))) {
    const applicant = living.get(subjectId)
    if (!applicant) return refuse('season.not-living-there', { on: registeredOn })
    fresh.push({ id, applicant })
  }
  const registered = await saveCandidates(ctx, found.value, { ...body, fresh })
  if (!registered.ok) return registered
  if (fresh.length > 0)
    await insertAuditEntry(
      ctx,
      'season.register',
      subjectOf(
        body,
        fresh.map(({ id }) => id),
      ),
      { after: { registeredOn, households: fresh.length } },
    )
  return ok([...known, ...registered.value])
}

/** One action for last year's list: whoever lives in the area still, under the name the register has today. */
export async function carryOverCandidates(ctx: Context, body: Body<'season.carryOver'>): Reply<Answer<'season.carryOver'>> {
  const found = await lockArea(ctx, 'season.carryOver', body)
  if (!found.ok) return found
  const { unitId, honour, year } = found.value
  const last = (await listSeasons(ctx.tx, unitId)).find(other => other.honour === honour && other.year === year - 1)
  const lastYear = last ? await listCandidates(ctx.tx, last.id, [body.areaUnitId]) : []
  if (lastYear.length === 0) return refuse('season.nothing-to-carry-over', { year: year - 1 })
  const carried = carryOver(lastYear, {
    living: await listHouseholdsLiving(ctx.tx, body.areaUnitId, body.registeredOn),
    existing: await listCandidates(ctx.tx, body.seasonId, [body.areaUnitId]),
  })
  const fresh = carried.goingOn.map(({ applicant }) => ({ id: randomUUID(), applicant }))
  const registered = await saveCandidates(ctx, found.value, { ...body, fresh })
  if (!registered.ok) return registered
  const { registeredOn } = body
  if (fresh.length > 0)
    await insertAuditEntry(
      ctx,
      'season.carryOver',
      subjectOf(
        body,
        fresh.map(({ id }) => id),
      ),
      { after: { registeredOn, households: fresh.length } },
    )
  return ok({
    registered: fresh.length,
    changed: carried.goingOn.flatMap(({ applicant, changes }) => (changes.length > 0 ? [{ headName: applicant.headName, changes }] : [])),
    gone: carried.gone.map(({ headName }) => ({ headName })),
    alreadyRegistered: carried.alreadyRegistered.length,
  })
}

export async function withdrawSeasonCandidate(ctx: Context, { id, ...withdrawal }: Body<'season.withdraw'>): Reply<Candidate> {
  const known = await findCandidate(ctx.tx, id)
  if (!known) return unknown(ctx, 'season.withdraw', 'season.unknown-candidate')
  const found = await lockArea(ctx, 'season.withdraw', known)
  if (!found.ok) return found
  const candidate = (await findCandidate(ctx.tx, id)) ?? known // as it stands under the lock
  const outcomes = await listOutcomes(ctx.tx, known.seasonId, [known.areaUnitId])
  const isDecided = outcomes.some(({ candidateId }) => candidateId === id)
  const decision = withdrawCandidate(candidate, withdrawal, { isDecided, today: ctx.today })
  if (!decision.ok) return decision
  await updateCandidateWithdrawn(ctx.tx, decision.value)
  await insertAuditEntry(ctx, 'season.withdraw', subjectOf(known, [id]), { after: { on: withdrawal.on } })
  return decision
}

/** A column of the grid at once: points as they were told, or only that the paper came in. */
export async function assessCandidates(ctx: Context, body: Body<'season.assess'>): Reply<{ rows: number }> {
  const found = await lockArea(ctx, 'season.assess', body)
  if (!found.ok) return found
  const law = await lawOf(ctx, found.value)
  const candidates = new Map((await listCandidates(ctx.tx, body.seasonId, [body.areaUnitId])).map(each => [each.id, each]))
  const rows = []
  for (const { id, candidateId, points } of body.rows) {
    const candidate = candidates.get(candidateId)
    if (!candidate) return refuse('season.unknown-candidate')
    const checked = checkPoints({ points }, law)
    if (!checked.ok) return checked
    rows.push({ id, candidateId, points, stage: body.stage, partitionId: candidate.partitionId })
  }
  await insertAssessments(ctx.tx, rows, { recordedBy: ctx.actor.fullName, recordedAt: ctx.now })
  await insertAuditEntry(
    ctx,
    'season.assess',
    subjectOf(
      body,
      rows.map(({ id }) => id),
    ),
    { after: { stage: body.stage, rows: rows.length } },
  )
  return ok({ rows: rows.length })
}

type Fresh = SeasonArea & {
  readonly registeredOn: Candidate['registeredOn']
  readonly fresh: readonly { readonly id: string; readonly applicant: Applicant }[]
}

async function saveCandidates(
  ctx: Context,
  season: Season,
  { seasonId, areaUnitId, registeredOn, fresh }: Fresh,
): Reply<readonly Candidate[]> {
  const isClosed = isListClosed(await listSeasonEvents(ctx.tx, seasonId, [areaUnitId]))
  const existing = await listCandidatesOfSubjects(
    ctx.tx,
    seasonId,
    fresh.map(({ applicant }) => applicant.subjectId),
  )
  const candidates: Candidate[] = []
  for (const { id, applicant } of fresh) {
    const candidate: Candidate = { id, seasonId, areaUnitId, ...applicant, registeredOn, withdrawal: null }
    const facts = { existing: [...existing, ...candidates], openedOn: season.openedOn, isClosed }
    const decision = registerCandidate(candidate, facts, ctx.today)
    if (!decision.ok) return decision
    candidates.push(decision.value)
  }
  const inserted = await insertCandidates(ctx.tx, candidates, ctx.actor.fullName)
  return inserted.ok ? ok(candidates) : inserted
}

/** Ask first, then hold the area: the start of every change to one. It must be a residential area of the commune. */
export async function lockArea(ctx: Context, name: RightName, area: SeasonArea): Reply<Season> {
  const season = await findSeason(ctx.tx, area.seasonId)
  if (!season) return unknown(ctx, name, 'season.unknown')
  const denied = await authorise(ctx, name, area.areaUnitId)
  if (denied) return denied
  const path = await pathOf(ctx, area.areaUnitId)
  const unit = await findVersionOn(ctx.tx, area.areaUnitId, ctx.today)
  if (!path.includes(season.unitId) || !unit || !residentialAreaKinds.includes(unit.kind)) return refuse('season.not-of-commune')
  await lockSeasonArea(ctx.tx, area)
  return ok(season)
}

export function subjectOf({ seasonId, areaUnitId }: SeasonArea, recordIds: readonly string[]) {
  return { kind: 'seasonArea', id: seasonId, unitId: areaUnitId, recordIds }
}
