import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { FigureTableView } from '#contract/consolidation.ts'
import type { Asked } from '#domain/indicator/asked.ts'
import { useUnitId } from '../app/units.ts'
import { keyOf, type Thing, thingIn } from './things.ts'

const route = getRouteApi('/frame/bao-cao/tong-hop/$requestId')

export const ways = ['bang', 'so-sanh', 'cac-ky', 'loi-van', 'thay-doi'] as const
export type Way = (typeof ways)[number]
type Search = ReturnType<typeof route.useSearch>

/** What is opened: a number of a unit, and the units it was reached through, the uppermost first. */
type Opened = { readonly thing: Thing; readonly steps: readonly string[] }

export type ConsolidationLook = {
  readonly requestId: string
  readonly unitId: string
  readonly way: Way
  readonly search: Search
  readonly opened: Opened | null
  readonly set: (patch: Partial<Search>) => void
  readonly open: (thing: Thing, steps: readonly string[]) => void
  readonly close: () => void
}

/** What each way to look is given: the figures, what was asked, and where one is. */
export type TabParts = { readonly view: FigureTableView; readonly asked: Asked; readonly look: ConsolidationLook }

/** What is looked at and how; all of it stands in the address, so that it can be gone back to and sent to a colleague. */
export function useConsolidationLook(): ConsolidationLook {
  const { requestId } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate()
  const unitId = useUnitId()
  const go = (patch: Partial<Search>, replace: boolean): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace, resetScroll: false })
  return {
    requestId,
    unitId,
    search,
    way: ways.find(way => way === search.xem) ?? 'bang',
    opened: search.mo ? { thing: thingIn(search.mo), steps: search.noi?.split('.') ?? [unitId] } : null,
    set: patch => go(patch, true),
    open: (thing, steps) => go({ mo: keyOf(thing), noi: steps.join('.') }, false),
    close: () => go({ mo: undefined, noi: undefined }, false),
  }
}
