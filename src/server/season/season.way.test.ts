import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { adopted, confirmed, type FederatedProvince, withFederation } from '../../../test/federation.ts'
import { officeSheet, rulesWith, villageSheet } from '../../../test/provincial-way.ts'
import { gathered, step } from '../../../test/season-of-commune.ts'
import { found, opened, registering } from '../../../test/season-of-units.ts'

describe('offices since 2023, whose text nobody read', () => {
  test('open no season until the province has said the steps and an officer has vouched for them', async ({ database }) => {
    const place = await withFederation(database)
    const open = () => send(place.world, place.unionOfficer, 'season.open', { id: randomUUID(), ...seasonOf(place) })
    expect(await open()).toMatchObject({ code: 'season.steps-unread' })
    const rulesId = await adopted(place, rulesWith([officeSheet()]))
    expect(await open()).toMatchObject({ code: 'season.steps-unconfirmed', details: { basis: '12/2023/QĐ-UBND' } })
    await must(send(place.world, place.provinceLeader, 'title.confirmRules', { id: rulesId }))
    expect(await open()).toMatchObject({ ok: true, value: { way: { confirmedBy: 'Cầm Thị Xác', basis: '12/2023/QĐ-UBND' } } })
  })

  test('are registered, appraised and recognised by the federation of labour, under its own number', async ({ database }) => {
    const place = await withFederation(database)
    const { world, unionOfficer, unionChair, unionId } = place
    await confirmed(place, rulesWith([officeSheet()]))
    const { file, candidateId } = await oneYear(place, 2023)
    const second = await oneYear(place, 2024)
    const view = await must(ask(world, unionOfficer, 'season.area', second.file))
    expect(view).toMatchObject({ nextStep: null, season: { steps: ['submit', 'appraise'], way: { province: 'Tỉnh minh họa' } } })
    expect(view.texts.map(({ form }) => form)).toEqual([null, 'Mẫu 1 của tỉnh', null, null, null])
    const proposal = await must(ask(world, unionChair, 'season.proposal', { id: second.file.seasonId }))
    expect(proposal.issuers).toContainEqual({ unitId: unionId, name: expect.any(String), rounds: ['first', 'again'], symbol: 'QĐ-LĐLĐ' })
    expect(proposal.recognised).toMatchObject([{ headName: 'Phòng Minh Họa', round: 'first' }])
    const act = decisionOf(second.file, { on: '2024-12-20', issuerUnitId: unionId })
    expect(await must(send(world, unionChair, 'season.decide', act))).toMatchObject({ code: '01/QĐ-LĐLĐ', recognised: 1 })
    const years = await must(ask(world, place.districtOfficer, 'season.yearsOfUnit', { unitId: place.officeId }))
    expect(years.years.map(({ year, status }) => [year, status])).toEqual([
      [2024, 'recognised'],
      [2023, 'reached'],
    ])
    expect([file.areaUnitId, candidateId === second.candidateId]).toEqual([place.officeId, false])
  })

  test('are decided about by whoever the province charges that day: another is refused with its clause', async ({ database }) => {
    const place = await withFederation(database)
    const { world, provinceChair, unionChair, unionId, provinceId } = place
    await confirmed(place, rulesWith([officeSheet()]))
    await oneYear(place, 2023)
    const { file } = await oneYear(place, 2024)
    const ofProvince = { issuerUnitId: provinceId, symbol: 'QĐ-UBND' }
    expect(await send(world, provinceChair, 'season.decide', decisionOf(file, { on: '2024-12-20', ...ofProvince }))).toMatchObject({
      code: 'season.other-authority',
      details: { expected: 'Liên đoàn Lao động cấp tỉnh', clause: expect.stringContaining('12/2023/QĐ-UBND') },
    })
    const since2025 = { ...rulesWith([officeSheet({ authority: 'provinceChair' })]), basis: '20/2024/QĐ-UBND' }
    await confirmed(place, { ...since2025, valid: { from: plainDate('2025-01-01'), until: null } })
    expect(await send(world, unionChair, 'season.decide', decisionOf(file, { on: '2025-01-06', issuerUnitId: unionId }))).toMatchObject({
      code: 'season.other-authority',
      details: { expected: 'Chủ tịch UBND cấp tỉnh', clause: expect.stringContaining('20/2024/QĐ-UBND') },
    })
    expect(await send(world, provinceChair, 'season.decide', decisionOf(file, { on: '2025-01-06', ...ofProvince }))).toMatchObject({
      ok: true,
      value: { code: '01/QĐ-UBND' },
    })
  })

  test('are kept by their own heads and by the federation, and by no other office', async ({ database }) => {
    const place = await withFederation(database)
    const { world, officeId, provinceId, districtId, unionId } = place
    await confirmed(place, rulesWith([officeSheet()]))
    const other = await givenUnit(world.database.kysely, { name: 'Phòng Bên', kind: 'agency', parentUnitId: districtId })
    const head = someone('officer', [officeId, districtId, provinceId])
    const neighbour = someone('officer', [other, districtId, provinceId])
    expect(await send(world, head, 'season.open', { id: randomUUID(), ...seasonOf(place) })).toMatchObject({ code: 'account.not-allowed' })
    const file = { seasonId: await opened(place, place.unionOfficer, seasonOf(place)), areaUnitId: officeId }
    const body = registering(file, [officeId], '2023-02-01')
    expect(await send(world, neighbour, 'season.register', body)).toMatchObject({ code: 'account.not-allowed' })
    await must(send(world, head, 'season.register', body))
    expect(await ask(world, head, 'season.list', { unitId: officeId })).toMatchObject({ value: [{ unitId: unionId }] })
    expect(await ask(world, neighbour, 'season.area', file)).toMatchObject({ code: 'account.not-allowed' })
    expect(await send(world, head, 'season.decide', decisionOf(file, { on: '2023-12-20', issuerUnitId: unionId }))).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('keep their steps when the province withdraws its rules', async ({ database }) => {
    const place = await withFederation(database)
    const rulesId = await confirmed(place, rulesWith([officeSheet()]))
    const seasonId = await opened(place, place.unionOfficer, seasonOf(place))
    await must(send(place.world, place.provinceLeader, 'title.withdrawRules', { id: rulesId, reason: 'Nạp nhầm' }))
    const board = await must(ask(place.world, place.unionOfficer, 'season.board', { id: seasonId }))
    expect(board.season).toMatchObject({ steps: ['submit', 'appraise'], cites: ['2214/QĐ-TTg', '58/HD-TLĐ', '12/2023/QĐ-UBND'] })
  })
})

describe('villages from 1 October 2026, whose law nobody read', () => {
  test('are reviewed and recognised along the steps of their province', async ({ database }) => {
    const place = await withFederation(database, '2027-12-20')
    const { world, officer, communeChair, communeId, upperId } = place
    const season = { unitId: communeId, honour: 'culturalArea', year: 2027, openedOn: '2027-01-05' } as const
    expect(await send(world, officer, 'season.open', { id: randomUUID(), ...season })).toMatchObject({ code: 'season.steps-unread' })
    await confirmed(place, rulesWith([villageSheet()]))
    const file = { seasonId: await opened(place, officer, season), areaUnitId: communeId }
    const [candidate] = await must(send(world, officer, 'season.register', registering(file, [upperId], '2027-01-10')))
    await must(send(world, officer, 'season.makeList', { ...step(file, '2027-11-10'), leftOut: [] }))
    await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2027-11-20' })))
    await must(send(world, officer, 'season.assess', found(file, [candidate?.id ?? ''], { standards: true })))
    await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2027-11-20'), leftOut: [] }))
    await must(send(world, officer, 'season.submit', step(file, '2027-11-22')))
    const act = { ...decisionOf(file, { on: '2027-11-28', issuerUnitId: communeId, symbol: 'QĐ-UBND' }), round: null }
    expect(await must(send(world, communeChair, 'season.decide', act))).toMatchObject({ recognised: 1 })
  })
})

function seasonOf({ unionId }: FederatedProvince, year = 2023) {
  return { unitId: unionId, honour: 'culturalOffice', year, openedOn: `${year}-01-05` } as const
}

/** Through every step the province names, entered by the federation from what came on paper. */
async function oneYear(place: FederatedProvince, year: number) {
  const { world, officeId, unionOfficer } = place
  const file = { seasonId: await opened(place, unionOfficer, seasonOf(place, year)), areaUnitId: officeId }
  const [candidate] = await must(send(world, unionOfficer, 'season.register', registering(file, [officeId], `${year}-03-01`)))
  const candidateId = candidate?.id ?? ''
  await must(send(world, unionOfficer, 'season.assess', { ...found(file, [candidateId], {}), stage: 'self' }))
  await must(send(world, unionOfficer, 'season.assess', found(file, [candidateId], { standards: true })))
  await must(send(world, unionOfficer, 'season.submit', step(file, `${year}-12-01`)))
  const appraisal = { ...step(file, `${year}-12-10`), leftOut: [], appraiser: 'Tổ thẩm định của tỉnh', remarks: '' }
  await must(send(world, unionOfficer, 'season.appraise', appraisal))
  return { file, candidateId }
}

type Act = { readonly on: string; readonly issuerUnitId: string; readonly symbol?: string }

function decisionOf({ seasonId, areaUnitId }: { readonly seasonId: string; readonly areaUnitId: string }, act: Act) {
  return {
    id: randomUUID(),
    seasonId,
    areaUnitIds: [areaUnitId],
    total: 1,
    round: 'first' as const,
    symbol: 'QĐ-LĐLĐ',
    openAccepted: 'Văn bản của trung ương chưa đọc được',
    openExcept: [],
    ...act,
  }
}
