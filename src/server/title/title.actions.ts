import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import type { RegistrationRow } from '#contract/title.ts'
import { type PlainDate, plainDate } from '#domain/calendar/plain-date.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { OrgUnitVersion } from '#domain/org/org-unit.ts'
import { countRegistrations, register, standingOn, type TitleRegistration, withdraw } from '#domain/title/registration.ts'
import { baseNameOf, titleNameOn, unitsForTitle } from '#domain/title/title-kinds.ts'
import { authorise, listUnitsInReach, pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { countDocuments } from '../document/document.store.ts'
import { findOrgFacts } from '../org/org.facts.ts'
import { findVersionOn, lockUnits } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  insertRegistration,
  listRegistrations,
  lockRegistration,
  type StoredRegistration,
  updateRegistrationWithdrawn,
} from './title.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** All the units or none: one refusal leaves nothing behind. */
export async function registerTitle(ctx: Context, body: Body<'title.register'>): Reply<readonly TitleRegistration[]> {
  for (const { unitId } of body.units) {
    const denied = await authorise(ctx, 'title.register', unitId)
    if (denied) return denied
  }
  const { units, ...said } = body
  const registered: TitleRegistration[] = []
  await lockUnits(
    // two clerks may register the same units at once
    ctx.tx,
    units.map(({ unitId }) => unitId),
  )
  for (const { id, unitId } of units) {
    const answer = await registerUnit(ctx, { ...said, id, unitId, withdrawal: null })
    if (!answer.ok) return answer
    registered.push(answer.value)
  }
  return ok(registered)
}

async function registerUnit(ctx: Context, registration: TitleRegistration): Reply<TitleRegistration> {
  const { id, unitId, year, registeredOn, documentId } = registration
  const sentBefore = await lockRegistration(ctx.tx, id)
  if (sentBefore) return answerAgain(toPlain(sentBefore), sentBefore.unitId === unitId)
  const unit = await findVersionOn(ctx.tx, unitId, registeredOn)
  if (!unit) return refuse('org.unit-not-in-force', { on: registeredOn })
  const decision = register(registration, { unit, existing: await listRegistrations(ctx.tx, [unitId], [year]) }, ctx.today)
  if (!decision.ok) return decision
  if (documentId !== null && (await countDocuments(ctx.tx, [documentId], await pathOf(ctx, unitId))) === 0)
    return refuse('title.unknown-document')
  const inserted = await insertRegistration(ctx.tx, decision.value, { recordedBy: ctx.actor.fullName, name: unit.name })
  if (!inserted.ok) return inserted
  await insertAuditEntry(ctx, 'title.register', subjectOf(registration), { after: registration })
  return decision
}

export async function withdrawRegistration(ctx: Context, body: Body<'title.withdraw'>): Reply<TitleRegistration> {
  const found = await lockRegistration(ctx.tx, body.id)
  if (!found) return unknown(ctx, 'title.withdraw', 'title.unknown')
  const denied = await authorise(ctx, 'title.withdraw', found.unitId)
  if (denied) return denied
  const { on, reason } = body
  const decision = withdraw(toPlain(found), { on, reason }, ctx.today)
  if (!decision.ok) return decision
  await updateRegistrationWithdrawn(ctx.tx, found.id, { on, reason })
  await insertAuditEntry(ctx, 'title.withdraw', subjectOf(found), { before: toPlain(found), after: { on, reason } })
  return decision
}

/** Every unit one step down that the title is for, registered or not, as of today or the end of a year gone by. */
export async function listRegistrationsView(
  ctx: Context,
  { unitId, year }: Params<'title.registrations'>,
): Reply<Answer<'title.registrations'>> {
  const denied = await authorise(ctx, 'title.registrations', unitId)
  if (denied) return denied
  const on = dayToLookAt(year, ctx.today)
  const org = await findOrgFacts(ctx.tx, unitId, on)
  if (!org) return refuse('org.unit-not-in-force', { on })
  const title = 'culturalOffice'
  const base = unitsForTitle(title, org.children)
  const unitIds = [unitId, ...base.map(unit => unit.unitId)]
  const standing = standingOn(await listRegistrations(ctx.tx, unitIds, [year]), { title, year, on })
  const reach = new Set(await listUnitsInReach(ctx, 'title.registrations', unitId))
  const seen = base.filter(unit => reach.has(unit.unitId))
  const [own] = unitsForTitle(title, [org.unit])
  return ok({
    title,
    titleName: titleNameOn(title, on) ?? '',
    year,
    on,
    own: own ? toRow(own, standing) : null,
    units: seen.map(unit => toRow(unit, standing)),
    count: seen.length === base.length ? countRegistrations(standing, base) : null,
    baseName: baseNameOf(base),
  })
}

function dayToLookAt(year: number, today: PlainDate): PlainDate {
  const lastDay = plainDate(`${year}-12-31`)
  return lastDay < today ? lastDay : today
}

function toRow(unit: OrgUnitVersion, standing: readonly StoredRegistration[]): RegistrationRow {
  const registration = standing.find(candidate => candidate.unitId === unit.unitId)
  return { unitId: unit.unitId, unitName: unit.name, registration: registration ?? null }
}

function toPlain({ recordedBy: _, ...registration }: StoredRegistration): TitleRegistration {
  return registration
}

function subjectOf({ id, unitId }: TitleRegistration) {
  return { kind: 'titleRegistration', id, unitId }
}
