import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { test } from '../../../test/database.ts'
import { ask, givenUnit, must, send, someone } from '../../../test/factories.ts'
import { confirmed, withFederation } from '../../../test/federation.ts'
import { askForFile, wordsPrinted } from '../../../test/printed.ts'
import { officeSheet, rulesWith } from '../../../test/provincial-way.ts'
import { givenChair, step } from '../../../test/season-of-commune.ts'
import { found, opened, registering } from '../../../test/season-of-units.ts'
import type { World } from '../world.ts'

// Offices whose files the province keeps, while its own text leaves the decision to the federation of labour beside it.

const denied = { code: 'account.not-allowed' }

describe('a season of offices held by a province that charges the federation of labour', () => {
  test('is read, drafted and signed by the chair of the federation, under a number of its own', async ({ database }) => {
    const { place, seasonId, file, act } = await atProvince(database)
    const { world, unionChair, unionId, officeId } = place
    expect(await must(ask(world, unionChair, 'season.list', { unitId: unionId }))).toMatchObject([{ id: seasonId }, { year: 2023 }])
    const board = await must(ask(world, unionChair, 'season.board', { id: seasonId }))
    expect(board.federationIds).toEqual([unionId])
    expect(board.areas.map(({ areaUnitId }) => areaUnitId)).toContain(officeId)
    const proposal = await must(ask(world, unionChair, 'season.proposal', { id: seasonId }))
    expect(proposal.issuers).toContainEqual(expect.objectContaining({ unitId: unionId, symbol: 'QĐ-LĐLĐ' }))
    const draft = { seasonId, symbol: 'QĐ-LĐLĐ', issuerUnitId: unionId, round: 'first', on: act.on, open: 'recognise' }
    expect(await wordsPrinted(world, unionChair, 'dossier.draftDecision', draft)).toContain('LIÊN ĐOÀN LAO ĐỘNG')
    const decided = await must(send(world, unionChair, 'season.decide', act))
    expect(decided).toMatchObject({ code: '01/QĐ-LĐLĐ', recognised: 1, signerName: 'Cầm Văn Đoàn' })
    const paper = { decisionId: act.id, code: 'decision' }
    const printed = await wordsPrinted(world, unionChair, 'dossier.printDecision', paper)
    for (const words of ['01/QĐ-LĐLĐ', 'Căn cứ Hướng dẫn số 58/HD-TLĐ', 'Căn cứ Quyết định số 12/2023/QĐ-UBND'])
      expect(printed).toContain(words)
    expect(printed).not.toContain('Luật Tổ chức chính quyền địa phương')
    const [candidate] = (await must(ask(world, place.provinceOfficer, 'season.area', file))).candidates
    const back = { id: randomUUID(), candidateId: candidate?.id ?? '', issuerUnitId: unionId, on: '2025-01-10', symbol: 'QĐ-LĐLĐ' }
    const cause = { ground: 'wrongWay', basis: '15/KL-LĐLĐ' } as const
    const revoked = await must(send(world, unionChair, 'season.revoke', { ...back, ...cause }))
    expect(revoked.act).toMatchObject({ code: '01/QĐ-LĐLĐ', signerName: 'Cầm Văn Đoàn' })
  })

  test('is not decided by the chair of the province, and its files are not kept by the federation', async ({ database }) => {
    const { place, file, act } = await atProvince(database)
    const { world, provinceChair, provinceId, unionOfficer, unionChair } = place
    const ofProvince = { ...act, id: randomUUID(), issuerUnitId: provinceId, symbol: 'QĐ-UBND' }
    expect(await send(world, provinceChair, 'season.decide', ofProvince)).toMatchObject({ code: 'season.other-authority' })
    expect(await send(world, unionOfficer, 'season.register', registering(file, [file.areaUnitId], '2024-03-01'))).toMatchObject(denied)
    expect(await send(world, unionOfficer, 'season.decide', act)).toMatchObject(denied)
    expect(
      await send(world, unionChair, 'season.appraise', { ...step(file, '2024-12-11'), leftOut: [], appraiser: 'Tổ', remarks: '' }),
    ).toMatchObject(denied)
  })

  test('is nothing to the federation of another province, nor to its own where the province charges somebody else', async ({
    database,
  }) => {
    const { place, seasonId, act } = await atProvince(database)
    const { world } = place
    const elsewhere = await givenUnit(world.database.kysely, { name: 'Tỉnh bên', kind: 'province' })
    const otherUnion = await givenUnit(world.database.kysely, { name: 'Liên đoàn tỉnh bên', kind: 'tradeUnion', parentUnitId: elsewhere })
    const stranger = someone('leader', [otherUnion, elsewhere])
    await givenChair(world, otherUnion, stranger)
    const foreign = { ...act, id: randomUUID(), issuerUnitId: otherUnion }
    expect(await ask(world, stranger, 'season.proposal', { id: seasonId })).toMatchObject(denied)
    expect(await send(world, stranger, 'season.decide', foreign)).toMatchObject(denied)
    const ownChair = await atProvince(database, 'provinceChair')
    const { unionChair, unionId } = ownChair.place
    expect(await ask(ownChair.place.world, unionChair, 'season.proposal', { id: ownChair.seasonId })).toMatchObject(denied)
    const signing = { ...ownChair.act, issuerUnitId: unionId }
    expect(await send(ownChair.place.world, unionChair, 'season.decide', signing)).toMatchObject(denied)
    const draft = { seasonId: ownChair.seasonId, symbol: 'QĐ-LĐLĐ', issuerUnitId: unionId, round: 'first', open: 'recognise' }
    expect(await askForFile(ownChair.place.world, unionChair, 'dossier.draftDecision', draft)).toMatchObject(denied)
  })
})

/** Two years of one office of the province, entered by the province, the second ready to be decided on. */
async function atProvince(
  database: World['database'],
  authority: 'provinceLabourFederation' | 'provinceChair' = 'provinceLabourFederation',
) {
  const federated = await withFederation(database)
  const officeId = await givenUnit(database.kysely, { name: 'Sở Minh Họa', kind: 'agency', parentUnitId: federated.provinceId })
  const place = { ...federated, officeId }
  const { world, provinceId, provinceOfficer } = place
  await confirmed(place, rulesWith([officeSheet({ authority })]))
  let seasonId = ''
  for (const year of [2023, 2024]) {
    const season = { unitId: provinceId, honour: 'culturalOffice', year, openedOn: `${year}-01-05` } as const
    seasonId = await opened(place, provinceOfficer, season)
    const file = { seasonId, areaUnitId: officeId }
    const [candidate] = await must(send(world, provinceOfficer, 'season.register', registering(file, [officeId], `${year}-03-01`)))
    const candidateId = candidate?.id ?? ''
    await must(send(world, provinceOfficer, 'season.assess', { ...found(file, [candidateId], {}), stage: 'self' }))
    await must(send(world, provinceOfficer, 'season.assess', found(file, [candidateId], { standards: true })))
    await must(send(world, provinceOfficer, 'season.submit', step(file, `${year}-12-01`)))
    const appraisal = { ...step(file, `${year}-12-10`), leftOut: [], appraiser: 'Tổ thẩm định của tỉnh', remarks: '' }
    await must(send(world, provinceOfficer, 'season.appraise', appraisal))
  }
  const act: BodyInput<'season.decide'> = {
    id: randomUUID(),
    seasonId,
    areaUnitIds: [officeId],
    issuerUnitId: place.unionId,
    on: '2024-12-20',
    total: 1,
    round: 'first',
    symbol: 'QĐ-LĐLĐ',
    openAccepted: 'Văn bản của trung ương chưa đọc được',
    openExcept: [],
  }
  return { place, seasonId, file: { seasonId, areaUnitId: officeId }, act }
}
