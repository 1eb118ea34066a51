import { CloseButton, VisuallyHidden } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useId } from 'react'
import { themeWords } from '#contract/plan.ts'
import { type CellFault, type ReadRow, type TaskColumn, taskColumns } from '#domain/plan/task-table.ts'
import type { NamedUnit } from '#domain/plan/unit-names.ts'
import classes from './entry.module.css'
import { cellAbove, type EntryRow, type Place } from './entry-rows.ts'
import { columnWords, proposals, sayFault } from './fault-words.ts'

type GridParts = {
  readonly rows: readonly EntryRow[]
  readonly read: readonly ReadRow[]
  readonly refusals: ReadonlyMap<string, string>
  /** While one types, an empty cell is no mistake yet. */
  readonly showsMissing: boolean
  readonly units: readonly NamedUnit[]
  readonly onCell: (place: Place, text: string) => void
  readonly onPaste: (event: ClipboardEvent, place: Place) => void
  readonly onFocus: (place: Place) => void
  readonly onNext: (row: number, column: TaskColumn) => void
  readonly onDrop: (row: number) => void
}

/** Several lines fit into these; the others are one line. */
const tall: readonly TaskColumn[] = ['name', 'instruction', 'supporting', 'expectedProduct']

/** The grid tasks are typed into; what is wrong stands under its cell, with what may have been meant. */
export function EntryGrid(parts: GridParts) {
  const lists = useId()
  const readOf = new Map(parts.read.map(row => [row.id, row]))
  return (
    <section className={classes.scroll} aria-label="Bảng nhập việc" tabIndex={-1}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">Dòng</th>
            {taskColumns.map(column => (
              <th key={column} scope="col" data-column={column}>
                {columnWords[column]}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>Bỏ dòng</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.rows.map((row, i) => (
            <GridRow key={row.id} row={row} at={i} read={readOf.get(row.id)} lists={lists} parts={parts} />
          ))}
        </tbody>
      </table>
      <datalist id={`${lists}theme`}>
        {Object.values(themeWords).map(word => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <datalist id={`${lists}lead`}>
        {parts.units.map(unit => (
          <option key={unit.unitId} value={unit.name} />
        ))}
      </datalist>
    </section>
  )
}

type GridRowParts = {
  readonly row: EntryRow
  readonly at: number
  readonly read: ReadRow | undefined
  readonly lists: string
  readonly parts: GridParts
}

function GridRow({ row, at, read, lists, parts }: GridRowParts) {
  const refusal = parts.refusals.get(row.id)
  return (
    <>
      <tr>
        <th scope="row" className={classes.rowNumber}>
          {at + 1}
        </th>
        {taskColumns.map(column => {
          const fault = read?.faults[column]
          const shown = fault && (fault.kind !== 'missing' || parts.showsMissing) ? fault : undefined
          return (
            <GridCell
              key={column}
              place={{ row: at, column }}
              text={row.cells[column]}
              standsFor={sameAs(row, column)}
              fault={shown}
              lists={lists}
              parts={parts}
            />
          )
        })}
        <td>
          <CloseButton size="sm" aria-label={`Bỏ dòng ${at + 1}`} onClick={() => parts.onDrop(at)} />
        </td>
      </tr>
      {refusal && parts.showsMissing && (
        <tr>
          <td />
          <td colSpan={taskColumns.length + 1} className={classes.refused} role="alert">
            {refusal}
          </td>
        </tr>
      )}
    </>
  )
}

/** A task with words in one of these columns only has the same in the other. */
function sameAs({ cells }: EntryRow, column: TaskColumn): string | undefined {
  if (column === 'name' && cells.instruction !== '') return 'như nội dung'
  return column === 'instruction' && cells.name !== '' ? 'như tên việc' : undefined
}

type CellParts = {
  readonly place: Place
  readonly text: string
  /** What an empty cell is taken as. */
  readonly standsFor: string | undefined
  readonly fault: CellFault | undefined
  readonly lists: string
  readonly parts: GridParts
}

function GridCell({ place, text, standsFor, fault, lists, parts }: CellParts) {
  const { row, column } = place
  const says = useId()
  const common = {
    'aria-label': `Dòng ${row + 1}, ${columnWords[column]}`,
    'aria-invalid': fault !== undefined || undefined,
    'aria-describedby': fault ? says : undefined,
    'data-row': row,
    'data-column': column,
    className: classes.cell,
    value: text,
    placeholder: standsFor,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => parts.onCell(place, event.currentTarget.value),
    onPaste: (event: ClipboardEvent) => parts.onPaste(event, place),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      moveInGrid(event, place, { ...parts, isSettled: fault === undefined }),
  }
  return (
    <td data-column={column}>
      {tall.includes(column) ? (
        <textarea rows={1} {...common} />
      ) : (
        <input title={text} {...common} {...(column === 'theme' || column === 'lead' ? { list: `${lists}${column}` } : {})} />
      )}
      {fault && (
        <div id={says} className={classes.fault}>
          {sayFault(column, fault)}{' '}
          {proposals(text, fault).map(({ label, cell }) => (
            <button key={label} type="button" className={classes.take} onClick={() => parts.onCell(place, cell)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </td>
  )
}

function moveInGrid(
  event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>,
  { row, column }: Place,
  { rows, isSettled, onCell, onFocus, onNext }: GridParts & { readonly isSettled: boolean },
): void {
  const { currentTarget: field, key } = event
  if (event.nativeEvent.isComposing) return
  if (key === 'd' && event.ctrlKey) {
    event.preventDefault()
    onCell({ row, column }, cellAbove(rows, { row, column }))
  } else if (key === 'Enter' && event.ctrlKey) {
    event.preventDefault()
    field.form?.requestSubmit()
  } else if (key === 'Enter' && !event.shiftKey) {
    event.preventDefault()
    onNext(row, column)
  } else if ((key === 'ArrowUp' || key === 'ArrowDown') && !event.shiftKey && !event.altKey) {
    const next = row + (key === 'ArrowUp' ? -1 : 1)
    const atEdge = key === 'ArrowUp' ? field.selectionStart === 0 : field.selectionEnd === field.value.length
    // A list of choices is open while a word is half typed; a long text is walked through line by line first.
    if (!isSettled || (field.value.includes('\n') && !atEdge) || next < 0 || next >= rows.length) return
    event.preventDefault()
    onFocus({ row: next, column })
  } else if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const edge = key === 'ArrowLeft' ? 0 : field.value.length
    const step = taskColumns[taskColumns.indexOf(column) + (key === 'ArrowLeft' ? -1 : 1)]
    if (event.shiftKey || !step || field.selectionStart !== edge || field.selectionEnd !== edge) return
    event.preventDefault()
    onFocus({ row, column: step })
  }
}
