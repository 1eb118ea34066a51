import { Link } from '@tanstack/react-router'
import type { OrgHistoryView } from '#contract/org.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows, Sheet } from '../kit/Rows.tsx'
import { HistoryDrawing } from './HistoryDrawing.tsx'
import classes from './history.module.css'
import { layOutHistory } from './history-layout.ts'
import { happenings } from './told-history.ts'

/** What a unit came from, what it was called, what it went into: drawn where there is room, told in order on a phone. */
export function UnitHistory({ unitId, on }: { unitId: string; on: PlainDate }) {
  const { today } = useSession()
  const history = useAsk('org.history', { unitId })
  if (!history.data || !hasHistory(history.data)) return null
  return (
    <Sheet title="Lịch sử">
      <div className={classes.drawn}>
        <HistoryDrawing history={history.data} layout={layOutHistory(history.data, today)} on={on} />
      </div>
      <div className={classes.told}>
        <ToldHistory history={history.data} />
      </div>
    </Sheet>
  )
}

function hasHistory({ units, successions }: OrgHistoryView): boolean {
  return successions.length > 0 || units.some(unit => unit.versions.length > 1)
}

function ToldHistory({ history }: { history: OrgHistoryView }) {
  return (
    <Rows label="Lịch sử đơn vị">
      {happenings(history).map(({ key, on, words, note, unitId, day }) => (
        <Row
          key={key}
          title={
            <Link to="/don-vi/$unitId" params={{ unitId }} search={before => ({ ...before, ngay: day })}>
              {words}
            </Link>
          }
          second={note}
          aside={<Chip>{formatDay(on)}</Chip>}
        />
      ))}
    </Rows>
  )
}
