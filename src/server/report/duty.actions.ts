import type { Answer, Body, Params } from '#contract/index.ts'
import { ok, refuse } from '#domain/kit/result.ts'
import { setDuty as decideDuty } from '#domain/report/duty.ts'
import type { ReportDuty } from '#domain/report/report.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { countDocuments, listDocumentsByIds } from '../document/document.store.ts'
import { findUnitPath, listUnitNames, listUnitsBelow, lockUnit } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import { findDuty, insertDuty, listDuties, updateDutyValid } from './duty.store.ts'
import type { Reply } from './report.actions.ts'

/** To whom a unit reports from a day on, on which form, and what its document carries. */
export async function setDuty(ctx: Context, body: Body<'report.setDuty'>): Reply<ReportDuty> {
  if (!(await lockUnit(ctx.tx, body.unitId))) return unknown(ctx, 'report.setDuty', 'org.unknown-unit')
  const denied = await authorise(ctx, 'report.setDuty', body.unitId)
  if (denied) return denied
  const sentBefore = await findDuty(ctx.tx, body.id)
  if (sentBefore) return answerAgain(sentBefore, sentBefore.unitId === body.unitId)
  const on = body.valid.from ?? ctx.today
  if (!(await listUnitsBelow(ctx.tx, body.unitId, on)).includes(body.draftingUnitId)) return refuse('org.unit-not-in-force', { on })
  const basis = body.basisDocumentId === null ? [] : [body.basisDocumentId]
  if ((await countDocuments(ctx.tx, basis, await findUnitPath(ctx.tx, body.unitId, on))) !== basis.length) return refuse('document.unknown')
  const decision = decideDuty(body, await listDuties(ctx.tx, body.unitId))
  if (!decision.ok) return decision
  const { duty, ended } = decision.value
  if (ended) await updateDutyValid(ctx.tx, ended)
  const inserted = await insertDuty(ctx.tx, duty)
  if (!inserted.ok) return inserted
  await insertAuditEntry(
    ctx,
    'report.setDuty',
    { kind: 'duty', id: duty.id, unitId: duty.unitId },
    { before: ended && { ended: ended.id }, after: duty },
  )
  return ok(duty)
}

/** Newest first: the one in force stands on top. */
export async function listDutyViews(ctx: Context, params: Params<'report.duties'>): Reply<Answer<'report.duties'>> {
  const denied = await authorise(ctx, 'report.duties', params.unitId)
  if (denied) return denied
  const duties = await listDuties(ctx.tx, params.unitId)
  const names = await listUnitNames(
    ctx.tx,
    duties.map(duty => duty.draftingUnitId),
    ctx.today,
  )
  const documents = await listDocumentsByIds(
    ctx.tx,
    duties.flatMap(duty => duty.basisDocumentId ?? []),
  )
  const views = duties.map(duty => ({
    ...duty,
    draftingUnitName: names.get(duty.draftingUnitId) ?? '',
    basisCode: documents.find(document => document.id === duty.basisDocumentId)?.code ?? null,
  }))
  return ok(views.toSorted((a, b) => ((a.valid.from ?? '') < (b.valid.from ?? '') ? 1 : -1)))
}
