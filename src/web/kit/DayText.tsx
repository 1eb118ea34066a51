import { daysBetween, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { Chip } from './Chip.tsx'

/** A day as lists show it. */
export function DayText({ day }: { day: PlainDate }) {
  return <time dateTime={day}>{formatDay(day)}</time>
}

/** `1/1–3/1/2022` or one day alone. */
export function DaysText({ from, until }: { from: PlainDate; until: PlainDate }) {
  return from === until ? <DayText day={from} /> : <span>{`${formatDay(from)} – ${formatDay(until)}`}</span>
}

/** How far a day is away, in words, with the exact day behind it. */
export function sayDue(dueOn: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return 'hạn hôm nay'
  if (days === 1) return 'hạn ngày mai'
  return days > 0 ? `còn ${days} ngày` : `quá hạn ${-days} ngày`
}

/** A deadline: amber when near, red when past, always in words. */
export function DueText({ dueOn, today, isDone = false }: { dueOn: PlainDate; today: PlainDate; isDone?: boolean }) {
  const days = daysBetween(today, dueOn)
  const title = `Hạn ${formatDay(dueOn)}`
  if (isDone || days > 30)
    return (
      <span className="soft" title={title}>
        hạn {formatDay(dueOn)}
      </span>
    )
  return (
    <span title={title}>
      <Chip tone={days < 0 ? 'late' : days <= 7 ? 'soon' : 'plain'}>{sayDue(dueOn, today)}</Chip>
    </span>
  )
}
