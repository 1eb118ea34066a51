import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ParamsInput } from '#contract/index.ts'
import { type ActivityKind, activityKinds, type Campaign, campaigns } from '#domain/activity/activity.ts'
import { addDays, formatDay, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { isMonth, type Month, monthOfDay } from './month.ts'
import { activityKindWords, campaignWords } from './words.ts'

const route = getRouteApi('/frame/hoat-dong')

export const activityViews = ['danh-sach', 'lich', 'anh'] as const
/** The list, the calendar, the wall of photos. */
export type ActivityLookView = (typeof activityViews)[number]

type Address = ReturnType<typeof route.useSearch>

/** What of the activities is looked at, and how: all of it stands in the address. */
export type ActivityLook = {
  readonly view: ActivityLookView
  readonly search: string | undefined
  readonly from: PlainDate | undefined
  /** The last day, as people say it. */
  readonly until: PlainDate | undefined
  readonly kind: ActivityKind | undefined
  readonly campaign: Campaign | undefined
  readonly month: Month
  readonly photoId: string | undefined
  /** For the list and the wall; the calendar sets its own days. */
  readonly filter: ParamsInput<'activity.list'>
  readonly isNarrowed: boolean
  /** The filter in words, for a list that is taken away. */
  readonly words: readonly string[]
  readonly change: (patch: Partial<Address>) => void
}

export function useActivityLook(): ActivityLook {
  const address = route.useSearch()
  const navigate = useNavigate()
  const unitId = useUnitId()
  const { today } = useSession()
  const from = dayIn(address.tu)
  const until = dayIn(address.den)
  const kind = activityKinds.find(known => known === address.loai)
  const campaign = campaigns.find(known => known === address.phong_trao)
  const search = address.tim
  return {
    view: activityViews.find(known => known === address.xem) ?? 'danh-sach',
    search,
    from,
    until,
    kind,
    campaign,
    month: address.thang && isMonth(address.thang) ? address.thang : monthOfDay(from ?? today),
    photoId: address.anh,
    filter: { unitId, search, from, until: until && addDays(until, 1), kind, campaign },
    isNarrowed: Boolean(search || from || until || kind || campaign),
    words: [
      search && `tìm “${search}”`,
      kind && activityKindWords[kind],
      campaign && campaignWords[campaign],
      from && `từ ${formatDay(from)}`,
      until && `đến ${formatDay(until)}`,
    ].filter(part => typeof part === 'string' && part !== '') as string[],
    change: patch => void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true }),
  }
}

function dayIn(text: string | undefined): PlainDate | undefined {
  return text && isPlainDate(text) ? text : undefined
}
