import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Refused } from '../api.ts'
import classes from '../kit/state.module.css'

type Reading<Value> = {
  readonly data: Value | undefined
  readonly error: Error | null
  readonly isFetching: boolean
  refetch(): Promise<unknown>
}

/** Waiting keeps the shape of what will come; an error says what happened, what is safe and what to do. */
export function Loaded<Value>({
  of: reading,
  rows = 6,
  children,
}: {
  of: Reading<Value>
  rows?: number
  children: (value: Value) => ReactNode
}) {
  if (reading.data !== undefined) return <>{children(reading.data)}</>
  if (reading.error) return <Failure error={reading.error} again={() => void reading.refetch()} />
  return (
    <div className={classes.waiting} role="status" aria-label="Đang mở">
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={classes.bar} data-width={i % 3} />
      ))}
    </div>
  )
}

export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const refusal = error instanceof Refused ? error.refusal : null
  return (
    <div role="alert" className={classes.empty}>
      <h2>{refusal?.message ?? 'Chưa mở được trang này.'}</h2>
      <p className="soft">Những gì đã lưu vẫn còn nguyên.</p>
      {again && (
        <Button variant="default" onClick={again}>
          Thử lại
        </Button>
      )}
    </div>
  )
}
