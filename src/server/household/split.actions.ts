import type { Body, RefusalCode } from '#contract/index.ts'
import { change, end, type HouseholdVersion } from '#domain/household/household.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import {
  contentOf,
  firstVersion,
  insertNew,
  type LockedHousehold,
  lockForChange,
  nextVersion,
  saveChange,
  subjectOf,
  toPlain,
} from './household.actions.ts'
import { insertHouseholdSuccession, lockHousehold, updateHouseholdRevision, updateHouseholdVersionEnded } from './household.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** Some members found households of their own in the same place; the old one goes on without them. */
export async function splitHousehold(ctx: Context, body: Body<'household.split'>): Reply<HouseholdVersion> {
  const found = await lockForChange(ctx, 'household.split', body)
  if (!found.ok) return found
  const { household, versions, last, sentBefore } = found.value
  if (sentBefore) return ok(toPlain(sentBefore))
  const { id, on, memberCount, parts, reason } = body
  const version = nextVersion(household, { ...contentOf(last), id, memberCount }, { from: on, cause: 'split', reason })
  const decision = change(version, versions, ctx.today)
  if (!decision.ok) return decision
  await saveChange(ctx, household, decision.value)
  for (const { id: partId, code, ...content } of parts) {
    const part = firstVersion(partId, { ...content, areaUnitId: last.areaUnitId }, { from: on, cause: 'split', reason })
    const inserted = await insertNew(ctx, part, code || null)
    if (!inserted.ok) return inserted
    const succession = { fromHouseholdId: household.id, toHouseholdId: partId, on, kind: 'split' } as const
    await insertHouseholdSuccession(ctx.tx, household.partitionId, succession)
  }
  const { recordIds, ...subject } = subjectOf(version)
  const written = { ...subject, recordIds: [...recordIds, ...parts.map(part => part.id)] }
  await insertAuditEntry(ctx, 'household.split', written, { after: { on, parts: parts.map(part => part.id) } })
  return ok(version)
}

/** Households of one place become one; those that joined end that day. */
export async function mergeHouseholds(ctx: Context, body: Body<'household.merge'>): Reply<HouseholdVersion> {
  const { householdId, on, others, reason } = body
  const ids = [householdId, ...others.map(other => other.householdId)]
  if (new Set(ids).size < ids.length) return refuseItself(ctx, body)
  // Always in the same order, so that two who merge the same households never wait for each other in a circle.
  for (const id of ids.toSorted()) await lockHousehold(ctx.tx, id)
  const found = await lockForChange(ctx, 'household.merge', body)
  if (!found.ok) return found
  const into = found.value
  if (into.sentBefore) return ok(toPlain(into.sentBefore))
  const version = nextVersion(
    into.household,
    { ...contentOf(into.last), id: body.id, memberCount: body.memberCount },
    { from: on, cause: 'merged', reason },
  )
  const decision = change(version, into.versions, ctx.today)
  if (!decision.ok) return decision
  for (const other of others) {
    const joined = await lockForChange(ctx, 'household.merge', { ...other, id: body.id })
    if (!joined.ok) return joined
    const answer = await joinInto(ctx, into, joined.value, on)
    if (!answer.ok) return answer
  }
  await saveChange(ctx, into.household, decision.value)
  await insertAuditEntry(ctx, 'household.merge', subjectOf(version), { after: { on, joined: others.map(other => other.householdId) } })
  return ok(version)
}

async function joinInto(ctx: Context, into: LockedHousehold, joined: LockedHousehold, on: Body<'household.merge'>['on']): Reply<undefined> {
  if (joined.last.areaUnitId !== into.last.areaUnitId) return refuse('household.not-one-area')
  const ended = end(joined.versions, { on, cause: 'merged' }, ctx.today)
  if (!ended.ok) return ended
  await updateHouseholdVersionEnded(ctx.tx, joined.household.partitionId, ended.value.after, ctx.now)
  await updateHouseholdRevision(ctx.tx, joined.household)
  const succession = { fromHouseholdId: joined.household.id, toHouseholdId: into.household.id, on, kind: 'merger' } as const
  await insertHouseholdSuccession(ctx.tx, joined.household.partitionId, succession)
  return ok()
}

/** Told only to who may merge the household at all. */
async function refuseItself(ctx: Context, body: Body<'household.merge'>): Reply<HouseholdVersion> {
  const found = await lockForChange(ctx, 'household.merge', body)
  return found.ok ? refuse('household.merges-itself') : found
}
