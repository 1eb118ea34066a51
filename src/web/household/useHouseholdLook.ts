import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { povertyWords } from '#contract/household.ts'
import { isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { povertyStandings } from '#domain/household/household.ts'
import { ask } from '../api.ts'
import { useUnitId } from '../app/units.ts'

const route = getRouteApi('/frame/so-ho')
const standings = [...povertyStandings, 'unknown'] as const

/** What of the register is looked at: all of it stands in the address. */
export function useHouseholdLook() {
  const address = route.useSearch()
  const navigate = useNavigate()
  const unitId = useUnitId()
  const on: PlainDate | undefined = address.ngay && isPlainDate(address.ngay) ? address.ngay : undefined
  const poverty = standings.find(known => known === address.dien)
  return {
    unitId,
    on,
    poverty,
    search: address.tim ?? '',
    isNarrowed: Boolean(address.tim || poverty),
    change: (patch: Partial<typeof address>) => void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true }),
  }
}
export type HouseholdLook = ReturnType<typeof useHouseholdLook>

/** Page by page, however long the list is. */
export function useHouseholdPages({ unitId, on, poverty, search }: HouseholdLook, isEnabled: boolean) {
  const filter = { unitId, search, ...(on && { on }), ...(poverty && { poverty }) }
  return useInfiniteQuery({
    queryKey: ['household.list', filter],
    queryFn: ({ pageParam }) => ask('household.list', { ...filter, ...(pageParam !== '' && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    enabled: isEnabled,
    placeholderData: before => before,
  })
}

export const povertyOptions = standings.map(value => ({ value, label: povertyWords[value] }))
