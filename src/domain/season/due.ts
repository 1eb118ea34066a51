import type { PlainDate } from '../calendar/plain-date.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import { type Deadline, daysLeft, deadlinesOf, type SeasonDays } from '../title/deadlines.ts'
import type { RuleBook, StepCode } from '../title/rule-book.ts'
import type { Confirmations } from '../title/sourced.ts'
import { type AreaEvent, standingEvents } from './area.ts'
import type { SeasonDecision } from './decision.ts'

/** A day something is to be done by or lasts until, and how far off it is on the day of looking. */
export type Due = Deadline & { readonly daysLeft: number | null; readonly isDone: boolean }

type File = {
  readonly events: readonly AreaEvent[]
  /** The last act about the file, if there was any. */
  readonly decision: Pick<SeasonDecision, 'on' | 'published'> | null
}

type Counting = { readonly calendar: WorkCalendar; readonly confirmations: Confirmations; readonly today: PlainDate }

/** Every term of one file's way. What is done is told as done and no longer runs. */
export function duesOf(book: RuleBook, year: number, file: File, { calendar, confirmations, today }: Counting): Due[] {
  const done = doneDays(file)
  return deadlinesOf(book, { year, done }, { calendar, confirmations }).map(deadline => {
    const isDone = isOver(deadline, { done, today })
    return { ...deadline, isDone, daysLeft: isDone ? null : daysLeft(deadline, today) }
  })
}

/** What comes next of a file, by its day. Registration whose day has passed is over, not overdue: it can be made no more. */
export function nextDue(dues: readonly Due[]): Due | null {
  const runs = ({ isDone, daysLeft: left, kind, step }: Due): boolean =>
    !isDone && left !== null && kind === 'within' && step !== 'publish' && (step !== 'register' || left >= 0)
  return dues.find(runs) ?? null
}

/** By when a decision is to be made public. */
export function publishBy(dues: readonly Due[]): Due | null {
  return dues.find(({ step, isDone }) => step === 'publish' && !isDone) ?? null
}

/** Past its day and not done. */
export function isOverdue({ daysLeft: left, kind }: Due): boolean {
  return kind === 'within' && left !== null && left < 0
}

function doneDays({ events, decision }: File): SeasonDays['done'] {
  const done: Partial<Record<StepCode, PlainDate>> = {}
  for (const event of standingEvents(events)) {
    if (event.type === 'sentBack') continue
    // A list put up on a day is posted from that day.
    done[event.type] = event.type === 'post' ? event.posting.from : event.on
  }
  if (decision) done.decide = decision.on
  if (decision?.published) done.publish = decision.published.on
  return done
}

/** Registration is over once the file goes on; what must last is over the day after its last. */
function isOver(
  { step, kind, lastDay }: Deadline,
  { done, today }: { readonly done: SeasonDays['done']; readonly today: PlainDate },
): boolean {
  if (kind === 'lasts') return lastDay !== null && today > lastDay
  if (step === 'register' || step === 'assessSelf') return Object.keys(done).length > 0
  return done[step] !== undefined
}
