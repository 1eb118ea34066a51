import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { gathered, step } from '../../../test/season-of-commune.ts'
import { aProvince, found, opened, type Province, registering } from '../../../test/season-of-units.ts'

describe('villages of a commune under 122/2018/NĐ-CP', () => {
  test('are reviewed together by the commune, and only the chair of the district decides', async ({ database }) => {
    const place = await aProvince(database, '2023-01-20')
    const { world, officer, communeId, upperId, lowerId } = place
    const seasonId = await opened(place, officer, { unitId: communeId, honour: 'culturalArea', year: 2022, openedOn: '2022-01-03' })
    const file = { seasonId, areaUnitId: communeId }
    const [upper, lower] = (await must(send(world, officer, 'season.register', registering(file, [upperId, lowerId], '2022-01-10')))).map(
      each => each.id,
    )
    expect(await send(world, officer, 'season.register', registering(file, [communeId], '2022-01-10'))).toMatchObject({
      code: 'season.not-living-there',
    })
    const self = { ...found(file, [upper ?? '', lower ?? ''], {}), stage: 'self' } as const
    await must(send(world, officer, 'season.assess', self))
    await must(send(world, officer, 'season.makeList', { ...step(file, '2022-11-10'), leftOut: [] }))
    await must(
      send(world, officer, 'season.gather', gathered(file, { convened: 20, present: 15, list: { for: 15, against: 0, other: 0 } })),
    )
    await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2022-11-20'), leftOut: [] }))
    const view = await must(send(world, officer, 'season.submit', step(file, '2022-11-22')))
    expect(view.candidates.map(({ headName, subjectKind }) => [headName, subjectKind])).toEqual([
      ['Bản Dưới', 'unit'],
      ['Bản Trên', 'unit'],
    ])
    const act = decision(seasonId, { issuerUnitId: communeId, areaUnitIds: [communeId], on: '2022-11-28', total: 2 })
    expect(await send(world, place.communeChair, 'season.decide', act)).toMatchObject({
      code: 'season.other-authority',
      details: { expected: 'Chủ tịch UBND cấp huyện' },
    })
    await must(send(world, place.districtChair, 'season.decide', { ...act, id: randomUUID(), issuerUnitId: place.districtId }))
    const board = await must(ask(world, officer, 'season.board', { id: seasonId }))
    expect(board.areas).toMatchObject([{ areaUnitId: communeId, eligible: 2, registered: 2, recognised: 2 }])
    const years = await must(ask(world, officer, 'season.yearsOfUnit', { unitId: upperId }))
    expect(years.years).toMatchObject([{ honour: 'culturalArea', year: 2022, status: 'recognised' }])
  })
})

describe('exemplary communes under 86/2023/NĐ-CP', () => {
  test('are reviewed by the district, posted ten days, and decided about by the province', async ({ database }) => {
    const place = await aProvince(database, '2024-12-31')
    const { world, districtOfficer, districtId, communeId, otherCommuneId } = place
    const seasonId = await opened(place, districtOfficer, {
      unitId: districtId,
      honour: 'exemplaryCommune',
      year: 2024,
      openedOn: '2024-10-01',
    })
    const file = { seasonId, areaUnitId: districtId }
    const registered = await must(
      send(world, districtOfficer, 'season.register', registering(file, [communeId, otherCommuneId], '2024-10-05')),
    )
    const [first = '', second = ''] = registered.map(({ id }) => id)
    await must(send(world, districtOfficer, 'season.assess', found(file, [first], { leads: true })))
    await must(send(world, districtOfficer, 'season.assess', found(file, [second], { leads: false })))
    await must(send(world, districtOfficer, 'season.makeList', { ...step(file, '2024-11-01'), leftOut: [] }))
    await must(send(world, districtOfficer, 'season.gather', gathered(file, { heldOn: '2024-11-05' })))
    await must(send(world, districtOfficer, 'season.concludeMeeting', { ...step(file, '2024-11-05'), leftOut: [] }))
    await must(send(world, districtOfficer, 'season.post', { ...step(file, '2024-11-06'), lastOn: '2024-11-16', place: 'Trang của huyện' }))
    expect(await send(world, districtOfficer, 'season.submit', step(file, '2024-11-16'))).toMatchObject({ code: 'season.posting-goes-on' })
    await must(send(world, districtOfficer, 'season.submit', step(file, '2024-11-18')))
    const proposal = await must(ask(world, place.provinceChair, 'season.proposal', { id: seasonId }))
    expect(proposal).toMatchObject({
      open: [{ headName: 'Xã Minh Họa', missing: [{ code: 'score-sheet' }] }],
      failed: [{ headName: 'Xã Bên', reasons: [{ code: 'not-met' }] }],
    })
    const act = decision(seasonId, { issuerUnitId: place.provinceId, areaUnitIds: [districtId], on: '2024-11-25', total: 1 })
    expect(await must(send(world, place.provinceChair, 'season.decide', act))).toMatchObject({ recognised: 1, failed: 1 })
  })

  test('are not opened by a commune, and a criterion the text has not is not answered', async ({ database }) => {
    const place = await aProvince(database, '2024-12-31')
    const body = { id: randomUUID(), unitId: place.communeId, honour: 'exemplaryCommune', year: 2024, openedOn: '2024-10-01' } as const
    expect(await send(place.world, place.officer, 'season.open', body)).toMatchObject({ code: 'season.held-elsewhere' })
    const { id: _, ...rest } = body
    const seasonId = await opened(place, place.districtOfficer, { ...rest, unitId: place.districtId })
    const file = { seasonId, areaUnitId: place.districtId }
    const [candidate] = await must(
      send(place.world, place.districtOfficer, 'season.register', registering(file, [place.communeId], '2024-10-05')),
    )
    const stray = found(file, [candidate?.id ?? ''], { other: true })
    expect(await send(place.world, place.districtOfficer, 'season.assess', stray)).toMatchObject({ code: 'season.unknown-criterion' })
  })
})

describe('an office under 08/2014/TT-BVHTTDL', () => {
  test('reaches two years, each by its own file, and is then recognised the first time by the district', async ({ database }) => {
    const place = await aProvince(database, '2017-01-20')
    const first = await officeYear(place, 2015)
    expect(await decideOffice(place, first, 0)).toMatchObject({ code: 'season.nobody-to-decide' })
    expect(await must(ask(place.world, place.districtChair, 'season.proposal', { id: first.seasonId }))).toMatchObject({
      recognised: [],
      reachedOnly: [{ headName: 'Phòng Minh Họa', round: 'first' }],
    })
    const second = await officeYear(place, 2016)
    const proposal = await must(ask(place.world, place.districtChair, 'season.proposal', { id: second.seasonId }))
    expect(proposal.recognised).toMatchObject([{ headName: 'Phòng Minh Họa', round: 'first' }])
    expect(await decideOffice(place, second, 1, null)).toMatchObject({ code: 'season.no-round' })
    expect(await decideOffice(place, second, 1, 'again')).toMatchObject({ code: 'season.other-authority' })
    expect(await decideOffice(place, second, 1)).toMatchObject({ ok: true, value: { recognised: 1 } })
    const { periodYears } = await must(ask(place.world, place.districtOfficer, 'season.board', { id: second.seasonId }))
    expect(periodYears?.map(({ nth, units }) => [nth, units.map(({ name }) => name)])).toEqual([
      [1, []],
      [2, ['Phòng Minh Họa']],
      [3, []],
      [4, []],
      [5, []],
    ])
    const years = await must(ask(place.world, place.districtOfficer, 'season.yearsOfUnit', { unitId: place.officeId }))
    expect(years.years.map(({ year, status }) => [year, status])).toEqual([
      [2016, 'recognised'],
      [2015, 'reached'],
    ])
  })

  test('registered with its unit once is taken over, on the day it registered, and not twice', async ({ database }) => {
    const place = await aProvince(database, '2015-04-20')
    const { world, districtOfficer, officeId } = place
    const seasonId = await opened(place, districtOfficer, { ...officeSeason(place, 2015), openedOn: '2015-03-05' })
    expect(await send(world, districtOfficer, 'season.takeRegistrations', { seasonId })).toMatchObject({
      code: 'season.nothing-registered',
    })
    const registration = {
      title: 'culturalOffice',
      year: 2015,
      round: 'first',
      registeredOn: '2015-02-10',
      documentId: null,
      note: '',
    } as const
    await must(send(world, districtOfficer, 'title.register', { ...registration, units: [{ id: randomUUID(), unitId: officeId }] }))
    expect(await must(send(world, districtOfficer, 'season.takeRegistrations', { seasonId }))).toEqual({
      registered: 1,
      alreadyRegistered: 0,
    })
    expect(await must(send(world, districtOfficer, 'season.takeRegistrations', { seasonId }))).toEqual({
      registered: 0,
      alreadyRegistered: 1,
    })
    const view = await must(ask(world, districtOfficer, 'season.area', { seasonId, areaUnitId: officeId }))
    expect(view.candidates).toMatchObject([{ headName: 'Phòng Minh Họa', registeredOn: '2015-02-10' }])
  })

  test('makes its own file and does not appraise it itself', async ({ database }) => {
    const place = await aProvince(database, '2016-01-20')
    const head = someone('officer', [place.officeId, place.districtId, place.provinceId])
    const seasonId = await opened(place, place.districtOfficer, officeSeason(place, 2015))
    const file = { seasonId, areaUnitId: place.officeId }
    const [candidate] = await must(send(place.world, head, 'season.register', registering(file, [place.officeId], '2015-03-01')))
    await must(send(place.world, head, 'season.assess', { ...found(file, [candidate?.id ?? ''], {}), stage: 'self' }))
    await must(send(place.world, head, 'season.submit', step(file, '2015-12-01')))
    const appraisal = { ...step(file, '2015-12-10'), leftOut: [], appraiser: 'Ban Chỉ đạo huyện', remarks: '' }
    expect(await send(place.world, head, 'season.appraise', appraisal)).toMatchObject({ code: 'account.not-allowed' })
    const back = { ...step(file, '2015-12-05'), backTo: 'submit', reason: 'Thiếu báo cáo của công đoàn' } as const
    expect(await must(send(place.world, place.districtOfficer, 'season.sendBack', back))).toMatchObject({ nextStep: 'submit' })
    await must(send(place.world, head, 'season.submit', step(file, '2015-12-08')))
    expect(await must(send(place.world, place.districtOfficer, 'season.appraise', appraisal))).toMatchObject({
      nextStep: null,
      events: [{}, {}, {}, { type: 'appraise', appraiser: 'Ban Chỉ đạo huyện' }],
    })
  })
})

function officeSeason({ districtId }: Province, year: number) {
  return { unitId: districtId, honour: 'culturalOffice', year, openedOn: `${year}-01-05` } as const
}

type File = { readonly seasonId: string; readonly areaUnitId: string }

/** Through every step of one year, as the district enters it. */
async function officeYear(place: Province, year: number): Promise<File> {
  const { world, districtOfficer, officeId } = place
  const file = { seasonId: await opened(place, districtOfficer, officeSeason(place, year)), areaUnitId: officeId }
  const [candidate] = await must(send(world, districtOfficer, 'season.register', registering(file, [officeId], `${year}-03-01`)))
  const id = candidate?.id ?? ''
  await must(send(world, districtOfficer, 'season.assess', { ...found(file, [id], {}), stage: 'self' }))
  await must(send(world, districtOfficer, 'season.assess', found(file, [id], { standards: true })))
  await must(send(world, districtOfficer, 'season.submit', step(file, `${year}-12-01`)))
  const appraisal = { ...step(file, `${year}-12-10`), leftOut: [], appraiser: 'Ban Chỉ đạo huyện', remarks: 'Đủ hồ sơ' }
  await must(send(world, districtOfficer, 'season.appraise', appraisal))
  return file
}

function decideOffice(place: Province, { seasonId, areaUnitId }: File, total: number, round: 'first' | 'again' | null = 'first') {
  const act = decision(seasonId, {
    issuerUnitId: place.districtId,
    areaUnitIds: [areaUnitId],
    on: '2016-12-20',
    total,
    round,
    openAccepted: '',
  })
  return send(place.world, place.districtChair, 'season.decide', act)
}

function decision(
  seasonId: string,
  changes: Pick<BodyInput<'season.decide'>, 'issuerUnitId' | 'areaUnitIds' | 'on' | 'total'> & Partial<BodyInput<'season.decide'>>,
): BodyInput<'season.decide'> {
  return {
    id: randomUUID(),
    seasonId,
    symbol: 'QĐ-UBND',
    openAccepted: 'Tỉnh chưa có thang điểm được xác minh',
    openExcept: [],
    ...changes,
  }
}
