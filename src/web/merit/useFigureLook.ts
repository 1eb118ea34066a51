import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ParamsInput } from '#contract/index.ts'
import { isPlainDate, yearOf } from '#domain/calendar/plain-date.ts'
import { type Measure, measures } from '#domain/merit/counts.ts'
import { countedHonours, type FiguredHonour } from '#domain/merit/holders.ts'
import { isOwnHonour } from '#domain/title/own-honour.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { honourWord } from '../title/law-lines.ts'
import { useOwnTitles } from '../title/useOwnTitles.ts'

const route = getRouteApi('/frame/danh-hieu/so-lieu')

/** What of the figures is looked at: all of it stands in the address. */
export function useFigureLook() {
  const address = route.useSearch()
  const navigate = useNavigate()
  const { today } = useSession()
  const unitId = useUnitId()
  const own = useOwnTitles(unitId)
  const chosen = address.dh ?? ''
  const honour: FiguredHonour = isOwnHonour(chosen) ? chosen : (countedHonours.find(known => known === chosen) ?? 'culturalFamily')
  const year = /^2[01]\d\d$/u.test(address.nam ?? '') ? String(address.nam) : String(yearOf(today))
  const on = address.ngay && isPlainDate(address.ngay) ? address.ngay : undefined
  const tree = address.cay && isPlainDate(address.cay) ? address.cay : undefined
  const asked: ParamsInput<'merit.figures'> = { unitId, honour, year, ...(on && { on }), ...(tree && { tree }) }
  const measure = measures.find(known => known === address.mo)
  const change = (patch: Partial<typeof address>): void =>
    void navigate({ to: '.', search: before => ({ ...before, ...patch }), replace: true, resetScroll: false })
  return {
    asked,
    honour,
    honourName: own.find(title => title.honour === honour)?.name ?? honourWord(honour),
    /** Every title there are figures of: those of the law, then those of the province's own. */
    honours: [...countedHonours.map(each => ({ honour: each, name: honourWord(each) })), ...own],
    year,
    on,
    tree,
    /** What percentages by unit are of. */
    base: address.tren === 'tat-ca' ? ('all' as const) : ('own' as const),
    /** The number whose rows are open. */
    opened: measure && { measure, unitId: address.noi ?? unitId, reason: measure === 'notReached' ? address.ly_do : undefined },
    open: (opened: Opened | null): void =>
      change({ mo: opened?.measure, noi: opened && opened.unitId !== unitId ? opened.unitId : undefined, ly_do: opened?.reason }),
    change,
  }
}
export type Opened = { readonly measure: Measure; readonly unitId: string; readonly reason?: string | undefined }
export type FigureLook = ReturnType<typeof useFigureLook>
