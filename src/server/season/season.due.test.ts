import { describe, expect } from 'vitest'
import { test } from '../../../test/database.ts'
import { ask, must, someone } from '../../../test/factories.ts'
import { aSeasonOfCommune, givenHouseholds, register, type SeasonOfCommune, submitted2022 } from '../../../test/season-of-commune.ts'

describe('what is due on a day', () => {
  test('is shown to who must act, for their own place', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-16', year: 2022, openedOn: '2022-01-03' })
    await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
    expect(await dueOf(season, season.headOfUpper, season.upperId)).toEqual([['Bản Trên', 'meet', 3]])
    expect(await dueOf(season, season.headOfLower, season.lowerId)).toEqual([])
    expect(await dueOf(season, season.officer, season.communeId)).toEqual([['Bản Trên', 'meet', 3]])
    const viewer = someone('viewer', [season.communeId, season.provinceId])
    expect(await dueOf(season, viewer, season.communeId)).toEqual([])
  })

  test('is the meeting also where households live and none has registered yet', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-16', year: 2022, openedOn: '2022-01-03' })
    expect(await dueOf(season, season.headOfUpper, season.upperId)).toEqual([])
    await givenHouseholds(season, season.upperId, ['Lò Văn An'])
    expect(await dueOf(season, season.headOfUpper, season.upperId)).toEqual([['Bản Trên', 'meet', 3]])
  })

  test('is the decision once the dossier is in, counted in working days, overdue after them', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-16', year: 2022, openedOn: '2022-01-03' })
    const ids = await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
    await submitted2022(season, season.upper, ids)
    const board = await must(ask(season.world, season.officer, 'season.board', { id: season.seasonId }))
    expect(board.areas.find(({ areaName }) => areaName === 'Bản Trên')?.due).toMatchObject({
      step: 'decide',
      lastDay: '2022-11-29',
      daysLeft: -17,
      clause: 'Điều 9, 122/2018/NĐ-CP',
    })
    expect(await dueOf(season, season.chair, season.communeId)).toEqual([['Bản Trên', 'decide', -17]])
    expect(await dueOf(season, season.headOfUpper, season.upperId)).toEqual([])
  })
})

async function dueOf({ world }: SeasonOfCommune, actor: SeasonOfCommune['officer'], unitId: string) {
  const { files } = await must(ask(world, actor, 'today.one', { unitId }))
  return files.map(({ areaName, due }) => [areaName, due.step, due.daysLeft])
}
