import type { ReactNode } from 'react'
import classes from './rows.module.css'

/** A list on paper. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label} data-rows>
      {children}
    </ul>
  )
}

type RowParts = {
  /** A link from the router: what the row opens. */
  readonly title: ReactNode
  readonly second?: ReactNode
  readonly aside?: ReactNode
  readonly isSelected?: boolean
  /** How far in, for trees. */
  readonly depth?: number
}

/** One row: what it is, a second line, and its state at the end. The link in the title covers the whole row. */
export function Row({ title, second, aside, isSelected = false, depth = 0 }: RowParts) {
  return (
    <li
      className={classes.row}
      data-selected={isSelected || undefined}
      style={depth > 0 ? { paddingInlineStart: 16 + depth * 20 } : undefined}
    >
      <div className={classes.main}>
        <div className={classes.title} data-row-title>
          {title}
        </div>
        {second && <div className={classes.second}>{second}</div>}
      </div>
      {aside && <div className={classes.aside}>{aside}</div>}
    </li>
  )
}

/** A sheet of paper with a heading and what can be done there. */
export function Sheet({ title, actions, children }: { title?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.sheet}>
      {(title || actions) && (
        <header className={classes.sheetHead}>
          {title && <h2>{title}</h2>}
          {actions && <div className="row to-end">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
