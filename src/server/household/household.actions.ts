import type { Body, RefusalCode, RightName } from '#contract/index.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { type Change, change, end, type Household, type HouseholdVersion, lastStanding, move } from '#domain/household/household.ts'
import { sameHousehold } from '#domain/household/same-household.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { residentialAreaKinds } from '#domain/org/org-unit.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findVersionOn, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findHousehold,
  insertHousehold,
  insertHouseholdVersion,
  listLikely,
  listVersionsOfHousehold,
  lockHousehold,
  type StoredVersion,
  updateHouseholdRevision,
  updateHouseholdVersionEnded,
} from './household.store.ts'
import { authoriseAtArea } from './keeper.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A household comes into the register. Its first version bears its own id. */
export async function enterHousehold(ctx: Context, body: Body<'household.enter'>): Reply<HouseholdVersion> {
  const denied = await authorise(ctx, 'household.enter', body.areaUnitId)
  if (denied) return denied
  await lockUnit(ctx.tx, body.areaUnitId) // two clerks may enter the same household at once
  const known = await findHousehold(ctx.tx, body.id)
  if (known) {
    const first = (await listVersionsOfHousehold(ctx.tx, known)).find(version => version.id === known.id)
    return first ? answerAgain(toPlain(first), first.areaUnitId === body.areaUnitId) : refuse('input.id-taken')
  }
  const { id, code: typed, from, isAnother, ...content } = body
  const code = typed || null
  if (from > ctx.today) return refuse('household.in-future', { on: from })
  const misplaced = await refusePlace(ctx, body.areaUnitId, from)
  if (misplaced) return misplaced
  const likely = (await listLikely(ctx.tx, { ...content, code, on: from })).find(other => sameHousehold(other, { ...content, code }))
  if (likely && !isAnother) return refuse('household.looks-known', { headName: likely.headName, code: likely.code })
  const version = firstVersion(id, content, { from, cause: 'entered', reason: '' })
  const inserted = await insertNew(ctx, version, code)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'household.enter', subjectOf(version), { after: { on: from } })
  return ok(version)
}

/** What is known of a household from a day on; wrong from its first day, the version before is struck. */
export async function amendHousehold(ctx: Context, body: Body<'household.amend'>): Reply<HouseholdVersion> {
  const found = await lockForChange(ctx, 'household.amend', body)
  if (!found.ok || found.value.sentBefore) return found.ok ? ok(toPlain(found.value.sentBefore as StoredVersion)) : found
  const { household, versions, last } = found.value
  const { id, from, reason, headName, memberCount, address, poverty } = body
  const content = { headName, memberCount, address, poverty, areaUnitId: last.areaUnitId }
  const version = nextVersion(household, { id, ...content }, { from, cause: 'amended', reason })
  const decision = change(version, versions, ctx.today)
  if (!decision.ok) return decision
  await saveChange(ctx, household, decision.value)
  const changed = (['headName', 'memberCount', 'address', 'poverty'] as const).filter(name => last[name] !== version[name])
  await insertAuditEntry(ctx, 'household.amend', subjectOf(version), { after: { on: from, changed, reason } })
  return ok(version)
}

/** To another residential area: the same household, with its history. Whoever moves it answers for both places. */
export async function moveHousehold(ctx: Context, body: Body<'household.move'>): Reply<HouseholdVersion> {
  const found = await lockForChange(ctx, 'household.move', body)
  if (!found.ok || found.value.sentBefore) return found.ok ? ok(toPlain(found.value.sentBefore as StoredVersion)) : found
  const denied = await authorise(ctx, 'household.move', body.areaUnitId)
  if (denied) return denied
  const { household, versions, last } = found.value
  const { id, on, reason, areaUnitId, address } = body
  const misplaced = await refusePlace(ctx, areaUnitId, on)
  if (misplaced) return misplaced
  const version = nextVersion(household, { ...contentOf(last), id, areaUnitId, address }, { from: on, cause: 'moved', reason })
  const decision = move(version, versions, ctx.today)
  if (!decision.ok) return decision
  await saveChange(ctx, household, decision.value)
  await insertAuditEntry(ctx, 'household.move', subjectOf(version), { before: { areaUnitId: last.areaUnitId }, after: { areaUnitId, on } })
  return ok(version)
}

/** From a day on the household is not in the register any more; its days before stay. */
export async function endHousehold(ctx: Context, body: Body<'household.end'>): Reply<HouseholdVersion> {
  const isEndedSo = (version: StoredVersion): boolean =>
    version.endCause === body.cause && (version.isStruck || version.valid.until === body.on)
  const found = await lockForChange(ctx, 'household.end', body, isEndedSo)
  if (!found.ok) return found
  const { household, versions, last, sentBefore } = found.value
  if (sentBefore) return ok(toPlain(sentBefore)) // a lost answer makes the browser send again
  const decision = end(versions, body, ctx.today)
  if (!decision.ok) return decision
  await updateHouseholdVersionEnded(ctx.tx, household.partitionId, decision.value.after, ctx.now)
  await updateHouseholdRevision(ctx.tx, household)
  await insertAuditEntry(ctx, 'household.end', subjectOf(last), { after: { on: body.on, cause: body.cause } })
  return ok(toPlain(decision.value.after))
}

export type LockedHousehold = {
  readonly household: Household
  readonly versions: readonly StoredVersion[]
  readonly last: StoredVersion
  /** What this change wrote when it was sent the first time. */
  readonly sentBefore: StoredVersion | undefined
}

/** The household as it stands, locked, once it is known that the actor answers for its place and looked at this state of it. */
export async function lockForChange(
  ctx: Context,
  name: RightName,
  body: { readonly id?: string; readonly householdId: string; readonly revision: number },
  isOfThis = (version: StoredVersion): boolean => version.id === body.id,
): Reply<LockedHousehold> {
  const household = await lockHousehold(ctx.tx, body.householdId)
  const versions = household ? await listVersionsOfHousehold(ctx.tx, household) : []
  const last = lastStanding(versions) ?? versions[0]
  if (!household || !last) return unknown(ctx, name, 'household.unknown')
  const denied = await authoriseAtArea(ctx, name, last.areaUnitId)
  if (denied) return denied
  const sentBefore = versions.find(isOfThis)
  if (!sentBefore && household.revision !== body.revision) return refuse('household.stale')
  return ok({ household, versions, last, sentBefore })
}

/** Households live in residential areas, on the days they are said to. */
export async function refusePlace(
  ctx: Context,
  areaUnitId: string,
  on: PlainDate,
): Promise<Refusal<'household.no-residential-area'> | undefined> {
  const area = await findVersionOn(ctx.tx, areaUnitId, on)
  return area && residentialAreaKinds.includes(area.kind) ? undefined : refuse('household.no-residential-area')
}

export async function insertNew(ctx: Context, version: HouseholdVersion, code: string | null): Reply<undefined> {
  const { householdId: id, areaUnitId: partitionId } = version
  const inserted = await insertHousehold(ctx.tx, { id, partitionId, code })
  if (!inserted.ok) return inserted
  await insertHouseholdVersion(ctx.tx, partitionId, version, recordedBy(ctx))
  return ok()
}

/** What ran until now makes room first: the database lets no two versions stand at once. */
export async function saveChange(ctx: Context, household: Household, { after, version }: Change): Promise<void> {
  await updateHouseholdVersionEnded(ctx.tx, household.partitionId, after, ctx.now)
  await insertHouseholdVersion(ctx.tx, household.partitionId, version, recordedBy(ctx))
  await updateHouseholdRevision(ctx.tx, household)
}

function recordedBy(ctx: Context) {
  return { recordedBy: ctx.actor.fullName, recordedAt: ctx.now }
}

type Said = { readonly from: PlainDate; readonly cause: HouseholdVersion['cause']; readonly reason: string }
type Content = Pick<HouseholdVersion, 'headName' | 'memberCount' | 'address' | 'areaUnitId' | 'poverty'>

export function firstVersion(householdId: string, content: Content, said: Said): HouseholdVersion {
  return versionOf(householdId, { id: householdId, ...content }, said)
}

export function nextVersion(household: Household, content: Content & { readonly id: string }, said: Said): HouseholdVersion {
  return versionOf(household.id, content, said)
}

function versionOf(householdId: string, content: Content & { readonly id: string }, { from, cause, reason }: Said): HouseholdVersion {
  return { householdId, ...content, valid: { from, until: null }, cause, reason, endCause: null, isStruck: false }
}

export function contentOf({ headName, memberCount, address, areaUnitId, poverty }: HouseholdVersion): Content {
  return { headName, memberCount, address, areaUnitId, poverty }
}

/** The trail names the household and the row, not the people: whoever reads trails need not know them. */
export function subjectOf({ householdId, areaUnitId, id }: HouseholdVersion) {
  return { kind: 'household', id: householdId, unitId: areaUnitId, recordIds: [id] }
}

export function toPlain(version: HouseholdVersion | StoredVersion): HouseholdVersion {
  const { recordedBy: _, recordedAt: __, ...plain } = { recordedBy: '', recordedAt: '', ...version }
  return plain
}
