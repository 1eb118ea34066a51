import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { formatNumber } from '#domain/kit/text.ts'

const page = 60

/** A long list is drawn some rows at a time; what was asked for (`key` it) starts again at the top. */
export function MoreRows<Row>({ rows, children }: { rows: readonly Row[]; children: (shown: readonly Row[]) => ReactNode }) {
  const [count, setCount] = useState(page)
  return (
    <>
      {children(rows.slice(0, count))}
      {rows.length > count && (
        <Button variant="default" onClick={() => setCount(count + page)}>
          Xem thêm {Math.min(page, rows.length - count)} trong {formatNumber(rows.length - count)} dòng còn lại
        </Button>
      )}
    </>
  )
}
