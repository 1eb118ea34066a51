import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import type { OrgTreeRow, OrgUnitView } from '#contract/org.ts'
import { type DateRange, inForce } from '#domain/calendar/date-range.ts'
import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { setHeadcount as decideHeadcount, endOpenRange, isEmpty, type OrgRefusal, standBelow, takeOver } from '#domain/org/org-rules.ts'
import { type Headcount, type OrgTree, type OrgUnitVersion, type Succession, treeOn } from '#domain/org/org-unit.ts'
import { type Appointment, namesWhom, type Position, type SigningMandate } from '#domain/org/position.ts'
import { findAccount } from '../account/account.store.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findHeadcount,
  findUnit,
  findUnitPath,
  findVersion,
  findVersionOn,
  insertHeadcount,
  insertUnit,
  insertVersions,
  listChildrenOn,
  listHeadcounts,
  listSuccessions,
  listUnitNames,
  listUnitsBelow,
  listVersions,
  listVersionsOn,
  lockUnit,
  updateHeadcountValid,
  updateVersionValid,
} from './org.store.ts'
import { listTraits } from './place.store.ts'
import {
  findAppointment,
  findMandate,
  findPosition,
  insertAppointment,
  insertMandate,
  insertPosition,
  listPositionFacts,
  lockPosition,
} from './position.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A new name, kind or parent from a day on; what ran until then ends that day. A unit nobody knows yet begins with it. */
export async function addUnitVersion(ctx: Context, { shortName, ...body }: Body<'org.addVersion'>): Reply<OrgUnitVersion> {
  const unit = await lockUnit(ctx.tx, body.unitId)
  const denied = await authoriseHereAndThere(ctx, body, await listVersions(ctx.tx, [body.unitId]))
  if (denied) return denied
  const known = unit ? ok() : await insertUnit(ctx.tx, { id: body.unitId, shortName: shortName || null }) // waits for whoever is adding it now
  if (!known.ok) return known
  const sentBefore = await findVersion(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const version: OrgUnitVersion = { ...body, code: body.code || null, functions: body.functions || null }
  const misplaced = await refuseParent(ctx, version)
  if (misplaced) return misplaced
  const existing = await listVersions(ctx.tx, [body.unitId])
  const decision = takeOver(version, existing)
  if (!decision.ok) return decision
  const { ended } = decision.value
  if (ended) await updateVersionValid(ctx.tx, ended.after)
  const inserted = await insertVersions(ctx.tx, [version])
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'org.addVersion', subjectOf(body.unitId, version.id), {
    before: ended && { ended: ended.before },
    after: { version, ended: ended?.after },
  })
  return ok(version)
}

/** A number of people from a day on; the number that ran until then ends that day and stays on record. */
export async function setHeadcount(ctx: Context, { from, ...body }: Body<'org.setHeadcount'>): Reply<Headcount> {
  if (!(await lockUnit(ctx.tx, body.unitId))) return unknown(ctx, 'org.setHeadcount', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.setHeadcount', body.unitId)
  if (denied) return denied
  const sentBefore = await findHeadcount(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const headcount: Headcount = { ...body, valid: { from, until: null } }
  const absent = await refuseAbsent(ctx, body.unitId, headcount.valid)
  if (absent) return absent
  const existing = (await listHeadcounts(ctx.tx, body.unitId)).filter(other => other.category === body.category)
  const ended = endOpenRange(existing, from)
  const decision = decideHeadcount(headcount, ended ? existing.map(other => (other === ended.before ? ended.after : other)) : existing)
  if (!decision.ok) return decision
  if (ended) await updateHeadcountValid(ctx.tx, ended.after)
  const inserted = await insertHeadcount(ctx.tx, headcount)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'org.setHeadcount', subjectOf(body.unitId, body.id), {
    before: ended && { ended: ended.before },
    after: { headcount, ended: ended?.after },
  })
  return decision
}

export async function addPosition(ctx: Context, body: Body<'org.addPosition'>): Reply<Position> {
  if (!(await lockUnit(ctx.tx, body.unitId))) return unknown(ctx, 'org.addPosition', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.addPosition', body.unitId)
  if (denied) return denied
  const sentBefore = await findPosition(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const absent = await refuseAbsent(ctx, body.unitId, { from: null, until: null })
  if (absent) return absent
  await insertPosition(ctx.tx, body)
  await insertAuditEntry(ctx, 'org.addPosition', subjectOf(body.unitId, body.id), { after: body })
  return ok(body)
}

export async function appoint(ctx: Context, body: Body<'org.appoint'>): Reply<Appointment> {
  const position = await lockPosition(ctx.tx, body.positionId)
  if (!position) return unknown(ctx, 'org.appoint', 'org.unknown-position')
  const denied = await authorise(ctx, 'org.appoint', position.unitId)
  if (denied) return denied
  const sentBefore = await findAppointment(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.positionId === body.positionId)
  if (isEmpty(body.valid)) return refuse('org.empty-range')
  if (body.accountId !== null && !(await findAccount(ctx.tx, body.accountId))) return refuse('account.unknown')
  const absent = await refuseAbsent(ctx, position.unitId, body.valid)
  if (absent) return absent
  await insertAppointment(ctx.tx, body)
  await insertAuditEntry(ctx, 'org.appoint', subjectOf(position.unitId, body.id), { after: body })
  return ok(body)
}

/** Who may sign is the word of the unit signed for, whichever unit the position belongs to. */
export async function mandate(ctx: Context, body: Body<'org.mandate'>): Reply<SigningMandate> {
  if (!(await lockUnit(ctx.tx, body.unitId))) return unknown(ctx, 'org.mandate', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.mandate', body.unitId)
  if (denied) return denied
  const sentBefore = await findMandate(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const position = await findPosition(ctx.tx, body.positionId)
  if (!position) return refuse('org.unknown-position')
  if (isEmpty(body.valid)) return refuse('org.empty-range')
  if (!namesWhom(body)) return refuse('org.signs-for-nobody', { capacity: body.capacity })
  const absent = (await refuseAbsent(ctx, body.unitId, body.valid)) ?? (await refuseAbsent(ctx, position.unitId, body.valid))
  if (absent) return absent
  await insertMandate(ctx.tx, body)
  await insertAuditEntry(ctx, 'org.mandate', subjectOf(body.unitId, body.id), { after: body })
  return ok(body)
}

export async function findTree(ctx: Context, params: Params<'org.tree'>): Reply<Answer<'org.tree'>> {
  if (!(await findUnit(ctx.tx, params.unitId))) return unknown(ctx, 'org.tree', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.tree', params.unitId)
  if (denied) return denied
  const on = params.on ?? ctx.today
  const tree = treeOn(await listVersionsOn(ctx.tx, await listUnitsBelow(ctx.tx, params.unitId, on), on), on)
  const root = tree.versionOf.get(params.unitId)
  return ok({ on, rootUnitId: params.unitId, units: root ? rowsOf(tree, root, 0) : [] })
}

export async function findUnitView(ctx: Context, params: Params<'org.unit'>): Reply<OrgUnitView> {
  const { unitId } = params
  if (!(await findUnit(ctx.tx, unitId))) return unknown(ctx, 'org.unit', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.unit', unitId)
  if (denied) return denied
  const on = params.on ?? ctx.today
  const versions = await listVersions(ctx.tx, [unitId])
  const pathIds = await findUnitPath(ctx.tx, unitId, on)
  const names = await listUnitNames(ctx.tx, pathIds, on)
  const children = await listChildrenOn(ctx.tx, unitId, on)
  return ok({
    unitId,
    on,
    version: inForce(versions, on) ?? null,
    versions,
    path: pathIds.map(id => ({ unitId: id, name: names.get(id) ?? versions.at(-1)?.calledInText ?? '' })),
    children: children.map(child => toRow(child, 1)),
    headcounts: await listHeadcounts(ctx.tx, unitId),
    ...(await listPositionFacts(ctx.tx, unitId)),
    successions: await withNames(ctx, await listSuccessions(ctx.tx, [unitId])),
    traits: await listTraits(ctx.tx, pathIds.slice(0, 2)),
  })
}

/** Whoever answers for the unit changes it; a new unit, or one that moves, needs the word for the place it comes to as well. */
async function authoriseHereAndThere(
  ctx: Context,
  { unitId, parentUnitId }: Pick<OrgUnitVersion, 'unitId' | 'parentUnitId'>,
  known: readonly OrgUnitVersion[],
): ReturnType<typeof authorise> {
  const denied = known.length > 0 ? await authorise(ctx, 'org.addVersion', unitId) : undefined
  if (denied || inForce(known, ctx.today)?.parentUnitId === parentUnitId) return denied
  return authorise(ctx, 'org.addVersion', parentUnitId ?? unitId)
}

/** A unit hangs under one that is there on the days used and that does not hang under it. */
async function refuseParent(ctx: Context, { unitId, parentUnitId, valid, kind }: OrgUnitVersion): Promise<Refusal<OrgRefusal> | undefined> {
  if (parentUnitId === null || isEmpty(valid)) return undefined
  await lockUnit(ctx.tx, parentUnitId) // two moves that cross must not make a circle
  for (const on of daysUsed(valid, ctx.today)) {
    if ((await findUnitPath(ctx.tx, parentUnitId, on)).includes(unitId)) return refuse('org.parent-of-itself')
    const parent = await findVersionOn(ctx.tx, parentUnitId, on)
    if (!parent) return refuse('org.unit-not-in-force', { on })
    const placed = standBelow({ kind }, parent)
    if (!placed.ok) return placed
  }
  return undefined
}

async function refuseAbsent(ctx: Context, unitId: string, valid: DateRange): Promise<Refusal<'org.unit-not-in-force'> | undefined> {
  for (const on of daysUsed(valid, ctx.today))
    if (!(await findVersionOn(ctx.tx, unitId, on))) return refuse('org.unit-not-in-force', { on })
  return undefined
}

/** The first and the last day of a range as far as they are known, else today. */
function daysUsed({ from, until }: DateRange, today: PlainDate): PlainDate[] {
  const days = [from, until && addDays(until, -1)].filter(day => day !== null)
  return days.length > 0 ? days : [today]
}

function rowsOf(tree: OrgTree, version: OrgUnitVersion, depth: number): OrgTreeRow[] {
  const children = tree.childrenOf.get(version.unitId) ?? []
  return [toRow(version, depth), ...children.flatMap(child => rowsOf(tree, child, depth + 1))]
}

function toRow(version: OrgUnitVersion, depth: number): OrgTreeRow {
  const { unitId, name, kind, parentUnitId, code, calledInText, valid, namedAfterPerson } = version
  return { unitId, name, kind, parentUnitId, code, calledInText, valid, namedAfterPerson, depth }
}

/** What ended is named as on its last day, what began as on its first. */
async function withNames(ctx: Context, successions: readonly Succession[]): Promise<OrgUnitView['successions']> {
  const versions = await listVersions(
    ctx.tx,
    successions.flatMap(({ fromUnitId, toUnitId }) => [fromUnitId, toUnitId]),
  )
  const nameOf = (unitId: string, on: PlainDate) =>
    inForce(
      versions.filter(version => version.unitId === unitId),
      on,
    )?.calledInText ?? ''
  return successions.map(succession => ({
    ...succession,
    fromName: nameOf(succession.fromUnitId, addDays(succession.on, -1)),
    toName: nameOf(succession.toUnitId, succession.on),
  }))
}

/** The trail of a unit tells each record kept about it. */
function subjectOf(unitId: string, recordId: string) {
  return { kind: 'orgUnit', id: unitId, unitId, recordIds: [recordId] }
}
