import type { Answer, Params, RefusalCode } from '#contract/index.ts'
import { ok, type Result } from '#domain/kit/result.ts'
import { changeDays, changesOn } from '#domain/org/changes.ts'
import { authorise, unknown } from '../account/authorise.ts'
import type { Context } from '../context.ts'
import { listLineage, listUnitsEverBelow } from './history.store.ts'
import { findUnit, listVersions } from './org.store.ts'

type Reply<Value> = Promise<Result<Value, RefusalCode>>

/** The days on which anything changed in the tree below a unit, and what the last of them up to a day brought. */
export async function findChanges(ctx: Context, { unitId, on = ctx.today }: Params<'org.changes'>): Reply<Answer<'org.changes'>> {
  if (!(await findUnit(ctx.tx, unitId))) return unknown(ctx, 'org.changes', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.changes', unitId)
  if (denied) return denied
  const versions = await listVersions(ctx.tx, await listUnitsEverBelow(ctx.tx, unitId))
  const days = changeDays(versions)
  const last = days.findLast(day => day.on <= on)
  const changes = last ? changesOn(versions, last.on) : []
  return ok({
    days,
    last: last && {
      on: last.on,
      changes: changes.map(({ before, after, ...change }) => ({
        ...change,
        name: (after ?? before)?.name ?? '',
        was: before && { name: before.name, kind: before.kind, parentUnitId: before.parentUnitId },
      })),
    },
  })
}

/** One unit with all it came from and went into: what each was when, and where each went. */
export async function findHistory(ctx: Context, { unitId }: Params<'org.history'>): Reply<Answer<'org.history'>> {
  if (!(await findUnit(ctx.tx, unitId))) return unknown(ctx, 'org.history', 'org.unknown-unit')
  const denied = await authorise(ctx, 'org.history', unitId)
  if (denied) return denied
  const successions = await listLineage(ctx.tx, unitId)
  const unitIds = [...new Set([unitId, ...successions.flatMap(each => [each.fromUnitId, each.toUnitId])])]
  const versions = Map.groupBy(await listVersions(ctx.tx, unitIds), version => version.unitId)
  return ok({
    unitId,
    units: unitIds.map(id => ({
      unitId: id,
      versions: (versions.get(id) ?? []).map(version => ({
        id: version.id,
        name: version.name,
        calledInText: version.calledInText,
        kind: version.kind,
        valid: version.valid,
      })),
    })),
    successions,
  })
}
