import type { ReactNode } from 'react'
import classes from './list-detail.module.css'

/** List and detail side by side on a wide screen; on a narrow one the detail takes the place of the list. */
export function ListDetail({ list, detail }: { list: ReactNode; detail: ReactNode | null }) {
  return (
    <div className={classes.both} data-open={detail !== null || undefined}>
      <div className={classes.list}>{list}</div>
      {detail !== null && (
        <div className={classes.detail} data-detail>
          {detail}
        </div>
      )}
    </div>
  )
}
