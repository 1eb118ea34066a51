import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type ActivityBehind, type DocumentBehind, type RowsBehind, type TaskBehind, taskStandingWords } from '#contract/overview.ts'
import { addDays, formatDay } from '#domain/calendar/plain-date.ts'
import { shortCitation } from '#domain/document/registry.ts'
import { activityKindWords, campaignWords, moneySourceWords, sayMoney, sayParticipants } from '../activity/words.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useUnits } from '../app/units.ts'
import { DaysText, DayText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { SidePanel } from '../kit/SidePanel.tsx'
import type { Behind } from './behind.ts'

type Panel<What extends Behind['what']> = {
  readonly unitId: string
  readonly year: number
  readonly behind: Extract<Behind, { what: What }>
  readonly onClose: () => void
}

/** The rows a mark stands for, each a link to the thing itself. */
export function BehindPanel({ behind, ...rest }: Panel<'tasks' | 'activities' | 'documents'>) {
  switch (behind.what) {
    case 'tasks':
      return <TasksPanel behind={behind} {...rest} />
    case 'activities':
      return <ActivitiesPanel behind={behind} {...rest} />
    case 'documents':
      return <DocumentsPanel behind={behind} {...rest} />
  }
}

function TasksPanel({ unitId, year, behind, onClose }: Panel<'tasks'>) {
  const { assignedUnitId, standing } = behind
  const units = useUnits()
  const tasks = useAsk('overview.tasks', { unitId, year, assignedUnitId, standing })
  const title = [assignedUnitId && units.nameOf(assignedUnitId), standing ? taskStandingWords[standing] : 'Việc được giao']
    .filter(Boolean)
    .join(' · ')
  return (
    <SidePanel title={title} onClose={onClose}>
      <Loaded of={tasks}>
        {answer => (
          <Found answer={answer} noun="việc">
            {rows => rows.map((task, i) => <TaskRow key={i} task={task} withUnit={assignedUnitId === undefined} />)}
          </Found>
        )}
      </Loaded>
    </SidePanel>
  )
}

function TaskRow({ task, withUnit }: { task: TaskBehind; withUnit: boolean }) {
  return (
    <Row
      title={
        <Link to="/ke-hoach/$planId" params={{ planId: task.planId }} search={{ nhiem_vu: task.taskId }}>
          {task.name}
        </Link>
      }
      second={[withUnit && task.unitName, `${taskStandingWords[task.standing]} · hạn ${formatDay(task.dueOn)}`].filter(Boolean).join(' · ')}
    />
  )
}

function ActivitiesPanel({ unitId, behind, onClose }: Panel<'activities'>) {
  const { what: _, ...filter } = behind
  const activities = useAsk('overview.activities', { unitId, ...filter })
  return (
    <SidePanel title={titleOfActivities(behind)} onClose={onClose}>
      <p className="soft">Bắt đầu {sayDays(behind)}.</p>
      <Loaded of={activities}>
        {answer => (
          <>
            <Found answer={answer} noun="hoạt động">
              {rows => rows.map(activity => <ActivityRow key={activity.id} activity={activity} source={behind.source} />)}
            </Found>
            <Link to="/hoat-dong" search={{ tu: behind.from, den: addDays(behind.until, -1) }}>
              Mọi hoạt động trong những ngày này
            </Link>
          </>
        )}
      </Loaded>
    </SidePanel>
  )
}

function ActivityRow({ activity, source }: { activity: ActivityBehind; source: string | undefined }) {
  const paid = activity.money.filter(entry => entry.source === source).reduce((sum, entry) => sum + entry.amount, 0)
  return (
    <Row
      title={
        <Link to="/hoat-dong/$activityId" params={{ activityId: activity.id }}>
          {activity.name}
        </Link>
      }
      second={
        <>
          <DaysText from={activity.startsOn} until={activity.endsOn} /> · {activity.hostUnitName}
          <br />
          {source ? sayMoney(paid) : (sayParticipants(activity) ?? 'chưa ghi số người')}
        </>
      }
    />
  )
}

function DocumentsPanel({ unitId, behind, onClose }: Panel<'documents'>) {
  const documents = useAsk('overview.documents', { unitId, from: behind.from, until: behind.until })
  return (
    <SidePanel title="Văn bản đã ban hành" onClose={onClose}>
      <p className="soft">Ngày văn bản {sayDays(behind)}.</p>
      <Loaded of={documents}>
        {answer => (
          <Found answer={answer} noun="văn bản">
            {rows => rows.map(document => <DocumentRow key={document.id} document={document} />)}
          </Found>
        )}
      </Loaded>
    </SidePanel>
  )
}

function DocumentRow({ document }: { document: DocumentBehind }) {
  return (
    <Row
      title={
        <Link to="/van-ban/$documentId" params={{ documentId: document.id }}>
          {shortCitation(document)}
        </Link>
      }
      second={
        <>
          <DayText day={document.issuedOn} /> · {document.subject}
        </>
      }
    />
  )
}

function Found<Item>({
  answer,
  noun,
  children,
}: {
  answer: RowsBehind<Item>
  noun: string
  children: (rows: readonly Item[]) => ReactNode
}) {
  if (answer.count === 0) return <EmptyState title={`Không còn ${noun} nào ở đây`}>Số liệu vừa đổi: mở lại hình để thấy số mới.</EmptyState>
  return (
    <>
      <p>
        {answer.count} {noun}
        {answer.rows.length < answer.count && `; ${answer.rows.length} mục đầu dưới đây`}
      </p>
      <Rows label={`${answer.count} ${noun}`}>{children(answer.rows)}</Rows>
    </>
  )
}

function titleOfActivities({ kind, campaign, participants, source }: Extract<Behind, { what: 'activities' }>): string {
  if (kind) return activityKindWords[kind]
  if (campaign) return campaignWords[campaign]
  if (source) return moneySourceWords[source]
  if (participants)
    return { counted: 'Hoạt động có số người đếm được', estimated: 'Hoạt động có số người ước', unknown: 'Hoạt động chưa ghi số người' }[
      participants
    ]
  return 'Hoạt động'
}

function sayDays({
  from,
  until,
}: {
  readonly from: Parameters<typeof formatDay>[0]
  readonly until: Parameters<typeof formatDay>[0]
}): string {
  return `từ ${formatDay(from)} đến ${formatDay(addDays(until, -1))}`
}
