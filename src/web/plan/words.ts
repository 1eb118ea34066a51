import type { AssignableUnit, AssignmentView, ProgressView, TaskView } from '#contract/plan.ts'
import type { PlainDate } from '#domain/calendar/plain-date.ts'
import { formatNumber } from '#domain/kit/text.ts'
import { latestProgress, type Progress, type Target, type TaskState } from '#domain/plan/plan.ts'
import { numbered } from '#domain/plan/task-numbers.ts'
import { ratioText } from '#domain/report/from-tasks.ts'
import type { Tone } from '../kit/Chip.tsx'

export const taskStateWords: Record<TaskState, string> = {
  notStarted: 'Chưa trả lời',
  underway: 'Đang làm',
  blocked: 'Vướng mắc',
  done: 'Hoàn thành',
}
export const taskStateTones: Record<TaskState, Tone> = { notStarted: 'plain', underway: 'cham', blocked: 'soon', done: 'done' }
export const operatorWords: Record<Target['operator'], string> = { '>=': 'từ', '<=': 'không quá', '=': 'đúng' }

/** `từ 100% cơ quan, đơn vị`. */
export function sayGoal({ operator, goalPercent, baseName }: Pick<Target, 'operator' | 'goalPercent' | 'baseName'>): string {
  return `${operatorWords[operator]} ${formatNumber(goalPercent, 1)}% ${baseName}`
}

/** `11/11 phòng, ban, đơn vị (100%)`; null while nobody recorded it. */
export function sayOutcome({ outcome, baseName }: Pick<Target, 'outcome' | 'baseName'>): string | null {
  if (!outcome) return null
  return ratioText({ ...outcome, baseName })
}

/** The answer that stands today, if the unit has given one. */
export function answerOf(assignment: AssignmentView, today: PlainDate): ProgressView | undefined {
  return latestProgress(assignment.progress, assignment.id, today)
}

export function stateOfAnswer(answer: Progress | undefined): TaskState {
  return answer?.state ?? 'notStarted'
}

/** Never a bare percent: `2/3 đơn vị`, and `8/14 phần việc` where parts are counted. */
export function sayStanding({ standing }: Pick<TaskView, 'standing'>, hasParts: boolean): string {
  return `${standing.closed}/${standing.of} ${hasParts ? 'phần việc' : 'đơn vị'}`
}

/** Every unit that owes an answer for some task, by the name it was last given one under. */
export function unitsOfPlan(tasks: readonly TaskView[]): { unitId: string; name: string }[] {
  const names = new Map(tasks.flatMap(task => task.assignments.map(({ unitId, unitName }) => [unitId, unitName] as const)))
  return [...names].map(([unitId, name]) => ({ unitId, name }))
}

/** The units below the plan's own, and those elsewhere it has given work to already. */
export function withOthersOf(tasks: readonly TaskView[], units: readonly AssignableUnit[]): AssignableUnit[] {
  const others = unitsOfPlan(tasks).filter(({ unitId }) => !units.some(unit => unit.unitId === unitId))
  return [...units, ...others.map(unit => ({ ...unit, calledInText: unit.name, shortName: null, isDirect: false }))]
}

/** Tasks units answer for: those without parts. */
export function leavesOf<Entry extends { readonly id: string; readonly parentTaskId: string | null }>(tasks: readonly Entry[]): Entry[] {
  const wholes = new Set(tasks.map(task => task.parentTaskId))
  return tasks.filter(task => !wholes.has(task.id))
}

export { numbered as inTreeOrder }
