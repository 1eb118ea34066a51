import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { test } from '../../../test/database.ts'
import { activityBody, ask, must, send, someone } from '../../../test/factories.ts'
import { anOffice, countRows, type Office } from '../../../test/office.ts'

describe('an office that starts from nothing', () => {
  test('sets to whom it reports, records an activity and has its report', async ({ database }) => {
    const office = await anOffice(database)
    const head = someone('unitHead', [office.officeId, office.provinceId])
    await must(send(office.world, head, 'report.setDuty', dutyBody(office)))
    await must(
      send(office.world, head, 'activity.record', activityBody(office.officeId, { participants: { quality: 'counted', count: 41 } })),
    )
    const report = await must(
      send(office.world, head, 'report.compose', { id: randomUUID(), unitId: office.officeId, periodName: '2022-H1' }),
    )
    expect(report.code).toBe('…/BC-VPMH')
    expect(JSON.stringify(report.report.content)).toContain('41')
  })

  test('is told to set it before a report can be composed', async ({ database }) => {
    const office = await anOffice(database)
    const body = { id: randomUUID(), unitId: office.officeId, periodName: '2022-H1' }
    expect(await send(office.world, office.officer, 'report.compose', body)).toMatchObject({ code: 'report.no-duty' })
  })
})

describe('a duty', () => {
  test('is set once, however often it is sent, and a later one ends it', async ({ database, tx }) => {
    const office = await anOffice(database)
    const first = dutyBody(office)
    for (const body of [first, first]) await must(send(office.world, office.admin, 'report.setDuty', body))
    await must(
      send(
        office.world,
        office.admin,
        'report.setDuty',
        dutyBody(office, { receiverName: 'Sở khác', valid: { from: '2022-06-01', until: null } }),
      ),
    )
    expect(await ask(office.world, office.officer, 'report.duties', { unitId: office.officeId })).toMatchObject({
      ok: true,
      value: [{ receiverName: 'Sở khác' }, { receiverName: 'Sở minh họa', valid: { from: '2022-01-01', until: '2022-06-01' } }],
    })
    expect(await countRows(tx)).toMatchObject({ reportDuty: 2, auditEntry: 2 })
  })

  test.for<readonly [string, (office: Office) => Partial<BodyInput<'report.setDuty'>>, string]>([
    ['a unit nobody knows', () => ({ unitId: randomUUID() }), 'org.unknown-unit'],
    ['somebody else’s unit', ({ strangerId }) => ({ unitId: strangerId }), 'account.not-allowed'],
    ['a drafting department elsewhere', ({ strangerId }) => ({ draftingUnitId: strangerId }), 'org.unit-not-in-force'],
    ['a department not there yet', ({ lateId }) => ({ draftingUnitId: lateId }), 'org.unit-not-in-force'],
    ['a basis nobody registered', () => ({ basisDocumentId: randomUUID() }), 'document.unknown'],
    ['a symbol of a plan', () => ({ symbol: 'KH-VPMH' }), 'report.symbol'],
    ['no receiver', () => ({ receiverName: ' ' }), 'input.invalid'],
  ])('is refused for %s, and nothing is half-saved', async ([, changes, code], { database, tx }) => {
    const office = await anOffice(database)
    const before = await countRows(tx)
    expect(await send(office.world, office.admin, 'report.setDuty', { ...dutyBody(office), ...changes(office) })).toMatchObject({
      ok: false,
      code,
    })
    expect(await countRows(tx)).toEqual(before)
  })

  test('is not for an officer to set', async ({ database }) => {
    const office = await anOffice(database)
    expect(await send(office.world, office.officer, 'report.setDuty', dutyBody(office))).toMatchObject({ code: 'account.not-allowed' })
  })
})

function dutyBody(office: Office, changes: Partial<BodyInput<'report.setDuty'>> = {}): BodyInput<'report.setDuty'> {
  return {
    id: randomUUID(),
    unitId: office.officeId,
    formName: 'agency-half-year',
    receiverName: 'Sở minh họa',
    isReceiverSuperior: false,
    basisDocumentId: null,
    symbol: 'BC-VPMH',
    draftingUnitId: office.firstId,
    recipientLines: ['Sở minh họa'],
    archive: 'VT',
    dueDaysAfterCutoff: null,
    valid: { from: '2022-01-01', until: null },
    ...changes,
  }
}
