import type { Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { endOn } from '#domain/org/org-rules.ts'
import type { Appointment, SigningMandate } from '#domain/org/position.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { findPosition, lockAppointment, lockMandate, updateAppointmentValid, updateMandateValid } from './position.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** Somebody leaves a position: from that day nobody signs by it in his name; what he signed before stands. */
export async function endAppointment(ctx: Context, { id, on, basis }: Body<'org.endAppointment'>): Reply<Appointment> {
  const appointment = await lockAppointment(ctx.tx, id)
  const position = appointment && (await findPosition(ctx.tx, appointment.positionId))
  if (!position) return unknown(ctx, 'org.endAppointment', 'org.unknown-appointment')
  const denied = await authorise(ctx, 'org.endAppointment', position.unitId)
  if (denied) return denied
  if (appointment.valid.until === on) return ok(appointment) // a lost answer makes the browser send again
  const decision = endOn(appointment, on)
  if (!decision.ok) return decision
  await updateAppointmentValid(ctx.tx, decision.value)
  await insertAuditEntry(ctx, 'org.endAppointment', subjectOf(position.unitId, id), {
    before: appointment,
    after: { ...decision.value, basis },
  })
  return decision
}

/** A position may no longer sign for a unit from that day. */
export async function endMandate(ctx: Context, { id, on, basis }: Body<'org.endMandate'>): Reply<SigningMandate> {
  const mandate = await lockMandate(ctx.tx, id)
  if (!mandate) return unknown(ctx, 'org.endMandate', 'org.unknown-mandate')
  const denied = await authorise(ctx, 'org.endMandate', mandate.unitId)
  if (denied) return denied
  if (mandate.valid.until === on) return ok(mandate)
  const decision = endOn(mandate, on)
  if (!decision.ok) return decision
  await updateMandateValid(ctx.tx, decision.value)
  await insertAuditEntry(ctx, 'org.endMandate', subjectOf(mandate.unitId, id), { before: mandate, after: { ...decision.value, basis } })
  return decision
}

function subjectOf(unitId: string, recordId: string) {
  return { kind: 'orgUnit', id: unitId, unitId, recordIds: [recordId] }
}
