import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { TaskView } from '#contract/plan.ts'
import { type ReportRow, reportStateWords } from '#contract/report.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { ask } from '../api.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { Screen } from '../app/Screen.tsx'
import { useSession } from '../app/session.tsx'
import { useMay, useUnitId } from '../app/units.ts'
import { Chip } from '../kit/Chip.tsx'
import { DueText } from '../kit/DayText.tsx'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import { nextSteps } from '../report/words.ts'
import { answerOf, inTreeOrder, stateOfAnswer, taskStateWords } from './words.ts'

/** What waits for me, and what is late; each row opens where something can be done about it. */
export function TodayPage() {
  const { actor, today } = useSession()
  return (
    <Screen title="Hôm nay">
      <p className="soft">
        {actor.fullName}, ngày {formatDay(today)}
      </p>
      <Waiting />
    </Screen>
  )
}

function Waiting() {
  const unitId = useUnitId()
  const reports = useAsk('report.list', { unitId })
  const plans = useAsk('plan.list', { unitId })
  const tasks = useQueries({
    queries: (plans.data ?? []).map(({ id }) => ({ queryKey: ['plan.one', { id }], queryFn: () => ask('plan.one', { id }) })),
    combine: results => ({
      list: results.flatMap(({ data }) => leavesOf(data?.tasks ?? [])),
      isPending: results.some(result => result.isPending),
    }),
  })
  const may = useMay()
  const { today } = useSession()
  const mine = (reports.data ?? []).filter(row => isAtMyStep(row, may))
  const obligations = tasks.list.flatMap(task => obligationsOf(task, { may, today }))
  const late = obligations.filter(({ task }) => task.dueOn < today)
  const open = obligations.filter(({ task }) => task.dueOn >= today)
  const others = tasks.list.filter(task => task.standing.isOverdue && !late.some(entry => entry.task.id === task.id))
  return (
    <Loaded of={reports}>
      {() => (
        <Loaded of={plans}>
          {() => {
            if (tasks.isPending) return null
            if (mine.length + obligations.length + others.length === 0)
              return (
                <EmptyState title="Không có việc nào đang chờ bạn" next={<Link to="/hoat-dong">Xem hoạt động đã ghi</Link>}>
                  Báo cáo tới bước của bạn, việc được giao chưa trả lời và việc quá hạn sẽ hiện ở đây.
                </EmptyState>
              )
            return (
              <div className="stack">
                <Group title="Báo cáo đang ở bước của bạn" count={mine.length}>
                  {mine.map(row => (
                    <ReportLine key={row.id} row={row} />
                  ))}
                </Group>
                <Group title="Quá hạn, chưa xong" count={late.length}>
                  {late.map(entry => (
                    <TaskLine key={entry.task.id} {...entry} />
                  ))}
                </Group>
                <Group title="Việc được giao, chưa xong" count={open.length}>
                  {open.map(entry => (
                    <TaskLine key={entry.task.id} {...entry} />
                  ))}
                </Group>
                <Group title="Việc quá hạn của đơn vị khác" count={others.length}>
                  {others.map(task => (
                    <TaskLine key={task.id} task={task} words={`${task.leadUnitName} · ${task.standing.closed}/${task.standing.of} xong`} />
                  ))}
                </Group>
              </div>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null
  return (
    <section className="stack-s">
      <h2>
        {title} <span className="soft">{count}</span>
      </h2>
      <Rows label={title}>{children}</Rows>
    </section>
  )
}

function ReportLine({ row }: { row: ReportRow }) {
  const { today } = useSession()
  const step = nextSteps[row.state]
  return (
    <Row
      title={
        <Link to="/bao-cao/$reportId" params={{ reportId: row.id }}>
          {step?.verb}: {row.title}
        </Link>
      }
      second={row.unitName}
      aside={
        <>
          {row.dueOn && <DueText dueOn={row.dueOn} today={today} />}
          <Chip tone="cham">{reportStateWords[row.state]}</Chip>
        </>
      }
    />
  )
}

function TaskLine({ task, words }: Obligation) {
  const { today } = useSession()
  return (
    <Row
      title={
        <Link to="/ke-hoach/$planId" params={{ planId: task.planId }} search={{ nhiem_vu: task.id }}>
          {task.name}
        </Link>
      }
      second={words}
      aside={<DueText dueOn={task.dueOn} today={today} />}
    />
  )
}

/** A task with the units that still owe an answer the signed-in person may give. */
type Obligation = { readonly task: TaskView; readonly words: string }

function obligationsOf(task: TaskView, { may, today }: { may: ReturnType<typeof useMay>; today: PlainDate }): Obligation[] {
  const owed = task.assignments
    .filter(({ unitId }) => may('plan.reportProgress', unitId))
    .filter(assignment => answerOf(assignment, today)?.state !== 'done')
  if (owed.length === 0) return []
  const byState = Map.groupBy(owed, assignment => taskStateWords[stateOfAnswer(answerOf(assignment, today))])
  const words = [...byState].map(([state, assignments]) => `${state}: ${assignments.map(({ unitName }) => unitName).join(', ')}`)
  return [{ task, words: words.join('. ') }]
}

function isAtMyStep(row: ReportRow, may: ReturnType<typeof useMay>): boolean {
  const step = nextSteps[row.state]
  return step !== null && may(step.command, row.draftingUnitId, row.state)
}

function leavesOf(tasks: readonly TaskView[]): TaskView[] {
  const parents = new Set(tasks.map(task => task.parentTaskId))
  return inTreeOrder(tasks)
    .map(({ task }) => task)
    .filter(task => !parents.has(task.id))
}
