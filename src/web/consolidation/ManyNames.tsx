import { formatNumber } from '#domain/kit/text.ts'
import classes from './consolidation.module.css'

/** More names than this are opened by whoever wants them. */
const fewNames = 7

/** Units by name; a long list is counted, and opened where it stands. */
export function ManyNames({ lead, names }: { lead: string; names: readonly string[] }) {
  if (names.length === 0) return null
  if (names.length <= fewNames)
    return (
      <>
        {lead}: {names.join(', ')}.
      </>
    )
  return (
    <details className={classes.many}>
      <summary>
        {lead} {formatNumber(names.length)} đơn vị
      </summary>
      {names.join(', ')}.
    </details>
  )
}
