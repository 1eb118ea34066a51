import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SeasonAreaView } from '#contract/season.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { ask, must, send, someone } from '../../../test/factories.ts'
import { householdBody, sendList } from '../../../test/register.ts'
import {
  aSeasonOfCommune,
  asHead,
  decision,
  gathered,
  givenHouseholds,
  register,
  revocation,
  type SeasonOfCommune,
  step,
  submitted2022,
} from '../../../test/season-of-commune.ts'
import { listSigningKeys } from '../certificate/certificate.store.ts'
import { renewSigningKey } from '../certificate/signing.ts'
import { openContext } from '../context.ts'
import type { Database } from '../db/connect.ts'
import { inTransaction } from '../db/transaction.ts'
import { workOnList } from '../household/list-work.ts'

// Two press a button in the same instant. Not inside one transaction, as elsewhere: on a server they are two connections.
// Whoever comes second is told what the first one did, and nothing is there twice.

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

describe('registered', () => {
  test('in two communes at once, a household stands in one of them, and the other is told where', async () => {
    const season = await aSeason(of2022)
    const { world, foreignId, elsewhereId, provinceId } = season
    const households = await givenHouseholds(season, season.upperId, ['Lò Văn An', 'Lò Văn Bình', 'Lò Văn Chung', 'Lò Văn Dân'])
    // Each lived in the one village until July, and lives in the other since.
    for (const householdId of households) {
      const moved = { id: randomUUID(), householdId, revision: 0, areaUnitId: foreignId, address: '', on: '2022-07-01', reason: '' }
      await must(send(world, someone('officer', [provinceId]), 'household.move', moved))
    }
    const head = someone('unitHead', [foreignId, elsewhereId, provinceId])
    const there = { seasonId: randomUUID(), areaUnitId: foreignId }
    const opened = { id: there.seasonId, unitId: elsewhereId, honour: 'culturalFamily', year: 2022, openedOn: '2022-01-03' } as const
    await must(send(world, someone('officer', [elsewhereId, provinceId]), 'season.open', opened))
    const pairs = await Promise.all(
      households.map(id =>
        Promise.all([
          asHead(season, 'season.register', {
            ...season.upper,
            candidates: [{ id: randomUUID(), subjectId: id }],
            registeredOn: '2022-06-30',
          }),
          send(world, head, 'season.register', {
            ...there,
            candidates: [{ id: randomUUID(), subjectId: id }],
            registeredOn: '2022-07-01',
          }),
        ]),
      ),
    )
    for (const answers of pairs) expect(answers.map(said).toSorted()).toEqual(['ok', 'season.registered-elsewhere'])
    const standing = await world.database.kysely
      .selectFrom('seasonCandidate')
      .select('householdId')
      .where('householdId', 'in', households)
      .execute()
    expect(standing).toHaveLength(households.length)
    expect(new Set(standing.map(({ householdId }) => householdId))).toEqual(new Set(households))
  })

  test('from last year by two at once, each household is registered once', async () => {
    const season = await aSeason(of2022)
    const { world, officer, communeId, upper, upperId } = season
    await register(season, upper, await givenHouseholds(season, upperId, ['Lò Văn An', 'Lò Văn Bình']), '2022-01-10')
    const next = { seasonId: randomUUID(), areaUnitId: upperId, registeredOn: '2023-01-09' }
    const opened = { id: next.seasonId, unitId: communeId, honour: 'culturalFamily', year: 2023, openedOn: '2023-01-03' } as const
    await must(send(world, officer, 'season.open', opened))
    const answers = await Promise.all([asHead(season, 'season.carryOver', next), asHead(season, 'season.carryOver', next)])
    const numbers = answers.map(answer =>
      answer.ok ? `${answer.value.registered} new, ${answer.value.alreadyRegistered} known` : answer.code,
    )
    expect(numbers.toSorted()).toEqual(['0 new, 2 known', '2 new, 0 known'])
  })

  test('from two copies of one file taken at once, each household stands in the register once', async () => {
    const { world, officer, upperId } = await aSeason(of2022)
    const content = ['Mã hộ,Họ tên chủ hộ', ...Array.from({ length: 300 }, (_, at) => `H${at},Lò Văn An`)].join('\n')
    const lists = [randomUUID(), randomUUID()]
    for (const id of lists) {
      await sendList(world, officer, { id, unitId: upperId, content })
      await must(
        send(world, officer, 'household.tryList', { id, headerAt: 0, mapping: ['code', 'headName'], encoding: null, from: '2022-01-01' }),
      )
      await workOnList(world, officer, id)
    }
    const take = async (id: string) => {
      const answer = await send(world, officer, 'household.takeList', { id, mode: 'withChanges' })
      if (answer.ok) await workOnList(world, officer, id)
      return said(answer)
    }
    const answers = await Promise.all(lists.map(take))
    expect(answers).toContain('ok')
    expect(['ok', 'household.list-busy']).toEqual(expect.arrayContaining(answers))
    for (const id of lists) await take(id)
    const { rows } = await must(ask(world, officer, 'household.lists', { unitId: upperId }))
    const counted = rows.map(({ state, counts }) => `${state}: ${counts.added} new, ${counts.known} known`)
    expect(counted.toSorted()).toEqual(['taken: 0 new, 300 known', 'taken: 300 new, 0 known'])
    expect(await world.database.kysely.selectFrom('household').select('id').where('partitionId', '=', upperId).execute()).toHaveLength(300)
  })

  test('a household is not entered twice by two who were told of it at the same door', async () => {
    const season = await aSeason(of2022)
    const enter = () => asHead(season, 'household.enter', householdBody(season.upperId, { headName: 'Lò Văn An' }))
    expect((await Promise.all([enter(), enter()])).map(said).toSorted()).toEqual(['household.looks-known', 'ok'])
  })
})

describe('decided', () => {
  test('while the house makes a new key: both are done, and the key of the day signs', async () => {
    const season = await aSeason(of2022)
    const { world, officer } = season
    await handedIn(season)
    const renew = () => inTransaction(world.database, tx => renewSigningKey(openContext(world, officer, tx)))
    const answers = await Promise.all([decide(season), renew()])
    expect(answers.map(said)).toEqual(['ok', 'ok'])
    const days = (await listSigningKeys(world.database.kysely)).map(({ publicKey: { from, until } }) => [from, until])
    expect([
      [[null, null]],
      [
        [null, '2023-01-11'],
        ['2023-01-11', null],
      ],
    ]).toContainEqual(days)
  })

  test('while the commune sends the file back: it is one or the other', async () => {
    const season = await aSeason(of2022)
    const { world, officer, upper } = season
    const ids = await handedIn(season)
    const sendBack = () => send(world, officer, 'season.sendBack', { ...step(upper, '2022-12-05'), backTo: 'meet', reason: 'họp lại' })
    const answers = (await Promise.all([decide(season), sendBack()])).map(said)
    expect([
      ['ok', 'season.decided-already'],
      ['season.not-submitted', 'ok'],
      ['season.nobody-to-decide', 'ok'],
    ]).toContainEqual(answers)
    const outcomes = await world.database.kysely.selectFrom('seasonOutcome').select('outcome').where('candidateId', 'in', ids).execute()
    expect(outcomes).toHaveLength(answers[0] === 'ok' ? 1 : 0)
  })

  test('taken back while the certificate is handed over: nobody is handed what was taken back', async () => {
    const season = await aSeason(of2022)
    const { world, chair, upper } = season
    const [an = ''] = await handedIn(season)
    await must(decide(season))
    const handOver = { ...upper, candidateIds: [an], on: '2023-01-06', outcome: 'handedOver' as const }
    const revoke = () => send(world, chair, 'season.revoke', revocation(season, an))
    const answers = (await Promise.all([revoke(), asHead(season, 'season.handOver', handOver)])).map(said)
    expect(answers[0]).toBe('ok')
    const [candidate] = (await must(ask(world, season.officer, 'season.area', upper))).candidates
    expect(candidate?.outcome?.revocation).not.toBeNull()
    expect(candidate?.outcome?.handover === null).toBe(answers[1] !== 'ok')
  })
})

describe('handed in', () => {
  test('while somebody objects: the objection is kept, and the chair sees the household as waiting', async () => {
    const season = await aSeason({ today: '2024-11-25', year: 2024, openedOn: '2024-02-01' })
    const { world, upper } = season
    const [an = ''] = await register(season, upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2024-10-01')
    await must(asHead(season, 'season.gather', gathered(upper, { heldOn: '2024-11-01' })))
    await must(asHead(season, 'season.concludeMeeting', { ...step(upper, '2024-11-01'), leftOut: [] }))
    await must(asHead(season, 'season.post', { ...step(upper, '2024-11-02'), lastOn: '2024-11-12', place: 'Nhà văn hóa bản' }))
    const opinion = { id: randomUUID(), candidateId: an, kind: 'objection', receivedOn: '2024-11-12', says: 'Đổ rác xuống suối' } as const
    const answers = await Promise.all([
      asHead(season, 'season.submit', step(upper, '2024-11-20')),
      asHead(season, 'season.receiveOpinion', { ...upper, ...opinion }),
    ])
    expect(answers.map(said)).toEqual(['ok', 'ok'])
    const area: SeasonAreaView = await must(ask(world, season.officer, 'season.area', upper))
    expect(area.opinions).toMatchObject([{ candidateId: an, answer: null }])
  })
})

const of2022 = { today: '2023-01-10', year: 2022, openedOn: '2022-01-03' }

async function aSeason(days: Parameters<typeof aSeasonOfCommune>[1]): Promise<SeasonOfCommune> {
  await database.kysely.updateTable('orgUnit').set({ shortName: null }).execute() // a short name is given once
  return aSeasonOfCommune(database, days)
}

async function handedIn(season: SeasonOfCommune): Promise<string[]> {
  const ids = await register(season, season.upper, await givenHouseholds(season, season.upperId, ['Lò Văn An']), '2022-01-10')
  await submitted2022(season, season.upper, ids)
  return ids
}

function decide(season: SeasonOfCommune) {
  return send(season.world, season.chair, 'season.decide', decision(season, { total: 1, areaUnitIds: [season.upperId] }))
}

function said(answer: { readonly ok: true } | { readonly ok: false; readonly code: string }): string {
  return answer.ok ? 'ok' : answer.code
}
