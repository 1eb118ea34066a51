import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import { wordsPrinted } from '../../../test/printed.ts'
import { gathered, givenChair, step } from '../../../test/season-of-commune.ts'
import { aProvince, found, opened, registering } from '../../../test/season-of-units.ts'

const open = 'Văn bản của trung ương chưa đọc được'

describe('an enterprise', () => {
  test('stands beside the offices of its district, is counted among them, and has a paper of its own words', async ({ database }) => {
    const place = await aProvince(database, '2017-01-20')
    const { world, districtOfficer, districtId, officeId } = place
    const mill = await givenUnit(world.database.kysely, { name: 'Nhà máy Chè Minh Họa', kind: 'enterprise', parentUnitId: districtId })
    const year = async (of: number) => {
      const season = { unitId: districtId, honour: 'culturalOffice', year: of, openedOn: `${of}-01-05` } as const
      const file = { seasonId: await opened(place, districtOfficer, season), areaUnitId: mill }
      const [candidate] = await must(send(world, districtOfficer, 'season.register', registering(file, [mill], `${of}-03-01`)))
      const id = candidate?.id ?? ''
      await must(send(world, districtOfficer, 'season.assess', { ...found(file, [id], {}), stage: 'self' }))
      await must(send(world, districtOfficer, 'season.assess', found(file, [id], { standards: true })))
      await must(send(world, districtOfficer, 'season.submit', step(file, `${of}-12-01`)))
      const appraisal = { ...step(file, `${of}-12-10`), leftOut: [], appraiser: 'Ban Chỉ đạo huyện', remarks: '' }
      await must(send(world, districtOfficer, 'season.appraise', appraisal))
      return file
    }
    await year(2015)
    const file = await year(2016)
    const board = await must(ask(world, districtOfficer, 'season.board', { id: file.seasonId }))
    expect(board.areas.map(({ areaUnitId }) => areaUnitId).toSorted()).toEqual([mill, officeId].toSorted())
    const act = { id: randomUUID(), seasonId: file.seasonId, issuerUnitId: districtId, areaUnitIds: [mill], on: '2016-12-20', total: 1 }
    const decided = { ...act, symbol: 'QĐ-UBND', round: 'first' as const, openAccepted: open, openExcept: [] }
    await must(send(world, place.districtChair, 'season.decide', decided))
    expect(await wordsPrinted(world, districtOfficer, 'certificate.print', file)).toContain('“Doanh nghiệp đạt chuẩn văn hóa”')
    const figures = await must(ask(world, districtOfficer, 'merit.figures', { unitId: districtId, honour: 'culturalOffice', year: '2016' }))
    expect(figures.total.sum).toMatchObject({ counts: { recognised: 1 }, everywhere: 2 })
  })
})

describe('a special zone', () => {
  test('is a place of the lowest level: reviewed with the communes by its province, its households by itself', async ({ database }) => {
    const world = worldOn(database, plainDate('2025-12-31'))
    const tx = world.database.kysely
    const provinceId = await givenUnit(tx, { name: 'Tỉnh minh họa', kind: 'province' })
    const zone = await givenUnit(tx, { name: 'Đặc khu Minh Họa', kind: 'specialZone', parentUnitId: provinceId })
    const hamlet = await givenUnit(tx, { name: 'Thôn Bãi', kind: 'hamlet', parentUnitId: zone })
    const officer = someone('officer', [provinceId])
    const zoneOfficer = someone('officer', [zone, provinceId])
    const chair = someone('leader', [provinceId], { fullName: 'Cầm Văn Tỉnh' })
    await givenChair(world, provinceId, chair)
    const season = { unitId: provinceId, honour: 'exemplaryCommune', year: 2025, openedOn: '2025-10-01' } as const
    const file = { seasonId: await opened({ world }, officer, season), areaUnitId: provinceId }
    const [candidate] = await must(send(world, officer, 'season.register', registering(file, [zone], '2025-10-05')))
    expect(candidate).toMatchObject({ headName: 'Đặc khu Minh Họa' })
    await must(send(world, officer, 'season.assess', found(file, [candidate?.id ?? ''], { leads: true })))
    await must(send(world, officer, 'season.makeList', { ...step(file, '2025-11-01'), leftOut: [] }))
    await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2025-11-05' })))
    await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2025-11-05'), leftOut: [] }))
    await must(send(world, officer, 'season.post', { ...step(file, '2025-11-06'), lastOn: '2025-11-16', place: 'Trang của tỉnh' }))
    await must(send(world, officer, 'season.submit', step(file, '2025-11-18')))
    const act = { id: randomUUID(), seasonId: file.seasonId, issuerUnitId: provinceId, areaUnitIds: [provinceId], on: '2025-11-25' }
    const decided = { ...act, total: 1, symbol: 'QĐ-UBND', openAccepted: open, openExcept: [] }
    expect(await must(send(world, chair, 'season.decide', decided))).toMatchObject({ recognised: 1 })
    const households = { unitId: zone, honour: 'culturalFamily', year: 2025, openedOn: '2025-10-01' } as const
    const seasonId = await opened({ world }, zoneOfficer, households)
    const board = await must(ask(world, zoneOfficer, 'season.board', { id: seasonId }))
    expect(board.areas).toMatchObject([{ areaUnitId: hamlet }])
  })
})
