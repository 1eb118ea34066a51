import { expect } from 'vitest'
import { plainDate } from '#domain/calendar/plain-date.ts'
import { test } from '../../../../test/database.ts'
import { worldOn } from '../../../../test/factories.ts'
import { findUnitPath } from '../../org/org.store.ts'
import { findWorkingDay } from '../../setting.store.ts'
import { loadCommune } from './load.ts'
import { placeIds, villages } from './place.ts'

test('a commune stands ready for its season: below its province since districts ended, 1,500 households in twelve villages', async ({
  database,
}) => {
  const accounts = await loadCommune(worldOn(database), '2026')
  const tx = database.kysely
  const households = await tx
    .selectFrom('householdVersion')
    .select(({ fn }) => ['areaUnitId', fn.countAll<number>().as('count')])
    .groupBy('areaUnitId')
    .execute()
  expect(villages.map(village => Number(households.find(row => row.areaUnitId === village.unitId)?.count))).toEqual(
    villages.map(village => village.households),
  )
  expect(villages.reduce((sum, village) => sum + village.households, 0)).toBe(1500)
  expect(await findUnitPath(tx, placeIds.commune, plainDate('2025-06-30'))).toEqual([
    placeIds.commune,
    placeIds.district,
    placeIds.province,
  ])
  expect(await findUnitPath(tx, placeIds.commune, plainDate('2026-11-10'))).toEqual([placeIds.commune, placeIds.province])
  expect(accounts.filter(({ username }) => username.startsWith('truong'))).toHaveLength(12)
  expect(await findWorkingDay(tx)).toBe('2026-11-10')
})
