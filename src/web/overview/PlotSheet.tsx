import { Button, VisuallyHidden } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { useSession } from '../app/session.tsx'
import { useUnitId, useUnits } from '../app/units.ts'
import { ListExport } from '../kit/ListExport.tsx'
import type { SheetColumn } from '../kit/list-sheet.ts'
import { Sheet } from '../kit/Rows.tsx'
import { type Behind, toAddress } from './behind.ts'
import { Chart } from './Chart.tsx'
import { Legend } from './Legend.tsx'
import classes from './overview.module.css'
import { PlotTable } from './PlotTable.tsx'
import type { Drawing, Plot, PlotCell } from './plot.ts'

/** One plot: what it is, the drawing or the table, and both as files. */
export function PlotSheet({ plot, controls }: { plot: Plot; controls?: ReactNode }) {
  const { bang } = useSearch({ from: '/frame/tong-quan' })
  const navigate = useNavigate()
  const about = useAbout()
  const tables = (bang ?? '').split('.').filter(Boolean)
  const { drawing } = plot
  const isTable = !drawing || tables.includes(plot.key)

  function toggle(): void {
    const next = isTable ? tables.filter(key => key !== plot.key) : [...tables, plot.key]
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

  return (
    <Sheet
      title={plot.title}
      actions={
        <>
          {drawing && (
            <>
              <Button variant="subtle" aria-label={`${isTable ? 'Xem hình' : 'Xem bảng'}: ${plot.title}`} onClick={toggle}>
                {isTable ? 'Xem hình' : 'Xem bảng'}
              </Button>
              <PictureButton plot={plot} drawing={drawing} about={about} />
            </>
          )}
          <ListExport title={plot.title} about={about} columns={columnsOf(plot)} rows={() => Promise.resolve(plot.table.rows)} />
        </>
      }
    >
      <p className="soft">{plot.note}</p>
      <div className={classes.above}>
        {!isTable && <Legend entries={plot.legend} />}
        {controls}
      </div>
      {isTable ? (
        <PlotTable plot={plot} onOpen={open} />
      ) : (
        <>
          <Chart plot={plot} drawing={drawing} onOpen={mark => open(mark.behind)} />
          <VisuallyHidden>
            <PlotTable plot={plot} />
          </VisuallyHidden>
        </>
      )}
    </Sheet>
  )
}

function PictureButton({ plot, drawing, about }: { plot: Plot; drawing: Drawing; about: readonly string[] }) {
  const [isWorking, setWorking] = useState(false)
  const [failed, setFailed] = useState(false)
  async function keep(): Promise<void> {
    setWorking(true)
    setFailed(false)
    try {
      const { keepPicture } = await import('./picture.ts')
      await keepPicture(plot, drawing, about)
    } catch {
      setFailed(true)
    }
    setWorking(false)
  }
  return (
    <>
      <span role="status" className="soft small">
        {failed && 'Chưa tải được ảnh; thử lại.'}
      </span>
      <Button variant="subtle" loading={isWorking} aria-label={`Tải ảnh: ${plot.title}`} onClick={() => void keep()}>
        Tải ảnh
      </Button>
    </>
  )
}

/** Whose figures and as of when: said on everything that leaves the page. */
function useAbout(): string[] {
  const { today, isDemonstration } = useSession()
  const unitName = useUnits().nameOf(useUnitId())
  return [unitName, `tính đến ngày ${formatDay(today)}`, ...(isDemonstration ? ['dữ liệu minh họa'] : [])]
}

function columnsOf({ table }: Plot): SheetColumn<readonly PlotCell[]>[] {
  return table.heads.map((head, i) => ({
    head,
    width: i === 0 ? 44 : 16,
    of: row => {
      const value = row[i]?.value ?? null
      return value === null ? null : typeof value === 'number' ? { count: value } : { text: value }
    },
  }))
}
