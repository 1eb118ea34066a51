import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { indicatorRefusals } from '#contract/indicator.ts'
import { sayRefusal } from '#contract/refusal-text.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { printValue } from '#domain/indicator/read-value.ts'
import { cellKey, type Unread } from '#domain/request/places.ts'
import { moveFrom } from './figure-keys.ts'
import { offerFor, useLook } from './look.ts'
import classes from './return.module.css'

type CellParts = {
  readonly indicator: Indicator
  /** What a screen reader calls it, with the column where there are several. */
  readonly label: string
  readonly column: number
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>, code: string) => void
  readonly onFocus: (code: string) => void
}

/** One figure to be typed. While somebody is in it, it keeps the signs they typed. */
export function FigureCell({ indicator, label, column, onPaste, onFocus }: CellParts) {
  const look = useLook()
  const { view, writing } = look
  const [typing, setTyping] = useState<string | null>(null)
  if (!writing) return null
  const { desk, state } = writing
  const { code } = indicator
  const key = cellKey(code)
  const shown = state.words[key] ?? ''
  const why = state.unread.get(key)
  const offered = offerFor(look, code)
  const below = view.below[code]

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === '=' && offered) {
      event.preventDefault()
      setTyping(null)
      desk.type(key, printValue(offered))
      return
    }
    if (event.key === 'Escape' && typing !== null) event.currentTarget.blur()
    moveFrom(event)
  }

  return (
    <>
      <input
        className={classes.cell}
        data-place={key}
        data-column={column}
        inputMode="text"
        autoComplete="off"
        placeholder={below && below.whole === below.of ? `cấp dưới: ${printValue(below.value)}` : 'chưa có số liệu'}
        aria-label={`${label} (${indicator.unit})`}
        aria-invalid={why !== undefined || undefined}
        aria-describedby={why && `${key}:why`}
        value={typing ?? shown}
        onFocus={event => {
          const bare = ungrouped(shown)
          setTyping(bare)
          onFocus(code)
          selectAll(event.currentTarget, bare)
        }}
        onBlur={() => setTyping(null)}
        onChange={event => {
          setTyping(event.currentTarget.value)
          desk.type(key, event.currentTarget.value)
        }}
        onKeyDown={press}
        onPaste={event => {
          onPaste(event, code)
          if (event.defaultPrevented) setTyping(null)
        }}
      />
      {why && (
        <span id={`${key}:why`} role="alert" className={classes.why}>
          {sayUnread(why)}
        </span>
      )}
    </>
  )
}

/** At once for whoever types on without looking; and again after a click, which puts the caret down later, unless something was typed by then. */
function selectAll(input: HTMLInputElement, text: string): void {
  const select = (): void => {
    if (input.value === text) input.select()
  }
  queueMicrotask(select)
  requestAnimationFrame(select)
}

/** `1.234` as one would type it, so that a digit can be added in the middle. */
function ungrouped(text: string): string {
  return text.replace(/(?<=\d)\.(?=\d{3})/gu, '')
}

export function sayUnread({ code, details }: Unread): string {
  return sayRefusal(indicatorRefusals[code], details)
}
