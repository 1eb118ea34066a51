import type { Progress } from '../plan/plan.ts'

/** How what a unit was given stands on a day. Late comes first: a late answer that is under way is late. */
export const taskStandings = ['done', 'underway', 'blocked', 'late', 'notStarted'] as const
export type TaskStandingName = (typeof taskStandings)[number]

export function standingNameOf(answered: Progress['state'] | null, isPastDue: boolean): TaskStandingName {
  if (answered === 'done') return 'done'
  if (isPastDue) return 'late'
  return answered ?? 'notStarted'
}

/** What one unit was given in a year, by how it stands: the five together are all of it. */
export type UnitTasks = {
  readonly unitId: string
  readonly of: number
  readonly counts: Readonly<Record<TaskStandingName, number>>
}

type Tally = { readonly unitId: string; readonly state: Progress['state'] | null; readonly isPastDue: boolean; readonly count: number }

/** Unit by unit, the most urgent first. */
export function tasksByUnit(tallies: readonly Tally[]): UnitTasks[] {
  return [...Map.groupBy(tallies, tally => tally.unitId)]
    .map(([unitId, own]) => {
      const counts = { done: 0, underway: 0, blocked: 0, late: 0, notStarted: 0 }
      for (const { state, isPastDue, count } of own) counts[standingNameOf(state, isPastDue)] += count
      return { unitId, of: own.reduce((sum, { count }) => sum + count, 0), counts }
    })
    .sort(byUrgency)
}

/** Those with most late first, then those with most left to do. */
export function byUrgency(a: UnitTasks, b: UnitTasks): number {
  return b.counts.late - a.counts.late || leftOf(b) - leftOf(a) || b.of - a.of
}

function leftOf({ of, counts }: UnitTasks): number {
  return of - counts.done
}
