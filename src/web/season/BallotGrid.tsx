import { moveInGrid, useFirstCell } from '../kit/grid-keys.ts'
import { voteKinds, voteWords } from './ballots.ts'
import classes from './points.module.css'
import type { Cells } from './points.ts'

type GridParts = {
  readonly rows: readonly { readonly id: string; readonly headName: string }[]
  readonly noun: string
  readonly cells: Cells
  readonly faulty: ReadonlyMap<string, string>
  readonly onType: (id: string, typed: Cells[string]) => void
}

/** What the ballots say of each household, typed once by the keyboard; a row left empty goes with the list. */
export function BallotGrid({ rows, noun, cells, faulty, onType }: GridParts) {
  const table = useFirstCell()
  return (
    <div className={classes.frame}>
      <table ref={table} className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{noun}</th>
            {voteKinds.map(kind => (
              <th key={kind} scope="col">
                {voteWords[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, headName }) => (
            <GridRow
              key={id}
              name={headName}
              typed={cells[id] ?? nothing}
              faulty={faulty.get(id) ?? ''}
              onType={typed => onType(id, typed)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowParts = {
  readonly name: string
  readonly typed: Cells[string]
  readonly faulty: string
  readonly onType: (typed: Cells[string]) => void
}
const nothing: Cells[string] = {}

function GridRow({ name, typed, faulty, onType }: RowParts) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {voteKinds.map(kind => (
        <td key={kind}>
          <input
            className={classes.cell}
            inputMode="numeric"
            aria-label={`${name}, ${voteWords[kind].toLocaleLowerCase('vi')}`}
            aria-invalid={faulty.split(' ').includes(kind)}
            value={typed?.[kind] ?? ''}
            onChange={event => onType({ ...typed, [kind]: event.currentTarget.value })}
            onFocus={event => event.currentTarget.select()}
            onKeyDown={moveInGrid}
          />
        </td>
      ))}
    </tr>
  )
}
