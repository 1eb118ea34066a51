import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

/**
 * A table of fields is filled by the keyboard alone: the arrows go up and down a column and, from the ends of what is typed,
 * along the row; Enter goes down, from the last row to the top of the next column, and from the last field to the button.
 */
export function moveInGrid(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
  const { key, currentTarget: input } = event
  const next = nextField(key, input)
  if (next === undefined) return
  event.preventDefault()
  next?.focus()
}

/** Undefined: the key is the browser's; null: there is nothing further that way. */
function nextField(key: string, input: HTMLInputElement): HTMLElement | null | undefined {
  const row = input.closest('tr')
  const column = input.closest('td')?.cellIndex ?? -1
  if (!row) return undefined
  if (key === 'ArrowUp') return fieldFrom(row, 'previousElementSibling', column)
  if (key === 'ArrowDown') return fieldFrom(row, 'nextElementSibling', column)
  if (key === 'Enter') return fieldFrom(row, 'nextElementSibling', column) ?? firstOfNextColumn(row, column) ?? submitOf(input)
  if (key === 'ArrowLeft' && input.selectionStart === 0) return alongRow(row, input, -1)
  if (key === 'ArrowRight' && input.selectionEnd === input.value.length) return alongRow(row, input, 1)
  return undefined
}

/** Of the next row that has one: rows that head others are passed over. */
function fieldFrom(from: Element, way: 'previousElementSibling' | 'nextElementSibling', column: number): HTMLInputElement | null {
  for (let row = from[way]; row; row = row[way]) {
    const field = row instanceof HTMLTableRowElement ? row.cells[column]?.querySelector('input') : null
    if (field) return field
  }
  return null
}

function firstOfNextColumn(row: HTMLTableRowElement, column: number): HTMLInputElement | null {
  const top = row.parentElement?.querySelector('tr:has(input)') ?? null
  const cells = top instanceof HTMLTableRowElement ? [...top.cells] : []
  return cells.slice(column + 1).flatMap(cell => cell.querySelector('input') ?? [])[0] ?? null
}

function alongRow(row: HTMLTableRowElement, input: HTMLInputElement, step: 1 | -1): HTMLInputElement | null {
  const fields = [...row.querySelectorAll('input')]
  return fields[fields.indexOf(input) + step] ?? null
}

function submitOf(input: HTMLInputElement): HTMLElement | null {
  return input.form?.querySelector<HTMLElement>('button[type="submit"]') ?? null
}

/** Whoever opens the table types at once: the caret stands in its first field. */
export function useFirstCell(): RefObject<HTMLTableElement | null> {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const first = table.current?.querySelector('input')
    first?.setAttribute('data-autofocus', 'true') // a window over the page puts the caret where this stands
    first?.focus()
  }, [])
  return table
}
