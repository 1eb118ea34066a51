import type { Body, RefusalCode, RightName } from '#contract/index.ts'
import { type ExclusionGround, recordGround, withdrawGround } from '#domain/household/ground.ts'
import { type Household, lastStanding } from '#domain/household/household.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { isNamed } from '#domain/title/ground-cases.ts'
import { pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { countDocuments } from '../document/document.store.ts'
import { answerAgain } from '../sent-before.ts'
import { insertGround, listGrounds, lockGround, updateGroundWithdrawn } from './ground.store.ts'
import { listVersionsOfHousehold, lockHousehold } from './household.store.ts'
import { authoriseAtArea } from './keeper.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The trail tells that a ground was recorded, never which: those who read trails have no duty there. */
export async function recordExclusionGround(ctx: Context, body: Body<'household.recordGround'>): Reply<ExclusionGround> {
  const found = await lockPlace(ctx, 'household.recordGround', body.householdId)
  if (!found.ok) return found
  const { household, areaUnitId } = found.value
  const sentBefore = await lockGround(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.householdId === household.id)
  const ground: ExclusionGround = { ...body, recordedBy: ctx.actor.fullName, withdrawal: null }
  const decision = recordGround(ground, { isNamed: isNamed(ground), today: ctx.today })
  if (!decision.ok) return decision
  if (body.documentId !== null && (await countDocuments(ctx.tx, [body.documentId], await pathOf(ctx, areaUnitId))) === 0)
    return refuse('household.unknown-document')
  await insertGround(ctx.tx, household.partitionId, ground)
  await insertAuditEntry(ctx, 'household.recordGround', subjectOf(household, areaUnitId, body.id), {})
  return ok(ground)
}

export async function withdrawExclusionGround(ctx: Context, { id, reason }: Body<'household.withdrawGround'>): Reply<ExclusionGround> {
  const ground = await lockGround(ctx.tx, id)
  if (!ground) return unknown(ctx, 'household.withdrawGround', 'household.unknown-ground')
  const found = await lockPlace(ctx, 'household.withdrawGround', ground.householdId)
  if (!found.ok) return found
  const decision = withdrawGround(ground, { on: ctx.today, reason })
  if (!decision.ok) return decision
  await updateGroundWithdrawn(ctx.tx, decision.value)
  const { household, areaUnitId } = found.value
  await insertAuditEntry(ctx, 'household.withdrawGround', subjectOf(household, areaUnitId, id), {})
  return decision
}

/** Each look leaves its trace, in the same transaction: what cannot be written down is not shown. */
export async function lookAtGrounds(ctx: Context, body: Body<'household.lookAtGrounds'>): Reply<readonly ExclusionGround[]> {
  const found = await lockPlace(ctx, 'household.lookAtGrounds', body.householdId)
  if (!found.ok) return found
  const { household, areaUnitId } = found.value
  await insertAuditEntry(ctx, 'household.lookAtGrounds', subjectOf(household, areaUnitId), { after: { reason: body.purpose } })
  return ok(await listGrounds(ctx.tx, household))
}

/** The household, where it lives or lived last, and the actor's right over that place. */
async function lockPlace(
  ctx: Context,
  name: RightName,
  householdId: string,
): Reply<{ readonly household: Household; readonly areaUnitId: string }> {
  const household = await lockHousehold(ctx.tx, householdId)
  const versions = household ? await listVersionsOfHousehold(ctx.tx, household) : []
  const last = lastStanding(versions) ?? versions[0]
  if (!household || !last) return unknown(ctx, name, 'household.unknown')
  const denied = await authoriseAtArea(ctx, name, last.areaUnitId)
  return denied ?? ok({ household, areaUnitId: last.areaUnitId })
}

function subjectOf({ id }: Household, unitId: string, groundId?: string) {
  return { kind: 'household', id, unitId, recordIds: groundId === undefined ? [] : [groundId] }
}
