import type { FigureTableView, UnitFigures } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber, lowerFirst } from '#domain/kit/text.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Missing } from '../kit/Facts.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { Sheet } from '../kit/Rows.tsx'
import classes from './consolidation.module.css'
import { columnsFor } from './figure-sheet.ts'
import { type FigureTable, figureIn, isSilent, rowsOf, shareIn, toldColumns } from './tables.ts'
import { keyOf, type NamedThing, type Thing } from './things.ts'

type OnOpen = (thing: Thing, unitId: string) => void
type TableParts = { readonly view: FigureTableView; readonly table: FigureTable; readonly onOpen: OnOpen }

/** One table of the form: the unit as a whole, and under it a row to each that hands in to it. */
export function UnitTable({ view, table, onOpen }: TableParts) {
  const { unit } = view
  const { heading } = table
  const parts = rowsOf(view.parts, table)
  const { told: columns, untold } = toldColumns([unit, ...parts], table)
  const about = useListAbout(view.title, `chốt số liệu ngày ${formatDay(view.cutoff)}`, view.note)
  return (
    <Sheet
      title={heading}
      actions={
        <ListExport title={heading} about={about} columns={columnsFor(table, unit, parts)} rows={() => Promise.resolve([...parts, unit])} />
      }
    >
      {columns.length === 0 && (
        <p>
          <Missing>Chưa có số liệu nào trong bảng này.</Missing>
        </p>
      )}
      {columns.length > 0 && (
        <section className={classes.frame} aria-label={`Bảng ${heading}`} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                {columns.map(column => (
                  <th key={keyOf(column)} scope="col">
                    {column.name} <span>({column.countUnit})</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[unit, ...parts].map(row => (
                <tr key={row.unitId} data-total={row === unit || undefined}>
                  <th scope="row">{row === unit && parts.length > 0 ? `Cả ${row.unitName}` : row.unitName}</th>
                  {isSilent(row, table) ? (
                    <td colSpan={columns.length} data-silent>
                      <None />
                    </td>
                  ) : (
                    columns.map(column => (
                      <td key={keyOf(column)}>
                        <Cell row={row} column={column} onOpen={onOpen} />
                      </td>
                    ))
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {untold.length > 0 && (
        <p className="soft">
          {parts.length > 0 ? 'Chưa đơn vị nào báo' : 'Chưa báo'}: {untold.map(({ name }) => lowerFirst(name)).join('; ')}.
        </p>
      )}
    </Sheet>
  )
}

type CellParts = { readonly row: UnitFigures; readonly column: NamedThing; readonly onOpen: OnOpen }

function Cell({ row, column, onOpen }: CellParts) {
  if (column.baseCode !== undefined) return <ShareCell row={row} column={column} onOpen={onOpen} />
  const figure = figureIn(row, column.code)
  if (!figure) return <span className="soft">không hỏi</span>
  if (figure.words === null)
    return figure.notAdded ? (
      <Opens row={row} column={column} onOpen={onOpen}>
        không cộng
      </Opens>
    ) : (
      <None />
    )
  return (
    <>
      <Opens row={row} column={column} onOpen={onOpen}>
        {figure.words}
      </Opens>
      {figure.source === 'partly' && (
        <span className="soft small">
          {figure.coverage.whole}/{figure.coverage.of} đơn vị
        </span>
      )}
    </>
  )
}

/** A share stands over the two counts it is made of, which may be fewer units than the counts beside it. */
function ShareCell({ row, column, onOpen }: CellParts) {
  const share = shareIn(row, column)
  if (!share?.words) return <None />
  return (
    <>
      <Opens row={row} column={column} onOpen={onOpen}>
        {share.words}
      </Opens>
      <span className="soft small">
        {formatNumber(share.numerator.count)}/{formatNumber(share.denominator.count)}
      </span>
    </>
  )
}

function Opens({ row, column, onOpen, children }: CellParts & { children: string }) {
  return (
    <button
      type="button"
      className={classes.opens}
      aria-label={`${row.unitName}, ${column.name}: ${children}. Mở`}
      onClick={() => onOpen({ code: column.code, baseCode: column.baseCode }, row.unitId)}
    >
      {children}
    </button>
  )
}

/** In narrow columns many stand next to each other. */
function None() {
  return (
    <span className={classes.none}>
      <Missing />
    </span>
  )
}
