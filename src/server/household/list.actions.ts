import { noExamples } from '#contract/household-list.ts'
import type { Body, RefusalCode, RightName } from '#contract/index.ts'
import { rights } from '#contract/rights.ts'
import { may } from '#domain/account/access.ts'
import type { ListLook } from '#domain/household/import-list.ts'
import { type ListState, mayTake, mayTry, noRows } from '#domain/household/list-import.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { listUnitNames } from '../org/org.store.ts'
import { answerAgain } from '../sent-before.ts'
import { deleteList, findList, insertList, type KeptList, listBeingTaken, lockList, updateList } from './list.store.ts'
import { hasListFile, removeListFile } from './list-file.ts'
import { isAtWork } from './list-work.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export type ReceivedList = Pick<KeptList, 'id' | 'unitId' | 'sender' | 'fileName'> & { readonly look: ListLook }

/** Asked before a byte of a file is read: whether it may come, and whether it came before. */
export async function findSentList(ctx: Context, { id, unitId }: Pick<KeptList, 'id' | 'unitId'>): Reply<KeptList | undefined> {
  const denied = await authorise(ctx, 'household.import', unitId)
  if (denied) return denied
  const sentBefore = await findList(ctx.tx, id)
  return sentBefore
    ? answerAgain(sentBefore, sentBefore.unitId === unitId && sentBefore.receivedById === ctx.actor.accountId)
    : ok(undefined)
}

/** The file lies in its place already; with this the house knows what it is. */
export async function receiveList(ctx: Context, { id, unitId, sender, fileName, look }: ReceivedList): Reply<{ readonly id: string }> {
  const sentBefore = await findSentList(ctx, { id, unitId })
  if (!sentBefore.ok || sentBefore.value) return sentBefore.ok ? ok({ id }) : sentBefore
  const { accountId: receivedById, fullName: receivedBy } = ctx.actor
  const list: KeptList = {
    id,
    unitId,
    sender,
    fileName,
    look,
    reading: null,
    state: 'received',
    mode: 'try',
    counts: noRows,
    examples: { ...noExamples, rows: null },
    fault: null,
    receivedBy,
    receivedById,
    receivedAt: ctx.now,
    beatAt: ctx.now,
  }
  await insertList(ctx.tx, list)
  await insertAuditEntry(ctx, 'household.import', subjectOf(list), { after: { received: true } })
  return ok({ id })
}

/** Reads the list to its end as it would be taken, and keeps nothing. */
export async function tryList(ctx: Context, { id, ...reading }: Body<'household.tryList'>): Reply<undefined> {
  const found = await lockOwn(ctx, 'household.tryList', id)
  if (!found.ok) return found
  const decision = mayTry(standingOf(found.value, ctx))
  if (!decision.ok) return decision
  if (reading.from > ctx.today) return refuse('household.in-future', { on: reading.from })
  if (!(await hasListFile(ctx.files, id))) return refuse('household.list-gone')
  const anew = { counts: noRows, examples: { ...noExamples, rows: null }, fault: null }
  await updateList(ctx.tx, id, { ...anew, reading, state: 'trying', mode: 'try' }, ctx.now)
  return ok()
}

/** Begins to take it into the register, or goes on where it broke off. No two lists are taken into one place at once. */
export async function takeList(ctx: Context, { id, mode }: Body<'household.takeList'>): Reply<undefined> {
  const found = await lockOwn(ctx, 'household.takeList', id)
  if (!found.ok) return found
  const list = found.value
  const decision = mayTake(standingOf(list, ctx))
  if (!decision.ok) return decision
  if (!(await hasListFile(ctx.files, id))) return refuse('household.list-gone')
  const busy = await refuseBusy(ctx, list)
  if (busy) return busy
  const begun =
    list.state === 'taking' ? { mode: list.mode } : { mode, counts: noRows, examples: { ...list.examples, rows: list.counts.read } }
  await updateList(ctx.tx, id, { ...begun, state: 'taking', fault: null }, ctx.now)
  if (list.state === 'tried') await insertAuditEntry(ctx, 'household.takeList', subjectOf(list), { after: { mode } })
  return ok()
}

/** Forgets the list and what was set aside of it; what was taken into the register stays. */
export async function dropList(ctx: Context, { id }: Body<'household.dropList'>): Reply<undefined> {
  const found = await lockOwn(ctx, 'household.dropList', id)
  if (!found.ok) return found
  if (standingOf(found.value, ctx).isAtWork) return refuse('household.list-at-work')
  await deleteList(ctx.tx, id)
  await removeListFile(ctx.files, id)
  await insertAuditEntry(ctx, 'household.dropList', subjectOf(found.value), {})
  return ok()
}

/** Names stand in it, so it is for whoever sent it and for those who keep that register. */
export async function refuseList(ctx: Context, name: RightName, list: KeptList): Promise<Refusal<RefusalCode> | undefined> {
  const denied = await authorise(ctx, name, list.unitId)
  if (denied) return denied
  if (list.receivedById === ctx.actor.accountId) return undefined
  const keeps = may(ctx.actor, rights['household.list'], { unitPath: await pathOf(ctx, list.unitId) })
  return keeps ? undefined : refuse('account.not-allowed')
}

/** Nobody hears of it for so long: whatever was at it is no more. */
const silentMs = 30_000

export function standingOf(
  list: Pick<KeptList, 'id' | 'state' | 'beatAt' | 'fault'>,
  { now }: Pick<Context, 'now'>,
): { state: ListState; isAtWork: boolean } {
  const isBegun = list.state === 'trying' || list.state === 'taking'
  const isHeard = list.fault === null && Date.parse(now) - Date.parse(list.beatAt) < silentMs
  return { state: list.state, isAtWork: isBegun && (isAtWork(list.id) || isHeard) }
}

async function lockOwn(ctx: Context, name: RightName, id: string): Reply<KeptList> {
  const list = await lockList(ctx.tx, id)
  if (!list) return unknown(ctx, name, 'household.unknown-list')
  return (await refuseList(ctx, name, list)) ?? ok(list)
}

async function refuseBusy(ctx: Context, list: KeptList): Promise<Refusal<'household.list-busy'> | undefined> {
  const path = await pathOf(ctx, list.unitId)
  for (const other of await listBeingTaken(ctx.tx)) {
    if (other.id === list.id || !standingOf(other, ctx).isAtWork) continue
    if (!path.includes(other.unitId) && !(await pathOf(ctx, other.unitId)).includes(list.unitId)) continue
    const names = await listUnitNames(ctx.tx, [other.unitId], ctx.today)
    return refuse('household.list-busy', { by: other.receivedBy, unitName: names.get(other.unitId) ?? '' })
  }
  return undefined
}

function subjectOf({ id, unitId }: Pick<KeptList, 'id' | 'unitId'>) {
  return { kind: 'householdList', id, unitId, recordIds: [] }
}
