import { expect } from 'vitest'
import { accept, askedProvince, figure, handIn, owed, save } from '../../../test/asked-province.ts'
import { test as databaseTest, openTestDatabase } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { expectKeptAsAddedAnew } from '../../../test/kept-sums.ts'

// What two people do at the same instant, each over a connection of their own where the engine has more than one.

const test = databaseTest.extend('here', async ({}, { onCleanup }) => {
  const database = await openTestDatabase()
  onCleanup(() => database.close())
  return askedProvince(worldOn(database))
})

type Here = Awaited<ReturnType<typeof askedProvince>>

const sendIn = (here: Here, at: number, { revision, reason = '' }: { readonly revision: number; readonly reason?: string }) =>
  send(here.world, here.officer, 'return.handIn', { ...owed(here, at), revision, reason })

async function happened(here: Here, at: number): Promise<string[]> {
  const { events } = await must(ask(here.world, here.officer, 'return.one', owed(here, at)))
  return events.map(({ type, version }) => `${type} ${version}`)
}

/** What each answered: its refusal, or that it was taken. */
async function answers(sent: readonly Promise<{ readonly ok: boolean; readonly code?: string }>[]): Promise<string[]> {
  return (await Promise.all(sent)).map(({ ok, code }) => (ok ? 'taken' : (code ?? ''))).toSorted()
}

test('a return handed in by two officers at once is handed in once, and the second is told that it waits', async ({ here }) => {
  await save(here, 0, { total: 120, revision: 0 })
  const both = await answers([sendIn(here, 0, { revision: 1 }), sendIn(here, 0, { revision: 1 })])
  expect(both).toEqual(['return.waits-for-answer', 'taken'])
  expect(await happened(here, 0)).toEqual(['sent 1'])
  expect((await figure(here, here.province))?.values).toMatchObject([{ count: 120 }])
})

test('two communes and all their villages hand in at once: the province counts each exactly once, one version after the other', async ({
  here,
}) => {
  const { world, officer, villages, communes, request, province } = here
  for (const [at, total] of [120, 80, 95].entries()) await save(here, at, { total, revision: 0 })
  for (const unitId of communes) {
    const content = { values: {}, printed: [], parts: { outcome: 'Đã họp với các bản' } }
    await must(send(world, officer, 'return.save', { requestId: request, unitId, content, revision: 0 }))
  }
  const all = [...villages, ...communes].map(unitId =>
    send(world, officer, 'return.handIn', { requestId: request, unitId, revision: 1, reason: '' }),
  )
  expect(new Set(await answers(all))).toEqual(new Set(['taken']))
  expect((await figure(here, province))?.values).toMatchObject([{ count: 120 + 80 + 95 }])
  expect((await figure(here, communes[0]))?.values).toMatchObject([{ count: 120 + 80 }])
  const versions = await world.database.kysely.selectFrom('figureVersion').select('number').orderBy('number').execute()
  expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  await expectKeptAsAddedAnew(here)
})

test('who accepts again while the sender hands in a correction accepts nothing they have not seen', async ({ here }) => {
  await handIn(here, 0, 120)
  await accept(here, 0, 1)
  await save(here, 0, { total: 118, revision: 1 })
  const accepting = send(here.world, here.officer, 'return.accept', {
    requestId: here.request,
    returns: [{ unitId: here.villages[0], version: 1 }],
  })
  const [seen] = await Promise.all([accepting, must(sendIn(here, 0, { revision: 2, reason: 'Đếm lại' }))])
  // Whichever was first: nothing waited yet, or what waits is another version.
  expect(['return.nothing-to-answer', 'return.other-version']).toContain(seen.ok ? 'taken' : seen.code)
  expect(await happened(here, 0)).toEqual(['sent 1', 'accepted 1', 'corrected 2'])
  expect((await figure(here, here.province))?.values).toMatchObject([{ count: 120 }])
  await accept(here, 0, 2)
  expect((await figure(here, here.province))?.values).toMatchObject([{ count: 118 }])
})

test('what is written while it is being accepted is kept for the correction, or not taken; what was handed in stands', async ({ here }) => {
  await handIn(here, 0, 120)
  const writing = send(here.world, here.officer, 'return.save', {
    ...owed(here, 0),
    content: { values: { 'family.total': { quality: 'counted', count: 7 } }, printed: [], parts: {} },
    revision: 1,
  })
  const [written] = await Promise.all([writing, accept(here, 0, 1)])
  expect(['taken', 'return.locked']).toContain(written.ok ? 'taken' : written.code)
  expect((await figure(here, here.province))?.values).toMatchObject([{ count: 120 }])
  const { state } = await must(ask(here.world, here.officer, 'return.one', owed(here, 0)))
  expect(state).toBe('accepted')
})

test('one accepts and one sends back the same return at once: one of them is told, and the sums follow the other', async ({ here }) => {
  await handIn(here, 0, 120)
  const of = { requestId: here.request, unitId: here.villages[0] }
  const both = await answers([
    send(here.world, here.officer, 'return.accept', { requestId: of.requestId, returns: [{ unitId: of.unitId, version: 1 }] }),
    send(here.world, here.officer, 'return.sendBack', { ...of, version: 1, reason: 'Đếm lại', remarks: [] }),
  ])
  expect(both).toEqual(['return.nothing-to-answer', 'taken'])
  const [, last] = await happened(here, 0)
  const sum = (await figure(here, here.province))?.values
  if (last === 'accepted 1') expect(sum).toMatchObject([{ count: 120 }])
  else expect(sum).toBeNull()
})

test('who sends back a version that has been replaced since is told, and the new one still waits', async ({ here }) => {
  await handIn(here, 0, 120)
  const back = { ...owed(here, 0), version: 1, reason: 'Đếm lại', remarks: [] }
  await must(send(here.world, here.officer, 'return.sendBack', back))
  await save(here, 0, { total: 118, revision: 1 })
  await must(sendIn(here, 0, { revision: 2 }))
  expect(await send(here.world, here.officer, 'return.sendBack', back)).toMatchObject({
    code: 'return.other-version',
    details: { version: 2 },
  })
  expect(await happened(here, 0)).toEqual(['sent 1', 'sentBack 1', 'sent 2'])
  expect((await figure(here, here.province))?.values).toMatchObject([{ count: 118 }])
})
