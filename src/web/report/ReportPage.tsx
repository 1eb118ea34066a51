import { Tabs } from '@mantine/core'
import { getRouteApi, useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReportView } from '#contract/report.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { Sheet } from '../kit/Rows.tsx'
import { ReportFiles } from './ReportFiles.tsx'
import { ReportHistory } from './ReportHistory.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import { ReportText } from './ReportText.tsx'
import { StateLine } from './StateLine.tsx'
import { StepBar } from './StepBar.tsx'
import { type Why, WhyPanel } from './WhyPanel.tsx'

const route = getRouteApi('/frame/bao-cao/$reportId')

export function ReportPage() {
  const { reportId } = route.useParams()
  const report = useAsk('report.one', { id: reportId })
  if (!report.data)
    return (
      <Screen title="Báo cáo">
        <Loaded of={report} rows={10}>
          {() => null}
        </Loaded>
      </Screen>
    )
  return <OpenReport key={reportId} view={report.data} />
}

function OpenReport({ view }: { view: ReportView }) {
  const { xem = 'noi-dung', so } = route.useSearch()
  const navigate = route.useNavigate()
  // A figure clicked in the readable page of an issued report leads here by its id.
  const [why, setWhy] = useState<Why | null>(so === undefined ? null : { type: 'figure', figureId: so })
  const [unsaved, setUnsaved] = useState<readonly string[]>([])
  const period = periodNamed(view.periodName)
  const open = view.remarks.filter(remark => remark.kept === null).length
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      unsaved.length > 0 && current.pathname !== next.pathname && !window.confirm('Có đoạn đang sửa chưa lưu. Rời trang này?'),
    enableBeforeUnload: () => unsaved.length > 0,
  })

  function markUnsaved(paragraphId: string, isUnsaved: boolean): void {
    setUnsaved(before =>
      isUnsaved === before.includes(paragraphId) ? before : isUnsaved ? [...before, paragraphId] : before.filter(id => id !== paragraphId),
    )
  }

  return (
    <Screen
      title={view.title}
      unitName={view.unitName}
      parts={
        period && (
          <>
            <span>{periodTitle(period)}</span>
            <span>
              số liệu {formatDay(period.covers.from)} – {formatDay(cutoffOn(period))}
            </span>
          </>
        )
      }
    >
      <Sheet>
        <StateLine view={view} />
        <StepBar view={view} hasUnsaved={unsaved.length > 0} />
      </Sheet>
      <ReportFiles view={view} />
      <Tabs
        value={xem}
        onChange={value =>
          void navigate({ search: before => ({ ...before, xem: value === 'noi-dung' ? undefined : (value ?? undefined) }), replace: true })
        }
      >
        <Tabs.List>
          <Tabs.Tab value="noi-dung">
            Nội dung
            {open > 0 && (
              <>
                {' · '}
                {open}
                <span className="wide-only"> nhận xét</span>
              </>
            )}
          </Tabs.Tab>
          <Tabs.Tab value="ban-in">Bản in</Tabs.Tab>
          <Tabs.Tab value="dien-bien">Diễn biến</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="noi-dung" pt={16}>
          <ReportText view={view} onWhy={setWhy} onUnsaved={markUnsaved} />
        </Tabs.Panel>
        <Tabs.Panel value="ban-in" pt={16}>
          {xem === 'ban-in' && <ReportPreview view={view} />}
        </Tabs.Panel>
        <Tabs.Panel value="dien-bien" pt={16}>
          <ReportHistory view={view} />
        </Tabs.Panel>
      </Tabs>
      {why && <WhyPanel key={JSON.stringify(why)} view={view} why={why} onClose={() => setWhy(null)} />}
    </Screen>
  )
}
