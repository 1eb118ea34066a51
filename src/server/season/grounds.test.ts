import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { openTestDatabase, test } from '../../../test/database.ts'
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
import { findGroundsReviews } from './grounds.store.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

describe('a file nobody has looked at for grounds of exclusion', () => {
  test('waits: no decision names its households, whatever the leader answers for', async ({ database }) => {
    const season = await handedIn(database)
    const proposal = await must(ask(season.world, season.chair, 'season.proposal', { id: season.seasonId }))
    expect(proposal.failed).toEqual([])
    expect(proposal.open.map(({ headName, missing }) => [headName, missing.map(({ code }) => code)])).toEqual([
      ['Lò Văn An', ['grounds', 'score-sheet']],
      ['Lò Văn Bình', ['grounds', 'score-sheet']],
    ])
    expect(await decide(season, 2)).toMatchObject({
      code: 'season.grounds-unlooked',
      details: { count: 2, names: 'Lò Văn An, Lò Văn Bình' },
    })
    expect(await grounds(season)).toMatchObject({ candidates: 2, unlooked: 2, blocks: true, last: null })
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(season.upper, '2022-12-31')))
    expect(await grounds(season)).toMatchObject({ unlooked: 0, last: { upTo: '2022-12-31' }, endsEarly: false })
    expect(await decide(season, 2)).toMatchObject({ ok: true, value: { recognised: 2 } })
  })

  test('is looked at together with the others of the season, in one act', async ({ database }) => {
    const season = await handedIn(database)
    const [below = ''] = await givenHouseholds(season, season.lowerId, ['Quàng Thị Chung'])
    const both = { id: randomUUID(), seasonId: season.seasonId, areaUnitIds: [season.upperId, season.lowerId], upTo: '2022-11-30' }
    expect(await send(season.world, season.officer, 'season.reviewGrounds', both)).toMatchObject({ code: 'season.nobody-listed' })
    expect(await grounds(season)).toMatchObject({ last: null }) // all or none
    await register(season, season.lower, [below], '2022-01-20')
    expect(await must(send(season.world, season.officer, 'season.reviewGrounds', both))).toEqual({ candidates: 3, files: 2 })
    const board = await must(ask(season.world, season.chair, 'season.board', { id: season.seasonId }))
    expect(board.areas.map(area => [area.grounds?.unlooked, area.grounds?.last?.byName, area.grounds?.endsEarly])).toEqual([
      [0, season.officer.fullName, true],
      [0, season.officer.fullName, true],
    ])
  })

  test('who is registered after the look waits for another one', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const [an = '', binh = ''] = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Bình'])
    await register(season, season.upper, [an], '2022-01-10')
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(season.upper, '2022-06-30')))
    await register(season, season.upper, [binh], '2022-01-20')
    expect(await grounds(season)).toMatchObject({ candidates: 2, unlooked: 1, last: { upTo: '2022-06-30' } })
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(season.upper, '2022-12-31')))
    expect(await grounds(season)).toMatchObject({ unlooked: 0, last: { upTo: '2022-12-31' } })
  })
})

describe('the look', () => {
  test('shows the few with grounds to the officer alone, and stands in the trail of each', async ({ database }) => {
    const season = await handedIn(database)
    const [binh = ''] = season.households.slice(1)
    const ground = { id: randomUUID(), householdId: binh, matter: 'drugs', handling: 'found', on: '2022-06-01' } as const
    await must(send(season.world, season.officer, 'household.recordGround', { ...ground, basis: 'Kết luận minh họa', documentId: null }))
    const files = { seasonId: season.seasonId, areaUnitIds: [season.upperId] }
    for (const actor of [season.chair, season.headOfUpper])
      expect(await send(season.world, actor, 'season.lookForGrounds', files)).toMatchObject({ code: 'account.not-allowed' })
    const seen = await must(send(season.world, season.officer, 'season.lookForGrounds', files))
    expect(seen).toMatchObject({ candidates: 2, found: [{ headName: 'Lò Văn Bình', barredBy: 'Điều 7, 122/2018/NĐ-CP' }] })
    const [entry] = await listAuditEntries(database.kysely, { unitIds: [season.upperId], subjectId: binh })
    expect(entry).toMatchObject({ command: 'household.lookAtGrounds', actorName: season.officer.fullName })
    expect(JSON.stringify(entry)).not.toContain('drugs')
  })

  test('is the officer’s to say: neither the village head nor the leader looks at grounds', async ({ database }) => {
    const season = await handedIn(database)
    for (const actor of [season.chair, season.headOfUpper])
      expect(await send(season.world, actor, 'season.reviewGrounds', lookedAt(season.upper, '2022-12-31'))).toMatchObject({
        code: 'account.not-allowed',
      })
  })

  test('sent twice is one look, and its id is not another season’s', async ({ database }) => {
    const season = await handedIn(database)
    const body = lookedAt(season.upper, '2022-12-31')
    const first = await send(season.world, season.officer, 'season.reviewGrounds', body)
    expect(await send(season.world, season.officer, 'season.reviewGrounds', body)).toEqual(first)
    const other = { id: randomUUID(), unitId: season.communeId, honour: 'culturalFamily', year: 2023, openedOn: '2023-01-05' } as const
    await must(send(season.world, season.officer, 'season.open', other))
    expect(await send(season.world, season.officer, 'season.reviewGrounds', { ...body, seasonId: other.id })).toMatchObject({
      code: 'input.id-taken',
    })
    expect(await findGroundsReviews(database.kysely, body.id)).toHaveLength(1)
  })

  test('two who look at once: both looks stand, one after the other', async () => {
    const database = await openTestDatabase()
    const season = await handedIn(database)
    const say = (upTo: string) => send(season.world, season.officer, 'season.reviewGrounds', lookedAt(season.upper, upTo))
    expect((await Promise.all([say('2022-11-30'), say('2022-12-31')])).map(({ ok }) => ok)).toEqual([true, true])
    await database.close()
  })
})

/** The upper village's dossier is in, with two households. */
async function handedIn(database: World['database']) {
  const season = await aSeasonOfCommune(database, of2022)
  const { upper } = season
  const households = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Bình'])
  const ids = await register(season, upper, households, '2022-01-10')
  await handedIn2022(season, upper, ids)
  return { ...season, households }
}

function decide(season: SeasonOfCommune, total: number) {
  return send(season.world, season.chair, 'season.decide', decision(season, { total, areaUnitIds: [season.upperId], on: '2023-01-09' }))
}

async function grounds(season: SeasonOfCommune) {
  return (await must(ask(season.world, season.headOfUpper, 'season.area', season.upper))).grounds
}
