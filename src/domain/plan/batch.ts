import { ok, type Result, refuse } from '../kit/result.ts'
import { addTask, type Plan, type PlanRefusal, type Task } from './plan.ts'

/** Several tasks in the order they are written, all or none; one may be part of another before it. A refusal names the row, from 1. */
export function addTasks(tasks: readonly Task[], plan: Plan, existing: readonly Task[]): Result<readonly Task[], PlanRefusal> {
  const taken: Task[] = []
  for (const [i, task] of tasks.entries()) {
    if (taken.some(other => other.id === task.id)) return refuse('plan.task-twice', { row: i + 1 })
    const decision = addTask(task, plan, [...existing, ...taken])
    if (!decision.ok) return refuse(decision.code, { ...decision.details, row: i + 1 })
    taken.push(decision.value)
  }
  return ok(taken)
}
