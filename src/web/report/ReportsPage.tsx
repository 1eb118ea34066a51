import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReportRow } from '#contract/report.ts'
import { reportStateWords } from '#contract/report-words.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { useListAbout } from '../app/all-rows.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { useOpening } from '../app/useOpening.ts'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListExport, ListHead } from '../kit/ListExport.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { ComposeReport } from './ComposeReport.tsx'
import { DutyNote } from './DutyNote.tsx'
import { reportColumns } from './report-columns.ts'
import { nextSteps, stateTones, whoseTurn } from './words.ts'

export function ReportsPage() {
  const unitId = useUnitId()
  const mayCompose = useMay()('report.compose', unitId)
  const reports = useAsk('report.list', { unitId })
  const [isComposing, setComposing] = useOpening()
  const compose = mayCompose && <Button onClick={() => setComposing(true)}>Soạn báo cáo</Button>
  return (
    <Screen title="Báo cáo" actions={reports.data && reports.data.length > 0 && compose}>
      <Loaded of={reports}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState title="Chưa có báo cáo nào" next={compose}>
              Báo cáo được soạn từ kế hoạch, tiến độ, hoạt động và văn bản đã ghi trong kỳ; chỗ nào chưa có số liệu sẽ nói rõ là chưa có.
            </EmptyState>
          ) : (
            <ReportRows rows={rows} />
          )
        }
      </Loaded>
      <DutyNote unitId={unitId} />
      <ComposeReport unitId={unitId} isOpen={isComposing && mayCompose} onClose={() => setComposing(false)} />
    </Screen>
  )
}

function ReportRows({ rows }: { rows: readonly ReportRow[] }) {
  const { today } = useSession()
  const about = useListAbout()
  const newestFirst = [...rows].sort((a, b) => (coversUntil(a) < coversUntil(b) ? 1 : -1))
  return (
    <>
      <ListHead words={`${rows.length} báo cáo`}>
        <ListExport title="Báo cáo" about={about} columns={reportColumns} rows={async () => newestFirst} />
      </ListHead>
      <Rows label="Báo cáo theo kỳ">
        {newestFirst.map(row => (
          <Row
            key={row.id}
            title={
              <Link to="/bao-cao/$reportId" params={{ reportId: row.id }}>
                {row.title}
              </Link>
            }
            second={secondLine(row)}
            aside={
              <>
                {row.dueOn && row.state !== 'issued' && <DueText dueOn={row.dueOn} today={today} />}
                <Chip tone={stateTones[row.state]}>{reportStateWords[row.state]}</Chip>
              </>
            }
          />
        ))}
      </Rows>
    </>
  )
}

function coversUntil(row: ReportRow): string {
  return periodNamed(row.periodName)?.covers.until ?? ''
}

function secondLine(row: ReportRow): string {
  const period = periodNamed(row.periodName)
  const next = nextSteps[row.state]
  return [
    row.unitName,
    period && `${periodTitle(period)}, số liệu đến hết ${formatDay(cutoffOn(period))}`,
    row.issuedOn
      ? `số ${row.code} ngày ${formatDay(row.issuedOn)}`
      : next && `tiếp theo: ${next.verb.toLocaleLowerCase('vi')} (${whoseTurn(next)})`,
  ]
    .filter(Boolean)
    .join(' · ')
}
