import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId, useUnits } from '../app/units.ts'
import { PlotSheet } from '../plot/PlotSheet.tsx'
import type { Plot } from '../plot/plot.ts'
import { type Behind, toAddress } from './behind.ts'

/** A plot of the year: which are shown as tables stands in the address, and each mark opens what stands behind it. */
export function OverviewSheet({ plot, controls }: { plot: Plot<Behind>; controls?: ReactNode }) {
  const { bang } = useSearch({ from: '/frame/tong-quan' })
  const navigate = useNavigate()
  const about = useAbout()
  const tables = (bang ?? '').split('.').filter(Boolean)

  function look(isTable: boolean): void {
    const next = isTable ? [...tables, plot.key] : tables.filter(key => key !== plot.key)
    void navigate({ to: '.', search: before => ({ ...before, bang: next.join('.') || undefined }), replace: true, resetScroll: false })
  }

  function open(behind: Behind): void {
    if (behind.what === 'titles') return void navigate({ to: '/danh-hieu', search: { nam: String(behind.year) } })
    if (behind.what === 'merit') {
      const { honour, year, on, measure } = behind
      return void navigate({ to: '/danh-hieu/so-lieu', search: { dh: honour, nam: String(year), ngay: on, mo: measure ?? undefined } })
    }
    void navigate({ to: '.', search: before => ({ ...before, mo: toAddress(behind) }), resetScroll: false })
  }

  return <PlotSheet plot={plot} about={about} isTable={tables.includes(plot.key)} onTable={look} onOpen={open} controls={controls} />
}

function useAbout(): string[] {
  const { today, isDemonstration } = useSession()
  const unitName = useUnits().nameOf(useUnitId())
  return [unitName, `tính đến ngày ${formatDay(today)}`, ...(isDemonstration ? ['dữ liệu minh họa'] : [])]
}
