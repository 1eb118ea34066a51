import { isPlainDate, type PlainDate, plainDate, yearOf } from '../calendar/plain-date.ts'
import type { Plan, Target, Task } from './plan.ts'
import { type StaleWords, staleWords } from './stale-words.ts'

/** A plan as it would read in another year, before anybody has looked it over. */
export type PlanForYear = {
  readonly title: string
  readonly year: number
  /** Outcomes are of their own year and stay there. */
  readonly targets: readonly Target[]
  readonly tasks: readonly Task[]
  readonly stale: readonly StalePlace[]
}
/** Where in the plan words of another year stand. */
export type StalePlace = StaleWords & { readonly recordId: string; readonly field: StaleField }
export type StaleField = 'title' | 'statement' | 'baseName' | 'name' | 'instruction' | 'expectedProduct'

type Planned = { readonly plan: Plan; readonly targets: readonly Target[]; readonly tasks: readonly Task[] }

/** The days move by whole years and the tree stays; words stay too, and each that names a year, period, day or document is pointed out. */
export function planForYear({ plan, targets, tasks }: Planned, year: number): PlanForYear {
  const years = year - plan.year
  const place = (recordId: string, field: StaleField, text: string): StalePlace[] =>
    staleWords(text, year).map(words => ({ ...words, recordId, field }))
  return {
    title: plan.title,
    year,
    targets: targets.map(target => ({ ...target, outcome: null, revision: 0 })),
    tasks: tasks.map(task => ({
      ...task,
      startsOn: moveYears(task.startsOn, years),
      dueOn: moveYears(task.dueOn, years),
      revision: 0,
    })),
    stale: [
      ...place(plan.id, 'title', plan.title),
      ...targets.flatMap(target => [...place(target.id, 'statement', target.statement), ...place(target.id, 'baseName', target.baseName)]),
      ...tasks.flatMap(task => [
        ...place(task.id, 'name', task.name),
        ...place(task.id, 'instruction', task.instruction),
        ...place(task.id, 'expectedProduct', task.expectedProduct),
      ]),
    ],
  }
}

/** The same day some years on; 29/2 is 28/2 where there is none. */
export function moveYears(day: PlainDate, years: number): PlainDate {
  const moved = `${String(yearOf(day) + years).padStart(4, '0')}${day.slice(4)}`
  return isPlainDate(moved) ? moved : plainDate(`${moved.slice(0, 8)}28`)
}

/** What is copied of a plan: a task whose whole is left out stands by itself, one whose target is left out has none. */
export function keepChosen<Kept extends Pick<Task, 'id' | 'parentTaskId' | 'targetId'>>(
  tasks: readonly Kept[],
  chosen: { readonly taskIds: ReadonlySet<string>; readonly targetIds: ReadonlySet<string> },
): Kept[] {
  const byId = new Map(tasks.map(task => [task.id, task]))
  const wholeOf = (id: string | null): string | null =>
    id === null || chosen.taskIds.has(id) ? id : wholeOf(byId.get(id)?.parentTaskId ?? null)
  return tasks
    .filter(task => chosen.taskIds.has(task.id))
    .map(task => ({
      ...task,
      parentTaskId: wholeOf(task.parentTaskId),
      targetId: task.targetId !== null && chosen.targetIds.has(task.targetId) ? task.targetId : null,
    }))
}
