import type { TaskView } from '#contract/plan.ts'
import { daysBetween, type PlainDate } from '#domain/calendar/plain-date.ts'
import { searchKey } from '#domain/kit/text.ts'
import type { TaskState } from '#domain/plan/plan.ts'
import { numbered } from '#domain/plan/task-numbers.ts'
import { answerOf, stateOfAnswer } from './words.ts'

/** What of the plan is looked at; stands in the address as it is. */
export type PlanFilter = {
  readonly tim?: string | undefined
  readonly dv?: string | undefined
  readonly mang?: string | undefined
  readonly tinh?: string | undefined
}

export const stateFilterWords = {
  chua: 'Chưa làm',
  dang: 'Đang làm',
  vuong: 'Vướng mắc',
  'qua-han': 'Quá hạn',
  xong: 'Đã xong',
} as const
export type StateFilter = keyof typeof stateFilterWords

/** How a task stands, or one unit's part of it. */
export type Standing = { readonly state: TaskState; readonly isOverdue: boolean; readonly daysLate: number }

export function standingFor(task: TaskView, unitId: string | undefined, today: PlainDate): Standing | null {
  if (unitId === undefined) return task.standing
  const assignment = task.assignments.find(candidate => candidate.unitId === unitId)
  if (!assignment) return null
  const state = stateOfAnswer(answerOf(assignment, today))
  const daysLate = daysBetween(task.dueOn, today)
  return { state, daysLate, isOverdue: state !== 'done' && daysLate > 0 }
}

export function isIn(standing: Standing, filter: StateFilter): boolean {
  if (filter === 'qua-han') return standing.isOverdue
  const states: Record<Exclude<StateFilter, 'qua-han'>, TaskState> = {
    chua: 'notStarted',
    dang: 'underway',
    vuong: 'blocked',
    xong: 'done',
  }
  return standing.state === states[filter]
}

export function isFiltered({ tim, dv, mang, tinh }: PlanFilter): boolean {
  return [tim, dv, mang, readStateFilter(tinh)].some(Boolean)
}

export function readStateFilter(text: string | undefined): StateFilter | null {
  return text !== undefined && text in stateFilterWords ? (text as StateFilter) : null
}

/** A task of the tree as it is drawn. A whole that does not match itself stays where a part of it does. */
export type DrawnTask = {
  readonly task: TaskView
  readonly depth: number
  readonly number: string
  readonly isMatch: boolean
  readonly hasParts: boolean
  /** While something is looked for, what matches is shown whatever was folded. */
  readonly canFold: boolean
  readonly isFolded: boolean
}

export function drawnTasks(
  tasks: readonly TaskView[],
  { filter, folded, today }: { readonly filter: PlanFilter; readonly folded: ReadonlySet<string>; readonly today: PlainDate },
): DrawnTask[] {
  const parents = new Map(tasks.map(task => [task.id, task.parentTaskId]))
  const wholes = new Set(tasks.map(task => task.parentTaskId))
  const matching = new Set(tasks.filter(task => matches(task, { filter, isWhole: wholes.has(task.id), today })).map(({ id }) => id))
  const kept = new Set([...matching].flatMap(id => [id, ...wholesOfTask(id, parents)]))
  return numbered(tasks)
    .filter(({ task }) => kept.has(task.id))
    .filter(({ task }) => isFiltered(filter) || !wholesOfTask(task.id, parents).some(id => folded.has(shortId(id))))
    .map(placed => ({
      ...placed,
      isMatch: matching.has(placed.task.id),
      hasParts: wholes.has(placed.task.id),
      canFold: wholes.has(placed.task.id) && !isFiltered(filter),
      isFolded: !isFiltered(filter) && folded.has(shortId(placed.task.id)),
    }))
}

function matches(
  task: TaskView,
  { filter, isWhole, today }: { readonly filter: PlanFilter; readonly isWhole: boolean; readonly today: PlainDate },
): boolean {
  const state = readStateFilter(filter.tinh)
  if (isWhole && (filter.dv || state)) return false // units answer for the parts
  if (filter.mang && task.theme !== filter.mang) return false
  const standing = standingFor(task, filter.dv || undefined, today)
  if (!standing) return false
  if (state && !isIn(standing, state)) return false
  const text = searchKey([task.name, task.instruction, ...task.assignments.map(({ unitName }) => unitName)].join(' '))
  return searchKey(filter.tim ?? '')
    .split(' ')
    .every(word => text.includes(word))
}

function wholesOfTask(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const wholes: string[] = []
  for (let next = parents.get(id) ?? null; next !== null && !wholes.includes(next); next = parents.get(next) ?? null) wholes.push(next)
  return wholes
}

/** Enough of an id to tell the tasks of one plan apart in an address a person can send on. */
export function shortId(id: string): string {
  return id.slice(0, 8)
}

export function readFolded(text: string | undefined): ReadonlySet<string> {
  return new Set((text ?? '').split('.').filter(Boolean))
}

export function writeFolded(folded: ReadonlySet<string>): string | undefined {
  return folded.size === 0 ? undefined : [...folded].sort().join('.')
}
