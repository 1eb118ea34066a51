import { type ReactNode, useState } from 'react'
import classes from './entry.module.css'

/** What a phone folds away. Opens by itself when something in it must be seen, and closes only by hand. */
export function Fold({ summary, mustBeSeen, children }: { summary: string; mustBeSeen: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(mustBeSeen)
  if (mustBeSeen && !isOpen) setOpen(true)
  return (
    <details className={classes.more} open={isOpen} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
