import { addDays, daysBetween, type PlainDate, yearOf } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'

/** What a unit sets out to do in a year, under a document of its own. */
export type Plan = {
  readonly id: string
  readonly ownerUnitId: string
  readonly year: number
  readonly title: string
  /** The document that decreed it: 17/KH-VPUB. */
  readonly documentId: string | null
  readonly revision: number
}

/** A number to reach, with the name of its base. The outcome stays missing until recorded. */
export type Target = {
  readonly id: string
  readonly planId: string
  readonly statement: string
  readonly operator: '>=' | '<=' | '='
  readonly goalPercent: number
  readonly baseName: string
  /** What it is held against among the figures that come up the tree; null where there is no such share. */
  readonly share: GoalShare | null
  readonly outcome: TargetOutcome | null
  readonly revision: number
}
/** A share of the dictionary, of one of its bases. */
export type GoalShare = { readonly code: string; readonly baseCode: string }
export type TargetOutcome = { readonly numerator: number; readonly denominator: number; readonly on: PlainDate; readonly basis: string }

/** One piece of a plan; may have parts. The leaf is what units are held to. */
export type Task = {
  readonly id: string
  readonly planId: string
  readonly parentTaskId: string | null
  readonly position: number
  /** Short, as a list shows it. */
  readonly name: string
  /** What is to be done, as the plan words it; becomes a sentence of the report's part on tasks ahead. */
  readonly instruction: string
  readonly theme: TaskTheme
  readonly leadUnitId: string
  readonly supportingUnitIds: readonly string[]
  readonly startsOn: PlainDate
  readonly dueOn: PlainDate
  readonly expectedProduct: string
  /** The target this task works towards, when there is one. */
  readonly targetId: string | null
  readonly revision: number
}

/** The part of a report a task and its activities speak to. */
export const taskThemes = [
  'direction',
  'advice',
  'dissemination',
  'supervision',
  'registration',
  'sport',
  'festival',
  'communeAid',
  'reporting',
  'leadership',
  'support',
] as const
export type TaskTheme = (typeof taskThemes)[number]

/** The obligation of one unit to answer for one task. */
export type Assignment = {
  readonly id: string
  readonly taskId: string
  readonly unitId: string
  readonly part: 'lead' | 'support'
  readonly assignedOn: PlainDate
}

/** What a unit answered, appended and never overwritten: a later entry stands for an earlier one of the same assignment. */
export type Progress = {
  readonly id: string
  readonly assignmentId: string
  readonly reportedOn: PlainDate
  readonly state: 'underway' | 'done' | 'blocked'
  readonly percent: number | null
  /** One or more sentences in the office's own words; goes into the report. */
  readonly narrative: string
  /** Khó khăn, vướng mắc and kiến nghị, đề xuất: what stood in the way, and what the unit asks for. Empty: none told. */
  readonly difficulty: string
  readonly proposal: string
  readonly documentIds: readonly string[]
  readonly reportedBy: string
  readonly sequence: number
}

export type PlanRefusal =
  | 'plan.unknown'
  | 'plan.unknown-task'
  | 'plan.unknown-assignment'
  | 'plan.unknown-target'
  | 'plan.unknown-share'
  | 'plan.share-has-goal'
  | 'plan.already-planned'
  | 'plan.due-before-start'
  | 'plan.outside-year'
  | 'plan.part-of-itself'
  | 'plan.task-twice'
  | 'plan.same-year'
  | 'plan.task-has-parts'
  | 'plan.parent-has-answers'
  | 'plan.lead-supports-itself'
  | 'plan.unit-has-answered'
  | 'plan.reported-in-future'
  | 'plan.reported-before-assigned'
  | 'plan.done-is-not-all'
  | 'plan.numerator-above-denominator'
  | 'plan.stale'

export function addPlan(plan: Plan, existing: readonly Plan[]): Result<Plan, PlanRefusal> {
  const twin = existing.find(
    other =>
      other.id !== plan.id && other.ownerUnitId === plan.ownerUnitId && other.year === plan.year && other.documentId === plan.documentId,
  )
  return twin ? refuse('plan.already-planned', { title: twin.title, year: plan.year }) : ok(plan)
}

/** A task lies in its plan's year (with a month of grace for the closing report) and its days are in order. */
export function addTask(task: Task, plan: Plan, siblings: readonly Task[]): Result<Task, PlanRefusal> {
  if (task.dueOn < task.startsOn) return refuse('plan.due-before-start', { startsOn: task.startsOn, dueOn: task.dueOn })
  if (yearOf(task.dueOn) !== plan.year && yearOf(addDays(task.dueOn, -31)) !== plan.year)
    return refuse('plan.outside-year', { year: plan.year })
  if (task.supportingUnitIds.includes(task.leadUnitId)) return refuse('plan.lead-supports-itself')
  if (task.parentTaskId !== null && !siblings.some(other => other.id === task.parentTaskId)) return refuse('plan.unknown-task')
  if (task.parentTaskId === task.id || isBelow(task.parentTaskId, task.id, siblings)) return refuse('plan.part-of-itself')
  return ok(task)
}

function isBelow(taskId: string | null, ancestorId: string, tasks: readonly Task[]): boolean {
  for (let next = tasks.find(task => task.id === taskId); next; next = tasks.find(task => task.id === next?.parentTaskId))
    if (next.parentTaskId === ancestorId) return true
  return false
}

/** An answer belongs to a leaf, is not dated ahead, and "done" means all of it. */
export function reportProgress(
  progress: Progress,
  facts: { readonly assignment: Assignment; readonly hasParts: boolean },
  today: PlainDate,
): Result<Progress, PlanRefusal> {
  if (facts.hasParts) return refuse('plan.task-has-parts')
  if (progress.reportedOn > today) return refuse('plan.reported-in-future')
  if (progress.reportedOn < facts.assignment.assignedOn)
    return refuse('plan.reported-before-assigned', { assignedOn: facts.assignment.assignedOn })
  if (progress.state === 'done' && progress.percent !== null && progress.percent < 100)
    return refuse('plan.done-is-not-all', { percent: progress.percent })
  return ok(progress)
}

export function recordOutcome(outcome: TargetOutcome, today: PlainDate): Result<TargetOutcome, PlanRefusal> {
  if (outcome.on > today) return refuse('plan.reported-in-future')
  if (outcome.numerator > outcome.denominator)
    return refuse('plan.numerator-above-denominator', { numerator: outcome.numerator, denominator: outcome.denominator })
  return ok(outcome)
}

/** The answer that stands for an assignment on a day: the latest by day, then by order of arrival. */
export function latestProgress<Entry extends Progress>(progress: readonly Entry[], assignmentId: string, on: PlainDate): Entry | undefined {
  return progress
    .filter(entry => entry.assignmentId === assignmentId && entry.reportedOn <= on)
    .sort((a, b) => (a.reportedOn < b.reportedOn ? 1 : a.reportedOn > b.reportedOn ? -1 : b.sequence - a.sequence))[0]
}

export type TaskState = 'notStarted' | 'underway' | 'blocked' | 'done'
export type TaskStanding = {
  readonly taskId: string
  readonly state: TaskState
  /** Closed leaf obligations of all leaf obligations below; null when nobody is assigned. */
  readonly closed: number
  readonly of: number
  readonly isOverdue: boolean
  /** Days past due; negative while there is time left. */
  readonly daysLate: number
}

/** How a task stands on a day: from its own answers when it is a leaf, else from its parts, so that closing a leaf moves the parent. */
export function standingOf(
  task: Task,
  facts: { readonly tasks: readonly Task[]; readonly assignments: readonly Assignment[]; readonly progress: readonly Progress[] },
  on: PlainDate,
): TaskStanding {
  const parts = facts.tasks.filter(other => other.parentTaskId === task.id)
  const counted = parts.length > 0 ? sum(parts.map(part => standingOf(part, facts, on))) : leafStanding(task, facts, on)
  const state: TaskState =
    counted.of > 0 && counted.closed === counted.of ? 'done' : counted.blocked ? 'blocked' : counted.started ? 'underway' : 'notStarted'
  const daysLate = daysBetween(task.dueOn, on)
  return { taskId: task.id, state, closed: counted.closed, of: counted.of, isOverdue: state !== 'done' && daysLate > 0, daysLate }
}

type Counted = { closed: number; of: number; started: boolean; blocked: boolean }

function leafStanding(
  task: Task,
  facts: { readonly assignments: readonly Assignment[]; readonly progress: readonly Progress[] },
  on: PlainDate,
): Counted {
  const latest = facts.assignments
    .filter(assignment => assignment.taskId === task.id)
    .map(assignment => latestProgress(facts.progress, assignment.id, on))
  return {
    of: latest.length,
    closed: latest.filter(entry => entry?.state === 'done').length,
    started: latest.some(entry => entry !== undefined),
    blocked: latest.some(entry => entry?.state === 'blocked'),
  }
}

function sum(parts: readonly TaskStanding[]): Counted {
  return {
    of: parts.reduce((total, part) => total + part.of, 0),
    closed: parts.reduce((total, part) => total + part.closed, 0),
    started: parts.some(part => part.state !== 'notStarted'),
    blocked: parts.some(part => part.state === 'blocked'),
  }
}
