import { type ReportView, reportEventWords } from '#contract/report.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { sayWhen } from './words.ts'

/** Everything that happened to the report, newest first. */
export function ReportHistory({ view }: { view: ReportView }) {
  return (
    <Rows label="Diễn biến">
      {view.events.toReversed().map(event => (
        <Row
          key={event.sequence}
          title={event.type === 'sentBack' ? <Chip tone="soon">{reportEventWords[event.type]}</Chip> : reportEventWords[event.type]}
          second={event.reason && <span className="prose">{event.reason}</span>}
          aside={
            <>
              <span>{event.byName}</span>
              <span>{sayWhen(event)}</span>
              <span>bản {event.version}</span>
            </>
          }
        />
      ))}
    </Rows>
  )
}
