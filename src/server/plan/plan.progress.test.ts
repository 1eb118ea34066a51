import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { countRows } from '../../../test/office.ts'
import { answer, assignmentOf, aTask, planOf, progressBody, taskBody } from '../../../test/planning.ts'
import { listPlanFacts } from './plan.store.ts'

describe('progress', () => {
  test('is answered by the assigned unit for itself; the last answer stands, the first stays on record', async ({ database }) => {
    const ids = await aTask(database)
    const head = someone('unitHead', [ids.secondId, ids.officeId], { fullName: 'Cà Thị Minh Họa' })
    await answer(ids, { taskId: ids.taskId, unitId: ids.secondId }, { state: 'underway', percent: 40, reportedOn: '2022-05-01' }, head)
    await answer(ids, { taskId: ids.taskId, unitId: ids.secondId }, { state: 'done', reportedOn: '2022-06-01' }, head)
    const [task] = (await planOf(ids)).tasks
    expect(task?.standing).toMatchObject({ state: 'underway', closed: 1, of: 2 })
    expect(task?.assignments[1]?.progress).toMatchObject([
      { sequence: 1, state: 'underway', percent: 40, reportedBy: 'Cà Thị Minh Họa' },
      { sequence: 2, state: 'done' },
    ])
  })

  test('of the last unit closes the task, and the whole it is part of', async ({ database }) => {
    const ids = await aTask(database)
    const whole = taskBody(ids, { name: 'Việc lớn', position: 1 })
    await send(ids.world, ids.officer, 'plan.addTask', whole)
    const part = taskBody(ids, { name: 'Việc nhỏ', parentTaskId: whole.id, position: 2 })
    await send(ids.world, ids.officer, 'plan.addTask', part)
    expect(await must(ask(ids.world, ids.officer, 'plan.list', { unitId: ids.officeId }))).toMatchObject([{ closed: 0, of: 3, overdue: 2 }])
    await answer(ids, { taskId: part.id, unitId: ids.firstId }, { state: 'done' })
    expect((await planOf(ids)).tasks.find(task => task.id === whole.id)?.standing).toMatchObject({ state: 'done', isOverdue: false })
    expect(await must(ask(ids.world, ids.officer, 'plan.list', { unitId: ids.officeId }))).toMatchObject([
      { closed: 1, of: 3, overdue: 1, documentCode: '17/KH-VPUB', ownerUnitName: 'Văn phòng minh họa' },
    ])
  })

  test.for<readonly [string, Partial<BodyInput<'plan.reportProgress'>>, string]>([
    ['a day that has not come', { reportedOn: '2022-06-16' }, 'plan.reported-in-future'],
    ['the day before the task began', { reportedOn: '2022-02-13' }, 'plan.reported-before-assigned'],
    ['all done at 99 %', { state: 'done', percent: 99 }, 'plan.done-is-not-all'],
    ['a document of nobody', { documentIds: [randomUUID()] }, 'document.unknown'],
    ['an assignment of nobody', { assignmentId: randomUUID() }, 'plan.unknown-assignment'],
    ['no words', { narrative: ' ' }, 'input.invalid'],
    ['101 %', { percent: 101 }, 'input.invalid'],
  ])('is refused with %s, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await aTask(database)
    const before = await countRows(tx)
    const body = { ...progressBody(await assignmentOf(ids, ids.taskId, ids.firstId)), ...changes }
    expect(await send(ids.world, ids.officer, 'plan.reportProgress', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is taken on the very day the task begins', async ({ database }) => {
    const ids = await aTask(database)
    await answer(ids, { taskId: ids.taskId, unitId: ids.firstId }, { reportedOn: '2022-02-14' })
    expect((await planOf(ids)).tasks[0]?.standing.state).toBe('underway')
  })

  test('is answered at the parts of a task, not at the whole', async ({ database }) => {
    const ids = await aTask(database)
    await send(ids.world, ids.officer, 'plan.addTask', taskBody(ids, { parentTaskId: ids.taskId }))
    const body = progressBody(await assignmentOf(ids, ids.taskId, ids.firstId))
    expect(await send(ids.world, ids.officer, 'plan.reportProgress', body)).toMatchObject({ ok: false, code: 'plan.task-has-parts' })
  })

  test('of one department is not for its neighbour to give', async ({ database }) => {
    const ids = await aTask(database)
    const neighbour = someone('officer', [ids.secondId, ids.officeId])
    const body = progressBody(await assignmentOf(ids, ids.taskId, ids.firstId))
    expect(await send(ids.world, neighbour, 'plan.reportProgress', body)).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })

  test('sent twice counts once; two answers at the same moment both count, in order', async () => {
    const database = await openTestDatabase()
    const ids = await aTask(database)
    const assignmentId = await assignmentOf(ids, ids.taskId, ids.firstId)
    const body = progressBody(assignmentId)
    const first = await send(ids.world, ids.officer, 'plan.reportProgress', body)
    expect(await send(ids.world, ids.officer, 'plan.reportProgress', body)).toEqual(first)
    await Promise.all([1, 2].map(() => send(ids.world, ids.officer, 'plan.reportProgress', progressBody(assignmentId))))
    const { progress } = await listPlanFacts(database.kysely, ids.officeId, 2022)
    expect(progress.map(entry => entry.sequence)).toEqual([1, 2, 3])
    await database.close()
  })
})
