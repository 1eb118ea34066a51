import type { FigureTableView, UnitFigures } from '#contract/consolidation.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Missing } from '../kit/Facts.tsx'
import { ListExport } from '../kit/ListExport.tsx'
import { numberColumn, textColumn } from '../kit/list-sheet.ts'
import { Sheet } from '../kit/Rows.tsx'
import classes from './consolidation.module.css'
import { coverageOf, type FigureTable, figureIn } from './tables.ts'

type TableParts = {
  readonly view: FigureTableView
  readonly table: FigureTable
  readonly onOpen: (code: string, unitId: string) => void
}

/** One table of the form, a unit to a row and the unit they hand in to below them. */
export function UnitTable({ view, table: { heading, columns }, onOpen }: TableParts) {
  const { unit, parts } = view
  const about = useListAbout(view.title, `chốt số liệu ngày ${formatDay(view.cutoff)}`, view.note)
  const sheetColumns = [
    textColumn<UnitFigures>('Đơn vị', 30, ({ unitName }) => unitName),
    ...columns.flatMap(({ code, name, countUnit }) => [
      numberColumn<UnitFigures>(`${name} (${countUnit})`, 14, row => figureIn(row, code)?.value?.count),
      textColumn<UnitFigures>(`${name}: đã có số của`, 20, row => {
        const figure = figureIn(row, code)
        return figure && coverageOf(figure)
      }),
    ]),
  ]
  return (
    <Sheet
      title={heading}
      actions={<ListExport title={heading} about={about} columns={sheetColumns} rows={() => Promise.resolve([...parts, unit])} />}
    >
      <section className={classes.frame} aria-label={`Bảng ${heading}`} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {columns.map(({ code, name, countUnit }) => (
                <th key={code} scope="col">
                  {name} <span>({countUnit})</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...parts, unit].map(row => (
              <tr key={row.unitId} data-total={row === unit || undefined}>
                <th scope="row">{row === unit ? `Cả ${row.unitName}` : row.unitName}</th>
                {columns.map(({ code, name }) => (
                  <td key={code}>
                    <Cell row={row} code={code} name={name} onOpen={onOpen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Sheet>
  )
}

type CellParts = { readonly row: UnitFigures; readonly code: string; readonly name: string; readonly onOpen: TableParts['onOpen'] }

function Cell({ row, code, name, onOpen }: CellParts) {
  const figure = figureIn(row, code)
  if (!figure) return <span className="soft">không hỏi</span>
  if (figure.words === null) return figure.notAdded ? <span className="soft">không cộng</span> : <Missing />
  const isPartly = figure.source === 'partly'
  return (
    <>
      <button
        type="button"
        className={classes.opens}
        aria-label={`${row.unitName}, ${name}: ${figure.words}. Mở`}
        onClick={() => onOpen(code, row.unitId)}
      >
        {figure.words}
      </button>
      {isPartly && <span className="soft small">{coverageOf(figure)}</span>}
    </>
  )
}
