import type { AuditView } from '#contract/account.ts'
import type { Params, RefusalCode } from '#contract/index.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { authorise, listUnitsInReach } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listAuditEntries } from './audit.store.ts'

export async function listAuditViews(ctx: Context, params: Params<'audit.list'>): Promise<Result<readonly AuditView[], RefusalCode>> {
  const denied = await authorise(ctx, 'audit.list', params.unitId)
  if (denied) return denied
  const unitIds = await listUnitsInReach(ctx, 'audit.list', params.unitId)
  const entries = await listAuditEntries(ctx.tx, { ...params, unitIds })
  return ok(
    entries.map(({ seq, at, actorName, command, subjectKind, subjectId, before, after }) => {
      return { seq, at, actorName, command, subjectKind, subjectId, before, after }
    }),
  )
}
