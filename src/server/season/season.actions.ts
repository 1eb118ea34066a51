import { randomUUID } from 'node:crypto'
import type { Answer, Body, RefusalCode, RightName } from '#contract/index.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { checkAssessable, isListClosed } from '#domain/season/area.ts'
import { checkAssessment } from '#domain/season/assessment.ts'
import { type Applicant, type Candidate, carryOver, registerCandidate, withdrawCandidate } from '#domain/season/candidate.ts'
import { keptBookOf, ruleBookOfSeason } from '#domain/season/law.ts'
import { openSeason, type Season } from '#domain/season/season.ts'
import { isOwnHonour } from '#domain/title/own-honour.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findVersionOn, listVersions, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findCandidate,
  findCandidatesByIds,
  insertAssessments,
  insertCandidates,
  listAssessments,
  listCandidates,
  listCandidatesOfSubjects,
  listRegisteredElsewhere,
  listSentAssessments,
  updateCandidateWithdrawn,
} from './candidate.store.ts'
import { listOutcomes } from './decision.store.ts'
import { listPredecessors, listUnionsBeside } from './holder.store.ts'
import { authoriseAtFile, holdersOf, isFileOf, listApplicants } from './holder.ts'
import { lawOf, wayOn } from './season.case.ts'
import { findSeason, insertSeason, listSeasonEvents, listSeasons, lockSeasonArea, type SeasonArea } from './season.store.ts'
import { standingsOf } from './standing.ts'

export type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The rule book of its year of merit is the season's for good. */
export async function openSeasonOfUnit(ctx: Context, body: Body<'season.open'>): Reply<Season> {
  const denied = await authorise(ctx, 'season.open', body.unitId)
  const refused = (await refuseEndedHolder(ctx, body.unitId)) ?? denied
  if (refused) return refused
  await lockUnit(ctx.tx, body.unitId) // two may open it at once
  const sentBefore = await findSeason(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const unit = await findVersionOn(ctx.tx, body.unitId, body.openedOn)
  if (!unit) return refuse('org.unit-not-in-force', { on: body.openedOn })
  if (!(await findVersionOn(ctx.tx, body.unitId, ctx.today))) return refuse('org.unit-not-in-force', { on: ctx.today })
  const existing = await listSeasons(ctx.tx, body.unitId)
  const ofLaw = ruleBookOfSeason(body)
  const way = await wayOn(ctx, body, ofLaw)
  const book = isOwnHonour(body.honour) && way?.ok ? keptBookOf({ ruleBookId: body.honour, way: way.value }) : ofLaw
  const decision = openSeason(body, { unit, existing, book, way }, ctx.today)
  if (!decision.ok) return decision
  const inserted = await insertSeason(ctx.tx, decision.value, ctx.actor.fullName)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'season.open', { kind: 'season', id: body.id, unitId: body.unitId }, { after: decision.value })
  return decision
}

/** One that has ended opens none any more, not even for a day it still stood: whoever may open at what took its place is told where. */
async function refuseEndedHolder(ctx: Context, unitId: string): Promise<Refusal<'season.holder-ended'> | undefined> {
  const last = (await listVersions(ctx.tx, [unitId])).at(-1)
  const until = last?.valid.until
  if (!until || until > ctx.today) return undefined
  for (const at of await holdersOf(ctx, { unitId })) {
    const standing = await findVersionOn(ctx.tx, at, ctx.today)
    const details = { name: last.calledInText, on: until, at: standing?.calledInText ?? '' }
    if (!(await authorise(ctx, 'season.open', at))) return refuse('season.holder-ended', details)
  }
  return undefined
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
  const living = new Map((await listApplicants(ctx, found.value, body, registeredOn)).map(each => [each.subjectId, each]))
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
  const lastYear = await listYearBefore(ctx, found.value, body.areaUnitId)
  if (lastYear.length === 0) return refuse('season.nothing-to-carry-over', { year: found.value.year - 1 })
  const carried = carryOver(lastYear, {
    living: await listApplicants(ctx, found.value, body, body.registeredOn),
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
  const events = await listSeasonEvents(ctx.tx, body.seasonId, [body.areaUnitId])
  const known = await listAssessments(ctx.tx, body.seasonId, [body.areaUnitId])
  const selfAssessed = new Set(known.flatMap(({ stage, candidateId }) => (stage === 'self' ? [candidateId] : [])))
  const asked = { stage: body.stage, candidateIds: body.rows.map(({ candidateId }) => candidateId), selfAssessed }
  const sentBefore = await listSentAssessments(
    ctx.tx,
    body.rows.map(({ id }) => id),
  )
  if (sentBefore.some(sent => !isSameSheet(sent, body))) return refuse('input.id-taken')
  if (sentBefore.length === body.rows.length) return ok({ rows: body.rows.length })
  const assessable = checkAssessable(asked, { book: law.book, events })
  if (!assessable.ok) return assessable
  const candidates = new Map((await listCandidates(ctx.tx, body.seasonId, [body.areaUnitId])).map(each => [each.id, each]))
  const rows = []
  for (const { id, candidateId, points, met, content } of body.rows) {
    const candidate = candidates.get(candidateId)
    if (!candidate) return refuse('season.unknown-candidate')
    const checked = checkAssessment({ points, met, content }, law)
    if (!checked.ok) return checked
    rows.push({ id, candidateId, points, met, content, stage: body.stage, partitionId: candidate.partitionId })
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

/** A sheet whose answer was lost comes again, also after the step that closed it; another sheet comes too late then. */
function isSameSheet(sent: SeasonArea & { readonly stage: string }, { seasonId, areaUnitId, stage }: Body<'season.assess'>): boolean {
  return sent.seasonId === seasonId && sent.areaUnitId === areaUnitId && sent.stage === stage
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
  const elsewhere = await refuseElsewhere(
    ctx,
    season,
    fresh.map(({ applicant }) => applicant.subjectId),
  )
  if (elsewhere) return elsewhere
  const short = await findShortOfYears(ctx, season, fresh)
  if (short) return short
  const candidates: Candidate[] = []
  for (const { id, applicant } of fresh) {
    const candidate: Candidate = { id, seasonId, areaUnitId, ...applicant, registeredOn, withdrawal: null }
    const facts = { existing: [...existing, ...candidates], openedOn: season.openedOn, isClosed }
    const decision = registerCandidate(candidate, facts, ctx.today)
    if (!decision.ok) return decision
    candidates.push(decision.value)
  }
  await insertCandidates(ctx.tx, season, candidates, ctx.actor.fullName)
  return ok(candidates)
}

/** An honour of one year is won once: whoever stands in another season of it, of whatever commune, is not in this one. */
export async function refuseElsewhere(
  ctx: Context,
  season: Season,
  subjectIds: readonly string[],
): Promise<Refusal<'season.registered-elsewhere'> | undefined> {
  const [found] = await listRegisteredElsewhere(ctx.tx, season, subjectIds)
  if (!found) return undefined
  const last = (await listVersions(ctx.tx, [found.unitId])).at(-1)
  return refuse('season.registered-elsewhere', { headName: found.headName, year: season.year, name: last?.calledInText ?? '' })
}

/** A letter of praise is for those whose years suffice: nobody else is put on its list. */
async function findShortOfYears(ctx: Context, season: Season, fresh: Fresh['fresh']): Promise<Refusal<'season.years-short'> | undefined> {
  const law = await lawOf(ctx, season)
  if (!law.book.praise) return undefined
  const standings = await standingsOf(ctx, season, { law, subjectIds: fresh.map(({ applicant }) => applicant.subjectId) })
  for (const { applicant } of fresh) {
    const standing = standings.get(applicant.subjectId)
    if (standing?.verdict !== 'notDue') continue
    const [why] = standing.reasons
    const { year } = season
    return refuse('season.years-short', {
      headName: applicant.headName,
      have: standing.years.length,
      needed: standing.needed ?? 0,
      year,
      clause: why?.clause ?? '',
    })
  }
  return undefined
}

/** Ask first, then hold the file: the start of every change to one. It must be one of the season's. */
export async function lockArea(ctx: Context, name: RightName, area: SeasonArea): Reply<Season> {
  const season = await findSeason(ctx.tx, area.seasonId)
  if (!season) return unknown(ctx, name, 'season.unknown')
  const denied = await authoriseAtFile(ctx, name, season, area.areaUnitId)
  if (denied) return denied
  if (!(await isFileOf(ctx, season, area))) return refuse('season.not-of-commune')
  await lockSeasonArea(ctx.tx, area)
  return ok(season)
}

/** Seasons opened at these units, at bodies that stand beside them, or at units that have gone into them. */
export async function listSeasonsHeldAt(ctx: Context, unitIds: readonly string[]): Promise<Season[]> {
  const seasons: Season[] = []
  const beside = await listUnionsBeside(ctx.tx, unitIds, ctx.today)
  for (const unitId of new Set([...unitIds, ...beside, ...(await listPredecessors(ctx.tx, unitIds))]))
    seasons.push(...(await listSeasons(ctx.tx, unitId)))
  return seasons
}

/** Who was registered in an area for this honour the year before, wherever that season was held. */
export async function listYearBefore(ctx: Context, season: Season, areaUnitId: string): Promise<Candidate[]> {
  const { honour, year } = season
  const held = await listSeasonsHeldAt(ctx, await holdersOf(ctx, season))
  const before: Candidate[] = []
  for (const other of held)
    if (other.honour === honour && other.year === year - 1) before.push(...(await listCandidates(ctx.tx, other.id, [areaUnitId])))
  return before
}

export function subjectOf({ seasonId, areaUnitId }: SeasonArea, recordIds: readonly string[]) {
  return { kind: 'seasonArea', id: seasonId, unitId: areaUnitId, recordIds }
}
