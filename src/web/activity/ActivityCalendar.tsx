import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef } from 'react'
import type { ActivityView } from '#contract/activity.ts'
import { addDays, dayOfMonth, formatDay, isPlainDate, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import { Loaded } from '../app/Loaded.tsx'
import { useAsk } from '../app/queries.ts'
import { useSession } from '../app/session.tsx'
import { DaysText } from '../kit/DayText.tsx'
import { Row, Rows } from '../kit/Rows.tsx'
import classes from './calendar.module.css'
import { addMonths, barsOf, type Month, monthOfDay, sayMonth, weeksOf } from './month.ts'
import type { ActivityLook } from './useActivityLook.ts'
import { activityKindWords, sayParticipants } from './words.ts'

/** So many bars fit into a week. */
const mostBars = 3
const dayNames = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật']

/** A month at a time; where there is no room for seven columns, the same month as an agenda. */
export function ActivityCalendar({ look, openId }: { look: ActivityLook; openId: string | undefined }) {
  const { today } = useSession()
  const { month } = look
  const weeks = weeksOf(month)
  const days = weeks.flat()
  const [first, last] = [days[0], days.at(-1)]
  const activities = useAsk('activity.list', { ...look.filter, from: first, until: last && addDays(last, 1) }, { keepsPrevious: true })
  const go = (to: Month): void => look.change({ thang: to })
  return (
    <div className={classes.calendar}>
      <div className={classes.head}>
        <h2 aria-live="polite">{capitalise(sayMonth(month))}</h2>
        <div className="row">
          <Button variant="default" aria-label={`Về ${sayMonth(addMonths(month, -1))}`} onClick={() => go(addMonths(month, -1))}>
            ‹
          </Button>
          <Button variant="default" disabled={month === monthOfDay(today)} onClick={() => go(monthOfDay(today))}>
            Tháng này
          </Button>
          <Button variant="default" aria-label={`Sang ${sayMonth(addMonths(month, 1))}`} onClick={() => go(addMonths(month, 1))}>
            ›
          </Button>
        </div>
      </div>
      <Loaded of={activities}>
        {rows => (
          <>
            <MonthGrid weeks={weeks} month={month} activities={rows} openId={openId} go={go} />
            <Agenda activities={rows.filter(({ startsOn, endsOn }) => touches(month, startsOn, endsOn))} month={month} openId={openId} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function touches(month: Month, startsOn: PlainDate, endsOn: PlainDate): boolean {
  return monthOfDay(startsOn) <= month && month <= monthOfDay(endsOn)
}

type GridParts = {
  readonly weeks: readonly (readonly PlainDate[])[]
  readonly month: Month
  readonly activities: readonly ActivityView[]
  readonly openId: string | undefined
  readonly go: (month: Month) => void
}

function MonthGrid({ weeks, month, activities, openId, go }: GridParts) {
  const grid = useRef<HTMLDivElement>(null)
  const { today } = useSession()
  return (
    <div ref={grid} className={classes.grid} onKeyDown={event => moveByKey(event, { grid: grid.current, month, go })}>
      <div className={classes.names} aria-hidden="true">
        {dayNames.map(name => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {weeks.map(week => {
        const { bars, more } = barsOf(week, activities, mostBars)
        return (
          <div key={week[0]} className={classes.week}>
            {week.map((day, column) => (
              <div
                key={day}
                className={classes.day}
                data-outside={monthOfDay(day) !== month || undefined}
                data-today={day === today || undefined}
                style={{ gridColumn: column + 1 }}
              >
                <Link
                  to="/hoat-dong"
                  search={before => ({ ...before, xem: undefined, tu: day, den: day })}
                  data-day={day}
                  aria-label={`${dayNames[column]} ${formatDay(day)}${day === today ? ', hôm nay' : ''}`}
                >
                  {dayOfMonth(day)}
                </Link>
                {(more[column] ?? 0) > 0 && <span className={classes.more}>và {more[column]} nữa</span>}
              </div>
            ))}
            {bars.map(({ activity, column, span, row, isFromBefore, isGoingOn }) => (
              <Link
                key={activity.id}
                to="/hoat-dong/$activityId"
                params={{ activityId: activity.id }}
                search={true}
                className={classes.bar}
                data-before={isFromBefore || undefined}
                data-on={isGoingOn || undefined}
                data-selected={activity.id === openId || undefined}
                title={activity.name}
                style={{ gridColumn: `${column + 1} / span ${span}`, gridRow: row + 2 }}
              >
                <span className={classes.barName}>{activity.name}</span>
              </Link>
            ))}
          </div>
        )
      })}
    </div>
  )
}

type Move = { readonly grid: HTMLElement | null; readonly month: Month; readonly go: (month: Month) => void }

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** From day to day with the arrows, from month to month with Page Up and Page Down. */
function moveByKey(event: KeyboardEvent, { grid, month, go }: Move): void {
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    event.preventDefault()
    go(addMonths(month, event.key === 'PageUp' ? -1 : 1))
    return
  }
  const step = steps[event.key]
  const day = (event.target as HTMLElement).dataset['day']
  if (step === undefined || day === undefined || !isPlainDate(day)) return
  event.preventDefault()
  grid?.querySelector<HTMLElement>(`[data-day="${addDays(day, step)}"]`)?.focus()
}

/** The month in order, each activity once: what a narrow place shows. */
function Agenda({ activities, month, openId }: { activities: readonly ActivityView[]; month: Month; openId: string | undefined }) {
  const inOrder = activities.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  return (
    <div className={classes.agenda}>
      {inOrder.length === 0 ? (
        <p className="soft">Không có hoạt động nào trong {sayMonth(month)}.</p>
      ) : (
        <Rows label={`Hoạt động ${sayMonth(month)}`}>
          {inOrder.map(activity => (
            <Row
              key={activity.id}
              isSelected={activity.id === openId}
              title={
                <Link to="/hoat-dong/$activityId" params={{ activityId: activity.id }} search={true}>
                  {activity.name}
                </Link>
              }
              second={activityKindWords[activity.kind]}
              aside={
                <>
                  <DaysText from={activity.startsOn} until={activity.endsOn} />
                  {activity.participants && <span>{sayParticipants(activity)}</span>}
                </>
              }
            />
          ))}
        </Rows>
      )}
    </div>
  )
}
