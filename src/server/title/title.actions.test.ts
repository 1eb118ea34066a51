import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import type { Actor } from '#domain/account/access.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { anOffice, documentBody, type Office } from '../../../test/office.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'

describe('registering units for a title', () => {
  test('keeps each unit with its round and day, counts them, and shows who has not registered', async ({ database }) => {
    const office = await anOffice(database)
    await must(register(office, body([office.firstId, office.secondId], { round: 'again' })))
    await must(register(office, body([office.officeId])))
    const view = await seen(office)
    expect(view).toMatchObject({ ok: true, value: { count: { registered: 2, first: 0, again: 2, of: 3 }, baseName: 'phòng, ban' } })
    if (!view.ok) return
    expect(view.value.units.map(row => [row.unitName, row.registration?.round ?? null])).toEqual([
      ['Phòng Ba', null],
      ['Phòng Hai', 'again'],
      ['Phòng Một', 'again'],
    ])
    expect(view.value.own?.registration).toMatchObject({ round: 'first', recordedBy: office.officer.fullName })
  })

  test('sent twice is registered once, and the answer is the same', async ({ database }) => {
    const office = await anOffice(database)
    const sent = body([office.firstId, office.secondId])
    const first = await register(office, sent)
    expect(await register(office, sent)).toEqual(first)
    expect(await countRows(database.kysely)).toEqual({ registrations: 2, entries: 2 })
  })

  test('an id known from another unit opens nothing', async ({ database }) => {
    const office = await anOffice(database)
    const sent = body([office.firstId])
    await must(register(office, sent))
    const units = [{ id: sent.units[0]?.id ?? '', unitId: office.secondId }]
    expect(await register(office, { ...sent, units })).toEqual({ ok: false, code: 'input.id-taken', details: {} })
  })

  test('one unit that may not stops all of them', async ({ database }) => {
    const office = await anOffice(database)
    await must(register(office, body([office.secondId])))
    expect(await register(office, body([office.firstId, office.secondId, office.thirdId]))).toMatchObject({
      code: 'title.already-registered',
      details: { name: 'Phòng Hai', year: 2022 },
    })
    expect(await countRows(database.kysely)).toEqual({ registrations: 1, entries: 1 })
  })

  test('two clerks at the same moment: one is kept, one is told', async () => {
    const database = await openTestDatabase()
    const office = await anOffice(database)
    const both = [body([office.firstId, office.secondId]), body([office.secondId, office.firstId])]
    const answers = await Promise.all(both.map(sent => register(office, sent)))
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'title.already-registered'])
    expect(await countRows(database.kysely)).toEqual({ registrations: 2, entries: 2 })
    await database.close()
  })

  test('the database itself keeps a second one out', async ({ database }) => {
    const office = await anOffice(database)
    await must(register(office, body([office.firstId])))
    const again = database.kysely
      .insertInto('titleRegistration')
      .values({
        id: randomUUID(),
        unitId: office.firstId,
        title: 'culturalOffice',
        year: 2022,
        round: 'again',
        registeredOn: '2022-05-01' as never,
        recordedBy: 'ai đó',
      })
      .execute()
    await expect(again).rejects.toThrow('title_registration_one_standing')
  })

  test('refuses a unit not in force on the day, a document of somebody else, and a day that has not come', async ({ database }) => {
    const office = await anOffice(database)
    const foreign = documentBody(office.strangerId)
    await must(send(office.world, someone('clerk', [office.strangerId]), 'document.register', foreign))
    expect(await register(office, body([office.lateId]))).toMatchObject({ code: 'org.unit-not-in-force' })
    expect(await register(office, body([office.firstId], { documentId: foreign.id }))).toMatchObject({ code: 'title.unknown-document' })
    expect(await register(office, body([office.firstId], { registeredOn: '2022-06-16' }))).toMatchObject({ code: 'title.in-future' })
    expect(await register(office, body([]))).toMatchObject({ code: 'input.invalid' })
    expect(await countRows(database.kysely)).toMatchObject({ registrations: 0 })
  })

  test('a paper of the office above may be named', async ({ database }) => {
    const office = await anOffice(database)
    const paper = documentBody(office.officeId)
    await must(send(office.world, office.clerk, 'document.register', paper))
    expect(await register(office, body([office.firstId], { documentId: paper.id }))).toMatchObject({ ok: true })
  })

  test('is not for strangers, and a department registers nobody but itself', async ({ database }) => {
    const office = await anOffice(database)
    const stranger = someone('officer', [office.strangerId])
    const own = someone('unitHead', [office.firstId, office.officeId, office.provinceId])
    expect(await register(office, body([office.firstId]), stranger)).toMatchObject({ code: 'account.not-allowed' })
    expect(await register(office, body([office.firstId, office.secondId]), own)).toMatchObject({ code: 'account.not-allowed' })
    expect(await register(office, body([office.firstId]), own)).toMatchObject({ ok: true })
  })

  test('a department sees its own row of the office, and no total that is not of what it sees', async ({ database }) => {
    const office = await anOffice(database)
    const own = someone('officer', [office.firstId, office.officeId, office.provinceId])
    const view = await ask(office.world, own, 'title.registrations', { unitId: office.officeId, year: '2022' })
    expect(view).toMatchObject({ ok: true, value: { count: null, units: [{ unitName: 'Phòng Một' }] } })
  })
})

describe('withdrawing a registration', () => {
  test('leaves what was registered in the book, and the unit may register anew', async ({ database }) => {
    const office = await anOffice(database)
    const sent = body([office.firstId])
    await must(register(office, sent))
    const id = sent.units[0]?.id ?? ''
    expect(await withdraw(office, id)).toMatchObject({ ok: true, value: { withdrawal: { on: '2022-06-01', reason: 'ghi nhầm đơn vị' } } })
    expect(await seen(office)).toMatchObject({ ok: true, value: { count: { registered: 0, of: 3 } } })
    expect(await register(office, body([office.firstId], { registeredOn: '2022-06-01' }))).toMatchObject({ ok: true })
    expect(await withdraw(office, id)).toMatchObject({ code: 'title.already-withdrawn' })
    expect(await countRows(database.kysely)).toEqual({ registrations: 2, entries: 3 })
    expect(await verifyChain(database.kysely)).toEqual({ isWhole: true, entries: 3 })
  })

  test('is not for strangers, whether it exists or not', async ({ database }) => {
    const office = await anOffice(database)
    const sent = body([office.firstId])
    await must(register(office, sent))
    const stranger = someone('officer', [office.strangerId])
    expect(await withdraw(office, sent.units[0]?.id ?? '', stranger)).toMatchObject({ code: 'account.not-allowed' })
    expect(await withdraw(office, randomUUID())).toMatchObject({ code: 'title.unknown' })
  })
})

function register(office: Office, sent: BodyInput<'title.register'>, actor: Actor = office.officer) {
  return send(office.world, actor, 'title.register', sent)
}

function withdraw(office: Office, id: string, actor: Actor = office.officer) {
  return send(office.world, actor, 'title.withdraw', { id, on: '2022-06-01', reason: 'ghi nhầm đơn vị' })
}

function seen(office: Office) {
  return ask(office.world, office.officer, 'title.registrations', { unitId: office.officeId, year: '2022' })
}

function body(unitIds: readonly string[], changes: Partial<BodyInput<'title.register'>> = {}): BodyInput<'title.register'> {
  return {
    units: unitIds.map(unitId => ({ id: randomUUID(), unitId })),
    title: 'culturalOffice',
    year: 2022,
    round: 'first',
    registeredOn: '2022-02-01',
    documentId: null,
    note: '',
    ...changes,
  }
}

async function countRows(tx: Db): Promise<{ registrations: number; entries: number }> {
  const registrations = await tx.selectFrom('titleRegistration').select('id').execute()
  const entries = await tx.selectFrom('auditEntry').select('seq').where('command', 'like', 'title.%').execute()
  return { registrations: registrations.length, entries: entries.length }
}
