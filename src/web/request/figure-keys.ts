import type { KeyboardEvent } from 'react'

/** Cells of a form stand one below the other over all its tables: Enter and the arrows go through them, Tab as anywhere. */
export function moveFrom(event: KeyboardEvent<HTMLInputElement>): void {
  const { key, currentTarget: input } = event
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const isUp = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey)
  if (isUp || key === 'ArrowDown' || key === 'Enter') {
    event.preventDefault()
    const column = input.dataset['column']
    const inColumn = figureInputs().filter(other => other === input || other.dataset['column'] === column)
    goTo(inColumn[inColumn.indexOf(input) + (isUp ? -1 : 1)])
  }
  const isLeft = key === 'ArrowLeft' && input.selectionStart === 0
  const isRight = key === 'ArrowRight' && input.selectionEnd === input.value.length
  if (!isLeft && !isRight) return
  const inRow = [...(input.closest('tr')?.querySelectorAll<HTMLInputElement>(figures) ?? [])]
  const next = inRow[inRow.indexOf(input) + (isLeft ? -1 : 1)]
  if (!next) return
  event.preventDefault()
  goTo(next)
}

/** The caret goes to a figure, or to the words of a part. */
export function goToPlace(key: string): void {
  // A flag names a share without its base: the first one shown.
  const name = CSS.escape(key)
  const place = document.querySelector<HTMLElement>(`[data-place="${name}"], [data-place^="${name}@"]`)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}

const figures = 'input[data-column]'

function figureInputs(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(figures)]
}

function goTo(input: HTMLInputElement | undefined): void {
  input?.focus()
  input?.select()
}
