import type { ReactNode } from 'react'
import classes from './state.module.css'

/** An empty place says what it is for and offers the one next step. */
export function EmptyState({ title, children, next }: { title: string; children?: ReactNode; next?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      {children && <p className="soft">{children}</p>}
      {next}
    </div>
  )
}
