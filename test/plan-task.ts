import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Task } from '#domain/plan/plan.ts'

/** A task of the plan `plan` in its first half of 2022, as rules see it; every field can be replaced. */
export function planTask(id: string, changes: Partial<Task> = {}): Task {
  return {
    id,
    planId: 'plan',
    parentTaskId: null,
    position: 0,
    name: id,
    instruction: 'ví dụ',
    theme: 'direction',
    leadUnitId: 'lead',
    supportingUnitIds: [],
    startsOn: plainDate('2022-02-14'),
    dueOn: plainDate('2022-06-10'),
    expectedProduct: '',
    targetId: null,
    revision: 0,
    ...changes,
  }
}
