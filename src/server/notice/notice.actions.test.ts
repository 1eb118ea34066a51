import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { sayNotice } from '#contract/notice-words.ts'
import type { Actor, Role } from '#domain/account/access.ts'
import { givenAccount } from '../../../test/app.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { documentBody } from '../../../test/office.ts'
import { answer, aPlan, type Planned, planOf, taskBody } from '../../../test/planning.ts'
import type { World } from '../world.ts'

describe('a unit that is given a task', () => {
  test('has its own people told, once, and not those above them', async ({ database }) => {
    const { planned, first, head, above } = await anOfficeOfPeople(database)
    await must(send(planned.world, planned.officer, 'plan.addTask', taskBody(planned, { supportingUnitIds: [planned.secondId] })))
    expect(await heard(planned.world, first)).toEqual(['Lò Thị Minh Họa giao việc “Giám sát bình xét”, hạn 10/6/2022'])
    expect(await heard(planned.world, head)).toEqual(['Lò Thị Minh Họa giao việc “Giám sát bình xét”, hạn 10/6/2022'])
    // Nobody works at the second department: whoever is nearest above it is told.
    expect(await heard(planned.world, above)).toEqual(['Lò Thị Minh Họa giao việc “Giám sát bình xét”, hạn 10/6/2022'])
  })

  test('is told when it comes to a task later, and quietly when the task it has is changed', async ({ database }) => {
    const { planned, first, above } = await anOfficeOfPeople(database)
    const task = taskBody(planned)
    await must(send(planned.world, planned.officer, 'plan.addTask', task))
    const changed = { ...task, supportingUnitIds: [planned.secondId], dueOn: '2022-07-01', revision: 0 }
    await must(send(planned.world, planned.officer, 'plan.amendTask', changed))
    expect(await heard(planned.world, above)).toEqual(['Lò Thị Minh Họa giao việc “Giám sát bình xét”, hạn 1/7/2022'])
    expect(await unread(planned.world, first)).toBe(1)
    expect(await changesSeen(planned.world, first)).toEqual(['Lò Thị Minh Họa sửa nhiệm vụ “Giám sát bình xét”, hạn mới 1/7/2022'])
  })

  test('answers quietly: the owner of the plan sees it among the changes, the newest alone', async ({ database }) => {
    const { planned, above } = await anOfficeOfPeople(database)
    const task = taskBody(planned)
    await must(send(planned.world, above, 'plan.addTask', task))
    await answer(planned, { taskId: task.id, unitId: planned.firstId }, { state: 'underway' })
    await answer(planned, { taskId: task.id, unitId: planned.firstId }, { state: 'blocked' })
    expect(await unread(planned.world, above)).toBe(0)
    expect(await changesSeen(planned.world, above)).toEqual(['Phòng Một trả lời “Giám sát bình xét”: vướng mắc'])
  })
})

describe('đôn đốc', () => {
  test('tells the unit in the words of the reminder, and shows on its desk', async ({ database }) => {
    const { planned, first, taskId } = await withTask(database)
    await must(send(planned.world, planned.officer, 'plan.remind', reminding(taskId, planned.firstId)))
    expect(await heard(planned.world, first)).toContain('Lò Thị Minh Họa đôn đốc “Giám sát bình xét”: Đề nghị báo cáo trước 16 giờ')
    const today = await must(ask(planned.world, first, 'today.one', { unitId: planned.firstId }))
    expect(today.late.map(task => task.mine.map(owed => owed.remindedOn))).toEqual([['2022-06-15']])
  })

  test('is done once a day for a unit and task, and again the next day', async ({ database }) => {
    const { planned, taskId } = await withTask(database)
    const body = reminding(taskId, planned.firstId)
    await must(send(planned.world, planned.officer, 'plan.remind', body))
    await must(send(planned.world, planned.officer, 'plan.remind', body)) // the same sent twice
    const again = await send(planned.world, planned.officer, 'plan.remind', reminding(taskId, planned.firstId))
    expect(again).toMatchObject({ ok: false, code: 'notice.reminded-today', details: { unitName: 'Phòng Một' } })
    const tomorrow = { ...planned.world, workingDay: '2022-06-16' as World['workingDay'] }
    await must(send(tomorrow, planned.officer, 'plan.remind', reminding(taskId, planned.firstId)))
  })

  test('is refused for a unit that has answered all of it, and for one that was never given it', async ({ database }) => {
    const { planned, taskId } = await withTask(database)
    await answer(planned, { taskId, unitId: planned.firstId }, { state: 'done' })
    for (const unitId of [planned.firstId, planned.thirdId])
      expect(await send(planned.world, planned.officer, 'plan.remind', reminding(taskId, unitId))).toMatchObject({
        code: 'notice.nothing-owed',
      })
  })
})

describe('following', () => {
  test('begins with what one does, ends when one leaves, and begins again when one wants it', async ({ database }) => {
    const { planned, above } = await anOfficeOfPeople(database)
    const document = documentBody(planned.officeId, { code: '23/KH-UBND' })
    await must(send(planned.world, above, 'document.register', document))
    const subject = { kind: 'document', id: document.id } as const
    expect(await must(ask(planned.world, above, 'notice.follows', subject))).toEqual({ isFollowing: true })
    const amend = (revision: number, note: string) =>
      must(send(planned.world, planned.officer, 'document.amend', { ...document, note, revision, reason: 'gõ nhầm' }))

    await must(send(planned.world, above, 'notice.unfollow', subject))
    await amend(0, 'một')
    expect(await changesSeen(planned.world, above)).toEqual([])
    await must(send(planned.world, above, 'notice.follow', subject))
    await amend(1, 'hai')
    expect(await changesSeen(planned.world, above)).toEqual(['Lò Thị Minh Họa sửa văn bản 23/KH-UBND trong sổ'])
  })

  test('tells nothing to someone who lost the role that let them read', async ({ database }) => {
    const { planned, above } = await anOfficeOfPeople(database)
    const document = documentBody(planned.officeId)
    await must(send(planned.world, above, 'document.register', document))
    await database.kysely.deleteFrom('accountGrant').where('accountId', '=', above.accountId).execute()
    await must(send(planned.world, planned.officer, 'document.amend', { ...document, note: 'sửa', revision: 0, reason: 'gõ nhầm' }))
    const told = await database.kysely.selectFrom('notice').select('id').where('accountId', '=', above.accountId).execute()
    expect(told).toEqual([])
  })

  test('a task of one’s own unit is followed by itself until it is left', async ({ database }) => {
    const { planned, first, taskId } = await withTask(database)
    const subject = { kind: 'task', id: taskId } as const
    expect(await must(ask(planned.world, first, 'notice.follows', subject))).toEqual({ isFollowing: true })
    await must(send(planned.world, first, 'notice.unfollow', subject))
    expect(await must(ask(planned.world, first, 'notice.follows', subject))).toEqual({ isFollowing: false })
  })

  test('what nobody knows cannot be followed', async ({ database }) => {
    const { planned, first } = await anOfficeOfPeople(database)
    for (const kind of ['report', 'task', 'document'] as const)
      expect(await send(planned.world, first, 'notice.follow', { kind, id: randomUUID() })).toMatchObject({ code: 'notice.no-such-thing' })
  })
})

test('notices are read one by one or all at once, and only one’s own', async ({ database }) => {
  const { planned, first, head, taskId } = await withTask(database)
  await must(send(planned.world, planned.officer, 'plan.remind', reminding(taskId, planned.firstId)))
  const mine = await must(ask(planned.world, first, 'notice.list', { unitId: planned.firstId }))
  const [newest] = mine
  await must(send(planned.world, head, 'notice.read', { unitId: planned.firstId, ids: mine.map(({ id }) => id) }))
  expect(await unread(planned.world, first)).toBe(2)
  await must(send(planned.world, first, 'notice.read', { unitId: planned.firstId, ids: [newest?.id ?? ''] }))
  expect(await unread(planned.world, first)).toBe(1)
  await must(send(planned.world, first, 'notice.read', { unitId: planned.firstId, ids: null }))
  expect([await unread(planned.world, first), await unread(planned.world, head)]).toEqual([0, 2])
})

test('a refused command tells nobody', async ({ database }) => {
  const { planned, first } = await anOfficeOfPeople(database)
  const refused = await send(planned.world, planned.officer, 'plan.addTask', taskBody(planned, { dueOn: '2022-01-01' }))
  expect([refused.ok, await heard(planned.world, first)]).toEqual([false, []])
})

type OfficeOfPeople = { planned: Planned; first: Actor; head: Actor; above: Actor }

/** An officer and a head at the first department, an officer above them at the office; each with an account. */
async function anOfficeOfPeople(database: World['database']): Promise<OfficeOfPeople> {
  const planned = await aPlan(database)
  const person = async (username: string, role: Role, unitPath: readonly string[]): Promise<Actor> => ({
    ...someone(role, unitPath, { fullName: username }),
    accountId: await givenAccount(planned.world, { unitId: unitPath[0] ?? '', username, role }),
  })
  const department = [planned.firstId, planned.officeId, planned.provinceId]
  return {
    planned,
    first: await person('chuyen.vien.mot', 'officer', department),
    head: await person('truong.phong.mot', 'unitHead', department),
    above: await person('chuyen.vien', 'officer', [planned.officeId, planned.provinceId]),
  }
}

async function withTask(database: World['database']): Promise<OfficeOfPeople & { taskId: string }> {
  const people = await anOfficeOfPeople(database)
  await must(send(people.planned.world, people.planned.officer, 'plan.addTask', taskBody(people.planned)))
  const { tasks } = await planOf(people.planned)
  return { ...people, taskId: tasks[0]?.id ?? '' }
}

function reminding(taskId: string, unitId: string) {
  return { taskId, units: [{ id: randomUUID(), unitId }], words: 'Đề nghị báo cáo trước 16 giờ' }
}

const placeOf = (actor: Actor): string => actor.grants[0]?.unitId ?? ''

async function heard(world: World, actor: Actor): Promise<string[]> {
  return (await must(ask(world, actor, 'notice.list', { unitId: placeOf(actor) }))).map(sayNotice)
}

async function unread(world: World, actor: Actor): Promise<number> {
  return (await must(ask(world, actor, 'notice.count', { unitId: placeOf(actor) }))).unread
}

async function changesSeen(world: World, actor: Actor): Promise<string[]> {
  return (await must(ask(world, actor, 'today.one', { unitId: placeOf(actor) }))).changes.map(sayNotice)
}
