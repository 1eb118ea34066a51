import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { PlanDetail, PlanView } from '#contract/plan.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { givenUnit, someone, worldOn } from '../../../test/factories.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'
import { runCommand, runQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { planCommands, planQueries } from './plan.routes.ts'
import { findPlan, insertPlan, listPlanFacts } from './plan.store.ts'

type Command = (typeof planCommands)[number]
const [addPlan, addTarget, recordOutcome, addTask, amendTask, reportProgress] = planCommands as [
  ...[Command, Command, Command, Command, Command, Command],
]
const [list, one] = planQueries as [(typeof planQueries)[number], (typeof planQueries)[number]]

describe('a plan', () => {
  test('is added once, however often it is sent', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = planBody(ids)
    const first = await runCommand(ids.world, ids.officer, addPlan, body)
    expect(first).toMatchObject({ ok: true, value: { year: 2022, revision: 0 } })
    expect(await runCommand(ids.world, ids.officer, addPlan, body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ plans: 1, entries: 1 })
  })

  test.for<readonly [string, (ids: Ids) => Partial<BodyInput<'plan.add'>>, string]>([
    ['for a unit nobody knows', () => ({ ownerUnitId: randomUUID() }), 'org.unknown-unit'],
    ['for a unit of others', ({ strangerId }) => ({ ownerUnitId: strangerId }), 'account.not-allowed'],
    ['for a year before the unit began', ({ lateId }) => ({ ownerUnitId: lateId, year: 2021 }), 'org.unit-not-in-force'],
    ['under a document of nobody', () => ({ documentId: randomUUID() }), 'document.unknown'],
    ['under a document in the register of others', ({ foreignDocumentId }) => ({ documentId: foreignDocumentId }), 'document.unknown'],
    ['without a title', () => ({ title: '' }), 'input.invalid'],
    ['with a title of 501 letters', () => ({ title: 'ơ'.repeat(501) }), 'input.invalid'],
    ['for the year 22', () => ({ year: 22 }), 'input.invalid'],
  ])('%s is refused, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    expect(await runCommand(ids.world, ids.officer, addPlan, { ...planBody(ids), ...changes(ids) })).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toMatchObject({ plans: 0, entries: 0 })
  })

  test('of one unit, year and document is refused a second time, and the database does so too', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = planBody(ids)
    await runCommand(ids.world, ids.officer, addPlan, body)
    expect(await runCommand(ids.world, ids.officer, addPlan, { ...body, id: randomUUID() })).toMatchObject({ code: 'plan.already-planned' })
    const stored = await findPlan(tx, body.id)
    expect(stored && (await insertPlan(tx, { ...stored, id: randomUUID() }))).toMatchObject({ code: 'plan.already-planned' })
  })

  test('is not for a clerk to add', async ({ database }) => {
    const ids = await anOffice(database)
    expect(await runCommand(ids.world, someone('clerk', [ids.officeId]), addPlan, planBody(ids))).toMatchObject({
      code: 'account.not-allowed',
    })
  })
})

describe('a target', () => {
  test('has no outcome until one is recorded, with the day and basis of its figures', async ({ database }) => {
    const ids = await withPlan(database)
    const target = await withTarget(ids)
    expect((await detailOf(ids)).targets).toMatchObject([{ goalPercent: 100, outcome: null }])
    const outcome = { numerator: 10, denominator: 11, on: '2022-06-14', basis: 'Bản tổng hợp' }
    expect(await runCommand(ids.world, ids.officer, recordOutcome, { targetId: target, revision: 0, outcome })).toMatchObject({
      ok: true,
      value: { outcome, revision: 1 },
    })
    expect((await detailOf(ids)).targets).toMatchObject([{ outcome }])
  })

  test.for<readonly [string, Record<string, unknown>, string]>([
    [
      'more than there are',
      { outcome: { numerator: 12, denominator: 11, on: '2022-06-14', basis: 'x' } },
      'plan.numerator-above-denominator',
    ],
    ['a day that has not come', { outcome: { numerator: 1, denominator: 11, on: '2022-06-16', basis: 'x' } }, 'plan.reported-in-future'],
    ['a base of nothing', { outcome: { numerator: 0, denominator: 0, on: '2022-06-14', basis: 'x' } }, 'input.invalid'],
    ['a version a colleague has replaced', { revision: 7 }, 'plan.stale'],
    ['a target nobody knows', { targetId: randomUUID() }, 'plan.unknown-target'],
  ])('takes no outcome of %s', async ([, changes, code], { database, tx }) => {
    const ids = await withPlan(database)
    const targetId = await withTarget(ids)
    const before = await countRows(tx)
    const body = { targetId, revision: 0, outcome: { numerator: 10, denominator: 11, on: '2022-06-14', basis: 'Bản tổng hợp' }, ...changes }
    expect(await runCommand(ids.world, ids.officer, recordOutcome, body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test.for<readonly [string, Record<string, unknown>, string]>([
    ['a plan nobody knows', { planId: randomUUID() }, 'plan.unknown'],
    ['101 per cent', { goalPercent: 101 }, 'input.invalid'],
    ['a base without a name', { baseName: ' ' }, 'input.invalid'],
  ])('is refused with %s', async ([, changes, code], { database, tx }) => {
    const ids = await withPlan(database)
    expect(await runCommand(ids.world, ids.officer, addTarget, { ...targetBody(ids.planId), ...changes })).toMatchObject({
      ok: false,
      code,
    })
    expect(await countRows(tx)).toMatchObject({ targets: 0, entries: 1 })
  })

  test('is set and answered by the owner of the plan, not by strangers', async ({ database }) => {
    const ids = await withPlan(database)
    const target = await withTarget(ids)
    const stranger = someone('officer', [ids.strangerId])
    const outcome = { numerator: 1, denominator: 1, on: '2022-06-14', basis: 'x' }
    expect(await runCommand(ids.world, stranger, addTarget, targetBody(ids.planId))).toMatchObject({ code: 'account.not-allowed' })
    expect(await runCommand(ids.world, stranger, recordOutcome, { targetId: target, revision: 0, outcome })).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('sent twice is set once', async ({ database, tx }) => {
    const ids = await withPlan(database)
    const body = targetBody(ids.planId)
    const first = await runCommand(ids.world, ids.officer, addTarget, body)
    expect(await runCommand(ids.world, ids.officer, addTarget, body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ targets: 1 })
  })
})

describe('a task', () => {
  test('makes each unit owe an answer of its own, from the day it begins', async ({ database, tx }) => {
    const ids = await withPlan(database)
    const body = taskBody(ids, { supportingUnitIds: [ids.secondId, ids.secondId] })
    expect(await runCommand(ids.world, ids.officer, addTask, body)).toMatchObject({
      ok: true,
      value: { supportingUnitIds: [ids.secondId] },
    })
    const [task] = (await detailOf(ids)).tasks
    expect(task).toMatchObject({
      leadUnitName: 'Phòng Một',
      standing: { state: 'notStarted', closed: 0, of: 2, isOverdue: true, daysLate: 5 },
    })
    expect(task?.assignments).toMatchObject([
      { part: 'lead', unitName: 'Phòng Một', assignedOn: '2022-02-14' },
      { part: 'support', unitName: 'Phòng Hai' },
    ])
    await runCommand(ids.world, ids.officer, addTask, body)
    expect(await countRows(tx)).toMatchObject({ tasks: 1, assignments: 2, entries: 2 })
  })

  test.for<readonly [string, (ids: Planned) => Partial<BodyInput<'plan.addTask'>>, string]>([
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
    const ids = await withPlan(database)
    expect(await runCommand(ids.world, ids.officer, addTask, { ...taskBody(ids), ...changes(ids) })).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toMatchObject({ tasks: 0, assignments: 0, entries: 1 })
  })

  test('begins for a unit on the first day of that unit, not the day before', async ({ database }) => {
    const ids = await withPlan(database)
    const led = (startsOn: string) => taskBody(ids, { leadUnitId: ids.lateId, startsOn, dueOn: '2022-12-10' })
    expect(await runCommand(ids.world, ids.officer, addTask, led('2022-06-30'))).toMatchObject({ code: 'org.unit-not-in-force' })
    expect(await runCommand(ids.world, ids.officer, addTask, led('2022-07-01'))).toMatchObject({ ok: true })
  })

  test('gains and loses units, but keeps the one that has answered', async ({ database, tx }) => {
    const ids = await withPlan(database)
    const body = taskBody(ids, { supportingUnitIds: [ids.secondId] })
    await runCommand(ids.world, ids.officer, addTask, body)
    const swapped = { ...body, supportingUnitIds: [ids.thirdId], revision: 0 }
    expect(await runCommand(ids.world, ids.officer, amendTask, swapped)).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(unitsOf(await detailOf(ids))).toEqual(['lead Phòng Một', 'support Phòng Ba'])

    await answer(ids, body.id, ids.firstId, { state: 'underway' })
    const before = await countRows(tx)
    const without = { ...body, leadUnitId: ids.secondId, supportingUnitIds: [], revision: 1 }
    expect(await runCommand(ids.world, ids.officer, amendTask, without)).toMatchObject({
      ok: false,
      code: 'plan.unit-has-answered',
      details: { name: 'Phòng Một' },
    })
    expect(await countRows(tx)).toEqual(before)
    const demoted = { ...without, supportingUnitIds: [ids.firstId] }
    expect(await runCommand(ids.world, ids.officer, amendTask, demoted)).toMatchObject({ ok: true })
    expect(unitsOf(await detailOf(ids))).toEqual(['lead Phòng Hai', 'support Phòng Một'])
    expect(await verifyChain(tx)).toMatchObject({ isWhole: true })
  })

  test.for<readonly [string, (ids: Planned) => Record<string, unknown>, string]>([
    ['a version a colleague has replaced', () => ({ revision: 3 }), 'plan.stale'],
    ['a task nobody knows', () => ({ id: randomUUID() }), 'plan.unknown-task'],
    ['a plan nobody knows', () => ({ planId: randomUUID() }), 'plan.unknown'],
    ['itself as the whole it is part of', ({ taskId }) => ({ parentTaskId: taskId }), 'plan.part-of-itself'],
    ['its own part as the whole', ({ partId }) => ({ parentTaskId: partId }), 'plan.part-of-itself'],
  ])('is not amended with %s', async ([, changes, code], { database, tx }) => {
    const ids = await withPlan(database)
    const body = taskBody(ids)
    const part = taskBody(ids, { parentTaskId: body.id })
    await runCommand(ids.world, ids.officer, addTask, body)
    await runCommand(ids.world, ids.officer, addTask, part)
    const before = await countRows(tx)
    const amended = { ...body, revision: 0, ...changes({ ...ids, taskId: body.id, partId: part.id }) }
    expect(await runCommand(ids.world, ids.officer, amendTask, amended)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('that two save at the same moment is kept once; the other is told', async () => {
    const database = await openTestDatabase()
    const ids = await withPlan(database)
    const body = taskBody(ids)
    await runCommand(ids.world, ids.officer, addTask, body)
    const answers = await Promise.all(
      ['một', 'hai'].map(name => runCommand(ids.world, ids.officer, amendTask, { ...body, name, revision: 0 })),
    )
    expect(answers.map(reply => (reply.ok ? 'kept' : reply.code)).toSorted()).toEqual(['kept', 'plan.stale'])
    await database.close()
  })

  test('is not for strangers to hand out or change', async ({ database }) => {
    const ids = await withPlan(database)
    const body = taskBody(ids)
    const stranger = someone('officer', [ids.strangerId])
    expect(await runCommand(ids.world, stranger, addTask, body)).toMatchObject({ code: 'account.not-allowed' })
    await runCommand(ids.world, ids.officer, addTask, body)
    expect(await runCommand(ids.world, stranger, amendTask, { ...body, revision: 0 })).toMatchObject({ code: 'account.not-allowed' })
  })
})

describe('progress', () => {
  test('is answered by the assigned unit for itself; the last answer stands, the first stays on record', async ({ database }) => {
    const ids = await withTask(database)
    const head = someone('unitHead', [ids.secondId, ids.officeId], { fullName: 'Cà Thị Minh Họa' })
    await answer(ids, ids.taskId, ids.secondId, { state: 'underway', percent: 40, reportedOn: '2022-05-01' }, head)
    await answer(ids, ids.taskId, ids.secondId, { state: 'done', reportedOn: '2022-06-01' }, head)
    const [task] = (await detailOf(ids)).tasks
    expect(task?.standing).toMatchObject({ state: 'underway', closed: 1, of: 2 })
    expect(task?.assignments[1]?.progress).toMatchObject([
      { sequence: 1, state: 'underway', percent: 40, reportedBy: 'Cà Thị Minh Họa' },
      { sequence: 2, state: 'done' },
    ])
  })

  test('of the last unit closes the task, and the whole it is part of', async ({ database }) => {
    const ids = await withTask(database)
    const whole = taskBody(ids, { name: 'Việc lớn', position: 1 })
    await runCommand(ids.world, ids.officer, addTask, whole)
    const part = taskBody(ids, { name: 'Việc nhỏ', parentTaskId: whole.id, position: 2 })
    await runCommand(ids.world, ids.officer, addTask, part)
    expect(await listed(ids)).toMatchObject([{ closed: 0, of: 3, overdue: 2 }])
    await answer(ids, part.id, ids.firstId, { state: 'done' })
    expect((await detailOf(ids)).tasks.find(task => task.id === whole.id)?.standing).toMatchObject({ state: 'done', isOverdue: false })
    expect(await listed(ids)).toMatchObject([
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
    const ids = await withTask(database)
    const before = await countRows(tx)
    const body = { ...progressBody(await assignmentOf(ids, ids.taskId, ids.firstId)), ...changes }
    expect(await runCommand(ids.world, ids.officer, reportProgress, body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is taken on the very day the task begins', async ({ database }) => {
    const ids = await withTask(database)
    await answer(ids, ids.taskId, ids.firstId, { reportedOn: '2022-02-14' })
    expect((await detailOf(ids)).tasks[0]?.standing.state).toBe('underway')
  })

  test('is answered at the parts of a task, not at the whole', async ({ database }) => {
    const ids = await withTask(database)
    await runCommand(ids.world, ids.officer, addTask, taskBody(ids, { parentTaskId: ids.taskId }))
    const body = progressBody(await assignmentOf(ids, ids.taskId, ids.firstId))
    expect(await runCommand(ids.world, ids.officer, reportProgress, body)).toMatchObject({ ok: false, code: 'plan.task-has-parts' })
  })

  test('of one department is not for its neighbour to give', async ({ database }) => {
    const ids = await withTask(database)
    const neighbour = someone('officer', [ids.secondId, ids.officeId])
    const body = progressBody(await assignmentOf(ids, ids.taskId, ids.firstId))
    expect(await runCommand(ids.world, neighbour, reportProgress, body)).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })

  test('sent twice counts once; two answers at the same moment both count, in order', async () => {
    const database = await openTestDatabase()
    const ids = await withTask(database)
    const assignmentId = await assignmentOf(ids, ids.taskId, ids.firstId)
    const body = progressBody(assignmentId)
    const first = await runCommand(ids.world, ids.officer, reportProgress, body)
    expect(await runCommand(ids.world, ids.officer, reportProgress, body)).toEqual(first)
    await Promise.all([1, 2].map(() => runCommand(ids.world, ids.officer, reportProgress, progressBody(assignmentId))))
    const { progress } = await listPlanFacts(database.kysely, ids.officeId, 2022)
    expect(progress.map(entry => entry.sequence)).toEqual([1, 2, 3])
    await database.close()
  })
})

describe('who sees a plan', () => {
  test('the departments of the office do, strangers do not', async ({ database }) => {
    const ids = await withTask(database)
    const below = someone('viewer', [ids.firstId, ids.officeId])
    expect(await runQuery(ids.world, below, list, { unitId: ids.firstId, year: '2022' })).toMatchObject({
      ok: true,
      value: [{ id: ids.planId }],
    })
    expect(await runQuery(ids.world, below, list, { unitId: ids.firstId, year: '2021' })).toMatchObject({ ok: true, value: [] })
    expect(await runQuery(ids.world, below, one, { id: ids.planId })).toMatchObject({ ok: true })
    const stranger = someone('viewer', [ids.strangerId])
    expect(await runQuery(ids.world, stranger, one, { id: ids.planId })).toMatchObject({ code: 'account.not-allowed' })
    expect(await runQuery(ids.world, stranger, list, { unitId: ids.officeId })).toMatchObject({ code: 'account.not-allowed' })
    expect(await runQuery(ids.world, below, one, { id: randomUUID() })).toMatchObject({ ok: false, code: 'plan.unknown' })
  })

  test('a report reads all of a unit’s own plans, or those of one year', async ({ database, tx }) => {
    const ids = await withTask(database)
    await runCommand(ids.world, ids.officer, addPlan, { ...planBody(ids), year: 2023 })
    expect(await listPlanFacts(tx, ids.officeId)).toMatchObject({ plans: [{ year: 2023 }, { year: 2022 }], tasks: [{ id: ids.taskId }] })
    expect(await listPlanFacts(tx, ids.officeId, 2023)).toMatchObject({ plans: [{ year: 2023 }], tasks: [], assignments: [], progress: [] })
    expect((await listPlanFacts(tx, ids.firstId)).plans).toEqual([])
  })
})

type Ids = Awaited<ReturnType<typeof anOffice>>
type Planned = Ids & { readonly planId: string; readonly taskId: string; readonly partId: string }

/** An office with three departments, a unit that begins in July, somebody else's office, and a document in each register. */
async function anOffice(database: World['database']) {
  const tx = database.kysely
  const officeId = await givenUnit(tx, { name: 'Văn phòng minh họa' })
  const department = (name: string) => givenUnit(tx, { name, kind: 'department', parentUnitId: officeId })
  const firstId = await department('Phòng Một')
  const secondId = await department('Phòng Hai')
  const thirdId = await department('Phòng Ba')
  const lateId = await department('Trung tâm mới')
  await tx.updateTable('orgUnitVersion').set({ valid: '[2022-07-01,)' }).where('unitId', '=', lateId).execute()
  const strangerId = await givenUnit(tx, { name: 'Sở khác' })
  const [documentId, foreignDocumentId] = [await givenDocument(tx, officeId), await givenDocument(tx, strangerId)]
  const officer = someone('officer', [officeId])
  return { world: worldOn(database), officer, officeId, firstId, secondId, thirdId, lateId, strangerId, documentId, foreignDocumentId }
}

async function givenDocument(tx: Db, ownerUnitId: string): Promise<string> {
  const id = randomUUID()
  await tx
    .insertInto('registeredDocument')
    .values({
      id,
      ownerUnitId,
      direction: 'outgoing',
      kind: 'plan',
      code: '17/KH-VPUB',
      issuedOn: plainDate('2022-02-12'),
      issuerName: 'Văn phòng minh họa',
      subject: 'dữ liệu minh họa',
      valid: '[2022-02-12,)',
      searchKey: '17/kh-vpub',
    })
    .execute()
  return id
}

async function withPlan(database: World['database']): Promise<Planned> {
  const ids = await anOffice(database)
  const body = planBody(ids)
  expect(await runCommand(ids.world, ids.officer, addPlan, body)).toMatchObject({ ok: true })
  return { ...ids, planId: body.id, taskId: '', partId: '' }
}

async function withTarget(ids: Planned): Promise<string> {
  const body = targetBody(ids.planId)
  expect(await runCommand(ids.world, ids.officer, addTarget, body)).toMatchObject({ ok: true })
  return body.id
}

async function withTask(database: World['database']): Promise<Planned> {
  const ids = await withPlan(database)
  const body = taskBody(ids, { supportingUnitIds: [ids.secondId] })
  expect(await runCommand(ids.world, ids.officer, addTask, body)).toMatchObject({ ok: true })
  return { ...ids, taskId: body.id }
}

function planBody(ids: Ids): BodyInput<'plan.add'> {
  return { id: randomUUID(), ownerUnitId: ids.officeId, year: 2022, title: 'Thực hiện Phong trào năm 2022', documentId: ids.documentId }
}

function targetBody(planId: string): BodyInput<'plan.addTarget'> {
  const statement = 'cơ quan, đơn vị đạt danh hiệu Cơ quan, đơn vị văn hóa năm 2022'
  return { id: randomUUID(), planId, statement, operator: '=', goalPercent: 100, baseName: 'cơ quan, đơn vị' }
}

function taskBody(ids: Planned, changes: Partial<BodyInput<'plan.addTask'>> = {}): BodyInput<'plan.addTask'> {
  return {
    id: randomUUID(),
    planId: ids.planId,
    parentTaskId: null,
    position: 10,
    name: 'Giám sát bình xét',
    instruction: 'Giám sát việc bình xét và công nhận các danh hiệu văn hóa.',
    theme: 'supervision',
    leadUnitId: ids.firstId,
    supportingUnitIds: [],
    startsOn: '2022-02-14',
    dueOn: '2022-06-10',
    expectedProduct: '',
    targetId: null,
    ...changes,
  }
}

function progressBody(assignmentId: string, changes: Partial<BodyInput<'plan.reportProgress'>> = {}): BodyInput<'plan.reportProgress'> {
  return {
    id: randomUUID(),
    assignmentId,
    reportedOn: '2022-06-10',
    state: 'underway',
    percent: null,
    narrative: 'Đã chỉ đạo giám sát tại các phòng (dữ liệu minh họa).',
    difficulty: '',
    proposal: '',
    documentIds: [],
    ...changes,
  }
}

async function answer(
  ids: Planned,
  taskId: string,
  unitId: string,
  changes: Partial<BodyInput<'plan.reportProgress'>>,
  actor: Actor = ids.officer,
): Promise<void> {
  const body = progressBody(await assignmentOf(ids, taskId, unitId), changes)
  expect(await runCommand(ids.world, actor, reportProgress, body)).toMatchObject({ ok: true })
}

async function assignmentOf(ids: Planned, taskId: string, unitId: string): Promise<string> {
  const assignments = (await detailOf(ids)).tasks.flatMap(task => task.assignments)
  return assignments.find(assignment => assignment.taskId === taskId && assignment.unitId === unitId)?.id ?? ''
}

async function detailOf(ids: Planned): Promise<PlanDetail> {
  const reply = await runQuery(ids.world, ids.officer, one, { id: ids.planId })
  if (!reply.ok) throw new Error(reply.code)
  return reply.value as PlanDetail
}

async function listed(ids: Planned): Promise<readonly PlanView[]> {
  const reply = await runQuery(ids.world, ids.officer, list, { unitId: ids.officeId })
  if (!reply.ok) throw new Error(reply.code)
  return reply.value as readonly PlanView[]
}

function unitsOf(detail: PlanDetail): string[] {
  return detail.tasks.flatMap(task => task.assignments.map(({ part, unitName }) => `${part} ${unitName}`))
}

async function countRows(tx: Db) {
  const count = async (table: 'plan' | 'target' | 'task' | 'assignment' | 'progress') =>
    (await tx.selectFrom(table).select('id').execute()).length
  return {
    plans: await count('plan'),
    targets: await count('target'),
    tasks: await count('task'),
    assignments: await count('assignment'),
    progress: await count('progress'),
    revisions: (await tx.selectFrom('task').select('revision').orderBy('id').execute()).map(task => task.revision),
    entries: (await tx.selectFrom('auditEntry').select('seq').execute()).length,
  }
}
