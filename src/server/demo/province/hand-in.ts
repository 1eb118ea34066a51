import { createHash } from 'node:crypto'
import type { Actor } from '#domain/account/access.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok } from '#domain/kit/result.ts'
import type { ReturnContent } from '#domain/request/content.ts'
import { handIn, type ReturnEvent, type ReturnEventType } from '#domain/request/return.ts'
import { insertAuditEntries, type ToldAct } from '../../audit/audit.store.ts'
import { askingOf, settleAll } from '../../consolidation/settle.ts'
import { takeAccepted } from '../../consolidation/taken.actions.ts'
import { type Context, openContext } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { askedOf } from '../../indicator/asked.store.ts'
import { findRequest, type StoredRequest } from '../../request/request.store.ts'
import { findUnknownCell } from '../../request/return.flags.ts'
import { listObligations } from '../../request/return.store.ts'
import type { World } from '../../world.ts'
import { type HandedIn, insertHandedIn, lockOpenReturns } from './hand-in.store.ts'

/** What a unit told first, on which day, and when whoever received it accepted it. */
export type Told = {
  readonly unitId: string
  readonly content: ReturnContent
  readonly on: PlainDate
  readonly acceptedOn: PlainDate | null
}

/**
 * Thousands of first versions at once. Each leaves the rows that its own commands would leave, entries of the trail among them,
 * and is held to the same rules; figures are added when all have told, as a request that goes out adds them.
 */
export async function handInAll(world: World, actor: Actor, requestId: string, told: readonly Told[]): Promise<void> {
  const byDay = Map.groupBy(told, ({ on }) => on)
  for (const day of [...byDay.keys()].toSorted()) {
    const answer = await inTransaction(world.database, async tx => {
      await handInOn(openContext({ ...world, workingDay: day }, actor, tx), requestId, byDay.get(day) ?? [])
      return ok()
    })
    if (!answer.ok) throw new Error('demonstration: nothing was handed in')
  }
  const { kysely } = world.database
  const owing = await listObligations(kysely, requestId)
  await settleAll(kysely, await askingOf(kysely, await requestOf(kysely, requestId)), owing)
  const receivers = new Set(owing.map(({ toUnitId }) => toUnitId))
  const acceptedOn = new Map(told.map(each => [each.unitId, each.acceptedOn]))
  for (const key of owing.filter(({ unitId }) => receivers.has(unitId))) {
    const on = acceptedOn.get(key.unitId)
    if (on) await takeAccepted(openContext({ ...world, workingDay: on }, actor, kysely), key)
  }
}

async function requestOf(tx: Context['tx'], requestId: string): Promise<StoredRequest> {
  const request = await findRequest(tx, requestId)
  if (!request) throw new Error('demonstration: nobody asked')
  return request
}

/** A statement takes so many values and no more. */
const actsAtOnce = 1000

async function handInOn(ctx: Context, requestId: string, told: readonly Told[]): Promise<void> {
  const request = await requestOf(ctx.tx, requestId)
  const asked = await askedOf(ctx.tx, requestId)
  const openOnes = await lockOpenReturns(
    ctx.tx,
    requestId,
    told.map(({ unitId }) => unitId),
  )
  const open = new Map(openOnes.map(one => [one.unitId, one]))
  const rows = told.map(({ unitId, content, acceptedOn }): HandedIn => {
    const owed = open.get(unitId)
    const isUnknown =
      !owed ||
      findUnknownCell(asked, { ...owed, requestId, dueOn: ctx.today, content, sinceVersion: 0, revision: 0, state: 'open' }, content)
    const decision = handIn([], { today: ctx.today, cutoff: request.cutoff, reason: '', isChanged: true })
    if (isUnknown || !decision.ok) throw new Error(`demonstration: ${unitId} cannot hand in ${JSON.stringify(content)}`)
    const answered = acceptedOn ? [eventOf(ctx, 2, 'accepted', acceptedOn)] : []
    return { ...owed, content, contentHash: hashOf(content), events: [eventOf(ctx, 1, 'sent', ctx.today), ...answered] }
  })
  await insertHandedIn(ctx.tx, requestId, rows)
  const acts = rows.flatMap(row => actsOf(requestId, row))
  for (let from = 0; from < acts.length; from += actsAtOnce) await insertAuditEntries(ctx, acts.slice(from, from + actsAtOnce))
}

function eventOf({ actor, now }: Context, sequence: number, type: ReturnEventType, on: PlainDate): ReturnEvent {
  return { sequence, type, version: 1, byName: actor.fullName, byAccountId: actor.accountId, at: now, on, reason: '', remarks: [] }
}

function hashOf(content: ReturnContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}

const nothing: ReturnContent = { values: {}, printed: [], parts: {} }

function actsOf(requestId: string, { unitId, content, contentHash, events }: HandedIn): ToldAct[] {
  const subject = { kind: 'return', id: requestId, unitId }
  const sealed = { type: 'sent', version: 1, contentHash, reason: '' }
  const accepted = { command: 'return.accept', subject, change: { after: { version: 1 } } }
  return [
    { command: 'return.save', subject, change: { before: nothing, after: content } },
    { command: 'return.handIn', subject, change: { after: sealed } },
    ...(events.length > 1 ? [accepted] : []),
  ]
}
