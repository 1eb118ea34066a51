import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { UnitChange } from '#domain/indicator/checks/facts.ts'
import type { Succession } from '#domain/org/org-unit.ts'
import type { Context } from '../context.ts'
import { listSuccessions, listUnitNames } from '../org/org.store.ts'
import type { StoredRequest } from './request.store.ts'
import { listPastReturns } from './return.store.ts'

/** The mergers and splits a unit came out of by the cut-off, newest last, with the last figures each unit before told. */
export async function listChanges(
  ctx: Context,
  { formKey, cutoff }: StoredRequest,
  { unitId, since }: { readonly unitId: string; readonly since: PlainDate },
): Promise<UnitChange[]> {
  const around = (await listSuccessions(ctx.tx, [unitId])).filter(({ on }) => since <= on && on <= cutoff)
  const changes: UnitChange[] = []
  for (const [on, steps] of Map.groupBy(around, step => step.on)) {
    const names = await listUnitNames(ctx.tx, [unitId, ...steps.map(({ fromUnitId }) => fromUnitId)], addDays(on, -1))
    const before = []
    for (const [id, name] of names) {
      const [last] = await listPastReturns(ctx.tx, id, { formKey, since, before: on })
      before.push({ name, values: new Map(Object.entries(last?.content.values ?? {})) })
    }
    changes.push({ on, kind: kindOf(steps, before.length), before })
  }
  return changes
}

/** What came out of one unit alone, and not as the whole of it, was split off. */
function kindOf(steps: readonly Succession[], before: number): UnitChange['kind'] {
  return before === 1 && steps.some(({ extent }) => extent === 'part') ? 'split' : 'merger'
}
