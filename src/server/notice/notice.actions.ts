import type { Answer, Body, Params, RefusalCode, RightName } from '#contract/index.ts'
import type { NoticeView } from '#contract/notice.ts'
import { ok, type Refusal, type Result } from '#domain/kit/result.ts'
import { nearest } from '#domain/notice/notice.ts'
import { planRights } from '#domain/plan/access.ts'
import { authorise, pathOf, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { findDocument } from '../document/document.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { listAssignedUnits } from '../plan/answer.store.ts'
import { findPlan, findTask, listAssignments } from '../plan/plan.store.ts'
import { findReport } from '../report/report.store.ts'
import { countUnread, findFollow, listListeners, listNotices, type Subject, saveFollow, updateRead } from './notice.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>
type Followed = Pick<Subject, 'kind' | 'id'>

/** What one panel shows. */
const panelSize = 50

export async function listMyNotices(ctx: Context, params: Params<'notice.list'>): Reply<Answer<'notice.list'>> {
  const denied = await authorise(ctx, 'notice.list', params.unitId)
  return denied ?? ok(await noticesOf(ctx, { limit: panelSize, isLoud: true }))
}

/** Asked every half minute by every open page: one row of an index. */
export async function countMyNotices(ctx: Context, params: Params<'notice.count'>): Reply<Answer<'notice.count'>> {
  const denied = await authorise(ctx, 'notice.count', params.unitId)
  return denied ?? ok({ unread: await countUnread(ctx.tx, ctx.actor.accountId) })
}

/** Looking is no act in the office: it leaves no entry in the trail. */
export async function readNotices(ctx: Context, { unitId, ids }: Body<'notice.read'>): Reply<undefined> {
  const denied = await authorise(ctx, 'notice.read', unitId)
  if (denied) return denied
  await updateRead(ctx.tx, ctx.actor.accountId, ids, ctx.now)
  return ok()
}

export async function noticesOf(ctx: Context, which: Parameters<typeof listNotices>[2]): Promise<NoticeView[]> {
  const rows = await listNotices(ctx.tx, ctx.actor.accountId, which)
  const names = await listUnitNames(
    ctx.tx,
    rows.map(row => row.unitId),
    ctx.today,
  )
  return rows.map(({ unitId, ...row }) => ({ ...row, unitName: names.get(unitId) ?? '' }))
}

export async function follow(ctx: Context, body: Body<'notice.follow'>): Reply<undefined> {
  return choose(ctx, 'notice.follow', { body, isFollowing: true })
}

export async function unfollow(ctx: Context, body: Body<'notice.unfollow'>): Reply<undefined> {
  return choose(ctx, 'notice.unfollow', { body, isFollowing: false })
}

/** One's own desk only: the trail of the office does not keep who looks at what. */
async function choose(
  ctx: Context,
  name: 'notice.follow' | 'notice.unfollow',
  { body, isFollowing }: { readonly body: Followed; readonly isFollowing: boolean },
): Reply<undefined> {
  const denied = await authoriseReading(ctx, name, body)
  if (denied) return denied
  await saveFollow(ctx.tx, { ...body, accountId: ctx.actor.accountId, since: ctx.now }, isFollowing)
  return ok()
}

/** Chosen, or a task of one's own unit that was not left. */
export async function doIFollow(ctx: Context, params: Params<'notice.follows'>): Reply<Answer<'notice.follows'>> {
  const denied = await authoriseReading(ctx, 'notice.follows', params)
  if (denied) return denied
  const chosen = await findFollow(ctx.tx, ctx.actor.accountId, params)
  return ok({ isFollowing: chosen ?? (params.kind === 'task' && (await isMyWork(ctx, params))) })
}

async function isMyWork(ctx: Context, task: Followed): Promise<boolean> {
  const paths = []
  for (const { unitId } of await listAssignments(ctx.tx, [task.id])) paths.push(await pathOf(ctx, unitId))
  const listeners = await listListeners(ctx.tx, [...new Set(paths.flat())], task)
  return paths.some(path => nearest(path, planRights['plan.reportProgress'], listeners).includes(ctx.actor.accountId))
}

/** Whoever may read the thing; the refusal does not tell whether it exists. */
async function authoriseReading(ctx: Context, name: RightName, { kind, id }: Followed): Promise<Refusal<RefusalCode> | undefined> {
  const [first, ...rest] = await unitsOf(ctx, { kind, id })
  if (first === undefined) return unknown(ctx, name, 'notice.no-such-thing')
  const denied = await authorise(ctx, name, first)
  if (!denied) return undefined
  for (const unitId of rest) if (!(await authorise(ctx, name, unitId))) return undefined
  return denied
}

/** The units at which a thing is read: a task is read by those it was given to as well. */
async function unitsOf({ tx }: Context, { kind, id }: Followed): Promise<string[]> {
  if (kind === 'report') return (await findReport(tx, id).then(report => report && [report.unitId])) ?? []
  if (kind === 'document') return (await findDocument(tx, id).then(document => document && [document.ownerUnitId])) ?? []
  const task = await findTask(tx, id)
  const plan = task && (await findPlan(tx, task.planId))
  return plan ? [plan.ownerUnitId, ...(await listAssignedUnits(tx, plan.id))] : []
}
