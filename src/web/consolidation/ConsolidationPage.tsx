import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useUnits } from '../app/units.ts'
import { ReportOfRequest } from '../report/ReportOfRequest.tsx'
import { ChangesTab } from './ChangesTab.tsx'
import { CompareTab } from './CompareTab.tsx'
import { Coverage } from './Coverage.tsx'
import classes from './consolidation.module.css'
import { ExplainPanel } from './ExplainPanel.tsx'
import { FiguresTab } from './FiguresTab.tsx'
import { GatheredTab } from './GatheredTab.tsx'
import { SeriesTab } from './SeriesTab.tsx'
import { tableParts } from './tables.ts'
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
  const asked = useAsk('request.form', { id: requestId })
  return (
    <Screen title="Tổng hợp số liệu" actions={<ReportOfRequest requestId={requestId} unitId={unitId} />}>
      <Loaded of={asked} rows={12}>
        {form => <Figures asked={form} look={look} />}
      </Loaded>
      {opened && <ExplainPanel requestId={requestId} opened={opened} onOpen={look.open} onClose={look.close} />}
    </Screen>
  )
}

/** Of a unit with others below it one table at a time is asked for; of one without, all it was asked itself. */
function Figures({ asked, look }: Omit<TabParts, 'view'>) {
  const { requestId, unitId, search } = look
  const units = useUnits()
  const kind = units.list.find(unit => unit.unitId === unitId)?.kind
  const tables = tableParts(asked, kind)
  const part = tables.length > 0 ? (tables.find(({ key }) => key === search.bang) ?? tables[0])?.key : undefined
  const view = useAsk('figure.table', { requestId, unitId, part }, { enabled: units.isReady, keepsPrevious: true })
  return (
    <Loaded of={view} rows={12}>
      {answer => <Looked view={answer} asked={asked} look={look} />}
    </Loaded>
  )
}

/** There is nobody below to compare, and nobody's words to gather. */
const waysAlone: readonly Way[] = ['bang', 'cac-ky', 'thay-doi']

function Looked({ view, asked, look }: TabParts) {
  return (
    <div className="stack">
      <p className="soft">
        {view.title} · chốt số liệu ngày {formatDay(view.cutoff)} ·{' '}
        {view.version > 0 ? `tổng hợp lần ${formatNumber(view.version)}` : 'chưa ai gửi'} · {view.note}
      </p>
      <Coverage levels={view.coverage} requestId={look.requestId} unitId={look.unitId} />
      <nav aria-label="Cách xem" className={classes.ways}>
        {(view.coverage.length > 0 ? ways : waysAlone).map(way => (
          <Link
            key={way}
            to="."
            search={before => ({ ...before, xem: way, mo: undefined, noi: undefined })}
            resetScroll={false}
            aria-current={look.way === way ? 'page' : undefined}
            ref={look.way === way ? intoView : undefined}
          >
            {wayWords[way]}
          </Link>
        ))}
      </nav>
      {tabs[look.way]({ view, asked, look })}
    </div>
  )
}

/** On a phone the ways are a line longer than the screen. */
function intoView(element: Element | null): void {
  element?.scrollIntoView({ block: 'nearest', inline: 'center' })
}

const tabs: Record<Way, (parts: TabParts) => ReactNode> = {
  bang: parts => <FiguresTab {...parts} />,
  'so-sanh': parts => <CompareTab {...parts} />,
  'cac-ky': parts => <SeriesTab {...parts} />,
  'loi-van': ({ look }) => <GatheredTab look={look} />,
  'thay-doi': ({ view, look }) => <ChangesTab view={view} look={look} />,
}
