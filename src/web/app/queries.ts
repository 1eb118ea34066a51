import { keepPreviousData, QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Answer, ParamsInput, QueryName } from '#contract/index.ts'
import { ask, Refused } from '../api.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && error instanceof Refused && error.refusal.code === 'web.unreached',
    },
  },
})

export type Asked<Name extends QueryName> = UseQueryResult<Answer<Name>>

/** Reads by name and keeps the answer; `enabled: false` waits; `keepsPrevious` shows the last rows while a search runs. */
export function useAsk<Name extends QueryName>(
  name: Name,
  params: ParamsInput<Name>,
  options: { enabled?: boolean; keepsPrevious?: boolean } = {},
): Asked<Name> {
  return useQuery({
    queryKey: [name, params],
    queryFn: () => ask(name, params),
    enabled: options.enabled ?? true,
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  }) as Asked<Name>
}

/** After a change: what was read before about these words is read anew. */
export function readAnew(...words: readonly string[]): Promise<void> {
  return queryClient.invalidateQueries({ predicate: query => words.some(word => String(query.queryKey[0]).startsWith(`${word}.`)) })
}

/** The answer of a command is itself the newest state: put it where the screen reads. */
export function keepAnswer<Name extends QueryName>(name: Name, params: ParamsInput<Name>, answer: Answer<Name>): void {
  queryClient.setQueryData([name, params], answer)
}
