import { expect, it } from 'vitest'
import type { TaskView } from '#contract/plan.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { inTreeOrder, sayGoal, sayOutcome } from './words.ts'

const task = (id: string, parentTaskId: string | null, position: number) => ({ id, parentTaskId, position }) as unknown as TaskView

it('lists tasks as the plan orders them, each part under its whole', () => {
  const tasks = [task('2', null, 2), task('1.2', '1', 2), task('1', null, 1), task('1.1', '1', 1)]
  expect(inTreeOrder(tasks).map(entry => `${entry.depth} ${entry.task.id}`)).toEqual(['0 1', '1 1.1', '1 1.2', '0 2'])
})

it('says a target and its outcome with the name of the base, and nothing while no outcome is recorded', () => {
  const target = { operator: '>=', goalPercent: 92.5, baseName: 'hộ', outcome: null } as const
  expect(sayGoal(target)).toBe('từ 92,5% hộ')
  expect(sayOutcome(target)).toBeNull()
  const outcome = { numerator: 11, denominator: 12, on: plainDate('2022-06-14'), basis: 'biên bản' }
  expect(sayOutcome({ ...target, outcome })).toBe('11/12 hộ (91,7%)')
})
