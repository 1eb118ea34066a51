import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { NoticeView } from '#contract/notice.ts'
import type { TodayReport, TodayTask, TodayView } from '#contract/today.ts'
import { formatDay } from '#domain/calendar/plain-date.ts'
import { ButtonLink } from '../app/ButtonLink.tsx'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useUnitId } from '../app/units.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { NoticeLink } from '../notice/NoticeLink.tsx'
import { readNotices } from '../notice/read-notices.ts'
import { DueReturnLine, FileLine, LetterLine, ReportLine, SinceTakenRow, TaskLine, UnbegunLine, WaitingReturnsLine } from './TodayRows.tsx'
import classes from './today.module.css'
import { type Doing, isNothingWaiting } from './words.ts'

const DoingModal = lazy(async () => ({ default: (await import('./DoingModal.tsx')).DoingModal }))

/** What waits for me, what is late, what came back and why, what changed; each row can be acted on where it stands. */
export function TodayPage() {
  const { actor, today } = useSession()
  const unitId = useUnitId()
  const waiting = useAsk('today.one', { unitId })
  const [doing, setDoing] = useState<Doing | null>(null)
  return (
    <Screen title="Hôm nay">
      <p className="soft">
        {actor.fullName}, ngày {formatDay(today)}
      </p>
      <Loaded of={waiting}>{view => <Desk view={view} onDo={setDoing} />}</Loaded>
      <Suspense fallback={null}>{doing && <DoingModal doing={doing} onClose={() => setDoing(null)} />}</Suspense>
    </Screen>
  )
}

function Desk({ view, onDo }: { view: TodayView; onDo: (doing: Doing) => void }) {
  if (isNothingWaiting(view))
    return (
      <EmptyState title="Không có việc nào đang chờ bạn" next={<Elsewhere />}>
        Báo cáo tới bước của bạn, báo cáo số liệu đến hạn, việc được giao chưa trả lời, hồ sơ bình xét đến hạn và việc quá hạn sẽ hiện ở
        đây.
      </EmptyState>
    )
  const toSign = view.steps.filter(row => row.step === 'report.signOff')
  const steps = view.steps.filter(row => row.step !== 'report.signOff')
  const reports = (rows: readonly TodayReport[]) => rows.map(row => <ReportLine key={row.id} row={row} onDo={onDo} />)
  const tasks = (rows: readonly TodayTask[]) => (
    <MoreRows rows={rows}>{shown => shown.map(task => <TaskLine key={task.id} task={task} onDo={onDo} />)}</MoreRows>
  )
  return (
    <div className="stack">
      {toSign.length > 0 && (
        <div className={classes.toSign}>
          <p>
            <b>{toSign.length} báo cáo trình bạn ký.</b> Mỗi báo cáo một trang: có gì mới, có gì khác thường, ai chịu trách nhiệm.
          </p>
          <ButtonLink to="/ky-duyet">Xem và ký duyệt</ButtonLink>
        </div>
      )}
      <Group title="Công văn chờ bạn ký" count={view.letters.length}>
        {view.letters.map(letter => (
          <LetterLine key={letter.id} letter={letter} />
        ))}
      </Group>
      <Group title="Bị trả lại" count={view.returned.length}>
        {reports(view.returned)}
      </Group>
      <Group title="Báo cáo đang ở bước của bạn" count={steps.length}>
        {reports(steps)}
      </Group>
      <Group title="Quá hạn, chưa xong" count={view.late.length}>
        {tasks(view.late)}
      </Group>
      <Group title="Báo cáo số liệu phải gửi" count={view.dueReturns.length}>
        {view.dueReturns.map(row => (
          <DueReturnLine key={`${row.requestId} ${row.unitId}`} row={row} />
        ))}
      </Group>
      <Group title="Báo cáo số liệu chờ xem" count={view.waitingReturns.length}>
        {view.waitingReturns.map(row => (
          <WaitingReturnsLine key={`${row.requestId} ${row.unitId}`} row={row} />
        ))}
      </Group>
      <Group title="Số liệu khác sau khi nhận" count={view.sinceTaken.length}>
        {view.sinceTaken.map(row => (
          <SinceTakenRow key={`${row.requestId} ${row.unitId}`} row={row} />
        ))}
      </Group>
      <Group title="Hồ sơ bình xét đến hạn" count={view.files.length}>
        {view.files.map(file => (
          <FileLine key={`${file.seasonId} ${file.areaUnitId}`} file={file} />
        ))}
      </Group>
      <Group title="Việc được giao, chưa xong" count={view.open.length}>
        {tasks(view.open)}
      </Group>
      <Group title="Báo cáo đến kỳ, chưa soạn" count={view.unbegun.length}>
        {view.unbegun.map(row => (
          <UnbegunLine key={`${row.unitId}:${row.periodName}`} row={row} />
        ))}
      </Group>
      <Group title="Dự thảo đang soạn" count={view.drafts.length}>
        {reports(view.drafts)}
      </Group>
      <Group title="Việc quá hạn của các đơn vị" count={view.lateOfOthers.length}>
        {tasks(view.lateOfOthers)}
      </Group>
      <Changes changes={view.changes} />
    </div>
  )
}

function Elsewhere() {
  return (
    <span className="row">
      <Link to="/hoat-dong">Xem hoạt động đã ghi</Link>
      <Link to="/binh-xet">Xem đợt bình xét</Link>
      <Link to="/tro-giup/$page" params={{ page: 'bat-dau' }}>
        Bắt đầu từ đâu
      </Link>
    </span>
  )
}

function Group({ title, count, act, children }: { title: string; count: number; act?: ReactNode; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section className="stack-s">
      <div className="row">
        <h2>
          {title} <span className="soft">{count}</span>
        </h2>
        {act}
      </div>
      <Rows label={title}>{children}</Rows>
    </section>
  )
}

function Changes({ changes }: { changes: readonly NoticeView[] }) {
  const unitId = useUnitId()
  const ids = changes.map(({ id }) => id)
  const seen = (
    <Button size="compact-sm" variant="subtle" onClick={() => void readNotices(unitId, ids)}>
      Đã xem cả
    </Button>
  )
  return (
    <Group title="Thay đổi ở những gì bạn theo dõi" count={changes.length} act={seen}>
      {changes.map(notice => (
        <Row
          key={notice.id}
          title={<NoticeLink notice={notice} onOpen={() => void readNotices(unitId, [notice.id])} />}
          second={notice.unitName}
          aside={<span>{formatDay(notice.on)}</span>}
        />
      ))}
    </Group>
  )
}
