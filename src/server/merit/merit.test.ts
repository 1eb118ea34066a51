import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { figureOf } from '#domain/merit/sum.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { householdBody } from '../../../test/register.ts'
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
  submitted2022,
} from '../../../test/season-of-commune.ts'
import { insertVersions, listVersions, updateVersionValid } from '../org/org.store.ts'
import type { World } from '../world.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }
const families = { honour: 'culturalFamily', year: '2022' } as const

describe('figures of a year of merit', () => {
  test('every number stands beside what it is of, and the share of all households', async ({ database }) => {
    const season = await aDecidedSeason(database)
    const { total, parts } = await figures(season, season.communeId)
    expect(figureOf('registered', total.sum)).toMatchObject({ count: 4, of: 6, all: 6 })
    expect(figureOf('recognised', total.sum)).toMatchObject({ count: 2, base: 'registered', of: 4, all: 6 })
    expect(figureOf('handedOver', total.sum)).toMatchObject({ count: 1, base: 'recognised', of: 2 })
    expect(figureOf('notCollected', total.sum)).toMatchObject({ count: 1, of: 2 })
    expect(figureOf('notReached', total.sum)).toMatchObject({ count: 1, of: 4 })
    expect(total.sum.counts.reasons).toEqual({ 'too-few-votes': 1 })
    expect(figureOf('undecided', total.sum)).toMatchObject({ count: 1, of: 4 })
    expect(parts.map(({ unitName, sum }) => [unitName, sum.counts.registered, sum.all])).toEqual([
      ['Bản Dưới', 1, 2],
      ['Bản Trên', 3, 4],
    ])
  })

  test('a commune without a season has no zero, and its households are in no share', async ({ database }) => {
    const season = await aDecidedSeason(database)
    await must(send(season.world, someone('officer', [season.elsewhereId]), 'household.enter', householdBody(season.foreignId)))
    const { total, parts } = await figures(season, season.provinceId)
    const elsewhere = parts.find(({ unitId }) => unitId === season.elsewhereId)
    expect(elsewhere && figureOf('registered', elsewhere.sum).count).toBeNull()
    expect(elsewhere?.sum).toMatchObject({ all: 0, everywhere: 1, communes: { recorded: 0, of: 1 } })
    expect(total.sum).toMatchObject({ all: 6, everywhere: 7, communes: { recorded: 1, of: 2 }, areas: { recorded: 2, of: 3 } })
  })

  test('on an earlier day only what had happened by then is counted', async ({ database }) => {
    const season = await aDecidedSeason(database)
    const before = await figures(season, season.communeId, { on: '2022-12-04' })
    expect(figureOf('recognised', before.total.sum).count).toBeNull()
    expect(figureOf('reviewed', before.total.sum)).toMatchObject({ count: 3, of: 4 })
    const atOpening = await figures(season, season.communeId, { on: '2022-01-04' })
    expect(figureOf('registered', atOpening.total.sum)).toMatchObject({ count: null, of: 6 })
  })

  test('what was taken back is no longer recognised from its day on', async ({ database }) => {
    const season = await aDecidedSeason(database)
    await must(send(season.world, season.chair, 'season.revoke', revocation(season, season.recognised[0] ?? '')))
    const { total } = await figures(season, season.communeId)
    expect(figureOf('recognised', total.sum).count).toBe(1)
    expect(figureOf('revoked', total.sum)).toMatchObject({ count: 1, base: 'conferred', of: 2 })
    const before = await figures(season, season.communeId, { on: '2023-01-04' })
    expect(figureOf('recognised', before.total.sum).count).toBe(2)
  })

  test('who withdrew stands beside the registered, not among them', async ({ database }) => {
    const season = await aDecidedSeason(database)
    await must(send(season.world, season.officer, 'season.withdraw', { id: season.open[0] ?? '', on: '2022-06-01', reason: 'xin thôi' }))
    const { total } = await figures(season, season.communeId)
    expect(figureOf('registered', total.sum).count).toBe(3)
    expect(figureOf('withdrawn', total.sum)).toMatchObject({ count: 1, base: 'enlisted', of: 4 })
  })

  test('rows of years are told only where the years before are on record', async ({ database }) => {
    const season = await aDecidedSeason(database)
    const { total } = await figures(season, season.communeId)
    expect(figureOf('threeYears', total.sum)).toMatchObject({ count: null, of: 0 })
  })

  test('a row of years counts who was recognised in each of them, and opens them', async ({ database }) => {
    const season = await aDecidedSeason(database)
    for (const year of [2020, 2021]) await givenDecidedYear(season, year, [season.recognised[0] ?? '', season.failed])
    const { total } = await figures(season, season.communeId)
    expect(figureOf('threeYears', total.sum)).toMatchObject({ count: 1, of: 2, base: 'recognisedThree' })
    expect(figureOf('fiveYears', total.sum).count).toBeNull()
    const asked = { unitId: season.communeId, ...families, measure: 'threeYears' } as const
    const { rows } = await must(ask(season.world, season.officer, 'merit.rows', asked))
    expect(rows.map(({ headName }) => headName)).toEqual(['Lò Văn An'])
  })

  test('a village moved to another commune is counted there by the tree of today, and where it was by the tree of then', async ({
    database,
  }) => {
    const season = await aDecidedSeason(database)
    await moveVillage(season, season.upperId, season.elsewhereId, '2023-01-01')
    const asItWas = await figures(season, season.provinceId, { tree: '2022-12-31' })
    const today = await figures(season, season.provinceId, { tree: '2023-01-10' })
    const recognisedIn = ({ parts }: typeof today, unitId: string): number | undefined =>
      parts.find(part => part.unitId === unitId)?.sum.counts.recognised
    expect([recognisedIn(asItWas, season.communeId), recognisedIn(asItWas, season.elsewhereId)]).toEqual([2, 0])
    expect([recognisedIn(today, season.communeId), recognisedIn(today, season.elsewhereId)]).toEqual([0, 2])
    expect(today.total.sum.counts).toEqual(asItWas.total.sum.counts)
  })
})

describe('the rows behind a number', () => {
  test('are as many as it says, with names for the village head in his village', async ({ database }) => {
    const season = await aDecidedSeason(database)
    const { rows, next } = await must(
      ask(season.world, season.headOfUpper, 'merit.rows', { unitId: season.upperId, ...families, measure: 'recognised' }),
    )
    expect(rows.map(row => [row.headName, row.decision, row.onDay])).toEqual([
      ['Lò Văn An', '01/QĐ-UBND', '2022-12-05'],
      ['Lò Văn Chung', '01/QĐ-UBND', '2022-12-05'],
    ])
    expect(next).toBeNull()
  })

  test('have no names for those above who only read counts, and nothing for a village head elsewhere', async ({ database }) => {
    const season = await aDecidedSeason(database)
    const asked = { unitId: season.communeId, ...families, measure: 'notReached' } as const
    const { rows } = await must(ask(season.world, season.reader, 'merit.rows', asked))
    expect(rows).toMatchObject([{ headName: null, householdId: null, reasons: null, areaName: 'Bản Trên' }])
    const officers = await must(ask(season.world, season.officer, 'merit.rows', { ...asked, reason: 'too-few-votes' }))
    expect(officers.rows).toMatchObject([{ headName: 'Lò Văn Dũng', reasons: ['too-few-votes'] }])
    expect(await ask(season.world, season.headOfLower, 'merit.rows', { ...asked, unitId: season.upperId })).toMatchObject({
      code: 'account.not-allowed',
    })
    expect(await ask(season.world, season.headOfLower, 'merit.figures', { unitId: season.communeId, ...families })).toMatchObject({
      code: 'account.not-allowed',
    })
  })

  test('tell nobody but the officer that a household is excluded: by name, by number or by asking for the reason', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper, upperId, communeId, world } = season
    const households = await givenHouseholds(season, upperId, ['Lò Văn An', 'Lò Văn Chung'])
    const ground = { matter: 'construction', handling: 'fined', on: '2022-06-01', basis: '12/QĐ-XPHC', documentId: null } as const
    await must(send(world, season.officer, 'household.recordGround', { id: randomUUID(), householdId: households[1] ?? '', ...ground }))
    await submitted2022(season, upper, await register(season, upper, households, '2022-01-10'))
    await must(send(world, season.chair, 'season.decide', decision(season, { total: 1, areaUnitIds: [upperId] })))
    const asked = { unitId: upperId, ...families, measure: 'notReached' } as const
    const told = async (actor: Actor, reason?: string) => {
      const { rows } = await must(ask(world, actor, 'merit.rows', { ...asked, ...(reason && { reason }) }))
      return rows.map(({ headName, reasons }) => [headName, reasons])
    }
    expect(await told(season.officer, 'excluded')).toEqual([['Lò Văn Chung', ['excluded']]])
    expect(await told(season.headOfUpper)).toEqual([['Lò Văn Chung', ['not-met']]])
    expect(await told(season.headOfUpper, 'not-met')).toEqual([['Lò Văn Chung', ['not-met']]])
    expect(await told(season.headOfUpper, 'excluded')).toEqual([])
    expect(await ask(world, season.reader, 'merit.rows', { ...asked, reason: 'excluded' })).toMatchObject({ code: 'account.not-allowed' })
    expect((await figures(season, communeId)).total.sum.counts.reasons).toEqual({ 'not-met': 1 })
    const outcomes = async (actor: Actor) => {
      const { candidates } = await must(ask(world, actor, 'season.area', upper))
      return candidates.map(({ outcome }) => outcome?.reasons.map(({ code }) => code))
    }
    expect(await outcomes(season.headOfUpper)).toEqual([[], ['not-met']])
    expect(await outcomes(season.officer)).toEqual([[], ['excluded']])
  })

  test('come page by page, each once', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const names = Array.from(
      { length: 57 },
      (_, at) => `Lò Văn ${String.fromCodePoint(65 + (at % 26))}${at < 26 ? 'an' : at < 52 ? 'inh' : 'ong'}`,
    )
    await register(season, season.upper, await givenHouseholds(season, season.upperId, names), '2022-01-10')
    const asked = { unitId: season.communeId, ...families, measure: 'registered' } as const
    const first = await must(ask(season.world, season.officer, 'merit.rows', asked))
    const second = await must(ask(season.world, season.officer, 'merit.rows', { ...asked, after: first.next ?? '' }))
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 7, null])
    expect(new Set([...first.rows, ...second.rows].map(({ candidateId }) => candidateId)).size).toBe(57)
  })

  test('a page mark somebody made up begins at the beginning', async ({ database }) => {
    const season = await aDecidedSeason(database)
    const asked = { unitId: season.communeId, ...families, measure: 'registered', after: "1.x'; drop" } as const
    expect((await must(ask(season.world, season.officer, 'merit.rows', asked))).rows).toHaveLength(4)
  })
})

function figures(season: SeasonOfCommune, unitId: string, days: { readonly on?: string; readonly tree?: string } = {}) {
  return must(ask(season.world, season.reader, 'merit.figures', { unitId, ...families, ...days }))
}

/** Upper village: two recognised, one not, a fourth household that never registered; lower village: one of two registered, undecided. */
async function aDecidedSeason(database: World['database']) {
  const season = await aSeasonOfCommune(database, of2022)
  const households = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Chung', 'Lò Văn Dũng', 'Lò Văn Nghỉ'])
  const [an = '', chung = '', dung = ''] = await register(season, season.upper, households.slice(0, 3), '2022-01-10')
  const below = await givenHouseholds(season, season.lowerId, ['Cầm Văn Bình', 'Cầm Văn Mới'])
  const open = await register(season, season.lower, below.slice(0, 1), '2022-01-12')
  await must(asHead(season, 'season.assess', assessed(season.upper, [an, chung, dung], 'self')))
  await must(asHead(season, 'season.makeList', { ...step(season.upper, '2022-11-10'), leftOut: [] }))
  const refused = { candidateId: dung, for: 10, against: 30, other: 0 }
  await must(asHead(season, 'season.gather', gathered(season.upper, { exceptions: [refused] })))
  await must(asHead(season, 'season.concludeMeeting', { ...step(season.upper, '2022-11-20'), leftOut: [] }))
  await must(asHead(season, 'season.submit', step(season.upper, '2022-11-22')))
  await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(season.upper, '2022-11-25')))
  await must(send(season.world, season.chair, 'season.decide', decision(season, { total: 2, areaUnitIds: [season.upperId] })))
  const given = { ...season.upper, on: '2022-12-12' }
  await must(asHead(season, 'season.handOver', { ...given, candidateIds: [an], outcome: 'handedOver' }))
  await must(asHead(season, 'season.handOver', { ...given, candidateIds: [chung], outcome: 'notCollected' }))
  return { ...season, recognised: [an, chung], failed: dung, open }
}

async function moveVillage(season: SeasonOfCommune, unitId: string, parentUnitId: string, on: string): Promise<void> {
  const tx = season.world.database.kysely
  const [version] = await listVersions(tx, [unitId])
  if (!version) throw new Error('no village')
  await updateVersionValid(tx, { id: version.id, valid: { from: null, until: plainDate(on) } })
  const moved = { ...version, id: randomUUID(), parentUnitId, valid: { from: plainDate(on), until: null } }
  await must(insertVersions(tx, [moved]))
}

/** An earlier year in which the households of these candidates were recognised. */
async function givenDecidedYear(season: SeasonOfCommune, year: number, candidateIds: readonly string[]): Promise<void> {
  const tx = season.world.database.kysely
  const [seasonId, decisionId, documentId] = [randomUUID(), randomUUID(), randomUUID()]
  await sql`insert into season (id, unit_id, honour, year, rule_book_id, opened_on, recorded_by)
    select ${seasonId}, unit_id, honour, ${year}, rule_book_id, make_date(${year}, 1, 3), recorded_by from season where id = ${season.seasonId}`.execute(
    tx,
  )
  await sql`insert into season_area (season_id, area_unit_id, state) values (${seasonId}, ${season.upperId}, 'submit')`.execute(tx)
  await sql`insert into season_candidate (id, partition_id, season_id, honour, year, area_unit_id, household_id, head_name, registered_on, recorded_by, sort_key)
    select gen_random_uuid(), partition_id, ${seasonId}, honour, ${year}, area_unit_id, household_id, head_name, make_date(${year}, 1, 15), recorded_by, sort_key
    from season_candidate where id = any(${[...candidateIds]}::uuid[])`.execute(tx)
  await sql`insert into number_series (unit_id, series, year, last_number) values (${season.communeId}, 'QĐ-UBND', ${year}, 1)`.execute(tx)
  await sql`insert into registered_document (id, owner_unit_id, direction, kind, code, issued_on, issuer_name, subject, valid, search_key)
    values (${documentId}, ${season.communeId}, 'outgoing', 'decision', '01/QĐ-UBND', make_date(${year}, 12, 5), 'Xã Minh Họa', 'Tặng danh hiệu', '(,)', 'x')`.execute(
    tx,
  )
  await sql`insert into season_decision (id, season_id, issuer_unit_id, series, year, number, decided_on, document_id, signer_name, recognised, failed)
    values (${decisionId}, ${seasonId}, ${season.communeId}, 'QĐ-UBND', ${year}, 1, make_date(${year}, 12, 5), ${documentId}, 'Cầm Văn Chủ', 2, 0)`.execute(
    tx,
  )
  await sql`insert into season_outcome (candidate_id, partition_id, decision_id, outcome, certificate_number)
    select id, partition_id, ${decisionId}, 'recognised', row_number() over () from season_candidate where season_id = ${seasonId}`.execute(
    tx,
  )
}
