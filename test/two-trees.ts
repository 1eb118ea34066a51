import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import type { Database } from '#server/db/connect.ts'
import { requestIds } from '#server/demo/province/load.ts'
import { demoActor } from '#server/demo/record.ts'
import { listVersionsWithCode } from '#server/org/org.store.ts'
import { ask, must, someone, worldOn } from './factories.ts'

const [oldDay, newDay] = ['2025-06-14', '2025-12-14'] as const

/** Whatever the province of the demonstration was told stands in one total on its 200 communes and on its 75, each way. */
export async function expectOneTotalOnBothTrees(database: Database): Promise<void> {
  const world = { ...worldOn(database), workingDay: plainDate('2025-12-22') }
  const [province = ''] = (await listVersionsWithCode(database.kysely, ['14'])).map(({ unitId }) => unitId)
  const actor = demoActor(province)
  const series = (unitId: string, on: string) => must(ask(world, actor, 'figure.series', { unitId, code: 'family.total', on }))

  const onNew = await series(province, newDay)
  expect(onNew.periods.map(({ requestId }) => requestId)).toEqual([requestIds.firstHalf, requestIds.year])
  for (const on of [onNew, await series(province, oldDay)])
    for (const { asItWas, restated } of on.periods) {
      const told = asItWas?.value?.count
      expect(told).toBeGreaterThan(0)
      expect(restated?.unit.value?.count).toBe(told)
      expect(restated?.unit.notComparable).toBeNull()
      const { rows = [], fromTotal, toTotal } = restated?.reconciliation ?? {}
      expect([fromTotal?.count, toTotal?.count, rows.reduce((sum, { count }) => sum + count, 0)]).toEqual([told, told, told])
      expect(rows.every(({ toName }) => toName !== null)).toBe(true)
    }
  await expectOneTotalOfEachCount(database, province)
  // What old communes and their villages told of the first half stands in the new communes they went into.
  const [firstHalf, year] = onNew.periods
  const parts = firstHalf?.restated?.parts ?? []
  expect(parts.reduce((sum, { value }) => sum + (value?.count ?? 0), 0)).toBe(firstHalf?.asItWas?.value?.count)
  expect(year?.restated?.parts.filter(({ value }) => value !== null).length).toBe(74) // all but the one where nobody told anything
  const told = parts.find(({ value }) => value !== null)
  const ofOne = await series(told?.unitId ?? '', newDay)
  const [before, after] = ofOne.periods
  expect(before).toMatchObject({ restated: { unit: { value: told?.value } } })
  expect(before?.restated?.reconciliation.toTotal).toEqual(before?.restated?.reconciliation.fromTotal)
  expect(after?.asItWas?.words).toBe(after?.restated?.unit.words)

  // An old commune has ended, and who asked it still opens what it told; who works in another commune does not.
  const compared = await must(
    ask(world, actor, 'figure.compare', { requestId: requestIds.firstHalf, unitId: province, level: 'commune', code: 'family.total' }),
  )
  expect(compared.units).toHaveLength(200)
  const ended = compared.units.find(({ words }) => words !== null)
  const asked = { requestId: requestIds.firstHalf, unitId: ended?.unitId ?? '', code: 'family.total' }
  expect(await must(ask(world, actor, 'figure.explain', asked))).toMatchObject({ figure: { words: ended?.words } })
  const stranger = someone('leader', [parts.find(({ unitId }) => unitId !== told?.unitId)?.unitId ?? '', province])
  expect(await ask(world, stranger, 'figure.explain', asked)).toMatchObject({ code: 'account.not-allowed' })

  // The year beside the first half, on the 75 communes of the year.
  const beside = await must(
    ask(world, actor, 'figure.compare', {
      requestId: requestIds.year,
      unitId: province,
      level: 'commune',
      code: 'share.family.recognised',
      baseCode: 'family.total',
      besideId: requestIds.firstHalf,
    }),
  )
  expect(beside.units).toHaveLength(75)
  const sums = ['value', 'base'].map(key => beside.units.reduce((sum, unit) => sum + (unit[key as 'value' | 'base']?.count ?? 0), 0))
  const { shares } = (await must(ask(world, actor, 'figure.table', { requestId: requestIds.year, unitId: province, part: 'families' })))
    .unit
  const share = shares.find(({ code, baseCode }) => code === 'share.family.recognised' && baseCode === 'family.total')
  expect(sums).toEqual([share?.numerator.count, share?.denominator.count])
  expect(beside.units.some(({ before: then }) => then?.base)).toBe(true)
}

/** Not of one count alone: of every count its form asks, on the tree of the other period. */
async function expectOneTotalOfEachCount(database: Database, province: string): Promise<void> {
  const world = { ...worldOn(database), workingDay: plainDate('2025-12-22') }
  const actor = demoActor(province)
  const table = await must(ask(world, actor, 'figure.table', { requestId: requestIds.firstHalf, unitId: province }))
  const told = table.unit.figures.filter(({ value }) => value !== null)
  expect(told.length).toBeGreaterThan(10)
  for (const { code } of told) {
    const { periods } = await must(ask(world, actor, 'figure.series', { unitId: province, code, on: newDay }))
    for (const { title, asItWas, restated } of periods) {
      const { rows = [], fromTotal, toTotal } = restated?.reconciliation ?? {}
      const sum = rows.reduce((all, { count }) => all + count, 0)
      const count = asItWas?.value?.count
      const totals = [restated?.unit.value?.count, fromTotal?.count, toTotal?.count, sum]
      expect([code, title, ...totals]).toEqual([code, title, count, count, count, count])
    }
  }
}
