import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { countRows, documentBody, type Office } from '../../../test/office.ts'
import {
  anOfficeWithDocument,
  aPlan,
  aTask,
  type Planned,
  planBody,
  planOf,
  strangerTo,
  targetBody,
  taskBody,
} from '../../../test/planning.ts'
import { findPlan, insertPlan, listPlanFacts } from './plan.store.ts'

describe('a plan', () => {
  test('is added once, however often it is sent', async ({ database, tx }) => {
    const ids = await anOfficeWithDocument(database)
    const body = planBody(ids)
    const first = await send(ids.world, ids.officer, 'plan.add', body)
    expect(first).toMatchObject({ ok: true, value: { year: 2022, revision: 0 } })
    expect(await send(ids.world, ids.officer, 'plan.add', body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ plan: 1, auditEntry: 2 })
  })

  test.for<readonly [string, (ids: Office & { foreignDocumentId: string }) => Partial<BodyInput<'plan.add'>>, string]>([
    ['for a unit nobody knows', () => ({ ownerUnitId: randomUUID() }), 'org.unknown-unit'],
    ['for a unit of others', ({ strangerId }) => ({ ownerUnitId: strangerId }), 'account.not-allowed'],
    ['for a year before the unit began', ({ lateId }) => ({ ownerUnitId: lateId, year: 2021 }), 'org.unit-not-in-force'],
    ['under a document of nobody', () => ({ documentId: randomUUID() }), 'document.unknown'],
    ['under a document in the register of others', ({ foreignDocumentId }) => ({ documentId: foreignDocumentId }), 'document.unknown'],
    ['without a title', () => ({ title: '' }), 'input.invalid'],
    ['with a title of 501 letters', () => ({ title: 'ơ'.repeat(501) }), 'input.invalid'],
    ['for the year 22', () => ({ year: 22 }), 'input.invalid'],
  ])('%s is refused, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const ids = await anOfficeWithDocument(database)
    const foreign = documentBody(ids.strangerId)
    await must(send(ids.world, strangerTo(ids), 'document.register', foreign))
    const body = { ...planBody(ids), ...changes({ ...ids, foreignDocumentId: foreign.id }) }
    expect(await send(ids.world, ids.officer, 'plan.add', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toMatchObject({ plan: 0 })
  })

  test('of one unit, year and document is refused a second time, and the database does so too', async ({ database, tx }) => {
    const ids = await anOfficeWithDocument(database)
    const body = planBody(ids)
    await send(ids.world, ids.officer, 'plan.add', body)
    expect(await send(ids.world, ids.officer, 'plan.add', { ...body, id: randomUUID() })).toMatchObject({ code: 'plan.already-planned' })
    const stored = await findPlan(tx, body.id)
    expect(stored && (await insertPlan(tx, { ...stored, id: randomUUID() }))).toMatchObject({ code: 'plan.already-planned' })
  })

  test('is not for a clerk to add', async ({ database }) => {
    const ids = await anOfficeWithDocument(database)
    expect(await send(ids.world, someone('clerk', [ids.officeId]), 'plan.add', planBody(ids))).toMatchObject({
      code: 'account.not-allowed',
    })
  })
})

describe('a target', () => {
  test('has no outcome until one is recorded, with the day and basis of its figures', async ({ database }) => {
    const ids = await aPlan(database)
    const target = await withTarget(ids)
    expect((await planOf(ids)).targets).toMatchObject([{ goalPercent: 100, outcome: null }])
    const outcome = { numerator: 10, denominator: 11, on: '2022-06-14', basis: 'Bản tổng hợp' }
    expect(await send(ids.world, ids.officer, 'plan.recordOutcome', { targetId: target, revision: 0, outcome })).toMatchObject({
      ok: true,
      value: { outcome, revision: 1 },
    })
    expect((await planOf(ids)).targets).toMatchObject([{ outcome }])
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
    const ids = await aPlan(database)
    const targetId = await withTarget(ids)
    const before = await countRows(tx)
    const body = { targetId, revision: 0, outcome: { numerator: 10, denominator: 11, on: '2022-06-14', basis: 'Bản tổng hợp' }, ...changes }
    expect(await send(ids.world, ids.officer, 'plan.recordOutcome', body)).toMatchObject({ ok: false, code })
    expect(await countRows(tx)).toEqual(before)
  })

  test.for<readonly [string, Record<string, unknown>, string]>([
    ['a plan nobody knows', { planId: randomUUID() }, 'plan.unknown'],
    ['101 per cent', { goalPercent: 101 }, 'input.invalid'],
    ['a base without a name', { baseName: ' ' }, 'input.invalid'],
  ])('is refused with %s', async ([, changes, code], { database, tx }) => {
    const ids = await aPlan(database)
    expect(await send(ids.world, ids.officer, 'plan.addTarget', { ...targetBody(ids.planId), ...changes })).toMatchObject({
      ok: false,
      code,
    })
    expect(await countRows(tx)).toMatchObject({ target: 0 })
  })

  test('is set and answered by the owner of the plan, not by strangers', async ({ database }) => {
    const ids = await aPlan(database)
    const target = await withTarget(ids)
    const stranger = strangerTo(ids)
    const outcome = { numerator: 1, denominator: 1, on: '2022-06-14', basis: 'x' }
    expect(await send(ids.world, stranger, 'plan.addTarget', targetBody(ids.planId))).toMatchObject({ code: 'account.not-allowed' })
    expect(await send(ids.world, stranger, 'plan.recordOutcome', { targetId: target, revision: 0, outcome })).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('sent twice is set once', async ({ database, tx }) => {
    const ids = await aPlan(database)
    const body = targetBody(ids.planId)
    const first = await send(ids.world, ids.officer, 'plan.addTarget', body)
    expect(await send(ids.world, ids.officer, 'plan.addTarget', body)).toEqual(first)
    expect(await countRows(tx)).toMatchObject({ target: 1 })
  })
})

describe('who sees a plan', () => {
  test('the departments of the office do, strangers do not', async ({ database }) => {
    const ids = await aTask(database)
    const below = someone('viewer', [ids.firstId, ids.officeId])
    expect(await ask(ids.world, below, 'plan.list', { unitId: ids.firstId, year: '2022' })).toMatchObject({
      ok: true,
      value: [{ id: ids.planId }],
    })
    expect(await ask(ids.world, below, 'plan.list', { unitId: ids.firstId, year: '2021' })).toMatchObject({ ok: true, value: [] })
    expect(await ask(ids.world, below, 'plan.one', { id: ids.planId })).toMatchObject({ ok: true })
    const stranger = strangerTo(ids)
    expect(await ask(ids.world, stranger, 'plan.one', { id: ids.planId })).toMatchObject({ code: 'account.not-allowed' })
    expect(await ask(ids.world, stranger, 'plan.list', { unitId: ids.officeId })).toMatchObject({ code: 'account.not-allowed' })
    expect(await ask(ids.world, below, 'plan.one', { id: randomUUID() })).toMatchObject({ ok: false, code: 'plan.unknown' })
  })

  test('a unit elsewhere that must answer for a task sees the plan it answers to', async ({ database }) => {
    const ids = await aPlan(database)
    const elsewhere = someone('officer', [ids.strangerId])
    expect(await ask(ids.world, elsewhere, 'plan.list', { unitId: ids.strangerId })).toMatchObject({ ok: true, value: [] })
    await must(send(ids.world, ids.officer, 'plan.addTask', taskBody(ids, { supportingUnitIds: [ids.strangerId] })))
    expect(await ask(ids.world, elsewhere, 'plan.list', { unitId: ids.strangerId })).toMatchObject({
      ok: true,
      value: [{ id: ids.planId }],
    })
    expect(await ask(ids.world, elsewhere, 'plan.one', { id: ids.planId })).toMatchObject({ ok: true })
  })

  test('a report reads all of a unit’s own plans, or those of one year', async ({ database, tx }) => {
    const ids = await aTask(database)
    await send(ids.world, ids.officer, 'plan.add', { ...planBody(ids), year: 2023 })
    expect(await listPlanFacts(tx, ids.officeId)).toMatchObject({ plans: [{ year: 2023 }, { year: 2022 }], tasks: [{ id: ids.taskId }] })
    expect(await listPlanFacts(tx, ids.officeId, 2023)).toMatchObject({ plans: [{ year: 2023 }], tasks: [], assignments: [], progress: [] })
    expect((await listPlanFacts(tx, ids.firstId)).plans).toEqual([])
  })
})

async function withTarget(planned: Planned): Promise<string> {
  const body = targetBody(planned.planId)
  await must(send(planned.world, planned.officer, 'plan.addTarget', body))
  return body.id
}
