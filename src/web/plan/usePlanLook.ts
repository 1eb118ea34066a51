import { getRouteApi, useNavigate } from '@tanstack/react-router'

const route = getRouteApi('/frame/ke-hoach/$planId')

type Look = ReturnType<typeof route.useSearch>

/** What of the plan is looked at, from the address and back to it. */
export function usePlanLook(): [Look, (patch: Partial<Look>) => void] {
  const search = route.useSearch()
  const navigate = useNavigate()
  return [search, patch => void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true, resetScroll: false })]
}
