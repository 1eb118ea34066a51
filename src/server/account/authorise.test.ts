import { expect } from 'vitest'
import type { Actor } from '#domain/account/access.ts'
import { test } from '../../../test/database.ts'
import { givenUnit, someone, worldOn } from '../../../test/factories.ts'
import { type Context, openContext } from '../context.ts'
import type { Database, Db } from '../db/connect.ts'
import { findUnitPath } from '../org/org.store.ts'
import { listUnitsInReach, pathOf } from './authorise.ts'

test('those above see all of it', async ({ database }) => {
  const { province, office, department, neighbour } = await units(database.kysely)
  expect(await seen(database, someone('leader', [province]), province)).toEqual(new Set([province, office, department, neighbour]))
})

test('those within it see their own part and what lies between, not their neighbours', async ({ database }) => {
  const { province, office, department } = await units(database.kysely)
  expect(await seen(database, someone('officer', [office, province]), province)).toEqual(new Set([province, office, department]))
  expect(await seen(database, someone('officer', [department, office, province]), province)).toEqual(
    new Set([province, office, department]),
  )
})

test('a role without the subtree shows the unit itself and the way up', async ({ database }) => {
  const { province, office } = await units(database.kysely)
  const narrow = someone('officer', [office, province], { withSubtree: false })
  expect(await seen(database, narrow, office)).toEqual(new Set([office]))
  expect(await seen(database, narrow, province)).toEqual(new Set([province, office]))
})

test('the way up from a unit is the same, whether the actor brought it or the register was asked', async ({ database }) => {
  const { province, office, department, neighbour } = await units(database.kysely)
  const ctx = contextOf(database, someone('officer', [office, province]))
  for (const unit of [province, office, department, neighbour]) {
    expect(await pathOf(ctx, unit)).toEqual(await findUnitPath(database.kysely, unit, ctx.today))
  }
})

async function seen(database: Database, actor: Actor, unitId: string): Promise<Set<string>> {
  return new Set(await listUnitsInReach(contextOf(database, actor), 'activity.list', unitId))
}

function contextOf(database: Database, actor: Actor): Context {
  return openContext(worldOn(database), actor, database.kysely)
}

async function units(tx: Db) {
  const province = await givenUnit(tx, { name: 'Tỉnh minh họa' })
  const office = await givenUnit(tx, { name: 'Văn phòng minh họa', parentUnitId: province })
  const department = await givenUnit(tx, { name: 'Phòng minh họa', parentUnitId: office })
  const neighbour = await givenUnit(tx, { name: 'Sở khác', parentUnitId: province })
  return { province, office, department, neighbour }
}
