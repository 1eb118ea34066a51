import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planTask as task } from '../../../test/plan-task.ts'
import { addDays, plainDate } from '../calendar/plain-date.ts'
import { type Obligation, obligationsOf, reassign } from './assignments.ts'
import {
  type Assignment,
  addPlan,
  addTask,
  latestProgress,
  type Plan,
  type Progress,
  recordOutcome,
  reportProgress,
  standingOf,
  type Task,
} from './plan.ts'

const plan: Plan = { id: 'plan', ownerUnitId: 'office', year: 2022, title: 'Kế hoạch năm 2022', documentId: '17', revision: 0 }
const today = plainDate('2022-06-15')

describe('a plan', () => {
  test('is one for a unit, year and document', () => {
    expect(addPlan({ ...plan, id: 'twin' }, [plan])).toMatchObject({ code: 'plan.already-planned', details: { year: 2022 } })
    for (const changes of [{ year: 2023 }, { documentId: '14' }, { ownerUnitId: 'other' }])
      expect(addPlan({ ...plan, id: 'twin', ...changes }, [plan]).ok).toBe(true)
  })
})

describe('a task', () => {
  test('is due in the year of its plan, or within the month after for its closing report', () => {
    expect(due('2021-12-31')).toMatchObject({ code: 'plan.outside-year' })
    expect(due('2022-01-01').ok).toBe(true)
    expect(due('2023-01-31').ok).toBe(true)
    expect(due('2023-02-01')).toMatchObject({ code: 'plan.outside-year' })
  })

  test('may begin and end on one day, not end before it begins', () => {
    expect(addTask(task('a', { startsOn: today, dueOn: today }), plan, []).ok).toBe(true)
    expect(addTask(task('a', { startsOn: today, dueOn: addDays(today, -1) }), plan, [])).toMatchObject({ code: 'plan.due-before-start' })
  })

  test('is no part of itself, of its own parts, or of a task of another plan', () => {
    const siblings = [task('a'), task('b', { parentTaskId: 'a' }), task('c', { parentTaskId: 'b' })]
    expect(addTask(task('d', { parentTaskId: 'x' }), plan, siblings)).toMatchObject({ code: 'plan.unknown-task' })
    for (const parentTaskId of ['a', 'b', 'c'])
      expect(addTask(task('a', { parentTaskId }), plan, siblings)).toMatchObject({ code: 'plan.part-of-itself' })
  })

  test('is not supported by the unit that leads it', () => {
    expect(addTask(task('a', { supportingUnitIds: ['lead'] }), plan, [])).toMatchObject({ code: 'plan.lead-supports-itself' })
  })
})

describe('who owes an answer', () => {
  const body = task('a', { supportingUnitIds: ['second'] })

  test('is the lead and each supporting unit, from the day the task begins', () => {
    expect(obligationsOf(body)).toEqual([
      { taskId: 'a', unitId: 'lead', part: 'lead', assignedOn: '2022-02-14' },
      { taskId: 'a', unitId: 'second', part: 'support', assignedOn: '2022-02-14' },
    ])
  })

  test('changes with the task, but a unit that has answered stays', () => {
    const existing = obligationsOf(body).map(assigned)
    const changed = task('a', { leadUnitId: 'second', supportingUnitIds: ['third'] })
    expect(reassign(changed, existing, new Set())).toMatchObject({
      value: { added: [{ unitId: 'third' }], changed: [{ unitId: 'second', part: 'lead' }], removed: [{ unitId: 'lead' }] },
    })
    expect(reassign(changed, existing, new Set(['a lead']))).toMatchObject({ code: 'plan.unit-has-answered', details: { unitId: 'lead' } })
  })

  test('moves with the first day of the task, save that an answer given is never before it', () => {
    const existing = obligationsOf(body).map(assigned)
    const days = (startsOn: string) => {
      const change = reassign({ ...body, startsOn: plainDate(startsOn) }, existing, new Set(['a lead']))
      return change.ok ? change.value.changed.map(({ unitId, assignedOn }) => `${unitId} ${assignedOn}`) : change.code
    }
    expect(days('2022-03-01')).toEqual(['second 2022-03-01'])
    expect(days('2022-02-01')).toEqual(['lead 2022-02-01', 'second 2022-02-01'])
    expect(days('2022-02-14')).toEqual([])
  })
})

describe('an answer', () => {
  const assignment = assigned({ taskId: 'a', unitId: 'lead', part: 'lead', assignedOn: plainDate('2022-02-14') })
  const report = (changes: Partial<Progress>, hasParts = false) =>
    reportProgress({ ...progress('a lead', 1), ...changes }, { assignment, hasParts }, today)

  test('is dated from the day the task was given to today', () => {
    expect(report({ reportedOn: plainDate('2022-02-14') }).ok).toBe(true)
    expect(report({ reportedOn: plainDate('2022-02-13') })).toMatchObject({ code: 'plan.reported-before-assigned' })
    expect(report({ reportedOn: today }).ok).toBe(true)
    expect(report({ reportedOn: addDays(today, 1) })).toMatchObject({ code: 'plan.reported-in-future' })
  })

  test('of "done" means all of it, where a percentage is given', () => {
    expect(report({ state: 'done', percent: 99 })).toMatchObject({ code: 'plan.done-is-not-all' })
    expect(report({ state: 'done', percent: 100 }).ok).toBe(true)
    expect(report({ state: 'done', percent: null }).ok).toBe(true)
  })

  test('is given at the leaves', () => {
    expect(report({}, true)).toMatchObject({ code: 'plan.task-has-parts' })
  })

  test('of a later day stands for an earlier one, however late it arrives', () => {
    const entries = [progress('x', 3, '2022-05-01'), progress('x', 1, '2022-06-01'), progress('x', 2, '2022-06-01'), progress('y', 9)]
    expect(latestProgress(entries, 'x', today)?.sequence).toBe(2)
    expect(latestProgress(entries, 'x', plainDate('2022-05-31'))?.sequence).toBe(3)
    expect(latestProgress(entries, 'x', plainDate('2022-04-30'))).toBeUndefined()
  })
})

test('an outcome has a day that has come, and no more than there are', () => {
  const outcome = { numerator: 11, denominator: 11, on: today, basis: 'ví dụ' }
  expect(recordOutcome(outcome, today).ok).toBe(true)
  expect(recordOutcome({ ...outcome, on: addDays(today, 1) }, today)).toMatchObject({ code: 'plan.reported-in-future' })
  expect(recordOutcome({ ...outcome, numerator: 12 }, today)).toMatchObject({ code: 'plan.numerator-above-denominator' })
})

describe('how a task stands', () => {
  test('it is late from the day after it was due, until it is done', () => {
    const body = task('a', { dueOn: plainDate('2022-06-10') })
    const assignments = obligationsOf(body).map(assigned)
    const on = (day: string, entries: Progress[]) => standingOf(body, { tasks: [body], assignments, progress: entries }, plainDate(day))
    expect(on('2022-06-10', [])).toMatchObject({ state: 'notStarted', isOverdue: false, daysLate: 0 })
    expect(on('2022-06-11', [])).toMatchObject({ isOverdue: true, daysLate: 1 })
    expect(on('2022-06-11', [{ ...progress('a lead', 1, '2022-06-11'), state: 'blocked' }])).toMatchObject({
      state: 'blocked',
      isOverdue: true,
    })
    expect(on('2022-06-11', [{ ...progress('a lead', 1, '2022-06-11'), state: 'done' }])).toMatchObject({ state: 'done', isOverdue: false })
  })

  test('nobody assigned is not "done"', () => {
    expect(standingOf(task('a'), { tasks: [task('a')], assignments: [], progress: [] }, today)).toMatchObject({
      state: 'notStarted',
      closed: 0,
      of: 0,
    })
  })

  test('closing a leaf never lowers what its whole counts, and closing every leaf closes the whole', () => {
    const anyTree = fc.array(fc.nat(), { minLength: 1, maxLength: 9 }).map(parents => {
      const tasks = [task('0')]
      for (const [i, parent] of parents.entries()) tasks.push(task(String(i + 1), { parentTaskId: String(parent % (i + 1)) }))
      return tasks
    })
    fc.assert(
      fc.property(anyTree, fc.array(fc.nat(), { maxLength: 12 }), (tasks, order) => {
        const leaves = tasks.filter(leaf => !tasks.some(other => other.parentTaskId === leaf.id))
        const assignments = leaves.flatMap(leaf => obligationsOf(leaf).map(assigned))
        const whole = (entries: readonly Progress[]) => standingOf(task('0'), { tasks, assignments, progress: entries }, today)
        const answers: Progress[] = []
        for (const pick of order) {
          const leaf = leaves[pick % leaves.length] as Task
          const before = whole(answers)
          answers.push({ ...progress(`${leaf.id} lead`, answers.length), state: 'done' })
          expect(whole(answers).closed).toBeGreaterThanOrEqual(before.closed)
          expect(whole(answers).of).toBe(leaves.length)
        }
        const all = leaves.map((leaf, i) => ({ ...progress(`${leaf.id} lead`, 100 + i), state: 'done' as const }))
        expect(whole([...answers, ...all])).toMatchObject({ state: 'done', closed: leaves.length })
      }),
    )
  })
})

function assigned(obligation: Obligation): Assignment {
  return { id: `${obligation.taskId} ${obligation.unitId}`, ...obligation }
}

function progress(assignmentId: string, sequence: number, reportedOn = '2022-06-10'): Progress {
  return {
    id: `${assignmentId} ${sequence}`,
    assignmentId,
    sequence,
    reportedOn: plainDate(reportedOn),
    state: 'underway',
    percent: null,
    narrative: 'ví dụ',
    difficulty: '',
    proposal: '',
    documentIds: [],
    reportedBy: 'Minh họa',
  }
}

function due(dueOn: string): ReturnType<typeof addTask> {
  return addTask(task('a', { startsOn: plainDate('2021-12-15'), dueOn: plainDate(dueOn) }), plan, [])
}
