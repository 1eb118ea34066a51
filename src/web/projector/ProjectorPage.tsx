import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { SeasonAreaView } from '#contract/season.ts'
import { formatNumber } from '#domain/kit/text.ts'
import type { Measured } from '#domain/season/meeting.ts'
import { leastPart } from '#domain/title/least-part.ts'
import { ask } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { instantOf, timeInVietnam } from '../clock.ts'
import { linesOnWall, pagesOf, type WallLine, wallLines } from './lines.ts'
import classes from './projector.module.css'

const route = getRouteApi('/binh-xet/$seasonId/$areaUnitId/chieu')
/** What is typed at the table is on the wall within this. */
const askEveryMs = 4000

/** The meeting on the wall of the hall: who was called, who came, how the vote stands. Turned by keys alone. */
export function ProjectorPage() {
  const params = route.useParams()
  const area = useQuery({
    queryKey: ['season.area', params],
    queryFn: () => ask('season.area', params),
    refetchInterval: askEveryMs,
    refetchIntervalInBackground: true,
  })
  return (
    <main className={classes.wall}>
      <Loaded of={area}>{view => <Wall view={view} stoppedAt={area.error ? area.dataUpdatedAt : null} />}</Loaded>
    </main>
  )
}

function Wall({ view, stoppedAt }: { view: SeasonAreaView; stoppedAt: number | null }) {
  const lines = wallLines(view)
  const pages = pagesOf(lines)
  const [wanted, setPage] = useState(0)
  const page = Math.min(wanted, pages - 1)
  const navigate = useNavigate()
  useEffect(() => {
    document.title = `Họp bình xét · ${view.areaName} · Nếp`
  }, [view.areaName])
  useEffect(() => {
    function turn({ key }: KeyboardEvent): void {
      if (key === 'ArrowRight' || key === 'PageDown') setPage(Math.min(page + 1, pages - 1))
      if (key === 'ArrowLeft' || key === 'PageUp') setPage(Math.max(page - 1, 0))
      if (key === 'f') void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
      if (key === 'Escape' && !document.fullscreenElement)
        void navigate({ to: '/binh-xet/$seasonId/$areaUnitId', params: { seasonId: view.season.id, areaUnitId: view.areaUnitId } })
    }
    window.addEventListener('keydown', turn)
    return () => window.removeEventListener('keydown', turn)
  }, [navigate, page, pages, view.season.id, view.areaUnitId])
  const voted = view.count.candidates.filter(({ votes }) => votes !== null).length
  return (
    <>
      <header className={classes.head}>
        <h1>{view.areaName}</h1>
        <p>
          Họp bình xét {view.season.bookName} năm {view.season.year}
        </p>
      </header>
      <Presence view={view} />
      <ul className={classes.lines} aria-label="Biểu quyết" data-few={lines.length <= 3 || undefined}>
        {lines.slice(page * linesOnWall, (page + 1) * linesOnWall).map(line => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      <footer className={classes.foot}>
        <span>
          Đã biểu quyết {voted}/{view.count.candidates.length} hộ{pages > 1 && ` · trang ${page + 1}/${pages}`}
        </span>
        {stoppedAt !== null && <span role="status">Mất nối với máy chủ, số lúc {timeInVietnam(instantOf(stoppedAt))}</span>}
        <span>← → sang trang · F toàn màn hình · Esc trở lại</span>
      </footer>
    </>
  )
}

const notTold = <span className={classes.waiting}>chưa ghi</span>

/** Nobody wrote down who came: nothing is known, not nobody. */
function Presence({ view: { gatherings, count } }: { view: SeasonAreaView }) {
  const { convened, present, quorum } = count
  const isKnown = gatherings.length > 0
  const least = quorum && leastPart(quorum.share, quorum.whole)
  return (
    <dl className={classes.figures}>
      <Figure label="Triệu tập">{isKnown ? formatNumber(convened) : notTold}</Figure>
      <Figure label="Có mặt" tone={isKnown && quorum ? (quorum.isReached ? 'done' : 'late') : undefined}>
        {isKnown ? formatNumber(present) : notTold}
      </Figure>
      {isKnown && quorum && least !== null && (
        <Figure
          label={`${quorum.isReached ? 'Đủ người họp, cần' : `Còn thiếu ${formatNumber(least - present)}, cần`}${unverified(quorum)}`}
        >
          {formatNumber(least)}
        </Figure>
      )}
    </dl>
  )
}

/** What nobody has read in the text of the law is not held against a meeting, and the wall says so. */
function unverified({ blocks }: Measured): string {
  return blocks ? '' : ' (chưa xác minh)'
}

function Figure({ label, tone, children }: { label: string; tone?: 'done' | 'late' | undefined; children: ReactNode }) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Line({ line: { name, votes, consent } }: { line: WallLine }) {
  if (!votes)
    return (
      <li className={classes.line}>
        <span className={classes.name}>{name}</span>
        <span className={classes.waiting}>chưa biểu quyết</span>
      </li>
    )
  const least = consent && leastPart(consent.share, consent.whole)
  return (
    <li className={classes.line}>
      <span className={classes.name}>{name}</span>
      <span className={classes.votes}>
        <b>{formatNumber(votes.for)}</b> đồng ý
        {consent && least !== null && (
          <span className={classes.least}>
            {' '}
            /cần {formatNumber(least)}
            {unverified(consent)}
          </span>
        )}
      </span>
      <span className={classes.votes}>{formatNumber(votes.against)} không</span>
      <span className={classes.votes}>{formatNumber(votes.other)} khác</span>
      <span className={classes.verdict} data-tone={consent ? (consent.isReached ? 'done' : 'late') : undefined}>
        {consent ? (consent.isReached ? 'đủ phiếu' : 'chưa đủ') : ''}
      </span>
    </li>
  )
}
