import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import type { StandingConfirmation } from '#contract/title-law.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { byFact, confirmFact, withdrawConfirmation } from '#domain/title/confirmation.ts'
import type { Confirmation } from '#domain/title/sourced.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listUnitNames, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  insertConfirmation,
  listConfirmations,
  lockConfirmation,
  type StoredConfirmation,
  updateConfirmationWithdrawn,
} from './law.store.ts'
import { listRules } from './rules.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export async function confirmLaw(ctx: Context, { id, unitId, factKey, basis }: Body<'title.confirmLaw'>): Reply<Confirmation> {
  const denied = await authorise(ctx, 'title.confirmLaw', unitId)
  if (denied) return denied
  await lockUnit(ctx.tx, unitId) // two may confirm the same at once
  const sentBefore = await lockConfirmation(ctx.tx, id)
  if (sentBefore) return answerAgain(toPlain(sentBefore), sentBefore.unitId === unitId)
  const confirmation = { factKey, basis, confirmedBy: ctx.actor.fullName, confirmedOn: ctx.today }
  const made = await listConfirmations(ctx.tx, await pathOf(ctx, unitId))
  const decision = confirmFact(confirmation, byFact(made.filter(isStanding)), ctx.today)
  if (!decision.ok) return decision
  const inserted = await insertConfirmation(ctx.tx, id, { ...decision.value, unitId })
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'title.confirmLaw', { kind: 'titleConfirmation', id, unitId }, { after: decision.value })
  return decision
}

export async function withdrawLawConfirmation(ctx: Context, { id, reason }: Body<'title.withdrawConfirmation'>): Reply<{ id: string }> {
  const found = await lockConfirmation(ctx.tx, id)
  if (!found) return unknown(ctx, 'title.withdrawConfirmation', 'law.no-such-confirmation')
  const { unitId } = found
  const denied = await authorise(ctx, 'title.withdrawConfirmation', unitId)
  if (denied) return denied
  const decision = withdrawConfirmation({ withdrawnOn: found.withdrawal?.on ?? null })
  if (!decision.ok) return decision
  const withdrawal = { by: ctx.actor.fullName, on: ctx.today, reason }
  await updateConfirmationWithdrawn(ctx.tx, id, withdrawal)
  const subject = { kind: 'titleConfirmation', id, unitId }
  await insertAuditEntry(ctx, 'title.withdrawConfirmation', subject, { before: toPlain(found), after: withdrawal })
  return ok({ id })
}

/** What counts for a unit was confirmed at it or at a unit above it. */
export async function viewLaw(ctx: Context, { unitId }: Params<'title.law'>): Reply<Answer<'title.law'>> {
  const denied = await authorise(ctx, 'title.law', unitId)
  if (denied) return denied
  const path = await pathOf(ctx, unitId)
  const names = await listUnitNames(ctx.tx, path, ctx.today)
  const made = await listConfirmations(ctx.tx, path)
  const named = (confirmation: StoredConfirmation): StandingConfirmation => ({
    ...toPlain(confirmation),
    id: confirmation.id,
    unitId: confirmation.unitId,
    unitName: names.get(confirmation.unitId) ?? '',
  })
  const rules = await listRules(ctx.tx, path)
  return ok({
    rules: rules.map(({ id, unitId: at, rules: said, adoptedBy, adoptedOn, withdrawal }) => ({
      id,
      unitId: at,
      unitName: names.get(at) ?? '',
      rules: said,
      adoptedBy,
      adoptedOn,
      withdrawal,
    })),
    standing: made.filter(isStanding).map(named),
    withdrawn: made.flatMap(confirmation => {
      const { withdrawal } = confirmation
      if (!withdrawal) return []
      return { ...named(confirmation), withdrawnBy: withdrawal.by, withdrawnOn: withdrawal.on, withdrawalReason: withdrawal.reason }
    }),
  })
}

function isStanding({ withdrawal }: StoredConfirmation): boolean {
  return withdrawal === null
}

function toPlain({ factKey, basis, confirmedBy, confirmedOn }: Confirmation): Confirmation {
  return { factKey, basis, confirmedBy, confirmedOn }
}
