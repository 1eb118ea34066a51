import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { checkCode } from '#contract/certificate-code.ts'
import { writeProvincialRules } from '#contract/score-sheet.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { type OwnSubject, ownHonour } from '#domain/title/own-honour.ts'
import type { ExtraTitle } from '#domain/title/score-sheet.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { clanTitle, gardenTitle, rulesWithTitles } from '../../../test/own-titles.ts'
import { bytesPrinted, wordsPrinted } from '../../../test/printed.ts'
import { readSquares } from '../../../test/read-square.ts'
import { householdBody } from '../../../test/register.ts'
import { gathered, step } from '../../../test/season-of-commune.ts'
import { aProvince, opened, registering } from '../../../test/season-of-units.ts'
import { listPublished } from '../certificate/certificate.store.ts'
import type { World } from '../world.ts'

describe('a clan, by a title of its province', () => {
  test('is registered, reviewed, posted, decided about, given its paper, counted and remembered', async ({ database }) => {
    const place = await withTitles(database, [clanTitle()])
    const { world, officer, communeChair, communeId, upperId, provinceId } = place
    const clan = await givenUnit(world.database.kysely, { name: 'Dòng họ Cầm, Bản Trên', kind: 'group', parentUnitId: upperId })
    const seasonId = await opened(place, officer, seasonOf(place, 'clan', 'DHVH'))
    const file = { seasonId, areaUnitId: communeId }
    expect(await send(world, officer, 'season.register', registering(file, [upperId], '2026-02-01'))).toMatchObject({
      code: 'season.not-living-there',
    })
    const [candidate] = await must(send(world, officer, 'season.register', registering(file, [clan], '2026-02-01')))
    const candidateId = candidate?.id ?? ''
    const points = { id: randomUUID(), candidateId, points: { '1': 35, '2': 50 } }
    await must(send(world, officer, 'season.assess', { ...file, stage: 'meeting', rows: [points] }))
    await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2026-11-02' })))
    await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2026-11-02'), leftOut: [] }))
    const short = { ...step(file, '2026-11-03'), lastOn: '2026-11-07', place: 'Nhà văn hóa xã' }
    expect(await send(world, officer, 'season.post', short)).toMatchObject({
      code: 'season.posting-too-short',
      details: { clause: '05/2026/QĐ-UBND, theo quy định của tỉnh minh họa, chưa xác minh với văn bản của trung ương' },
    })
    await must(send(world, officer, 'season.post', { ...short, lastOn: '2026-11-08' }))
    await must(send(world, officer, 'season.submit', step(file, '2026-11-09')))
    const proposal = await must(ask(world, communeChair, 'season.proposal', { id: seasonId }))
    expect(proposal).toMatchObject({ recognised: [{ headName: 'Dòng họ Cầm, Bản Trên' }], open: [], failed: [] })
    const act = actOf(file, communeId)
    expect(await send(world, place.provinceChair, 'season.decide', { ...act, issuerUnitId: provinceId })).toMatchObject({
      code: 'season.other-authority',
      details: { expected: 'Chủ tịch UBND cấp xã' },
    })
    const decided = await must(send(world, communeChair, 'season.decide', act))
    expect(decided).toMatchObject({ code: '01/QĐ-UBND', recognised: 1 })

    const words = await wordsPrinted(world, officer, 'certificate.print', file)
    for (const said of [
      'GIẤY CÔNG NHẬN Dòng họ Dòng họ Cầm, Bản Trên',
      'đạt danh hiệu của tỉnh “Dòng họ văn hóa”, năm 2026, có giá trị 3 năm',
    ])
      expect(words).toContain(said)
    const { keys } = await listPublished(world.database.kysely, plainDate('2026-11-20'))
    const [square = ''] = await readSquares(await bytesPrinted(world, officer, 'certificate.print', { ...file, paper: 'a4' }))
    expect(await checkCode(square, keys)).toMatchObject({
      kind: 'genuine',
      statement: { title: 'Dòng họ văn hóa', name: 'Dòng họ Cầm, Bản Trên', year: 2026, issuer: 'Chủ tịch UBND xã Minh Họa' },
    })
    const paper = await wordsPrinted(world, communeChair, 'dossier.printDecision', { decisionId: decided.id, code: 'decision' })
    expect(paper).toContain('Căn cứ Quyết định số 05/2026/QĐ-UBND')
    expect(paper).not.toContain('Thi đua, khen thưởng')
    expect(paper).not.toContain('chưa xác minh')
    expect(paper.match(/Căn cứ/gu)).toHaveLength(2)

    const honour = ownHonour('clan', provinceId, 'DHVH')
    const figures = await must(ask(world, officer, 'merit.figures', { unitId: communeId, honour, year: '2026' }))
    expect(figures).toMatchObject({
      honourName: 'Dòng họ văn hóa',
      total: { sum: { counts: { registered: 1, recognised: 1 }, everywhere: 1 } },
    })
    const ofAreas = await must(ask(world, officer, 'merit.figures', { unitId: communeId, honour: 'culturalArea', year: '2026' }))
    expect(ofAreas.total.sum.counts.recognised).toBe(0)
    const years = await must(ask(world, officer, 'season.yearsOfUnit', { unitId: clan }))
    expect(years).toMatchObject({ years: [{ year: 2026, status: 'recognised', bookName: 'Dòng họ văn hóa' }], honours: [{ honour }] })
  })
})

describe('households, by a title of their province', () => {
  test('are reviewed by village, and who lacks the points is told why in the words of the province', async ({ database }) => {
    const place = await withTitles(database, [gardenTitle()])
    const { world, officer, communeChair, communeId, upperId } = place
    const seasonId = await opened(place, officer, seasonOf(place, 'household', 'NHA-SACH'))
    const file = { seasonId, areaUnitId: upperId }
    const households = ['Cầm Văn Một', 'Cầm Thị Hai'].map(headName => householdBody(upperId, { headName, from: '2020-01-01' }))
    for (const body of households) await must(send(world, officer, 'household.enter', body))
    const ids = households.map(({ id }) => id)
    const registered = await must(send(world, officer, 'season.register', registering(file, ids, '2026-02-01')))
    const rows = registered.map(({ id, headName }) => ({
      id: randomUUID(),
      candidateId: id,
      points: headName === 'Cầm Văn Một' ? { '1': 40, '2': 50 } : { '1': 10, '2': 60 },
    }))
    await must(send(world, officer, 'season.makeList', { ...step(file, '2026-10-30'), leftOut: [] }))
    await must(send(world, officer, 'season.assess', { ...file, stage: 'meeting', rows }))
    await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2026-11-02' })))
    await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2026-11-02'), leftOut: [] }))
    await must(send(world, officer, 'season.submit', step(file, '2026-11-09')))
    const proposal = await must(ask(world, communeChair, 'season.proposal', { id: seasonId }))
    expect(proposal).toMatchObject({
      recognised: [{ headName: 'Cầm Văn Một' }],
      failed: [{ headName: 'Cầm Thị Hai', reasons: [{ code: 'standard-too-low' }, { code: 'total-too-low' }] }],
    })
    await must(send(world, communeChair, 'season.decide', actOf(file, communeId)))
    const words = await wordsPrinted(world, officer, 'certificate.print', file)
    expect(words).toContain('GIẤY CHỨNG NHẬN Gia đình ông (bà) Cầm Văn Một')
    expect(words).toContain('đạt “Nhà sạch vườn đẹp”, năm 2026')
    expect(await must(ask(world, officer, 'season.yearsOfHousehold', { householdId: ids[0] ?? '' }))).toMatchObject({
      years: [{ status: 'recognised', bookName: 'Nhà sạch vườn đẹp' }],
    })
  })
})

describe('a title of a province', () => {
  test('opens no season before its first day, before anybody vouched, nor at a level it is not for', async ({ database }) => {
    const place = await withTitles(database, [clanTitle(), gardenTitle({ steps: [], paper: null })], 'unconfirmed')
    const { world, officer, rulesId, provinceLeader, districtOfficer, districtId } = place
    const open = (changes: object = {}) =>
      send(world, officer, 'season.open', { id: randomUUID(), ...seasonOf(place, 'clan', 'DHVH'), ...changes })
    expect(await open()).toMatchObject({ code: 'season.steps-unconfirmed', details: { basis: '05/2026/QĐ-UBND' } })
    await must(send(world, provinceLeader, 'title.confirmRules', { id: rulesId }))
    expect(await open({ openedOn: '2026-01-09' })).toMatchObject({ code: 'season.title-unknown' })
    expect(await open(seasonOf(place, 'household', 'NHA-SACH'))).toMatchObject({ code: 'season.steps-unread' })
    expect(await open(seasonOf(place, 'household', 'DHVH'))).toMatchObject({ code: 'season.title-unknown' })
    const upper = { id: randomUUID(), ...seasonOf(place, 'clan', 'DHVH'), unitId: districtId }
    expect(await send(world, districtOfficer, 'season.open', upper)).toMatchObject({ code: 'season.held-elsewhere' })
    expect(await open()).toMatchObject({ ok: true, value: { way: { title: { name: 'Dòng họ văn hóa' }, confirmedBy: 'Cầm Thị Xác' } } })
  })

  test('is that of one province: the one beside it, with the same code or without, does not have it', async ({ database }) => {
    const place = await withTitles(database, [clanTitle()])
    const { world, provinceId } = place
    const beside = await givenUnit(world.database.kysely, { name: 'Tỉnh Bên', kind: 'province' })
    const communeId = await givenUnit(world.database.kysely, { name: 'Xã Tỉnh Bên', kind: 'commune', parentUnitId: beside })
    const officer = someone('officer', [communeId, beside])
    const season = { id: randomUUID(), ...seasonOf(place, 'clan', 'DHVH'), unitId: communeId }
    expect(await send(world, officer, 'season.open', season)).toMatchObject({ code: 'season.title-unknown' })
    const rules = { ...rulesWithTitles(clanTitle({ name: 'Họ tộc văn hóa' })), basis: '06/2026/QĐ-UBND', province: 'Tỉnh Bên' }
    const adopt = { id: randomUUID(), unitId: beside, text: writeProvincialRules(rules) }
    await must(send(world, someone('officer', [beside]), 'title.adoptRules', adopt))
    await must(send(world, someone('leader', [beside], { fullName: 'Lò Thị Khác' }), 'title.confirmRules', { id: adopt.id }))
    expect(await send(world, officer, 'season.open', season)).toMatchObject({ code: 'season.title-unknown' })
    const own = { ...season, honour: ownHonour('clan', beside, 'DHVH') }
    expect(await send(world, officer, 'season.open', own)).toMatchObject({
      ok: true,
      value: { way: { title: { name: 'Họ tộc văn hóa' } } },
    })
    expect(provinceId).not.toBe(beside)
  })

  test('goes on as it was opened, though the province withdraws its rules', async ({ database }) => {
    const place = await withTitles(database, [clanTitle()])
    const { world, officer, rulesId, provinceLeader } = place
    const seasonId = await opened(place, officer, seasonOf(place, 'clan', 'DHVH'))
    await must(send(world, provinceLeader, 'title.withdrawRules', { id: rulesId, reason: 'Nạp nhầm' }))
    const board = await must(ask(world, officer, 'season.board', { id: seasonId }))
    expect(board).toMatchObject({
      season: { bookName: 'Dòng họ văn hóa', steps: ['meet', 'post', 'submit'], noun: 'tập thể' },
      lawDoubt: null,
    })
    const again = { id: randomUUID(), ...seasonOf(place, 'clan', 'DHVH'), year: 2027, openedOn: '2026-11-20' }
    expect(await send(world, officer, 'season.open', again)).toMatchObject({ code: 'season.title-unknown' })
  })

  test('with steps must say what is handed over and what total it takes', async ({ database }) => {
    const { world, provinceId, provinceOfficer } = await withTitles(database, [])
    const adopt = (title: ExtraTitle) => {
      const rules = { ...rulesWithTitles(title), valid: { from: '2027-01-01' as never, until: null } }
      return send(world, provinceOfficer, 'title.adoptRules', { id: randomUUID(), unitId: provinceId, text: writeProvincialRules(rules) })
    }
    expect(await adopt(clanTitle({ paper: null }))).toMatchObject({ code: 'score-sheet.no-paper' })
    expect(await adopt(clanTitle({ thresholds: [] }))).toMatchObject({ code: 'score-sheet.no-threshold' })
    expect(await adopt(clanTitle({ authority: 'districtChair' }))).toMatchObject({ code: 'score-sheet.authority-gone' })
    expect(await adopt(clanTitle({ steps: clanTitle().steps.slice(0, 2) }))).toMatchObject({ code: 'score-sheet.way-unfinished' })
    expect(await adopt(clanTitle())).toMatchObject({ ok: true })
  })
})

async function withTitles(database: World['database'], titles: readonly ExtraTitle[], state: 'confirmed' | 'unconfirmed' = 'confirmed') {
  const place = await aProvince(database, '2026-11-20')
  const { world, provinceId } = place
  const provinceOfficer = someone('officer', [provinceId])
  const provinceLeader = someone('leader', [provinceId], { fullName: 'Cầm Thị Xác' })
  const rulesId = randomUUID()
  const text = writeProvincialRules(rulesWithTitles(...titles))
  await must(send(world, provinceOfficer, 'title.adoptRules', { id: rulesId, unitId: provinceId, text }))
  if (state === 'confirmed') await must(send(world, provinceLeader, 'title.confirmRules', { id: rulesId }))
  return { ...place, provinceOfficer, provinceLeader, rulesId }
}

type Place = Awaited<ReturnType<typeof withTitles>>

function seasonOf({ communeId, provinceId }: Place, subject: OwnSubject, code: string) {
  return { unitId: communeId, honour: ownHonour(subject, provinceId, code), year: 2026, openedOn: '2026-01-12' }
}

function actOf({ seasonId, areaUnitId }: { readonly seasonId: string; readonly areaUnitId: string }, issuerUnitId: string) {
  const act = { id: randomUUID(), seasonId, issuerUnitId, areaUnitIds: [areaUnitId], on: '2026-11-15', symbol: 'QĐ-UBND' }
  return { ...act, total: 1, openAccepted: '', openExcept: [] }
}
