import { ok, type Result, refuse } from '../kit/result.ts'
import type { GoalShare, PlanRefusal, Target } from './plan.ts'

/** A target that is held against a share, with the plan that set it. */
export type Goal = Pick<Target, 'id' | 'planId' | 'statement' | 'operator' | 'goalPercent'> & {
  readonly planTitle: string
  readonly ownerUnitId: string
  readonly share: GoalShare
}

export function isSameShare(one: GoalShare, other: GoalShare): boolean {
  return one.code === other.code && one.baseCode === other.baseCode
}

/** A unit has one goal a year for a share, in whichever of its plans. */
export function holdAgainst(
  { id, share }: Pick<Target, 'id' | 'share'>,
  { known, goals }: { readonly known: readonly GoalShare[]; readonly goals: readonly Pick<Goal, 'id' | 'statement' | 'share'>[] },
): Result<undefined, PlanRefusal> {
  if (share === null) return ok()
  if (!known.some(each => isSameShare(each, share))) return refuse('plan.unknown-share')
  const twin = goals.find(goal => goal.id !== id && isSameShare(goal.share, share))
  return twin ? refuse('plan.share-has-goal', { statement: twin.statement }) : ok()
}

/** What a unit is held to: its own goal for a share, else that of the nearest above it that set one. */
export function goalsInForce(nearestFirst: readonly string[], goals: readonly Goal[]): Goal[] {
  const ordered = nearestFirst.flatMap(unitId => goals.filter(({ ownerUnitId }) => ownerUnitId === unitId))
  return ordered.filter(({ share }, at) => ordered.findIndex(other => isSameShare(other.share, share)) === at)
}
