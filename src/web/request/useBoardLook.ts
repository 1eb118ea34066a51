import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { type BoardSet, boardSets } from '#domain/request/board.ts'
import { type Level, levels } from '#domain/request/request.ts'
import { useSession } from '../app/session.tsx'

const route = getRouteApi('/frame/bao-cao/dot/$requestId')

type Address = ReturnType<typeof route.useSearch>

/** What of the board is looked at; all of it stands in the address. */
export type BoardLook = {
  readonly on: PlainDate
  /** Only what is so today can be acted on. */
  readonly isToday: boolean
  readonly level: Level | undefined
  readonly set: BoardSet | undefined
  readonly search: string | undefined
  readonly isAnswering: boolean
  /** What changed below after it was taken. */
  readonly isLookingAgain: boolean
  readonly change: (patch: Partial<Address>) => void
}

export function useBoardLook(): BoardLook {
  const { ngay, cap, la, tim, xem } = route.useSearch()
  const navigate = useNavigate()
  const { today } = useSession()
  const on = ngay && isPlainDate(ngay) ? ngay : today
  const set = boardSets.find(known => known === la)
  return {
    on,
    isToday: on === today,
    level: levels.find(known => known === cap),
    set,
    search: tim,
    isAnswering: xem === 'cho',
    isLookingAgain: xem === 'khac',
    change: patch => void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true }),
  }
}
