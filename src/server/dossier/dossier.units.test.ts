import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { askForFile, wordsPrinted } from '../../../test/printed.ts'
import { namesOfProvince, recognisedOffice, recognisedVillages } from '../../../test/recognised-units.ts'
import { aSeasonOfCommune, decision, gathered, givenHouseholds, register, step, submitted2022 } from '../../../test/season-of-commune.ts'
import { aProvince, opened, type Province, registering } from '../../../test/season-of-units.ts'

describe('villages reviewed together by their commune under 86/2023/NĐ-CP', () => {
  test('each bring a report of form 05, and the commune asks the district in form 04 without a paper of households', async ({
    database,
  }) => {
    const place = await aProvince(database, '2024-12-31')
    const { world, officer, communeId, upperId, lowerId } = place
    const seasonId = await opened(place, officer, { unitId: communeId, honour: 'culturalArea', year: 2024, openedOn: '2024-10-01' })
    const file = { seasonId, areaUnitId: communeId }
    await registered(place, officer, file, [upperId, lowerId])
    const known = await must(ask(world, officer, 'dossier.papers', file))
    const codes = known.papers.map(({ code }) => code)
    expect(codes).toEqual([
      'proposal',
      'minutes',
      'postedList',
      'opinions',
      'eligibleList',
      'achievements',
      'scoreSheet',
      'ballot',
      'history',
    ])
    const report = await wordsPrinted(world, officer, 'dossier.print', { ...file, code: 'achievements' })
    expect(report).toContain('Mẫu số 05')
    expect(report).toContain('BÁO CÁO THÀNH TÍCH Đề nghị tặng danh hiệu “Thôn, tổ dân phố văn hóa” năm 2024')
    for (const said of ['XÃ MINH HỌA BẢN TRÊN', 'Kinh tế', 'TRƯỞNG THÔN, TỔ TRƯỞNG']) expect(report).toContain(said)
    await must(send(world, officer, 'season.makeList', { ...step(file, '2024-11-01'), leftOut: [] }))
    await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2024-11-05' })))
    await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2024-11-05'), leftOut: [] }))
    await must(send(world, officer, 'season.post', { ...step(file, '2024-11-06'), lastOn: '2024-11-16', place: 'Trang của xã' }))
    await must(send(world, officer, 'season.submit', step(file, '2024-11-18')))
    const letter = await wordsPrinted(world, officer, 'dossier.print', { ...file, code: 'proposal' })
    expect(letter).toContain('Mẫu số 04')
    expect(letter).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân huyện Minh Họa')
    expect(letter).toContain('Báo cáo thành tích của 2 khu dân cư')
    expect(letter).not.toContain('hộ')
  })
})

describe('a title by the name the province has for it', () => {
  test('stands in the act, its annex, the papers of the file and on the screens, where somebody confirmed it by their day', async ({
    database,
  }) => {
    const { place, file, decisionId } = await recognisedVillages(database, given => namesOfProvince(given, '2022-11-23'))
    const { world, officer, districtChair, communeId } = place
    const act = await wordsPrinted(world, districtChair, 'dossier.printDecision', { decisionId, code: 'decision' })
    expect(act).toContain('Tặng danh hiệu “Bản văn hóa” năm 2022 cho 02 khu dân cư')
    expect(act).toContain('Danh sách khu dân cư được tặng danh hiệu “Bản văn hóa” năm 2022'.toLocaleUpperCase('vi'))
    // Of the meeting, three days before anybody had compared the name with its text.
    expect(await wordsPrinted(world, officer, 'dossier.print', { ...file, code: 'minutes' })).toContain('“Khu dân cư văn hóa” năm 2022')
    expect(await must(ask(world, officer, 'season.list', { unitId: communeId }))).toMatchObject([{ bookName: 'Bản văn hóa' }])
  })

  test('is that of the text in what was decided before', async ({ database }) => {
    const { place, decisionId } = await recognisedVillages(database, given => namesOfProvince(given, '2022-11-29'))
    const act = await wordsPrinted(place.world, place.districtChair, 'dossier.printDecision', { decisionId, code: 'decision' })
    expect(act).toContain('danh hiệu “Khu dân cư văn hóa” năm 2022')
  })
})

describe('an office under 08/2014/TT-BVHTTDL', () => {
  test('is asked for nothing a meeting would write, and reports for the years on record', async ({ database }) => {
    const { place, file } = await recognisedOffice(database)
    const { world, districtOfficer } = place
    const codes = (await must(ask(world, districtOfficer, 'dossier.papers', file))).papers.map(({ code }) => code)
    expect(codes).toEqual(['proposal', 'registration', 'achievements', 'history'])
    expect(await askForFile(world, districtOfficer, 'dossier.print', { ...file, code: 'minutes' })).toMatchObject({
      code: 'dossier.no-such-paper',
    })
    const report = await wordsPrinted(world, districtOfficer, 'dossier.print', { ...file, code: 'achievements' })
    for (const said of [
      'HUYỆN MINH HỌA PHÒNG MINH HỌA',
      'Đề nghị công nhận danh hiệu',
      'đã ghi nhận đạt: 2015, 2016',
      'XÁC NHẬN CỦA THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
    ])
      expect(report).toContain(said)
    const registration = await wordsPrinted(world, districtOfficer, 'dossier.print', { ...file, code: 'registration' })
    expect(registration).toContain('Kính gửi: Ủy ban nhân dân huyện Minh Họa')
    const letter = await wordsPrinted(world, districtOfficer, 'dossier.print', { ...file, code: 'proposal' })
    expect(letter).toContain('đề nghị Chủ tịch Ủy ban nhân dân huyện Minh Họa công nhận danh hiệu')
    expect(letter).not.toContain('0 trên 0')
  })

  test('is recognised by an act the steering committee proposed, and its dossier holds the report', async ({ database }) => {
    const { place, file, decisionId } = await recognisedOffice(database)
    const { world, districtChair, districtOfficer } = place
    const act = await wordsPrinted(world, districtChair, 'dossier.printDecision', { decisionId, code: 'decision' })
    for (const said of [
      'Theo đề nghị của Ban Chỉ đạo huyện',
      'Công nhận danh hiệu “Cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa” năm 2016 cho 01 cơ quan, đơn vị',
      'Thủ trưởng cơ quan, đơn vị và các cơ quan, đơn vị có tên tại Điều 1',
    ])
      expect(act).toContain(said)
    const body = { id: randomUUID(), seasonId: file.seasonId, areaUnitIds: [], purpose: 'Thanh tra' }
    await must(send(world, districtOfficer, 'dossier.ask', body))
    const whole = await wordsPrinted(world, districtOfficer, 'dossier.take', { id: body.id, as: 'pdf' })
    for (const said of ['Báo cáo thành tích', 'Danh sách nhận giấy công nhận', 'Kết quả thẩm định hồ sơ']) expect(whole).toContain(said)
    expect(whole).not.toContain('khu dân cư')
  })
})

describe('a draft of the decision', () => {
  test('says what the decision will say, without number and day, and takes neither', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
    const { world, chair, officer, seasonId, upper, upperId } = season
    const wanted = { seasonId, on: '2022-12-05', open: 'recognise' }
    const ids = await register(season, upper, await givenHouseholds(season, upperId, ['Lò Thị An', 'Quàng Văn Bình']), '2022-01-10')
    expect(await askForFile(world, officer, 'dossier.draftDecision', wanted)).toMatchObject({ code: 'dossier.nothing' })
    await submitted2022(season, upper, ids)
    const draft = await wordsPrinted(world, officer, 'dossier.draftDecision', wanted)
    expect(draft).toMatch(/Số:\s+\/QĐ-UBND/u)
    expect(draft).toMatch(/ngày\s+tháng\s+năm 2022/u)
    for (const said of ['cho 02 hộ gia đình tại 01 bản', 'Lò Thị An', 'Cầm Văn Chủ']) expect(draft).toContain(said)
    const [first = ''] = ids
    const without = await wordsPrinted(world, chair, 'dossier.draftDecision', { ...wanted, except: first })
    expect(without).toContain('cho 01 hộ gia đình')
    expect(without).not.toContain('Lò Thị An')
    const act = await must(send(world, chair, 'season.decide', decision(season, { areaUnitIds: [upperId], total: 2 })))
    expect(act.code).toBe('01/QĐ-UBND')
    const signed = await wordsPrinted(world, chair, 'dossier.printDecision', { decisionId: act.id, code: 'decision' })
    expect(withoutHead(signed)).toBe(withoutHead(draft))
    expect(await askForFile(world, officer, 'dossier.draftDecision', wanted)).toMatchObject({ code: 'dossier.nothing' })
  })

  test('is for those who prepare, number and sign it, and names an issuer the law lets decide', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
    const { world, headOfUpper, officer, seasonId, upper, upperId, provinceId } = season
    await submitted2022(season, upper, await register(season, upper, await givenHouseholds(season, upperId, ['Lò Thị An']), '2022-01-10'))
    const wanted = { seasonId, open: 'recognise' }
    expect(await askForFile(world, headOfUpper, 'dossier.draftDecision', wanted)).toMatchObject({ code: 'account.not-allowed' })
    const elsewhere = { ...wanted, issuerUnitId: provinceId }
    expect(await askForFile(world, officer, 'dossier.draftDecision', elsewhere)).toMatchObject({ code: 'season.other-authority' })
  })
})

/** All but the number and the day, which a draft leaves open. */
function withoutHead(words: string): string {
  return words.slice(words.indexOf('QUYẾT ĐỊNH')).replace(/Kèm theo.*?UBND[^)]*\)/u, '')
}

type File = { readonly seasonId: string; readonly areaUnitId: string }

async function registered({ world }: Province, actor: Actor, file: File, unitIds: readonly string[]): Promise<string[]> {
  const day = (await must(ask(world, actor, 'season.area', file))).season.openedOn
  return (await must(send(world, actor, 'season.register', registering(file, unitIds, day)))).map(({ id }) => id)
}
