import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { anOffice, type Office, versionBody } from '../../../test/office.ts'
import { insertSuccessions } from './org.store.ts'

describe('the days on which a tree changed', () => {
  test('are those of the unit and all that ever hung below it; the last one is told unit by unit', async ({ database }) => {
    const ids = await anOffice(database)
    await must(send(ids.world, ids.admin, 'org.addVersion', versionBody(ids.firstId, ids.officeId, { name: 'Phòng Tổng hợp' })))
    const asked = async (on?: string) => must(ask(ids.world, ids.officer, 'org.changes', { unitId: ids.officeId, ...(on ? { on } : {}) }))
    const today = await asked()
    expect(today.days).toEqual([
      { on: '2022-04-01', counts: { renamed: 1 } },
      { on: '2022-07-01', counts: { began: 1 } },
    ])
    expect(today.last).toEqual({
      on: '2022-04-01',
      changes: [
        {
          unitId: ids.firstId,
          kinds: ['renamed'],
          name: 'Phòng Tổng hợp',
          was: { name: 'Phòng Một', kind: 'department', parentUnitId: ids.officeId },
        },
      ],
    })
    expect((await asked('2022-07-01')).last?.changes.map(({ name, was }) => [name, was])).toEqual([['Trung tâm mới', null]])
    expect((await asked('2022-03-31')).last).toBeUndefined()
  })

  test('of somebody else’s office are not told', async ({ database }) => {
    const ids = await anOffice(database)
    for (const name of ['org.changes', 'org.history'] as const)
      expect(await ask(ids.world, ids.officer, name, { unitId: ids.strangerId })).toMatchObject({ code: 'account.not-allowed' })
  })
})

describe('the history of a unit', () => {
  test('reaches back and ahead through every merger, and leaves out who only shared a giver', async ({ database }) => {
    const ids = await anOffice(database)
    await givenSuccessions(ids, [
      [ids.firstId, ids.secondId, '2022-04-01', 'whole'],
      [ids.secondId, ids.thirdId, '2022-05-01', 'part'],
      [ids.secondId, ids.lateId, '2022-07-01', 'whole'],
    ])
    const history = await must(ask(ids.world, ids.officer, 'org.history', { unitId: ids.thirdId }))
    expect(history.successions.map(each => [each.fromUnitId, each.toUnitId, each.extent])).toEqual([
      [ids.firstId, ids.secondId, 'whole'],
      [ids.secondId, ids.thirdId, 'part'],
    ])
    expect(history.units.map(unit => unit.versions[0]?.name)).toEqual(['Phòng Ba', 'Phòng Một', 'Phòng Hai'])
    const first = await must(ask(ids.world, ids.officer, 'org.history', { unitId: ids.firstId }))
    expect(first.units.map(unit => unit.versions[0]?.name)).toEqual(['Phòng Một', 'Phòng Hai', 'Phòng Ba', 'Trung tâm mới'])
  })

  test('does not take what a unit gave away before as coming from what it took later', async ({ database }) => {
    const ids = await anOffice(database)
    await givenSuccessions(ids, [
      [ids.secondId, ids.thirdId, '2022-04-01', 'part'],
      [ids.firstId, ids.secondId, '2022-05-01', 'whole'],
    ])
    expect((await must(ask(ids.world, ids.officer, 'org.history', { unitId: ids.thirdId }))).successions).toHaveLength(1)
  })

  test('of a unit nobody knows is refused', async ({ database }) => {
    const ids = await anOffice(database)
    expect(await ask(ids.world, ids.admin, 'org.history', { unitId: randomUUID() })).toMatchObject({ code: 'org.unknown-unit' })
  })
})

async function givenSuccessions(
  { world }: Office,
  rows: readonly (readonly [from: string, to: string, on: string, extent: 'whole' | 'part'])[],
): Promise<void> {
  await insertSuccessions(
    world.database.kysely,
    rows.map(([fromUnitId, toUnitId, on, extent]) => ({
      fromUnitId,
      toUnitId,
      on: plainDate(on),
      extent,
      isVerified: true,
      basis: 'Nghị quyết minh họa',
    })),
  )
}
