import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { addDays, plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, someone, worldOn } from '../../../test/factories.ts'
import { provincialFile } from '../../../test/provincial-rules.ts'
import {
  aSeasonOfCommune,
  asHead,
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
import type { World } from '../world.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

describe('after the decision', () => {
  test('it stands in the register of outgoing documents under its number', async ({ database }) => {
    const { season } = await decided(database)
    const clerk = someone('clerk', [season.communeId, season.provinceId])
    const book = await must(ask(season.world, clerk, 'document.book', { unitId: season.communeId, direction: 'outgoing', year: '2022' }))
    expect(JSON.stringify(book)).toContain('Tặng danh hiệu Gia đình văn hóa năm 2022 cho 1 hộ')
  })

  test('its entry there says what it says: no clerk rewrites it', async ({ database }) => {
    const { season } = await decided(database)
    const clerk = someone('clerk', [season.communeId, season.provinceId])
    const [entry] = await must(ask(season.world, clerk, 'document.list', { unitId: season.communeId, search: '' }))
    if (!entry) throw new Error('no entry')
    const {
      id,
      ownerUnitId,
      direction,
      kind,
      code,
      issuedOn,
      issuerName,
      issuerUnitId,
      valid,
      years,
      arrivedOn,
      arrivalNumber,
      note,
      revision,
    } = entry
    const said = {
      id,
      ownerUnitId,
      direction,
      kind,
      code,
      issuedOn,
      issuerName,
      issuerUnitId,
      valid,
      years,
      arrivedOn,
      arrivalNumber,
      note,
    }
    const amended = { ...said, revision, subject: 'Việc khác', reason: 'gõ nhầm' }
    expect(await send(season.world, clerk, 'document.amend', amended)).toMatchObject({ code: 'document.numbered-here' })
  })

  test('its number follows those of the register and is not given again', async ({ database }) => {
    const { season } = await decided(database)
    const [binh = ''] = await givenHouseholds(season, season.lowerId, ['Cầm Văn Bình'])
    await submitted2022(season, season.lower, await register(season, season.lower, [binh], '2022-01-10'))
    const next = decision(season, { total: 1, areaUnitIds: [season.lowerId] })
    expect(await send(season.world, season.chair, 'season.decide', next)).toMatchObject({ value: { code: '02/QĐ-UBND' } })
  })

  test('it is published once', async ({ database }) => {
    const { season, decisionId } = await decided(database)
    const body = { id: decisionId, on: '2022-12-10', place: 'Bảng tin UBND xã' }
    await must(send(season.world, season.officer, 'season.publish', body))
    expect(await send(season.world, season.officer, 'season.publish', body)).toMatchObject({ code: 'season.published-already' })
  })

  test('a certificate nobody came for is handed over later; a title taken back is kept with its ground', async ({ database }) => {
    const { season, candidateId } = await decided(database)
    const given = { ...season.upper, candidateIds: [candidateId] }
    await must(asHead(season, 'season.handOver', { ...given, on: '2022-12-12', outcome: 'notCollected' }))
    await must(asHead(season, 'season.handOver', { ...given, on: '2022-12-20', outcome: 'handedOver' }))
    const body = revocation(season, candidateId)
    expect(await send(season.world, season.officer, 'season.revoke', body)).toMatchObject({ code: 'account.not-allowed' })
    const done = await must(send(season.world, season.chair, 'season.revoke', body))
    expect(await must(send(season.world, season.chair, 'season.revoke', body))).toEqual(done)
    const another = revocation(season, candidateId)
    expect(await send(season.world, season.chair, 'season.revoke', another)).toMatchObject({ code: 'season.revoked-already' })
    const view = await must(ask(season.world, season.headOfUpper, 'season.area', season.upper))
    expect(view.candidates[0]?.outcome).toMatchObject({
      outcome: 'recognised',
      handover: { on: '2022-12-20', outcome: 'handedOver' },
      revocation: { on: '2023-01-05', ground: 'textOfTheDay' },
    })
    const board = await must(ask(season.world, season.reader, 'season.board', { id: season.seasonId }))
    expect(board.areas.find(({ areaUnitId }) => areaUnitId === season.upperId)).toMatchObject({ recognised: 1, handedOver: 1, revoked: 1 })
  })

  test('a title is taken back only by an act of its own: whose chair decides, who may sign, a ground of the day, the next number', async ({
    database,
  }) => {
    const { season, candidateId } = await decided(database)
    const revoke = (changes: Parameters<typeof revocation>[2], actor = season.chair) =>
      send(season.world, actor, 'season.revoke', revocation(season, candidateId, changes))
    expect(await revoke({ issuerUnitId: season.elsewhereId })).toMatchObject({ code: 'season.not-of-commune' })
    expect(await revoke({ issuerUnitId: season.provinceId })).toMatchObject({ ok: false })
    expect(await revoke({ ground: 'falseStatement' })).toMatchObject({ code: 'season.no-such-ground', details: { on: '2023-01-05' } })
    const unsigning = someone('leader', [season.communeId, season.provinceId])
    expect(await revoke({}, unsigning)).toMatchObject({ code: 'org.no-mandate-to-sign' })
    const { act } = await must(revoke({ on: '2022-12-20' }))
    expect(act).toEqual({ code: '02/QĐ-UBND', issuerUnitId: season.communeId, signerName: 'Cầm Văn Chủ' })
    const documents = await must(ask(season.world, season.chair, 'document.list', { unitId: season.communeId, search: '' }))
    expect(documents.map(({ code, subject }) => [code, subject])).toContainEqual([
      '02/QĐ-UBND',
      'Hủy bỏ, thu hồi Gia đình văn hóa năm 2022',
    ])
  })

  test('its dossier is not sent back', async ({ database }) => {
    const { season } = await decided(database)
    const back = { ...step(season.upper, '2023-01-05'), backTo: 'meet', reason: 'làm lại' } as const
    expect(await send(season.world, season.officer, 'season.sendBack', back)).toMatchObject({ code: 'season.decided-already' })
  })

  test('nobody is withdrawn any more', async ({ database }) => {
    const { season, candidateId } = await decided(database)
    expect(await asHead(season, 'season.withdraw', { id: candidateId, on: '2023-01-01', reason: 'thôi' })).toMatchObject({
      code: 'season.decided-already',
    })
  })
})

describe("last year's list", () => {
  test('is carried over in one action: who lives there still, under the name of today', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const households = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Bình', 'Quàng Thị Chung'])
    await register(season, season.upper, households, '2022-01-10')
    const [an = '', binh = ''] = households
    const gone = { householdId: an, revision: 0, on: '2022-12-01', cause: 'movedAway' } as const
    await must(send(season.world, season.officer, 'household.end', gone))
    const renamed = {
      headName: 'Lò Văn Con',
      memberCount: 4,
      address: '',
      poverty: 'none',
      from: '2022-12-01',
      reason: 'chủ hộ mất',
    } as const
    await must(send(season.world, season.officer, 'household.amend', { id: randomUUID(), householdId: binh, revision: 0, ...renamed }))
    const seasonId = randomUUID()
    const next = { id: seasonId, unitId: season.communeId, honour: 'culturalFamily', year: 2023, openedOn: '2023-01-03' } as const
    await must(send(season.world, season.officer, 'season.open', next))
    const body = { seasonId, areaUnitId: season.upperId, registeredOn: '2023-01-05' }
    expect(await asHead(season, 'season.carryOver', body)).toMatchObject({
      value: {
        registered: 2,
        changed: [{ headName: 'Lò Văn Con', changes: [{ what: 'headName', was: 'Lò Văn Bình', is: 'Lò Văn Con' }] }],
        gone: [{ headName: 'Lò Văn An' }],
      },
    })
    expect(await asHead(season, 'season.carryOver', body)).toMatchObject({ value: { registered: 0, alreadyRegistered: 2 } })
    const nowhere = { seasonId, areaUnitId: season.lowerId, registeredOn: '2023-01-05' }
    expect(await asHead(season, 'season.carryOver', nowhere)).toMatchObject({ code: 'season.nothing-to-carry-over' })
  })
})

describe('a season keeps the law of its year', () => {
  test('in January the next year is opened under the decree that will measure it', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2024-01-29', year: 2024, openedOn: '2024-01-05' })
    const view = await must(ask(season.world, season.officer, 'season.board', { id: season.seasonId }))
    expect(view.season).toMatchObject({ ruleBookId: 'GDVH.ND86', steps: ['meet', 'post', 'submit'] })
  })

  test('after the decree changed it goes on by the old one, for a reason the leader states', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2024-01-29', year: 2023, openedOn: '2023-01-03' })
    const after = worldOn(database, addDays(plainDate('2024-01-29'), 30))
    const view = await must(ask(after, season.officer, 'season.board', { id: season.seasonId }))
    expect(view).toMatchObject({ season: { ruleBookId: 'GDVH.ND122', steps: ['list', 'meet', 'submit'] }, lawDoubt: expect.any(String) })
    const late = decision(season, { on: '2024-02-20' })
    expect(await send(after, season.chair, 'season.decide', late)).toMatchObject({ code: 'season.law-changed' })
    expect(await send(after, season.chair, 'season.decide', { ...late, lawChosen: 'Thành tích của năm 2023' })).toMatchObject({
      code: 'season.not-submitted',
    })
    const next = { id: randomUUID(), unitId: season.communeId, honour: 'culturalFamily', year: 2024, openedOn: '2024-02-01' } as const
    expect(await send(after, season.officer, 'season.open', next)).toMatchObject({ value: { ruleBookId: 'GDVH.ND86' } })
    expect(await send(after, season.officer, 'season.open', { ...next, id: randomUUID() })).toMatchObject({ code: 'season.open-already' })
  })
})

describe('where the province has a confirmed sheet', () => {
  test('points decide, by the threshold of the household, and nothing stays open', async ({ database }) => {
    const season = await aSeasonOfCommune(database, { today: '2024-12-31', year: 2024, openedOn: '2024-02-01' })
    const { world, provinceId, upper } = season
    const rules = { id: randomUUID(), unitId: provinceId, text: provincialFile() }
    await must(send(world, someone('officer', [provinceId]), 'title.adoptRules', rules))
    await must(send(world, someone('leader', [provinceId]), 'title.confirmRules', { id: rules.id }))
    const names = ['Lò Văn An', 'Lò Văn Bình', 'Quàng Thị Chung']
    const households = await givenHouseholds(season, upper.areaUnitId, names)
    const poor = {
      headName: 'Quàng Thị Chung',
      memberCount: 4,
      address: '',
      poverty: 'poor',
      from: '2024-01-01',
      reason: 'rà soát',
    } as const
    await must(send(world, season.officer, 'household.amend', { id: randomUUID(), householdId: households[2] ?? '', revision: 0, ...poor }))
    const ids = await register(season, upper, households, '2024-10-01')
    const rows = [30, 20, 20].map((points, at) => ({
      id: randomUUID(),
      candidateId: ids[at] ?? '',
      points: { I: points, II: points + 5, III: 25 },
    }))
    await must(asHead(season, 'season.assess', { ...upper, stage: 'meeting', rows }))
    const stray = rows.map(row => ({ ...row, id: randomUUID(), points: { '1a': 5 } }))
    expect(await asHead(season, 'season.assess', { ...upper, stage: 'meeting', rows: stray })).toMatchObject({
      code: 'season.unknown-criterion',
    })
    await must(
      asHead(
        season,
        'season.gather',
        gathered(upper, { heldOn: '2024-11-01', convened: 3, present: 3, list: { for: 3, against: 0, other: 0 } }),
      ),
    )
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2024-11-01'), leftOut: [] }))
    await must(asHead(season, 'season.post', { ...step(upper, '2024-11-02'), lastOn: '2024-11-12', place: 'Nhà văn hóa bản' }))
    await must(asHead(season, 'season.submit', step(upper, '2024-11-13')))
    await must(send(world, season.officer, 'season.reviewGrounds', lookedAt(upper, '2024-11-14')))
    const proposal = await must(ask(world, season.chair, 'season.proposal', { id: season.seasonId }))
    expect(proposal.recognised.map(({ headName }) => headName)).toEqual(['Lò Văn An', 'Quàng Thị Chung'])
    expect(proposal.failed.map(({ headName, reasons }) => [headName, reasons.map(({ code }) => code)])).toEqual([
      ['Lò Văn Bình', ['total-too-low']],
    ])
    expect(proposal.open).toEqual([])
  })
})

describe('who sees and does what', () => {
  test('a village head sees one village and acts for it alone', async ({ database }) => {
    const { season } = await decided(database)
    const { world, headOfLower } = season
    const board = await must(ask(world, headOfLower, 'season.board', { id: season.seasonId }))
    expect(board.areas.map(({ areaName }) => areaName)).toEqual(['Bản Dưới'])
    const denied = { code: 'account.not-allowed' }
    expect(await ask(world, headOfLower, 'season.area', season.upper)).toMatchObject(denied)
    expect(await ask(world, headOfLower, 'season.proposal', { id: season.seasonId })).toMatchObject(denied)
    expect(await send(world, headOfLower, 'season.gather', gathered(season.upper))).toMatchObject(denied)
    expect(await send(world, headOfLower, 'season.submit', step(season.upper, '2022-12-01'))).toMatchObject(denied)
    expect(await send(world, headOfLower, 'season.decide', decision(season))).toMatchObject(denied)
  })

  test('who only reads sees counts of every village and no name', async ({ database }) => {
    const { season } = await decided(database)
    const board = await must(ask(season.world, season.reader, 'season.board', { id: season.seasonId }))
    expect(board.areas.map(({ recognised }) => recognised)).toEqual([0, 1])
    expect(JSON.stringify(board)).not.toContain('Lò Văn An')
    expect(await ask(season.world, season.reader, 'season.area', season.upper)).toMatchObject({ code: 'account.not-allowed' })
  })

  test('a village of another commune has no part in it', async ({ database }) => {
    const { season } = await decided(database)
    const foreigner = someone('officer', [season.provinceId])
    const area = { seasonId: season.seasonId, areaUnitId: season.foreignId }
    expect(await send(season.world, foreigner, 'season.gather', gathered(area))).toMatchObject({ code: 'season.not-of-commune' })
    expect(await ask(season.world, foreigner, 'season.area', area)).toMatchObject({ code: 'season.not-of-commune' })
  })
})

async function decided(database: World['database']): Promise<{ season: SeasonOfCommune; candidateId: string; decisionId: string }> {
  const season = await aSeasonOfCommune(database, of2022)
  const ids = await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
  await submitted2022(season, season.upper, ids)
  const body = decision(season, { total: 1, areaUnitIds: [season.upperId] })
  await must(send(season.world, season.chair, 'season.decide', body))
  return { season, candidateId: ids[0] ?? '', decisionId: body.id }
}
