import { randomUUID } from 'node:crypto'
import type { NoticeDetails } from '#contract/notice.ts'
import { may, readRight } from '#domain/account/access.ts'
import type { RegisteredDocument } from '#domain/document/registry.ts'
import { type FollowKind, type Listener, type NoticeKind, type Told, toldOf } from '#domain/notice/notice.ts'
import { listRolesOf, withPaths } from '../account/account.store.ts'
import { pathOf } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listUnitPaths } from '../org/org.store.ts'
import { followByDoing, insertNotices, listListeners, type Subject } from './notice.store.ts'

/** What happened to what, and at which units it becomes somebody's work. */
export type Telling = {
  readonly kind: NoticeKind
  readonly subject: Subject
  readonly workUnitIds: readonly string[]
  readonly details: NoticeDetails
}

/** Tells everyone it concerns, in the transaction of what happened. */
export async function tell(ctx: Context, { kind, subject, workUnitIds, details }: Telling): Promise<void> {
  const unitPaths = [...(await listUnitPaths(ctx.tx, workUnitIds, ctx.today)).values()]
  const listeners = await listListeners(ctx.tx, [...new Set(unitPaths.flat())], subject)
  const told = await whoMayRead(ctx, { told: toldOf({ kind, actorId: ctx.actor.accountId, unitPaths }, listeners), listeners, subject })
  await insertNotices(
    ctx.tx,
    told.map(({ accountId, isLoud }) => ({
      id: randomUUID(),
      accountId,
      kind,
      isLoud,
      subject,
      actorName: ctx.actor.fullName,
      details,
      at: ctx.now,
      on: ctx.today,
    })),
  )
}

/** Whoever follows but has lost the role that let them read is told no more. */
async function whoMayRead(
  ctx: Context,
  { told, listeners, subject }: { told: readonly Told[]; listeners: readonly Listener[]; subject: Subject },
): Promise<Told[]> {
  const kept: Told[] = []
  for (const one of told) {
    const roles = listeners.find(({ accountId }) => accountId === one.accountId)?.roles ?? []
    if (roles.length > 0 || (await mayRead(ctx, one.accountId, subject.unitId))) kept.push(one)
  }
  return kept
}

async function mayRead(ctx: Context, accountId: string, unitId: string): Promise<boolean> {
  const grants = await withPaths(ctx.tx, await listRolesOf(ctx.tx, accountId), ctx.today)
  return may({ accountId, fullName: '', grants }, readRight, { unitPath: await pathOf(ctx, unitId) })
}

/** Who does something to a thing follows it from then on, unless they left it. */
export async function followWhatIDo(ctx: Context, kind: FollowKind, id: string): Promise<void> {
  await followByDoing(ctx.tx, { kind, id, accountId: ctx.actor.accountId, since: ctx.now })
}

/** A document in a register was put right. */
export async function tellDocumentAmended(ctx: Context, document: Pick<RegisteredDocument, 'id' | 'ownerUnitId' | 'code'>): Promise<void> {
  await tell(ctx, {
    kind: 'documentAmended',
    subject: { kind: 'document', id: document.id, insideId: null, unitId: document.ownerUnitId },
    workUnitIds: [document.ownerUnitId],
    details: { name: document.code },
  })
}
