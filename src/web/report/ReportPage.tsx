import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useBlocker } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { ReportView } from '#contract/report.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { cutoffOn, periodNamed, periodTitle } from '#domain/calendar/reporting-period.ts'
import { useDrafts } from '../app/draft.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useUnreachedSince } from '../app/offline.ts'
import { keepAnswer, queryClient, useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { sessionQuery } from '../app/session.tsx'
import { useMay } from '../app/units.ts'
import { Sheet } from '../kit/Rows.tsx'
import { FollowButton } from '../notice/FollowButton.tsx'
import { CompareVersions } from './CompareVersions.tsx'
import { copyName, toSafetyCopy } from './desk/held.ts'
import { type OpenText, openText } from './desk/open-text.ts'
import { ReportDesk } from './desk/ReportDesk.tsx'
import { usePulse } from './desk/usePulse.ts'
import { useText } from './desk/useText.ts'
import { PublicVersion } from './PublicVersion.tsx'
import { ReportFiles } from './ReportFiles.tsx'
import { ReportHistory } from './ReportHistory.tsx'
import { ReportPreview } from './ReportPreview.tsx'
import classes from './report.module.css'
import { StateLine } from './StateLine.tsx'
import { StepBar } from './StepBar.tsx'
import { TakeFromBelow } from './TakeFromBelow.tsx'
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

/** The text open for writing, with what this tab left of it on this machine; it lives as long as the page. */
function useOpenText(view: ReportView, mayEdit: boolean): OpenText {
  const drafts = useDrafts()
  const name = copyName(view.id)
  const [text] = useState(() => {
    // Into a text that is not written any more nothing is put; what was left is offered beside it.
    if (!mayEdit) drafts.setAside(name)
    return openText({
      view,
      copy: toSafetyCopy(drafts.read(name)?.value),
      keepCopy: copy => (copy ? drafts.keep(name, copy) : drafts.drop(name)),
      onSaved: saved => {
        keepAnswer('report.one', { id: view.id }, saved)
        void queryClient.invalidateQueries({ queryKey: ['report.list'] })
      },
    })
  })
  useEffect(() => text.take(view), [text, view])
  const { data: session } = useQuery(sessionQuery)
  const unreachedSince = useUnreachedSince()
  useEffect(() => {
    if (session && unreachedSince === null) text.wake()
  }, [text, session, unreachedSince])
  return text
}

function OpenReport({ view }: { view: ReportView }) {
  const { xem = 'noi-dung', so, ben, loc, tu, den } = route.useSearch()
  const navigate = route.useNavigate()
  const mayEdit = useMay()('report.edit', view.draftingUnitId, view.state)
  const text = useOpenText(view, mayEdit)
  const unsaved = useText(text, 'unsaved')
  const at = useText(text, 'at')
  const here = usePulse(
    view.state === 'issued' ? null : view.id,
    at,
    useCallback(
      revision => {
        if (revision > text.revision()) void queryClient.invalidateQueries({ queryKey: ['report.one', { id: view.id }] })
      },
      [text, view.id],
    ),
  )
  // A figure clicked in an issued page or PDF leads here by its id, until something else is opened or it is closed.
  const [chosen, setChosen] = useState<{ readonly at: string | undefined; readonly why: Why | null }>()
  const led: Why | null = so === undefined ? null : { type: 'figure', figureId: so }
  const why = chosen && chosen.at === so ? chosen.why : led
  const setWhy = useCallback((next: Why | null) => setChosen({ at: so, why: next }), [so])
  const period = periodNamed(view.periodName)
  const { sums } = view.report.content
  const open = view.remarks.filter(remark => remark.kept === null).length
  useBlocker({
    shouldBlockFn: async ({ current, next }) =>
      current.pathname !== next.pathname &&
      next.pathname !== '/dang-nhap' && // signing out asks by itself
      text.state().unsaved.length > 0 &&
      !(await text.flush()) &&
      !window.confirm('Có lời chưa lên máy chủ. Rời trang này?'),
    enableBeforeUnload: () => text.state().unsaved.length > 0,
  })
  const look = (change: Partial<Record<'xem' | 'ben' | 'loc' | 'tu' | 'den', string | undefined>>): void =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false })

  return (
    <Screen
      title={view.title}
      unitName={view.unitName}
      actions={<FollowButton kind="report" id={view.id} />}
      parts={
        period && (
          <>
            {period.part && <span>{periodTitle(period)}</span>}
            <span>
              số liệu {formatDay(period.covers.from)} – {formatDay(cutoffOn(period))}
            </span>
            {view.requestId && <OfRequest requestId={view.requestId} />}
          </>
        )
      }
    >
      <div className={classes.unprinted}>
        <Sheet>
          <StateLine view={view} />
          <StepBar view={view} hasUnsaved={unsaved.length > 0} />
        </Sheet>
        <ReportFiles view={view} />
        <PublicVersion view={view} />
      </div>
      <Tabs value={xem} onChange={value => look({ xem: value === 'noi-dung' ? undefined : (value ?? undefined) })}>
        <Tabs.List className={classes.tabs ?? ''}>
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
          <Tabs.Tab value="so-sanh">So sánh</Tabs.Tab>
          {sums && mayEdit && <Tabs.Tab value="y-don-vi">Ý của đơn vị</Tabs.Tab>}
          <Tabs.Tab value="dien-bien">Diễn biến</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="noi-dung" pt={8}>
          <ReportDesk
            view={view}
            text={text}
            mayEdit={mayEdit}
            here={here}
            isOpen={xem === 'noi-dung'}
            side={ben}
            remarkKind={loc}
            onSide={side => look({ ben: side })}
            onRemarkKind={kind => look({ loc: kind })}
            onWhy={setWhy}
          />
        </Tabs.Panel>
        <Tabs.Panel value="ban-in" pt={16}>
          {xem === 'ban-in' && <ReportPreview view={view} />}
        </Tabs.Panel>
        <Tabs.Panel value="so-sanh" pt={16}>
          {xem === 'so-sanh' && <CompareVersions view={view} from={tu} to={den} onChoose={look} />}
        </Tabs.Panel>
        {sums && mayEdit && (
          <Tabs.Panel value="y-don-vi" pt={16}>
            {xem === 'y-don-vi' && <TakeFromBelow view={view} text={text} requestId={sums.requestId} />}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="dien-bien" pt={16}>
          <ReportHistory view={view} />
        </Tabs.Panel>
      </Tabs>
      {why && <WhyPanel key={JSON.stringify(why)} view={view} why={why} onClose={() => setWhy(null)} />}
    </Screen>
  )
}

/** Which asking its figures came by; told to whoever may look at that. */
function OfRequest({ requestId }: { requestId: string }) {
  const { data: request } = useAsk('request.one', { id: requestId })
  return (
    request && (
      <span>
        theo đợt{' '}
        <Link to="/bao-cao/dot/$requestId" params={{ requestId }}>
          {request.title}
        </Link>
      </span>
    )
  )
}
