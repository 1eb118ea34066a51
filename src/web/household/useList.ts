import { useQuery } from '@tanstack/react-query'
import type { HouseholdListImport, ListSummary } from '#contract/household-list.ts'
import { ask } from '../api.ts'

/** While it is at work its progress is asked for each second. */
const askEveryMs = 1000

export function useList(id: string) {
  return useQuery<HouseholdListImport>({
    queryKey: ['household.oneList', { id }],
    queryFn: () => ask('household.oneList', { id }),
    refetchInterval: query => (query.state.data?.isAtWork ? askEveryMs : false),
  })
}

export function sayListState({ state, isAtWork }: Pick<ListSummary, 'state' | 'isAtWork'>): string {
  if (isAtWork) return state === 'trying' ? 'đang xem trước' : 'đang nạp'
  if (state === 'taking') return 'dừng giữa chừng'
  if (state === 'taken') return 'đã nạp'
  return state === 'tried' ? 'đã xem trước' : 'chờ chỉ cột'
}
