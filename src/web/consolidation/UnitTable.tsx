import type { FigureTableView, UnitFigures } from '#contract/consolidation.ts'
import type { FlagView } from '#contract/return.ts'
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
type TableParts = {
  readonly view: FigureTableView
  readonly table: FigureTable
  readonly flags: readonly FlagView[]
  readonly onOpen: OnOpen
}

/** One table of the form: the unit as a whole, and under it a row to each that hands in to it. */
export function UnitTable({ view, table, flags, onOpen }: TableParts) {
  const asked = new Set(flags.filter(({ kept }) => kept === null).flatMap(({ places }) => places.map(({ key }) => key)))
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
                        <Cell row={row} column={column} isAsked={row === unit && asked.has(column.code)} onOpen={onOpen} />
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

type CellParts = {
  readonly row: UnitFigures
  readonly column: NamedThing
  /** Something is asked about this sum, and nobody said yet why it stays. */
  readonly isAsked?: boolean
  readonly onOpen: OnOpen
}

function Cell({ row, column, isAsked, onOpen }: CellParts) {
  if (column.baseCode !== undefined) return <ShareCell row={row} column={column} onOpen={onOpen} />
  const figure = figureIn(row, column.code)
  if (!figure) return <span className="soft">không hỏi</span>
  if (figure.words === null) return figure.notAdded ? <Opens row={row} column={column} onOpen={onOpen} words="không cộng" /> : <None />
  return (
    <Opens
      row={row}
      column={column}
      isAsked={isAsked ?? false}
      onOpen={onOpen}
      words={figure.words}
      second={figure.source === 'partly' ? `${formatNumber(figure.coverage.whole)}/${formatNumber(figure.coverage.of)} đơn vị` : null}
    />
  )
}

/** A share stands over the two counts it is made of, which may be fewer units than the counts beside it. */
function ShareCell({ row, column, onOpen }: CellParts) {
  const share = shareIn(row, column)
  if (!share?.words) return <None />
  return (
    <Opens
      row={row}
      column={column}
      onOpen={onOpen}
      words={share.words}
      second={`${formatNumber(share.numerator.count)}/${formatNumber(share.denominator.count)}`}
    />
  )
}

type OpensParts = CellParts & { readonly words: string; readonly second?: string | null }

/** A number with what stands under it, as one thing to press. */
function Opens({ row, column, isAsked, onOpen, words, second = null }: OpensParts) {
  return (
    <button
      type="button"
      className="opens"
      data-asked={isAsked || undefined}
      aria-label={`${row.unitName}, ${column.name}: ${words}${second ? `, ${second}` : ''}${isAsked ? ', cần xem lại' : ''}. Mở`}
      onClick={() => onOpen({ code: column.code, baseCode: column.baseCode }, row.unitId)}
    >
      {words}
      {second && <span className="soft small">{second}</span>}
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
