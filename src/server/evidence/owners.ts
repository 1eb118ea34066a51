import type { RefusalCode } from '#contract/index.ts'
import type { EvidenceOwner, EvidenceOwnerKind } from '#domain/evidence/evidence.ts'
import { type Refusal, refuse } from '#domain/kit/result.ts'
import { authorise } from '../account/authorise.ts'
import { findActivity, lockActivity } from '../activity/activity.store.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/connect.ts'
import { findAnswer, lockAnswer } from '../plan/answer.store.ts'
import { authoriseReadingPlan } from '../plan/plan.queries.ts'
import { findPosting } from '../posted/posted.store.ts'
import { lockSeasonArea } from '../season/season.store.ts'

/** Where an owner of evidence stands: whose it is, whether it was struck out, and what the trail files it under. */
export type OwnerPlace = {
  readonly unitId: string
  readonly isRemoved: boolean
  readonly subject: { readonly kind: string; readonly id: string }
}

type OwnerRules = {
  /** Locked, so that files and strike-outs of one owner come one after the other. */
  lock(tx: Db, id: string): Promise<OwnerPlace | undefined>
  /** Undefined when the actor may read the owner, and with it its evidence. */
  refuseReading(ctx: Context, id: string): Promise<Refusal<RefusalCode> | undefined>
}

const owners: Record<EvidenceOwnerKind, OwnerRules> = {
  activity: {
    lock: async (tx, id) => {
      const activity = await lockActivity(tx, id)
      return activity && { unitId: activity.hostUnitId, isRemoved: activity.isRemoved, subject: { kind: 'activity', id } }
    },
    refuseReading: async (ctx, id) => {
      const activity = await findActivity(ctx.tx, id)
      return activity ? authorise(ctx, 'activity.one', activity.hostUnitId) : refuse('evidence.unknown-owner')
    },
  },
  progress: {
    lock: async (tx, id) => {
      const answer = await lockAnswer(tx, id)
      return answer && { unitId: answer.unitId, isRemoved: false, subject: { kind: 'task', id: answer.taskId } }
    },
    refuseReading: async (ctx, id) => {
      const answer = await findAnswer(ctx.tx, id)
      return answer ? authoriseReadingPlan(ctx, { id: answer.planId, ownerUnitId: answer.ownerUnitId }) : refuse('evidence.unknown-owner')
    },
  },
  posting: {
    lock: async (tx, id) => {
      const posting = await findPosting(tx, id)
      if (!posting) return undefined
      await lockSeasonArea(tx, posting)
      return { unitId: posting.areaUnitId, isRemoved: false, subject: { kind: 'seasonArea', id: posting.seasonId } }
    },
    refuseReading: async (ctx, id) => {
      const posting = await findPosting(ctx.tx, id)
      return posting ? authorise(ctx, 'posted.one', posting.areaUnitId) : refuse('evidence.unknown-owner')
    },
  },
}

export function lockOwner(tx: Db, { kind, id }: EvidenceOwner): Promise<OwnerPlace | undefined> {
  return owners[kind].lock(tx, id)
}

export function refuseReading(ctx: Context, { kind, id }: EvidenceOwner): Promise<Refusal<RefusalCode> | undefined> {
  return owners[kind].refuseReading(ctx, id)
}
