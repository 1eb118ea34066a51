import type { PlainDate } from '../calendar/plain-date.ts'
import { ok, type Result, refuse } from '../kit/result.ts'
import type { Assignment, Task } from './plan.ts'

/** What a unit owes once a task is given out, before it has an id. */
export type Obligation = Pick<Assignment, 'taskId' | 'unitId' | 'part' | 'assignedOn'>
/** How the obligations of a task change when the task does. */
export type Reassignment = {
  readonly added: readonly Obligation[]
  readonly changed: readonly Assignment[]
  readonly removed: readonly Assignment[]
}

/** One obligation for the lead and one for each supporting unit, from the day the task begins. */
export function obligationsOf(task: Task): Obligation[] {
  const owe = (unitId: string, part: Assignment['part'], assignedOn: PlainDate): Obligation => ({
    taskId: task.id,
    unitId,
    part,
    assignedOn,
  })
  return [owe(task.leadUnitId, 'lead', task.startsOn), ...task.supportingUnitIds.map(unitId => owe(unitId, 'support', task.startsOn))]
}

/** A unit that has answered stays on the task, and what it answered keeps its day; others come, go and move with the task. */
export function reassign(
  task: Task,
  existing: readonly Assignment[],
  answeredIds: ReadonlySet<string>,
): Result<Reassignment, 'plan.unit-has-answered'> {
  const wanted = new Map(obligationsOf(task).map(obligation => [obligation.unitId, obligation]))
  const removed = existing.filter(assignment => !wanted.has(assignment.unitId))
  const kept = removed.find(assignment => answeredIds.has(assignment.id))
  if (kept) return refuse('plan.unit-has-answered', { unitId: kept.unitId })
  const changed = existing.flatMap(assignment => {
    const obligation = wanted.get(assignment.unitId)
    if (!obligation) return []
    const assignedOn =
      answeredIds.has(assignment.id) && assignment.assignedOn < obligation.assignedOn ? assignment.assignedOn : obligation.assignedOn
    const isSame = obligation.part === assignment.part && assignedOn === assignment.assignedOn
    return isSame ? [] : [{ ...assignment, part: obligation.part, assignedOn }]
  })
  const added = [...wanted.values()].filter(({ unitId }) => !existing.some(assignment => assignment.unitId === unitId))
  return ok({ added, changed, removed })
}
