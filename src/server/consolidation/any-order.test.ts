import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import type { BodyInput } from '#contract/index.ts'
import { type Actor, roles } from '#domain/account/access.ts'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { addUp, figureAt, type Told } from '#domain/consolidation/add-up.ts'
import { levelsOf } from '#domain/consolidation/levels.ts'
import { addRatio, ratioAt } from '#domain/consolidation/ratio.ts'
import { shareCode } from '#domain/consolidation/things.ts'
import type { Value } from '#domain/indicator/value.ts'
import { treeOn } from '#domain/org/org-unit.ts'
import type { ReturnState } from '#domain/request/return.ts'
import { anyValue } from '../../../test/consolidating.ts'
import { openTestDatabase, test } from '../../../test/database.ts'
import { givenUnit, must, send, someone, worldOn } from '../../../test/factories.ts'
import type { Database, Db } from '../db/connect.ts'
import { listUnitsBelow, listVersionsOn } from '../org/org.store.ts'
import { listObligations } from '../request/return.store.ts'
import type { World } from '../world.ts'
import { findOwing, listFiguresOf, listHalvesBelow, listToldOf } from './figure.store.ts'
import { askingOf, settleAll } from './settle.ts'

// What is kept with every hand-in beside what the whole tree gives, added from nothing.

const day = plainDate('2025-06-14')
const asked = ['family.total', 'family.registered', 'exercise.people', 'aid.turns'] as const
const ofAgencies = ['aid.turns'] as const

/** What somebody does with one unit's return: hand in what it tells now, or answer what was handed in. */
type Step = { readonly at: number; readonly told: readonly (Value | null)[]; readonly isTaken: boolean }

const anyStep: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(7),
  told: fc.array(fc.option(anyValue, { freq: 3 }), { minLength: asked.length, maxLength: asked.length }),
  isTaken: fc.boolean(),
})

describe('figures kept with every hand-in', () => {
  test('are what the whole tree gives, whatever was sent, sent back, accepted and corrected in whatever order', async ({ database }) => {
    const place = await smallProvince(database)
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 16 }), async steps => {
        const requestId = await askAll(place)
        for (const step of steps) await walk(place, requestId, step)
        await expectWholeTree(place, requestId)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  test('are the same whoever told first, and when all is added anew at once', async ({ database }) => {
    const place = await smallProvince(database)
    const anyTold = fc.uniqueArray(anyStep, { selector: ({ at }) => at, minLength: 3, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        anyTold.chain(steps => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length }))),
        async orders => {
          const kept = []
          for (const steps of orders) {
            const requestId = await askAll(place)
            for (const step of steps) await walk(place, requestId, step)
            kept.push(await keptIn(place, requestId))
            await database.kysely.deleteFrom('addedFigure').where('requestId', '=', requestId).execute()
            await settleAll(
              database.kysely,
              await askingFor(database.kysely, place, requestId),
              await listObligations(database.kysely, requestId),
            )
            kept.push(await keptIn(place, requestId))
          }
          for (const other of kept) expect(other).toEqual(kept[0])
        },
      ),
      { numRuns: 4 },
    )
  }, 120_000)

  test('lose nobody when all hand in at the same instant', async () => {
    const database = await openTestDatabase()
    try {
      const place = await smallProvince(database)
      const requestId = await askAll(place)
      const told = (count: number) => asked.map((): Value => ({ quality: 'counted', count }))
      const each = place.owing.map((_, at) => walk(place, requestId, { at, told: told(at + 1), isTaken: true }))
      await Promise.all(each)
      await expectWholeTree(place, requestId)
    } finally {
      await database.close()
    }
  }, 120_000)
})

type Place = Awaited<ReturnType<typeof smallProvince>>

/** Communes of three villages, of one and of none; an agency of the province and one of a commune. */
async function smallProvince(database: Database) {
  const world: World = { ...worldOn(database), workingDay: plainDate('2025-06-16') }
  const tx = database.kysely
  const province = await givenUnit(tx, { name: 'Tỉnh Minh Họa', kind: 'province' })
  const communes: string[] = []
  for (const n of [1, 2, 3]) communes.push(await givenUnit(tx, { name: `Xã ${n}`, kind: 'commune', parentUnitId: province }))
  const [first, second] = communes
  const villages: string[] = []
  for (const [i, parentUnitId] of [first, first, first, second].entries())
    villages.push(await givenUnit(tx, { name: `Bản ${i}`, kind: 'village', parentUnitId: parentUnitId ?? '' }))
  const agency = await givenUnit(tx, { name: 'Trường học', kind: 'agency', parentUnitId: first ?? '' })
  const officer: Actor = {
    ...someone('officer', [province]),
    grants: roles.map(role => ({ role, unitId: province, withSubtree: true, unitPath: [province] })),
  }
  return { world, province, owing: [...communes, ...villages, agency], agency, officer }
}

async function askAll({ world, province, officer }: Place): Promise<string> {
  const id = randomUUID()
  const open: BodyInput<'request.open'> = {
    id,
    unitId: province,
    regimeId: null,
    kind: 'regular',
    title: 'Báo cáo 6 tháng đầu năm 2025',
    formKey: 'movement',
    covers: { from: '2024-12-15', until: '2025-06-15' },
    asked: [
      { level: 'area', dueOn: '2025-06-17' },
      { level: 'commune', dueOn: '2025-06-19' },
      { level: 'agency', dueOn: '2025-06-19' },
    ],
    basis: '',
  }
  await must(send(world, officer, 'request.open', open))
  await must(send(world, officer, 'request.send', { id, revision: 0 }))
  return id
}

/** Hands in what a unit tells now, or answers what waits. */
async function walk({ world, owing, agency, officer }: Place, requestId: string, { at, told, isTaken }: Step): Promise<void> {
  const unitId = owing[at] ?? ''
  const row = await world.database.kysely
    .selectFrom('reportObligation')
    .select(['state', 'revision'])
    .where('requestId', '=', requestId)
    .where('unitId', '=', unitId)
    .executeTakeFirstOrThrow()
  const version = Math.max(1, row.revision)
  const state = row.state as ReturnState
  if (state === 'sent' || state === 'corrected') {
    const answer = isTaken
      ? send(world, officer, 'return.accept', { requestId, returns: [{ unitId, version }] })
      : send(world, officer, 'return.sendBack', { requestId, unitId, version, reason: 'Đếm lại', remarks: [] })
    await must<unknown>(answer)
    return
  }
  const codes = unitId === agency ? ofAgencies : asked
  // The revision goes into what is told, so that no correction says the same again.
  const cells = codes.flatMap((code, i) => (told[i] ? [[code, told[i]] as const] : []))
  const parts = { outcome: `Lần ${row.revision + 1}` }
  const content = { values: Object.fromEntries(cells), printed: [], parts }
  await must(send(world, officer, 'return.save', { requestId, unitId, content, revision: row.revision }))
  await must(send(world, officer, 'return.handIn', { requestId, unitId, revision: row.revision + 1, reason: 'Rà soát' }))
}

async function askingFor(tx: Db, { province }: Place, requestId: string) {
  return askingOf(tx, { id: requestId, unitId: province })
}

/** Every count and every pair of a share, at every unit others hand in to. */
async function expectWholeTree(place: Place, requestId: string): Promise<void> {
  const tx = place.world.database.kysely
  const tree = treeOn(await listVersionsOn(tx, await listUnitsBelow(tx, place.province, day), day), day)
  const owed = await listObligations(tx, requestId)
  const receivers = new Set(owed.map(({ toUnitId }) => toUnitId))
  const { things, dictionary } = await askingFor(tx, place, requestId)
  expect(things.some(({ codes }) => codes.length === 2)).toBe(true)
  const told = new Map<string, Told>()
  for (const code of asked) told.set(code, new Map((await listToldOf(tx, requestId, code)).map(({ unitId, value }) => [unitId, value])))
  for (const unitId of receivers) {
    const kept = new Map((await listFiguresOf(tx, requestId, unitId)).map(({ code, owes: _, ...figure }) => [code, figure]))
    for (const { code, codes, levels, addition } of things.filter(thing => thing.codes.every(each => told.has(each)))) {
      const owing = new Set(owed.filter(({ level }) => levels.includes(level)).map(one => one.unitId))
      const columns = codes.map(each => told.get(each) ?? new Map())
      const whole = figureAt(addUp(levelsOf(tree, owing), columns, addition), unitId)
      const { halves, ...figure } = kept.get(code) ?? { halves: null }
      expect({ ...figure, code }).toEqual({ ...whole, code })
      const leftOut = codes.length === 2 ? await leftOutOf(place, requestId, { unitId, share: { code, codes, levels } }) : []
      expect(halves).toBe(leftOut.length)
      const [ratio, base] = [dictionary.ratios.find(one => shareCode(one.code, codes[1] ?? '') === code), codes[1] ?? '']
      const share =
        ratio &&
        ratioAt(
          addRatio(levelsOf(tree, owing), ratio, base, each => told.get(each) ?? new Map()),
          unitId,
        )
      if (share) expect(leftOut.toSorted()).toEqual(share.leftOut.toSorted())
    }
  }
}

/** The unit's own half word, and those below it. */
async function leftOutOf(place: Place, requestId: string, { unitId, share }: { unitId: string; share: AskedShare }): Promise<string[]> {
  const tx = place.world.database.kysely
  const below = await listHalvesBelow(tx, requestId, { unitId, shares: [share] })
  const owing = await findOwing(tx, requestId, unitId)
  const above = owing ? await listHalvesBelow(tx, requestId, { unitId: owing.toUnitId, shares: [share] }) : []
  const kept = (await listFiguresOf(tx, requestId, unitId)).find(({ code }) => code === share.code)
  const isTaken = kept?.source === 'own' || kept?.source === 'below'
  const all = [...above.filter(half => half.unitId === unitId), ...(isTaken ? [] : below)]
  return all.map(half => half.unitId)
}
type AskedShare = Parameters<typeof listHalvesBelow>[2]['shares'][number]

async function keptIn({ world, owing, province }: Place, requestId: string) {
  const all = []
  for (const unitId of [province, ...owing]) all.push(...(await listFiguresOf(world.database.kysely, requestId, unitId)))
  return all.toSorted((a, b) => (`${a.unitId} ${a.code}` < `${b.unitId} ${b.code}` ? -1 : 1))
}
