import type { ReactNode } from 'react'
import classes from './list-detail.module.css'

type ListDetailParts = {
  list: ReactNode
  detail: ReactNode | null
  /** What stands in the detail: another one begins at its beginning, wherever the one before was left. */
  opened: string | undefined
}

/** List and detail side by side on a wide screen; on a narrow one the detail takes the place of the list. */
export function ListDetail({ list, detail, opened }: ListDetailParts) {
  return (
    <div className={classes.both} data-open={detail !== null || undefined}>
      <div className={classes.list}>{list}</div>
      {detail !== null && (
        <div key={opened} className={classes.detail} data-detail>
          {detail}
        </div>
      )}
    </div>
  )
}
