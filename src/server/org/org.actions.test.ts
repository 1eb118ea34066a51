import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { givenUnit, someone, worldOn } from '../../../test/factories.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'
import { runCommand, runQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { findOrgFacts } from './org.facts.ts'
import { orgCommands, orgQueries } from './org.routes.ts'
import { findUnitByShortName, insertHeadcount, insertVersions, listHeadcounts, listVersions } from './org.store.ts'
import { listSigners } from './position.store.ts'

type Command = (typeof orgCommands)[number]
const [addVersion, setHeadcount, addPosition, appoint, mandate] = orgCommands as [Command, Command, Command, Command, Command]
const [tree, unit] = orgQueries as [(typeof orgQueries)[number], (typeof orgQueries)[number]]

describe('a new version of a unit', () => {
  test('ends the one before on the day it begins, and both stay on record', async ({ database, tx }) => {
    const { world, admin, departmentId, provinceId } = await anOffice(database)
    const body = versionBody(departmentId, provinceId, { name: 'Phòng Văn xã', valid: { from: '2022-04-01', until: null } })
    expect(await runCommand(world, admin, addVersion, body)).toMatchObject({ ok: true, value: { name: 'Phòng Văn xã' } })
    expect(await listVersions(tx, [departmentId])).toMatchObject([
      { name: 'Phòng Khoa giáo', valid: { from: null, until: '2022-04-01' } },
      { name: 'Phòng Văn xã', valid: { from: '2022-04-01', until: null } },
    ])
    expect(await nameOn(world, admin, departmentId, '2022-03-31')).toBe('Phòng Khoa giáo')
    expect(await nameOn(world, admin, departmentId, '2022-04-01')).toBe('Phòng Văn xã')
  })

  test('of a unit nobody knows yet begins that unit, under a parent the administrator answers for', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    const body = versionBody(randomUUID(), officeId, { shortName: 'PTH', valid: { from: '2022-06-01', until: null } })
    expect(await runCommand(world, admin, addVersion, body)).toMatchObject({ ok: true, value: { code: null, functions: null } })
    expect(await findUnitByShortName(tx, 'PTH')).toMatchObject({ id: body.unitId })
    const facts = await findOrgFacts(tx, officeId, plainDate('2022-06-01'))
    expect(facts?.children.map(child => child.name)).toEqual(['Phòng Khoa giáo', 'Phòng Tổng hợp'])
    expect((await findOrgFacts(tx, officeId, plainDate('2022-05-31')))?.children).toHaveLength(1)
  })

  test.for<readonly [string, (ids: Ids) => Partial<BodyInput<'org.addVersion'>>, string]>([
    ['an end on the day it begins', () => ({ valid: { from: '2022-04-01', until: '2022-04-01' } }), 'org.empty-range'],
    ['days that another version has', () => ({ valid: { from: null, until: '2022-04-01' } }), 'org.versions-overlap'],
    ['itself as its parent', ({ departmentId }) => ({ parentUnitId: departmentId }), 'org.parent-of-itself'],
    [
      'a parent that hangs under it',
      ({ departmentId, officeId }) => ({ unitId: officeId, parentUnitId: departmentId }),
      'org.parent-of-itself',
    ],
    ['a parent that is not there on the day', ({ lateId }) => ({ parentUnitId: lateId }), 'org.unit-not-in-force'],
    ['a parent outside the jurisdiction', ({ strangerId }) => ({ parentUnitId: strangerId }), 'account.not-allowed'],
    ['a new unit on top of everything', () => ({ unitId: randomUUID(), parentUnitId: null }), 'account.not-allowed'],
    ['a short name another unit has', () => ({ unitId: randomUUID(), shortName: 'VPMH' }), 'org.short-name-taken'],
    ['no name', () => ({ name: ' ' }), 'input.invalid'],
    ['a name of 201 letters', () => ({ name: 'ơ'.repeat(201) }), 'input.invalid'],
    ['a day that does not exist', () => ({ valid: { from: '2022-02-29', until: null } }), 'input.invalid'],
    ['no source', () => ({ source: '' }), 'input.invalid'],
  ])('is refused with %s, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    const before = await snapshot(tx)
    const body = { ...versionBody(ids.departmentId, ids.officeId), ...changes(ids) }
    expect(await runCommand(ids.world, ids.admin, addVersion, body)).toMatchObject({ ok: false, code })
    expect(await snapshot(tx)).toEqual(before)
  })

  test('sent twice is added once', async ({ database, tx }) => {
    const { world, admin, departmentId, officeId } = await anOffice(database)
    const body = versionBody(departmentId, officeId)
    const first = await runCommand(world, admin, addVersion, body)
    expect(await runCommand(world, admin, addVersion, body)).toEqual(first)
    expect(await listVersions(tx, [departmentId])).toHaveLength(2)
    expect(await verifyChain(tx)).toEqual({ isWhole: true, entries: 1 })
  })

  test('that two administrators add at the same moment is kept once; the other is told', async () => {
    const database = await openTestDatabase()
    const { world, admin, departmentId, officeId } = await anOffice(database)
    const answers = await Promise.all(
      ['Phòng A', 'Phòng B'].map(name => runCommand(world, admin, addVersion, versionBody(departmentId, officeId, { name }))),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'org.versions-overlap'])
    await database.close()
  })

  test('that meets another is refused by the database too, in the same words', async ({ database, tx }) => {
    const { departmentId } = await anOffice(database)
    const [version] = await listVersions(tx, [departmentId])
    if (!version) throw new Error('the department has a version')
    expect(await insertVersions(tx, [{ ...version, id: randomUUID() }])).toMatchObject({ ok: false, code: 'org.versions-overlap' })
  })
})

describe('the number of people', () => {
  test('ends the number before on the day the new one begins', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    await runCommand(world, admin, setHeadcount, headcountBody(officeId, { count: 58, from: '2021-12-15' }))
    await runCommand(world, admin, setHeadcount, headcountBody(officeId, { count: 57, from: '2022-06-01' }))
    expect(await listHeadcounts(tx, officeId)).toMatchObject([
      { count: 58, valid: { from: '2021-12-15', until: '2022-06-01' } },
      { count: 57, valid: { from: '2022-06-01', until: null } },
    ])
    const countsOn = async (on: string) => (await findOrgFacts(tx, officeId, plainDate(on)))?.headcounts.map(({ count }) => count)
    expect(await countsOn('2021-12-14')).toEqual([])
    expect(await countsOn('2022-05-31')).toEqual([58])
    expect(await countsOn('2022-06-01')).toEqual([57])
  })

  test('of one category leaves the others alone', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    await runCommand(world, admin, setHeadcount, headcountBody(officeId, { count: 58 }))
    await runCommand(world, admin, setHeadcount, headcountBody(officeId, { category: 'contractWorkers', count: 40 }))
    expect((await findOrgFacts(tx, officeId, plainDate('2022-06-14')))?.headcounts).toHaveLength(2)
  })

  test('shows in the trail what it ended', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    await runCommand(world, admin, setHeadcount, headcountBody(officeId, { count: 58, from: '2021-12-15' }))
    await runCommand(world, admin, setHeadcount, headcountBody(officeId, { count: 57, from: '2022-06-01' }))
    const [, second] = await tx.selectFrom('auditEntry').selectAll().orderBy('seq').execute()
    expect(second).toMatchObject({
      command: 'org.setHeadcount',
      before: { ended: { count: 58, valid: { until: null } } },
      after: { headcount: { count: 57 }, ended: { valid: { until: '2022-06-01' } } },
    })
  })

  test.for<readonly [string, (ids: Ids) => Partial<BodyInput<'org.setHeadcount'>>, string]>([
    ['begins on the day of the present one', () => ({ from: '2021-12-15' }), 'org.headcount-overlaps'],
    ['begins before the present one', () => ({ from: '2021-12-14' }), 'org.headcount-overlaps'],
    ['is for a unit not there on the day', ({ lateId }) => ({ unitId: lateId, from: '2022-06-30' }), 'org.unit-not-in-force'],
    ['is for a unit nobody knows', () => ({ unitId: randomUUID() }), 'org.unknown-unit'],
    ['is for a unit of others', ({ strangerId }) => ({ unitId: strangerId }), 'account.not-allowed'],
    ['is below nothing', () => ({ count: -1 }), 'input.invalid'],
    ['is half a person', () => ({ count: 57.5 }), 'input.invalid'],
  ])('is refused when it %s', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    await runCommand(ids.world, ids.admin, setHeadcount, headcountBody(ids.officeId, { count: 58, from: '2021-12-15' }))
    const before = await snapshot(tx)
    const body = { ...headcountBody(ids.officeId, { from: '2022-06-01' }), ...changes(ids) }
    expect(await runCommand(ids.world, ids.admin, setHeadcount, body)).toMatchObject({ ok: false, code })
    expect(await snapshot(tx)).toEqual(before)
  })

  test('is set by an officer of the unit, not by its clerk', async ({ database }) => {
    const { world, officeId, provinceId } = await anOffice(database)
    const body = headcountBody(officeId)
    const clerk = someone('clerk', [officeId, provinceId])
    expect(await runCommand(world, clerk, setHeadcount, body)).toMatchObject({ ok: false, code: 'account.not-allowed' })
    expect(await runCommand(world, someone('officer', [officeId, provinceId]), setHeadcount, body)).toMatchObject({ ok: true })
  })

  test('sent twice is set once; two at the same moment, one is told', async () => {
    const database = await openTestDatabase()
    const { world, admin, officeId } = await anOffice(database)
    const body = headcountBody(officeId)
    await Promise.all([runCommand(world, admin, setHeadcount, body), runCommand(world, admin, setHeadcount, body)])
    expect(await listHeadcounts(database.kysely, officeId)).toHaveLength(1)
    const answers = await Promise.all(
      [57, 59].map(count => runCommand(world, admin, setHeadcount, headcountBody(officeId, { count, from: '2022-06-01' }))),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'org.headcount-overlaps'])
    const [first] = await listHeadcounts(database.kysely, officeId)
    expect(first && (await insertHeadcount(database.kysely, { ...first, id: randomUUID() }))).toMatchObject({
      code: 'org.headcount-overlaps',
    })
    await database.close()
  })
})

describe('who may sign', () => {
  test('is whoever holds a position with a mandate, from the first day to the last', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const accountId = randomUUID()
    await withDeputy(ids, { accountId, valid: { from: '2022-01-01', until: '2022-07-01' } })
    expect(await listSigners(tx, ids.officeId, plainDate('2022-06-30'))).toMatchObject([
      { accountId, fullName: 'Lường Văn Minh Họa', capacityLines: ['KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'] },
    ])
    expect(await listSigners(tx, ids.officeId, plainDate('2022-01-01'))).toHaveLength(1)
    expect(await listSigners(tx, ids.officeId, plainDate('2021-12-31'))).toEqual([])
    expect(await listSigners(tx, ids.officeId, plainDate('2022-07-01'))).toEqual([])
  })

  test('shows on the page of the unit, and each step in the trail', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await withDeputy(ids, {})
    const answer = await runQuery(ids.world, ids.admin, unit, { unitId: ids.officeId })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        positions: [{ name: 'Phó Chánh Văn phòng' }],
        appointments: [{ basis: 'Quyết định minh họa' }],
        mandates: [{ capacity: 'KT' }],
      },
    })
    expect((await tx.selectFrom('auditEntry').select('command').orderBy('seq').execute()).map(({ command }) => command)).toEqual([
      'org.addPosition',
      'org.appoint',
      'org.mandate',
    ])
  })

  test('is entered once, however often it is sent', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const bodies = deputyBodies(ids, {})
    for (const [command, body] of [...bodies, ...bodies])
      expect(await runCommand(ids.world, ids.admin, command, body)).toMatchObject({ ok: true })
    expect(await snapshot(tx)).toMatchObject({ positions: 1, appointments: 1, mandates: 1, entries: 3 })
  })

  test.for<readonly [string, number, (ids: Ids) => Record<string, unknown>, string]>([
    ['a position of nobody’s unit', 0, () => ({ unitId: randomUUID() }), 'org.unknown-unit'],
    ['a position in a unit of others', 0, ({ strangerId }) => ({ unitId: strangerId }), 'account.not-allowed'],
    ['a position in a unit not there yet', 0, ({ lateId }) => ({ unitId: lateId }), 'org.unit-not-in-force'],
    ['a position without a name', 0, () => ({ name: '' }), 'input.invalid'],
    ['an appointment to no position', 1, () => ({ positionId: randomUUID() }), 'org.unknown-position'],
    ['an appointment that ends before it begins', 1, () => ({ valid: { from: '2022-06-01', until: '2022-05-01' } }), 'org.empty-range'],
    ['an appointment without a basis', 1, () => ({ basis: '' }), 'input.invalid'],
    ['a mandate for a unit nobody knows', 2, () => ({ unitId: randomUUID() }), 'org.unknown-unit'],
    ['a mandate for a unit of others', 2, ({ strangerId }) => ({ unitId: strangerId }), 'account.not-allowed'],
    ['a mandate of no position', 2, () => ({ positionId: randomUUID() }), 'org.unknown-position'],
    ['a mandate that ends on the day it begins', 2, () => ({ valid: { from: '2022-06-01', until: '2022-06-01' } }), 'org.empty-range'],
    [
      'a mandate for a unit that begins later',
      2,
      ({ lateId }) => ({ unitId: lateId, valid: { from: '2022-06-30', until: null } }),
      'org.unit-not-in-force',
    ],
  ])('is not settled by %s', async ([, at, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    const steps = deputyBodies(ids, {})
    for (const [command, body] of steps.slice(0, at)) await runCommand(ids.world, ids.admin, command, body)
    const before = await snapshot(tx)
    const [command, body] = steps[at] as (typeof steps)[number]
    expect(await runCommand(ids.world, ids.admin, command, { ...body, ...changes(ids) })).toMatchObject({ ok: false, code })
    expect(await snapshot(tx)).toEqual(before)
  })

  test('is the administrator’s to say, not an officer’s', async ({ database }) => {
    const ids = await anOffice(database)
    const officer = someone('officer', [ids.officeId, ids.provinceId])
    const [[, position]] = deputyBodies(ids, {})
    expect(await runCommand(ids.world, officer, addPosition, position)).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })
})

describe('looking at the tree', () => {
  test('shows it as it was on the day asked for', async ({ database }) => {
    const ids = await anOffice(database)
    const officer = someone('officer', [ids.officeId, ids.provinceId])
    const onDay = async (on: string) => {
      const answer = await runQuery(ids.world, officer, tree, { unitId: ids.officeId, on })
      return answer.ok && answer.value
    }
    expect(await onDay('2022-06-30')).toMatchObject({
      units: [
        { name: 'Văn phòng', depth: 0 },
        { name: 'Phòng Khoa giáo', depth: 1 },
      ],
    })
    expect(await onDay('2022-07-01')).toMatchObject({ units: [{ depth: 0 }, { depth: 1 }, { name: 'Trung tâm Thông tin', depth: 1 }] })
  })

  test('is open to those below, and closed to strangers', async ({ database }) => {
    const ids = await anOffice(database)
    const below = someone('viewer', [ids.departmentId, ids.officeId, ids.provinceId])
    expect(await runQuery(ids.world, below, tree, { unitId: ids.provinceId })).toMatchObject({ ok: true })
    const stranger = someone('viewer', [ids.strangerId])
    for (const look of [tree, unit])
      expect(await runQuery(ids.world, stranger, look, { unitId: ids.officeId })).toMatchObject({ ok: false, code: 'account.not-allowed' })
    expect(await runQuery(ids.world, stranger, unit, { unitId: randomUUID() })).toMatchObject({ ok: false, code: 'org.unknown-unit' })
  })

  test('names what a unit came from as it was called on its last day', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await tx
      .insertInto('orgSuccession')
      .values({
        fromUnitId: ids.departmentId,
        toUnitId: ids.lateId,
        happenedOn: plainDate('2022-07-01'),
        extent: 'part',
        isVerified: false,
      })
      .execute()
    const answer = await runQuery(ids.world, ids.admin, unit, { unitId: ids.lateId })
    expect(answer).toMatchObject({
      ok: true,
      value: { version: null, successions: [{ fromName: 'Phòng Khoa giáo', toName: 'Trung tâm Thông tin', isVerified: false }] },
    })
  })

  test('finds a unit by the short name a terminal uses', async ({ database, tx }) => {
    const { officeId } = await anOffice(database)
    expect(await findUnitByShortName(tx, 'VPMH')).toEqual({ id: officeId, shortName: 'VPMH' })
    expect(await findUnitByShortName(tx, 'VPUB')).toBeUndefined()
  })
})

type Ids = Awaited<ReturnType<typeof anOffice>>

/** A province with an office, its department, a centre that begins on 1 July 2022, and somebody else's unit. */
async function anOffice(database: World['database']) {
  const tx = database.kysely
  const provinceId = await givenUnit(tx, { name: 'Tỉnh minh họa', kind: 'province' })
  const officeId = await givenUnit(tx, { name: 'Văn phòng', parentUnitId: provinceId, shortName: 'VPMH' })
  const departmentId = await givenUnit(tx, { name: 'Phòng Khoa giáo', kind: 'department', parentUnitId: officeId })
  const lateId = await givenUnit(tx, { name: 'Trung tâm Thông tin', kind: 'attachedUnit', parentUnitId: officeId })
  await tx.updateTable('orgUnitVersion').set({ valid: '[2022-07-01,)' }).where('unitId', '=', lateId).execute()
  const strangerId = await givenUnit(tx, { name: 'Tỉnh khác', kind: 'province' })
  const admin: Actor = someone('admin', [provinceId])
  return { world: worldOn(database), admin, provinceId, officeId, departmentId, lateId, strangerId }
}

function versionBody(
  unitId: string,
  parentUnitId: string | null,
  changes: Partial<BodyInput<'org.addVersion'>> = {},
): BodyInput<'org.addVersion'> {
  return {
    id: randomUUID(),
    unitId,
    shortName: '',
    name: 'Phòng Tổng hợp',
    kind: 'department',
    parentUnitId,
    code: '',
    functions: '',
    namedAfterPerson: false,
    position: 1,
    letterhead: null,
    calledInText: 'phòng Tổng hợp',
    valid: { from: '2022-04-01', until: null },
    source: 'Quyết định minh họa',
    ...changes,
  }
}

function headcountBody(unitId: string, changes: Partial<BodyInput<'org.setHeadcount'>> = {}): BodyInput<'org.setHeadcount'> {
  return { id: randomUUID(), unitId, category: 'officials', count: 58, from: '2022-01-01', ...changes }
}

/** A position, who holds it, and what it may sign, in the order they are entered. */
function deputyBodies(ids: Ids, changes: Partial<BodyInput<'org.appoint'>>) {
  const positionId = randomUUID()
  const valid = { from: '2022-01-01', until: null }
  const basis = 'Quyết định minh họa'
  return [
    [addPosition, { id: positionId, unitId: ids.officeId, name: 'Phó Chánh Văn phòng', rank: 'deputy' }],
    [appoint, { id: randomUUID(), positionId, fullName: 'Lường Văn Minh Họa', accountId: null, valid, basis, ...changes }],
    [mandate, { id: randomUUID(), positionId, unitId: ids.officeId, capacity: 'KT', forName: 'Chánh Văn phòng', valid, basis }],
  ] as const
}

async function withDeputy(ids: Ids, changes: Partial<BodyInput<'org.appoint'>>): Promise<void> {
  for (const [command, body] of deputyBodies(ids, changes))
    expect(await runCommand(ids.world, ids.admin, command, body)).toMatchObject({ ok: true })
}

async function nameOn(world: World, actor: Actor, unitId: string, on: string): Promise<string | undefined> {
  const answer = await runQuery(world, actor, unit, { unitId, on })
  return answer.ok ? (answer.value as { version: { name: string } | null }).version?.name : answer.code
}

async function snapshot(tx: Db) {
  const count = async (table: 'position' | 'appointment' | 'signingMandate' | 'headcount' | 'orgUnit') =>
    (await tx.selectFrom(table).select('id').execute()).length
  return {
    versions: await tx.selectFrom('orgUnitVersion').selectAll().orderBy('id').execute(),
    units: await count('orgUnit'),
    headcounts: await count('headcount'),
    positions: await count('position'),
    appointments: await count('appointment'),
    mandates: await count('signingMandate'),
    entries: (await tx.selectFrom('auditEntry').select('seq').execute()).length,
  }
}
