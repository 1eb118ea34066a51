import { addDays, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { UnitChange } from '#domain/indicator/checks/facts.ts'
import type { Succession } from '#domain/org/org-unit.ts'
import type { Context } from '../context.ts'
import { listSuccessions, listUnitNamesOn } from '../org/org.store.ts'
import { listPastReturns } from './flags.store.ts'
import type { StoredRequest } from './request.store.ts'

/** The mergers and splits some units came out of by the cut-off, newest last, with the last figures each unit before told. */
export async function listChanges(
  ctx: Pick<Context, 'tx'>,
  { formKey, cutoff }: StoredRequest,
  { unitIds, since }: { readonly unitIds: readonly string[]; readonly since: PlainDate },
): Promise<(unitId: string) => UnitChange[]> {
  const around = (await listSuccessions(ctx.tx, unitIds)).filter(({ on }) => since <= on && on <= cutoff)
  if (around.length === 0) return () => []
  const anyBefore = [...unitIds, ...around.map(({ fromUnitId }) => fromUnitId)]
  const names = await listUnitNamesOn(ctx.tx, anyBefore, [...new Set(around.map(({ on }) => addDays(on, -1)))])
  const past = await listPastReturns(ctx.tx, anyBefore, { formKey, since, before: cutoff })
  return unitId => {
    const own = around.filter(step => step.fromUnitId === unitId || step.toUnitId === unitId)
    return [...Map.groupBy(own, step => step.on)].map(([on, steps]) => {
      const before = [...new Set([unitId, ...steps.map(({ fromUnitId }) => fromUnitId)])].flatMap(id => {
        const name = names.get(addDays(on, -1))?.get(id)
        const last = past.find(told => told.unitId === id && told.cutoff < on)
        return name === undefined ? [] : [{ name, values: new Map(Object.entries(last?.content.values ?? {})) }]
      })
      return { on, kind: kindOf(steps, before.length), before }
    })
  }
}

/** What came out of one unit alone, and not as the whole of it, was split off. */
function kindOf(steps: readonly Succession[], before: number): UnitChange['kind'] {
  return before === 1 && steps.some(({ extent }) => extent === 'part') ? 'split' : 'merger'
}
