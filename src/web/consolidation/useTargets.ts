import { useQueries } from '@tanstack/react-query'
import type { Target } from '#domain/plan/plan.ts'
import { ask } from '../api.ts'
import { useAsk } from '../app/queries.ts'

/** What the plans of a unit set out to reach in a year; null until known, and where no goal can be held against it. */
export function useTargets(of: { readonly unitId: string; readonly year: number } | null): readonly Target[] | null {
  const plans = useAsk('plan.list', of ?? { unitId: '' }, { enabled: of !== null })
  const isOwn = (ownerUnitId: string): boolean => ownerUnitId === of?.unitId
  return useQueries({
    queries: (of ? (plans.data ?? []) : [])
      .filter(({ ownerUnitId }) => isOwn(ownerUnitId))
      .map(({ id }) => ({ queryKey: ['plan.one', { id }], queryFn: () => ask('plan.one', { id }) })),
    combine: results =>
      plans.data && results.every(({ isSuccess }) => isSuccess) ? results.flatMap(({ data }) => data?.targets ?? []) : null,
  })
}
