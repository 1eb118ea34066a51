import type { TodayReport, TodayTask, TodayView } from '#contract/today.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import type { StepCommand } from '#domain/today/today.ts'

/** What is being done over the page. */
export type Doing =
  | { readonly what: 'answer' | 'remind'; readonly task: TodayTask }
  | { readonly what: 'step'; readonly report: TodayReport; readonly step: StepCommand }

export const stepVerbs: Record<StepCommand, string> = {
  'report.checkContent': 'Kiểm nội dung',
  'report.checkForm': 'Kiểm thể thức',
  'report.submit': 'Trình ký',
  'report.signOff': 'Ký duyệt',
  'report.number': 'Cấp số',
  'report.issue': 'Ban hành',
}

export function isNothingWaiting(view: TodayView): boolean {
  return Object.values(view).every(rows => rows.length === 0)
}

const stateWords = { notStarted: 'Chưa trả lời', underway: 'Đang làm', blocked: 'Vướng mắc' } as const

/** `Chưa trả lời: Phòng Một, Phòng Hai. Đang làm: Phòng Ba`. */
export function sayOwed({ mine, others }: Pick<TodayTask, 'mine' | 'others'>): string {
  const byState = Map.groupBy([...mine, ...others], owed => stateWords[owed.state])
  return [...byState].map(([state, owed]) => `${state}: ${owed.map(({ unitName }) => unitName).join(', ')}`).join('. ')
}

/** Units that may be reminded today: each once a day. */
export function unitsToRemind({ mine, others }: Pick<TodayTask, 'mine' | 'others'>, today: PlainDate): TodayTask['mine'] {
  return [...mine, ...others].filter(owed => owed.remindedOn !== today)
}

/** Days before the due day from which a reminder is offered. */
const remindFromDays = 7

export function isRemindable(task: TodayTask): boolean {
  return task.mayRemind && task.daysLate >= -remindFromDays
}
