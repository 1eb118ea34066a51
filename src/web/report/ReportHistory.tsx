import type { ReportView } from '#contract/report.ts'
import { reportEventWords } from '#contract/report-words.ts'
import { timeInVietnam } from '../clock.ts'
import { Chip } from '../kit/Chip.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { type HistoryLine, historyLines } from './history.ts'
import { sayWhen } from './words.ts'

/** Everything that happened to the report, newest first. */
export function ReportHistory({ view }: { view: ReportView }) {
  return (
    <Rows label="Diễn biến">
      {historyLines(view.events).map(line => (
        <Row
          key={line.event.sequence}
          title={line.event.type === 'sentBack' ? <Chip tone="soon">{reportEventWords[line.event.type]}</Chip> : sayLine(line)}
          second={line.event.reason && <span className="prose">{line.event.reason}</span>}
          aside={
            <>
              <span>{line.event.byName}</span>
              <span>{sayWhen(line.event)}</span>
              <span>bản {line.event.version}</span>
            </>
          }
        />
      ))}
    </Rows>
  )
}

function sayLine({ event, first, times }: HistoryLine): string {
  const words = reportEventWords[event.type]
  return times === 1 ? words : `${words} ${times} lần, ${timeInVietnam(first.at)}–${timeInVietnam(event.at)}`
}
