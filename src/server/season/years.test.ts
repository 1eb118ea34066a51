import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { provincialFile } from '../../../test/provincial-rules.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  register,
  revocation,
  type SeasonOfCommune,
  submitted2022,
} from '../../../test/season-of-commune.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

describe('the years of a household', () => {
  test('tell the text, the decision and the certificate, and what was taken back by which ground', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { an, candidateId } = await recognised(season)
    const view = await must(ask(season.world, season.headOfUpper, 'season.yearsOfHousehold', { householdId: an }))
    expect(view.years).toMatchObject([
      {
        year: 2022,
        status: 'recognised',
        counts: 'own',
        bookName: 'Gia đình văn hóa',
        cites: ['122/2018/NĐ-CP'],
        areaName: 'Bản Trên',
        certificateNumber: 1,
        decision: { code: '01/QĐ-UBND', on: '2022-12-05' },
      },
    ])
    expect(view.honours).toMatchObject([
      { honour: 'culturalFamily', upTo: 2022, certain: { years: [2022] }, praise: { verdict: 'notDue' } },
    ])
    await must(send(season.world, season.chair, 'season.revoke', revocation(season, candidateId)))
    expect(await must(ask(season.world, season.headOfUpper, 'season.yearsOfHousehold', { householdId: an }))).toMatchObject({
      years: [{ status: 'revoked', revocation: { ground: 'textOfTheDay' } }],
      honours: [{ certain: { years: [], brokenBy: { year: 2022, why: 'revoked' } } }],
    })
  })

  test('are for those who answer for the village it lives in now', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { an } = await recognised(season)
    const look = { householdId: an }
    expect(await ask(season.world, season.headOfLower, 'season.yearsOfHousehold', look)).toMatchObject({ code: 'account.not-allowed' })
    await must(send(season.world, season.officer, 'household.move', moved(an, season.lowerId)))
    expect(await ask(season.world, season.headOfUpper, 'season.yearsOfHousehold', look)).toMatchObject({ code: 'account.not-allowed' })
    const view = await must(ask(season.world, season.headOfLower, 'season.yearsOfHousehold', look))
    expect(view.years).toMatchObject([{ year: 2022, areaName: 'Bản Trên', counts: 'own' }])
  })

  test('go on with a household split off only as the province has settled it', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { an } = await recognised(season)
    const part = randomUUID()
    const content = { code: '', headName: 'Lò Văn Út', memberCount: 2, address: '', poverty: null }
    const split: BodyInput<'household.split'> = {
      id: randomUUID(),
      householdId: an,
      revision: 0,
      on: '2023-01-02',
      memberCount: 3,
      parts: [{ id: part, ...content }],
      reason: 'ở riêng',
    }
    await must(send(season.world, season.officer, 'household.split', split))
    const look = () => must(ask(season.world, season.headOfUpper, 'season.yearsOfHousehold', { householdId: part }))
    expect(await look()).toMatchObject({
      years: [{ year: 2022, counts: 'unsettled', takenFrom: { name: 'Lò Văn An', kind: 'split', rule: null } }],
      honours: [{ certain: { years: [] }, possible: { years: [2022] } }],
    })
    await adopted(season, 'anyPredecessor')
    expect(await look()).toMatchObject({ years: [{ counts: 'kept', takenFrom: { rule: { keeps: 'anyPredecessor' } } }] })
  })
})

describe('the years of a household that took in another', () => {
  test('follow all it comes from, as far back as is known, each step by what the province has settled', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { world, officer, headOfUpper, upperId } = season
    const { an } = await recognised(season)
    const part = randomUUID()
    const content = { code: '', headName: 'Lò Văn Út', memberCount: 2, address: '', poverty: null }
    const parts = [{ id: part, ...content }]
    const left = { householdId: an, revision: 0, on: '2023-01-02', memberCount: 3, reason: 'ở riêng' }
    await must(send(world, officer, 'household.split', { id: randomUUID(), ...left, parts }))
    const [binh = ''] = await givenHouseholds(season, upperId, ['Hà Thị Bình'])
    const others = [{ householdId: part, revision: 0 }]
    const taking = { householdId: binh, revision: 0, on: '2023-01-05', memberCount: 5, reason: 'về ở chung' }
    await must(send(world, officer, 'household.merge', { id: randomUUID(), ...taking, others }))
    const look = () => must(ask(world, headOfUpper, 'season.yearsOfHousehold', { householdId: binh }))
    expect(await look()).toMatchObject({
      name: 'Hà Thị Bình',
      years: [{ year: 2022, name: 'Lò Văn An', counts: 'unsettled', takenFrom: { kind: 'merger', on: '2023-01-05' } }],
      honours: [{ certain: { years: [] }, possible: { years: [2022] } }],
    })
    await adopted(season, 'anyPredecessor')
    // The split is settled, the merger is not.
    expect(await look()).toMatchObject({ years: [{ counts: 'unsettled', takenFrom: { rule: null } }] })
  })
})

describe('the years of a unit', () => {
  test('hold no names of households and are read by everybody of the tree', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const viewer = someone('viewer', [season.provinceId])
    expect(await must(ask(season.world, viewer, 'season.yearsOfUnit', { unitId: season.upperId }))).toMatchObject({
      kind: 'unit',
      name: 'Bản Trên',
      years: [],
    })
  })
})

async function recognised(season: SeasonOfCommune): Promise<{ readonly an: string; readonly candidateId: string }> {
  const [an = ''] = await givenHouseholds(season, season.upperId, ['Lò Văn An'])
  const [candidateId = ''] = await register(season, season.upper, [an], '2022-01-10')
  await submitted2022(season, season.upper, [candidateId])
  await must(send(season.world, season.chair, 'season.decide', decision(season, { total: 1, areaUnitIds: [season.upperId] })))
  return { an, candidateId }
}

function moved(householdId: string, areaUnitId: string): BodyInput<'household.move'> {
  return { id: randomUUID(), householdId, revision: 0, areaUnitId, address: '', on: '2023-01-02', reason: 'chuyển nhà' }
}

/** By the province of the commune, confirmed by somebody who did not load it. */
async function adopted(season: SeasonOfCommune, split: 'none' | 'anyPredecessor'): Promise<void> {
  const loads = someone('officer', [season.provinceId])
  const confirms = someone('leader', [season.provinceId])
  const yearsKept = { household: { merger: null, split }, unit: { merger: null, split: null } }
  const text = provincialFile({ yearsKept, sheets: [], valid: { from: plainDate('2022-01-01'), until: null } })
  const id = randomUUID()
  await must(send(season.world, loads, 'title.adoptRules', { id, unitId: season.provinceId, text }))
  await must(send(season.world, confirms, 'title.confirmRules', { id }))
}
