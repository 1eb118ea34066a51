import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { stateOf } from '#domain/season/area.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import {
  type Area,
  aSeasonOfCommune,
  asHead,
  assessed,
  decision,
  gathered,
  givenHouseholds,
  lookedAt,
  register,
  type SeasonOfCommune,
  step,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import { verifyChain } from '../audit/audit.store.ts'
import type { Db } from '../db/connect.ts'
import { listSeasonEvents } from './season.store.ts'

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }
const of2024 = { today: '2024-12-31', year: 2024, openedOn: '2024-02-01' }

describe('a season under 122/2018/NĐ-CP', () => {
  test('goes from registration to a decision whose number is that of its list', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const upper = await registered(season, season.upper, ['Lò Văn An', 'Lò Văn Bình', 'Quàng Thị Chung'])
    const lower = await registered(season, season.lower, ['Cầm Văn Dũng'])
    await submitted2022(season, season.upper, upper)
    await submitted2022(season, season.lower, lower)
    expect(await decide(season, { total: 3 })).toMatchObject({ code: 'season.total-differs', details: { told: 3, total: 4 } })
    expect(await decide(season, { total: 4 })).toMatchObject({
      ok: true,
      value: { code: '01/QĐ-UBND', recognised: 4, failed: 0, signerName: 'Cầm Văn Chủ' },
    })
    const board = await must(ask(season.world, season.officer, 'season.board', { id: season.seasonId }))
    expect(board.season.steps).toEqual(['list', 'meet', 'submit'])
    expect(board.areas.map(area => [area.areaName, area.state, area.registered, area.recognised])).toEqual([
      ['Bản Dưới', 'submit', 1, 1],
      ['Bản Trên', 'submit', 3, 3],
    ])
    expect(await verifyChain(database.kysely)).toMatchObject({ isWhole: true })
  })

  test('gives each household that fails its reason, and recognises nobody who was late or lacked votes', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const [an = '', binh = ''] = await registered(season, season.upper, ['Lò Văn An', 'Lò Văn Bình'])
    const [late = ''] = await registered(season, season.upper, ['Quàng Thị Muộn'], '2022-03-01')
    const { upper } = season
    await must(asHead(season, 'season.assess', assessed(upper, [an, binh, late], 'self')))
    await must(asHead(season, 'season.makeList', { ...step(upper, '2022-11-10'), leftOut: [] }))
    const exceptions = [{ candidateId: binh, for: 23, against: 17, other: 0 }]
    await must(asHead(season, 'season.gather', gathered(upper, { exceptions })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2022-11-20'), leftOut: [] }))
    await must(asHead(season, 'season.submit', step(upper, '2022-11-22')))
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(upper, '2022-11-25')))
    const proposal = await must(ask(season.world, season.chair, 'season.proposal', { id: season.seasonId }))
    expect(proposal.failed.map(({ headName, reasons }) => [headName, reasons.map(({ code }) => code)])).toEqual([
      ['Lò Văn Bình', ['too-few-votes']],
      ['Quàng Thị Muộn', ['registered-late']],
    ])
    await must(decide(season, { total: 1, areaUnitIds: [season.upperId] }))
    const view = await must(ask(season.world, season.headOfUpper, 'season.area', upper))
    expect(view.candidates.map(({ headName, outcome }) => [headName, outcome?.outcome, outcome?.certificateNumber])).toEqual([
      ['Lò Văn An', 'recognised', 1],
      ['Lò Văn Bình', 'failed', null],
      ['Quàng Thị Muộn', 'failed', null],
    ])
  })

  test('does not let anybody be decided about without the points of a sheet, unless the chair answers for it', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const ids = await registered(season, season.upper, ['Lò Văn An'])
    await submitted2022(season, season.upper, ids)
    const silent = { total: 0, openAccepted: '', areaUnitIds: [season.upperId] }
    expect(await decide(season, silent)).toMatchObject({ code: 'season.open-left', details: { count: 1, names: 'Lò Văn An' } })
    expect(await decide(season, { ...silent, openExcept: ids })).toMatchObject({ code: 'season.nobody-to-decide' })
  })

  test('a ground in the register bars, and nobody is told which', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const [householdId = ''] = await givenHouseholds(season, season.upperId, ['Lò Văn An'])
    const ids = await register(season, season.upper, [householdId], '2022-01-10')
    const conduct = { matter: 'construction', handling: 'fined', on: '2022-06-01' } as const
    const ground = { id: randomUUID(), householdId, ...conduct, basis: '12/QĐ-XPHC', documentId: null }
    await must(send(season.world, season.officer, 'household.recordGround', ground))
    await submitted2022(season, season.upper, ids)
    const toldTo = async (actor: Actor) => {
      const { failed } = await must(ask(season.world, actor, 'season.proposal', { id: season.seasonId }))
      return failed.map(({ reasons }) => reasons)
    }
    expect(await toldTo(season.officer)).toEqual([[{ code: 'excluded', clause: 'Điều 7, 122/2018/NĐ-CP', figures: {} }]])
    expect(await toldTo(season.chair)).toEqual([[{ code: 'not-met', clause: '', figures: {} }]])
  })

  test('a dossier sent back is made again from that step, and only the new meeting counts', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper } = season
    await submitted2022(season, upper, await registered(season, upper, ['Lò Văn An']))
    const back = { ...step(upper, '2022-11-25'), backTo: 'meet', reason: 'Biên bản thiếu chữ ký' } as const
    expect(await asHead(season, 'season.sendBack', back)).toMatchObject({ code: 'account.not-allowed' })
    const view = await must(send(season.world, season.officer, 'season.sendBack', back))
    expect(view).toMatchObject({ state: 'list', nextStep: 'meet', gatherings: [] })
    expect(await asHead(season, 'season.submit', step(upper, '2022-11-26'))).toMatchObject({ code: 'season.wrong-step' })
    await must(asHead(season, 'season.gather', gathered(upper, { heldOn: '2022-11-28', present: 45 })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2022-11-28'), leftOut: [] }))
    expect(await asHead(season, 'season.submit', step(upper, '2022-11-29'))).toMatchObject({
      value: { state: 'submit', count: { present: 45 } },
    })
  })

  test('points stand once the meeting is concluded: they are mended when the dossier was sent back to it', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper } = season
    const ids = await registered(season, upper, ['Lò Văn An'])
    await submitted2022(season, upper, ids)
    const points = assessed(upper, ids, 'meeting')
    expect(await asHead(season, 'season.assess', points)).toMatchObject({ code: 'season.handed-in' })
    const back = { ...step(upper, '2022-11-25'), backTo: 'submit', reason: 'Ghi nhầm điểm' } as const
    await must(send(season.world, season.officer, 'season.sendBack', back))
    expect(await asHead(season, 'season.assess', points)).toMatchObject({ code: 'season.settled', details: { on: '2022-11-20' } })
    await must(asHead(season, 'season.submit', step(upper, '2022-11-26')))
    const toMeeting = { ...step(upper, '2022-11-27'), backTo: 'meet', reason: 'Ghi nhầm điểm' } as const
    await must(send(season.world, season.officer, 'season.sendBack', toMeeting))
    expect(await asHead(season, 'season.assess', points)).toMatchObject({ ok: true, value: { rows: 1 } })
  })

  test('has no posting', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const posting = { ...step(season.upper, '2022-11-21'), lastOn: '2022-11-30', place: 'Nhà văn hóa' }
    expect(await asHead(season, 'season.post', posting)).toMatchObject({ code: 'season.not-in-law' })
  })
})

describe('a season under 86/2023/NĐ-CP', () => {
  test('posts its list ten days, and an objection holds back its household alone', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2024)
    const { upper } = season
    const [an = ''] = await registered(season, upper, ['Lò Văn An', 'Lò Văn Bình'], '2024-10-01')
    await must(asHead(season, 'season.gather', gathered(upper, { heldOn: '2024-11-01' })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2024-11-01'), leftOut: [] }))
    const posting = { ...step(upper, '2024-11-02'), lastOn: '2024-11-11', place: 'Nhà văn hóa bản' }
    expect(await asHead(season, 'season.post', posting)).toMatchObject({
      code: 'season.posting-too-short',
      details: { days: 9, least: 10 },
    })
    await must(asHead(season, 'season.post', { ...posting, lastOn: '2024-11-12' }))
    const said = { kind: 'objection', receivedOn: '2024-11-05', says: 'Hộ này đổ rác xuống suối' } as const
    const opinion = { id: randomUUID(), ...upper, candidateId: an, ...said }
    await must(asHead(season, 'season.receiveOpinion', opinion))
    expect(await asHead(season, 'season.submit', step(upper, '2024-11-12'))).toMatchObject({ code: 'season.posting-goes-on' })
    await must(asHead(season, 'season.submit', step(upper, '2024-11-13')))
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(upper, '2024-11-14')))
    const on = { on: '2024-11-20', areaUnitIds: [season.upperId] }
    expect(await decide(season, { ...on, total: 1 })).toMatchObject({ ok: true, value: { recognised: 1, failed: 0 } })
    const answer = { id: opinion.id, on: '2024-11-21', outcome: 'dismissed', reason: 'Đã kiểm tra: không phải hộ này' } as const
    await must(asHead(season, 'season.answerOpinion', answer))
    expect(await decide(season, { ...on, on: '2024-11-22', total: 1 })).toMatchObject({
      ok: true,
      value: { code: '02/QĐ-UBND', recognised: 1 },
    })
    expect(await decide(season, { ...on, on: '2024-11-22', total: 0 })).toMatchObject({ code: 'season.nobody-to-decide' })
  })
})

describe('what cannot be', () => {
  test('more people than were convened and more votes than people are refused', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper } = season
    await registered(season, upper, ['Lò Văn An'])
    await must(asHead(season, 'season.makeList', { ...step(upper, '2022-11-10'), leftOut: [] }))
    expect(await asHead(season, 'season.gather', gathered(upper, { present: 51 }))).toMatchObject({
      code: 'season.more-present-than-convened',
    })
    const list = { for: 41, against: 0, other: 0 }
    expect(await asHead(season, 'season.gather', gathered(upper, { list }))).toMatchObject({ code: 'season.more-votes-than-present' })
    await must(asHead(season, 'season.gather', gathered(upper, { present: 29, list: { for: 29, against: 0, other: 0 } })))
    expect(await asHead(season, 'season.concludeMeeting', { ...step(upper, '2022-11-20'), leftOut: [] })).toMatchObject({
      code: 'season.no-quorum',
    })
  })

  test('nobody decides who may not sign, nor for a commune that did not exist that day', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    await submitted2022(season, season.upper, await registered(season, season.upper, ['Lò Văn An']))
    const unsigned = someone('leader', [season.communeId, season.provinceId])
    const body = decision(season, { total: 1, areaUnitIds: [season.upperId] })
    expect(await send(season.world, unsigned, 'season.decide', body)).toMatchObject({ code: 'org.no-mandate-to-sign' })
    expect(await decide(season, { total: 1, issuerUnitId: season.provinceId })).toMatchObject({
      code: 'season.other-authority',
      details: { expected: 'Chủ tịch UBND cấp xã' },
    })
    expect(await decide(season, { total: 1, issuerUnitId: season.elsewhereId })).toMatchObject({ code: 'season.not-of-commune' })
    expect(await decide(season, { total: 1, issuerUnitId: randomUUID() })).toMatchObject({ code: 'season.authority-gone' })
  })

  test('one household registers once in the commune, where it lives, and in time for the list', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const [an = '', binh = ''] = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Bình'])
    await register(season, season.upper, [an], '2022-01-10')
    expect(await asHead(season, 'season.register', registering(season.upper, an))).toMatchObject({ code: 'season.already-registered' })
    expect(await asHead(season, 'season.register', registering(season.lower, an))).toMatchObject({ code: 'season.not-living-there' })
    await must(asHead(season, 'season.makeList', { ...step(season.upper, '2022-11-10'), leftOut: [] }))
    expect(await asHead(season, 'season.register', registering(season.upper, binh))).toMatchObject({ code: 'season.list-closed' })
  })

  test('two who decide at once: one decides, the other finds nobody left', async () => {
    const database = await openTestDatabase()
    const season = await aSeasonOfCommune(database, of2022)
    await submitted2022(season, season.upper, await registered(season, season.upper, ['Lò Văn An']))
    const once = () => decide(season, { total: 1, areaUnitIds: [season.upperId] })
    const answers = await Promise.all([once(), once()])
    expect(answers.map(answer => (answer.ok ? 'decided' : answer.code)).toSorted()).toEqual(['decided', 'season.nobody-to-decide'])
    await database.close()
  })
})

describe('sent twice', () => {
  test('a step, a gathering and a decision are written once and answered the same', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper } = season
    const ids = await registered(season, upper, ['Lò Văn An'])
    await must(asHead(season, 'season.assess', assessed(upper, ids, 'self')))
    const list = { ...step(upper, '2022-11-10'), leftOut: [] }
    expect(await asHead(season, 'season.makeList', list)).toEqual(await asHead(season, 'season.makeList', list))
    const meeting = gathered(upper)
    expect(await asHead(season, 'season.gather', meeting)).toEqual(await asHead(season, 'season.gather', meeting))
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2022-11-20'), leftOut: [] }))
    await must(asHead(season, 'season.submit', step(upper, '2022-11-22')))
    await must(send(season.world, season.officer, 'season.reviewGrounds', lookedAt(upper, '2022-11-25')))
    const body = decision(season, { total: 1, areaUnitIds: [season.upperId] })
    const decided = await send(season.world, season.chair, 'season.decide', body)
    expect(decided).toMatchObject({ ok: true })
    expect(await send(season.world, season.chair, 'season.decide', body)).toEqual(decided)
  })

  test('points whose answer was lost are answered again after the meeting and the hand-in; other points come too late', async ({
    database,
  }) => {
    const season = await aSeasonOfCommune(database, of2024)
    const { upper } = season
    const ids = await registered(season, upper, ['Lò Văn An', 'Lò Văn Bình'], '2024-10-01')
    const sheet = assessed(upper, ids, 'meeting')
    const first = await must(asHead(season, 'season.assess', sheet))
    await must(asHead(season, 'season.gather', gathered(upper, { heldOn: '2024-11-01' })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2024-11-01'), leftOut: [] }))
    expect(await asHead(season, 'season.assess', sheet)).toEqual({ ok: true, value: first })
    expect(await asHead(season, 'season.assess', assessed(upper, ids, 'meeting'))).toMatchObject({ code: 'season.settled' })
    await must(asHead(season, 'season.post', { ...step(upper, '2024-11-02'), lastOn: '2024-11-12', place: 'Nhà văn hóa bản' }))
    await must(asHead(season, 'season.submit', step(upper, '2024-11-13')))
    expect(await asHead(season, 'season.assess', sheet)).toEqual({ ok: true, value: first })
    expect(await asHead(season, 'season.assess', assessed(upper, ids, 'meeting'))).toMatchObject({ code: 'season.handed-in' })
    expect(await asHead(season, 'season.assess', { ...sheet, stage: 'self' })).toMatchObject({ code: 'input.id-taken' })
    const part = { ...sheet, rows: [...sheet.rows.slice(0, 1), ...assessed(upper, ids.slice(1), 'meeting').rows] }
    expect(await asHead(season, 'season.assess', part)).toMatchObject({ code: 'season.handed-in' })
  })
})

describe('the state kept for lists', () => {
  test('is what the events say, also after a dossier was sent back', async ({ database }) => {
    const season = await aSeasonOfCommune(database, of2022)
    const { upper } = season
    await submitted2022(season, upper, await registered(season, upper, ['Lò Văn An']))
    await must(send(season.world, season.officer, 'season.sendBack', { ...step(upper, '2022-11-25'), backTo: 'list', reason: 'làm lại' }))
    expect(await storedState(database.kysely, upper)).toBe(
      stateOf(await listSeasonEvents(database.kysely, season.seasonId, [upper.areaUnitId])),
    )
  })
})

async function registered(season: SeasonOfCommune, area: Area, names: readonly string[], on = '2022-01-10'): Promise<string[]> {
  return register(season, area, await givenHouseholds(season, area.areaUnitId, names), on)
}

function registering(area: Area, subjectId: string) {
  return { ...area, candidates: [{ id: randomUUID(), subjectId }], registeredOn: '2022-01-11' }
}

function decide(season: SeasonOfCommune, changes: Parameters<typeof decision>[1]) {
  return send(season.world, season.chair, 'season.decide', decision(season, changes))
}

async function storedState(tx: Db, { seasonId, areaUnitId }: Area): Promise<string> {
  const row = await tx
    .selectFrom('seasonArea')
    .select('state')
    .where('seasonId', '=', seasonId)
    .where('areaUnitId', '=', areaUnitId)
    .executeTakeFirstOrThrow()
  return row.state
}
