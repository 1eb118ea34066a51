import { describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { familyYear, openedPraise, praiseAct, praised } from '../../../test/praise.ts'
import { wordsPrinted } from '../../../test/printed.ts'
import { aSeasonOfCommune, givenHouseholds } from '../../../test/season-of-commune.ts'
import { registering } from '../../../test/season-of-units.ts'

const names = Array.from({ length: 14 }, (_, at) => `Lò Văn ${String.fromCharCode(65 + at)}`)
const of2020 = { today: '2023-01-25', year: 2020, openedOn: '2020-01-03' }

describe('praise for three years', () => {
  test('goes to those with the years, at most 15 of a hundred, most votes first, and uses up the years', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2020)
    const households = await givenHouseholds(season, season.upperId, names)
    const late = await givenHouseholds(season, season.upperId, ['Quàng Thị Muộn'])
    await familyYear(season, { year: 2020, households })
    await familyYear(season, { year: 2021, households: [...households, ...late] })
    await familyYear(season, { year: 2022, households: [...households, ...late] })
    const file = await openedPraise(season, 2022)
    expect(await send(season.world, season.officer, 'season.register', registering(file, late, '2022-12-21'))).toMatchObject({
      code: 'season.years-short',
      details: { headName: 'Quàng Thị Muộn', have: 2, needed: 3, year: 2022 },
    })
    const offered = await must(ask(season.world, season.headOfUpper, 'season.area', file))
    expect(offered.others.map(({ headName }) => headName)).toEqual(names)
    const asked = registering(file, households.slice(0, 3), '2022-12-21')
    await must(send(season.world, season.officer, 'season.register', asked))
    const [a = '', b = '', c = ''] = asked.candidates.map(({ id }) => id)
    const exceptions = [
      { candidateId: a, for: 39, against: 1, other: 0 },
      { candidateId: b, for: 38, against: 2, other: 0 },
    ]
    await praised(season, file, exceptions)
    const proposal = await must(ask(season.world, season.chair, 'season.proposal', { id: file.seasonId }))
    expect(proposal.places).toMatchObject({ places: 2, of: 14, percent: 15 })
    expect(proposal.recognised.map(({ id }) => id).toSorted()).toEqual([a, c].toSorted())
    expect(proposal.failed).toMatchObject([{ id: b, reasons: [{ code: 'over-cap' }] }])
    const act = await must(send(season.world, season.chair, 'season.decide', praiseAct(season, file, { total: 2 })))
    const printed = await wordsPrinted(season.world, season.chair, 'dossier.printDecision', { decisionId: act.id, code: 'decision' })
    expect(printed).toContain('Tặng Giấy khen Gia đình văn hóa năm 2022 cho 02 hộ gia đình')
    const letter = await wordsPrinted(season.world, season.chair, 'certificate.print', file)
    for (const said of [
      'GIẤY KHEN',
      'Tặng gia đình ông (bà)',
      'đã 3 năm liên tục đạt danh hiệu',
      '“Gia đình văn hóa”, từ năm 2020 đến năm 2022',
    ])
      expect(letter).toContain(said)
    expect(letter).not.toContain('CÔNG NHẬN')
    const papers = (await must(ask(season.world, season.headOfUpper, 'dossier.papers', file))).papers.map(({ code }) => code)
    expect(papers).toEqual(['proposal', 'minutes', 'eligibleList', 'ballot', 'history'])
    const years = await must(ask(season.world, season.headOfUpper, 'season.yearsOfHousehold', { householdId: households[0] ?? '' }))
    expect(years.honours.find(({ honour }) => honour === 'culturalFamily')?.praise).toMatchObject({
      verdict: 'notDue',
      reasons: [{ code: 'years-used', years: [2020, 2021, 2022] }],
    })
  })

  test('leaves equal votes over the last place to the leader, who may not praise more than there are places', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2020)
    const households = await givenHouseholds(season, season.upperId, names.slice(0, 7))
    for (const year of [2020, 2021, 2022]) await familyYear(season, { year, households })
    const file = await openedPraise(season, 2022)
    const asked = registering(file, households.slice(0, 2), '2022-12-21')
    await must(send(season.world, season.officer, 'season.register', asked))
    const [first = '', second = ''] = asked.candidates.map(({ id }) => id)
    await praised(season, file, [])
    const proposal = await must(ask(season.world, season.chair, 'season.proposal', { id: file.seasonId }))
    expect(proposal.open.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([['tied'], ['tied']])
    const reason = 'Hội đồng chọn hộ có thành tích nổi bật hơn'
    expect(
      await send(season.world, season.chair, 'season.decide', praiseAct(season, file, { total: 2, openAccepted: reason })),
    ).toMatchObject({
      code: 'season.over-cap',
      details: { places: 1, told: 2, of: 7 },
    })
    const one = praiseAct(season, file, { total: 1, openAccepted: reason, openExcept: [second] })
    await must(send(season.world, season.chair, 'season.decide', one))
    const view = await must(ask(season.world, season.headOfUpper, 'season.area', file))
    expect(view.candidates.find(({ id }) => id === first)?.outcome).toMatchObject({ outcome: 'recognised' })
  })
})
