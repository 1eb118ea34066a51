import { rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChain } from '#server/audit/audit.store.ts'
import { type AskedProvince, askedProvince, figure, handIn, owed, save } from '../asked-province.ts'
import { ask, must, send } from '../factories.ts'
import { expectKeptAsAddedAnew } from '../kept-sums.ts'
import { openWorldAt } from './commune-work.ts'
import { killedWhile } from './cut-off.ts'
import { fill, inPlace, makeDisk, mayMount, onDisk } from './disk.ts'
import { openProvince, prepareProvince, type ReturnJob, returnJobs, waiting } from './return-work.ts'

// Cut off while figures go up the tree: what was handed in or accepted is so wholly or not at all, and every sum kept is
// what the returns give when all is added anew.

let place = ''
const ofWaiting = toldByFirst(waiting, 100)

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'nep-returns-'))
  await prepareProvince(join(place, 'prepared'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

test.for([5, 40, 120])('killed %i ms into a hand-in, the return is in and in every sum, or in none', async afterMs => {
  const here = await killed('handIn', afterMs)
  const isIn = (await made(here, 'return.handIn')).events > waiting
  expect(await made(here, 'return.handIn')).toEqual(isIn ? allOf(waiting + 1) : allOf(waiting))
  await expectWhole(here, isIn ? ofWaiting + 95 : ofWaiting)
  const again = await returnJobs.handIn(here)
  expect(again.ok ? 'taken' : again.code).toBe(isIn ? 'return.waits-for-answer' : 'taken')
  await expectWhole(here, ofWaiting + 95)
  await here.world.database.close()
})

test.for([20, 150, 500])('killed %i ms into accepting forty returns at once, all are accepted or none', async afterMs => {
  const here = await killed('accept', afterMs)
  const { accepted } = await made(here, 'return.accept')
  expect([0, waiting]).toContain(accepted)
  expect((await made(here, 'return.accept')).entries).toBe(accepted)
  await expectWhole(here, ofWaiting)
  if (accepted === 0) await must(returnJobs.accept(here))
  expect(await made(here, 'return.accept')).toMatchObject({ accepted: waiting, entries: waiting })
  await expectWhole(here, ofWaiting)
  await here.world.database.close()
})

if (await mayMount()) testFullDisk()
else tellWhyNot()

function testFullDisk(): void {
  test('on a full disk no return is half handed in, and once there is room the rest come in without a restart', async () => {
    await inPlace(async folder => {
      makeDisk(join(folder, 'disk'), 320)
      await onDisk(join(folder, 'disk'), async disk => {
        const many = 30
        const here = await askedProvince(await openWorldAt(join(disk, 'data')), [many, 1])
        const ballast = fill(disk)
        const acknowledged = await handInUntilItFails(here, many)
        expect(acknowledged).toBeLessThan(many)

        rmSync(ballast)
        // Whether the one it failed at came in is for the house to say; it is in wholly or not at all.
        const { events } = await made(here, 'return.handIn')
        expect([acknowledged, acknowledged + 1]).toContain(events)
        expect(await made(here, 'return.handIn')).toEqual(allOf(events))
        if (events > 0) await expectWhole(here, toldByFirst(events, 10))
        for (let at = events; at < many; at++) await handInAgain(here, at)
        await expectWhole(here, toldByFirst(many, 10))
        await here.world.database.close()
      })
    })
  })
}

function tellWhyNot(): void {
  test('a full disk cannot be simulated here: that takes Linux, root and loop-mounted file systems', async () => {
    expect(await mayMount()).toBe(false)
  })
}

/** Every return in a new segment of the log, which takes 16 MB of room. */
async function handInUntilItFails(here: AskedProvince, many: number): Promise<number> {
  for (let at = 0; at < many; at++)
    try {
      await sql`select pg_switch_wal()`.execute(here.world.database.kysely)
      await handIn(here, at, 10 + at)
    } catch {
      return at
    }
  return many
}

/** From whatever was kept of it when the disk was full. */
async function handInAgain(here: AskedProvince, at: number): Promise<void> {
  const { revision } = await must(ask(here.world, here.officer, 'return.one', owed(here, at)))
  await save(here, at, { total: 10 + at, revision })
  await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, at), revision: revision + 1, reason: '' }))
}

/** What so many villages told, each one more than the one before. */
function toldByFirst(villages: number, from: number): number {
  return Array.from({ length: villages }, (_, at) => from + at).reduce((sum, count) => sum + count, 0)
}

const allOf = (count: number) => ({ versions: count, events: count, states: count, entries: count, accepted: 0 })

async function made({ world, request }: AskedProvince, command: string) {
  const { kysely } = world.database
  const events = await kysely.selectFrom('returnEvent').select('type').where('requestId', '=', request).execute()
  return {
    versions: await lengthOf(kysely.selectFrom('returnVersion').select('version').where('requestId', '=', request).execute()),
    events: events.filter(({ type }) => type === 'sent').length,
    accepted: events.filter(({ type }) => type === 'accepted').length,
    states: await lengthOf(
      kysely.selectFrom('reportObligation').select('unitId').where('requestId', '=', request).where('state', '<>', 'open').execute(),
    ),
    entries: await lengthOf(kysely.selectFrom('auditEntry').select('seq').where('command', '=', command).execute()),
  }
}

async function lengthOf(rows: Promise<readonly unknown[]>): Promise<number> {
  return (await rows).length
}

async function expectWhole(here: AskedProvince, total: number): Promise<void> {
  expect((await figure(here, here.province))?.values).toMatchObject([{ count: total }])
  await expectKeptAsAddedAnew(here)
  expect(await verifyChain(here.world.database.kysely)).toMatchObject({ isWhole: true })
}

/** Killed so long after the work has begun, on a copy of its own, and opened anew. */
async function killed(job: ReturnJob, afterMs: number): Promise<AskedProvince> {
  const folder = join(place, `${job} ${afterMs}`)
  await cp(join(place, 'prepared'), folder, { recursive: true })
  await killedWhile('return-worker.ts', [folder, job], afterMs)
  return openProvince(folder)
}
