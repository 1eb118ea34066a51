import type { Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { endOn } from '#domain/org/org-rules.ts'
import { addTrait, type PlaceTrait } from '#domain/org/place-trait.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { answerAgain } from '../sent-before.ts'
import { findVersionOn, lockUnit } from './org.store.ts'
import { insertTrait, listTraits, lockTrait, updateTraitValid } from './place.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** A place bears a trait from a day on, as a decision lists it. */
export async function addPlaceTrait(ctx: Context, body: Body<'org.addTrait'>): Reply<PlaceTrait> {
  if (!(await lockUnit(ctx.tx, body.unitId))) return unknown(ctx, 'org.addTrait', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.addTrait', body.unitId)
  if (denied) return denied
  const sentBefore = await lockTrait(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const on = body.valid.from ?? ctx.today
  const unit = await findVersionOn(ctx.tx, body.unitId, on)
  if (!unit) return refuse('org.unit-not-in-force', { on })
  const decision = addTrait(body, { kind: unit.kind, existing: await listTraits(ctx.tx, [body.unitId]) })
  if (!decision.ok) return decision
  const inserted = await insertTrait(ctx.tx, body)
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'org.addTrait', subjectOf(body), { after: body })
  return decision
}

/** From that day the list names the place no more; what held before stands. */
export async function endPlaceTrait(ctx: Context, { id, on, basis }: Body<'org.endTrait'>): Reply<PlaceTrait> {
  const trait = await lockTrait(ctx.tx, id)
  if (!trait) return unknown(ctx, 'org.endTrait', 'org.unknown-trait')
  const denied = await authorise(ctx, 'org.endTrait', trait.unitId)
  if (denied) return denied
  if (trait.valid.until === on) return ok(trait) // a lost answer makes the browser send again
  const decision = endOn(trait, on)
  if (!decision.ok) return decision
  await updateTraitValid(ctx.tx, decision.value)
  await insertAuditEntry(ctx, 'org.endTrait', subjectOf(trait), { before: trait, after: { ...decision.value, endBasis: basis } })
  return decision
}

function subjectOf({ unitId, id }: PlaceTrait) {
  return { kind: 'orgUnit', id: unitId, unitId, recordIds: [id] }
}
