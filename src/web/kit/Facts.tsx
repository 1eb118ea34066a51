import type { ReactNode } from 'react'
import classes from './facts.module.css'

/** Labelled facts, one under the other; what is empty is left out by the caller or said to be missing. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Not known is not zero. */
export function Missing({ children = 'chưa có số liệu' }: { children?: ReactNode }) {
  return <span className={classes.missing}>{children}</span>
}
