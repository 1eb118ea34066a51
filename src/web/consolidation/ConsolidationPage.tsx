import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ReportOfRequest } from '../report/ReportOfRequest.tsx'
import { ChangesTab } from './ChangesTab.tsx'
import { CompareTab } from './CompareTab.tsx'
import { Coverage } from './Coverage.tsx'
import classes from './consolidation.module.css'
import { ExplainPanel } from './ExplainPanel.tsx'
import { FiguresTab } from './FiguresTab.tsx'
import { GatheredTab } from './GatheredTab.tsx'
import { SeriesTab } from './SeriesTab.tsx'
import { type TabParts, useConsolidationLook, type Way, ways } from './useConsolidationLook.ts'

const wayWords: Record<Way, string> = {
  bang: 'Bảng số liệu',
  'so-sanh': 'So sánh các đơn vị',
  'cac-ky': 'Qua các kỳ',
  'loi-van': 'Lời văn gửi lên',
  'thay-doi': 'Đã thay đổi',
}

/** What was handed in for one request, added up; every number is laid open down to the return it came from. */
export function ConsolidationPage() {
  const look = useConsolidationLook()
  const { requestId, unitId, opened } = look
  const view = useAsk('figure.table', { requestId, unitId }, { keepsPrevious: true })
  const asked = useAsk('request.form', { id: requestId })
  return (
    <Screen title="Tổng hợp số liệu" actions={<ReportOfRequest requestId={requestId} unitId={unitId} />}>
      <Loaded of={view} rows={12}>
        {answer => <Loaded of={asked}>{form => <Looked view={answer} asked={form} look={look} />}</Loaded>}
      </Loaded>
      {opened && <ExplainPanel requestId={requestId} opened={opened} onOpen={look.open} onClose={look.close} />}
    </Screen>
  )
}

function Looked({ view, asked, look }: TabParts) {
  if (view.unit.figures.length === 0 && view.parts.length === 0)
    return <EmptyState title="Đợt này không hỏi số liệu nào ở đây">Số liệu chỉ có ở đơn vị được hỏi và đơn vị nhận báo cáo.</EmptyState>
  return (
    <div className="stack">
      <p className="soft">
        {view.title} · chốt số liệu ngày {formatDay(view.cutoff)} · {view.version > 0 ? `tổng hợp lần ${view.version}` : 'chưa ai gửi'} ·{' '}
        {view.note}
      </p>
      <Coverage levels={view.coverage} />
      <nav aria-label="Cách xem" className={classes.ways}>
        {ways.map(way => (
          <Link
            key={way}
            to="."
            search={before => ({ ...before, xem: way, mo: undefined, noi: undefined })}
            resetScroll={false}
            aria-current={look.way === way ? 'page' : undefined}
          >
            {wayWords[way]}
          </Link>
        ))}
      </nav>
      {tabs[look.way]({ view, asked, look })}
    </div>
  )
}

const tabs: Record<Way, (parts: TabParts) => ReactNode> = {
  bang: parts => <FiguresTab {...parts} />,
  'so-sanh': parts => <CompareTab {...parts} />,
  'cac-ky': parts => <SeriesTab {...parts} />,
  'loi-van': ({ look }) => <GatheredTab look={look} />,
  'thay-doi': ({ view, look }) => <ChangesTab view={view} look={look} />,
}
