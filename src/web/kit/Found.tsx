import { Fragment } from 'react'
import classes from './found.module.css'
import { markFound } from './mark-found.ts'

/** A text with what was looked for marked in it. */
export function Found({ text, search }: { text: string; search: string | undefined }) {
  if (!search) return text
  return markFound(text, search).map((piece, i) =>
    piece.isFound ? (
      <mark key={i} className={classes.found}>
        {piece.text}
      </mark>
    ) : (
      <Fragment key={i}>{piece.text}</Fragment>
    ),
  )
}
