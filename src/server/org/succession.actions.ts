import type { Body, RefusalCode } from '#contract/index.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import type { Succession } from '#domain/org/org-unit.ts'
import { recordSuccession as decide } from '#domain/org/succession.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import {
  countSubordinatesFrom,
  insertSuccessions,
  listSuccessions,
  listSuccessionsOn,
  listVersions,
  lockUnits,
  updateVersionValid,
} from './org.store.ts'

/** A merger or a split, on the word of whoever answers for both units. What gave all of itself ends that day and stays on record. */
export async function recordSuccession(ctx: Context, body: Body<'org.recordSuccession'>): Promise<Result<Succession, RefusalCode>> {
  const { fromUnitId, toUnitId, on } = body
  const locked = (await lockUnits(ctx.tx, [fromUnitId, toUnitId])).map(unit => unit.id)
  if (!locked.includes(fromUnitId) || !locked.includes(toUnitId)) return unknown(ctx, 'org.recordSuccession', 'org.unknown-unit')
  const denied = (await authorise(ctx, 'org.recordSuccession', fromUnitId)) ?? (await authorise(ctx, 'org.recordSuccession', toUnitId))
  if (denied) return denied
  const succession: Succession = { ...body, isVerified: true }
  const known = [...(await listSuccessions(ctx.tx, [fromUnitId])), ...(await listSuccessionsOn(ctx.tx, on))]
  const sentBefore = known.find(other => other.fromUnitId === fromUnitId && other.toUnitId === toUnitId && other.on === on)
  if (sentBefore) return answerAgain(sentBefore, succession)
  const decision = decide(succession, {
    fromVersions: await listVersions(ctx.tx, [fromUnitId]),
    toVersions: await listVersions(ctx.tx, [toUnitId]),
    subordinates: await countSubordinatesFrom(ctx.tx, fromUnitId, on),
    known,
  })
  if (!decision.ok) return decision
  const { ended } = decision.value
  if (ended) await updateVersionValid(ctx.tx, ended.after)
  await insertSuccessions(ctx.tx, [succession])
  await insertAuditEntry(ctx, 'org.recordSuccession', subjectOf(succession, ended?.after.id), {
    before: ended && { ended: ended.before },
    after: { ...succession, ended: ended?.after },
  })
  return ok(succession)
}

/** Two units have one succession a day: the same again is a lost answer, another is a mistake somebody must see. */
function answerAgain(sentBefore: Succession, { on, extent, basis }: Succession): Result<Succession, 'org.succession-recorded'> {
  return sentBefore.extent === extent && sentBefore.basis === basis ? ok(sentBefore) : refuse('org.succession-recorded', { on })
}

/** In the trail of the unit that takes: the one that gave may be gone, and nobody would look there. */
function subjectOf({ fromUnitId, toUnitId }: Succession, endedVersionId: string | undefined) {
  return { kind: 'orgUnit', id: fromUnitId, unitId: toUnitId, recordIds: endedVersionId === undefined ? [] : [endedVersionId] }
}
