import { useQueries } from '@tanstack/react-query'
import { ask } from '../api.ts'
import { useAsk } from '../app/queries.ts'

export type TaskOption = { readonly value: string; readonly label: string; readonly planId: string }

/** Tasks of a unit's plans to choose from, those with parts left out: work belongs to the leaf. */
export function useTaskOptions(unitId: string): TaskOption[] {
  const plans = useAsk('plan.list', { unitId })
  return useQueries({
    queries: (plans.data ?? []).map(({ id }) => ({ queryKey: ['plan.one', { id }], queryFn: () => ask('plan.one', { id }) })),
    combine: results =>
      results.flatMap(({ data }) => {
        const parents = new Set(data?.tasks.map(task => task.parentTaskId))
        return (data?.tasks ?? [])
          .filter(task => !parents.has(task.id))
          .map(task => ({ value: task.id, label: task.name, planId: task.planId }))
      }),
  })
}
