import type { AssignmentView, ProgressView, TaskView } from '#contract/plan.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { latestProgress, type Progress, type Target, type TaskState } from '#domain/plan/plan.ts'
import type { Tone } from '../kit/Chip.tsx'

export const taskStateWords: Record<TaskState, string> = {
  notStarted: 'Chưa trả lời',
  underway: 'Đang làm',
  blocked: 'Vướng mắc',
  done: 'Hoàn thành',
}
export const taskStateTones: Record<TaskState, Tone> = { notStarted: 'plain', underway: 'cham', blocked: 'soon', done: 'done' }
export const operatorWords: Record<Target['operator'], string> = { '>=': 'từ', '<=': 'không quá', '=': 'đúng' }

/** `từ 100 % cơ quan, đơn vị`. */
export function sayGoal({ operator, goalPercent, baseName }: Pick<Target, 'operator' | 'goalPercent' | 'baseName'>): string {
  return `${operatorWords[operator]} ${formatNumber(goalPercent, 1)} % ${baseName}`
}

/** `11/11 phòng, ban, đơn vị (100 %)`; null while nobody recorded it. */
export function sayOutcome({ outcome, baseName }: Pick<Target, 'outcome' | 'baseName'>): string | null {
  if (!outcome) return null
  return `${formatNumber(outcome.numerator)}/${formatNumber(outcome.denominator)} ${baseName} (${formatNumber((outcome.numerator / outcome.denominator) * 100, 1)} %)`
}

/** The answer that stands today, if the unit has given one. */
export function answerOf(assignment: AssignmentView, today: PlainDate): ProgressView | undefined {
  return latestProgress(assignment.progress, assignment.id, today)
}

export function stateOfAnswer(answer: Progress | undefined): TaskState {
  return answer?.state ?? 'notStarted'
}

/** Tasks in the order of the plan, each part under its whole, with how deep it lies. */
export function inTreeOrder(
  tasks: readonly TaskView[],
  parentTaskId: string | null = null,
  depth = 0,
): { task: TaskView; depth: number }[] {
  return tasks
    .filter(task => task.parentTaskId === parentTaskId)
    .sort((a, b) => a.position - b.position)
    .flatMap(task => [{ task, depth }, ...inTreeOrder(tasks, task.id, depth + 1)])
}
