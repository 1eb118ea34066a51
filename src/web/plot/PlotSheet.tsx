import { Button, VisuallyHidden } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ListExport } from '../kit/ListExport.tsx'
import type { SheetColumn } from '../kit/list-sheet.ts'
import { Sheet } from '../kit/Rows.tsx'
import { Chart } from './Chart.tsx'
import { Legend } from './Legend.tsx'
import { PlotTable } from './PlotTable.tsx'
import classes from './plot.module.css'
import type { Drawing, Plot, PlotCell } from './plot.ts'

type SheetParts<Behind> = {
  readonly plot: Plot<Behind>
  /** Whose figures and as of when: said on everything that leaves the page. */
  readonly about: readonly string[]
  /** The table is shown instead of the drawing. */
  readonly isTable: boolean
  readonly onTable: (isTable: boolean) => void
  readonly onOpen: (behind: Behind) => void
  readonly controls?: ReactNode
  /** What it leaves as, where a spreadsheet works more out than the table shows. */
  readonly asFile?: ReactNode
}

/** One plot: what it is, the drawing or the table, and both as files. */
export function PlotSheet<Behind>({ plot, about, isTable: isTableChosen, onTable, onOpen, controls, asFile }: SheetParts<Behind>) {
  const { drawing } = plot
  const isTable = !drawing || isTableChosen
  return (
    <Sheet
      title={plot.title}
      actions={
        <>
          {drawing && (
            <>
              <Button variant="subtle" aria-label={`${isTable ? 'Xem hình' : 'Xem bảng'}: ${plot.title}`} onClick={() => onTable(!isTable)}>
                {isTable ? 'Xem hình' : 'Xem bảng'}
              </Button>
              <PictureButton plot={plot} drawing={drawing} about={about} />
            </>
          )}
          {asFile ?? (
            <ListExport title={plot.title} about={about} columns={columnsOf(plot)} rows={() => Promise.resolve(plot.table.rows)} />
          )}
        </>
      }
    >
      <p className="soft">{plot.note}</p>
      <div className={classes.above}>
        {!isTable && <Legend entries={plot.legend} />}
        {controls}
      </div>
      {isTable ? (
        <PlotTable plot={plot} onOpen={onOpen} />
      ) : (
        <>
          <Chart plot={plot} drawing={drawing} onOpen={mark => onOpen(mark.behind)} />
          <VisuallyHidden>
            <PlotTable plot={plot} />
          </VisuallyHidden>
        </>
      )}
    </Sheet>
  )
}

type PictureParts = { readonly plot: Plot<unknown>; readonly drawing: Drawing; readonly about: readonly string[] }

function PictureButton({ plot, drawing, about }: PictureParts) {
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

function columnsOf({ table }: Plot<unknown>): SheetColumn<readonly PlotCell<unknown>[]>[] {
  return table.heads.map((head, i) => ({
    head,
    width: i === 0 ? 44 : 16,
    of: row => {
      const value = row[i]?.value ?? null
      return value === null ? null : typeof value === 'number' ? { count: value } : { text: value }
    },
  }))
}
