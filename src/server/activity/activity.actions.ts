import type { ActivityView } from '#contract/activity.ts'
import type { Answer, Body, Params, RefusalCode } from '#contract/index.ts'
import { type Activity, recordActivity as decideActivity } from '#domain/activity/activity.ts'
import { ok, type Refusal, type Result, refuse } from '#domain/kit/result.ts'
import { authorise, listUnitsInReach, pathOf, unknown } from '../account/authorise.ts'
import { insertAuditEntry } from '../audit/audit.store.ts'
import type { Context } from '../context.ts'
import { countDocuments } from '../document/document.store.ts'
import { listEvidence } from '../evidence/evidence.store.ts'
import { listUnitNames } from '../org/org.store.ts'
import { countTasks } from '../plan/plan.store.ts'
import { answerAgain } from '../sent-before.ts'
import {
  findActivity,
  insertActivity,
  listActivities,
  lockActivity,
  type StoredActivity,
  updateActivity,
  updateActivityRemoved,
} from './activity.store.ts'

/** What a screen shows at once; older ones are found by day or word. */
const listLimit = 500

type Reply<Value> = Promise<Result<Value, RefusalCode>>

export async function recordActivity(ctx: Context, body: Body<'activity.record'>): Reply<Activity> {
  const denied = await authorise(ctx, 'activity.record', body.hostUnitId)
  if (denied) return denied
  const sentBefore = await lockActivity(ctx.tx, body.id)
  if (sentBefore) return answerAgain(toPlain(sentBefore), sentBefore.hostUnitId === body.hostUnitId)
  const decision = await decide(ctx, { ...body, revision: 0 })
  if (!decision.ok) return decision
  await insertActivity(ctx.tx, decision.value, ctx.actor.fullName)
  await insertAuditEntry(ctx, 'activity.record', subjectOf(decision.value), { after: decision.value })
  return decision
}

export async function amendActivity(ctx: Context, body: Body<'activity.amend'>): Reply<Activity> {
  const found = await lockForChange(ctx, 'activity.amend', body)
  if (!found.ok) return found
  const denied = await authorise(ctx, 'activity.amend', body.hostUnitId) // it may move to another unit of the same person only
  if (denied) return denied
  const decision = await decide(ctx, { ...body, revision: body.revision + 1 })
  if (!decision.ok) return decision
  await updateActivity(ctx.tx, decision.value)
  await insertAuditEntry(ctx, 'activity.amend', subjectOf(decision.value), { before: toPlain(found.value), after: decision.value })
  return decision
}

/** Struck out, not deleted: the trail and reports already issued keep what it said. */
export async function removeActivity(ctx: Context, body: Body<'activity.remove'>): Reply<undefined> {
  const found = await lockForChange(ctx, 'activity.remove', body)
  if (!found.ok) return found
  await updateActivityRemoved(ctx.tx, body.id, ctx.now)
  await insertAuditEntry(ctx, 'activity.remove', subjectOf(found.value), { before: toPlain(found.value), after: { reason: body.reason } })
  return ok()
}

export async function listActivityViews(ctx: Context, params: Params<'activity.list'>): Reply<Answer<'activity.list'>> {
  const denied = await authorise(ctx, 'activity.list', params.unitId)
  if (denied) return denied
  const hostUnitIds = await listUnitsInReach(ctx, 'activity.list', params.unitId)
  const activities = await listActivities(ctx.tx, { ...params, hostUnitIds, limit: listLimit })
  return ok(await toViews(ctx, activities))
}

export async function findActivityView(ctx: Context, params: Params<'activity.one'>): Reply<ActivityView> {
  const activity = await findActivity(ctx.tx, params.id)
  if (!activity || activity.isRemoved) return unknown(ctx, 'activity.one', 'activity.unknown')
  const denied = await authorise(ctx, 'activity.one', activity.hostUnitId)
  if (denied) return denied
  const [view] = await toViews(ctx, [activity])
  return view ? ok(view) : refuse('activity.unknown')
}

/** The rule's verdict, once it is known that what the activity points to exists where it says. */
async function decide(ctx: Context, activity: Activity): Reply<Activity> {
  const decision = decideActivity(activity, ctx.today)
  if (!decision.ok) return decision
  const names = await listUnitNames(ctx.tx, [activity.hostUnitId], activity.startsOn)
  if (!names.has(activity.hostUnitId)) return refuse('org.unit-not-in-force', { on: activity.startsOn })
  const unitPath = await pathOf(ctx, activity.hostUnitId)
  if ((await countTasks(ctx.tx, activity.taskIds, unitPath)) !== new Set(activity.taskIds).size) return refuse('activity.unknown-task')
  if ((await countDocuments(ctx.tx, activity.documentIds, unitPath)) !== new Set(activity.documentIds).size)
    return refuse('activity.unknown-document')
  return decision
}

async function lockForChange(
  ctx: Context,
  name: 'activity.amend' | 'activity.remove',
  body: { readonly id: string; readonly revision: number },
): Promise<
  Result<
    StoredActivity,
    'activity.unknown' | 'activity.removed' | 'activity.stale' | Refusal<'account.not-allowed' | 'account.wrong-state'>['code']
  >
> {
  const activity = await lockActivity(ctx.tx, body.id)
  if (!activity) return unknown(ctx, name, 'activity.unknown')
  const denied = await authorise(ctx, name, activity.hostUnitId)
  if (denied) return denied
  if (activity.isRemoved) return refuse('activity.removed')
  return activity.revision === body.revision ? ok(activity) : refuse('activity.stale')
}

async function toViews(ctx: Context, activities: readonly StoredActivity[]): Promise<ActivityView[]> {
  const evidence = await listEvidence(
    ctx.tx,
    'activity',
    activities.map(activity => activity.id),
  )
  const names = await listUnitNames(
    ctx.tx,
    activities.map(activity => activity.hostUnitId),
    ctx.today,
  )
  return activities.map(({ isRemoved: _, ...activity }) => ({
    ...activity,
    hostUnitName: names.get(activity.hostUnitId) ?? '',
    evidence: evidence.filter(item => item.owner.id === activity.id),
  }))
}

function toPlain({ recordedBy: _, isRemoved: __, ...activity }: StoredActivity): Activity {
  return activity
}

function subjectOf(activity: Activity) {
  return { kind: 'activity', id: activity.id, unitId: activity.hostUnitId }
}
