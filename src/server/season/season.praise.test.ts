import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { askForFile, wordsPrinted } from '../../../test/printed.ts'
import {
  type Area,
  aSeasonOfCommune,
  assessed,
  decision,
  gathered,
  givenHouseholds,
  lookedAt,
  type SeasonOfCommune,
  step,
} from '../../../test/season-of-commune.ts'
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
    expect(await askForFile(season.world, season.chair, 'certificate.print', { ...file, paper: 'a4' })).toMatchObject({
      code: 'certificate.form-unread', // a praise is no family's certificate
    })
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

/** A whole season of families in one year, everybody recognised. */
async function familyYear(
  season: SeasonOfCommune,
  { year, households }: { readonly year: number; readonly households: readonly string[] },
): Promise<void> {
  const { world, officer, communeId, upperId } = season
  const known = await must(ask(world, officer, 'season.list', { unitId: communeId }))
  const seasonId = known.find(each => each.honour === 'culturalFamily' && each.year === year)?.id ?? randomUUID()
  if (!known.some(({ id }) => id === seasonId))
    await must(
      send(world, officer, 'season.open', { id: seasonId, unitId: communeId, honour: 'culturalFamily', year, openedOn: `${year}-01-03` }),
    )
  const file = { seasonId, areaUnitId: upperId }
  const rows = await must(send(world, officer, 'season.register', registering(file, households, `${year}-01-10`)))
  const ids = rows.map(({ id }) => id)
  await must(send(world, officer, 'season.assess', assessed(file, ids, 'self')))
  await must(send(world, officer, 'season.makeList', { ...step(file, `${year}-11-10`), leftOut: [] }))
  await must(send(world, officer, 'season.gather', gathered(file, { heldOn: `${year}-11-20` })))
  await must(send(world, officer, 'season.concludeMeeting', { ...step(file, `${year}-11-20`), leftOut: [] }))
  await must(send(world, officer, 'season.submit', step(file, `${year}-11-22`)))
  await must(send(world, officer, 'season.reviewGrounds', lookedAt(file, `${year}-11-25`)))
  const act = decision(season, { seasonId, areaUnitIds: [upperId], on: `${year}-12-05`, total: ids.length })
  await must(send(world, season.chair, 'season.decide', act))
}

async function openedPraise({ world, officer, communeId, upperId }: SeasonOfCommune, year: number): Promise<Area> {
  const seasonId = randomUUID()
  await must(
    send(world, officer, 'season.open', { id: seasonId, unitId: communeId, honour: 'familyPraise', year, openedOn: `${year}-12-20` }),
  )
  return { seasonId, areaUnitId: upperId }
}

/** List, meeting and dossier; whoever is not excepted has all 40 votes. */
async function praised(
  { world, officer }: SeasonOfCommune,
  file: Area,
  exceptions: BodyInput<'season.gather'>['exceptions'],
): Promise<void> {
  await must(send(world, officer, 'season.makeList', { ...step(file, '2022-12-22'), leftOut: [] }))
  await must(send(world, officer, 'season.gather', gathered(file, { heldOn: '2022-12-24', exceptions })))
  await must(send(world, officer, 'season.concludeMeeting', { ...step(file, '2022-12-24'), leftOut: [] }))
  await must(send(world, officer, 'season.submit', step(file, '2022-12-26')))
}

function praiseAct(season: SeasonOfCommune, { seasonId, areaUnitId }: Area, changes: Partial<BodyInput<'season.decide'>>) {
  return decision(season, { seasonId, areaUnitIds: [areaUnitId], on: '2022-12-28', openAccepted: '', ...changes })
}
