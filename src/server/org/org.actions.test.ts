import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, send, someone } from '../../../test/factories.ts'
import { anOffice, countRows, headcountBody, type Office, versionBody } from '../../../test/office.ts'
import { verifyChain } from '../audit/audit.store.ts'
import { findOrgFacts } from './org.facts.ts'
import { findUnitByShortName, insertHeadcount, insertVersions, listHeadcounts, listVersions } from './org.store.ts'

describe('a new version of a unit', () => {
  test('ends the one before on the day it begins, and both stay on record', async ({ database, tx }) => {
    const { world, admin, firstId, provinceId } = await anOffice(database)
    const body = versionBody(firstId, provinceId, { name: 'Phòng Văn xã', valid: { from: '2022-04-01', until: null } })
    expect(await send(world, admin, 'org.addVersion', body)).toMatchObject({ ok: true, value: { name: 'Phòng Văn xã' } })
    expect(await listVersions(tx, [firstId])).toMatchObject([
      { name: 'Phòng Một', valid: { from: null, until: '2022-04-01' } },
      { name: 'Phòng Văn xã', valid: { from: '2022-04-01', until: null } },
    ])
    const nameOn = async (on: string) => {
      const answer = await ask(world, admin, 'org.unit', { unitId: firstId, on })
      return answer.ok && answer.value.version?.name
    }
    expect(await nameOn('2022-03-31')).toBe('Phòng Một')
    expect(await nameOn('2022-04-01')).toBe('Phòng Văn xã')
  })

  test('of a unit nobody knows yet begins that unit, under a parent the administrator answers for', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    const body = versionBody(randomUUID(), officeId, { shortName: 'PTH', valid: { from: '2022-06-01', until: null } })
    expect(await send(world, admin, 'org.addVersion', body)).toMatchObject({ ok: true, value: { code: null, functions: null } })
    expect(await findUnitByShortName(tx, 'PTH')).toMatchObject({ id: body.unitId })
    const facts = await findOrgFacts(tx, officeId, plainDate('2022-06-01'))
    expect(facts?.children.map(child => child.name)).toEqual(['Phòng Ba', 'Phòng Hai', 'Phòng Một', 'Phòng Tổng hợp'])
    expect((await findOrgFacts(tx, officeId, plainDate('2022-05-31')))?.children).toHaveLength(3)
  })

  test.for<readonly [string, (ids: Office) => Partial<BodyInput<'org.addVersion'>>, string]>([
    ['an end on the day it begins', () => ({ valid: { from: '2022-04-01', until: '2022-04-01' } }), 'org.empty-range'],
    ['days that another version has', () => ({ valid: { from: null, until: '2022-04-01' } }), 'org.versions-overlap'],
    ['itself as its parent', ({ firstId }) => ({ parentUnitId: firstId }), 'org.parent-of-itself'],
    ['a parent that hangs under it', ({ firstId, officeId }) => ({ unitId: officeId, parentUnitId: firstId }), 'org.parent-of-itself'],
    ['a parent that is not there on the day', ({ lateId }) => ({ parentUnitId: lateId }), 'org.unit-not-in-force'],
    ['a parent outside the jurisdiction', ({ strangerId }) => ({ parentUnitId: strangerId }), 'account.not-allowed'],
    ['a new unit on top of everything', () => ({ unitId: randomUUID(), parentUnitId: null }), 'account.not-allowed'],
    ['a short name another unit has', () => ({ unitId: randomUUID(), shortName: 'VPMH' }), 'org.short-name-taken'],
    ['no name', () => ({ name: ' ' }), 'input.invalid'],
    ['a name of 201 letters', () => ({ name: 'ơ'.repeat(201) }), 'input.invalid'],
    ['a day that does not exist', () => ({ valid: { from: '2022-02-29', until: null } }), 'input.invalid'],
    [
      'a letterhead that names nobody',
      () => ({ letterhead: { parentLines: ['UBND TỈNH'], nameLines: [], place: 'Sơn La' } }),
      'input.invalid',
    ],
    ['no source', () => ({ source: '' }), 'input.invalid'],
  ])('is refused with %s, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    const before = await countRows(tx)
    const body = { ...versionBody(ids.firstId, ids.officeId), ...changes(ids) }
    expect(await send(ids.world, ids.admin, 'org.addVersion', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('sent twice is added once', async ({ database, tx }) => {
    const { world, admin, firstId, officeId } = await anOffice(database)
    const body = versionBody(firstId, officeId)
    const first = await send(world, admin, 'org.addVersion', body)
    expect(await send(world, admin, 'org.addVersion', body)).toEqual(first)
    expect(await listVersions(tx, [firstId])).toHaveLength(2)
    expect(await verifyChain(tx)).toEqual({ isWhole: true, entries: 1 })
  })

  test('that two administrators add at the same moment is kept once; the other is told', async () => {
    const database = await openTestDatabase()
    const { world, admin, firstId, officeId } = await anOffice(database)
    const answers = await Promise.all(
      ['Phòng A', 'Phòng B'].map(name => send(world, admin, 'org.addVersion', versionBody(firstId, officeId, { name }))),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'org.versions-overlap'])
    await database.close()
  })

  test('that begins a new unit, sent twice at the same moment, begins it once', async () => {
    const database = await openTestDatabase()
    const { world, admin, officeId } = await anOffice(database)
    const body = versionBody(randomUUID(), officeId, { shortName: 'PTH' })
    const answers = await Promise.all([1, 2].map(() => send(world, admin, 'org.addVersion', body)))
    expect(answers).toMatchObject([{ ok: true }, { ok: true }])
    expect(await listVersions(database.kysely, [body.unitId])).toHaveLength(1)
    await database.close()
  })

  test('that meets another is refused by the database too, in the same words', async ({ database, tx }) => {
    const { firstId } = await anOffice(database)
    const [version] = await listVersions(tx, [firstId])
    if (!version) throw new Error('the department has a version')
    expect(await insertVersions(tx, [{ ...version, id: randomUUID() }])).toMatchObject({ ok: false, code: 'org.versions-overlap' })
  })
})

describe('the number of people', () => {
  test('ends the number before on the day the new one begins', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    await send(world, admin, 'org.setHeadcount', headcountBody(officeId, { count: 58, from: '2021-12-15' }))
    await send(world, admin, 'org.setHeadcount', headcountBody(officeId, { count: 57, from: '2022-06-01' }))
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
    await send(world, admin, 'org.setHeadcount', headcountBody(officeId, { count: 58 }))
    await send(world, admin, 'org.setHeadcount', headcountBody(officeId, { category: 'contractWorkers', count: 40 }))
    expect((await findOrgFacts(tx, officeId, plainDate('2022-06-14')))?.headcounts).toHaveLength(2)
  })

  test('shows in the trail what it ended', async ({ database, tx }) => {
    const { world, admin, officeId } = await anOffice(database)
    await send(world, admin, 'org.setHeadcount', headcountBody(officeId, { count: 58, from: '2021-12-15' }))
    await send(world, admin, 'org.setHeadcount', headcountBody(officeId, { count: 57, from: '2022-06-01' }))
    const [, second] = await tx.selectFrom('auditEntry').selectAll().orderBy('seq').execute()
    expect(second).toMatchObject({
      command: 'org.setHeadcount',
      before: { ended: { count: 58, valid: { until: null } } },
      after: { headcount: { count: 57 }, ended: { valid: { until: '2022-06-01' } } },
    })
  })

  test.for<readonly [string, (ids: Office) => Partial<BodyInput<'org.setHeadcount'>>, string]>([
    ['begins on the day of the present one', () => ({ from: '2021-12-15' }), 'org.headcount-overlaps'],
    ['begins before the present one', () => ({ from: '2021-12-14' }), 'org.headcount-overlaps'],
    ['is for a unit not there on the day', ({ lateId }) => ({ unitId: lateId, from: '2022-06-30' }), 'org.unit-not-in-force'],
    ['is for a unit nobody knows', () => ({ unitId: randomUUID() }), 'org.unknown-unit'],
    ['is for a unit of others', ({ strangerId }) => ({ unitId: strangerId }), 'account.not-allowed'],
    ['is below nothing', () => ({ count: -1 }), 'input.invalid'],
    ['is half a person', () => ({ count: 57.5 }), 'input.invalid'],
  ])('is refused when it %s', async ([, changes, code], { database, tx }) => {
    const ids = await anOffice(database)
    await send(ids.world, ids.admin, 'org.setHeadcount', headcountBody(ids.officeId, { count: 58, from: '2021-12-15' }))
    const before = await countRows(tx)
    const body = { ...headcountBody(ids.officeId, { from: '2022-06-01' }), ...changes(ids) }
    expect(await send(ids.world, ids.admin, 'org.setHeadcount', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is set by an officer of the unit, not by its clerk', async ({ database }) => {
    const { world, officeId, provinceId } = await anOffice(database)
    const body = headcountBody(officeId)
    const clerk = someone('clerk', [officeId, provinceId])
    expect(await send(world, clerk, 'org.setHeadcount', body)).toMatchObject({ ok: false, code: 'account.not-allowed' })
    expect(await send(world, someone('officer', [officeId, provinceId]), 'org.setHeadcount', body)).toMatchObject({ ok: true })
  })

  test('sent twice is set once; two at the same moment, one is told', async () => {
    const database = await openTestDatabase()
    const { world, admin, officeId } = await anOffice(database)
    const body = headcountBody(officeId)
    await Promise.all([send(world, admin, 'org.setHeadcount', body), send(world, admin, 'org.setHeadcount', body)])
    expect(await listHeadcounts(database.kysely, officeId)).toHaveLength(1)
    const answers = await Promise.all(
      [57, 59].map(count => send(world, admin, 'org.setHeadcount', headcountBody(officeId, { count, from: '2022-06-01' }))),
    )
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'org.headcount-overlaps'])
    const [first] = await listHeadcounts(database.kysely, officeId)
    expect(first && (await insertHeadcount(database.kysely, { ...first, id: randomUUID() }))).toMatchObject({
      code: 'org.headcount-overlaps',
    })
    await database.close()
  })
})

describe('looking at the tree', () => {
  test('shows it as it was on the day asked for', async ({ database }) => {
    const ids = await anOffice(database)
    const namesOn = async (on: string) => {
      const answer = await ask(ids.world, ids.officer, 'org.tree', { unitId: ids.officeId, on })
      return answer.ok && answer.value.units.map(({ depth, name }) => `${depth} ${name}`)
    }
    const before = ['0 Văn phòng minh họa', '1 Phòng Ba', '1 Phòng Hai', '1 Phòng Một']
    expect(await namesOn('2022-06-30')).toEqual(before)
    expect(await namesOn('2022-07-01')).toEqual([...before, '1 Trung tâm mới'])
  })

  test('is open to those below, and closed to strangers', async ({ database }) => {
    const ids = await anOffice(database)
    const below = someone('viewer', [ids.firstId, ids.officeId, ids.provinceId])
    expect(await ask(ids.world, below, 'org.tree', { unitId: ids.provinceId })).toMatchObject({ ok: true })
    const stranger = someone('viewer', [ids.strangerId])
    for (const name of ['org.tree', 'org.unit'] as const)
      expect(await ask(ids.world, stranger, name, { unitId: ids.officeId })).toMatchObject({ ok: false, code: 'account.not-allowed' })
    expect(await ask(ids.world, stranger, 'org.unit', { unitId: randomUUID() })).toMatchObject({ ok: false, code: 'org.unknown-unit' })
  })

  test('names what a unit came from as it was called on its last day', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await tx
      .insertInto('orgSuccession')
      .values({
        fromUnitId: ids.firstId,
        toUnitId: ids.lateId,
        happenedOn: plainDate('2022-07-01'),
        extent: 'part',
        isVerified: false,
      })
      .execute()
    const answer = await ask(ids.world, ids.admin, 'org.unit', { unitId: ids.lateId })
    expect(answer).toMatchObject({
      ok: true,
      value: { version: null, successions: [{ fromName: 'Phòng Một', toName: 'Trung tâm mới', isVerified: false }] },
    })
  })

  test('finds a unit by the short name a terminal uses', async ({ database, tx }) => {
    const { officeId } = await anOffice(database)
    expect(await findUnitByShortName(tx, 'VPMH')).toEqual({ id: officeId, shortName: 'VPMH' })
    expect(await findUnitByShortName(tx, 'VPUB')).toBeUndefined()
  })
})
