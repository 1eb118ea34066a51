import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { type RefusalCode, refusalAnswer } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { RefusalDetails } from '#domain/kit/result.ts'
import { test } from '../../../test/database.ts'
import { givenUnit, must, send } from '../../../test/factories.ts'
import {
  aSeasonOfCommune,
  asHead,
  decision,
  gathered,
  givenHouseholds,
  register,
  type SeasonOfCommune,
  step,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import type { Database } from '../db/connect.ts'
import { listVersions, updateVersionValid } from '../org/org.store.ts'

// What cannot have been is not written down, and whoever enters it is told in a sentence what is wrong with it.

describe('nobody writes down', () => {
  test('more households recognised than were registered', async ({ database }) => {
    const season = await aDossier(database)
    expect(await sentence(decided(season, { total: 3 }))).toBe('Quyết định ghi 3 nhưng danh sách có 2.')
  })

  test('the points of a household that nobody registered', async ({ database }) => {
    const season = await aList(database)
    const row = { id: randomUUID(), candidateId: randomUUID(), points: {} }
    const answer = asHead(season, 'season.assess', { ...season.upper, stage: 'self', rows: [row] })
    expect(await sentence(answer)).toBe('Hộ này không có trong danh sách đang xét.')
  })

  test('more votes than people, and more people than were convened', async ({ database }) => {
    const season = await aList(database)
    const list = { for: 39, against: 1, other: 1 }
    expect(await sentence(asHead(season, 'season.gather', gathered(season.upper, { list })))).toBe(
      '41 phiếu nhưng chỉ có 40 người dự: xem lại số phiếu.',
    )
    expect(await sentence(asHead(season, 'season.gather', gathered(season.upper, { present: 51 })))).toBe(
      'Có mặt 51 nhưng chỉ triệu tập 50: xem lại hai số này.',
    )
  })

  test('a posting shorter than the law, nor a file handed in before the last day of it', async ({ database }) => {
    const season = await aMeeting2024(database)
    const posted = (lastOn: string) =>
      asHead(season, 'season.post', { ...step(season.upper, '2024-11-02'), lastOn, place: 'Nhà văn hóa bản' })
    expect(await sentence(posted('2024-11-05'))).toBe('Niêm yết 3 ngày, ít nhất phải 10 ngày (86/2023/NĐ-CP).')
    await must(posted('2024-11-12'))
    expect(await sentence(asHead(season, 'season.submit', step(season.upper, '2024-11-12')))).toBe(
      'Niêm yết đến hết ngày 12/11/2024: sau ngày ấy mới trình hồ sơ.',
    )
  })

  test('a decision by an authority that did not exist that day', async ({ database }) => {
    const season = await aDossier(database)
    const laterId = await givenUnit(database.kysely, { name: 'Xã Lập Sau', kind: 'commune', parentUnitId: season.provinceId })
    await from(database, laterId, '2022-12-10')
    expect(await sentence(decided(season, { issuerUnitId: laterId }))).toBe('Ngày 5/12/2022 không có Xã Lập Sau để ra quyết định.')
    await until(database, season.communeId, '2022-12-01')
    expect(await sentence(decided(season, {}))).toBe('Ngày 5/12/2022 không có Xã Minh Họa để ra quyết định.')
  })

  test('a decision by an authority the law of that day does not name', async ({ database }) => {
    const season = await aDossier(database)
    expect(await sentence(decided(season, { issuerUnitId: season.provinceId }))).toBe(
      'Theo Điều 4 khoản 2, 122/2018/NĐ-CP, người quyết định là Chủ tịch UBND cấp xã, không phải Chủ tịch UBND cấp tỉnh.',
    )
  })

  test('a decision about a village whose file nobody handed in', async ({ database }) => {
    const season = await aDossier(database)
    expect(await sentence(decided(season, { areaUnitIds: [season.lowerId] }))).toBe(
      'Chưa bản, thôn, tổ dân phố nào trong số đã chọn trình hồ sơ.',
    )
  })
})

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

async function aList(database: Database): Promise<SeasonOfCommune> {
  const season = await aSeasonOfCommune(database, of2022)
  const { upper, upperId } = season
  await register(season, upper, await givenHouseholds(season, upperId, ['Lò Văn An', 'Lò Văn Bình']), '2022-01-10')
  await must(asHead(season, 'season.makeList', { ...step(upper, '2022-11-10'), leftOut: [] }))
  return season
}

async function aDossier(database: Database): Promise<SeasonOfCommune> {
  const season = await aSeasonOfCommune(database, of2022)
  const { upper, upperId } = season
  const ids = await register(season, upper, await givenHouseholds(season, upperId, ['Lò Văn An', 'Lò Văn Bình']), '2022-01-10')
  await submitted2022(season, upper, ids)
  return season
}

async function aMeeting2024(database: Database): Promise<SeasonOfCommune> {
  const season = await aSeasonOfCommune(database, { today: '2024-11-25', year: 2024, openedOn: '2024-02-01' })
  const { upper, upperId } = season
  await register(season, upper, await givenHouseholds(season, upperId, ['Lò Văn An']), '2024-10-01')
  await must(asHead(season, 'season.gather', gathered(upper, { heldOn: '2024-11-01' })))
  await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2024-11-01'), leftOut: [] }))
  return season
}

function decided(season: SeasonOfCommune, changes: Parameters<typeof decision>[1]) {
  return send(season.world, season.chair, 'season.decide', decision(season, { total: 2, areaUnitIds: [season.upperId], ...changes }))
}

async function from(database: Database, unitId: string, day: string): Promise<void> {
  for (const { id } of await listVersions(database.kysely, [unitId]))
    await updateVersionValid(database.kysely, { id, valid: { from: plainDate(day), until: null } })
}

async function until(database: Database, unitId: string, day: string): Promise<void> {
  for (const { id, valid } of await listVersions(database.kysely, [unitId]))
    await updateVersionValid(database.kysely, { id, valid: { ...valid, until: plainDate(day) } })
}

/** What the person at the screen reads. */
async function sentence(
  answer: Promise<{ readonly ok: true } | { readonly ok: false; readonly code: RefusalCode; readonly details: RefusalDetails }>,
): Promise<string> {
  const said = await answer
  return said.ok ? 'được' : refusalAnswer(said.code, said.details).message
}
