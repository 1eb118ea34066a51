import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import {
  aSeasonOfCommune,
  decision,
  givenHouseholds,
  handedIn2022,
  lookedAt,
  register,
  type SeasonOfCommune,
} from '../../../test/season-of-commune.ts'
import { listAuditEntries } from '../audit/audit.store.ts'
import type { World } from '../world.ts'

describe('whoever submitted a file and decides on it', () => {
  test('is told so before, and in the trail after, and stopped by nobody', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
    const chair = { ...season.chair, grants: [...season.chair.grants, ...season.officer.grants] }
    await submittedBy(season, chair)
    const board = await must(ask(season.world, chair, 'season.board', { id: season.seasonId }))
    expect(board.areas.map(({ areaName, isOwn }) => [areaName, isOwn])).toEqual([
      ['Bản Dưới', false],
      ['Bản Trên', true],
    ])
    expect(await decidedBy(season, chair)).toMatchObject({ recognised: 1 })
    expect(await lastOfTrail(database, season)).toMatchObject({ actorId: chair.accountId, after: { ownFiles: 1 } })
  })

  test('is another than the one who submitted it: nothing is told', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' })
    await submittedBy(season, season.headOfUpper)
    const board = await must(ask(season.world, season.chair, 'season.board', { id: season.seasonId }))
    expect(board.areas.some(({ isOwn }) => isOwn)).toBe(false)
    await decidedBy(season, season.chair)
    expect(JSON.stringify((await lastOfTrail(database, season))?.after)).not.toContain('ownFiles')
  })
})

async function submittedBy(season: SeasonOfCommune, actor: Actor): Promise<void> {
  const { upper, world } = season
  const ids = await register(season, upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
  await handedIn2022(season, upper, ids, { by: actor })
  await must(send(world, season.officer, 'season.reviewGrounds', lookedAt(upper, '2022-12-31')))
}

function decidedBy(season: SeasonOfCommune, actor: Actor) {
  return must(send(season.world, actor, 'season.decide', decision(season, { total: 1, areaUnitIds: [season.upperId], on: '2023-01-09' })))
}

async function lastOfTrail({ kysely }: World['database'], { communeId, seasonId }: SeasonOfCommune) {
  return (await listAuditEntries(kysely, { unitIds: [communeId], subjectId: seasonId })).find(({ command }) => command === 'season.decide')
}
