import type { ReactNode } from 'react'
import classes from './chip.module.css'

export type Tone = 'plain' | 'cham' | 'done' | 'soon' | 'late'

/** A state in a word. Colour only underlines it. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {children}
    </span>
  )
}
