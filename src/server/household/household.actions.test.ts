import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send } from '../../../test/factories.ts'
import { aCommune, type Commune, householdBody } from '../../../test/register.ts'
import { verifyChain } from '../audit/audit.store.ts'

describe('a household in the register', () => {
  test('is entered once, however often it is sent', async ({ database }) => {
    const commune = await aCommune(database)
    const body = householdBody(commune.upperId)
    const first = await send(commune.world, commune.headOfUpper, 'household.enter', body)
    expect(await send(commune.world, commune.headOfUpper, 'household.enter', body)).toEqual(first)
    expect(await namesIn(commune, commune.communeId)).toEqual(['Lò Văn Toản'])
  })

  test('an id known from another village opens nothing', async ({ database }) => {
    const commune = await aCommune(database)
    const body = householdBody(commune.upperId)
    await must(send(commune.world, commune.headOfUpper, 'household.enter', body))
    const again = { ...body, areaUnitId: commune.lowerId }
    expect(await send(commune.world, commune.headOfLower, 'household.enter', again)).toMatchObject({ code: 'input.id-taken' })
  })

  test('that looks known is asked about, and entered once somebody has looked', async ({ database }) => {
    const commune = await aCommune(database)
    await enter(commune)
    const namesake = householdBody(commune.upperId)
    expect(await send(commune.world, commune.officer, 'household.enter', namesake)).toMatchObject({ code: 'household.looks-known' })
    await must(send(commune.world, commune.officer, 'household.enter', { ...namesake, isAnother: true }))
    await must(send(commune.world, commune.officer, 'household.enter', householdBody(commune.upperId, { headName: 'Lò Văn Toàn' })))
    expect(await namesIn(commune, commune.upperId)).toEqual(['Lò Văn Toàn', 'Lò Văn Toản', 'Lò Văn Toản'])
  })

  test('bears a name every paper can carry: one that could not would hold up those of its village', async ({ database }) => {
    const { world, officer, upperId } = await aCommune(database)
    for (const changes of [{ headName: 'Lò Văn Toản 🎉' }, { address: 'ꪼꪕ' }])
      expect(await send(world, officer, 'household.enter', householdBody(upperId, changes))).toMatchObject({ code: 'input.invalid' })
  })

  test('lives in a residential area, not in a commune', async ({ database }) => {
    const commune = await aCommune(database)
    const answer = await send(commune.world, commune.officer, 'household.enter', householdBody(commune.communeId))
    expect(answer).toMatchObject({ code: 'household.no-residential-area' })
  })

  test('keeps a code no other household of the place has', async ({ database }) => {
    const commune = await aCommune(database)
    await enter(commune, { code: 'H01' })
    const other = householdBody(commune.upperId, { code: 'H01', headName: 'Cầm Thị Bình', isAnother: true })
    expect(await send(commune.world, commune.officer, 'household.enter', other)).toMatchObject({ code: 'household.code-taken' })
  })

  test('is amended from a day on; what it was before is still told for the days before', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    await must(amend(commune, householdId, { from: '2022-05-01', headName: 'Lò Văn Con' }))
    expect(await namesIn(commune, commune.upperId)).toEqual(['Lò Văn Con'])
    expect(await namesIn(commune, commune.upperId, '2022-04-30')).toEqual(['Lò Văn Toản'])
  })

  test('ends once, however often that is sent, and stays for the days before', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    const body = { householdId, revision: 0, on: '2022-05-01', cause: 'movedAway' } as const
    const first = await send(commune.world, commune.headOfUpper, 'household.end', body)
    expect(await send(commune.world, commune.headOfUpper, 'household.end', body)).toEqual(first)
    expect([await namesIn(commune, commune.upperId), await namesIn(commune, commune.upperId, '2022-04-30')]).toEqual([[], ['Lò Văn Toản']])
    expect(await amend(commune, householdId, { from: '2022-06-01', revision: 1 })).toMatchObject({ code: 'household.ended' })
  })

  test('that a colleague saved first is told so', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    await must(amend(commune, householdId, { from: '2022-02-01' }))
    expect(await amend(commune, householdId, { from: '2022-03-01' })).toMatchObject({ code: 'household.stale' })
  })

  test('moves with its history; only who answers for both places moves it', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    const body = {
      id: randomUUID(),
      householdId,
      revision: 0,
      areaUnitId: commune.lowerId,
      address: 'Nhà mới',
      on: '2022-04-01',
      reason: '',
    }
    expect(await send(commune.world, commune.headOfUpper, 'household.move', body)).toMatchObject({ code: 'account.not-allowed' })
    const first = await send(commune.world, commune.officer, 'household.move', body)
    expect(await send(commune.world, commune.officer, 'household.move', body)).toEqual(first)
    expect([await namesIn(commune, commune.upperId), await namesIn(commune, commune.lowerId)]).toEqual([[], ['Lò Văn Toản']])
    expect(await namesIn(commune, commune.upperId, '2022-03-31')).toEqual(['Lò Văn Toản'])
  })

  test('splits: the new one comes from the old one, both are there', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    const part = { id: randomUUID(), code: '', headName: 'Lò Văn Con', memberCount: 2, address: '', poverty: null }
    const body = { id: randomUUID(), householdId, revision: 0, on: '2022-04-01', memberCount: 2, parts: [part], reason: '' }
    await must(send(commune.world, commune.headOfUpper, 'household.split', body))
    await must(send(commune.world, commune.headOfUpper, 'household.split', body))
    expect(await namesIn(commune, commune.upperId)).toEqual(['Lò Văn Con', 'Lò Văn Toản'])
    const view = await must(ask(commune.world, commune.officer, 'household.one', { id: part.id }))
    expect(view.successions).toMatchObject([{ kind: 'split', on: '2022-04-01', otherHeadName: 'Lò Văn Toản' }])
  })

  test('merges: what joined ends, and is still there the day before', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    const otherId = await enter(commune, { headName: 'Cầm Thị Bình' })
    const others = [{ householdId: otherId, revision: 0 }]
    const body = { id: randomUUID(), householdId, revision: 0, on: '2022-04-01', memberCount: 6, others, reason: '' }
    const first = await send(commune.world, commune.headOfUpper, 'household.merge', body)
    expect(await send(commune.world, commune.headOfUpper, 'household.merge', body)).toEqual(first)
    expect(await namesIn(commune, commune.upperId)).toEqual(['Lò Văn Toản'])
    expect(await namesIn(commune, commune.upperId, '2022-03-31')).toEqual(['Cầm Thị Bình', 'Lò Văn Toản'])
    const itself = { ...body, others: [{ householdId, revision: 1 }] }
    expect(await send(commune.world, commune.headOfUpper, 'household.merge', itself)).toMatchObject({ code: 'household.merges-itself' })
  })

  test('the database itself lets no two versions stand on one day', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    const row = await database.kysely
      .selectFrom('householdVersion')
      .selectAll()
      .where('householdId', '=', householdId)
      .executeTakeFirstOrThrow()
    const again = { ...row, id: randomUUID(), valid: '[2022-06-01,)' }
    await expect(database.kysely.insertInto('householdVersion').values(again).execute()).rejects.toThrow('household_version_no_overlap')
  })
})

describe('who sees what', () => {
  test('a village head sees that village and no other', async ({ database }) => {
    const commune = await aCommune(database)
    const foreign = householdBody(commune.foreignId)
    const below = await enter(commune, { areaUnitId: commune.lowerId })
    expect(await send(commune.world, commune.headOfUpper, 'household.enter', foreign)).toMatchObject({ code: 'account.not-allowed' })
    for (const unitId of [commune.lowerId, commune.communeId, commune.foreignId, commune.provinceId])
      expect(await ask(commune.world, commune.headOfUpper, 'household.list', { unitId, search: '' })).toMatchObject({
        code: 'account.not-allowed',
      })
    expect(await ask(commune.world, commune.headOfUpper, 'household.one', { id: below })).toMatchObject({ code: 'account.not-allowed' })
  })

  test('those above see numbers, each with what is not known, and no names', async ({ database }) => {
    const commune = await aCommune(database)
    await enter(commune, { poverty: 'poor' })
    await enter(commune, { headName: 'Cầm Thị Bình', memberCount: null, poverty: null, areaUnitId: commune.lowerId })
    const counts = await must(ask(commune.world, commune.reader, 'household.counts', { unitId: commune.provinceId }))
    expect(counts.total).toMatchObject({ households: 2, members: 4, uncounted: 1, poor: 1, nearPoor: 0, povertyUnknown: 1 })
    expect(counts.parts.map(part => [part.unitName, part.households])).toEqual([['Xã Minh Họa', 2]])
    for (const actor of [commune.reader, commune.leader])
      expect(await ask(commune.world, actor, 'household.list', { unitId: commune.communeId, search: '' })).toMatchObject({ ok: false })
    expect(JSON.stringify(counts)).not.toContain('Cầm')
  })

  test('the trail names households by their ids alone', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    await must(amend(commune, householdId, { from: '2022-02-01', headName: 'Cầm Thị Bình', reason: 'đổi chủ hộ' }))
    const entries = await database.kysely.selectFrom('auditEntry').select(['command', 'before', 'after']).execute()
    expect(entries.map(entry => entry.command)).toEqual(['household.enter', 'household.amend'])
    expect(JSON.stringify(entries)).not.toMatch(/Cầm|Toản/u)
    expect(await verifyChain(database.kysely)).toMatchObject({ isWhole: true })
  })
})

describe('the list', () => {
  test('is found without marks, kept with them', async ({ database }) => {
    const commune = await aCommune(database)
    for (const headName of ['Lò Văn Toản', 'Lò Văn Toàn', 'Cầm Thị Bình'])
      await enter(commune, {
        headName,
        code: `H-${headName.length}`,
        isAnother: true,
        areaUnitId: headName.includes('Toàn') ? commune.lowerId : commune.upperId,
      })
    expect(await namesIn(commune, commune.communeId, undefined, 'lo van toan')).toEqual(['Lò Văn Toàn', 'Lò Văn Toản'])
    expect(await namesIn(commune, commune.communeId, undefined, 'h-12')).toEqual(['Cầm Thị Bình'])
  })

  test('comes page by page, each household once', async ({ database }) => {
    const commune = await aCommune(database)
    for (let i = 0; i < 120; i++) await enter(commune, { headName: `Lò Văn ${'ABCDE'[i % 5]}n`, isAnother: true })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await must(
        ask(commune.world, commune.officer, 'household.list', { unitId: commune.communeId, search: '', ...(after && { after }) }),
      )
      seen.push(...page.rows.map(row => row.householdId))
      after = page.next ?? undefined
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })
})

describe('grounds for exclusion', () => {
  test('are shown to the officer, and each look stands in the trail with its purpose', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    await must(send(commune.world, commune.officer, 'household.recordGround', groundBody(householdId)))
    const look = { householdId, purpose: 'thẩm định danh sách năm 2022' }
    expect(await must(send(commune.world, commune.officer, 'household.lookAtGrounds', look))).toMatchObject([
      { matter: 'construction', handling: 'fined', withdrawal: null },
    ])
    const entries = await database.kysely.selectFrom('auditEntry').select(['command', 'actorName', 'after']).execute()
    expect(entries.at(-1)).toMatchObject({
      command: 'household.lookAtGrounds',
      actorName: commune.officer.fullName,
      after: { reason: look.purpose },
    })
    expect(JSON.stringify(entries)).not.toMatch(/construction|fined|XPHC/u)
  })

  test('are for nobody else: a refused look shows nothing and writes nothing', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    await must(send(commune.world, commune.officer, 'household.recordGround', groundBody(householdId)))
    for (const actor of [commune.headOfUpper, commune.headOfLower, commune.leader, commune.reader]) {
      const answer = await send(commune.world, actor, 'household.lookAtGrounds', { householdId, purpose: 'xem' })
      expect(answer).toMatchObject({ code: 'account.not-allowed' })
    }
    expect(await database.kysely.selectFrom('auditEntry').select('command').where('command', 'like', '%look%').execute()).toEqual([])
  })

  test('withdrawn, they stay to be seen with the reason', async ({ database }) => {
    const commune = await aCommune(database)
    const householdId = await enter(commune)
    const body = groundBody(householdId)
    await must(send(commune.world, commune.officer, 'household.recordGround', body))
    await must(send(commune.world, commune.officer, 'household.withdrawGround', { id: body.id, reason: 'ghi nhầm hộ' }))
    const seen = await must(send(commune.world, commune.officer, 'household.lookAtGrounds', { householdId, purpose: 'bình xét' }))
    expect(seen).toMatchObject([{ withdrawal: { on: '2022-06-15', reason: 'ghi nhầm hộ' } }])
    const again = await send(commune.world, commune.officer, 'household.withdrawGround', { id: body.id, reason: 'lần nữa' })
    expect(again).toMatchObject({ code: 'household.ground-withdrawn' })
  })

  test('are kept only where a text of their year names them', async ({ database }) => {
    const commune = await aCommune(database)
    const body = groundBody(await enter(commune))
    const heard = await send(commune.world, commune.officer, 'household.recordGround', { ...body, handling: 'found' })
    expect(heard).toMatchObject({ code: 'household.ground-not-named', details: { on: '2022-03-01' } })
    await must(send(commune.world, commune.officer, 'household.recordGround', body))
  })
})

function groundBody(householdId: string) {
  const conduct = { matter: 'construction', handling: 'fined', on: '2022-03-01' } as const
  return { id: randomUUID(), householdId, ...conduct, basis: '12/QĐ-XPHC minh họa', documentId: null }
}

async function enter(commune: Commune, changes: Parameters<typeof householdBody>[1] = {}): Promise<string> {
  const body = householdBody(changes.areaUnitId ?? commune.upperId, changes)
  await must(send(commune.world, commune.officer, 'household.enter', body))
  return body.id
}

function amend(commune: Commune, householdId: string, changes: { from: string; headName?: string; reason?: string; revision?: number }) {
  const content = { headName: 'Lò Văn Toản', memberCount: 5, address: '', poverty: 'none', reason: 'thêm người' } as const
  return send(commune.world, commune.officer, 'household.amend', { id: randomUUID(), householdId, revision: 0, ...content, ...changes })
}

async function namesIn(commune: Commune, unitId: string, on?: string, search = '', actor: Actor = commune.officer): Promise<string[]> {
  const view = await must(ask(commune.world, actor, 'household.list', { unitId, search, ...(on && { on }) }))
  return view.rows.map(row => row.headName)
}
