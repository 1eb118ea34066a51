import { Button } from '@mantine/core'
import type { StandingConfirmation } from '#contract/title-law.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { confidenceWords, isVerified, type Sourced } from '#domain/title/sourced.ts'
import { Chip } from '../kit/Chip.tsx'
import { Missing } from '../kit/Facts.tsx'
import classes from './law.module.css'
import type { Saying } from './law-lines.ts'

type FactParts = {
  readonly saying: Saying
  readonly confirmation: StandingConfirmation | undefined
  /** Left out for those who may not. */
  readonly onConfirm: ((fact: Sourced<unknown>) => void) | undefined
  readonly onWithdraw: ((id: string) => void) | undefined
}

/** What the law says in one point, where it says it, and how well that is known. */
export function FactText({ saying: { words, fact }, confirmation, onConfirm, onWithdraw }: FactParts) {
  if (!fact) return <p>{words}</p>
  const isSure = isVerified(fact)
  return (
    <div className={classes.fact}>
      <p>{words ?? <Missing>chưa biết</Missing>}</p>
      <p className={classes.source}>
        <span>{fact.clause}</span>
        {!isSure && !confirmation && (
          <Chip tone="soon">
            <span title={confidenceWords[fact.confidence]}>chưa xác minh</span>
          </Chip>
        )}
        {fact.openPoint && !confirmation && <span>điểm {fact.openPoint}</span>}
        {!isSure && !confirmation && fact.value !== null && onConfirm && (
          <Button variant="subtle" size="compact-sm" onClick={() => onConfirm(fact)}>
            Xác minh…
          </Button>
        )}
        {confirmation && (
          <>
            <Chip tone="done">đã xác minh</Chip>
            <span title={confirmation.basis}>
              {confirmation.confirmedBy}, {confirmation.unitName}, {formatDay(confirmation.confirmedOn)}: {confirmation.basis}
            </span>
            {onWithdraw && (
              <Button variant="subtle" size="compact-sm" onClick={() => onWithdraw(confirmation.id)}>
                Rút xác minh…
              </Button>
            )}
          </>
        )}
      </p>
    </div>
  )
}
