import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import type { OrgHistoryView } from '#contract/org.ts'
import { addDays, formatDay, type PlainDate } from '#domain/calendar/plain-date.ts'
import { capitalise } from '#domain/kit/text.ts'
import classes from './history.module.css'
import type { HistoryLayout, Segment, Thread } from './history-layout.ts'
import { nameOn } from './told-history.ts'
import { sayGiving, sayRange } from './words.ts'

const head = 28
const laneHeight = 52
const barHeight = 32
/** Between a bar and the edge of its column: there the lines bend. */
const gap = 18

type DrawingParts = { readonly history: OrgHistoryView; readonly layout: HistoryLayout; readonly on: PlainDate }

/** Time from left to right, a lane for each unit; every bar and every line is a link to the unit as it was then. */
export function HistoryDrawing({ history, layout, on }: DrawingParts) {
  const [told, tell] = useState<ReactNode>(null)
  const { days, lanes, threads } = layout
  const columnWidth = days.length <= 1 ? 280 : 190
  const width = (days.length + 1) * columnWidth
  const height = head + lanes.length * laneHeight
  const listen = (words: ReactNode) => ({
    onFocus: () => tell(words),
    onMouseEnter: () => tell(words),
    onBlur: () => tell(null),
    onMouseLeave: () => tell(null),
  })
  return (
    <>
      {/* Wider than its place it scrolls, so a keyboard must be able to reach it. */}
      <section className={classes.scroll} aria-label="Sơ đồ lịch sử đơn vị" tabIndex={0}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Từ trái sang phải theo thời gian">
          {days.map((day, i) => (
            <g key={day} aria-hidden="true">
              <line className={classes.day} x1={(i + 1) * columnWidth} x2={(i + 1) * columnWidth} y1={head - 6} y2={height} />
              <text className={classes.dayText} x={(i + 1) * columnWidth} y={14} textAnchor="middle">
                {formatDay(day)}
              </text>
            </g>
          ))}
          {lanes.flatMap((lane, laneIndex) =>
            lane.segments.map((segment, i) => (
              <g key={segment.key}>
                {i > 0 && lane.segments[i - 1]?.until === segment.from && (
                  <line
                    className={classes.carry}
                    x1={segment.column * columnWidth - gap}
                    x2={segment.column * columnWidth + gap}
                    y1={middle(laneIndex)}
                    y2={middle(laneIndex)}
                  />
                )}
                <Bar
                  segment={segment}
                  lane={laneIndex}
                  columnWidth={columnWidth}
                  isOwn={segment.unitId === history.unitId}
                  isNow={segment.unitId === history.unitId && covers(segment, on)}
                  listeners={listen(`${segment.name}: ${sayRange({ from: segment.from, until: segment.until })}.`)}
                />
              </g>
            )),
          )}
          {threads.map(thread => (
            <Line
              key={thread.key}
              thread={thread}
              columnWidth={columnWidth}
              words={sayThread(thread, history)}
              unitId={history.unitId}
              listeners={listen(sayThread(thread, history))}
            />
          ))}
        </svg>
      </section>
      <p className="soft" aria-live="polite">
        {told ?? 'Các cột đều nhau, không theo số năm. Đưa tới một thanh hay một đường để đọc phạm vi và căn cứ.'}
      </p>
    </>
  )
}

type Listeners = Record<'onFocus' | 'onMouseEnter' | 'onBlur' | 'onMouseLeave', () => void>
type BarParts = {
  readonly segment: Segment
  readonly lane: number
  readonly columnWidth: number
  readonly isOwn: boolean
  readonly isNow: boolean
  readonly listeners: Listeners
}

function Bar({ segment, lane, columnWidth, isOwn, isNow, listeners }: BarParts) {
  const clip = useId()
  const x = segment.column * columnWidth + gap
  const y = middle(lane) - barHeight / 2
  const width = segment.span * columnWidth - 2 * gap
  return (
    <Link
      to="/don-vi/$unitId"
      params={{ unitId: segment.unitId }}
      search={before => ({ ...before, ngay: segment.on })}
      className={classes.bar}
      data-own={isOwn || undefined}
      data-now={isNow || undefined}
      aria-current={isNow ? 'true' : undefined}
      aria-label={`${segment.name}, ${sayRange({ from: segment.from, until: segment.until })}`}
      {...listeners}
    >
      <clipPath id={clip}>
        <rect x={x + 8} y={y} width={Math.max(width - 16, 0)} height={barHeight} />
      </clipPath>
      <rect x={x} y={y} width={width} height={barHeight} rx={6} />
      <text x={x + 10} y={y + barHeight / 2 + 5} clipPath={`url(#${clip})`}>
        {segment.name}
      </text>
      <title>{segment.name}</title>
    </Link>
  )
}

type LineParts = {
  readonly thread: Thread
  readonly columnWidth: number
  readonly words: string
  readonly unitId: string
  readonly listeners: Listeners
}

function Line({ thread, columnWidth, words, unitId, listeners }: LineParts) {
  const { succession, edge, fromLane, toLane } = thread
  const isHeir = succession.toUnitId === unitId
  const x = edge * columnWidth
  const [top, bottom] = [middle(fromLane), middle(toLane)]
  const path = `M ${x - gap} ${top} C ${x + gap} ${top}, ${x - gap} ${bottom}, ${x + gap} ${bottom}`
  return (
    <Link
      to="/don-vi/$unitId"
      params={{ unitId: isHeir ? succession.fromUnitId : succession.toUnitId }}
      search={before => ({ ...before, ngay: isHeir ? addDays(succession.on, -1) : succession.on })}
      className={classes.thread}
      data-part={succession.extent === 'part' || undefined}
      aria-label={words}
      {...listeners}
    >
      <path className={classes.reach} d={path} />
      <path d={path} />
    </Link>
  )
}

function middle(lane: number): number {
  return head + lane * laneHeight + laneHeight / 2
}

function covers({ from, until }: Segment, on: PlainDate): boolean {
  return (from === null || from <= on) && (until === null || on < until)
}

function sayThread({ succession }: Thread, history: OrgHistoryView): string {
  const { fromUnitId, toUnitId, on, basis, isVerified } = succession
  const giving = sayGiving(succession, nameOn(history, fromUnitId, addDays(on, -1)), nameOn(history, toUnitId, on))
  return [`${capitalise(giving)} từ ${formatDay(on)}`, basis ?? 'chưa ghi căn cứ', isVerified ? null : 'chưa xác minh']
    .filter(Boolean)
    .join('; ')
}
