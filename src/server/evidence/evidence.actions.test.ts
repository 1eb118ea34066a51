import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import type { EvidenceOwner } from '#domain/evidence/evidence.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { attach, jpeg, photoOf } from '../../../test/evidence.ts'
import { activityBody, ask, must, send, someone } from '../../../test/factories.ts'
import { assignmentOf, aTask, planOf, progressBody, strangerTo } from '../../../test/planning.ts'
import { runFileQuery } from '../http/run.ts'
import type { World } from '../world.ts'
import { evidenceFiles } from './evidence.routes.ts'

const [file] = evidenceFiles as [(typeof evidenceFiles)[0]]
const kinds = ['activity', 'progress'] as const

describe.for(kinds)('evidence of an %s', kind => {
  test('is kept outside the database under its hash, and opened again', async ({ database }) => {
    const { world, officer, owners } = await atWork(database)
    const evidence = await must(attach(world, officer, photoOf(owners[kind])))
    expect(evidence).toMatchObject({ owner: owners[kind], mediaType: 'image/jpeg', bytes: 2000, fileName: 'ảnh đẹp.jpg' })
    const opened = await must(runFileQuery(world, officer, file, { id: evidence.id }))
    expect(opened).toMatchObject({ mediaType: 'image/jpeg', fileName: 'ảnh đẹp.jpg', isInline: true })
    expect(Buffer.compare(opened.bytes as Uint8Array, jpeg(2000))).toBe(0)
  })

  test.for([
    ['an empty file', 'a.jpg', new Uint8Array(), 'evidence.file-empty'],
    ['26 MB', 'a.jpg', jpeg(26 * 1024 * 1024), 'evidence.file-too-large'],
    ['a program called a photo', 'a.jpg', Buffer.from('MZ…'), 'evidence.file-type'],
    ['a photo called a page', 'a.html', jpeg(10), 'evidence.file-type'],
    ['a page called a photo', 'a.png', Buffer.from('<svg onload=alert(1)>'), 'evidence.file-type'],
    ['a name that climbs out', '../../etc/passwd.jpg', jpeg(10), 'evidence.file-name'],
    ['a name that turns round', 'anh\u202egpj.exe', jpeg(10), 'evidence.file-name'],
    ['a device', 'CON.jpg', jpeg(10), 'evidence.file-name'],
  ] as const)('is refused as %s, and nothing is kept', async ([, fileName, bytes, code], { database }) => {
    const { world, officer, owners } = await atWork(database)
    expect(await attach(world, officer, photoOf(owners[kind], { fileName, bytes }))).toMatchObject({ ok: false, code })
    await expect(readdir(world.files.folder)).rejects.toThrow('ENOENT')
    expect(await database.kysely.selectFrom('evidence').select('id').execute()).toEqual([])
  })

  test('is neither added, taken off nor opened by another office', async ({ database }) => {
    const { world, officer, stranger, owners } = await atWork(database)
    const { id } = await must(attach(world, officer, photoOf(owners[kind])))
    for (const outcome of [
      attach(world, stranger, photoOf(owners[kind])),
      send(world, stranger, 'evidence.detach', { id, reason: 'tò mò' }),
      runFileQuery(world, stranger, file, { id }),
    ])
      expect(await outcome).toMatchObject({ ok: false, code: 'account.not-allowed' })
  })

  test('sent again is there once; its id names nothing else, not even after it was taken off', async ({ database }) => {
    const { world, officer, owners } = await atWork(database)
    const photo = photoOf(owners[kind])
    const first = await attach(world, officer, photo)
    expect(await attach(world, officer, photo)).toEqual(first)
    const other = owners[kind === 'activity' ? 'progress' : 'activity']
    expect(await attach(world, officer, { ...photo, owner: other })).toMatchObject({ code: 'input.id-taken' })
    await must(send(world, officer, 'evidence.detach', { id: photo.id, reason: 'nhầm ảnh' }))
    expect(await attach(world, officer, photo)).toMatchObject({ code: 'input.id-taken' })
    expect(await send(world, officer, 'evidence.detach', { id: photo.id, reason: 'lần nữa' })).toMatchObject({ code: 'evidence.unknown' })
    expect(await runFileQuery(world, officer, file, { id: photo.id })).toMatchObject({ code: 'evidence.unknown' })
  })

  test('of nobody is refused', async ({ database }) => {
    const { world, officer } = await atWork(database)
    expect(await attach(world, officer, photoOf({ kind, id: randomUUID() }))).toMatchObject({ code: 'evidence.unknown-owner' })
  })

  test('is in the trail with who added it, who took it off and why', async ({ database }) => {
    const { world, officer, owners } = await atWork(database)
    const { id } = await must(attach(world, officer, photoOf(owners[kind])))
    await must(send(world, officer, 'evidence.detach', { id, reason: 'ảnh mờ' }))
    const entries = await database.kysely
      .selectFrom('auditEntry')
      .select(['command', 'recordIds', 'after'])
      .where('command', 'like', 'evidence.%')
      .orderBy('seq')
      .execute()
    expect(entries).toMatchObject([
      { command: 'evidence.attach', recordIds: [id], after: { fileName: 'ảnh đẹp.jpg', addedBy: officer.fullName } },
      { command: 'evidence.detach', recordIds: [id], after: { reason: 'ảnh mờ' } },
    ])
  })
})

test('a struck-out activity keeps its evidence as it was: none is added, none taken off', async ({ database }) => {
  const { world, officer, owners } = await atWork(database)
  const { id } = await must(attach(world, officer, photoOf(owners.activity)))
  await must(send(world, officer, 'activity.remove', { id: owners.activity.id, revision: 0, reason: 'ghi nhầm' }))
  expect(await attach(world, officer, photoOf(owners.activity))).toMatchObject({ code: 'evidence.owner-removed' })
  expect(await send(world, officer, 'evidence.detach', { id, reason: 'ảnh mờ' })).toMatchObject({ code: 'evidence.owner-removed' })
})

test('a later answer takes no evidence from an earlier one', async ({ database }) => {
  const { world, officer, owners, planned, assignmentId } = await atWork(database)
  const { id } = await must(attach(world, officer, photoOf(owners.progress)))
  await must(send(world, officer, 'plan.reportProgress', progressBody(assignmentId, { state: 'done' })))
  const [assignment] = (await planOf(planned)).tasks[0]?.assignments ?? []
  expect(assignment?.progress.map(answer => answer.evidence.map(item => item.id))).toEqual([[id], []])
})

test('one department adds no files to the answer of its neighbour, yet opens them: both work on one plan', async ({ database }) => {
  const { world, officer, owners, planned } = await atWork(database)
  const { id } = await must(attach(world, officer, photoOf(owners.progress)))
  const neighbour = someone('officer', [planned.secondId, planned.officeId])
  expect(await attach(world, neighbour, photoOf(owners.progress))).toMatchObject({ code: 'account.not-allowed' })
  expect(await runFileQuery(world, neighbour, file, { id })).toMatchObject({ ok: true })
})

test('whoever reads the activity reads how many files it has, and no more of them once they are taken off', async ({ database }) => {
  const { world, officer, owners } = await atWork(database)
  const names = async () =>
    (await must(ask(world, officer, 'activity.one', { id: owners.activity.id }))).evidence.map(item => item.fileName)
  const { id } = await must(attach(world, officer, photoOf(owners.activity)))
  expect(await names()).toEqual(['ảnh đẹp.jpg'])
  await must(send(world, officer, 'evidence.detach', { id, reason: 'nhầm ảnh' }))
  expect(await names()).toEqual([])
})

test('the same photo sent four times at the same instant is there once', async () => {
  const database = await openTestDatabase()
  const { world, officer, owners } = await atWork(database)
  const photo = photoOf(owners.progress)
  const answers = await Promise.all(Array.from({ length: 4 }, () => attach(world, officer, photo)))
  expect(answers).toEqual(Array.from({ length: 4 }, () => answers[0]))
  expect(await database.kysely.selectFrom('evidence').select('progressId').execute()).toEqual([{ progressId: owners.progress.id }])
  await database.close()
})

test.for([
  ['nothing', []],
  ['two things at once', kinds],
] as const)('the database keeps no evidence of %s', async ([, given], { database }) => {
  const { world, officer, owners } = await atWork(database)
  await must(attach(world, officer, photoOf(owners.activity)))
  const [activityId, progressId] = kinds.map(kind => (given.some(each => each === kind) ? owners[kind].id : null))
  const change = sql`update evidence set activity_id = ${activityId}, progress_id = ${progressId}`.execute(database.kysely)
  await expect(change).rejects.toMatchObject({ code: '23514' })
})

/** An office with an activity of its first department, and that department's answer to a task. */
async function atWork(database: World['database']) {
  const planned = await aTask(database)
  const { world, officer, firstId, taskId } = planned
  const activity = activityBody(firstId)
  await must(send(world, officer, 'activity.record', activity))
  const assignmentId = await assignmentOf(planned, taskId, firstId)
  const answer = progressBody(assignmentId)
  await must(send(world, officer, 'plan.reportProgress', answer))
  const owners: Record<(typeof kinds)[number], EvidenceOwner> = {
    activity: { kind: 'activity', id: activity.id },
    progress: { kind: 'progress', id: answer.id },
  }
  const stranger: Actor = strangerTo(planned)
  return { world, officer, stranger, planned, assignmentId, owners }
}
