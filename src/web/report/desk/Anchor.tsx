import type { Ref } from 'react'
import { createPortal } from 'react-dom'
import classes from './desk.module.css'

type Rect = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** An empty box over something of the text, so that what opens knows where; it moves with the page. */
export function Anchor({ rect, ref }: { rect: Rect; ref?: Ref<HTMLSpanElement> }) {
  const { left, top, width, height } = rect
  return createPortal(
    <span ref={ref} className={classes.anchor} style={{ left: left + window.scrollX, top: top + window.scrollY, width, height }} />,
    document.body,
  )
}
