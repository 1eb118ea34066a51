import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { anOffice, countRows, headcountBody, type Office, versionBody } from '../../../test/office.ts'
import { findOrgFacts } from './org.facts.ts'
import { listVersions } from './org.store.ts'

const day = '2022-07-01'

describe('three communes that become one', () => {
  test('stand in the tree until the day before; from the day on stands the new one, and knows where it came from', async ({ database }) => {
    const { ids, newId, oldIds } = await afterMerger(database)
    const treeOn = async (on: string) => (await must(ask(ids.world, ids.admin, 'org.tree', { unitId: ids.provinceId, on }))).units
    const communesOn = async (on: string) => (await treeOn(on)).filter(unit => unit.kind === 'commune').map(unit => unit.name)
    expect(await communesOn('2022-06-30')).toEqual(['Chiềng Một', 'Chiềng Hai', 'Chiềng Ba'].toSorted((a, b) => a.localeCompare(b, 'vi')))
    expect(await communesOn(day)).toEqual(['Chiềng Mới'])

    const heir = await must(ask(ids.world, ids.admin, 'org.unit', { unitId: newId, on: day }))
    expect(heir.successions.map(({ fromName, extent, basis, isVerified }) => ({ fromName, extent, basis, isVerified }))).toEqual(
      expect.arrayContaining(
        ['Chiềng Một', 'Chiềng Hai', 'Chiềng Ba'].map(fromName => ({
          fromName,
          extent: 'whole',
          basis: 'Nghị quyết minh họa',
          isVerified: true,
        })),
      ),
    )
    const gone = await must(ask(ids.world, ids.admin, 'org.unit', { unitId: oldIds[0] ?? '', on: day }))
    expect(gone).toMatchObject({ version: null, successions: [{ toName: 'xã Chiềng Mới' }] })
  })

  test('keep what was recorded about them for the days they stood', async ({ database, tx }) => {
    const { oldIds } = await afterMerger(database)
    const [first = ''] = oldIds
    expect(await findOrgFacts(tx, first, plainDate('2022-06-30'))).toMatchObject({
      unit: { name: 'Chiềng Một' },
      headcounts: [{ count: 21 }],
    })
    expect(await findOrgFacts(tx, first, plainDate(day))).toBeUndefined()
  })

  test('are told in the trail of the one that lives, with what ended', async ({ database, tx }) => {
    const { newId, oldIds } = await afterMerger(database)
    const [entry] = await tx.selectFrom('auditEntry').selectAll().where('command', '=', 'org.recordSuccession').orderBy('seq').execute()
    const [ended] = await listVersions(tx, [oldIds[0] ?? ''])
    expect(entry).toMatchObject({
      subjectId: oldIds[0],
      unitId: newId,
      recordIds: [ended?.id],
      before: { ended: { valid: { until: null } } },
      after: { toUnitId: newId, extent: 'whole', basis: 'Nghị quyết minh họa', ended: { valid: { until: day } } },
    })
  })
})

test('a unit merged by mistake goes on by a new version, and the merger stays in sight', async ({ database, tx }) => {
  const ids = await anOffice(database)
  await must(send(ids.world, ids.admin, 'org.recordSuccession', successionBody(ids.firstId, ids.secondId)))
  await must(send(ids.world, ids.admin, 'org.addVersion', versionBody(ids.firstId, ids.officeId, { valid: { from: day, until: null } })))
  expect(await listVersions(tx, [ids.firstId])).toMatchObject([{ valid: { until: day } }, { valid: { from: day, until: null } }])
  expect(await countRows(tx)).toMatchObject({ orgSuccession: 1 })
})

describe('a part that goes to another unit', () => {
  test('leaves the unit that gave it living, and both tell of it', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = successionBody(ids.firstId, ids.secondId, { extent: 'part' })
    await must(send(ids.world, ids.admin, 'org.recordSuccession', body))
    expect(await listVersions(tx, [ids.firstId])).toMatchObject([{ valid: { from: null, until: null } }])
    for (const unitId of [ids.firstId, ids.secondId])
      expect(await ask(ids.world, ids.admin, 'org.unit', { unitId })).toMatchObject({
        ok: true,
        value: { successions: [{ fromName: 'Phòng Một', toName: 'Phòng Hai', on: day, extent: 'part' }] },
      })
  })
})

describe('a succession', () => {
  test.for<readonly [string, (ids: Office) => Partial<BodyInput<'org.recordSuccession'>>, string]>([
    ['of a unit into itself', ({ firstId }) => ({ toUnitId: firstId }), 'org.succeeds-itself'],
    [
      'of a unit that others hang under',
      ({ officeId, strangerId }) => ({ fromUnitId: officeId, toUnitId: strangerId }),
      'org.has-subordinates',
    ],
    ['into a unit that is not there yet', ({ lateId }) => ({ toUnitId: lateId, on: '2022-06-30' }), 'org.unit-not-in-force'],
    ['of a unit that begins that day', ({ lateId }) => ({ fromUnitId: lateId }), 'org.unit-not-in-force'],
    ['of a unit nobody knows', () => ({ fromUnitId: randomUUID() }), 'org.unknown-unit'],
    ['into a unit nobody knows', () => ({ toUnitId: randomUUID() }), 'org.unknown-unit'],
    ['without a basis', () => ({ basis: ' ' }), 'input.invalid'],
    ['on a day that does not exist', () => ({ on: '2022-06-31' }), 'input.invalid'],
  ])('%s is refused, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    const everywhere = everyoneAt([ids.provinceId, ids.strangerId])
    const before = await countRows(tx)
    const body = { ...successionBody(ids.firstId, ids.secondId), ...changes(ids) }
    expect(await send(ids.world, everywhere, 'org.recordSuccession', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('of a unit whose next version is planned for that day is refused', async ({ database }) => {
    const ids = await anOffice(database)
    await must(send(ids.world, ids.admin, 'org.addVersion', versionBody(ids.firstId, ids.officeId, { valid: { from: day, until: null } })))
    expect(await send(ids.world, ids.admin, 'org.recordSuccession', successionBody(ids.firstId, ids.secondId))).toMatchObject({
      code: 'org.unit-lives-on',
      details: { on: day },
    })
  })

  test('that goes back on the same day is refused', async ({ database }) => {
    const ids = await anOffice(database)
    const part = (from: string, to: string) =>
      send(ids.world, ids.admin, 'org.recordSuccession', successionBody(from, to, { extent: 'part' }))
    await must(part(ids.firstId, ids.secondId))
    await must(part(ids.secondId, ids.thirdId))
    expect(await part(ids.thirdId, ids.firstId)).toMatchObject({ ok: false, code: 'org.succession-circle' })
  })

  test('needs the word of whoever answers for both units', async ({ database }) => {
    const ids = await anOffice(database)
    const both = [successionBody(ids.firstId, ids.strangerId), successionBody(ids.strangerId, ids.firstId)]
    for (const body of both)
      expect(await send(ids.world, ids.admin, 'org.recordSuccession', body)).toMatchObject({ ok: false, code: 'account.not-allowed' })
    const officer = await send(ids.world, ids.officer, 'org.recordSuccession', successionBody(ids.firstId, ids.secondId))
    expect(officer).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })

  test('sent again is answered again; with other contents it is refused', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const body = successionBody(ids.firstId, ids.secondId)
    const first = await must(send(ids.world, ids.admin, 'org.recordSuccession', body))
    expect(await must(send(ids.world, ids.admin, 'org.recordSuccession', body))).toEqual(first)
    for (const other of [{ extent: 'part' as const }, { basis: 'Nghị quyết khác' }])
      expect(await send(ids.world, ids.admin, 'org.recordSuccession', { ...body, ...other })).toMatchObject({
        code: 'org.succession-recorded',
      })
    expect(await countRows(tx)).toMatchObject({ auditEntry: 1 })
  })

  test('of one unit into two others at the same moment is kept once; the other is told', async () => {
    const database = await openTestDatabase()
    const ids = await anOffice(database)
    const answers = await Promise.all(
      [ids.secondId, ids.thirdId].map(toUnitId =>
        send(ids.world, ids.admin, 'org.recordSuccession', successionBody(ids.firstId, toUnitId)),
      ),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'org.merged-already'])
    await database.close()
  })

  test('of two units into each other at the same moment is kept once', async () => {
    const database = await openTestDatabase()
    const { world, admin, firstId, secondId } = await anOffice(database)
    const bodies = [successionBody(firstId, secondId), successionBody(secondId, firstId)]
    const answers = await Promise.all(bodies.map(body => send(world, admin, 'org.recordSuccession', body)))
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'org.unit-not-in-force'])
    await database.close()
  })
})

/** The new commune is entered first, then each old one goes into it whole. */
async function afterMerger(database: Office['world']['database']) {
  const ids = await anOffice(database)
  const names = ['Chiềng Một', 'Chiềng Hai', 'Chiềng Ba']
  const oldIds: string[] = []
  for (const name of names) oldIds.push(await givenUnit(database.kysely, { name, kind: 'commune', parentUnitId: ids.provinceId }))
  for (const [i, unitId] of oldIds.entries())
    await must(send(ids.world, ids.admin, 'org.setHeadcount', headcountBody(unitId, { count: 21 + i })))
  const newId = randomUUID()
  const commune = { name: 'Chiềng Mới', kind: 'commune', calledInText: 'xã Chiềng Mới', valid: { from: day, until: null } } as const
  await must(send(ids.world, ids.admin, 'org.addVersion', versionBody(newId, ids.provinceId, commune)))
  for (const unitId of oldIds) await must(send(ids.world, ids.admin, 'org.recordSuccession', successionBody(unitId, newId)))
  return { ids, oldIds, newId }
}

function successionBody(
  fromUnitId: string,
  toUnitId: string,
  changes: Partial<BodyInput<'org.recordSuccession'>> = {},
): BodyInput<'org.recordSuccession'> {
  return { fromUnitId, toUnitId, on: day, extent: 'whole', basis: 'Nghị quyết minh họa', ...changes }
}

function everyoneAt(unitIds: readonly string[]): Actor {
  return {
    ...someone('admin', [unitIds[0] ?? '']),
    grants: unitIds.map(unitId => ({ role: 'admin', unitId, withSubtree: true, unitPath: [unitId] })),
  }
}
