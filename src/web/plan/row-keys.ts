import type { KeyboardEvent } from 'react'

/** Arrows go up and down the rows of a tree, left folds or goes to the whole, right opens; the rest is the browser's. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-task-row]') : null
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-task-row]')]
  const at = rows.indexOf(row)
  const fold = row.querySelector<HTMLElement>('button[aria-expanded]')
  const isOpen = fold?.getAttribute('aria-expanded') === 'true'
  const places: Readonly<Record<string, HTMLElement | undefined>> = {
    ArrowDown: rows[at + 1],
    ArrowUp: rows[at - 1],
    Home: rows[0],
    End: rows.at(-1),
    ArrowLeft: isOpen ? undefined : rows.slice(0, at).findLast(other => depthOf(other) < depthOf(row)),
  }
  if ((event.key === 'ArrowLeft' && isOpen) || (event.key === 'ArrowRight' && fold && !isOpen)) {
    event.preventDefault()
    fold?.click()
    return
  }
  const link = places[event.key]?.querySelector<HTMLElement>('a')
  if (!link) return
  event.preventDefault()
  link.focus()
}

function depthOf(row: HTMLElement): number {
  return Number(row.dataset['depth'] ?? 0)
}
