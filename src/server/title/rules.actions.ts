import type { Answer, Body, RefusalCode } from '#contract/index.ts'
import { readProvincialRules } from '#contract/score-sheet.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { adoptRules, confirmRules, mayAdoptAt, withdrawRules } from '#domain/title/adopt-rules.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findVersionOn, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findUnitOfRules,
  insertRules,
  listRules,
  lockRules,
  updateRulesConfirmed,
  updateRulesUntil,
  updateRulesWithdrawn,
} from './rules.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A province's file becomes its rules from their first day on; those before end the day before. */
export async function adoptProvincialRules(
  ctx: Context,
  { id, unitId, text }: Body<'title.adoptRules'>,
): Reply<Answer<'title.adoptRules'>> {
  const denied = await authorise(ctx, 'title.adoptRules', unitId)
  if (denied) return denied
  const read = readProvincialRules(text)
  if (!read.ok) return read
  await lockUnit(ctx.tx, unitId) // two may load the same file at once
  const sentBefore = await lockRules(ctx.tx, id)
  if (sentBefore) return answerAgain({ id, endsBefore: null }, sentBefore.unitId === unitId)
  const unit = await findVersionOn(ctx.tx, unitId, ctx.today)
  if (!unit) return refuse('org.unit-not-in-force', { on: ctx.today })
  const place = mayAdoptAt(unit)
  if (!place.ok) return place
  const decision = adoptRules(read.value, await listRules(ctx.tx, [unitId]))
  if (!decision.ok) return decision
  const { rules, ends } = decision.value
  if (ends) await updateRulesUntil(ctx.tx, ends.id, ends.until)
  const by = { adoptedBy: ctx.actor.fullName, adoptedById: ctx.actor.accountId, adoptedOn: ctx.today }
  const inserted = await insertRules(ctx.tx, { id, unitId, rules, ...by })
  if (!inserted.ok) return inserted
  const recordIds = ends ? [id, ends.id] : [id]
  await insertAuditEntry(ctx, 'title.adoptRules', { kind: 'titleRules', id, unitId, recordIds }, { after: { rules, ends } })
  return ok({ id, endsBefore: ends?.until ?? null })
}

export async function confirmProvincialRules(ctx: Context, { id }: Body<'title.confirmRules'>): Reply<{ id: string }> {
  const found = await lockRules(ctx.tx, id)
  if (!found) return unknown(ctx, 'title.confirmRules', 'rules.unknown')
  const { unitId } = found
  const denied = await authorise(ctx, 'title.confirmRules', unitId)
  if (denied) return denied
  const confirmation = { by: ctx.actor.fullName, on: ctx.today }
  const decision = confirmRules({ ...found, adoptedBy: found.adoptedById }, { ...confirmation, accountId: ctx.actor.accountId })
  if (!decision.ok) return decision
  await updateRulesConfirmed(ctx.tx, id, confirmation)
  await insertAuditEntry(ctx, 'title.confirmRules', { kind: 'titleRules', id, unitId }, { after: confirmation })
  return ok({ id })
}

export async function withdrawProvincialRules(ctx: Context, { id, reason }: Body<'title.withdrawRules'>): Reply<{ id: string }> {
  const unitId = await findUnitOfRules(ctx.tx, id)
  if (unitId === undefined) return unknown(ctx, 'title.withdrawRules', 'rules.unknown')
  const denied = await authorise(ctx, 'title.withdrawRules', unitId)
  if (denied) return denied
  await lockUnit(ctx.tx, unitId) // before the rules, as whoever adopts does
  const found = await lockRules(ctx.tx, id)
  if (!found) return refuse('rules.unknown')
  const decision = withdrawRules(found, await listRules(ctx.tx, [unitId]))
  if (!decision.ok) return decision
  const resumed = decision.value
  const withdrawal = { by: ctx.actor.fullName, on: ctx.today, reason }
  await updateRulesWithdrawn(ctx.tx, id, withdrawal)
  if (resumed) await updateRulesUntil(ctx.tx, resumed.id, resumed.until)
  const recordIds = resumed ? [id, resumed.id] : [id]
  await insertAuditEntry(ctx, 'title.withdrawRules', { kind: 'titleRules', id, unitId, recordIds }, { after: { ...withdrawal, resumed } })
  return ok({ id })
}
