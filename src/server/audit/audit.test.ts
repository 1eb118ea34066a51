import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { activityBody, ask, givenUnit, send, someone, worldOn } from '../../../test/factories.ts'
import type { Db } from '../db/connect.ts'
import type { World } from '../world.ts'
import { verifyChain } from './audit.store.ts'

describe('the trail', () => {
  test('says who did what, when, to what, from which state to which', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId)
    await send(world, officer, 'activity.record', body)
    await send(world, officer, 'activity.amend', { ...body, place: 'Mộc Châu', revision: 0 })
    const entries = await ask(world, someone('leader', [unitId]), 'audit.list', { unitId })
    expect(entries).toMatchObject({
      ok: true,
      value: [
        {
          seq: 2,
          command: 'activity.amend',
          actorName: officer.fullName,
          subjectId: body.id,
          before: { place: body.place },
          after: { place: 'Mộc Châu' },
        },
        { seq: 1, command: 'activity.record', before: null, after: { name: body.name } },
      ],
    })
  })

  test('holds nothing of a command that was refused', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const body = activityBody(unitId)
    await send(world, officer, 'activity.record', { ...body, startsOn: '2022-03-27' })
    await send(world, someone('viewer', [unitId]), 'activity.record', body)
    await send(world, officer, 'activity.record', { ...body, name: '' })
    expect(await verifyChain(database.kysely)).toEqual({ isWhole: true, entries: 0 })
  })

  test('is shown page by page, and of one subject alone', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const [first, second] = [activityBody(unitId), activityBody(unitId)]
    for (const body of [first, second]) await send(world, officer, 'activity.record', body)
    const leader = someone('leader', [unitId])
    expect(await seqs(world, leader, { unitId, before: 2 })).toEqual([1])
    expect(await seqs(world, leader, { unitId, subjectId: second.id })).toEqual([2])
  })

  test('of another unit is shown to nobody here', async ({ database }) => {
    const { world, unitId, officer } = await anOffice(database)
    const other = await givenUnit(database.kysely, { name: 'Sở khác', parentUnitId: unitId })
    await send(world, officer, 'activity.record', activityBody(unitId))
    expect(await seqs(world, someone('leader', [other, unitId]), { unitId: other })).toEqual([])
    expect(await ask(world, someone('leader', [other, unitId]), 'audit.list', { unitId })).toMatchObject({ code: 'account.not-allowed' })
  })

  test('is one chain, however many write at once', async () => {
    const database = await openTestDatabase()
    const { world, unitId, officer } = await anOffice(database)
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(world, officer, 'activity.record', activityBody(unitId))))
    expect(answers.every(answer => answer.ok)).toBe(true)
    expect(await verifyChain(database.kysely)).toEqual({ isWhole: true, entries: 50 })
    await database.close()
  })
})

describe('an entry somebody tampered with', () => {
  const other = randomUUID()
  test.for([
    ['at', sql`'2022-01-01T00:00:00Z'`, 'nội dung đã bị sửa'],
    ['actor_id', sql`${other}::uuid`, 'nội dung đã bị sửa'],
    ['actor_id', sql`null`, 'nội dung đã bị sửa'],
    ['actor_name', sql`'Người khác'`, 'nội dung đã bị sửa'],
    ['command', sql`'activity.amend'`, 'nội dung đã bị sửa'],
    ['subject_kind', sql`'plan'`, 'nội dung đã bị sửa'],
    ['subject_id', sql`'khác'`, 'nội dung đã bị sửa'],
    ['record_ids', sql`'{}'`, 'nội dung đã bị sửa'],
    ['unit_id', sql`null`, 'nội dung đã bị sửa'],
    ['before', sql`'{"place":"Sơn La"}'`, 'nội dung đã bị sửa'],
    ['after', sql`jsonb_set(after, '{participants}', '{"quality":"counted","count":5000}')`, 'nội dung đã bị sửa'],
    ['after', sql`null`, 'nội dung đã bị sửa'],
    ['hash', sql`'00'`, 'nội dung đã bị sửa'],
    ['previous_hash', sql`'00'`, 'không nối với mắt xích trước'],
    ['seq', sql`99`, 'thiếu mắt xích'],
  ] as [string, RawBuilder<unknown>, string][])(
    'in its %s is found, and it is the one that is named',
    async ([column, value, reason], { database }) => {
      await threeEntries(database)
      await behindItsBack(database.kysely, sql`update audit_entry set ${sql.ref(column)} = ${value} where seq = 2`)
      expect(await verifyChain(database.kysely)).toEqual({ isWhole: false, brokenAt: 2, reason })
    },
  )

  test.for([
    ['the first', 1, { brokenAt: 1, reason: 'thiếu mắt xích' }],
    ['one in the middle', 2, { brokenAt: 2, reason: 'thiếu mắt xích' }],
    ['the last', 3, { brokenAt: 3, reason: 'mắt xích cuối bị mất' }],
  ] as const)('by taking out %s is found', async ([, seq, verdict], { database }) => {
    await threeEntries(database)
    await behindItsBack(database.kysely, sql`delete from audit_entry where seq = ${seq}`)
    expect(await verifyChain(database.kysely)).toEqual({ isWhole: false, ...verdict })
  })

  test('is not changed by mistake: the database refuses', async ({ database }) => {
    await threeEntries(database)
    await expect(database.kysely.deleteFrom('auditEntry').execute()).rejects.toThrow('append-only')
  })
})

async function anOffice(database: World['database']): Promise<{ world: World; unitId: string; officer: Actor }> {
  const unitId = await givenUnit(database.kysely, { name: 'Văn phòng minh họa' })
  return { world: worldOn(database), unitId, officer: someone('officer', [unitId]) }
}

async function threeEntries(database: World['database']): Promise<void> {
  const { world, unitId, officer } = await anOffice(database)
  for (let i = 0; i < 3; i++) await send(world, officer, 'activity.record', activityBody(unitId))
}

async function seqs(world: World, actor: Actor, params: { unitId: string; before?: number; subjectId?: string }): Promise<number[]> {
  const answer = await ask(world, actor, 'audit.list', params)
  return answer.ok ? answer.value.map(entry => entry.seq) : []
}

/** What somebody with the database's password could do. */
async function behindItsBack(tx: Db, tampering: RawBuilder<unknown>): Promise<void> {
  await sql`alter table audit_entry disable trigger user`.execute(tx)
  await tampering.execute(tx)
}
