import type { ReactNode } from 'react'
import classes from './steps.module.css'

export type Step = {
  readonly key: string
  readonly name: string
  readonly note: ReactNode
  readonly standing: 'past' | 'present' | 'ahead'
}

/** A line of places with who and when; the present one is filled. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    // Scrolls sideways on a narrow screen, so a keyboard must be able to reach it.
    <ol className={classes.steps} aria-label={label} tabIndex={0}>
      {steps.map(step => (
        <li
          key={step.key}
          className={classes.step}
          data-standing={step.standing}
          aria-current={step.standing === 'present' ? 'step' : undefined}
        >
          <span className={classes.mark} aria-hidden="true" />
          <span className={classes.name}>{step.name}</span>
          <span className={classes.note}>{step.note}</span>
        </li>
      ))}
    </ol>
  )
}
