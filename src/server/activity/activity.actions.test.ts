import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { ParamsInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { attach, photoOf } from '../../../test/evidence.ts'
import { activityBody, ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'
import { runCommand, runQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { activityCommands, activityQueries } from './activity.routes.ts'

const [record, amend, remove] = activityCommands as [
  (typeof activityCommands)[0],
  (typeof activityCommands)[0],
  (typeof activityCommands)[0],
]
const [list] = activityQueries as [(typeof activityQueries)[0]]

describe('recording an activity', () => {
  test('keeps what was entered and who entered it', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId, { participants: { quality: 'estimated', count: 3000, qualifier: 'trên' } })
    expect(await runCommand(world, officer, record, body)).toMatchObject({ ok: true, value: { revision: 0 } })
    expect(await listed(world, officer, unitId)).toMatchObject([
      { name: body.name, participants: { quality: 'estimated', count: 3000, qualifier: 'trên' }, recordedBy: officer.fullName },
    ])
  })

  test('leaves the number of participants unknown when nobody counted', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    await runCommand(world, officer, record, activityBody(unitId))
    expect(await listed(world, officer, unitId)).toMatchObject([{ participants: null }])
  })

  test('sent twice is recorded once', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId)
    const first = await runCommand(world, officer, record, body)
    expect(await runCommand(world, officer, record, body)).toEqual(first)
    expect(await listed(world, officer, unitId)).toHaveLength(1)
  })

  test.for([
    ['an end before the start', { startsOn: '2022-03-26', endsOn: '2022-03-25' }, 'activity.ends-before-start'],
    ['a day that has not come', { startsOn: '2022-06-16', endsOn: '2022-06-16' }, 'activity.in-future'],
    ['a mistyped year', { startsOn: '2002-03-26', endsOn: '2022-03-26' }, 'activity.too-long'],
    ['nobody taking part', { participants: { quality: 'counted', count: 0 } }, 'activity.no-participants'],
    ['a task of nobody', { taskIds: [randomUUID()] }, 'activity.unknown-task'],
    ['a document of nobody', { documentIds: [randomUUID()] }, 'activity.unknown-document'],
    ['a day that does not exist', { startsOn: '2022-02-29' }, 'input.invalid'],
    ['no name', { name: '  ' }, 'input.invalid'],
    ['a name of 301 letters', { name: 'ơ'.repeat(301) }, 'input.invalid'],
  ] as const)('refuses %s, and nothing is half-saved', async ([, changes, code], { database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = { ...activityBody(unitId), ...changes }
    expect(await runCommand(world, officer, record, body)).toMatchObject({ ok: false, code })
    expect(await countRows(database.kysely)).toEqual({ activities: 0, entries: 0 })
  })

  test('refuses a unit that was not in force on the day', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    await database.kysely.updateTable('orgUnitVersion').set({ valid: '[2022-04-01,)' }).where('unitId', '=', unitId).execute()
    expect(await runCommand(world, officer, record, activityBody(unitId))).toMatchObject({ ok: false, code: 'org.unit-not-in-force' })
  })

  test('refuses a stranger, whether the activity exists or not', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const stranger = someone('officer', [await givenUnit(database.kysely, { name: 'Sở khác' })])
    const body = activityBody(unitId)
    expect(await runCommand(world, stranger, record, body)).toMatchObject({ ok: false, code: 'account.not-allowed' })
    await runCommand(world, officer, record, body)
    expect(await runCommand(world, stranger, amend, { ...body, revision: 0 })).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })
})

describe('changing an activity', () => {
  test('refuses the second of two who opened the same version, and says a colleague saved first', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId)
    await runCommand(world, officer, record, body)
    expect(await runCommand(world, officer, amend, { ...body, place: 'Mộc Châu', revision: 0 })).toMatchObject({
      ok: true,
      value: { revision: 1 },
    })
    expect(await runCommand(world, officer, amend, { ...body, place: 'Vân Hồ', revision: 0 })).toMatchObject({
      ok: false,
      code: 'activity.stale',
    })
    expect(await listed(world, officer, unitId)).toMatchObject([{ place: 'Mộc Châu' }])
  })

  test('two who save at the same moment: one is kept, one is told', async () => {
    const database = await openTestDatabase()
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId)
    await runCommand(world, officer, record, body)
    const answers = await Promise.all(
      ['Mộc Châu', 'Vân Hồ'].map(place => runCommand(world, officer, amend, { ...body, place, revision: 0 })),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['activity.stale', 'kept'])
    await database.close()
  })

  test('strikes out but does not delete: the trail keeps what it said', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId)
    await runCommand(world, officer, record, body)
    expect(await runCommand(world, officer, remove, { id: body.id, revision: 0, reason: 'ghi nhầm đơn vị' })).toMatchObject({ ok: true })
    expect(await listed(world, officer, unitId)).toEqual([])
    expect(await countRows(database.kysely)).toEqual({ activities: 1, entries: 2 })
    expect(await verifyChain(database.kysely)).toEqual({ isWhole: true, entries: 2 })
    expect(await runCommand(world, officer, amend, { ...body, revision: 1 })).toMatchObject({ ok: false, code: 'activity.removed' })
  })

  test('finds it without diacritics', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    await runCommand(world, officer, record, activityBody(unitId))
    expect(await listed(world, officer, unitId, 'suc khoe toan dan')).toHaveLength(1)
    expect(await listed(world, officer, unitId, '100%')).toHaveLength(0)
  })
})

describe('looking for activities', () => {
  test('from a row on, as whoever takes the whole list away reads it', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    for (const startsOn of ['2022-03-01', '2022-03-02', '2022-03-03'])
      await must(runCommand(world, officer, record, activityBody(unitId, { startsOn, endsOn: startsOn })))
    const rest = await must(ask(world, officer, 'activity.list', { unitId, search: undefined, skip: 1 }))
    expect(rest.map(activity => activity.startsOn)).toEqual(['2022-03-02', '2022-03-01'])
  })

  test('by kind, by campaign, or those that have photos', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const run = activityBody(unitId)
    const contest = activityBody(unitId, { kind: 'contest', campaign: 'family', name: 'Hội thi gia đình' })
    for (const body of [run, contest]) await must(runCommand(world, officer, record, body))
    const photo = await must(attach(world, officer, photoOf({ kind: 'activity', id: contest.id })))
    const names = async (filter: Partial<ParamsInput<'activity.list'>>): Promise<string[]> =>
      (await must(ask(world, officer, 'activity.list', { unitId, search: undefined, ...filter }))).map(({ name }) => name)
    expect(await names({})).toHaveLength(2)
    expect(await names({ kind: 'contest' })).toEqual([contest.name])
    expect(await names({ campaign: 'exercise' })).toEqual([run.name])
    expect(await names({ kind: 'contest', campaign: 'exercise' })).toEqual([])
    expect(await names({ having: 'photos' })).toEqual([contest.name])
    await must(send(world, officer, 'evidence.detach', { id: photo.id, reason: 'ảnh mờ' }))
    expect(await names({ having: 'photos' })).toEqual([])
  })
})

async function anOffice(database: World['database']): Promise<{ world: World; unitId: string; officer: Actor }> {
  const unitId = await givenUnit(database.kysely, { name: 'Văn phòng minh họa' })
  return { world: worldOn(database), unitId, officer: someone('officer', [unitId]) }
}

async function listed(world: World, actor: Actor, unitId: string, search = ''): Promise<unknown> {
  const answer = await runQuery(world, actor, list, { unitId, search })
  return answer.ok ? answer.value : answer.code
}

async function countRows(tx: Db): Promise<{ activities: number; entries: number }> {
  const [activities, entries] = await Promise.all([
    tx.selectFrom('activity').select('id').execute(),
    tx.selectFrom('auditEntry').select('seq').execute(),
  ])
  return { activities: activities.length, entries: entries.length }
}
