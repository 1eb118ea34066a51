import fc from 'fast-check'
import { expect } from 'vitest'
import { figureWords } from '#domain/consolidation/words.ts'
import type { ReturnState } from '#domain/request/return.ts'
import { type AskedProvince, accept, askedProvince, figure, owed, save } from '../../../test/asked-province.ts'
import { test } from '../../../test/database.ts'
import { ask, must, send, worldOn } from '../../../test/factories.ts'
import { familiesTold } from '../../../test/one-request.ts'

/** Something becomes of the return of a village, or somebody at the province looks. */
type Step = { readonly at: 0 | 1 | 2 | 'province'; readonly total: number; readonly isTaken: boolean }

const anyStep: fc.Arbitrary<Step> = fc.record({
  at: fc.constantFrom<Step['at'][]>(0, 1, 2, 'province'),
  total: fc.integer({ min: 90, max: 93 }),
  isTaken: fc.boolean(),
})

test('what waits is at any time what the sums of a commune were when they were last looked at beside what they are', async ({
  database,
}) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 14 }), async steps => {
      const here = await askedProvince(worldOn(database))
      for (const unitId of here.communes) await acceptCommune(here, unitId)
      const seen = new Map<string, string | null>()
      for (const unitId of here.communes) seen.set(unitId, await wordsOf(here, unitId))
      for (const step of steps) {
        await walk(here, step)
        if (step.at === 'province') for (const unitId of here.communes) seen.set(unitId, await wordsOf(here, unitId))
        await expectWaiting(here, seen)
      }
    }),
    { numRuns: 6 },
  )
}, 120_000)

async function expectWaiting(here: AskedProvince, seen: ReadonlyMap<string, string | null>): Promise<void> {
  const { rows } = await since(here)
  const waiting = rows.map(({ unitId, figures }) => [unitId, figures.map(({ before, after }) => [before, after])])
  const expected = []
  for (const [unitId, before] of seen) {
    const after = await wordsOf(here, unitId)
    if (after !== before) expected.push([unitId, [[before, after]]])
  }
  expect(waiting).toEqual(expected)
}

async function walk(here: AskedProvince, { at, total, isTaken }: Step): Promise<void> {
  if (at === 'province') {
    const { rows, version } = await since(here)
    const unitIds = rows.map(({ unitId }) => unitId)
    const looked = { requestId: here.request, unitId: here.province, version, unitIds }
    if (unitIds.length > 0) await must(send(here.world, here.officer, 'figure.acknowledge', looked))
    return
  }
  const { state, revision } = await here.world.database.kysely
    .selectFrom('reportObligation')
    .select(['state', 'revision'])
    .where('requestId', '=', here.request)
    .where('unitId', '=', here.villages[at])
    .executeTakeFirstOrThrow()
  const version = Math.max(1, revision)
  const isWaiting = (['sent', 'corrected'] as readonly ReturnState[]).includes(state as ReturnState)
  if (isWaiting && isTaken) return accept(here, at, version)
  const back = { ...owed(here, at), version, reason: 'Đếm lại', remarks: [] }
  if (isWaiting) return void (await must(send(here.world, here.officer, 'return.sendBack', back)))
  // The registered differ each time, so that no correction says the same again; of them nothing is looked at.
  await save(here, at, { total, registered: 10 + revision, revision })
  await must(send(here.world, here.officer, 'return.handIn', { ...owed(here, at), revision: revision + 1, reason: 'Rà soát' }))
}

async function acceptCommune({ world, officer, request }: AskedProvince, unitId: string): Promise<void> {
  const of = { requestId: request, unitId }
  await must(send(world, officer, 'return.save', { ...of, content: familiesTold(200, 60), revision: 0 }))
  await must(send(world, officer, 'return.handIn', { ...of, revision: 1, reason: '' }))
  await must(send(world, officer, 'return.accept', { requestId: request, returns: [{ unitId, version: 1 }] }))
}

async function wordsOf(here: AskedProvince, unitId: string): Promise<string | null> {
  const kept = await figure(here, unitId)
  return kept ? figureWords(kept) : null
}

async function since(here: AskedProvince) {
  const view = await must(ask(here.world, here.officer, 'figure.sinceTaken', { requestId: here.request, unitId: here.province }))
  const rows = view.rows.map(row => ({ ...row, figures: row.figures.filter(({ code }) => code === 'family.total') }))
  return { ...view, rows: rows.filter(({ figures }) => figures.length > 0) }
}
