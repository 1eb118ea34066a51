import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'
import {
  aSeasonOfCommune,
  asHead,
  assessed,
  decision,
  gathered,
  givenHouseholds,
  lookedAt,
  register,
  revocation,
  type SeasonOfCommune,
  step,
} from '../../../test/season-of-commune.ts'
import type { World } from '../world.ts'
import { rankWith } from './lot.ts'

const names = (count: number, from = 'Hộ') => Array.from({ length: count }, (_, at) => `${from} Minh Họa ${at + 1}`)

/** Two villages to the decision; the upper one's meeting took five minutes for sixty households. */
async function aHastySeason(database: World['database']): Promise<SeasonOfCommune> {
  const season = await aSeasonOfCommune(database, { today: '2022-12-10', year: 2022, openedOn: '2022-01-05' })
  for (const [area, count, endClock] of [
    [season.upper, 60, '19:05'],
    [season.lower, 20, '21:00'],
  ] as const) {
    const households = await givenHouseholds(season, area.areaUnitId, names(count, area === season.upper ? 'Lò' : 'Cầm'))
    const candidates = await register(season, area, households, '2022-01-20')
    await must(asHead(season, 'season.assess', assessed(area, candidates, 'self')))
    await must(asHead(season, 'season.makeList', { ...step(area, '2022-11-10'), leftOut: [] }))
    await must(asHead(season, 'season.gather', gathered(area, { startClock: '19:00', endClock })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(area, '2022-11-20'), leftOut: [] }))
    await must(asHead(season, 'season.submit', step(area, '2022-11-22')))
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(area, '2022-11-25')))
  }
  await must(send(season.world, season.chair, 'season.decide', decision(season, { total: 80 })))
  return season
}

function review(season: SeasonOfCommune, changes: Partial<BodyInput<'signal.review'>> = {}): BodyInput<'signal.review'> {
  return {
    id: randomUUID(),
    seasonId: season.seasonId,
    areaUnitId: season.upperId,
    code: 'too-fast',
    outcome: 'found',
    says: 'Biên bản ghi giờ sau khi họp; đã yêu cầu họp lại',
    ...changes,
  }
}

describe('signals of a season', () => {
  test('name the village with the count behind it, and no household', async ({ database }) => {
    const season = await aHastySeason(database)
    const seen = await must(ask(season.world, season.officer, 'signal.ofSeason', { id: season.seasonId }))
    expect(seen.areas.map(({ areaName, signals }) => [areaName, signals.map(({ says }) => says)])).toEqual([
      ['Bản Dưới', []],
      ['Bản Trên', ['Họp 5 phút cho 60 hộ: mỗi hộ 5 giây, trong khi đọc tên và hỏi ý kiến đã cần 8 giây.']],
    ])
    expect(seen.areas[0]?.unknown).toContainEqual({ name: 'Nội dung họp giống bản khác', why: 'chưa ghi diễn biến cuộc họp' })
    expect(JSON.stringify(seen)).not.toContain('Minh Họa')
  })

  test('keep every look with who looked and what the signal said then', async ({ database }) => {
    const season = await aHastySeason(database)
    const { world, chair, officer, seasonId } = season
    const body = review(season)
    await must(send(world, officer, 'signal.review', body))
    expect(await send(world, officer, 'signal.review', body)).toMatchObject({ ok: true, value: { id: body.id } })
    await must(send(world, chair, 'signal.review', review(season, { outcome: 'explained', says: 'Đã họp hai buổi, thiếu một biên bản' })))
    const seen = await must(ask(world, officer, 'signal.ofSeason', { id: seasonId }))
    expect(seen.areas[1]?.signals[0]?.reviews.map(each => [each.byName, each.outcome, each.isOfNow])).toEqual([
      [chair.fullName, 'explained', true],
      [officer.fullName, 'found', true],
    ])
    const trail = await database.kysely.selectFrom('auditEntry').select('command').where('command', '=', 'signal.review').execute()
    expect(trail).toHaveLength(2)
  })

  test('that are not there cannot be reviewed', async ({ database }) => {
    const season = await aHastySeason(database)
    const { world, officer } = season
    for (const changes of [{ areaUnitId: season.lowerId }, { code: 'same-scores' }, { areaUnitId: null }] as const)
      expect(await send(world, officer, 'signal.review', review(season, changes))).toMatchObject({ code: 'signal.gone' })
  })

  test('are for those above the village: neither its head nor another commune sees them', async ({ database }) => {
    const season = await aHastySeason(database)
    const { world, seasonId, elsewhereId, provinceId } = season
    const neighbour = someone('officer', [elsewhereId, provinceId])
    for (const actor of [season.headOfUpper, neighbour, season.reader]) {
      expect(await ask(world, actor, 'signal.ofSeason', { id: seasonId })).toMatchObject({ code: 'account.not-allowed' })
      expect(await send(world, actor, 'signal.review', review(season))).toMatchObject({ code: 'account.not-allowed' })
      expect(await ask(world, actor, 'signal.draws', { seasonId })).toMatchObject({ code: 'account.not-allowed' })
    }
    expect(await ask(world, season.leader, 'signal.ofSeason', { id: seasonId })).toMatchObject({ ok: true })
  })
})

function lot({ seasonId }: SeasonOfCommune): BodyInput<'signal.drawHouseholds'> {
  return { id: randomUUID(), seasonId, seed: '10122022', margin: 10 }
}

describe('a lot', () => {
  test('takes from every village by its share, and falls the same way when drawn again', async ({ database }) => {
    const season = await aHastySeason(database)
    const { world, officer, leader } = season
    const drawn = await must(send(world, officer, 'signal.drawHouseholds', lot(season)))
    expect(drawn.estimate).toMatchObject({ population: 80, drawn: 44, checked: 0, among: null })
    const seen = await must(ask(world, leader, 'signal.drawn', { id: drawn.id }))
    expect(seen.areas.map(({ areaName, population, drawn: count }) => [areaName, population, count])).toEqual([
      ['Bản Dưới', 20, 11],
      ['Bản Trên', 60, 33],
    ])
    expect(seen.isSameAgain).toBe(true)
    const again = await must(send(world, officer, 'signal.drawHouseholds', lot(season)))
    const second = await must(ask(world, leader, 'signal.drawn', { id: again.id }))
    expect(second.items.map(({ itemId }) => itemId)).toEqual(seen.items.map(({ itemId }) => itemId))
    expect((await must(ask(world, officer, 'signal.draws', { seasonId: season.seasonId }))).map(({ id }) => id)).toEqual([
      drawn.id,
      again.id,
    ])
  })

  test('can be drawn by anybody who can take a SHA-256', () => {
    // printf '10122022:a' | sha256sum
    expect(rankWith('10122022')('a')).toBe('6235031c53d5558fceddbaf8ac05bfaf093cace505f7f504ab3257861fc53dc5')
  })

  test('of a household revoked afterwards still falls the same way', async ({ database }) => {
    const season = await aHastySeason(database)
    const { world, officer, chair } = season
    const { id } = await must(send(world, officer, 'signal.drawHouseholds', lot(season)))
    const { items } = await must(ask(world, officer, 'signal.drawn', { id }))
    await must(send(world, chair, 'season.revoke', revocation(season, items[0]?.itemId ?? '', { on: '2022-12-08' })))
    expect(await must(ask(world, officer, 'signal.drawn', { id }))).toMatchObject({ isSameAgain: true })
  })

  test('tells what the findings say of all, those not reached apart; the last finding counts', async ({ database }) => {
    const season = await aHastySeason(database)
    const { officer } = season
    const { id } = await must(send(season.world, officer, 'signal.drawHouseholds', lot(season)))
    const { items } = await must(ask(season.world, officer, 'signal.drawn', { id }))
    const later = worldOn(database, plainDate('2022-12-20'))
    const found = (at: number, outcome: 'right' | 'wrong' | 'unreached') => ({
      id: randomUUID(),
      itemId: items[at]?.itemId ?? '',
      outcome,
      says: '',
    })
    const sheet = (rows: BodyInput<'signal.recheck'>['rows'], on = '2022-12-15') => ({ drawId: id, on, rows })
    await must(send(later, officer, 'signal.recheck', sheet([found(0, 'wrong')])))
    const rows = Array.from({ length: 21 }, (_, at) => found(at, at === 20 ? 'unreached' : at === 3 ? 'wrong' : 'right'))
    await must(send(later, officer, 'signal.recheck', sheet(rows)))
    expect(await must(send(later, officer, 'signal.recheck', sheet(rows))), 'sent again, written once').toEqual({ rows: 21 })
    const { estimate } = await must(ask(later, officer, 'signal.drawn', { id }))
    expect(estimate).toMatchObject({ checked: 20, unreached: 1, wrong: 1 })
    expect(estimate.among?.least).toBe(1)
    const refused = async (body: BodyInput<'signal.recheck'>) => (await send(later, officer, 'signal.recheck', body)) as { code?: string }
    expect((await refused(sheet([found(0, 'right')], '2022-12-09'))).code).toBe('signal.before-draw')
    expect((await refused(sheet([found(0, 'right')], '2022-12-21'))).code).toBe('signal.in-future')
    const stray = sheet([found(1, 'wrong'), { ...found(0, 'right'), itemId: randomUUID() }])
    expect((await refused(stray)).code, 'one row that was not drawn: none is written').toBe('signal.not-drawn')
    expect((await must(ask(later, officer, 'signal.drawn', { id }))).estimate).toMatchObject({ checked: 20, wrong: 1 })
  })

  test('falls on whole villages too, on no more than there are', async ({ database }) => {
    const season = await aHastySeason(database)
    const { world, officer, seasonId } = season
    const asked = { id: randomUUID(), seasonId, seed: 'xúc xắc 4 2 6' }
    expect(await send(world, officer, 'signal.drawAreas', { ...asked, count: 3 })).toMatchObject({ code: 'signal.too-many-to-draw' })
    const drawn = await must(send(world, officer, 'signal.drawAreas', { ...asked, count: 1 }))
    const seen = await must(ask(world, officer, 'signal.drawn', { id: drawn.id }))
    expect(seen).toMatchObject({ isSameAgain: true, estimate: { population: 2, drawn: 1 }, items: [{ headName: null }] })
  })

  test('has nobody to fall on before a decision', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2022-12-10', year: 2022, openedOn: '2022-01-05' })
    expect(await send(season.world, season.officer, 'signal.drawHouseholds', lot(season))).toMatchObject({ code: 'signal.nobody-to-draw' })
  })
})
