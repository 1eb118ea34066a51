import type { ReactNode } from 'react'
import classes from './list-detail.module.css'

/** The way back to the list, where the detail has taken its place. */
export function PaneBack({ children }: { children: ReactNode }) {
  return <div className={classes.back}>{children}</div>
}
