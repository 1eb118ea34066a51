import type { Actor } from '#domain/account/access.ts'
import { loadDemo } from '#server/demo/demo.ts'
import type { World } from '#server/world.ts'
import { test as databaseTest, openTestDatabase } from './database.ts'
import { personOfDemo, worldOn } from './factories.ts'

/** A test on the demonstration: loaded once per worker, rolled back after each test; with the people who act in it. */
export const test = databaseTest
  .extend('demoDatabase', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const database = await openTestDatabase()
    await loadDemo(worldOn(database))
    onCleanup(() => database.close())
    return database
  })
  .extend('world', async ({ demoDatabase }, { onCleanup }): Promise<World> => {
    const tx = await demoDatabase.kysely.startTransaction().execute()
    onCleanup(() => tx.rollback().execute())
    return worldOn({ ...demoDatabase, kysely: tx })
  })
  .extend('people', async ({ world }): Promise<People> => peopleOf(world))

/** The demonstration's people by what they are. */
export type People = {
  readonly officer: Actor
  readonly head: Actor
  readonly clerk: Actor
  readonly leader: Actor
  readonly admin: Actor
  readonly viewer: Actor
  readonly stranger: Actor
}

export async function peopleOf(world: World): Promise<People> {
  const person = (username: string) => personOfDemo(world, username)
  return {
    officer: await person('chuyenvien'),
    head: await person('truongphong'),
    clerk: await person('vanthu'),
    leader: await person('lanhdao'),
    admin: await person('quantri'),
    viewer: await person('nguoixem'),
    stranger: await person('kinhte'),
  }
}
