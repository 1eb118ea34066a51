import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { anOffice, type Office } from '../../../test/office.ts'
import { provincialFile } from '../../../test/provincial-rules.ts'

describe('a province says what the law leaves to it', () => {
  test('its file counts for the unit and all below it, and comes out as it went in', async ({ database }) => {
    const office = await anOffice(database)
    await must(adopt(office, provincialFile()))
    const below = someone('viewer', [office.firstId, office.officeId, office.provinceId])
    const view = await ask(office.world, below, 'title.law', { unitId: office.firstId })
    expect(view).toMatchObject({
      ok: true,
      value: {
        rules: [
          {
            unitId: office.provinceId,
            adoptedBy: keeper(office).fullName,
            rules: { basis: '01/2024/QĐ-UBND (dữ liệu minh họa)', confirmation: null, levelNames: [{ titleName: 'Bản văn hóa' }] },
          },
        ],
      },
    })
  })

  test('an office, a commune or a village adopts none: what the law leaves to the province is the province’s', async ({ database }) => {
    const office = await anOffice(database)
    const answer = await send(office.world, office.officer, 'title.adoptRules', {
      id: randomUUID(),
      unitId: office.officeId,
      text: provincialFile(),
    })
    expect(answer).toMatchObject({ code: 'rules.not-of-province', details: { name: 'Văn phòng minh họa' } })
    expect(await rulesOf(office)).toEqual([])
  })

  test('the next one ends it the day before, and a third beside them is refused', async ({ database }) => {
    const office = await anOffice(database)
    await must(adopt(office, provincialFile()))
    const next = provincialFile({ basis: '02/2025/QĐ-UBND (dữ liệu minh họa)', valid: range('2025-07-01', null) })
    expect(await adopt(office, next)).toMatchObject({ ok: true, value: { endsBefore: '2025-07-01' } })
    expect(await rulesOf(office)).toEqual([
      ['02/2025/QĐ-UBND (dữ liệu minh họa)', '2025-07-01', null],
      ['01/2024/QĐ-UBND (dữ liệu minh họa)', '2024-01-30', '2025-07-01'],
    ])
    const beside = provincialFile({ valid: range('2024-06-01', '2024-09-01') })
    expect(await adopt(office, beside)).toMatchObject({ code: 'rules.overlap', details: { basis: '01/2024/QĐ-UBND (dữ liệu minh họa)' } })
    expect(await adopt(office, provincialFile({ valid: range('2025-07-01', null) }))).toMatchObject({ code: 'rules.overlap' })
  })

  test('a file that is none, that does not add up or that has no first day changes nothing', async ({ database }) => {
    const office = await anOffice(database)
    expect(await adopt(office, 'Thang điểm: 100')).toMatchObject({ code: 'score-sheet.not-readable' })
    expect(await adopt(office, provincialFile().replace('"most": 30', '"most": 20'))).toMatchObject({
      code: 'score-sheet.sum',
      details: { sum: 90, most: 100 },
    })
    expect(await adopt(office, provincialFile({ valid: range(null, null) }))).toMatchObject({ code: 'rules.no-first-day' })
    expect(await rulesOf(office)).toEqual([])
  })

  test('nobody’s word comes with a file; who loaded it does not vouch for it, another does', async ({ database }) => {
    const office = await anOffice(database)
    const id = randomUUID()
    const said = provincialFile({ confirmation: { by: 'Người tỉnh khác', on: plainDate('2022-01-01') } })
    await must(adopt(office, said, keeper(office), id))
    expect(await ask(office.world, office.officer, 'title.law', { unitId: office.officeId })).toMatchObject({
      value: { rules: [{ rules: { confirmation: null } }] },
    })
    const leader = someone('leader', [office.provinceId], { fullName: 'Vì Thị Đối Chiếu' })
    await must(send(office.world, leader, 'title.confirmRules', { id }))
    expect(await send(office.world, leader, 'title.confirmRules', { id })).toMatchObject({ code: 'rules.confirmed-already' })
    expect(await ask(office.world, office.officer, 'title.law', { unitId: office.officeId })).toMatchObject({
      value: { rules: [{ rules: { confirmation: { by: 'Vì Thị Đối Chiếu', on: '2022-06-15' } } }] },
    })
    const head = someone('unitHead', [office.provinceId])
    const own = randomUUID()
    await must(adopt(office, provincialFile({ valid: range('2019-01-01', '2020-01-01') }), head, own))
    expect(await send(office.world, head, 'title.confirmRules', { id: own })).toMatchObject({ code: 'rules.confirm-own' })
  })

  test('withdrawn they never counted, stay on record, and make room', async ({ database }) => {
    const office = await anOffice(database)
    const id = randomUUID()
    await must(adopt(office, provincialFile(), keeper(office), id))
    const leader = someone('leader', [office.provinceId])
    await must(send(office.world, leader, 'title.withdrawRules', { id, reason: 'nạp nhầm tệp' }))
    expect(await send(office.world, leader, 'title.confirmRules', { id })).toMatchObject({ code: 'rules.withdrawn-already' })
    expect(await adopt(office, provincialFile())).toMatchObject({ ok: true })
    expect(await rulesOf(office)).toHaveLength(2)
  })

  test('withdrawn, the rules they had ended go on: no day is left without any', async ({ database }) => {
    const office = await anOffice(database)
    const id = randomUUID()
    await must(adopt(office, provincialFile()))
    await must(adopt(office, provincialFile({ basis: '02/2025/QĐ-UBND', valid: range('2025-07-01', null) }), keeper(office), id))
    const leader = someone('leader', [office.provinceId])
    await must(send(office.world, leader, 'title.withdrawRules', { id, reason: 'nạp nhầm tệp' }))
    expect(await rulesOf(office)).toContainEqual(['01/2024/QĐ-UBND (dữ liệu minh họa)', '2024-01-30', null])
  })

  test('two who load at once: one does, and the days stay one version’s', async () => {
    const database = await openTestDatabase()
    const office = await anOffice(database)
    const answers = await Promise.all([adopt(office, provincialFile()), adopt(office, provincialFile())])
    expect(answers.map(answer => (answer.ok ? 'kept' : answer.code)).toSorted()).toEqual(['kept', 'rules.overlap'])
    await database.close()
  })
})

/** Whoever keeps the rules of the province. */
function keeper({ provinceId }: Office): Actor {
  return someone('officer', [provinceId], { fullName: 'Hà Thị Quy Định' })
}

function adopt(office: Office, text: string, actor: Actor = keeper(office), id: string = randomUUID()) {
  return send(office.world, actor, 'title.adoptRules', { id, unitId: office.provinceId, text })
}

async function rulesOf(office: Office): Promise<unknown[]> {
  const view = await must(ask(office.world, office.officer, 'title.law', { unitId: office.officeId }))
  return view.rules.map(({ rules }) => [rules.basis, rules.valid.from, rules.valid.until])
}

function range(from: string | null, until: string | null) {
  return { from: from === null ? null : plainDate(from), until: until === null ? null : plainDate(until) }
}
