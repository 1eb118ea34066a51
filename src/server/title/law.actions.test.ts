import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { anOffice, type Office } from '../../../test/office.ts'
import { verifyChain } from '../audit/audit.store.ts'

const unsure = 'GDVH.ND122/step.submit.within' // three working days, inferred from the way of the praise
const sure = 'GDVH.ND122/threshold.b'
const unknown = 'GDVH.ND122/whenSeveral'

describe('somebody answers for a point of the law nobody had verified', () => {
  test('it stands with name, day and basis, for the unit and all below it', async ({ database }) => {
    const office = await anOffice(database)
    const leader = leaderAt(office.officeId, office.provinceId)
    await must(confirm(office, leader, unsure))
    const below = someone('viewer', [office.firstId, office.officeId, office.provinceId])
    expect(await ask(office.world, below, 'title.law', { unitId: office.firstId })).toMatchObject({
      ok: true,
      value: {
        standing: [
          { factKey: unsure, confirmedBy: leader.fullName, confirmedOn: '2022-06-15', basis: 'Công báo, Điều 9', unitId: office.officeId },
        ],
        withdrawn: [],
      },
    })
    const above = someone('viewer', [office.provinceId])
    expect(await ask(office.world, above, 'title.law', { unitId: office.provinceId })).toMatchObject({ value: { standing: [] } })
  })

  test('what was read in the text, what nobody knows and what there is not is refused', async ({ database }) => {
    const office = await anOffice(database)
    const leader = leaderAt(office.officeId, office.provinceId)
    expect(await confirm(office, leader, sure)).toMatchObject({ code: 'law.sure-already' })
    expect(await confirm(office, leader, unknown)).toMatchObject({ code: 'law.unknown' })
    expect(await confirm(office, leader, 'GDVH.ND999/threshold')).toMatchObject({ code: 'law.no-such-fact' })
  })

  test('once is enough, here or above; sent twice it is one', async ({ database }) => {
    const office = await anOffice(database)
    const leader = leaderAt(office.officeId, office.provinceId)
    const id = randomUUID()
    const first = await confirm(office, leader, unsure, id)
    expect(await confirm(office, leader, unsure, id)).toEqual(first)
    expect(await confirm(office, leader, unsure)).toMatchObject({ code: 'law.confirmed-already', details: { by: leader.fullName } })
    const head = someone('unitHead', [office.firstId, office.officeId, office.provinceId])
    expect(await send(office.world, head, 'title.confirmLaw', body(office.firstId, unsure))).toMatchObject({
      code: 'law.confirmed-already',
    })
  })

  test('two who confirm at once: one does, the other is told who', async () => {
    const database = await openTestDatabase()
    const office = await anOffice(database)
    const leader = leaderAt(office.officeId, office.provinceId)
    const answers = await Promise.all([confirm(office, leader, unsure), confirm(office, leader, unsure)])
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'law.confirmed-already'])
    await database.close()
  })

  test('withdrawn it counts no more, stays on record with its reason, and may be confirmed anew', async ({ database }) => {
    const office = await anOffice(database)
    const leader = leaderAt(office.officeId, office.provinceId)
    const id = randomUUID()
    await must(confirm(office, leader, unsure, id))
    const withdrawal = { id, reason: 'đọc nhầm khoản' }
    await must(send(office.world, leader, 'title.withdrawConfirmation', withdrawal))
    expect(await send(office.world, leader, 'title.withdrawConfirmation', withdrawal)).toMatchObject({ code: 'law.withdrawn-already' })
    expect(await ask(office.world, leader, 'title.law', { unitId: office.officeId })).toMatchObject({
      value: { standing: [], withdrawn: [{ factKey: unsure, withdrawnBy: leader.fullName, withdrawalReason: 'đọc nhầm khoản' }] },
    })
    expect(await confirm(office, leader, unsure)).toMatchObject({ ok: true })
    expect(await verifyChain(database.kysely)).toMatchObject({ isWhole: true })
  })

  test('nobody from elsewhere withdraws it or learns that it is there', async ({ database }) => {
    const office = await anOffice(database)
    const id = randomUUID()
    await must(confirm(office, leaderAt(office.officeId, office.provinceId), unsure, id))
    const stranger = leaderAt(office.strangerId)
    expect(await send(office.world, stranger, 'title.withdrawConfirmation', { id, reason: 'thử' })).toMatchObject({
      code: 'account.not-allowed',
    })
    expect(await send(office.world, stranger, 'title.withdrawConfirmation', { id: randomUUID(), reason: 'thử' })).toMatchObject({
      code: 'law.no-such-confirmation',
    })
  })
})

function leaderAt(...unitPath: readonly string[]): Actor {
  return someone('leader', unitPath)
}

function confirm(office: Office, actor: Actor, factKey: string, id: string = randomUUID()) {
  return send(office.world, actor, 'title.confirmLaw', body(office.officeId, factKey, id))
}

function body(unitId: string, factKey: string, id: string = randomUUID()) {
  return { id, unitId, factKey, basis: 'Công báo, Điều 9' }
}
