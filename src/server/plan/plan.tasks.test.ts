import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { PlanDetail } from '#contract/plan.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { send } from '../../../test/factories.ts'
import { countRows, type Office } from '../../../test/office.ts'
import { answer, aPlan, aTask, planOf, strangerTo, taskBody } from '../../../test/planning.ts'
import { verifyChain } from '../audit/audit.store.ts'

describe('a task', () => {
  test('makes each unit owe an answer of its own, from the day it begins', async ({ database, tx }) => {
    const ids = await aPlan(database)
    const body = taskBody(ids, { supportingUnitIds: [ids.secondId, ids.secondId] })
    expect(await send(ids.world, ids.officer, 'plan.addTask', body)).toMatchObject({
      ok: true,
      value: { supportingUnitIds: [ids.secondId] },
    })
    const [task] = (await planOf(ids)).tasks
    expect(task).toMatchObject({
      leadUnitName: 'Phòng Một',
      standing: { state: 'notStarted', closed: 0, of: 2, isOverdue: true, daysLate: 5 },
    })
    expect(task?.assignments).toMatchObject([
      { part: 'lead', unitName: 'Phòng Một', assignedOn: '2022-02-14' },
      { part: 'support', unitName: 'Phòng Hai' },
    ])
    await send(ids.world, ids.officer, 'plan.addTask', body)
    expect(await countRows(tx)).toMatchObject({ task: 1, assignment: 2 })
  })

  test('a unit has answered for is not split: its answer would count for nothing', async ({ database }) => {
    const ids = await aTask(database)
    await answer(ids, { taskId: ids.taskId, unitId: ids.firstId }, {})
    expect(await send(ids.world, ids.officer, 'plan.addTask', taskBody(ids, { parentTaskId: ids.taskId }))).toMatchObject({
      code: 'plan.parent-has-answers',
    })
  })

  test.for<readonly [string, (ids: Office) => Partial<BodyInput<'plan.addTask'>>, string]>([
    ['due before it begins', () => ({ dueOn: '2022-02-13' }), 'plan.due-before-start'],
    ['due in another year', () => ({ dueOn: '2023-02-01' }), 'plan.outside-year'],
    ['led and supported by one unit', ({ firstId }) => ({ supportingUnitIds: [firstId] }), 'plan.lead-supports-itself'],
    ['part of a task of another plan', () => ({ parentTaskId: randomUUID() }), 'plan.unknown-task'],
    ['towards a target of another plan', () => ({ targetId: randomUUID() }), 'plan.unknown-target'],
    ['led by a unit nobody knows', () => ({ leadUnitId: randomUUID() }), 'org.unit-not-in-force'],
    ['supported by a unit not there when it begins', ({ lateId }) => ({ supportingUnitIds: [lateId] }), 'org.unit-not-in-force'],
    ['of a plan nobody knows', () => ({ planId: randomUUID() }), 'plan.unknown'],
    ['without a word of what to do', () => ({ instruction: '' }), 'input.invalid'],
    ['with a name of 301 letters', () => ({ name: 'ơ'.repeat(301) }), 'input.invalid'],
    ['due on a day that does not exist', () => ({ dueOn: '2022-06-31' }), 'input.invalid'],
  ])('%s is refused, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await aPlan(database)
    expect(await send(ids.world, ids.officer, 'plan.addTask', { ...taskBody(ids), ...changes(ids) })).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toMatchObject({ task: 0, assignment: 0 })
  })

  test('begins for a unit on the first day of that unit, not the day before', async ({ database }) => {
    const ids = await aPlan(database)
    const led = (startsOn: string) => taskBody(ids, { leadUnitId: ids.lateId, startsOn, dueOn: '2022-12-10' })
    expect(await send(ids.world, ids.officer, 'plan.addTask', led('2022-06-30'))).toMatchObject({ code: 'org.unit-not-in-force' })
    expect(await send(ids.world, ids.officer, 'plan.addTask', led('2022-07-01'))).toMatchObject({ ok: true })
  })

  test('gains and loses units, but keeps the one that has answered', async ({ database, tx }) => {
    const ids = await aPlan(database)
    const body = taskBody(ids, { supportingUnitIds: [ids.secondId] })
    await send(ids.world, ids.officer, 'plan.addTask', body)
    const swapped = { ...body, supportingUnitIds: [ids.thirdId], revision: 0 }
    expect(await send(ids.world, ids.officer, 'plan.amendTask', swapped)).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(unitsOf(await planOf(ids))).toEqual(['lead Phòng Một', 'support Phòng Ba'])

    await answer(ids, { taskId: body.id, unitId: ids.firstId }, { state: 'underway' })
    const before = await countRows(tx)
    const without = { ...body, leadUnitId: ids.secondId, supportingUnitIds: [], revision: 1 }
    expect(await send(ids.world, ids.officer, 'plan.amendTask', without)).toMatchObject({
      ok: false,
      code: 'plan.unit-has-answered',
      details: { name: 'Phòng Một' },
    })
    expect(await countRows(tx)).toEqual(before)
    const demoted = { ...without, supportingUnitIds: [ids.firstId] }
    expect(await send(ids.world, ids.officer, 'plan.amendTask', demoted)).toMatchObject({ ok: true })
    expect(unitsOf(await planOf(ids))).toEqual(['lead Phòng Hai', 'support Phòng Một'])
    expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
  })

  test.for<readonly [string, (ids: { taskId: string; partId: string }) => Record<string, unknown>, string]>([
    ['a version a colleague has replaced', () => ({ revision: 3 }), 'plan.stale'],
    ['a task nobody knows', () => ({ id: randomUUID() }), 'plan.unknown-task'],
    ['a plan nobody knows', () => ({ planId: randomUUID() }), 'plan.unknown'],
    ['itself as the whole it is part of', ({ taskId }) => ({ parentTaskId: taskId }), 'plan.part-of-itself'],
    ['its own part as the whole', ({ partId }) => ({ parentTaskId: partId }), 'plan.part-of-itself'],
  ])('is not amended with %s', async ([, changes, code], { database, tx }) => {
    const ids = await aPlan(database)
    const body = taskBody(ids)
    const part = taskBody(ids, { parentTaskId: body.id })
    await send(ids.world, ids.officer, 'plan.addTask', body)
    await send(ids.world, ids.officer, 'plan.addTask', part)
    const before = await countRows(tx)
    const amended = { ...body, revision: 0, ...changes({ taskId: body.id, partId: part.id }) }
    expect(await send(ids.world, ids.officer, 'plan.amendTask', amended)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('that two save at the same moment is kept once; the other is told', async () => {
    const database = await openTestDatabase()
    const ids = await aPlan(database)
    const body = taskBody(ids)
    await send(ids.world, ids.officer, 'plan.addTask', body)
    const answers = await Promise.all(
      ['một', 'hai'].map(name => send(ids.world, ids.officer, 'plan.amendTask', { ...body, name, revision: 0 })),
    )
    expect(answers.map(reply => (reply.ok ? 'kept' : reply.code)).toSorted()).toEqual(['kept', 'plan.stale'])
    await database.close()
  })

  test('is not for strangers to hand out or change', async ({ database }) => {
    const ids = await aPlan(database)
    const body = taskBody(ids)
    const stranger = strangerTo(ids)
    expect(await send(ids.world, stranger, 'plan.addTask', body)).toMatchObject({ code: 'account.not-allowed' })
    await send(ids.world, ids.officer, 'plan.addTask', body)
    expect(await send(ids.world, stranger, 'plan.amendTask', { ...body, revision: 0 })).toMatchObject({ code: 'account.not-allowed' })
  })
})

function unitsOf(detail: PlanDetail): string[] {
  return detail.tasks.flatMap(task => task.assignments.map(({ part, unitName }) => `${part} ${unitName}`))
}
