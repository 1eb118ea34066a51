import { expect, test } from 'vitest'
import type { TodayTask } from '#contract/today.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { isRemindable, sayOwed, unitsToRemind } from './words.ts'

const today = plainDate('2022-06-15')
const owed = (unitName: string, changes: Partial<TodayTask['mine'][number]> = {}): TodayTask['mine'][number] => ({
  id: unitName,
  taskId: 'task',
  unitId: unitName,
  part: 'support',
  assignedOn: plainDate('2022-02-14'),
  unitName,
  state: 'notStarted',
  remindedOn: null,
  ...changes,
})

test('units are named under what they answered so far', () => {
  const task = { mine: [owed('Phòng Một')], others: [owed('Phòng Hai', { state: 'blocked' }), owed('Phòng Ba')] }
  expect(sayOwed(task)).toBe('Chưa trả lời: Phòng Một, Phòng Ba. Vướng mắc: Phòng Hai')
})

test('whoever was reminded today is not reminded again before tomorrow', () => {
  const task = { mine: [], others: [owed('Phòng Một', { remindedOn: today }), owed('Phòng Hai', { remindedOn: plainDate('2022-06-14') })] }
  expect(unitsToRemind(task, today).map(({ unitName }) => unitName)).toEqual(['Phòng Hai'])
})

test('a reminder is offered to the plan’s owner from a week before the due day', () => {
  const task = { id: 't', name: '', planId: 'p', dueOn: today, mine: [], others: [owed('Phòng Một')], mayRemind: true }
  expect([-8, -7, 3].map(daysLate => isRemindable({ ...task, daysLate }))).toEqual([false, true, true])
  expect(isRemindable({ ...task, daysLate: 3, mayRemind: false })).toBe(false)
})
