import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PlanDetail, TaskView } from '#contract/plan.ts'
import { formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { useSession } from '../app/session.tsx'
import { sayDue } from '../kit/DayText.tsx'
import { MoreRows } from '../kit/MoreRows.tsx'
import type { DrawnTask } from './plan-filter.ts'
import { moveAmongRows } from './row-keys.ts'
import classes from './timeline.module.css'
import { barOf, type Scale, scaleOf } from './timeline.ts'
import { usePlanLook } from './usePlanLook.ts'
import { answerOf, sayStanding, taskStateWords } from './words.ts'

/** The year from left to right: a bar for each task, a bracket for each whole. Read aloud it is a list with days in words. */
export function Timeline({ detail, drawn }: { detail: PlanDetail; drawn: readonly DrawnTask[] }) {
  const { today } = useSession()
  const [{ nhiem_vu }] = usePlanLook()
  const scale = scaleOf(detail.plan.year, detail.tasks)
  const showsToday = today >= scale.from && today < scale.until
  return (
    <div className={classes.timeline}>
      <div className={classes.head} aria-hidden="true">
        <span className={classes.corner}>Tháng</span>
        <svg className={classes.months} role="presentation">
          {scale.months.map(month => (
            <text key={month.label} x={`${month.at + month.width / 2}%`} y="16" textAnchor="middle">
              {month.label}
            </text>
          ))}
        </svg>
      </div>
      <MoreRows rows={drawn}>
        {shown => (
          <div className={classes.body}>
            <div className={classes.behind} aria-hidden="true">
              <svg>
                {scale.months.slice(1).map(month => (
                  <line key={month.label} x1={`${month.at}%`} x2={`${month.at}%`} y1="0" y2="100%" className={classes.monthLine} />
                ))}
                {showsToday && (
                  <line x1={`${scale.at(today)}%`} x2={`${scale.at(today)}%`} y1="0" y2="100%" className={classes.todayLine} />
                )}
              </svg>
            </div>
            <ul aria-label="Nhiệm vụ theo thời gian" onKeyDown={moveAmongRows}>
              {shown.map(row => (
                <TimelineRow key={row.task.id} row={row} scale={scale} isOpen={row.task.id === nhiem_vu} />
              ))}
            </ul>
          </div>
        )}
      </MoreRows>
      <p className={classes.legend}>
        <span data-kind="bar">thời gian làm</span>
        <span data-kind="done">đã xong</span>
        <span data-kind="late">quá hạn</span>
        {showsToday && <span data-kind="today">hôm nay, {formatDay(today)}</span>}
      </p>
    </div>
  )
}

function TimelineRow({ row, scale, isOpen }: { row: DrawnTask; scale: Scale; isOpen: boolean }) {
  const { today } = useSession()
  const { task, depth, number, hasParts } = row
  const bar = barOf(task, lateUntil(task, today), scale)
  const due = task.standing.state === 'done' ? taskStateWords.done : sayDue(task.dueOn, today)
  const words = `từ ${formatDay(task.startsOn)} đến ${formatDay(task.dueOn)}, ${due}, ${sayStanding(task, hasParts)}`
  return (
    <li
      className={classes.row}
      data-task-row=""
      data-depth={depth}
      data-selected={isOpen || undefined}
      data-beside={!row.isMatch || undefined}
    >
      <div className={classes.label} style={{ paddingInlineStart: 12 + Math.min(depth, 6) * 16 }}>
        <Link
          to="/ke-hoach/$planId"
          params={{ planId: task.planId }}
          search={before => ({ ...before, nhiem_vu: task.id })}
          resetScroll={false}
          className={classes.link}
          data-whole={hasParts || undefined}
          title={`${task.name}: ${words}`}
        >
          <span className={classes.number}>{number}</span> {task.name}
        </Link>
        <VisuallyHidden>{words}</VisuallyHidden>
      </div>
      <svg className={classes.track} aria-hidden="true" data-state={task.standing.state}>
        {hasParts ? (
          <g className={classes.bracket}>
            <rect x={`${bar.at}%`} y="12" width={`${bar.width}%`} height="3" />
            <rect x={`${bar.at}%`} y="12" width="3" height="10" />
            <rect x={`${bar.at + bar.width}%`} y="12" width="3" height="10" transform="translate(-3 0)" />
          </g>
        ) : (
          <rect className={classes.bar} x={`${bar.at}%`} y="11" width={`${bar.width}%`} height="14" rx="3" />
        )}
        {bar.lateWidth > 0 && (
          <rect
            className={classes.late}
            x={`${bar.lateAt}%`}
            y={hasParts ? 12 : 14}
            width={`${bar.lateWidth}%`}
            height={hasParts ? 3 : 8}
          />
        )}
      </svg>
    </li>
  )
}

/** Until when it was late: to this day while something is open, else to the day of the last answer. */
function lateUntil(task: TaskView, today: PlainDate): PlainDate | null {
  if (task.standing.isOverdue) return today
  const days = task.assignments.map(assignment => answerOf(assignment, today)?.reportedOn ?? task.startsOn)
  return days.length === 0 ? null : days.reduce((last, day) => (day > last ? day : last))
}
