import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { anOffice, countRows, type Office } from '../../../test/office.ts'
import { listSigners } from './position.store.ts'

describe('who may sign', () => {
  test('is whoever holds a position with a mandate, from the first day to the last', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const accountId = randomUUID()
    await must(
      send(ids.world, ids.admin, 'account.add', {
        id: accountId,
        username: 'phochanh',
        fullName: 'Lường Văn Minh Họa',
        unitId: ids.officeId,
        role: 'leader',
        withSubtree: true,
      }),
    )
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
    const answer = await ask(ids.world, ids.admin, 'org.unit', { unitId: ids.officeId })
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

  test('ends when the person leaves: nobody signs from that day, what was signed before stands', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await withDeputy(ids, { valid: { from: '2022-01-01', until: null } })
    const view = await must(ask(ids.world, ids.admin, 'org.unit', { unitId: ids.officeId }))
    const body = { id: view.appointments[0]?.id ?? '', on: '2022-06-01', basis: 'Quyết định minh họa' }
    for (const sent of [body, body]) expect(await send(ids.world, ids.admin, 'org.endAppointment', sent)).toMatchObject({ ok: true })
    expect(await listSigners(tx, ids.officeId, plainDate('2022-05-31'))).toHaveLength(1)
    expect(await listSigners(tx, ids.officeId, plainDate('2022-06-01'))).toEqual([])
    expect(await send(ids.world, ids.admin, 'org.endAppointment', { ...body, on: '2022-06-10' })).toMatchObject({
      code: 'org.already-ended',
    })
    expect(await send(ids.world, ids.officer, 'org.endAppointment', body)).toMatchObject({ code: 'account.not-allowed' })
    expect(await send(ids.world, ids.admin, 'org.endAppointment', { ...body, id: randomUUID() })).toMatchObject({
      code: 'org.unknown-appointment',
    })
  })

  test('ends when the mandate does', async ({ database, tx }) => {
    const ids = await anOffice(database)
    await withDeputy(ids, { valid: { from: '2022-01-01', until: null } })
    const view = await must(ask(ids.world, ids.admin, 'org.unit', { unitId: ids.officeId }))
    const body = { id: view.mandates[0]?.id ?? '', on: '2022-06-01', basis: 'Quyết định minh họa' }
    expect(await send(ids.world, ids.admin, 'org.endMandate', { ...body, on: '2021-12-31' })).toMatchObject({ code: 'org.empty-range' })
    expect(await send(ids.world, ids.admin, 'org.endMandate', body)).toMatchObject({ ok: true })
    expect(await listSigners(tx, ids.officeId, plainDate('2022-06-01'))).toEqual([])
  })

  test('is entered once, however often it is sent', async ({ database, tx }) => {
    const ids = await anOffice(database)
    const steps = stepsOf(ids)
    for (const step of [...steps, ...steps]) expect(await step({})).toMatchObject({ ok: true })
    expect(await countRows(tx)).toMatchObject({ position: 1, appointment: 1, signingMandate: 1, auditEntry: 3 })
  })

  test.for<readonly [string, number, (ids: Office) => Record<string, unknown>, string]>([
    ['a position of nobody’s unit', 0, () => ({ unitId: randomUUID() }), 'org.unknown-unit'],
    ['a position in a unit of others', 0, ({ strangerId }) => ({ unitId: strangerId }), 'account.not-allowed'],
    ['a position in a unit not there yet', 0, ({ lateId }) => ({ unitId: lateId }), 'org.unit-not-in-force'],
    ['a position without a name', 0, () => ({ name: '' }), 'input.invalid'],
    ['an appointment to no position', 1, () => ({ positionId: randomUUID() }), 'org.unknown-position'],
    ['an appointment that ends before it begins', 1, () => ({ valid: { from: '2022-06-01', until: '2022-05-01' } }), 'org.empty-range'],
    ['an appointment without a basis', 1, () => ({ basis: '' }), 'input.invalid'],
    ['an appointment of an account nobody has', 1, () => ({ accountId: randomUUID() }), 'account.unknown'],
    ['a mandate to sign for the head that does not name him', 2, () => ({ capacity: 'KT', forName: null }), 'org.signs-for-nobody'],
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
    const steps = stepsOf(ids)
    for (const step of steps.slice(0, at)) await step({})
    const before = await countRows(tx)
    expect(await steps[at]?.(changes(ids))).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is the administrator’s to say, not an officer’s', async ({ database }) => {
    const ids = await anOffice(database)
    const position = { id: randomUUID(), unitId: ids.officeId, name: 'Phó Chánh Văn phòng', rank: 'deputy' } as const
    expect(await send(ids.world, ids.officer, 'org.addPosition', position)).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })
})

type Result = ReturnType<typeof send>

/** A position, who holds it, and what it may sign, in the order they are entered. */
function stepsOf(
  { world, admin, officeId }: Office,
  term: Partial<BodyInput<'org.appoint'>> = {},
): ((changes: Record<string, unknown>) => Promise<Awaited<Result>>)[] {
  const positionId = randomUUID()
  const valid = { from: '2022-01-01', until: null }
  const basis = 'Quyết định minh họa'
  const position = { id: positionId, unitId: officeId, name: 'Phó Chánh Văn phòng', rank: 'deputy' } as const
  const appointment = { id: randomUUID(), positionId, fullName: 'Lường Văn Minh Họa', accountId: null, valid, basis, ...term }
  const mandate = { id: randomUUID(), positionId, unitId: officeId, capacity: 'KT', forName: 'Chánh Văn phòng', valid, basis } as const
  return [
    changes => send(world, admin, 'org.addPosition', { ...position, ...changes }),
    changes => send(world, admin, 'org.appoint', { ...appointment, ...changes }),
    changes => send(world, admin, 'org.mandate', { ...mandate, ...changes }),
  ]
}

async function withDeputy(office: Office, term: Partial<BodyInput<'org.appoint'>>): Promise<void> {
  for (const step of stepsOf(office, term)) expect(await step({})).toMatchObject({ ok: true })
}
