import { formatNumber } from '#domain/kit/text.ts'
import { Missing } from '../kit/Facts.tsx'
import classes from './plot.module.css'
import type { Plot, PlotCell } from './plot.ts'

/** The same as the drawing, exactly: every number opens its rows. Without `onOpen` it is only read out. */
export function PlotTable<Behind>({ plot, onOpen }: { plot: Plot<Behind>; onOpen?: (behind: Behind) => void }) {
  const { heads, rows, missing } = plot.table
  return (
    <div {...(onOpen && { className: classes.tableFrame, role: 'region', tabIndex: 0, 'aria-label': `Bảng: ${plot.title}` })}>
      <table className={classes.table}>
        <caption className={classes.caption}>{plot.title}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], y) => (
            <tr key={y}>
              <th scope="row">{first?.value}</th>
              {cells.map((cell, x) => (
                <td key={x}>
                  <Cell cell={cell} missing={missing} says={`${first?.value}, ${heads[x + 1]}`} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type CellParts<Behind> = {
  readonly cell: PlotCell<Behind>
  readonly missing: string
  readonly says: string
  readonly onOpen: ((behind: Behind) => void) | undefined
}

function Cell<Behind>({ cell: { value, behind }, missing, says, onOpen }: CellParts<Behind>) {
  if (value === null) return <Missing>{missing}</Missing>
  const shown = typeof value === 'number' ? formatNumber(value) : value
  if (!behind || !onOpen) return shown
  return (
    <button type="button" className="opens" aria-label={`${says}: ${shown}. Mở`} onClick={() => onOpen(behind)}>
      {shown}
    </button>
  )
}
