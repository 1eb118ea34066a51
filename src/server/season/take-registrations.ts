import { randomUUID } from 'node:crypto'
import type { Answer, Body } from '#contract/index.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { isListClosed } from '#domain/season/area.ts'
import { type Candidate, registerCandidate } from '#domain/season/candidate.ts'
import { standingOn } from '#domain/title/registration.ts'
import { unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listRegistrations } from '../title/title.store.ts'
import { insertCandidates, listCandidatesOfSubjects, listRegisteredElsewhere } from './candidate.store.ts'
import { authoriseAtHolder, listUnitsFor } from './holder.ts'
import type { Reply } from './season.actions.ts'
import { listSeasonEvents, lockSeason, lockSeasonArea } from './season.store.ts'

/** Offices that registered with their unit are entered once: their season takes them over, each on the day it registered. */
export async function takeRegistrations(
  ctx: Context,
  { seasonId }: Body<'season.takeRegistrations'>,
): Reply<Answer<'season.takeRegistrations'>> {
  const season = await lockSeason(ctx.tx, seasonId)
  if (!season) return unknown(ctx, 'season.takeRegistrations', 'season.unknown')
  const denied = await authoriseAtHolder(ctx, 'season.takeRegistrations', season)
  if (denied) return denied
  const { year, honour } = season
  const units = new Map((await listUnitsFor(ctx, season, ctx.today)).map(unit => [unit.unitId, unit]))
  const ids = [...units.keys()]
  const registered = honour === 'culturalOffice' ? await listRegistrations(ctx.tx, ids, [year]) : []
  const standing = standingOn(registered, { title: 'culturalOffice', year, on: ctx.today })
  if (standing.length === 0) return refuse('season.nothing-registered', { year })
  const existing = await listCandidatesOfSubjects(ctx.tx, seasonId, ids)
  const elsewhere = new Set((await listRegisteredElsewhere(ctx.tx, season, ids)).map(({ subjectId }) => subjectId))
  const fresh: Candidate[] = []
  for (const { unitId, registeredOn } of standing
    .filter(each => !elsewhere.has(each.unitId))
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))) {
    await lockSeasonArea(ctx.tx, { seasonId, areaUnitId: unitId })
    const subject = { subjectKind: 'unit', subjectId: unitId, partitionId: unitId, areaUnitId: unitId } as const
    const named = { headName: units.get(unitId)?.calledInText ?? '', address: '', poverty: null, withdrawal: null }
    const isClosed = isListClosed(await listSeasonEvents(ctx.tx, seasonId, [unitId]))
    // The day is that of the register, which may lie before the season was opened.
    const facts = { existing, openedOn: registeredOn, isClosed }
    const decision = registerCandidate({ id: randomUUID(), seasonId, ...subject, ...named, registeredOn }, facts, ctx.today)
    if (decision.ok) fresh.push(decision.value)
  }
  await insertCandidates(ctx.tx, season, fresh, ctx.actor.fullName)
  const subject = { kind: 'season', id: season.id, unitId: season.unitId, recordIds: fresh.map(({ id }) => id) }
  if (fresh.length > 0) await insertAuditEntry(ctx, 'season.takeRegistrations', subject, { after: { registered: fresh.length } })
  return ok({ registered: fresh.length, alreadyRegistered: standing.length - fresh.length })
}
