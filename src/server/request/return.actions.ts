import { createHash } from 'node:crypto'
import type { Answer, Body, RefusalCode, RightName } from '#contract/index.ts'
import { readCells } from '#domain/indicator/read-value.ts'
import type { Value } from '#domain/indicator/value.ts'
import { canonicalJson } from '#domain/kit/canonical.ts'
import { ok, type Result, refuse } from '#domain/kit/result.ts'
import { saysTheSame } from '#domain/request/content.ts'
import { answerReturn, handIn, type ReturnEvent, sendReturnBack, standingVersion, stateOfReturn } from '#domain/request/return.ts'
import { authorise, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import { askingOf, tellFigures } from '../consolidation/settle.ts'
import { takeAccepted, takeHandedIn } from '../consolidation/taken.actions.ts'
import { insertFigureVersion } from '../consolidation/version.store.ts'
import type { Context } from '../context.ts'
import { askedOf } from '../indicator/asked.store.ts'
import { tellReturned } from '../notice/tell-request.ts'
import { listUnitNames } from '../org/org.store.ts'
import { insertKeptFlag } from './flags.store.ts'
import { flagsForWriter } from './recorded.flags.ts'
import { findRequest, lockRequest, type StoredRequest } from './request.store.ts'
import { findUnknownCell } from './return.flags.ts'
import {
  findVersion,
  insertEvent,
  insertVersion,
  listEvents,
  lockReturn,
  type StoredReturn,
  updateReturnContent,
  updateReturnState,
} from './return.store.ts'
import { openWithin } from './within.ts'

type Reply<Answered> = Promise<Result<Answered, RefusalCode>>

/** What is being written is kept at each pause; missing stays missing, and nothing is put right. */
export async function saveReturn(ctx: Context, body: Body<'return.save'>): Reply<Answer<'return.save'>> {
  const found = await openReturn(ctx, 'return.save', body)
  if (!found.ok) return found
  const { held, request, events } = found.value
  if (isWaiting(events)) return refuse('return.locked')
  const parts = Object.fromEntries(Object.entries(body.content.parts).map(([key, words]) => [key, words ?? '']))
  const content = { ...body.content, parts }
  const code = findUnknownCell(await askedOf(ctx.tx, request.id), held, content)
  if (code) return refuse('return.unknown-cell', { code })
  if (held.revision !== body.revision) {
    const isSentAgain = held.revision === body.revision + 1 && saysTheSame(held.content, content)
    if (!isSentAgain) return refuse('return.stale')
    return ok({ revision: held.revision, flags: await flagsForWriter(ctx, request, held) })
  }
  const saved = { ...held, content, revision: held.revision + 1 }
  await updateReturnContent(ctx.tx, saved)
  await insertAuditEntry(ctx, 'return.save', subjectOf(held), { before: held.content, after: content })
  return ok({ revision: saved.revision, flags: await flagsForWriter(ctx, request, saved) })
}

/** Cells as they stand in a table somebody pasted: each read as its indicator is counted, all or none. */
export async function typeIn(ctx: Context, { cells, ...body }: Body<'return.typeIn'>): Reply<Answer<'return.typeIn'>> {
  const found = await openReturn(ctx, 'return.typeIn', body)
  if (!found.ok) return found
  const { held, request, events } = found.value
  if (isWaiting(events)) return refuse('return.locked')
  if (held.revision !== body.revision) return refuse('return.stale')
  const asked = await askedOf(ctx.tx, request.id)
  const code = findUnknownCell(asked, held, { values: cells, printed: [], parts: {} })
  if (code !== undefined) return refuse('return.unknown-cell', { code })
  const read = readCells(cells, asked.dictionary)
  if (!read.ok) return read
  const values = Object.fromEntries(
    Object.entries({ ...held.content.values, ...read.value }).filter((cell): cell is [string, Value] => cell[1] !== null),
  )
  const saved = { ...held, content: { ...held.content, values }, revision: held.revision + 1 }
  await updateReturnContent(ctx.tx, saved)
  await insertAuditEntry(ctx, 'return.typeIn', subjectOf(held), { before: held.content.values, after: values })
  return ok({ revision: saved.revision, flags: await flagsForWriter(ctx, request, saved) })
}

/** A remark somebody answers for: it goes up with the return. */
export async function keepFlag(ctx: Context, body: Body<'return.keepFlag'>): Reply<undefined> {
  const found = await openReturn(ctx, 'return.keepFlag', body)
  if (!found.ok) return found
  const { held, request, events } = found.value
  if (isWaiting(events)) return refuse('return.locked')
  const flags = await flagsForWriter(ctx, request, held)
  if (!flags.some(({ key }) => key === body.flagKey)) return refuse('return.unknown-flag')
  const kept = { flagKey: body.flagKey, reason: body.reason ?? '', byName: ctx.actor.fullName, at: ctx.now }
  await insertKeptFlag(ctx.tx, held, kept)
  await insertAuditEntry(ctx, 'return.keepFlag', subjectOf(held), { after: kept })
  return ok()
}

/** Seals what was written as a version. Remarks do not hold it up: they go with it. */
export async function handInReturn(ctx: Context, body: Body<'return.handIn'>): Reply<Answer<'return.handIn'>> {
  const found = await openReturn(ctx, 'return.handIn', body)
  if (!found.ok) return found
  const { held, request, events } = found.value
  if (held.revision !== body.revision) return refuse('return.stale')
  const standing = standingVersion(events)
  const before = standing === null ? undefined : await findVersion(ctx.tx, held, standing)
  const facts = {
    today: ctx.today,
    cutoff: request.cutoff,
    reason: body.reason ?? '',
    isChanged: !before || !saysTheSame(before, held.content),
  }
  const decision = handIn(events, facts)
  if (!decision.ok) return decision
  const { type, version } = decision.value
  const contentHash = createHash('sha256').update(canonicalJson(held.content)).digest('hex')
  await insertVersion(ctx.tx, held, { version, content: held.content, contentHash }, ctx.now)
  const after = await append(ctx, found.value, { type, version, reason: facts.reason })
  await takeHandedIn(ctx, held)
  await insertAuditEntry(ctx, 'return.handIn', subjectOf(held), { after: { type, version, contentHash, reason: facts.reason } })
  return ok({ version, state: stateOfReturn(after) })
}

/** Back to who wrote it, with what is to be mended at which cell or part. */
export async function sendBackReturn(ctx: Context, body: Body<'return.sendBack'>): Reply<Answer<'return.sendBack'>> {
  const found = await openReturn(ctx, 'return.sendBack', body)
  if (!found.ok) return found
  const { held, events } = found.value
  const told = { reason: body.reason ?? '', remarks: body.remarks.map(({ at, text }) => ({ at, text: text ?? '' })) }
  const decision = sendReturnBack(events, { version: body.version, ...told })
  if (!decision.ok) return decision
  const after = await append(ctx, found.value, { type: 'sentBack', version: body.version, ...told })
  await insertAuditEntry(ctx, 'return.sendBack', subjectOf(held), { after: { version: body.version, ...told } })
  const names = await listUnitNames(ctx.tx, [held.unitId], ctx.today)
  await tellReturned(ctx, found.value.request, { unitId: held.unitId, unitName: names.get(held.unitId) ?? '', words: told.reason })
  return ok({ state: stateOfReturn(after) })
}

/** Each at the version that was looked at, all or none: who pressed once knows what was accepted. */
export async function acceptReturns(ctx: Context, { requestId, returns }: Body<'return.accept'>): Reply<Answer<'return.accept'>> {
  const inOrder = returns.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
  for (const [row, { unitId, version }] of inOrder.entries()) {
    const found = await openReturn(ctx, 'return.accept', { requestId, unitId })
    if (!found.ok) return found
    const { held, events } = found.value
    const decision = answerReturn(events, version)
    if (!decision.ok) return refuse(decision.code, { ...decision.details, row: row + 1 })
    await append(ctx, found.value, { type: 'accepted', version })
    await takeAccepted(ctx, held)
    await insertAuditEntry(ctx, 'return.accept', subjectOf(held), { after: { version } })
  }
  return ok({ accepted: returns.length })
}

type Opened = { readonly held: StoredReturn; readonly request: StoredRequest; readonly events: readonly ReturnEvent[] }

/** Locks a return. Who writes it is asked at the unit that owes it, who answers it at the unit it goes to. */
export async function openReturn(
  ctx: Context,
  name: RightName & `return.${string}`,
  { requestId, unitId }: { readonly requestId: string; readonly unitId: string },
): Reply<Opened> {
  // Figures above change with what stands: who changes that holds the request first, so that nobody waits in a circle.
  const request =
    name === 'return.save' || name === 'return.keepFlag' ? await findRequest(ctx.tx, requestId) : await lockRequest(ctx.tx, requestId)
  const held = await lockReturn(ctx.tx, requestId, unitId)
  if (!held || !request) return unknown(ctx, name, 'return.unknown')
  const isAnswer = name === 'return.sendBack' || name === 'return.accept'
  const askedAt = isAnswer ? held.toUnitId : unitId
  await openWithin(ctx, request, askedAt)
  const denied = await authorise(ctx, name, askedAt)
  if (denied) return denied
  return ok({ held, request, events: await listEvents(ctx.tx, held) })
}

async function append(
  ctx: Context,
  { held, request, events }: Opened,
  told: Pick<ReturnEvent, 'type' | 'version'> & Partial<Pick<ReturnEvent, 'reason' | 'remarks'>>,
): Promise<readonly ReturnEvent[]> {
  const event: ReturnEvent = {
    sequence: events.length + 1,
    byName: ctx.actor.fullName,
    byAccountId: ctx.actor.accountId,
    at: ctx.now,
    on: ctx.today,
    reason: '',
    remarks: [],
    ...told,
  }
  const after = [...events, event]
  await insertEvent(ctx.tx, held, event)
  await updateReturnState(ctx.tx, held, after)
  if (standingVersion(after) !== standingVersion(events)) await settle(ctx, { held, request }, standingVersion(after))
  return after
}

/** The figures that count change with the version that stands, here and in every unit above, before the answer is given. */
async function settle(ctx: Context, { held, request }: Pick<Opened, 'held' | 'request'>, version: number | null): Promise<void> {
  const content = version === null ? undefined : await findVersion(ctx.tx, held, version)
  await insertFigureVersion(ctx.tx, held, { returnVersion: version, on: ctx.today })
  await tellFigures(ctx.tx, await askingOf(ctx.tx, request), { held, standing: version !== null && content ? { version, content } : null })
}

export function isWaiting(events: readonly ReturnEvent[]): boolean {
  const state = stateOfReturn(events)
  return state === 'sent' || state === 'corrected'
}

export function subjectOf({ requestId, unitId }: Pick<StoredReturn, 'requestId' | 'unitId'>) {
  return { kind: 'return', id: requestId, unitId }
}
