import { Button } from '@mantine/core'
import { addDays, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import type { ChangeDay } from '#domain/org/changes.ts'
import classes from './time-slider.module.css'
import { sayCounts } from './words.ts'

type SliderParts = {
  readonly days: readonly ChangeDay[]
  readonly on: PlainDate
  readonly today: PlainDate
  readonly go: (day: PlainDate) => void
}

/** So many days can be written out below the line. */
const fewMarks = 6

/** The days on which the tree changed, as places on a line: an arrow key goes from one to the next, and the tree follows. */
export function TimeSlider({ days, on, today, go }: SliderParts) {
  const [first] = days
  if (!first) return null
  const at = days.filter(day => day.on <= on).length
  const present = days[at - 1]
  const dayAt = (place: number): PlainDate => days[place - 1]?.on ?? addDays(first.on, -1)
  const words = present?.on === on ? `${formatDay(on)}: ${sayCounts(present.counts)}` : sayBetween(present, days[at])
  return (
    <section className={classes.slider} aria-label="Thời gian">
      <div className={classes.line}>
        <Button variant="default" disabled={at === 0} onClick={() => go(dayAt(present?.on === on ? at - 1 : at))}>
          ‹<span className={classes.word}>&nbsp;Mốc trước</span>
        </Button>
        <div className={classes.track}>
          {days.map((day, i) => (
            <span
              key={day.on}
              className={classes.mark}
              data-past={i < at || undefined}
              style={{ insetInlineStart: `${((i + 1) / days.length) * 100}%` }}
            >
              {days.length <= fewMarks && <span className={classes.day}>{formatDay(day.on)}</span>}
            </span>
          ))}
          <input
            type="range"
            min={0}
            max={days.length}
            step={1}
            value={at}
            aria-label="Mốc thay đổi của cây đơn vị"
            aria-valuetext={`Ngày ${formatDay(on)}. ${words}`}
            onChange={event => go(dayAt(Number(event.currentTarget.value)))}
          />
        </div>
        <Button variant="default" disabled={at === days.length} onClick={() => go(dayAt(at + 1))}>
          <span className={classes.word}>Mốc sau&nbsp;</span>›
        </Button>
      </div>
      <div className={classes.said}>
        <span className="soft">{words}</span>
        {on !== today && (
          <Button size="compact-sm" variant="subtle" onClick={() => go(today)}>
            Về ngày làm việc {formatDay(today)}
          </Button>
        )}
      </div>
    </section>
  )
}

function sayBetween(before: ChangeDay | undefined, after: ChangeDay | undefined): string {
  if (before && after) return `Giữa hai mốc ${formatDay(before.on)} và ${formatDay(after.on)}`
  return before ? `Sau mốc cuối ${formatDay(before.on)}` : `Trước mốc đầu ${after ? formatDay(after.on) : ''}`
}
