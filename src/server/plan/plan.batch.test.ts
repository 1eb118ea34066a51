import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { sayRefusal } from '#contract/refusal-text.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { keepChosen } from '#domain/plan/plan-for-year.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { countRows } from '../../../test/office.ts'
import { answer, aPlan, aTask, type Planned, planOf, strangerTo, targetBody, taskBody } from '../../../test/planning.ts'
import { verifyChain } from '../audit/audit.store.ts'

type TaskOfPlan = BodyInput<'plan.addTasks'>['tasks'][number]

function row(planned: Planned, changes: Partial<BodyInput<'plan.addTask'>> = {}): TaskOfPlan {
  const { planId: _, ...task } = taskBody(planned, changes)
  return task
}

describe('a table of tasks', () => {
  test('is handed out whole in its order, parts under the wholes before them, with one entry in the trail', async ({ database, tx }) => {
    const ids = await aPlan(database)
    const whole = row(ids, { name: 'Việc lớn', position: 1 })
    const part = row(ids, { name: 'Việc con', parentTaskId: whole.id, position: 1, supportingUnitIds: [ids.secondId, ids.thirdId] })
    const before = await countRows(tx)
    const body = { planId: ids.planId, tasks: [whole, part] }
    const first = await send(ids.world, ids.officer, 'plan.addTasks', body)
    expect(first).toMatchObject({ ok: true, value: [{ id: whole.id }, { id: part.id, parentTaskId: whole.id }] })
    expect(await countRows(tx)).toMatchObject({ task: 2, assignment: 4, auditEntry: Number(before['auditEntry']) + 1 })
    expect(await send(ids.world, ids.officer, 'plan.addTasks', body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ task: 2, assignment: 4, auditEntry: Number(before['auditEntry']) + 1 })
    expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
  })

  test.for<readonly [string, (ids: Planned) => Partial<BodyInput<'plan.addTask'>>, string]>([
    ['due before it begins', () => ({ dueOn: '2022-02-13' }), 'plan.due-before-start'],
    ['led and supported by one unit', ids => ({ supportingUnitIds: [ids.firstId] }), 'plan.lead-supports-itself'],
    ['part of a task that comes after it or nowhere', () => ({ parentTaskId: randomUUID() }), 'plan.unknown-task'],
    ['towards a target of another plan', () => ({ targetId: randomUUID() }), 'plan.unknown-target'],
    ['led by a unit not there when it begins', ids => ({ leadUnitId: ids.lateId }), 'org.unit-not-in-force'],
  ])('with one row %s is not saved at all, and the refusal names the row', async ([, changes, code], { database, tx }) => {
    const ids = await aPlan(database)
    const before = await countRows(tx)
    const tasks = [row(ids), row(ids), row(ids, changes(ids))]
    expect(await send(ids.world, ids.officer, 'plan.addTasks', { planId: ids.planId, tasks })).toMatchObject({
      ok: false,
      code,
      details: { row: 3 },
    })
    expect(await countRows(tx)).toEqual(before)
  })

  test('that holds a task twice, or one that is there already beside a new one, is refused', async ({ database, tx }) => {
    const ids = await aTask(database)
    const before = await countRows(tx)
    const twice = row(ids)
    const known = { ...row(ids), id: ids.taskId }
    const sent = (tasks: TaskOfPlan[]) => send(ids.world, ids.officer, 'plan.addTasks', { planId: ids.planId, tasks })
    expect(await sent([twice, twice])).toMatchObject({ code: 'plan.task-twice', details: { row: 2 } })
    expect(await sent([known, row(ids)])).toMatchObject({ code: 'input.id-taken' })
    expect(await sent([])).toMatchObject({ code: 'input.invalid' })
    expect(await countRows(tx)).toEqual(before)
  })

  test('does not split a task somebody has answered for', async ({ database }) => {
    const ids = await aTask(database)
    await answer(ids, { taskId: ids.taskId, unitId: ids.firstId }, {})
    const tasks = [row(ids), row(ids, { parentTaskId: ids.taskId })]
    expect(await send(ids.world, ids.officer, 'plan.addTasks', { planId: ids.planId, tasks })).toMatchObject({
      code: 'plan.parent-has-answers',
      details: { row: 2 },
    })
  })

  test('is handed out by the office that owns the plan, not by strangers', async ({ database }) => {
    const ids = await aPlan(database)
    const body = { planId: ids.planId, tasks: [row(ids)] }
    expect(await send(ids.world, strangerTo(ids), 'plan.addTasks', body)).toMatchObject({ code: 'account.not-allowed' })
    expect(await send(ids.world, ids.officer, 'plan.addTasks', { ...body, planId: randomUUID() })).toMatchObject({ code: 'plan.unknown' })
  })

  test('of five hundred rows for every department is handed out in one act', async ({ database, tx }) => {
    const ids = await aPlan(database)
    const tasks = Array.from({ length: 500 }, (_, i) => row(ids, { position: i, supportingUnitIds: [ids.secondId, ids.thirdId] }))
    await must(send(ids.world, ids.officer, 'plan.addTasks', { planId: ids.planId, tasks }))
    expect(await countRows(tx)).toMatchObject({ task: 500, assignment: 1500 })
  })

  test('may name the units below the plan’s own, by name or short name', async ({ database }) => {
    const ids = await aPlan(database)
    const answered = await must(ask(ids.world, ids.officer, 'plan.units', { id: ids.planId }))
    expect(answered.map(({ name, isDirect }) => `${name} ${isDirect}`)).toEqual([
      'Văn phòng minh họa false',
      'Phòng Ba true',
      'Phòng Hai true',
      'Phòng Một true',
    ])
    expect(answered[0]).toMatchObject({ shortName: 'VPMH' })
    const later = await must(ask(ids.world, ids.officer, 'plan.units', { id: ids.planId, on: '2022-07-01' }))
    expect(later.map(({ name }) => name)).toContain('Trung tâm mới')
  })
})

test('a refusal of one row of many says which', () => {
  const text = { status: 422, say: 'Đơn vị chủ trì không đồng thời là đơn vị phối hợp.' } as const
  expect(sayRefusal(text, { row: 3 })).toBe('Dòng 3: đơn vị chủ trì không đồng thời là đơn vị phối hợp.')
  expect(sayRefusal(text, {})).toBe(text.say)
})

describe('a plan copied to the next year', () => {
  test('is looked over first: days moved, stale words and units that are gone pointed out, nothing written', async ({ database, tx }) => {
    const ids = await aTask(database)
    await tx.updateTable('orgUnitVersion').set({ valid: '(,2023-01-01)' }).where('unitId', '=', ids.secondId).execute()
    const before = await countRows(tx)
    const copy = await must(ask(ids.world, ids.officer, 'plan.forYear', { id: ids.planId, year: '2023' }))
    expect(copy).toMatchObject({
      year: 2023,
      from: { ownerUnitName: 'Văn phòng minh họa', documentCode: '17/KH-VPUB' },
      tasks: [{ startsOn: '2023-02-14', dueOn: '2023-06-10' }],
      stale: [{ field: 'title', text: 'năm 2022' }],
      goneUnits: [{ unitId: ids.secondId, name: 'Phòng Hai', on: '2023-02-14' }],
    })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is kept as it was looked over, with new obligations and no answers; the first plan stays', async ({ database, tx }) => {
    const ids = await aTask(database)
    const target = targetBody(ids.planId)
    await must(send(ids.world, ids.officer, 'plan.addTarget', target))
    await answer(ids, { taskId: ids.taskId, unitId: ids.firstId }, { state: 'done' })
    const body = await copyBody(ids, 2023)
    const first = await send(ids.world, ids.officer, 'plan.copy', body)
    expect(first).toMatchObject({ ok: true, value: { year: 2023, ownerUnitId: ids.officeId, revision: 0 } })
    expect(await send(ids.world, ids.officer, 'plan.copy', body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ plan: 2, target: 2, task: 2, assignment: 4, progress: 1 })
    const copied = await must(ask(ids.world, ids.officer, 'plan.one', { id: body.id }))
    expect(copied).toMatchObject({
      targets: [{ outcome: null }],
      tasks: [{ startsOn: '2023-02-14', standing: { state: 'notStarted', of: 2 }, leadUnitName: 'Phòng Một' }],
    })
    expect((await planOf(ids)).tasks[0]).toMatchObject({ startsOn: '2022-02-14', standing: { closed: 1 } })
    expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
  })

  test.for<readonly [string, (ids: Planned) => Partial<BodyInput<'plan.copy'>>, string]>([
    ['the year of the plan it comes from', () => ({ year: 2022 }), 'plan.same-year'],
    ['a plan nobody knows', () => ({ fromPlanId: randomUUID() }), 'plan.unknown'],
    ['a document of nobody', () => ({ documentId: randomUUID() }), 'document.unknown'],
    ['days left in the old year', ids => ({ tasks: [row(ids)] }), 'plan.outside-year'],
    [
      'a unit that is gone',
      ids => ({ tasks: [row(ids, { startsOn: '2023-02-14', dueOn: '2023-06-10', leadUnitId: ids.secondId })] }),
      'org.unit-not-in-force',
    ],
    ['a task that is in use', ids => ({ tasks: [row(ids, { id: (ids as Planned & { taskId: string }).taskId })] }), 'input.id-taken'],
    ['no title', () => ({ title: ' ' }), 'input.invalid'],
  ])('with %s is refused, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await aTask(database)
    await tx.updateTable('orgUnitVersion').set({ valid: '(,2023-01-01)' }).where('unitId', '=', ids.secondId).execute()
    const before = await countRows(tx)
    const body = { ...(await copyBody(ids, 2023)), tasks: [], ...changes(ids) }
    expect(await send(ids.world, ids.officer, 'plan.copy', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is one for a year and document, and not for strangers to make', async ({ database }) => {
    const ids = await aTask(database)
    await must(send(ids.world, ids.officer, 'plan.copy', await copyBody(ids, 2023)))
    expect(await send(ids.world, ids.officer, 'plan.copy', await copyBody(ids, 2023))).toMatchObject({ code: 'plan.already-planned' })
    expect(await send(ids.world, strangerTo(ids), 'plan.copy', await copyBody(ids, 2024))).toMatchObject({ code: 'account.not-allowed' })
  })
})

/** What the screen sends when nothing was changed: everything chosen, under new ids. */
async function copyBody(ids: Planned, year: number): Promise<BodyInput<'plan.copy'>> {
  const copy = await must(ask(ids.world, ids.officer, 'plan.forYear', { id: ids.planId, year: String(year) }))
  const newIds = new Map([...copy.targets, ...copy.tasks].map(({ id }) => [id, randomUUID() as string]))
  const chosen = { taskIds: new Set(copy.tasks.map(({ id }) => id)), targetIds: new Set(copy.targets.map(({ id }) => id)) }
  const newId = (id: string | null): string | null => (id === null ? null : (newIds.get(id) ?? null))
  return {
    id: randomUUID(),
    fromPlanId: ids.planId,
    year,
    title: copy.title,
    documentId: null,
    targets: copy.targets.map(({ planId: _, outcome: _outcome, revision: _revision, ...target }) => ({
      ...target,
      id: newId(target.id) ?? '',
    })),
    tasks: keepChosen(copy.tasks, chosen).map(({ planId: _, revision: _revision, ...task }) => ({
      ...task,
      id: newId(task.id) ?? '',
      parentTaskId: newId(task.parentTaskId),
      targetId: newId(task.targetId),
      supportingUnitIds: [...task.supportingUnitIds],
      startsOn: plainDate(task.startsOn),
    })),
  }
}
