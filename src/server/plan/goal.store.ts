import type { Goal } from '#domain/plan/goal.ts'
import type { Target } from '#domain/plan/plan.ts'
import type { Db } from '../db/connect.ts'

/** What plans of these units set out to reach in a year, where it is held against a share. */
export async function listGoals(tx: Db, ownerUnitIds: readonly string[], year: number): Promise<Goal[]> {
  if (ownerUnitIds.length === 0) return []
  const rows = await tx
    .selectFrom('target')
    .innerJoin('plan', 'plan.id', 'target.planId')
    .select([
      'target.id',
      'target.planId',
      'target.statement',
      'target.operator',
      'target.goalPercent',
      'target.shareCode',
      'target.shareBaseCode',
      'plan.title as planTitle',
      'plan.ownerUnitId',
    ])
    .where('plan.ownerUnitId', 'in', [...ownerUnitIds])
    .where('plan.year', '=', year)
    .orderBy('target.id')
    .execute()
  return rows.flatMap(({ shareCode: code, shareBaseCode: baseCode, operator, ...row }) =>
    code === null || baseCode === null ? [] : [{ ...row, operator: operator as Target['operator'], share: { code, baseCode } }],
  )
}

export async function updateTargetShare(tx: Db, { id, share, revision }: Pick<Target, 'id' | 'share' | 'revision'>): Promise<void> {
  await tx
    .updateTable('target')
    .set({ shareCode: share?.code ?? null, shareBaseCode: share?.baseCode ?? null, revision })
    .where('id', '=', id)
    .execute()
}
