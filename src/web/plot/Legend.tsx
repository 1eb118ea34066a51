import classes from './plot.module.css'
import type { LegendEntry } from './plot.ts'

/** What each look of a mark stands for. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ word, colour, look }) => (
        <li key={word}>
          <span className={classes.swatch} data-colour={colour} data-look={look} />
          {word}
        </li>
      ))}
    </ul>
  )
}
